// What the lead says of the week: headline, comments, the sentences chosen; and what other modules add.
import { Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { useReportWords } from '../../words/reporting';
import { useLocale } from '../../words/words';
import { count } from '../numbers';
import { ItemRow } from '../weekly/ItemRow';
import type { Report } from './report.gql';
import classes from './report.module.css';

export function ReportSaid({ report }: { report: Report }) {
  const { report: say, shell } = useReportWords();
  const { headline, comments, quotes } = report;
  return (
    <>
      {headline && <p className={classes.headline}>{headline}</p>}
      {comments.length > 0 && (
        <ul className={classes.comments} aria-label={say.comments}>
          {comments.map(({ category, text }) => (
            <li key={category ?? 'GENERAL'}>
              {category && <CategoryBadge category={category} label={shell.categories[category]} />}
              <Text className={classes.comment}>{text}</Text>
            </li>
          ))}
        </ul>
      )}
      {quotes.length > 0 && (
        <div>
          <Title order={3} size="h6" mb={6}>
            {say.quotes}
          </Title>
          <ul className={classes.quotes}>
            {quotes.map(({ itemId, text, item }) =>
              item && text !== null ? (
                <ItemRow key={itemId} item={item} />
              ) : (
                <li key={itemId} className={classes.removed}>
                  {say.removed}
                </li>
              ),
            )}
          </ul>
        </div>
      )}
      <Sections report={report} />
    </>
  );
}

function Sections({ report }: { report: Report }) {
  const locale = useLocale();
  return report.sections.map((section) => (
    <div key={section.name}>
      <Title order={3} size="h6">
        {locale === 'ko' ? section.titleKo : section.titleEn}
      </Title>
      <ul className={classes.lines}>
        {section.lines.map(({ key, count: n, textKo, textEn, link }) => {
          const text = locale === 'ko' ? textKo : textEn;
          return (
            <li key={key}>
              {link ? (
                <Link to={link} className={classes.lineLink}>
                  {text}
                </Link>
              ) : (
                text
              )}
              {n !== null && <span className={classes.number}>{count(locale, n)}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  ));
}
