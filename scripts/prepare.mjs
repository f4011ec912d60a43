// Makes a fresh clone runnable: installs packages when their list changed, builds what changed. Plain Node.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** A failure told as one sentence for a person, with the output of the tool that failed. */
export class PrepareError extends Error {}

const at = (...parts) => path.join(root, ...parts);
const INSTALLED = at('node_modules', '.hotline-installed');
const LOCK = at('.data', 'prepare.lock');
const BUILD_NOTE = '.hotline-built';

/**
 * Brings packages and builds up to date. All it says goes to stderr: stdout belongs to the command.
 * `installOnly` leaves the builds alone, `withoutWeb` the web pages, `force` builds what has not changed,
 * too, `quiet` tells failures only.
 */
export async function prepare({
  installOnly = false,
  withoutWeb = false,
  force = false,
  quiet = false,
} = {}) {
  demandNode();
  const tell = quiet ? () => {} : (text) => process.stderr.write(text);
  const wantsServer = () => !installOnly && buildServer.wanted(force);
  const wantsWeb = () => !installOnly && !withoutWeb && buildWeb.wanted(force);
  if (isInstalled() && !wantsServer() && !wantsWeb()) return;
  const stopListening = stopOnSignals();
  try {
    await withLock(tell, async () => {
      // Another process may just have done it; and what is to be built is known only after installing.
      if (!isInstalled()) await timed(tell, 'Installing packages', install);
      if (wantsServer()) await timed(tell, 'Building the server', buildServer);
      if (wantsWeb()) await timed(tell, 'Building the web pages', buildWeb);
      if (!installOnly && !hasWeb()) tell('No web pages to build: web/vite.config is missing\n');
    });
  } catch (error) {
    throw ['EACCES', 'EPERM', 'EROFS'].includes(error.code) ? notWritable(error) : error;
  } finally {
    stopListening();
  }
}

function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new PrepareError(
    `Node ${process.versions.node} is too old: Node 20.19 or newer is needed. Install it and start again.`,
  );
}

function notWritable(error) {
  const me = process.getuid ? ` (user number ${process.getuid()})` : '';
  return new PrepareError(
    `${error.path ?? root} may not be written by this user${me}: ${error.message}. ` +
      `Run "node scripts/prepare.mjs" once as the owner of ${root}, or hand that folder over with chown -R.`,
  );
}

async function timed(tell, what, work) {
  const since = performance.now();
  tell(`${what} … `);
  try {
    await work();
  } catch (error) {
    tell('failed\n');
    throw error;
  }
  tell(`${((performance.now() - since) / 1000).toFixed(1)} s\n`);
}

// ---- packages

function packagesHash() {
  const lists = ['package-lock.json', 'package.json', 'web/package.json'].map((name) => at(name));
  // Binary packages differ by platform: a clone may be shared with a container.
  return hashOf(
    lists.filter((file) => fs.existsSync(file)),
    `${process.platform}-${process.arch}`,
  );
}

function isInstalled() {
  if (!fs.existsSync(at('node_modules'))) return false;
  const wanted = packagesHash();
  if (readText(INSTALLED) === wanted) return true;
  if (!isInstalledByHand()) return false;
  try {
    fs.writeFileSync(INSTALLED, wanted);
  } catch {
    // not ours to write; then it is compared again the next time
  }
  return true;
}

/** Whether npm's own list of what lies in node_modules fits the lock: nobody's `npm ci` is to be repeated. */
function isInstalledByHand() {
  const lock = readJson(at('package-lock.json'))?.packages;
  const have = readJson(at('node_modules', '.package-lock.json'))?.packages;
  if (!lock || !have) return false;
  for (const [folder, file] of [
    ['', 'package.json'],
    ['web', 'web/package.json'],
  ]) {
    const manifest = readJson(at(file)) ?? {};
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      if (!sameEntries(manifest[kind], lock[folder]?.[kind])) return false;
    }
  }
  return Object.entries(lock).every(([folder, entry]) => {
    if (!folder.includes('node_modules/') || (entry.optional && !fitsPlatform(entry))) return true;
    return have[folder]?.version === entry.version && fs.existsSync(at(folder));
  });
}

function sameEntries(one = {}, other = {}) {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** Whether an optional package has to be there. Those for every platform belong to ones that are not. */
function fitsPlatform({ os, cpu, libc }) {
  return !libc && Boolean(os?.includes(process.platform) && cpu?.includes(process.arch));
}

/** Settings that leak in from the outside and would leave out packages or install something else. */
const MISLEADING =
  /^(NODE_ENV|npm_config_(omit|production|only|include|workspaces?|global|dry_run|package_lock))$/i;

async function install() {
  if (!fs.existsSync(at('package-lock.json'))) {
    throw new PrepareError(
      `package-lock.json is missing in ${root}. Bring it back with "git checkout package-lock.json".`,
    );
  }
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !MISLEADING.test(key)));
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--engine-strict=false',
    '--no-audit',
    '--no-fund',
  ];
  const mine = process.env.npm_execpath;
  const windows = process.platform === 'win32';
  const [program, first] = mine?.endsWith('npm-cli.js')
    ? [process.execPath, [mine]]
    : [windows ? 'npm.cmd' : 'npm', []];
  await run(
    program,
    [...first, ...args],
    { env, shell: windows && first.length === 0 },
    'npm could not install the packages',
  );
  fs.writeFileSync(INSTALLED, packagesHash());
}

// ---- builds

async function buildServer() {
  const fresh = freshFolder(root);
  const hash = serverHash(); // of what is read now: a change during the build is built the next time
  const swc = at('node_modules', '@swc', 'cli', 'bin', 'swc.js');
  // The folder stands as deep as dist, because source maps point from one to the other.
  const args = [swc, 'src', '-d', fresh, '--strip-leading-paths', '--copy-files', '--quiet'];
  const env = { ...process.env, RUST_BACKTRACE: '0' };
  await run(process.execPath, args, { env }, 'The server could not be built');
  fs.mkdirSync(at(fresh), { recursive: true });
  fs.writeFileSync(at(fresh, BUILD_NOTE), hash);
  swap(at(fresh), at('dist'));
}

buildServer.wanted = (force) =>
  fs.existsSync(at('src')) && (force || readText(at('dist', BUILD_NOTE)) !== serverHash());

function serverHash() {
  return hashOf([
    ...filesBelow(at('src')),
    at('.swcrc'),
    at('package-lock.json'),
    fileURLToPath(import.meta.url),
  ]);
}

async function buildWeb() {
  const vite = viteProgram();
  if (!vite) throw new PrepareError('The web pages could not be built: vite is not installed.');
  const fresh = freshFolder(at('web'));
  const hash = webHash();
  const env = { ...process.env, NODE_ENV: 'production' };
  const args = [vite, 'build', 'web', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'];
  await run(process.execPath, args, { env }, 'The web pages could not be built');
  fs.writeFileSync(at('web', fresh, BUILD_NOTE), hash);
  swap(at('web', fresh), at('web', 'dist'));
}

buildWeb.wanted = (force) => hasWeb() && (force || readText(at('web', 'dist', BUILD_NOTE)) !== webHash());

/** Whether there are web pages to build. */
export function hasWeb() {
  return (
    fs.existsSync(at('web')) && fs.readdirSync(at('web')).some((name) => name.startsWith('vite.config.'))
  );
}

/** Vite's program, wherever npm has put it; undefined when it is not installed. */
export function viteProgram() {
  return [at('node_modules'), at('web', 'node_modules')]
    .map((folder) => path.join(folder, 'vite', 'bin', 'vite.js'))
    .find((file) => fs.existsSync(file));
}

function webHash() {
  return hashOf([
    ...filesBelow(at('web')),
    at('schema.graphql'),
    at('package-lock.json'),
    fileURLToPath(import.meta.url),
  ]);
}

/** A name for the next build, after removing what failed or interrupted builds have left. */
function freshFolder(folder) {
  for (const name of fs.readdirSync(folder)) {
    if (name.startsWith('.dist-')) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
  return `.dist-${process.pid}`;
}

/** Puts the finished build in the place of the old one. */
function swap(fresh, target) {
  const old = `${fresh}-old`;
  try {
    if (fs.existsSync(target)) fs.renameSync(target, old);
    fs.renameSync(fresh, target);
  } catch {
    // A mounted folder, or one that Windows holds open, cannot be renamed.
    fs.cpSync(fresh, target, { recursive: true, force: true });
    fs.rmSync(fresh, { recursive: true, force: true });
  }
  fs.rmSync(old, { recursive: true, force: true });
}

// ---- files

function hashOf(files, start = '') {
  const hash = createHash('sha256').update(start);
  for (const file of files) {
    if (!fs.existsSync(file)) continue;
    const content = fs.readFileSync(file);
    hash.update(`\0${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesBelow(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (!entry.isDirectory()) return [file];
      return /^(node_modules|dist|\.dist-.*|\.vite)$/.test(entry.name) ? [] : filesBelow(file);
    });
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function readJson(file) {
  try {
    return JSON.parse(readText(file));
  } catch {
    return null;
  }
}

// ---- processes

let child = null;
let interrupted = false;
let myLock = null;

/** Runs a program to its end; its output is shown only when it fails. */
async function run(program, args, options, failure) {
  const { code, output } = await new Promise((resolve) => {
    child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...options,
    });
    // A tool outlives us when we are killed: whoever comes then has to wait for it.
    if (child.pid) fs.writeFileSync(LOCK, `${myLock} ${child.pid} ${startOf(child.pid)}`);
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.stderr.on('data', (chunk) => (text += chunk));
    child.on('error', (error) => resolve({ code: error.code, output: `${program}: ${error.message}` }));
    child.on('close', (status, signal) => resolve({ code: status ?? signal, output: text }));
  });
  child = null;
  if (interrupted) throw new PrepareError('Interrupted.');
  if (code !== 0) throw new PrepareError(`${failure} (exit code ${code}):\n${output.trim()}`);
}

/** Ends the running tool together with us, so that neither it nor the lock is left behind. */
function stopOnSignals() {
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };
  const handlers = Object.entries(numbers).map(([signal, number]) => {
    const handler = () => {
      interrupted = true;
      process.exitCode = 128 + number;
      if (child) child.kill(signal);
      else process.exit();
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  return () => handlers.forEach((off) => off());
}

// ---- one at a time

async function withLock(tell, work) {
  myLock = `${process.pid} ${startOf(process.pid)} ${randomBytes(8).toString('hex')}`;
  let told = false;
  while (!take(LOCK, myLock)) {
    const holder = breakWhenStale();
    if (holder && !told) {
      told = true;
      tell(`Waiting for process ${holder}, which is preparing the same folder\n`);
    }
    if (interrupted) throw new PrepareError('Interrupted.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const free = () => {
    if (readText(LOCK)?.startsWith(myLock)) fs.rmSync(LOCK, { force: true });
    removeWhenEmpty(path.dirname(LOCK));
  };
  process.on('exit', free);
  try {
    await work();
  } finally {
    for (const folder of [root, at('web')]) if (fs.existsSync(folder)) freshFolder(folder);
    process.off('exit', free);
    free();
  }
}

function take(file, content) {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    // ENOENT: another process has just removed the empty folder.
    if (error.code === 'EEXIST' || error.code === 'ENOENT') return false;
    throw error;
  }
}

/** The living holder's number, or null when the lock is free by now. */
function breakWhenStale() {
  const content = readText(LOCK);
  const [pid, start, token, tool, toolStart] = content?.split(' ') ?? [];
  if (!token) {
    // Taken but not yet written, unless it stays so.
    if (content !== null && ageOf(LOCK) > 5_000) fs.rmSync(LOCK, { force: true });
    return null;
  }
  if (startOf(pid) === start) return pid;
  if (tool && startOf(tool) === toolStart) return tool;
  // Several processes may see the same dead lock: only who makes this file may remove it, looking again.
  const claim = `${LOCK}.broken-${token}`;
  if (!take(claim, '')) {
    if (ageOf(claim) > 30_000) fs.rmSync(claim, { force: true });
    return null;
  }
  if (readText(LOCK) === content) fs.rmSync(LOCK, { force: true });
  fs.rmSync(claim, { force: true });
  return null;
}

/** When a process began, as far as the system tells easily; null when it does not live. */
function startOf(pid) {
  const stat = readText(`/proc/${pid}/stat`);
  if (stat !== null) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : fields[19];
  }
  if (fs.existsSync('/proc/self/stat')) return null;
  try {
    process.kill(pid, 0);
    return '-';
  } catch (error) {
    return error.code === 'EPERM' ? '-' : null;
  }
}

function ageOf(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat ? Date.now() - stat.mtimeMs : 0;
}

/** The lock alone must not leave a folder whose owner or mode then surprises the database. */
function removeWhenEmpty(folder) {
  try {
    fs.rmdirSync(folder);
  } catch {
    // in use
  }
}

/** Prints a failure the way a person wants to read it and notes the exit code. */
export function explain(error) {
  process.stderr.write(`${error instanceof PrepareError ? error.message : error.stack}\n`);
  process.exitCode ||= 1;
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const flags = process.argv.slice(2);
  prepare({
    installOnly: flags.includes('--install-only'),
    force: flags.includes('--force'),
    quiet: flags.includes('--quiet'),
  }).catch(explain);
}
