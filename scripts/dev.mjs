// For developing: the server, rebuilt and restarted when src changes, and Vite's server for the web pages.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { explain, hasWeb, prepare, root, viteProgram } from './prepare.mjs';

const DEBOUNCE_MS = 100;
let server = null;
let web = null;
let ending = false;

const exited = (child) =>
  new Promise((resolve) =>
    child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', resolve),
  );

function startServer() {
  const child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist', 'main.js')], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  });
  child.on('exit', (code, signal) => {
    if (server === child && !ending) {
      server = null;
      process.stderr.write(
        `The server has ended (${signal ?? code}); it starts again with the next change of src.\n`,
      );
    }
  });
  return child;
}

function startWeb() {
  return spawn(process.execPath, [viteProgram(), 'web'], { cwd: root, stdio: 'inherit' });
}

async function restart() {
  await prepare({ withoutWeb: true });
  const old = server;
  server = null;
  if (old) {
    old.kill('SIGTERM');
    await exited(old);
  }
  if (!ending) server = startServer();
}

/** Changes are worked off one after the other; several at once cause one restart. */
function watch() {
  let timer = null;
  let queue = Promise.resolve();
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      queue = queue.then(restart).catch((error) => {
        // The old server stays while the new one cannot be built.
        if (!ending) explain(error);
        process.exitCode = 0;
      });
    }, DEBOUNCE_MS);
  };
  // Folders that vanish while they are watched are reported as errors; the change itself is seen above them.
  fs.watch(path.join(root, 'src'), { recursive: true }, changed).on('error', () => {});
}

async function end(signal) {
  if (ending) {
    for (const child of [server, web]) child?.kill('SIGKILL');
    process.exit(1);
  }
  ending = true;
  const children = [server, web].filter(Boolean);
  // In a terminal Ctrl-C has reached them already.
  if (signal !== 'SIGINT' || !process.stdin.isTTY) for (const child of children) child.kill(signal);
  await Promise.all(children.map(exited));
  process.exit(0);
}

try {
  await prepare();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(signal));
  server = startServer();
  if (hasWeb()) web = startWeb();
  watch();
} catch (error) {
  explain(error);
}
