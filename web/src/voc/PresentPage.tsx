// The week on the wall of a meeting: one thing a slide, big type, keys to move.
import { ActionIcon } from '@mantine/core';
import { useDocumentTitle, useFullscreenDocument } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconMaximize, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { CATEGORY_ICONS, categoryColor } from '../kit/CategoryBadge';
import { sayError } from '../kit/errors';
import { Failed, Loading } from '../kit/states';
import { paths } from '../paths';
import { type ReportWords, useReportWords } from '../words/reporting';
import { type Locale, useLocale } from '../words/words';
import { count, percent } from './numbers';
import classes from './present.module.css';
import { type Report, ReportQuery } from './report/report.gql';
import { useKeys } from './useKeys';
import { type Week, WeekQuery } from './voc.gql';
import { Sign } from './weekly/Change';
import { spanOf } from './weeks';

type Figures = Pick<Week, 'total' | 'previousTotal' | 'categories'>;

const MOST_QUOTES = 4;

export default function PresentPage() {
  const { week = '' } = useParams();
  const words = useReportWords();
  const variables = { week };
  const [{ data: live, error }, again] = useQuery({ query: WeekQuery, variables });
  const [{ data, fetching }] = useQuery({ query: ReportQuery, variables });
  useDocumentTitle(words.voc.weekly.documentTitle(week));
  if (error && !live) {
    return (
      <main className={classes.stage}>
        <Failed
          icon={<IconX size={28} />}
          title={words.shell.failedTitle}
          text={sayError(words, error) ?? words.report.failed}
          retry={words.shell.retry}
          onRetry={() => again()}
        />
      </main>
    );
  }
  if (!live || (fetching && !data)) {
    return (
      <main className={classes.stage}>
        <Loading label={words.report.loading} />
      </main>
    );
  }
  const report = data?.weeklyReport ?? null;
  return <Slides week={week} figures={report?.published ?? live.weeklyVoc} report={report} />;
}

function Slides({ week, figures, report }: { week: string; figures: Figures; report: Report | null }) {
  const words = useReportWords();
  const say = words.report;
  const locale = useLocale();
  const navigate = useNavigate();
  const { toggle } = useFullscreenDocument();
  const slides = slidesOf(words, locale, week, figures, report);
  const [shown, setShown] = useState(0);
  const at = Math.min(shown, slides.length - 1);
  const go = (to: number) => setShown(Math.max(0, Math.min(slides.length - 1, to)));
  const leave = () => void navigate(paths.week(week));
  const [next, back] = [() => go(at + 1), () => go(at - 1)];
  useKeys({
    ArrowRight: next,
    ArrowDown: next,
    PageDown: next,
    ' ': next,
    ArrowLeft: back,
    ArrowUp: back,
    PageUp: back,
    Home: () => go(0),
    End: () => go(slides.length - 1),
    f: () => void toggle(),
    Escape: leave,
  });
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [at]);
  return (
    <main className={classes.stage}>
      <div className={classes.slide} ref={heading} tabIndex={-1} aria-label={say.page(at + 1, slides.length)}>
        {slides[at]}
      </div>
      <footer className={classes.foot}>
        <span className={classes.where}>
          {week}
          {report?.state !== 'PUBLISHED' && <span> · {say.draftMark}</span>}
        </span>
        <span className={classes.keys}>{say.keys}</span>
        <span className={classes.steps}>
          <ActionIcon variant="default" size={40} aria-label={say.back} disabled={at === 0} onClick={back}>
            <IconChevronLeft size={20} aria-hidden />
          </ActionIcon>
          <span role="status" className={classes.count}>
            {say.page(at + 1, slides.length)}
          </span>
          <ActionIcon
            variant="default"
            size={40}
            aria-label={say.next}
            disabled={at === slides.length - 1}
            onClick={next}
          >
            <IconChevronRight size={20} aria-hidden />
          </ActionIcon>
          {document.fullscreenEnabled && (
            <ActionIcon variant="default" size={40} aria-label={say.fullScreen} onClick={() => void toggle()}>
              <IconMaximize size={20} aria-hidden />
            </ActionIcon>
          )}
          <ActionIcon variant="default" size={40} aria-label={say.leave} onClick={leave}>
            <IconX size={20} aria-hidden />
          </ActionIcon>
        </span>
      </footer>
    </main>
  );
}

function slidesOf(
  words: ReportWords,
  locale: Locale,
  week: string,
  figures: Figures,
  report: Report | null,
): ReactNode[] {
  const { report: say, shell, voc } = words;
  const general = report?.comments.find(({ category }) => category === null)?.text;
  const movers = figures.categories
    .filter(({ change }) => change !== 0)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, 3);
  const quotes = report?.quotes ?? [];
  const pages = Array.from({ length: Math.ceil(quotes.length / MOST_QUOTES) }, (_, index) =>
    quotes.slice(index * MOST_QUOTES, (index + 1) * MOST_QUOTES),
  );
  return [
    <section key="head" className={classes.opening}>
      <p className={classes.span}>
        {voc.weekly.title} {week} · {spanOf(locale, week)}
      </p>
      <h1 className={classes.headline}>{report?.headline || voc.weekly.total}</h1>
      <p className={classes.total}>
        {count(locale, figures.total)}
        <span className={classes.beside}>
          <Sign value={figures.total - figures.previousTotal} />
          <span>{say.previous(count(locale, figures.previousTotal))}</span>
        </span>
      </p>
      {general && <p className={classes.comment}>{general}</p>}
    </section>,
    <section key="five">
      <h1 className={classes.title}>{say.five}</h1>
      <ul className={classes.five}>
        {figures.categories.map((figure) => (
          <BigFigure key={figure.category} figure={figure} most={mostOf(figures)} />
        ))}
      </ul>
    </section>,
    <section key="movers">
      <h1 className={classes.title}>{say.movers}</h1>
      {movers.length === 0 && <p className={classes.comment}>{say.moversNone}</p>}
      <ul className={classes.movers}>
        {movers.map(({ category, change, count: n, previous }) => (
          <li key={category}>
            <span className={classes.moverName} style={{ color: categoryColor(category) }}>
              {shell.categories[category]}
            </span>
            <span className={classes.moverSign}>
              <Sign value={change} />
            </span>
            <span className={classes.moverFrom}>
              {count(locale, previous)} → {count(locale, n)}
            </span>
            {report?.comments
              .filter((comment) => comment.category === category)
              .map(({ text }) => (
                <p key={text} className={classes.moverSays}>
                  {text}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </section>,
    ...pages.map((some, index) => (
      <section key={`quotes ${index}`}>
        <h1 className={classes.title}>{say.quotes}</h1>
        <ul className={classes.quotes}>
          {some.map(({ itemId, text, item }) => (
            <li key={itemId}>
              <blockquote data-removed={text === null || undefined}>{text ?? say.removed}</blockquote>
              {item && (
                <p
                  className={classes.who}
                  style={{ '--who': categoryColor(item.category) } as React.CSSProperties}
                >
                  {item.company?.name ?? voc.noCompany} · {shell.categories[item.category]}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
    )),
    ...(report?.sections ?? []).map((section) => (
      <section key={section.name}>
        <h1 className={classes.title}>{locale === 'ko' ? section.titleKo : section.titleEn}</h1>
        <ul className={classes.lines}>
          {section.lines.map((line) => (
            <li key={line.key}>
              <span>{locale === 'ko' ? line.textKo : line.textEn}</span>
              {line.count !== null && <b>{count(locale, line.count)}</b>}
            </li>
          ))}
        </ul>
      </section>
    )),
  ];
}

const mostOf = ({ categories }: Figures): number => Math.max(1, ...categories.map(({ count: n }) => n));

function BigFigure({ figure, most }: { figure: Figures['categories'][number]; most: number }) {
  const { shell } = useReportWords();
  const locale = useLocale();
  const { category, share } = figure;
  const Icon = CATEGORY_ICONS[category];
  return (
    <li style={{ '--figure-color': categoryColor(category) } as React.CSSProperties}>
      <span className={classes.fiveName}>
        <Icon size={28} stroke={2} aria-hidden />
        {shell.categories[category]}
      </span>
      <span className={classes.fiveTrack} aria-hidden>
        <span style={{ width: `${(figure.count / most) * 100}%` }} />
      </span>
      <span className={classes.fiveCount}>{count(locale, figure.count)}</span>
      <span className={classes.fiveShare}>{share === null ? '–' : percent(locale, share)}</span>
      <span className={classes.fiveChange}>
        <Sign value={figure.change} />
      </span>
    </li>
  );
}
