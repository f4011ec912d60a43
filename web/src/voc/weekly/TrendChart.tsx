// The trend as stacked bars, or the bars of the one category that is opened. A chunk of its own: the chart library is large.
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useNavigate } from 'react-router';
import { CATEGORIES, type Category } from '../../gql/words';
import { categoryColor } from '../../kit/CategoryBadge';
import { paths } from '../../paths';
import { useLocale, useWords } from '../../words/words';
import { count } from '../numbers';
import type { Week } from '../voc.gql';
import { mondayShort, shortSpanOf } from '../weeks';
import classes from './weekly.module.css';

type Props = { points: Week['trend']; category: Category | null; search: string };

export default function TrendChart({ points, category, search }: Props) {
  const { shell, voc } = useWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const shown = category ? [category] : CATEGORIES;
  const series = shown.map((each) => ({
    name: each.toLowerCase(),
    label: shell.categories[each],
    color: categoryColor(each),
  }));
  const [first, last] = [points[0]?.week ?? '', points.at(-1)?.week ?? ''];
  const label = voc.weekly.trendLabel(first, last, category && shell.categories[category]);
  return (
    // One picture for a screen reader, which has the table for the numbers.
    <div role="img" aria-label={label} className={classes.chart}>
      <BarChart
        h="100%"
        data={points}
        dataKey="week"
        type="stacked"
        series={series}
        valueFormatter={(value) => count(locale, value)}
        gridAxis="x"
        tickLine="none"
        strokeDasharray="0"
        accessibilityLayer={false}
        maxBarWidth={28}
        xAxisProps={{
          tickFormatter: (week: string) => mondayShort(locale, week),
          minTickGap: 24,
          interval: 'preserveEnd',
        }}
        yAxisProps={{ allowDecimals: false, width: 36 }}
        tooltipProps={{ labelFormatter: (week) => `${String(week)} · ${shortSpanOf(locale, String(week))}` }}
        // A thin seam between the colours, for eyes that see two of them as one.
        barProps={{
          isAnimationActive: false,
          cursor: 'pointer',
          stroke: 'var(--mantine-color-body)',
          strokeWidth: 1,
        }}
        barChartProps={{
          onClick: ({ activeLabel }) => {
            if (activeLabel !== undefined) void navigate(`${paths.week(String(activeLabel))}${search}`);
          },
        }}
      />
    </div>
  );
}
