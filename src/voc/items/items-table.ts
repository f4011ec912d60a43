// VOC items as a table for spreadsheets.
import { toCsv } from '../../platform/csv.js';
import { weekName } from '../../platform/week.js';
import type { TableRow } from './items.reads.js';

/** A table holds at most so many rows; who needs more narrows the filter. */
export const MOST_TABLE_ROWS = 20_000;

const HEAD = [
  'week',
  'occurred_at',
  'category',
  'quote',
  'company',
  'tier',
  'product_area',
  'channel',
  'language',
  'state',
  'withdrawn_reason',
  'proposed_category',
  'confidence',
  'reviewed_by',
  'reviewed_at',
  'thread',
];

/** One line per item; moments in ISO 8601 (UTC), confidence from 0 to 1. */
export const itemsAsCsv = (rows: TableRow[]): string =>
  toCsv([
    HEAD,
    ...rows.map((row) => [
      weekName(row.week),
      row.occurred_at.toISOString(),
      row.category,
      row.quote,
      row.company ?? '',
      row.company_tier ?? '',
      row.area ?? '',
      row.channel,
      row.language,
      row.state,
      row.withdrawn_reason ?? '',
      row.proposed_category,
      row.confidence.toFixed(3),
      row.coder ?? '',
      row.coded_at?.toISOString() ?? '',
      row.number ?? '',
    ]),
  ]);
