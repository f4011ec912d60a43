// Runs a program of the product: node scripts/run.mjs <entry> [args…] prepares, then runs dist/<entry>.js.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { constants } from 'node:os';
import { explain, prepare, PrepareError, root } from './prepare.mjs';

const [entry, ...args] = process.argv.slice(2);

try {
  if (!entry) throw new PrepareError('Which program? For example: node scripts/run.mjs main');
  await prepare();
  if (entry !== '--prepare-only') await start(path.join(root, 'dist', `${entry}.js`));
} catch (error) {
  explain(error);
}

async function start(file) {
  if (!fs.existsSync(file)) throw new PrepareError(`There is no program '${entry}': ${file} does not exist.`);
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: process.env.NODE_ENV || 'production' },
  });
  const forwarded = new Set();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Ctrl-C in a terminal has reached the program already; npm may send the same signal after it.
      if (forwarded.has(signal) || (signal === 'SIGINT' && process.stdin.isTTY)) return;
      forwarded.add(signal);
      child.kill(signal);
    });
  }
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (...how) => resolve(how));
  });
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
}
