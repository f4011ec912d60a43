// Reads and transactions, each under the database role of the one who acts.
import { DataSource, DefaultNamingStrategy, type MixedList, type NamingStrategyInterface } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { type Actor, type RoledActor, personOf } from '../actor.js';
import type { Clock } from '../clock.js';
import { unauthenticated } from '../errors.js';
import { traced } from '../observe/index.js';
import { known } from './away.js';
import type { DatabaseRole } from './roles.js';
import { outdated, run, together } from './statements.js';
import { type EventSink, Transaction } from './transaction.js';

// Dates without time stay text (a week's Monday has no zone); counts fit a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

class SnakeNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? snake(property);
  }
}

type EntityClass = Function;

export type DatabaseOptions = {
  url: string;
  entities: EntityClass[];
  /** Connections of each of the three pools. */
  poolSize?: number;
};

/** A statement holds placeholders, never values; its beginning says which one it is. */
const LONGEST_IN_TRACE = 500;

const STATEMENT_TIMEOUT_MS = 10_000;

/** A database that has vanished answers nothing at all: what waits longer than any statement may take gives up. */
const ANSWER_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 5_000;

/** For a new connection, or a free one of the pool. */
const CONNECT_TIMEOUT_MS = 8_000;

const unmoved = (): void => {};

/** Commands that lost a race against another one are tried again: deadlock, serialization. */
const RACES = new Set(['40P01', '40001']);

export class Database {
  private readonly sources: Record<DatabaseRole, DataSource>;

  constructor(
    private readonly options: DatabaseOptions,
    private readonly clock: Clock,
    private readonly sink: EventSink,
  ) {
    this.sources = {
      hotline_contact: this.source('hotline_contact'),
      hotline_staff: this.source('hotline_staff'),
      hotline_system: this.source('hotline_system'),
    };
  }

  get url(): string {
    return this.options.url;
  }

  async open(): Promise<void> {
    for (const source of Object.values(this.sources)) {
      await source.initialize();
      // A connection that is lost while somebody holds it tells the pool nothing, and Node ends a process in which
      // nobody hears an error. Whoever holds it learns it from the query that fails.
      const pool = (source.driver as PostgresDriver).master as pg.Pool;
      pool.on('acquire', (client) => {
        if (!client.listeners('error').includes(unmoved)) client.on('error', unmoved);
      });
    }
  }

  async close(): Promise<void> {
    for (const source of Object.values(this.sources)) if (source.isInitialized) await source.destroy();
  }

  /** Entity descriptions, for the test that compares them with the tables. */
  get metadata(): DataSource['entityMetadatas'] {
    return this.sources.hotline_system.entityMetadatas;
  }

  /** One SELECT under the actor's role, in one round trip: begin, settings, query, commit are sent together. */
  read<Row extends object>(actor: Actor, query: Sql): Promise<Row[]> {
    return traced('database read', { 'db.query.text': query.text.slice(0, LONGEST_IN_TRACE) }, () =>
      this.readNow<Row>(actor, query),
    );
  }

  private async readNow<Row extends object>(actor: Actor, query: Sql, again = true): Promise<Row[]> {
    const client = await this.client(roleOf(actor));
    let broken: Error | boolean = true;
    try {
      const rows = await (actor.kind === 'system'
        ? bare<Row>(client, query)
        : guarded<Row>(client, actor, query));
      broken = false;
      return rows;
    } catch (error) {
      // A failing SELECT leaves the connection healthy when the end of its transaction was answered.
      broken = !(error instanceof Answered) || outdated(error.cause);
      const cause = error instanceof Answered ? error.cause : error;
      if (again && outdated(cause)) return await this.readNow<Row>(actor, query, false);
      throw known(cause);
    } finally {
      client.release(broken);
    }
  }

  async readOne<Row extends object>(actor: Actor, query: Sql): Promise<Row | null> {
    return (await this.read<Row>(actor, query))[0] ?? null;
  }

  /**
   * Runs one command in one transaction under the actor's role; events, jobs and hints leave with its commit.
   * `work` may run again after a lost race, so it must do nothing outside the transaction.
   */
  transact<Result>(actor: Actor, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return traced('database transaction', {}, () => this.tried(actor, work));
  }

  private async tried<Result>(actor: Actor, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(actor, work);
      } catch (error) {
        if (attempt >= 4 || !RACES.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }

  private async attempt<Result>(actor: Actor, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const roled = roledOrThrow(actor);
    const source = this.sources[roleOf(roled)];
    const client = await this.client(roleOf(roled));
    let broken = false;
    try {
      // Nobody waits for the beginning: it is answered before the first statement is, or neither is.
      const begun = client.query(`begin; ${settings(roled)}`);
      begun.catch(() => {});
      const tx = new Transaction(roled, this.clock.now(), client, source, this.sink);
      const result = await work(tx);
      await begun;
      await tx.commit();
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => (broken = true));
      throw known(error);
    } finally {
      client.release(broken);
    }
  }

  private client(role: DatabaseRole): Promise<pg.PoolClient> {
    return this.pool(role)
      .connect()
      .catch((error: unknown) => {
        throw known(error);
      });
  }

  /** Connections of each pool, for operators. */
  pools(): { role: DatabaseRole; open: number; idle: number; waiting: number }[] {
    return (Object.keys(this.sources) as DatabaseRole[]).map((role) => {
      const { totalCount, idleCount, waitingCount } = this.pool(role);
      return { role, open: totalCount, idle: idleCount, waiting: waitingCount };
    });
  }

  private pool(role: DatabaseRole): pg.Pool {
    return (this.sources[role].driver as PostgresDriver).master as pg.Pool;
  }

  private source(role: DatabaseRole): DataSource {
    return new DataSource({
      type: 'postgres',
      url: this.options.url,
      schema: 'hotline',
      entities: this.options.entities as MixedList<EntityClass>,
      namingStrategy: new SnakeNames(),
      synchronize: false,
      logging: false,
      poolErrorHandler: () => {},
      applicationName: `hotline ${role.replace('hotline_', '')}`,
      extra: {
        max: this.options.poolSize ?? 8,
        options: `-c role=${role} -c statement_timeout=${STATEMENT_TIMEOUT_MS}`,
        pipeline: true,
        keepAlive: true,
        connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
        query_timeout: ANSWER_TIMEOUT_MS,
      },
    });
  }
}

function roledOrThrow(actor: Actor): RoledActor {
  if (actor.kind === 'anonymous' || actor.kind === 'guest') throw unauthenticated();
  return actor;
}

function roleOf(actor: Actor): DatabaseRole {
  const { kind } = roledOrThrow(actor);
  return `hotline_${kind}`;
}

/** A SELECT that failed although its connection is well: the end of its transaction was answered. */
class Answered extends Error {}

/** The system's policies look at nobody, so its reads need no settings and no transaction around them. */
async function bare<Row extends object>(client: pg.PoolClient, query: Sql): Promise<Row[]> {
  try {
    return (await run<Row>(client, query.text, query.values)).rows;
  } catch (error) {
    throw (error as { severity?: string }).severity === 'ERROR' ? new Answered('', { cause: error }) : error;
  }
}

async function guarded<Row extends object>(client: pg.PoolClient, actor: Actor, query: Sql): Promise<Row[]> {
  const [, answer, end] = await together(client, () =>
    Promise.allSettled([
      client.query(`begin read only; ${settings(actor)}`),
      run<Row>(client, query.text, query.values),
      client.query('commit'),
    ]),
  );
  if (answer.status === 'rejected') {
    throw end.status === 'fulfilled' ? new Answered('', { cause: answer.reason }) : answer.reason;
  }
  if (end.status === 'rejected') throw end.reason;
  if (end.value.command !== 'COMMIT') throw new Error('The read was rolled back.');
  return answer.value.rows;
}

/** What the policies of row-level security look at; gone with the transaction. */
function settings(actor: Actor): string {
  const contact = actor.kind === 'contact' ? actor : null;
  return `select set_config('hotline.person', ${quoted(personOf(actor))}, true),
    set_config('hotline.company', ${quoted(contact?.companyId)}, true),
    set_config('hotline.space', ${quoted(contact?.spaceId)}, true)`;
}

/** Ids come out of our own tables; whatever is not one is no actor. */
function quoted(id: string | null | undefined): string {
  if (!id) return "''";
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('An actor’s id is no UUID.');
  return `'${id}'`;
}
