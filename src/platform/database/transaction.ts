// The only thing that can save, emit and enqueue: whatever it does is committed together or not at all.
import type { PoolClient } from 'pg';
import type { DataSource, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { Sql } from 'sql-template-tag';
import { type RoledActor, personOf } from '../actor.js';
import { run, together } from './statements.js';

/** Something that has happened: a past-tense name and ids, never content. */
export type EventType<Payload extends object> = { readonly name: string; readonly payload?: Payload };

export const defineEvent = <Payload extends object>(name: string): EventType<Payload> => ({ name });

/** What runs when an event is emitted; implemented by events/events.ts. */
export interface EventSink {
  /** Rules that must hold at once: run inside the emitting transaction. */
  within(tx: Transaction, name: string, payload: object): Promise<void>;
  /** Jobs to start after commit, by task name. */
  tasksOf(name: string): readonly string[];
}

/** A word to every watching client that something changed: ids only. */
export type HintNotice = { topics: string[]; hint: object };

export type JobOptions = { key?: string; runAt?: Date; attempts?: number };

const FOREIGN_KEY = '23503';
/** Of one notice; a topic is a word and an id, some fifty bytes. */
const MOST_TOPICS = 100;

/** One statement, so that it leaves together with the end of the transaction. */
const TELL = `select (select count(hotline.enqueue_all($1::json, clock_timestamp())::text)),
  (select count(pg_notify('hotline', notice)::text) from unnest($2::text[]) as notice)`;

type Job = { task: string; payload: object } & JobOptions;

export class Transaction {
  private readonly loaded = new WeakMap<object, Record<string, unknown>>();
  private readonly jobs: Job[] = [];
  private readonly notices = new Set<string>();
  private silent = false;

  constructor(
    readonly actor: RoledActor,
    /** The moment of this command: every row it writes carries the same one. */
    readonly at: Date,
    private readonly client: PoolClient,
    /** Describes the entities. */
    private readonly source: DataSource,
    private readonly sink: EventSink,
  ) {}

  /** The acting person. Throws for a system actor that acts for nobody: a programming error. */
  get person(): string {
    const id = personOf(this.actor);
    if (!id) throw new Error('This command needs a person who acts.');
    return id;
  }

  async sql<Row extends object>(query: Sql): Promise<Row[]> {
    return (await run<Row>(this.client, query.text, query.values)).rows;
  }

  async one<Row extends object>(query: Sql): Promise<Row | null> {
    return (await this.sql<Row>(query))[0] ?? null;
  }

  /** Runs statements in the order in which they are asked for, in one round trip. The first that fails fails all. */
  async all(ask: () => Promise<unknown>[]): Promise<void> {
    await together(this.client, () => Promise.all(ask()));
  }

  /** Loads whole rows of one entity, as the query finds and locks them; `save` then writes what changed. */
  async load<Entity extends ObjectLiteral>(type: new () => Entity, query: Sql): Promise<Entity[]> {
    const { columns } = this.source.getMetadata(type);
    return (await this.sql<Record<string, unknown>>(query)).map((row) => {
      const entity = Object.assign(
        new type(),
        Object.fromEntries(columns.map((column) => [column.propertyName, row[column.databaseName]])),
      );
      this.loaded.set(entity, { ...entity });
      return entity;
    });
  }

  /** Inserts a new entity, or updates the changed columns of a loaded one. */
  async save<Entity extends ObjectLiteral>(entity: Entity): Promise<Entity> {
    const { columns, primaryColumns, tablePath } = this.source.getMetadata(entity.constructor);
    const before = this.loaded.get(entity);
    const values: unknown[] = [];
    const given = (column: ColumnMetadata): string =>
      `$${values.push(wordFor(column, entity[column.propertyName]))}`;
    if (!before) {
      // What is left out is the database's to say.
      const said = columns.filter((column) => column.isInsert && entity[column.propertyName] !== undefined);
      const names = said.map(({ databaseName }) => databaseName).join(', ');
      await run(
        this.client,
        `insert into ${tablePath} (${names}) values (${said.map(given).join(', ')})`,
        values,
      );
    } else {
      const changed = columns.filter(
        (column) =>
          column.isUpdate && !column.isPrimary && before[column.propertyName] !== entity[column.propertyName],
      );
      if (changed.length === 0) return entity;
      const set = changed.map((column) => `${column.databaseName} = ${given(column)}`).join(', ');
      const where = primaryColumns.map((column) => `${column.databaseName} = ${given(column)}`).join(' and ');
      await run(this.client, `update ${tablePath} set ${set} where ${where}`, values);
    }
    this.loaded.set(entity, { ...entity });
    return entity;
  }

  /**
   * Takes rows away in one go where nothing points at them; where something does, those are found by halves.
   * Returns the ids that stay. `work` must do nothing outside the transaction.
   */
  async takeAway(ids: readonly string[], work: (ids: string[]) => Promise<unknown>): Promise<string[]> {
    if (ids.length === 0) return [];
    await this.client.query('savepoint taking_away');
    try {
      await work([...ids]);
      await this.client.query('release savepoint taking_away');
      return [];
    } catch (error) {
      if ((error as { code?: string }).code !== FOREIGN_KEY) throw error;
      await this.client.query('rollback to savepoint taking_away');
    }
    if (ids.length === 1) return [...ids];
    const half = Math.ceil(ids.length / 2);
    return [
      ...(await this.takeAway(ids.slice(0, half), work)),
      ...(await this.takeAway(ids.slice(half), work)),
    ];
  }

  /** Says what happened. Rules that must hold at once run now, jobs start after commit. */
  async emit<Payload extends object>(event: EventType<Payload>, payload: Payload): Promise<void> {
    for (const task of this.sink.tasksOf(event.name)) this.jobs.push({ task, payload });
    await this.sink.within(this, event.name, payload);
  }

  enqueue(task: string, payload: object, options: JobOptions = {}): void {
    this.jobs.push({ task, payload, ...options });
  }

  /** Tells all who watch one of the topics, in every process, once this is committed. */
  hint(topics: string[], hint: object): void {
    if (this.silent) return;
    // PostgreSQL refuses a notice of 8,000 bytes, and with it the whole command.
    for (let from = 0; from < topics.length; from += MOST_TOPICS) {
      const some = topics.slice(from, from + MOST_TOPICS);
      this.notices.add(JSON.stringify({ topics: some, hint } satisfies HintNotice));
    }
  }

  /** For bulk work: nobody is told of each of its thousand parts. */
  silence(): void {
    this.silent = true;
  }

  /** Writes the collected jobs and hints and ends, in one round trip; called once. */
  async commit(): Promise<void> {
    const [words, end] = await together(this.client, () =>
      Promise.allSettled([this.tell(), this.client.query('commit')]),
    );
    if (words.status === 'rejected') throw words.reason;
    if (end.status === 'rejected') throw end.reason;
    if (end.value.command !== 'COMMIT') throw new Error('The command was rolled back.');
  }

  private async tell(): Promise<void> {
    if (this.jobs.length === 0 && this.notices.size === 0) return;
    // Of jobs with one key the last one stands.
    const keyed = new Map(this.jobs.map((job, index) => [job.key ?? index, job]));
    const jobs = [...keyed.values()].map(({ task, payload, key, runAt, attempts }) => ({
      task,
      payload,
      key,
      // The queue has the database's clock: it is told how long to wait.
      wait_ms: runAt ? Math.max(0, runAt.getTime() - this.at.getTime()) : null,
      attempts,
    }));
    await run(this.client, TELL, [JSON.stringify(jobs), [...this.notices]]);
  }
}

/** JSON is told as text: the driver would make an array of PostgreSQL's out of a list. */
const wordFor = ({ type }: ColumnMetadata, value: unknown): unknown =>
  (type === 'json' || type === 'jsonb') && value !== null ? JSON.stringify(value) : value;
