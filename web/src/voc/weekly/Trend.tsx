// Half a year at a glance: a chart that is loaded after the page, and the same numbers as a table.
import { Anchor, ScrollArea, SegmentedControl, Skeleton, Table, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { CATEGORIES, type Category } from '../../gql/words';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { paths } from '../../paths';
import { useLocale, useWords } from '../../words/words';
import { count } from '../numbers';
import type { Week } from '../voc.gql';
import { shortSpanOf } from '../weeks';
import { useSelection } from './selection';
import classes from './weekly.module.css';

const TrendChart = lazy(() => import('./TrendChart'));

type Point = Week['trend'][number];

const countOf = (point: Point, category: Category): number =>
  point[category.toLowerCase() as Lowercase<Category>];

export function Trend({ week }: { week: Week }) {
  const { shell, voc } = useWords();
  const { selection, search } = useSelection();
  const [view, setView] = useState<string>('chart');
  const { category } = selection;
  return (
    <section className={classes.trend} aria-labelledby="voc-trend">
      <div className={classes.sectionHead}>
        <div>
          <Title order={2} size="h5" id="voc-trend">
            {category ? voc.weekly.trendOf(shell.categories[category]) : voc.weekly.trend}
          </Title>
          <Text size="sm" c="dimmed" className={classes.noPrint}>
            {category ? voc.weekly.trendOneText : voc.weekly.trendText}
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          value={view}
          onChange={setView}
          aria-label={voc.weekly.trendView}
          className={classes.noPrint}
          data={[
            { value: 'chart', label: voc.weekly.asChart },
            { value: 'table', label: voc.weekly.asTable },
          ]}
        />
      </div>
      {view === 'chart' ? (
        <Suspense fallback={<Skeleton className={classes.chart} aria-label={voc.weekly.loadingChart} />}>
          <TrendChart points={week.trend} category={category} search={search} />
          <Legend shown={category ? [category] : CATEGORIES} />
        </Suspense>
      ) : (
        <TrendTable points={week.trend} search={search} />
      )}
    </section>
  );
}

/** In the order of the figures, with their signs: colour is never the only difference. */
function Legend({ shown }: { shown: readonly Category[] }) {
  const { shell } = useWords();
  return (
    <ul className={classes.legend}>
      {shown.map((category) => (
        <li key={category}>
          <CategoryBadge category={category} label={shell.categories[category]} quiet />
        </li>
      ))}
    </ul>
  );
}

function TrendTable({ points, search }: { points: Point[]; search: string }) {
  const { shell, voc } = useWords();
  const locale = useLocale();
  return (
    <ScrollArea.Autosize
      mah={290}
      type="auto"
      viewportProps={{ tabIndex: 0, role: 'group', 'aria-labelledby': 'voc-trend' }}
    >
      <Table stickyHeader className={classes.table} verticalSpacing={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{voc.weekly.weekColumn}</Table.Th>
            {CATEGORIES.map((category) => (
              <Table.Th key={category} scope="col" className={classes.number}>
                {shell.categories[category]}
              </Table.Th>
            ))}
            <Table.Th scope="col" className={classes.number}>
              {voc.weekly.totalColumn}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...points].reverse().map((point) => (
            <Table.Tr key={point.week}>
              <Table.Th scope="row" fw={500}>
                <Anchor component={Link} to={`${paths.week(point.week)}${search}`} size="sm">
                  {point.week}
                </Anchor>{' '}
                <Text span size="xs" c="dimmed">
                  {shortSpanOf(locale, point.week)}
                </Text>
              </Table.Th>
              {CATEGORIES.map((category) => (
                <Table.Td key={category} className={classes.number}>
                  {count(locale, countOf(point, category))}
                </Table.Td>
              ))}
              <Table.Td className={classes.number} fw={600}>
                {count(locale, point.total)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
