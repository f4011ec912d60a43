// Every SELECT about imports. For administrators; the database says so too.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system } from '../../platform/actor.js';
import { Database, rows, type Sql, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import { canImport } from '../../identity/index.js';
import type { Encoding } from './csv-file.js';
import type { Field, Mapping } from './fields.js';
import type { Problem, Reason } from './problems.js';
import type { FileColumn } from './proposing.js';

export const IMPORT_STATES = [
  'UPLOADED',
  'CHECKING',
  'CHECKED',
  'RUNNING',
  'STOPPED',
  'DONE',
  'FAILED',
  'UNDOING',
  'UNDONE',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Rows that were looked at so far, by what becomes of them, and who is new. */
export type Figures = {
  threads: number;
  companies: number;
  people: number;
  already: number;
  changed: number;
  wrong: number;
};
export const NO_FIGURES: Figures = { threads: 0, companies: 0, people: 0, already: 0, changed: 0, wrong: 0 };

/** What the dry run says besides: of which days the rows are. */
export type CheckFigures = Figures & { firstAt: string | null; lastAt: string | null };

export type ImportRecord = {
  id: string;
  name: string;
  source: string;
  state: ImportState;
  encoding: Encoding;
  delimiter: string;
  bytes: number;
  rows: number;
  columns: FileColumn[];
  mapping: Mapping;
  done: number;
  figures: CheckFigures | null;
  brought: Figures;
  asked_to_stop: boolean;
  failure: string | null;
  created_by: string | null;
  created_at: Date;
  checked_at: Date | null;
  started_by: string | null;
  started_at: Date | null;
  finished_at: Date | null;
  undone_by: string | null;
  undone_at: Date | null;
};

export type KeptRow = { kind: 'THREAD' | 'COMPANY' | 'PERSON'; id: string; name: string; why: string };
export type ProblemKind = {
  field: Field | null;
  column: string;
  reason: Reason;
  detail: string;
  count: number;
  line: number;
  value: string;
};

export const IMPORT_COLUMNS: Sql = sql`id, name, source, state, encoding, delimiter, bytes, rows, columns, mapping, done,
  figures, brought, asked_to_stop, failure, created_by, created_at, checked_at, started_by, started_at, finished_at,
  undone_by, undone_at`;

/** Kinds of problems that a page shows; the file of errors has them all. */
const MOST_KINDS = 30;

@Injectable()
export class ImportsReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  list(actor: Actor, first: number, after: [at: string, id: string] | null): Promise<ImportRecord[]> {
    mustImport(actor);
    const where = after ? sql`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`;
    return this.database.read(
      actor,
      sql`select ${IMPORT_COLUMNS} from hotline.imports where ${where} order by created_at desc, id desc limit ${rows(first + 1)}`,
    );
  }

  async byId(actor: Actor, id: string): Promise<ImportRecord | null> {
    mustImport(actor);
    return this.database.readOne(actor, sql`select ${IMPORT_COLUMNS} from hotline.imports where id = ${id}`);
  }

  /** By what is wrong, most frequent first, each with its first line. */
  problemKinds(actor: Actor, id: string): Promise<ProblemKind[]> {
    mustImport(actor);
    return this.database.read(
      actor,
      sql`select nullif(field, '') as field, column_name as column, reason, min(detail) as detail, count(*)::int as count,
            min(line) as line, (array_agg(value order by line))[1] as value
          from hotline.import_problem where import_id = ${id}
          group by field, column_name, reason order by count(*) desc, min(line) limit ${rows(MOST_KINDS)}`,
    );
  }

  problems(actor: Actor, id: string): Promise<Problem[]> {
    mustImport(actor);
    return this.database.read(
      actor,
      sql`select line, nullif(field, '') as field, column_name as column, value, reason, detail
          from hotline.import_problem where import_id = ${id} order by line, field`,
    );
  }

  kept(actor: Actor, id: string, most: number): Promise<KeptRow[]> {
    mustImport(actor);
    return this.database.read(
      actor,
      sql`select kind, id, name, why from hotline.import_kept where import_id = ${id}
          order by array_position(array['THREAD', 'COMPANY', 'PERSON'], kind), name, id limit ${rows(most)}`,
    );
  }

  async keptCount(actor: Actor, id: string): Promise<number> {
    mustImport(actor);
    const row = await this.database.readOne<{ n: number }>(
      actor,
      sql`select count(*)::int as n from hotline.import_kept where import_id = ${id}`,
    );
    return row?.n ?? 0;
  }

  async zone(): Promise<string> {
    const row = await this.database.readOne<{ zone: string }>(
      system,
      sql`select zone from hotline.installation`,
    );
    return row?.zone ?? 'Asia/Seoul';
  }
}

export const mustImport = (actor: Actor): void =>
  must(canImport(actor), 'ADMINS_ONLY', 'Only administrators import.');
