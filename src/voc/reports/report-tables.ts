// A report as tables: CSV for programs, XLSX for people. No cell can be taken for a formula.
import type { Sheet } from 'write-excel-file/node';
import { harmless, toCsv } from '../../platform/csv.js';
import type { ReportView } from './report-view.service.js';
import { type Locale, REPORT_WORDS } from './report-words.js';
import type { ItemTableRow } from './reports.reads.js';

type Cell = string | number;

const CSV_HEAD = [
  'week',
  'state',
  'dimension',
  'key',
  'name',
  'count',
  'share',
  'previous_week',
  'change',
  'median_4_weeks',
];

/** Every figure of the report, one a line; shares from 0 to 1. */
export function reportAsCsv({ document, published }: ReportView, locale: Locale): string {
  const words = REPORT_WORDS[locale];
  const { week } = document;
  const state = published ? 'PUBLISHED' : 'DRAFT';
  const plain = (dimension: string, key: string, name: string, count: number): Cell[] => [
    week,
    state,
    dimension,
    key,
    name,
    count,
    '',
    '',
    '',
    '',
  ];
  return toCsv([
    CSV_HEAD,
    [
      week,
      state,
      'TOTAL',
      '',
      words.total,
      document.total,
      document.total > 0 ? 1 : '',
      document.previousTotal,
      document.total - document.previousTotal,
      '',
    ],
    ...document.categories.map((figure): Cell[] => [
      week,
      state,
      'CATEGORY',
      figure.category,
      words.categories[figure.category],
      figure.count,
      figure.share ?? '',
      figure.previous,
      figure.change,
      figure.median4,
    ]),
    ...document.channels.map(({ channel, count }) =>
      plain('CHANNEL', channel, words.channelNames[channel], count),
    ),
    ...document.areas.map(({ id, ko, en, count }) =>
      plain('AREA', id ?? 'NONE', (locale === 'ko' ? ko : en) ?? words.noArea, count),
    ),
    ...document.tiers.map(({ tier, count }) => plain('TIER', tier, words.tierNames[tier], count)),
    ...document.companies.map(({ id, name, count }) => plain('COMPANY', id, name, count)),
  ]);
}

/** Three sheets: the figures, the breakdowns, and the items behind them. */
export async function reportAsXlsx(view: ReportView, items: ItemTableRow[], locale: Locale): Promise<Buffer> {
  const words = REPORT_WORDS[locale];
  const { document } = view;
  const { columns } = words;
  const figures: Cell[][] = [
    [words.category, words.count, words.share, columns.previousWeek, words.change, words.median],
    ...document.categories.map((figure) => [
      words.categories[figure.category],
      figure.count,
      figure.share ?? '',
      figure.previous,
      figure.change,
      figure.median4,
    ]),
    [
      words.total,
      document.total,
      document.total > 0 ? 1 : '',
      document.previousTotal,
      document.total - document.previousTotal,
      '',
    ],
  ];
  const breakdowns: Cell[][] = [
    [columns.kind, columns.name, words.count],
    ...document.channels.map(({ channel, count }) => [columns.channel, words.channelNames[channel], count]),
    ...document.areas.map(({ ko, en, count }) => [
      columns.area,
      (locale === 'ko' ? ko : en) ?? words.noArea,
      count,
    ]),
    ...document.tiers.map(({ tier, count }) => [columns.tier, words.tierNames[tier], count]),
    ...document.companies.map(({ name, count }) => [columns.company, name, count]),
  ];
  const list: Cell[][] = [
    [
      columns.occurred,
      words.category,
      columns.quote,
      columns.company,
      columns.tier,
      columns.area,
      columns.channel,
      columns.thread,
    ],
    ...items.map((item) => [
      item.occurred_at?.toISOString() ?? '',
      words.categories[item.category],
      item.quote ?? words.removed,
      item.company ?? words.noCompany,
      item.tier ? words.tierNames[item.tier] : '',
      (locale === 'ko' ? item.area_ko : item.area_en) ?? words.noArea,
      words.channelNames[item.channel],
      item.number ?? '',
    ]),
  ];
  const sheets = [
    sheet(words.sheets.figures, figures, [20, 10, 10, 14, 14, 14]),
    sheet(words.sheets.breakdowns, breakdowns, [16, 40, 10]),
    sheet(words.sheets.items, list, [24, 14, 80, 24, 12, 18, 14, 12]),
  ];
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(sheets).toBuffer();
}

/** A line of heads that stays in sight, and cells that are what they look like. */
const sheet = (name: string, rows: Cell[][], widths: number[]): Sheet<never> => ({
  sheet: name,
  stickyRowsCount: 1,
  columns: widths.map((width) => ({ width })),
  data: rows.map((row, index) =>
    row.map((cell) =>
      typeof cell === 'number'
        ? { value: cell, type: Number }
        : { value: harmless(cell), type: String, ...(index === 0 ? { fontWeight: 'bold' as const } : {}) },
    ),
  ),
});
