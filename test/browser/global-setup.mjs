// Before the browser stories: the product's first start, which tells the demonstration; each file gets a copy of its data.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What follows from the demonstration is done within this time. */
const SETTLED_MS = 300_000;

/**
 * Starts it, waits until it runs and until all is done that follows from what it tells (a thousand notifications, items, needs), and
 * ends it as an operator would: the data that it leaves are whole, and no story waits behind another's jobs.
 */
export default async function globalSetup() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hotline-demonstration-'));
  fs.chmodSync(folder, 0o755);
  process.env.TEST_DEMONSTRATION = folder;
  const child = spawn(process.execPath, [path.join(root, 'dist/main.js')], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', DATA_DIR: folder, PORT: '0', METRICS_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const closed = once(child, 'close');
  const running = new Promise((resolve) => {
    const hear = (chunk) => {
      text += chunk;
      const metrics = /Metrics are at (\S+)/.exec(text)?.[1];
      if (metrics && text.includes('Hotline is running')) resolve(metrics);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  const metrics = await Promise.race([running, closed.then(() => null)]);
  if (metrics) await untilSettled(metrics);
  child.kill('SIGTERM');
  const [code] = await closed;
  if (code !== 0) throw new Error(`The demonstration could not be told (${code}):\n${text}`);
}

/** Nothing is due twice in a row: what is done may leave something to be done. */
async function untilSettled(metrics) {
  const until = Date.now() + SETTLED_MS;
  for (let calm = 0; calm < 2;) {
    const figures = await (await fetch(metrics)).text();
    const due = [...figures.matchAll(/^hotline_jobs_due\{.*\} (\d+)$/gm)].map(([, many]) => Number(many));
    calm = due.some((many) => many > 0) ? 0 : calm + 1;
    if (Date.now() > until) throw new Error(`The demonstration does not come to rest:\n${figures}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
