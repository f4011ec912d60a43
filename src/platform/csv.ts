// Tables for spreadsheets.
import { stringify } from 'csv-stringify/sync';

/** UTF-8 with a mark, so that Excel reads Korean. Cells that a spreadsheet would run as a formula get a quote before them; numbers stay numbers. */
export const toCsv = (rows: (string | number)[][]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell))),
    // A line break of any kind stays inside its cell.
    { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/, cast: { number: String } },
  );

/** A text that no spreadsheet takes for a formula. */
export const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
