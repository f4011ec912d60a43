// One week as a table for spreadsheets and terminals.
import { toCsv } from '../../platform/csv.js';
import { weekName } from '../../platform/week.js';
import type { Week } from './weekly.service.js';

const HEAD = [
  'week',
  'complete',
  'category',
  'count',
  'share',
  'previous_week',
  'change',
  'median_4_weeks',
  'change_to_median',
];

/** One line per category and one for the total; shares from 0 to 1. UTF-8 with a mark, so that Excel reads Korean. */
export function weekAsCsv(week: Week): string {
  const name = weekName(week.week);
  const rows = week.categories.map((figure) => [
    name,
    String(week.complete),
    figure.category,
    figure.count,
    figure.share === null ? '' : figure.share.toFixed(4),
    figure.previous,
    figure.change,
    figure.median4,
    figure.changeToMedian,
  ]);
  const total = [
    name,
    String(week.complete),
    'TOTAL',
    week.total,
    week.total ? '1' : '',
    week.previousTotal,
    week.total - week.previousTotal,
    '',
    '',
  ];
  return toCsv([HEAD, ...rows, total]);
}

/** For the terminal: aligned columns, signs before changes. */
export function weekAsText(week: Week): string {
  const sign = (n: number): string => (n > 0 ? `+${n}` : String(n));
  const lines = [
    `Weekly VOC ${weekName(week.week)}${week.complete ? '' : ' (so far)'}   ${week.from.toISOString()} – ${week.to.toISOString()}`,
    '',
    row(['category', 'count', 'share', 'week before', 'change', 'median of 4', 'change']),
    ...week.categories.map((figure) =>
      row([
        figure.category,
        String(figure.count),
        figure.share === null ? '–' : `${(figure.share * 100).toFixed(1)} %`,
        String(figure.previous),
        sign(figure.change),
        String(figure.median4),
        sign(figure.changeToMedian),
      ]),
    ),
    row([
      'TOTAL',
      String(week.total),
      '',
      String(week.previousTotal),
      sign(week.total - week.previousTotal),
      '',
      '',
    ]),
    '',
    ...(week.rows.channels.length > 0
      ? [`channels   ${week.rows.channels.map(({ channel, n }) => `${channel} ${n}`).join(' · ')}`]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

const row = (cells: string[]): string =>
  cells.map((cell, index) => (index === 0 ? cell.padEnd(12) : cell.padStart(12))).join('');
