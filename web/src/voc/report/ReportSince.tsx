// Published against now: how many items explain the difference; the details come when somebody asks for them.
import { Button, Text } from '@mantine/core';
import { CATEGORIES, type Category } from '../../gql/words';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useReportWords } from '../../words/reporting';
import { useLocale } from '../../words/words';
import { count } from '../numbers';
import type { Report } from './report.gql';
import classes from './report.module.css';

const ReportDetails = lazy(() => import('./ReportDetails'));

/** The figures of the page, as they count now. */
export type Current = { total: number; categories: { category: Category; count: number }[] };

export function ReportSince({ report, current }: { report: Report; current: Current }) {
  const { report: say } = useReportWords();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const n = report.differences.totalCount;
  return (
    <div className={classes.since}>
      <div className={classes.sinceHead}>
        <Text size="sm" fw={600}>
          {n === 0 ? say.sinceSame : say.sinceDiffers(count(locale, n))}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          rightSection={
            open ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />
          }
          onClick={() => setOpen(!open)}
        >
          {open ? say.hide : say.show}
        </Button>
      </div>
      {n > 0 && !open && <Beside report={report} current={current} />}
      {open && (
        <Suspense>
          <ReportDetails report={report} />
        </Suspense>
      )}
    </div>
  );
}

/** The five figures as published, and beside each the current one where it is another. */
function Beside({ report, current }: { report: Report; current: Current }) {
  const { report: say, shell, voc } = useReportWords();
  const locale = useLocale();
  const { published } = report;
  if (!published) return null;
  const countOf = (of: { category: Category; count: number }[], wanted: Category) =>
    of.find(({ category }) => category === wanted)?.count ?? 0;
  const figures = [
    { key: 'TOTAL', name: voc.weekly.total, was: published.total, is: current.total },
    ...CATEGORIES.map((category) => ({
      key: category,
      name: <CategoryBadge quiet category={category} label={shell.categories[category]} />,
      was: countOf(published.categories, category),
      is: countOf(current.categories, category),
    })),
  ];
  return (
    <dl className={classes.beside}>
      {figures.map(({ key, name, was, is }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>
            <span className={classes.was}>{count(locale, was)}</span>
            {was !== is && <span className={classes.is}>{say.nowIs(count(locale, is))}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
