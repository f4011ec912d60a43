// What every process needs before it can work: a database that is there, of the present shape, with its own facts.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import pg from 'pg';
import { compareBoardKeys, migrateBoards, readBoardKeys } from './community/index.js';
import type { Config } from './platform/config.js';
import { migrate } from './platform/database/index.js';
import { dateIn } from './platform/local-time.js';
import { type EmbeddedDatabase, openEmbedded } from './platform/database/embedded.js';

export type Opened = {
  databaseUrl: string;
  boardsUrl: string;
  /** Whether the boards have a cluster of their own. */
  boardsApart: boolean;
  /** What is said at the start: where the data lives. */
  where: string;
  /** Lets go of the database; the embedded one stops when nobody else uses it. */
  release(): Promise<void>;
};

/** Reaches the database of the settings, starting the embedded one where none is named. */
export async function openDatabase(
  config: Config,
  say: (sentence: string) => void = () => {},
): Promise<Opened> {
  if (config.databaseUrl) {
    await mustAnswer(config.databaseUrl, 'DATABASE_URL');
    const boardsUrl = config.boardDatabaseUrl ?? config.databaseUrl;
    if (config.boardDatabaseUrl) await mustAnswer(boardsUrl, 'BOARD_DATABASE_URL');
    const boardsApart = (await clusterOf(boardsUrl)) !== (await clusterOf(config.databaseUrl));
    return {
      databaseUrl: config.databaseUrl,
      boardsUrl,
      boardsApart,
      where: 'DATABASE_URL',
      release: async () => {},
    };
  }
  const embedded = await openEmbedded({
    directory: resolve(config.dataDirectory),
    database: 'hotline',
    onProgress: say,
  });
  const boards = config.boardDatabaseUrl ? null : await openBoards(config, embedded, say);
  return {
    databaseUrl: embedded.url,
    boardsUrl: boards?.url ?? config.boardDatabaseUrl ?? embedded.url,
    boardsApart: true,
    where: `${config.dataDirectory} (embedded PostgreSQL ${embedded.version})`,
    release: async () => {
      await boards?.release();
      await embedded.release();
    },
  };
}

/** Migrates and, the first time, writes down the installation's own facts. Returns whether it was the first time. */
export async function setUp(
  databaseUrl: string,
  config: Config,
  at: Date,
  say: (sentence: string) => void = () => {},
  boardsUrl = databaseUrl,
): Promise<boolean> {
  await migrateBoards(boardsUrl);
  const ran = await migrate(databaseUrl);
  if (ran.length > 0) say(`Migrated the database (${ran.length} step${ran.length === 1 ? '' : 's'}).`);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `insert into hotline.installation (zone, provider_name, cursor_key, created_at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [config.zone, config.providerName, randomBytes(32).toString('base64url'), at],
    );
    return rowCount === 1;
  } finally {
    await client.end();
  }
}

/** Looks whether the key file is the one that authors' tags were made with. Throws BoardKeyError. */
export const checkBoardKeys = (boardsUrl: string, config: Config, at: Date): Promise<void> =>
  compareBoardKeys(boardsUrl, readBoardKeys(config.boardKeyFile), dateIn(config.zone, at));

/** The boards' own small cluster, beside the first one. */
async function openBoards(
  config: Config,
  embedded: EmbeddedDatabase,
  say: (sentence: string) => void,
): Promise<EmbeddedDatabase> {
  try {
    return await openEmbedded({
      directory: resolve(config.dataDirectory),
      name: 'boards',
      database: 'boards',
      settings: { shared_buffers: '16MB', max_connections: '40' },
      onProgress: say,
    });
  } catch (error) {
    await embedded.release();
    throw error;
  }
}

/** Two addresses may lead to one server: it says when it was started, and where it keeps its data. */
async function clusterOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ cluster: string }>(
      `select concat_ws(' ', extract(epoch from pg_postmaster_start_time()), inet_server_addr(), inet_server_port()) as cluster`,
    );
    return rows[0]?.cluster ?? '';
  } finally {
    await client.end();
  }
}

async function mustAnswer(url: string, setting: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`${setting} names a database that does not answer: ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => {});
  }
}
