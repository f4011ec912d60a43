// The file of an import, row by row under its mapping: for the preview, the dry run and the run alike.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { conflict } from '../../platform/errors.js';
import { FileStore } from '../../platform/files/index.js';
import { rowsOf } from './csv-file.js';
import type { Field } from './fields.js';
import { type ImportRecord, ImportsReads } from './imports.reads.js';
import { momentReader } from './moments.js';
import { type Problem, shownValue } from './problems.js';
import { type ImportRow, type ReadRow, type Reading, readRow } from './row.js';

/** Rows that are looked at together, right and wrong ones. */
export type Batch = {
  /** Rows of the file up to the end of this batch. */
  done: number;
  rows: ImportRow[];
  wrong: number;
  problems: Problem[];
};

export type PreviewRow = { line: number; problems: Problem[]; shown: ReadRow['shown'] };

type Subject = Pick<ImportRecord, 'id' | 'delimiter' | 'columns' | 'mapping' | 'started_at'>;

@Injectable()
export class ReadingService {
  constructor(
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(ImportsReads) private readonly reads: ImportsReads,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The first rows as they would become; a field without an origin is not there yet, and no problem. */
  async preview(subject: Subject, most: number): Promise<PreviewRow[]> {
    const rows: PreviewRow[] = [];
    for await (const { line, problems, shown } of this.rows(subject)) {
      const told = problems.filter(({ field }) => field === null || subject.mapping[field]);
      rows.push({ line, problems: told, shown: onlyMapped(shown, subject) });
      if (rows.length >= most) break;
    }
    return rows;
  }

  /** Batches begin at the same rows every time, so that a run which was cut goes on at the right one. */
  async *batches(subject: Subject, size: number): AsyncGenerator<Batch> {
    const seen = new Map<string, number>();
    let done = 0;
    let batch: Omit<Batch, 'done'> = { rows: [], wrong: 0, problems: [] };
    for await (const { line, row, problems } of this.rows(subject)) {
      done += 1;
      const earlier = row ? seen.get(row.externalId) : undefined;
      if (!row || earlier !== undefined) {
        batch.wrong += 1;
        batch.problems.push(
          ...(row ? [twice(subject, row, earlier ?? 0)] : problems.map((each) => ({ ...each, line }))),
        );
      } else {
        seen.set(row.externalId, line);
        batch.rows.push(row);
      }
      if (done % size > 0) continue;
      yield { ...batch, done };
      batch = { rows: [], wrong: 0, problems: [] };
    }
    if (done % size > 0) yield { ...batch, done };
  }

  private async *rows(subject: Subject): AsyncGenerator<ReadRow & { line: number }> {
    const stream = await this.files.get(subject.id);
    if (!stream) throw conflict('FILE_GONE', 'The file of this import is gone; upload it again.');
    const reading: Reading = {
      columns: subject.columns.map(({ name }) => name),
      mapping: subject.mapping,
      readMoment: momentReader(await this.reads.zone()),
      now: subject.started_at ?? this.clock.now(),
    };
    let head = true;
    for await (const each of rowsOf(stream, subject.delimiter)) {
      if (!head) yield { ...readRow(each, reading), line: each.line };
      head = false;
    }
  }
}

/** The head of the column that a field comes from; empty for what is the same in all rows. */
export function columnOf({ columns, mapping }: Pick<Subject, 'columns' | 'mapping'>, field: Field): string {
  const origin = mapping[field];
  return origin && 'column' in origin ? (columns[origin.column]?.name ?? '') : '';
}

const twice = (subject: Subject, row: ImportRow, line: number): Problem => ({
  line: row.line,
  field: 'EXTERNAL_ID',
  column: columnOf(subject, 'EXTERNAL_ID'),
  value: subject.mapping.EXTERNAL_ID ? shownValue(row.externalId) : '',
  reason: 'TWICE',
  detail: String(line),
});

const onlyMapped = (shown: ReadRow['shown'], { mapping }: Subject): ReadRow['shown'] =>
  Object.fromEntries(Object.entries(shown).filter(([field]) => mapping[field as Field]));
