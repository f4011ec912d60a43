// The built-in PostgreSQL: started by the first process that opens it, joined by others, stopped by the last.
import path from 'node:path';
import pg from 'pg';
import {
  countUsers,
  EmbeddedDatabaseError,
  failedWith,
  findPostmaster,
  type Postmaster,
  readText,
  reasonOf,
  register,
  tailOf,
  withLock,
} from './embedded-lock.js';
import { findPlace, holdsFiles, openDirectory } from './embedded-place.js';
import {
  type Cluster,
  passwordFile,
  start,
  stop,
  SUPERUSER,
  untilReady,
  windows,
} from './embedded-server.js';

export { EmbeddedDatabaseError } from './embedded-lock.js';

export type EmbeddedOptions = {
  /** Where data, log, password and the list of users are kept. */
  directory: string;
  /** Name of the cluster and of its data's folder in `directory`; 'postgres' unless told otherwise. */
  name?: string;
  /** Created when missing. */
  database: string;
  /** Overrides of postgresql.conf, in force from the next start of the cluster on. */
  settings?: Record<string, string>;
  onProgress?: (sentence: string) => void;
};

export type EmbeddedDatabase = {
  /** postgres://… for `pg`: through a Unix socket, on Windows through the loopback. */
  url: string;
  /** For example 17.10 */
  version: string;
  /** False when the cluster already ran, for another process or left over by one that was killed. */
  startedHere: boolean;
  /** Stops the cluster when no other living process uses it. Calling it again does nothing. */
  release(): Promise<void>;
};

/** How often each user looks whether the server still runs: a look is two reads of small files. */
const LOOK_MS = 1_000;

/** Starts or joins the cluster kept in `directory`; returns how to reach it. Throws EmbeddedDatabaseError. */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    return await open(options);
  } catch (error) {
    // What the system refuses gets a sentence; a mistake of ours keeps its stack.
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new EmbeddedDatabaseError(
      `The built-in database in ${path.resolve(options.directory)} cannot be used: ${reasonOf(error)}. ` +
        `Look after the owner and the free space of that folder, ` +
        `or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  }
}

async function open(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { name = 'postgres', database, settings = {}, onProgress: tell = () => {} } = options;
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new EmbeddedDatabaseError(`'${name}' cannot name a cluster: use a-z, 0-9 and -.`);
  }
  const directory = openDirectory(options.directory);
  const users = path.join(directory, 'users');
  const lock = path.join(directory, `${name}.lock`);
  const log = path.join(directory, `${name}.log`);
  const waiting = (pid: number): void =>
    tell(`Waiting for process ${pid}, which is starting or stopping the database in ${directory}.`);
  return withLock(lock, waiting, async () => {
    const cluster: Cluster = { ...findPlace(directory, name, tell), name, directory, log, settings, tell };
    const user = register(users, name);
    const leave = async (): Promise<void> => {
      user.remove();
      if (countUsers(users, name) === 0) await stop(cluster);
    };
    try {
      const found = findPostmaster(cluster.data);
      const postmaster = found ? await untilReady(cluster, found.pid) : await start(cluster);
      const url = addressOf(cluster, postmaster, database);
      const version = await ensureDatabase(cluster, url, database);
      const guarding = guard(cluster, lock, waiting);
      let left: Promise<void> | undefined;
      const release = (): Promise<void> =>
        (left ??= guarding.end().then(() => withLock(lock, waiting, leave).finally(user.remove)));
      return { url, version, startedHere: !found, release };
    } catch (error) {
      await leave().catch(() => {});
      throw error;
    }
  });
}

/** As long as somebody uses the cluster it runs: whoever finds it dead first starts it again, under the same address. */
function guard(cluster: Cluster, lock: string, waiting: (pid: number) => void): { end(): Promise<void> } {
  let looking: Promise<void> | null = null;
  const dead = (): boolean => findPostmaster(cluster.data) === null && holdsFiles(cluster.data);
  const look = async (): Promise<void> => {
    try {
      if (dead()) await withLock(lock, waiting, async () => void (dead() && (await start(cluster))));
    } catch (error) {
      cluster.tell(`The database has ended and does not start again: ${reasonOf(error)}`);
    }
  };
  const timer = setInterval(() => {
    looking ??= look().finally(() => (looking = null));
  }, LOOK_MS).unref();
  return {
    end: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}

/**
 * Whether this database can search and fold Hangul and other letters beyond ASCII: the encoding, the case
 * rules and, where pg_trgm may be created, its trigrams (without a UTF-8 LC_CTYPE it silently finds none in
 * Hangul). Leaves nothing behind. Returns null or a sentence that says what is wrong and what to do.
 */
export async function checkHangul(client: pg.ClientBase): Promise<string | null> {
  const cure = `Create it anew with: create database … template template0 encoding 'UTF8' locale 'C.UTF-8'`;
  const basics = await client.query<{ name: string; encoding: string; folds: boolean; plain: boolean }>(
    `select datname as name, current_setting('server_encoding') as encoding, lower('Ä') = 'ä' as folds,
       datctype in ('C', 'POSIX') as plain from pg_database where datname = current_database()`,
  );
  const { name = '', encoding = '', folds = false, plain = true } = basics.rows[0] ?? {};
  if (encoding !== 'UTF8') {
    return `The database ${name} is encoded as ${encoding} and cannot hold Hangul safely. ${cure}.`;
  }
  if (!folds) {
    return `The database ${name} does not know that Ä and ä are one letter: its locale is plain C. ${cure}.`;
  }
  // The inner block is always undone, and with it the extension.
  await client.query(`do $$
    declare amount int;
    begin
      begin
        create extension if not exists pg_trgm;
        execute format('select cardinality(%s.show_trgm(%L))', (select extnamespace::regnamespace
          from pg_extension where extname = 'pg_trgm'), '한글') into amount;
        raise exception using errcode = 'HT000';
      exception when others then null;
      end;
      perform set_config('hotline.trigrams', coalesce(amount::text, ''), false);
    end $$`);
  const { rows } = await client.query<{ amount: string }>(
    `select current_setting('hotline.trigrams') as amount`,
  );
  const amount = rows[0]?.amount || (plain ? '0' : 'unknown');
  if (amount !== '0') return null;
  return `The database ${name} finds no trigrams in Hangul: its LC_CTYPE is not a UTF-8 one. ${cure}.`;
}

function addressOf(
  { directory, name }: Cluster,
  { port, socketFolder }: Postmaster,
  database: string,
): string {
  const password = readText(passwordFile(directory, name))?.trim();
  if (!password) {
    throw new EmbeddedDatabaseError(
      `${passwordFile(directory, name)} is missing, which holds the password of the database beside it. ` +
        `Bring it back from a backup.`,
    );
  }
  const host = windows ? '127.0.0.1' : encodeURIComponent(socketFolder);
  // sslmode: PGSSLMODE of the environment must not ask a socket for TLS.
  const server = `postgres://${SUPERUSER}:${password}@${host}:${port}`;
  return `${server}/${encodeURIComponent(database)}?sslmode=disable`;
}

/** Creates the database when it is missing. Returns the server's version. */
async function ensureDatabase(cluster: Cluster, url: string, database: string): Promise<string> {
  try {
    return await withClient(url, versionOf);
  } catch (error) {
    if (!failedWith(error, '3D000')) throw connectionError(cluster, error);
  }
  const maintenance = url.replace(/\/[^/?]*\?/, '/postgres?');
  await withClient(maintenance, (client) =>
    client.query(`create database ${client.escapeIdentifier(database)}`),
  );
  return withClient(url, async (client) => {
    const problem = await checkHangul(client);
    if (problem) cluster.tell(problem);
    return versionOf(client);
  });
}

function connectionError(cluster: Cluster, error: unknown): Error {
  const hint = failedWith(error, '28P01')
    ? ` Its password stands in ${passwordFile(cluster.directory, cluster.name)}.`
    : '';
  return new EmbeddedDatabaseError(
    `The database in ${cluster.data} runs but refuses us: ${reasonOf(error)}.${hint}${tailOf(cluster.log)}`,
  );
}

async function versionOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return rows[0]?.server_version.split(' ')[0] ?? '';
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 20_000 });
  client.on('error', () => {}); // reported by the query that fails
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
