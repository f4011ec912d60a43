// The only thing that can save, emit and enqueue: whatever it does is committed together or not at all.
import type { EntityManager, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import type { Sql } from 'sql-template-tag';
import { type RoledActor, personOf } from '../actor.js';

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

type Job = { task: string; payload: object } & JobOptions;

export class Transaction {
  private readonly loaded = new WeakMap<object, Record<string, unknown>>();
  private readonly jobs: Job[] = [];
  private readonly notices: string[] = [];
  private silent = false;

  constructor(
    readonly actor: RoledActor,
    /** The moment of this command: every row it writes carries the same one. */
    readonly at: Date,
    private readonly runner: QueryRunner,
    private readonly sink: EventSink,
  ) {}

  /** The acting person. Throws for a system actor that acts for nobody: a programming error. */
  get person(): string {
    const id = personOf(this.actor);
    if (!id) throw new Error('This command needs a person who acts.');
    return id;
  }

  async sql<Row extends object>(query: Sql): Promise<Row[]> {
    return (await this.runner.query(query.text, query.values, true)).records as Row[];
  }

  async one<Row extends object>(query: Sql): Promise<Row | null> {
    return (await this.sql<Row>(query))[0] ?? null;
  }

  /** Loads whole rows of one entity, as the query finds and locks them; `save` then writes what changed. */
  async load<Entity extends ObjectLiteral>(type: new () => Entity, query: Sql): Promise<Entity[]> {
    const { columns } = this.manager.connection.getMetadata(type);
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
    const target = entity.constructor as EntityTarget<Entity>;
    const before = this.loaded.get(entity);
    if (!before) {
      await this.manager.insert(target, entity);
    } else {
      const { columns, primaryColumns } = this.manager.connection.getMetadata(target);
      const changed = columns.filter(
        (column) => !column.isPrimary && before[column.propertyName] !== entity[column.propertyName],
      );
      if (changed.length === 0) return entity;
      const pick = (list: typeof columns): Record<string, unknown> =>
        Object.fromEntries(list.map((column) => [column.propertyName, entity[column.propertyName]]));
      await this.manager.update(target, pick(primaryColumns), pick(changed) as never);
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
    await this.runner.query('savepoint taking_away');
    try {
      await work([...ids]);
      await this.runner.query('release savepoint taking_away');
      return [];
    } catch (error) {
      if ((error as { driverError?: { code?: string } }).driverError?.code !== FOREIGN_KEY) throw error;
      await this.runner.query('rollback to savepoint taking_away');
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
      this.notices.push(JSON.stringify({ topics: some, hint } satisfies HintNotice));
    }
  }

  /** For bulk work: nobody is told of each of its thousand parts. */
  silence(): void {
    this.silent = true;
  }

  /** Writes the collected jobs and hints in one round trip; called once, right before commit. */
  async flush(): Promise<void> {
    if (this.jobs.length === 0 && this.notices.length === 0) return;
    const jobs = this.jobs.map(({ task, payload, key, runAt, attempts }) => ({
      task,
      payload,
      key,
      // The queue has the database's clock: it is told how long to wait.
      wait_ms: runAt ? Math.max(0, runAt.getTime() - this.at.getTime()) : null,
      attempts,
    }));
    await this.runner.query(
      `select (select count(hotline.enqueue(j.task, j.payload, j.key,
                 clock_timestamp() + j.wait_ms * interval '1 millisecond', j.attempts)::text)
               from json_to_recordset($1::json)
                 as j(task text, payload json, key text, wait_ms float8, attempts int)),
              (select count(pg_notify('hotline', notice)::text) from unnest($2::text[]) as notice)`,
      [JSON.stringify(jobs), this.notices],
    );
  }

  private get manager(): EntityManager {
    return this.runner.manager;
  }
}
