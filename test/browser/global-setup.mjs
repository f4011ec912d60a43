// Before the browser stories: the product's first start, which tells the demonstration; each file gets a copy of its data.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Starts it, waits until it runs, and ends it as an operator would: the data that it leaves are whole. */
export default async function globalSetup() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hotline-demonstration-'));
  fs.chmodSync(folder, 0o755);
  process.env.TEST_DEMONSTRATION = folder;
  const child = spawn(process.execPath, [path.join(root, 'dist/main.js')], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', DATA_DIR: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const hear = (chunk) => {
    text += chunk;
    if (text.includes('Hotline is running')) child.kill('SIGTERM');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The demonstration could not be told (${code}):\n${text}`);
}
