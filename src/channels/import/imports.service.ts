// Commands on imports: take a file in, say what its columns mean, check, run, stop, undo, let go of it.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, personOf, systemFor } from '../../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../../platform/database/index.js';
import { conflict, found, invalid } from '../../platform/errors.js';
import { FileStore, cleanFileName } from '../../platform/files/index.js';
import { tidyName } from '../../platform/graphql/index.js';
import { CHANNELS } from '../../threads/index.js';
import { readFile } from './csv-file.js';
import { CONSTANT, type Field, type Mapping, missingFields } from './fields.js';
import { type ImportAbility, importAbilities } from './imports.policy.js';
import {
  type ImportRecord,
  type ImportState,
  ImportsReads,
  NO_FIGURES,
  mustImport,
} from './imports.reads.js';
import { proposeMapping } from './proposing.js';
import { loadRecord, tellOf } from './record.js';

/** One field of the mapping as it was chosen; neither column nor constant takes it away. */
export type Choice = { field: Field; column?: number | null; constant?: string | null };

/** What stands still for so long has lost its job, and is begun again. */
const STANDSTILL_MS = 120_000;

const JOBS = { CHECKING: 'checkImport', RUNNING: 'runImport', UNDOING: 'undoImport' } as const;
type Busy = keyof typeof JOBS;

@Injectable()
export class ImportsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(ImportsReads) private readonly reads: ImportsReads,
  ) {}

  /** Keeps a file as UTF-8, with a proposal of what its columns mean. Throws INVALID with what the file is instead. */
  async receive(actor: Actor, givenName: string, bytes: Buffer, source = 'csv'): Promise<string> {
    mustImport(actor);
    const { text, encoding, delimiter, columns, rows } = await readFile(bytes);
    if (rows === 0) throw invalid('NO_ROWS', 'There is no row below the first line.', 'file');
    const mapping = proposeMapping(columns, await this.reads.zone());
    const id = newId();
    await this.database.transact(systemFor(actor), async (tx) => {
      await tx.sql(sql`
        insert into hotline.imports (id, name, source, state, encoding, delimiter, bytes, rows, columns, mapping,
          brought, created_by, created_at, moved_at)
        values (${id}, ${cleanFileName(givenName)}, ${source}, 'UPLOADED', ${encoding}, ${delimiter}, ${bytes.length},
          ${rows}, ${JSON.stringify(columns)}::json, ${JSON.stringify(mapping)}::json,
          ${JSON.stringify(NO_FIGURES)}::json, ${personOf(actor)}, ${tx.at}, ${tx.at})`);
      tellOf(tx);
    });
    // The row comes first: whatever a crash leaves on disk has a row, and goes with it.
    await this.files.put(id, Buffer.from(text));
    return id;
  }

  /** Says what columns mean; what was checked before is checked anew. */
  async map(actor: Actor, id: string, choices: Choice[], source: string | null): Promise<void> {
    await this.change(actor, id, 'map', async (tx, record) => {
      const mapping = chosen(record, choices);
      await tx.sql(sql`delete from hotline.import_problem where import_id = ${id}`);
      await tx.sql(sql`update hotline.imports set mapping = ${JSON.stringify(mapping)}::json,
        source = ${source ?? record.source}, state = 'UPLOADED', figures = null, failure = null, done = 0
        where id = ${id}`);
    });
  }

  async check(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, 'check', async (tx) => {
      await tx.sql(sql`update hotline.imports set state = 'CHECKING', figures = null, failure = null, done = 0,
        moved_at = ${tx.at} where id = ${id}`);
      this.begin(tx, id, 'CHECKING');
    });
  }

  /** Begins, or goes on where it was stopped. */
  async run(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, 'run', async (tx, record) => {
      await this.start(tx, record);
      this.begin(tx, id, 'RUNNING');
    });
  }

  /** For the command line: runs without a dry run, and in the process that asks. */
  async startHere(actor: Actor, id: string): Promise<void> {
    mustImport(actor);
    await this.database.transact(systemFor(actor), async (tx) => {
      const record = found(await loadRecord(tx, id, true));
      const missing = missingFields(record.mapping);
      if (missing.length > 0) throw missingColumns(missing);
      await this.start(tx, record);
    });
  }

  /** After the batch that runs now. */
  async stop(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, 'stop', (tx) =>
      tx.sql(sql`update hotline.imports set asked_to_stop = true where id = ${id}`),
    );
  }

  async undo(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, 'undo', async (tx) => {
      await tx.sql(sql`update hotline.imports set state = 'UNDOING', done = 0, failure = null,
        undone_by = ${personOf(actor)}, moved_at = ${tx.at} where id = ${id}`);
      this.begin(tx, id, 'UNDOING');
    });
  }

  /** Lets go of a file that brought nothing. */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, 'discard', (tx) =>
      tx.sql(sql`delete from hotline.imports where id = ${id}`),
    );
    await this.files.remove(id);
  }

  /** A step that ended in a fault of ours, or found its file gone; it can be tried again. */
  async fail(id: string, failure: string): Promise<void> {
    await this.database.transact({ kind: 'system', behalf: null }, async (tx) => {
      await tx.sql(sql`update hotline.imports set state = 'FAILED', failure = ${failure}, asked_to_stop = false,
        finished_at = ${tx.at}, moved_at = ${tx.at} where id = ${id} and state in ('CHECKING', 'RUNNING', 'UNDOING')`);
      tellOf(tx);
    });
  }

  /** Steps whose worker, and with it their job, is gone; the calendar asks. */
  async continueForgotten(): Promise<void> {
    await this.database.transact({ kind: 'system', behalf: null }, async (tx) => {
      const before = new Date(tx.at.getTime() - STANDSTILL_MS);
      const still = await tx.sql<{ id: string; state: Busy }>(sql`
        update hotline.imports set moved_at = ${tx.at}
        where state in ('CHECKING', 'RUNNING', 'UNDOING') and moved_at < ${before} returning id, state`);
      for (const { id, state } of still) this.begin(tx, id, state);
    });
  }

  private async start(tx: Transaction, record: ImportRecord): Promise<void> {
    if (record.started_at === null) {
      // The run lists what it finds itself.
      await tx.sql(sql`delete from hotline.import_problem where import_id = ${record.id}`);
    }
    const done = record.started_at === null ? 0 : record.done;
    await tx.sql(sql`update hotline.imports set state = 'RUNNING', done = ${done}, failure = null, asked_to_stop = false,
      started_by = coalesce(started_by, ${personOf(tx.actor)}), started_at = coalesce(started_at, ${tx.at}),
      finished_at = null, moved_at = ${tx.at} where id = ${record.id}`);
  }

  private begin(tx: Transaction, importId: string, state: Busy): void {
    tx.enqueue(JOBS[state], { importId }, { key: `import ${importId}` });
  }

  private async change(
    actor: Actor,
    id: string,
    ability: ImportAbility,
    work: (tx: Transaction, record: ImportRecord) => Promise<unknown>,
  ): Promise<void> {
    mustImport(actor);
    await this.database.transact(systemFor(actor), async (tx) => {
      const record = found(await loadRecord(tx, id, true));
      if (ability === 'check' || ability === 'run') {
        const missing = missingFields(record.mapping);
        if (missing.length > 0) throw missingColumns(missing);
      }
      if (!importAbilities(actor, record)[ability])
        throw conflict('IMPORT_STATE', `This cannot be done to an import that is ${said(record.state)}.`);
      await work(tx, record);
      tellOf(tx);
    });
  }
}

const said = (state: ImportState): string => state.toLowerCase();

const missingColumns = (missing: Field[]) =>
  invalid(
    'COLUMNS',
    `The file lacks these columns: ${missing.map((each) => each.toLowerCase()).join(', ')}.`,
    'choices',
  );

function chosen({ mapping, columns }: ImportRecord, choices: Choice[]): Mapping {
  const next: Mapping = { ...mapping };
  for (const { field, column, constant } of choices) {
    if (column !== null && column !== undefined) {
      if (column < 0 || column >= columns.length)
        throw invalid('COLUMN', 'The file has no such column.', 'choices');
      next[field] = { column };
    } else if (constant) {
      next[field] = { constant: constantOf(field, constant) };
    } else delete next[field];
  }
  return next;
}

function constantOf(field: Field, constant: string): string {
  const words = tidyName(constant).slice(0, 120);
  const fits =
    CONSTANT.includes(field) &&
    words !== '' &&
    (field !== 'CHANNEL' || CHANNELS.some((each) => each === words));
  if (!fits) throw invalid('CONSTANT', 'This cannot be the same in all rows.', 'choices');
  return words;
}
