// Brings a database to the present shape: roles, our SQL files, the job queue's own tables.
import { runMigrations } from 'graphile-worker';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { ensureRoles } from './roles.js';

const MIGRATIONS = join(dirname(fileURLToPath(import.meta.url)), '../../../migrations');

/** PostgreSQL versions below this lack what the SQL uses (security_invoker views). */
const OLDEST = 150_000;

/**
 * Runs what has not run yet, under one lock, and returns the names of the files that ran.
 * `onProgress` hears each name. `upTo` names the last file to run; without it all do. Throws RolesMissing, or an Error that says what is too old or wrong.
 */
export async function migrate(
  url: string,
  onProgress: (name: string) => void = () => {},
  upTo?: string,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'hotline migrate' });
  await client.connect();
  try {
    await checkServer(client);
    // Processes that start together come one after the other, from the first role to the queue's last table; the
    // lock goes with the connection.
    await client.query(`select pg_advisory_lock(hashtext('hotline migrate'))`);
    await ensureRoles(client);
    const ran = await runFiles(client, { dir: MIGRATIONS, schema: 'hotline', upTo });
    for (const name of ran) onProgress(name);
    await migrateQueue(url);
    return ran;
  } finally {
    await client.end();
  }
}

type Files = { dir: string; schema: string; upTo?: string | undefined };

/** Runs the SQL files of a folder that have not run yet; what ran is kept in the table `migration` of the schema. Returns their names. */
export async function runFiles(client: pg.Client, { dir, schema, upTo }: Files): Promise<string[]> {
  const ran = await runner({
    dbClient: client,
    dir,
    migrationsTable: 'migration',
    schema,
    createSchema: true,
    direction: 'up',
    ...(upTo ? { count: await stepsTo(client, dir, schema, upTo) } : {}),
    advisoryLockMode: 'wait',
    logger: { info: () => {}, warn: () => {}, error: () => {} },
  });
  return ran.map(({ name }) => name);
}

/** How many files have to run to reach one of them. Throws when it is unknown here, or passed already. */
async function stepsTo(client: pg.Client, dir: string, schema: string, name: string): Promise<number> {
  const files = (await readdir(dir)).filter((file) => file.endsWith('.sql')).sort();
  const place = files.indexOf(`${name}.sql`);
  if (place < 0) throw new Error(`There is no migration ${name} here: it comes from a newer version.`);
  const { rows } = await client
    .query<{ ran: number }>(`select count(*)::int as ran from ${schema}.migration`)
    .catch(() => ({ rows: [{ ran: 0 }] }));
  const steps = place + 1 - (rows[0]?.ran ?? 0);
  if (steps >= 0) return steps;
  throw new Error(`This database has passed ${name} already: begin with a new one.`);
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string; encoding: string; folds: boolean }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
            current_setting('server_encoding') as encoding, lower('Ä') = 'ä' as folds`,
  );
  const server = rows[0];
  if (!server) return;
  if (server.number < OLDEST) {
    throw new Error(`This database is PostgreSQL ${server.version}; version 15 or newer is needed.`);
  }
  if (server.encoding !== 'UTF8' || !server.folds) {
    throw new Error(
      `This database has encoding ${server.encoding} or a locale that knows only ASCII, so Korean text would not be found. ` +
        `Create it with: create database hotline encoding 'UTF8' locale 'C.UTF-8' template template0;`,
    );
  }
}

async function migrateQueue(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'hotline migrate' });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}
