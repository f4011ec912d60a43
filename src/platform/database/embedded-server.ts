// Makes, starts and stops the built-in PostgreSQL's server process; who shares it is embedded.ts's concern.
import { spawn, type SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  EmbeddedDatabaseError,
  findPostmaster,
  forgetDeadPostmaster,
  isPostmaster,
  type Postmaster,
  readPostmaster,
  readText,
  tailOf,
} from './embedded-lock.js';
import {
  cannotRun,
  cleanEnvironment,
  findPackage,
  freePort,
  holdsFiles,
  makeOwned,
  makeSocketFolder,
  type Place,
  programOf,
  run,
  runAs,
  socketFolders,
  usableBinaries,
} from './embedded-place.js';

export type Cluster = Place & {
  name: string;
  directory: string;
  log: string;
  settings: Record<string, string>;
  tell: (sentence: string) => void;
};

/** The one role of the cluster, made by initdb. */
export const SUPERUSER = 'hotline';
const START_MS = 120_000;
const STOP_MS = 60_000;
const LOG_BYTES = 1_000_000;
export const windows = process.platform === 'win32';

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

export const passwordFile = (directory: string, name: string): string =>
  path.join(directory, `${name}.password`);

/** Starts the server, after making its data and clearing away what a crash has left. */
export async function start(cluster: Cluster): Promise<Postmaster> {
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
      ? { listen_addresses: '127.0.0.1', port: await portOf(data), unix_socket_directories: '' }
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

/** After a crash the same one: other processes have its address. */
const portOf = async (data: string): Promise<string> =>
  readPostmaster(data)?.port || String(await freePort());

/** Waits until a server that somebody else has started answers. */
export async function untilReady(cluster: Cluster, pid: number): Promise<Postmaster> {
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
export async function stop({ data, log }: Cluster): Promise<void> {
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
