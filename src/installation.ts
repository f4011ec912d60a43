// What every process needs before it can work: a database that is there, of the present shape, with its own facts.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import pg from 'pg';
import type { Config } from './platform/config.js';
import { migrate } from './platform/database/index.js';
import { openEmbedded } from './platform/database/embedded.js';

export type Opened = {
  databaseUrl: string;
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
    await mustAnswer(config.databaseUrl);
    return { databaseUrl: config.databaseUrl, where: 'DATABASE_URL', release: async () => {} };
  }
  const embedded = await openEmbedded({
    directory: resolve(config.dataDirectory),
    database: 'hotline',
    onProgress: say,
  });
  return {
    databaseUrl: embedded.url,
    where: `${config.dataDirectory} (embedded PostgreSQL ${embedded.version})`,
    release: () => embedded.release(),
  };
}

/** Migrates and, the first time, writes down the installation's own facts. Returns whether it was the first time. */
export async function setUp(
  databaseUrl: string,
  config: Config,
  at: Date,
  say: (sentence: string) => void = () => {},
): Promise<boolean> {
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

async function mustAnswer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`DATABASE_URL names a database that does not answer: ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => {});
  }
}
