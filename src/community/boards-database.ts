// The boards' own PostgreSQL: reads and transactions under nobody's name, and its migrations.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Kind, type Sql, runFiles } from '../platform/database/index.js';
import { unavailable } from '../platform/errors.js';
import { type BoardKeys, BoardKeyError } from './board-keys.js';

const MIGRATIONS = join(dirname(fileURLToPath(import.meta.url)), '../../migrations/boards');

const STATEMENT_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 8_000;

/** Injection token of how the boards are reached. */
export const BOARDS = Symbol('boards');

export type BoardsPlace = {
  url: string;
  /** Read when first needed. */
  keys: () => BoardKeys;
  /** Whether it is another PostgreSQL cluster than the rest's, so that its transaction numbers say nothing of the rest. */
  ownCluster: boolean;
  /** A company's name may be shown where at least so many of its people may write. */
  labelFrom: number;
  /** Connections of the pool. */
  poolSize?: number;
};

/** What one command or one read asks for. */
export type Asking = { sql<Row extends object>(query: Sql): Promise<Row[]> };

const asking = (client: { query: pg.ClientBase['query'] }): Asking => ({
  sql: async <Row extends object>(query: Sql) =>
    (await client.query({ text: query.text, values: query.values as unknown[] })).rows as Row[],
});

@Injectable()
export class BoardsDatabase implements Asking, OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(@Inject(BOARDS) readonly place: BoardsPlace) {
    this.pool = new pg.Pool({
      connectionString: place.url,
      max: place.poolSize ?? 6,
      application_name: 'hotline boards',
      statement_timeout: STATEMENT_TIMEOUT_MS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    });
    this.pool.on('error', () => {});
    this.pool.on('acquire', (client) => {
      if (client.listenerCount('error') === 0) client.on('error', () => {});
    });
  }

  async sql<Row extends object>(query: Sql): Promise<Row[]> {
    const client = await this.client();
    try {
      return await asking(client).sql<Row>(query);
    } finally {
      client.release();
    }
  }

  async transact<Result>(work: (tx: Asking) => Promise<Result>): Promise<Result> {
    const client = await this.client();
    let broken = false;
    try {
      await client.query('begin');
      const result = await work(asking(client));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private client(): Promise<pg.PoolClient> {
    return this.pool.connect().catch((error: unknown) => {
      throw unavailable('BOARDS_AWAY', 'The boards cannot be reached for a moment; try again.', error);
    });
  }
}

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'hotline migrate boards' });
  await client.connect();
  try {
    // Processes that start together come one after the other; the lock goes with the connection.
    await client.query(`select pg_advisory_lock(hashtext('hotline migrate boards'))`);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Brings the boards' database to the present shape. */
export const migrateBoards = (url: string, upTo?: string): Promise<string[]> =>
  withClient(url, (client) => runFiles(client, { dir: MIGRATIONS, schema: 'boards', upTo }));

/** How the boards are backed up; the key never is. */
export const BOARDS_BACKUP: Kind = {
  schemas: ['boards'],
  shape: 'boards.migration',
  madeAnew: ['boards.migration'],
  used: 'boards.board',
  migrate: migrateBoards,
};

/** Compares the keys with those that tags were made with, and writes down new ones. Throws BoardKeyError. */
export const compareBoardKeys = (url: string, keys: BoardKeys, today: string): Promise<void> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ version: number; fingerprint: Buffer }>(
      'select version, fingerprint from boards.key',
    );
    for (const { version, fingerprint } of rows) {
      if (!keys.versions.includes(version))
        throw new BoardKeyError(
          `Posts on the boards were made with key ${version}, which the key file lacks: their authors could not edit them any more. ` +
            'Bring the key file back from where it is kept (docs/running.md, Boards).',
        );
      if (!keys.fingerprint(version).equals(fingerprint))
        throw new BoardKeyError(
          `Key ${version} of the key file is not the one that posts on the boards were made with. ` +
            'Every server needs the same key file (docs/running.md, Boards).',
        );
    }
    const known = new Set(rows.map(({ version }) => version));
    for (const version of keys.versions.filter((each) => !known.has(each)))
      await client.query('insert into boards.key (version, fingerprint, since) values ($1, $2, $3)', [
        version,
        keys.fingerprint(version),
        today,
      ]);
  });
