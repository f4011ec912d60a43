// A file of rows: from the bytes that somebody's spreadsheet wrote to text, and from text to rows.
import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { Readable } from 'node:stream';
import { invalid } from '../../platform/errors.js';
import type { FileColumn } from './proposing.js';

export type Encoding = 'UTF-8' | 'EUC-KR' | 'UTF-16';
export type FileRow = { cells: string[]; /** Of the file, its head being line 1. */ line: number };

export type ReadFile = {
  /** What is kept: UTF-8, whatever came. */
  text: string;
  encoding: Encoding;
  delimiter: string;
  columns: FileColumn[];
  /** Without the head. */
  rows: number;
};

export const MOST_ROWS = 100_000;
const MOST_COLUMNS = 200;

/** Rows that are looked at to tell what a column holds, and how much of each cell is shown. */
const SAMPLES = 20;
const SAMPLE_LENGTH = 80;

/** A record that is longer has lost a quote somewhere. */
const MOST_RECORD = 1_000_000;

const DELIMITERS = [',', ';', '\t', '|'];

/** More than one such sign in two hundred, and it is no text. */
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\ufffe\uffff]/g;

/** Throws INVALID with what the file is instead, or in which line it breaks. */
export async function readFile(bytes: Buffer): Promise<ReadFile> {
  mustNotBeBook(bytes);
  const { text, encoding } = decoded(bytes);
  mustBeText(text);
  const delimiter = delimiterOf(text);
  let columns: FileColumn[] | null = null;
  let rows = 0;
  for await (const { cells } of rowsOf(Readable.from([text]), delimiter)) {
    if (!columns) {
      columns = cells.map((name) => ({ name: name.trim(), samples: [] }));
      if (columns.length > MOST_COLUMNS)
        throw invalid('COLUMNS', `A file may have at most ${MOST_COLUMNS} columns.`, 'file');
      continue;
    }
    if (++rows > MOST_ROWS)
      throw invalid('ROWS', `A file may have at most ${MOST_ROWS} rows; split it in two.`, 'file');
    if (rows <= SAMPLES) columns.forEach(({ samples }, index) => samples.push(sampleOf(cells[index] ?? '')));
  }
  if (!columns) throw invalid('EMPTY_FILE', 'The file is empty.', 'file');
  return { text, encoding, delimiter, columns, rows };
}

/** The head first, then every row; empty lines are passed over. Throws INVALID for a quote that is never closed. */
export async function* rowsOf(bytes: Readable, delimiter: string): AsyncGenerator<FileRow> {
  const parser = parse({ ...FORM, delimiter, info: true });
  // A pipe does not hand errors on: a disk that goes away would end the process.
  bytes.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>)
      if (!isHint(record)) yield { cells: record, line: info.lines };
  } catch (error) {
    if (error instanceof CsvError) throw invalid('QUOTES', error.message, 'file');
    throw error;
  } finally {
    bytes.destroy();
  }
}

const FORM = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: MOST_RECORD,
};

/** Excel's own first line that names the delimiter. */
const isHint = (record: string[]): boolean => /^sep=.?$/i.test(record.join(''));

const sampleOf = (cell: string): string =>
  [...cell.toWellFormed().replaceAll('\u0000', '\uFFFD')].slice(0, SAMPLE_LENGTH).join('');

function mustNotBeBook(bytes: Buffer): void {
  const start = bytes.toString('latin1', 0, 512).trimStart();
  // Also the tables of HTML that many systems hand out under the name of a spreadsheet.
  const book =
    /^(PK\x03\x04|\xd0\xcf\x11\xe0)/.test(start) || /^(<!doctype html|<html|<table|<\?xml)/i.test(start);
  if (book) {
    throw invalid(
      'WORKBOOK',
      'This is a workbook, not a CSV file: open it in Excel and save it as "CSV UTF-8".',
      'file',
    );
  }
}

/** Korean Excel writes CP949 unless it is told otherwise; Node's own decoder knows only the older part of it. */
function decoded(bytes: Buffer): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    const text = iconv.decode(bytes, 'cp949');
    if (text.includes('\uFFFD')) throw noText();
    return { text, encoding: 'EUC-KR' };
  }
}

function mustBeText(text: string): void {
  const strange = text.match(NO_TEXT)?.length ?? 0;
  if (strange * 200 > text.length) throw noText();
}

const noText = () =>
  invalid(
    'NOT_TEXT',
    'This is no text in UTF-8 or EUC-KR: open it in Excel and save it as "CSV UTF-8".',
    'file',
  );

/** The sign that cuts the first rows most evenly into the most cells. */
function delimiterOf(text: string): string {
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (said && DELIMITERS.includes(said)) return said;
  const score = (delimiter: string): number => {
    const records = parseAtOnce(startOf(text), { ...FORM, delimiter, to: 30 }) as string[][];
    const head = records[0]?.length ?? 0;
    const even = records.filter(({ length }) => length === head).length / Math.max(1, records.length);
    return head > 1 ? even * 1_000 + head : 0;
  };
  return DELIMITERS.map((each) => [each, tried(() => score(each))] as const).reduce((best, next) =>
    next[1] > best[1] ? next : best,
  )[0];
}

/** Whole lines of the beginning, so that no quote is cut in two that would be closed a word later. */
function startOf(text: string): string {
  if (text.length <= 200_000) return text;
  return text.slice(0, text.lastIndexOf('\n', 200_000));
}

const tried = (work: () => number): number => {
  try {
    return work();
  } catch {
    return 0;
  }
};
