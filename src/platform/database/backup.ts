// A whole installation as a folder of plain files: every table as one moment saw it, and the attached files.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { migrate } from './migrate.js';

/** Which of a database's tables belong together. */
export type Kind = {
  schemas: readonly string[];
  /** The table of what has been migrated. */
  shape: string;
  /** What belongs to the shape of the database and is made anew by the migrations. */
  madeAnew: readonly string[];
  /** Has a row once somebody uses the installation. */
  used: string;
  migrate: (url: string, upTo?: string) => Promise<unknown>;
};

export const MAIN: Kind = {
  schemas: ['hotline', 'graphile_worker'],
  shape: 'hotline.migration',
  madeAnew: ['hotline.migration', 'graphile_worker.migrations'],
  used: 'hotline.person',
  migrate: (url, upTo) => migrate(url, () => {}, upTo),
};

const MANIFEST = 'backup.json';

type Table = { name: string; columns: string[]; rows: number; sha256: string };
type Manifest = {
  format: 1;
  /** When the moment was that the tables show (ISO 8601, UTC). */
  at: string;
  /** The newest migration it was made with. */
  shape: string;
  tables: Table[];
  sequences: { name: string; value: string; called: boolean }[];
};

type Places = {
  databaseUrl: string;
  kind: Kind;
  /** Where attached files lie; null: there are none. */
  files: string | null;
  /** The backup's own folder. */ folder: string;
};
type Tell = (sentence: string) => void;

/**
 * Writes a backup while everybody goes on working: all tables in one snapshot, then the attached files.
 * The folder must be new or empty. Needs a database user that sees all rows (a superuser, as the embedded one's).
 */
export async function backUp(
  { databaseUrl, kind, files, folder }: Places,
  at: Date,
  tell: Tell,
): Promise<Manifest> {
  await mustBeEmpty(folder);
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  const manifest = await withClient(databaseUrl, async (client) => {
    await mustSeeAll(client);
    await client.query('begin transaction isolation level repeatable read read only');
    const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
      `
      select n.nspname || '.' || c.relname as name,
             array_agg(quote_ident(a.attname) order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where n.nspname = any($1) and c.relkind = 'r'
      group by 1 order by 1`,
      [kind.schemas],
    );
    const kept: Table[] = [];
    for (const { name, columns } of tables.filter((each) => !kind.madeAnew.includes(each.name))) {
      kept.push({ name, columns, ...(await copyOut(client, name, columns, fileOf(folder, name))) });
    }
    const { rows: sequences } = await client.query<{ name: string; value: string; called: boolean }>(
      `
      select schemaname || '.' || quote_ident(sequencename) as name, coalesce(last_value, start_value)::text as value,
             last_value is not null as called
      from pg_sequences where schemaname = any($1) order by 1`,
      [kind.schemas],
    );
    const { rows: shape } = await client.query<{ name: string }>(
      `select name from ${kind.shape} order by id desc limit 1`,
    );
    await client.query('commit');
    return {
      format: 1 as const,
      at: at.toISOString(),
      shape: shape[0]?.name ?? '',
      tables: kept,
      sequences,
    };
  });
  const attached = files !== null && (await copyFolder(files, join(folder, 'files')));
  // Written last: a folder without it is no backup.
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const beside = files === null ? '' : `, and ${attached ? 'the' : 'no'} attached files`;
  tell(`Backed up ${manifest.tables.length} tables with ${rows} rows${beside}.`);
  return manifest;
}

/**
 * Brings a backup into an installation that nobody has used yet, also one made by an older version: the shape of then,
 * the rows, then the migrations that came since. Everything is checked against its sums and counts before it is kept.
 */
export async function restore({ databaseUrl, kind, files, folder }: Places, tell: Tell): Promise<void> {
  const manifest = await readManifest(folder);
  await kind.migrate(databaseUrl, manifest.shape);
  await withClient(databaseUrl, async (client) => {
    await mustSeeAll(client);
    await mustBeUnused(client, kind);
    await client.query('begin');
    // Rows come in the order of their tables' names: rules and references were kept when they were written.
    await client.query(`set local session_replication_role = replica`);
    for (const { name } of manifest.tables) await client.query(`delete from ${name}`);
    for (const table of manifest.tables) {
      const { rows, sha256 } = await copyIn(client, table, fileOf(folder, table.name));
      if (rows !== table.rows || sha256 !== table.sha256) {
        throw new Error(
          `${fileOf(folder, table.name)} is not what was written (${rows} of ${table.rows} rows): nothing was restored.`,
        );
      }
    }
    for (const { name, value, called } of manifest.sequences) {
      await client.query('select setval($1, $2, $3)', [name, value, called]);
    }
    await client.query('commit');
    await client.query('analyze');
  });
  await kind.migrate(databaseUrl);
  if (files !== null) await copyFolder(join(folder, 'files'), files);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  tell(`Restored ${rows} rows as of ${manifest.at}${files === null ? '' : ', and the attached files'}.`);
}

async function readManifest(folder: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Manifest;
  } catch {
    throw new Error(`${folder} holds no whole backup: ${MANIFEST} is missing or cannot be read.`);
  }
}

const fileOf = (folder: string, table: string): string => join(folder, 'tables', `${table}.copy.gz`);

async function copyOut(
  client: pg.Client,
  name: string,
  columns: string[],
  file: string,
): Promise<{ rows: number; sha256: string }> {
  const sum = createHash('sha256');
  const rows = client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`));
  const seen = new PassThrough();
  seen.on('data', (chunk: Buffer) => sum.update(chunk));
  await pipeline(rows, seen, createGzip(), createWriteStream(file, { mode: 0o600 }));
  return { rows: rows.rowCount, sha256: sum.digest('hex') };
}

async function copyIn(
  client: pg.Client,
  table: Table,
  file: string,
): Promise<{ rows: number; sha256: string }> {
  const sum = createHash('sha256');
  const rows = client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`));
  const seen = new PassThrough();
  seen.on('data', (chunk: Buffer) => sum.update(chunk));
  await pipeline(createReadStream(file), createGunzip(), seen, rows);
  return { rows: rows.rowCount, sha256: sum.digest('hex') };
}

/** Copies what is there; false where there is nothing. Uploads that are not finished stay out. */
async function copyFolder(from: string, to: string): Promise<boolean> {
  if ((await readdir(from).catch(() => [])).length === 0) return false;
  await cp(from, to, {
    recursive: true,
    preserveTimestamps: true,
    filter: (path) => !path.endsWith('.part') && path !== join(from, 'incoming'),
  });
  return true;
}

async function mustBeEmpty(folder: string): Promise<void> {
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0) throw new Error(`${folder} is not empty: name a new folder for the backup.`);
}

async function mustSeeAll(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ all: boolean }>(
    'select rolsuper as all from pg_roles where rolname = current_user',
  );
  if (rows[0]?.all) return;
  throw new Error(
    'This database user does not see every row, so a backup would have holes. Use pg_dump and pg_restore as a superuser instead.',
  );
}

async function mustBeUnused(client: pg.Client, { used }: Kind): Promise<void> {
  const { rows } = await client.query(`select 1 from ${used} limit 1`);
  if (rows.length === 0) return;
  throw new Error(
    'This installation is in use: a backup goes into an empty one. Name another DATA_DIR (or DATABASE_URL) and start again.',
  );
}

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'hotline backup' });
  client.on('error', () => {}); // told by the query that fails
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
