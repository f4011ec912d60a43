// The built product as a process of its own, for stories that kill it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

export type Running = {
  base: string;
  pid: number;
  /** All it has printed so far. */
  said(): string;
  /** Its exit code once it is gone, however that came; null when a signal ended it. */
  gone: Promise<number | null>;
  /** Ends it and waits until it is gone; its exit code, null when the signal itself ended it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
};

/** A folder for its data; as root the database runs as nobody, who must be able to go in. */
export function dataFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `hotline-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/** Starts `node dist/main.js` and waits until it says where it runs; on a free port unless PORT is given. */
export async function startProduct(
  env: Record<string, string>,
  args: string[] = [],
  from = 'dist',
): Promise<Running> {
  const port = env.PORT ?? String(await freePort());
  const base = `http://127.0.0.1:${port}`;
  return start('main', { ...env, PORT: port }, args, 'Hotline is running', base, from);
}

/** Starts `node dist/worker.js` and waits until it takes jobs. */
export const startWorker = (env: Record<string, string>): Promise<Running> =>
  start('worker', env, [], 'Hotline worker is running', '');

async function start(
  program: string,
  env: Record<string, string>,
  args: string[],
  word: string,
  base: string,
  from = 'dist',
): Promise<Running> {
  const child = spawn(process.execPath, [join(ROOT, from, `${program}.js`), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const gone = once(child, 'exit').then(([code]) => code as number | null);
  const ready = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer): void => {
      text += chunk.toString();
      if (text.includes(word)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  await Promise.race([
    ready,
    gone.then((code) => {
      throw new Error(`It ended with ${code}:\n${text}`);
    }),
  ]);
  const end = (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    return gone;
  };
  return { base, pid: child.pid ?? 0, said: () => text, gone, end };
}

/** Below those that the system gives to outgoing connections: one of these could take it before we do. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 18_000);
    const server = createServer();
    const taken = new Promise<boolean>((resolve) => {
      server.on('error', () => resolve(true)).on('listening', () => resolve(false));
    });
    server.listen(port, '127.0.0.1');
    if (await taken) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
