// Which processes live: a cluster's postmaster and its users; and the lock that guards starting and stopping.
import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A failure of the built-in PostgreSQL, told as one sentence for a person: what, where, what to do. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
}

type Registration = { remove(): void };
export type Postmaster = { pid: number; port: string; socketFolder: string; status: string };

const hasProc = fs.existsSync('/proc/self/stat');
let bootId: string | undefined;

/**
 * Whether an operation failed with one of these codes, for example ENOENT. Looks at the code alone: under a
 * test runner Node's own errors are no instances of our Error.
 */
export function failedWith(error: unknown, ...codes: string[]): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && codes.includes(code);
}

/** What went wrong, in the words of the system. */
export function reasonOf(error: unknown): string {
  return (error as { message?: string } | null)?.message ?? String(error);
}

/**
 * Names one run of a process, so that a number given to another process later is noticed; null when no such
 * process lives. Zombies count as dead: in a container without an init process they stay for ever.
 */
export function identityOf(pid: number): string | null {
  if (hasProc) return identityFromProc(pid);
  if (process.platform === 'win32') return answersToSignals(pid) ? '' : null;
  const ps = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' },
  });
  if (ps.error) return answersToSignals(pid) ? '' : null;
  const [state, ...started] = ps.stdout.trim().split(/\s+/);
  return !state || state.startsWith('Z') ? null : started.join('-');
}

function identityFromProc(pid: number): string | null {
  let stat: string;
  try {
    stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The program's name stands in parentheses and may itself contain spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  // Ticks since boot repeat after a reboot, hence the boot's own id.
  bootId ??= readText('/proc/sys/kernel/random/boot_id')?.slice(0, 8) ?? '';
  return `${bootId}-${fields[19] ?? ''}`;
}

/** Whether the kernel knows the number at all, zombies and foreign processes included. */
function answersToSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return failedWith(error, 'EPERM');
  }
}

/** Whether the process that wrote `identity` still lives; an empty identity is only a number. */
function isAlive(pid: number, identity: string): boolean {
  const now = identityOf(pid);
  return now !== null && (identity === '' || now === '' || now === identity);
}

/** The text of a small file, or null when there is none. */
export function readText(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (failedWith(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}

/** The last lines a log has got since it was `from` bytes long, to be appended to a sentence. */
export function tailOf(log: string, from = 0): string {
  const lines = Buffer.from(readText(log) ?? '')
    .subarray(from)
    .toString()
    .trimEnd()
    .split('\n')
    .slice(-8);
  return lines[0] ? `\nThe end of ${log}:\n  ${lines.join('\n  ')}` : '';
}

/**
 * Runs `work` while this process alone holds the lock file. Locks of dead processes are broken; `onWait` is
 * told once, when a living process has held it for two seconds.
 */
export async function withLock<T>(
  file: string,
  onWait: (pid: number) => void,
  work: () => Promise<T>,
  patience = 180_000,
): Promise<T> {
  const token = randomBytes(8).toString('hex');
  const mine = `${process.pid} ${identityOf(process.pid) ?? ''} ${token}\n`;
  const since = Date.now();
  let told = false;
  while (!take(file, mine)) {
    const holder = breakWhenStale(file);
    const waited = Date.now() - since;
    if (holder !== null && waited > 2_000 && !told) {
      told = true;
      onWait(holder);
    }
    if (waited > patience) {
      throw new EmbeddedDatabaseError(
        `Process ${holder ?? 'unknown'} has held ${file} for ${Math.round(patience / 1000)} seconds. ` +
          'End that process, or delete the file when it is none of yours, and start again.',
      );
    }
    await sleep(20);
  }
  try {
    return await work();
  } finally {
    if (readText(file) === mine) fs.rmSync(file, { force: true });
  }
}

function take(file: string, content: string): boolean {
  try {
    fs.writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (failedWith(error, 'EEXIST')) return false;
    throw error;
  }
}

/** The living holder's number; null when the lock is free or has just been broken. */
function breakWhenStale(file: string): number | null {
  const content = readText(file);
  if (content === null) return null;
  const [pid = '', identity = '', token = ''] = content.trim().split(' ');
  if (token !== '') {
    if (isAlive(Number(pid), identity)) return Number(pid);
  } else if (youngerThan(file, 5_000)) {
    return null; // taken, but its content is not written yet
  }
  // Two processes may see the same dead lock, and the slower one must not remove the faster one's new lock:
  // only who creates this file may remove this very lock, and looks again before.
  const claim = `${file}.broken-${token || 'empty'}`;
  if (!take(claim, `${process.pid}\n`)) {
    if (!youngerThan(claim, 30_000)) fs.rmSync(claim, { force: true });
    return null;
  }
  if (readText(file) === content) fs.rmSync(file, { force: true });
  fs.rmSync(claim, { force: true });
  return null;
}

function youngerThan(file: string, milliseconds: number): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < milliseconds;
}

/** Notes this process as a user of the cluster; the note goes with the process at the latest. */
export function register(folder: string, cluster: string): Registration {
  fs.mkdirSync(folder, { recursive: true });
  // One process may open a cluster twice, hence more than its number in the name.
  const file = path.join(folder, `${cluster}.${process.pid}.${randomBytes(3).toString('hex')}`);
  fs.writeFileSync(file, `${identityOf(process.pid) ?? ''}\n`, { mode: 0o600 });
  const remove = (): void => {
    process.off('exit', remove);
    fs.rmSync(file, { force: true });
  };
  process.on('exit', remove);
  return { remove };
}

/** How many registrations belong to living processes; those of dead ones are removed on the way. */
export function countUsers(folder: string, cluster: string): number {
  let count = 0;
  for (const entry of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    const [name, pid] = entry.split('.');
    if (name !== cluster) continue;
    const file = path.join(folder, entry);
    if (isAlive(Number(pid), readText(file)?.trim() ?? '')) count += 1;
    else fs.rmSync(file, { force: true });
  }
  return count;
}

/** What postmaster.pid says, whether or not that process still lives. */
export function readPostmaster(data: string): Postmaster | null {
  const lines = readText(path.join(data, 'postmaster.pid'))?.split('\n') ?? [];
  const [pid, , , port = '', socketFolder = '', , , status = ''] = lines;
  return pid ? { pid: Number(pid), port, socketFolder, status: status.trim() } : null;
}

/** The postmaster that runs on the data; null when there is none, or only the note of a dead one. */
export function findPostmaster(data: string): Postmaster | null {
  const postmaster = readPostmaster(data);
  return postmaster && isPostmaster(postmaster.pid, data) ? postmaster : null;
}

/** Whether the process is a postmaster on these very data, and not another one that got its number. */
export function isPostmaster(pid: number, data: string): boolean {
  if (identityOf(pid) === null) return false;
  if (process.platform === 'win32') return true;
  if (!hasProc) {
    const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return ps.error !== undefined || ps.stdout.includes('postgres');
  }
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(data);
  } catch (error) {
    if (!failedWith(error, 'EACCES', 'EPERM')) return false;
    return readText(`/proc/${pid}/comm`)?.trim() === 'postgres';
  }
}

/**
 * PostgreSQL refuses to start while the number in postmaster.pid is in use, be it by a zombie or a stranger.
 * Only the number is made void: by the rest of the file it notices sessions of the dead postmaster.
 */
export function forgetDeadPostmaster(data: string): void {
  const file = path.join(data, 'postmaster.pid');
  const postmaster = readPostmaster(data);
  if (!postmaster || !answersToSignals(postmaster.pid)) return;
  fs.writeFileSync(file, (readText(file) ?? '').replace(/^\d+/, String(2 ** 31 - 1)));
}
