// The built-in PostgreSQL: started by the first process that opens it, joined by others, stopped by the last.
import { spawn, type SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  countUsers,
  EmbeddedDatabaseError,
  failedWith,
  findPostmaster,
  forgetDeadPostmaster,
  isPostmaster,
  type Postmaster,
  readPostmaster,
  readText,
  reasonOf,
  register,
  tailOf,
  withLock,
} from './embedded-lock.js';
import {
  cannotRun,
  cleanEnvironment,
  findPackage,
  findPlace,
  freePort,
  holdsFiles,
  makeOwned,
  makeSocketFolder,
  openDirectory,
  type Place,
  programOf,
  run,
  runAs,
  socketFolders,
  usableBinaries,
} from './embedded-place.js';

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

type Cluster = Place & {
  name: string;
  directory: string;
  log: string;
  settings: Record<string, string>;
  tell: (sentence: string) => void;
};

const SUPERUSER = 'hotline';
const START_MS = 120_000;
const STOP_MS = 60_000;
const LOG_BYTES = 1_000_000;
const windows = process.platform === 'win32';

// For a small machine. The log keeps neither statements nor values: they hold customers' words.
const SETTINGS: Record<string, string> = {
  shared_buffers: '64MB',
  max_connections: '60',
  max_wal_size: '256MB',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

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
      let left: Promise<void> | undefined;
      const release = (): Promise<void> => (left ??= withLock(lock, waiting, leave).finally(user.remove));
      return { url, version, startedHere: !found, release };
    } catch (error) {
      await leave().catch(() => {});
      throw error;
    }
  });
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

const passwordFile = (directory: string, name: string): string => path.join(directory, `${name}.password`);

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

/** Starts the server, after making its data and clearing away what a crash has left. */
async function start(cluster: Cluster): Promise<Postmaster> {
  const found = findPackage();
  const native = usableBinaries(found, cluster, cluster.tell);
  if (!holdsFiles(cluster.data)) await initialise(cluster, native);
  const made = readText(path.join(cluster.data, 'PG_VERSION'))?.trim();
  if (made !== found.version.split('.')[0]) {
    const fault = made
      ? `were made by PostgreSQL ${made}, but ${found.version} is installed`
      : 'are not those of PostgreSQL';
    throw new EmbeddedDatabaseError(
      `The files in ${cluster.data} ${fault}. Move them away, name another folder, ` +
        `or install the version that made them.`,
    );
  }
  forgetDeadPostmaster(cluster.data);
  if (fs.existsSync(cluster.log) && fs.statSync(cluster.log).size > LOG_BYTES)
    fs.renameSync(cluster.log, `${cluster.log}.1`);
  const deadline = Date.now() + START_MS;
  let problem = '';
  for (const [index, folder] of socketFolders(cluster, cluster.name).entries()) {
    for (;;) {
      const answer = await tryStart(cluster, native, folder, deadline);
      if (typeof answer !== 'string') return answer;
      problem = answer;
      // Sessions of a killed postmaster end by themselves, but not at once.
      if (!/pre-existing shared memory block/.test(problem) || Date.now() > deadline) break;
      await sleep(200);
    }
    if (index === 0 && !/Unix(-domain)? (socket|address)/.test(problem)) break;
  }
  throw new EmbeddedDatabaseError(`PostgreSQL does not start on ${cluster.data}. ${problem}`);
}

/** Makes the data. They get their name only when complete: an interrupted attempt is simply repeated. */
async function initialise(cluster: Cluster, native: string): Promise<void> {
  const { home, name, account, directory, tell } = cluster;
  tell(`Making the database in ${cluster.data} (only at the first start).`);
  for (const entry of fs.readdirSync(home)) {
    if (entry.startsWith(`${name}.new-`)) fs.rmSync(path.join(home, entry), { recursive: true, force: true });
  }
  const fresh = path.join(home, `${name}.new-${process.pid}-${randomBytes(3).toString('hex')}`);
  const password = randomBytes(24).toString('base64url');
  const forInitdb = `${fresh}.password`;
  makeOwned(fresh, account);
  fs.writeFileSync(forInitdb, `${password}\n`, { mode: 0o600 });
  if (account) fs.chownSync(forInitdb, account.uid, account.gid);
  try {
    for (const locale of windows ? ['en-US', 'C'] : ['C.UTF-8', 'en_US.UTF-8', 'C']) {
      const { code, output } = await run(
        programOf(native, 'initdb'),
        [
          ...['-D', fresh, '-U', SUPERUSER, '-E', 'UTF8', '-k', `--locale=${locale}`],
          ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-messages=C'],
          ...['--auth=scram-sha-256', `--pwfile=${forInitdb}`],
        ],
        runAs(account),
      );
      if (code === 0) break;
      // Not every system has the locale C.UTF-8.
      if (/invalid locale name/.test(output) && locale !== 'C') continue;
      const end = output.trim().split('\n').slice(-6).join('\n  ');
      throw new EmbeddedDatabaseError(`The database in ${cluster.data} could not be made:\n  ${end}`);
    }
    fs.writeFileSync(passwordFile(directory, name), `${password}\n`, { mode: 0o600 });
    fs.rmSync(cluster.data, { recursive: true, force: true }); // an empty folder at most
    fs.renameSync(fresh, cluster.data);
  } finally {
    fs.rmSync(forInitdb, { force: true });
    fs.rmSync(fresh, { recursive: true, force: true });
  }
}

/** One attempt to start. Returns the running server, or what its log says. */
async function tryStart(
  cluster: Cluster,
  native: string,
  socketFolder: string,
  deadline: number,
): Promise<Postmaster | string> {
  const { data, account, log } = cluster;
  makeSocketFolder(socketFolder, account);
  const settings: Record<string, string> = {
    ...SETTINGS,
    ...cluster.settings,
    ...(windows
      ? { listen_addresses: '127.0.0.1', port: String(await freePort()), unix_socket_directories: '' }
      : {
          listen_addresses: '',
          port: '5432',
          unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
        }),
  };
  const overrides = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  const from = fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const output = fs.openSync(log, 'a', 0o600);
  const common: SpawnOptions = {
    ...runAs(account),
    env: cleanEnvironment(),
    stdio: ['ignore', output, output],
    windowsHide: true,
  };
  // Windows: only pg_ctl gives up an administrator's rights, which PostgreSQL refuses.
  const child = windows
    ? spawn(
        programOf(native, 'pg_ctl'),
        ['start', '-W', '-D', data, '-o', overrides.map((each) => `-c "${each}"`).join(' ')],
        common,
      )
    : spawn(programOf(native, 'postgres'), ['-D', data, ...overrides.flatMap((each) => ['-c', each])], {
        ...common,
        detached: true,
      });
  let ended: string | undefined;
  child.on('error', (error) => {
    ended = cannotRun(child.spawnfile, error);
  });
  child.on('exit', (code, signal) => {
    if (!windows || code !== 0)
      ended ??= `It ended at once (${signal ?? `exit code ${code}`}).${tailOf(log, from)}`;
  });
  child.unref();
  fs.closeSync(output);
  const since = Date.now();
  const before = readPostmaster(data)?.pid;
  for (let told = false; ended === undefined;) {
    const postmaster = readPostmaster(data);
    // The file of a dead server may still be there. On Windows the child is pg_ctl, not the server.
    const fresh = windows ? postmaster?.pid !== before : postmaster?.pid === child.pid;
    if (postmaster?.status === 'ready' && fresh) return postmaster;
    if (Date.now() > deadline) {
      if (child.pid !== undefined && !windows) process.kill(child.pid, 'SIGINT');
      return `It was not ready after ${START_MS / 1000} seconds.${tailOf(log, from)}`;
    }
    if (!told && Date.now() - since > 3_000) {
      told = true;
      cluster.tell('The database is still starting; after a crash it first repairs itself.');
    }
    await sleep(5);
  }
  return ended;
}

/** Waits until a server that somebody else has started answers. */
async function untilReady(cluster: Cluster, pid: number): Promise<Postmaster> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const postmaster = readPostmaster(cluster.data);
    if (postmaster?.status === 'ready') return postmaster;
    if (!findPostmaster(cluster.data)) return start(cluster); // it was just about to end
    if (Date.now() > deadline) {
      throw new EmbeddedDatabaseError(
        `PostgreSQL (process ${pid}) on ${cluster.data} has not become ready for ` +
          `${START_MS / 1000} seconds. End that process and start again.${tailOf(cluster.log)}`,
      );
    }
    await sleep(10);
  }
}

/** Stops the server in fast mode: open sessions are ended, what was committed is on disk. */
async function stop({ data, log }: Cluster): Promise<void> {
  const postmaster = findPostmaster(data);
  if (!postmaster) return;
  if (windows)
    await run(programOf(findPackage().native, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-W'], {});
  else process.kill(postmaster.pid, 'SIGINT');
  const deadline = Date.now() + STOP_MS;
  while (isPostmaster(postmaster.pid, data)) {
    if (Date.now() > deadline) {
      throw new EmbeddedDatabaseError(
        `PostgreSQL (process ${postmaster.pid}) on ${data} has not stopped for ` +
          `${STOP_MS / 1000} seconds. End that process.${tailOf(log)}`,
      );
    }
    await sleep(10);
  }
}
