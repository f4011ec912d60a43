// npm run bench [-- --companies 2000 --only reply --times 1500 --json FILE --profile NAME --sockets 100,1000,5000 --reuse --items N]:
// what operations cost. --reuse takes the data of the last run, which that run has changed; --items adds N VOC items of five years.
// CPU of the server's process and of PostgreSQL per operation, with the goals beside it; never a test.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { setUp } from '../dist/installation.js';
import { readConfig } from '../dist/platform/config.js';
import { openEmbedded } from '../dist/platform/database/embedded.js';
import { ids, post, watch } from './client.mjs';
import { cpuOf, cpuOfTree, memoryOf, parentOf } from './machine.mjs';
import { changeMany, operations, postTo, readNewest } from './operations.mjs';
import { summarize } from './profile.mjs';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    companies: { type: 'string', default: '2000' },
    items: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'string' },
    profile: { type: 'string' },
    reuse: { type: 'boolean', default: false },
    sockets: { type: 'string', default: '100,1000,5000' },
    times: { type: 'string', default: '1500' },
  },
});
const COMPANIES = Number(values.companies);
const TIMES = Number(values.times);
const say = (text) => process.stderr.write(`${text}\n`);
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const round = (value) => (value < 0.1 ? Number(value.toFixed(4)) : Number(value.toFixed(2)));
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A new database of this size; making it takes a minute or two. */
async function makeData() {
  const embedded = process.env.BENCH_DATABASE_URL
    ? null
    : await openEmbedded({
        directory: path.join(ROOT, '.data/bench'),
        database: 'postgres',
        onProgress: say,
      });
  const admin = new pg.Client({ connectionString: process.env.BENCH_DATABASE_URL ?? embedded.url });
  await admin.connect();
  const name = 'hotline_bench';
  const there = (await admin.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1;
  const reused = values.reuse && there;
  if (!reused) {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name} encoding 'UTF8' locale 'C.UTF-8' template template0`);
  }
  await admin.end();
  const url = (process.env.BENCH_DATABASE_URL ?? embedded.url).replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
  await setUp(url, readConfig({}), new Date('2024-01-01T00:00:00Z'));
  const began = performance.now();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  if (!reused) {
    const text = fs
      .readFileSync(path.join(ROOT, 'bench/data.sql'), 'utf8')
      .replaceAll(':companies', String(COMPANIES));
    await client.query(text);
    if (values.items) await addItems(client, Number(values.items));
    await client.query('vacuum analyze').catch((error) => say(String(error)));
  }
  const { rows } = await client.query(
    `select (select count(*)::int from hotline.company) as companies, (select count(*)::int from hotline.thread) as threads,
            (select count(*)::int from hotline.message) as messages, (select count(*)::int from hotline.voc_item) as items`,
  );
  const { rows: backend } = await client.query('select pg_backend_pid() as pid, version()');
  const postmaster = parentOf(backend[0].pid);
  await client.end();
  say(
    `${JSON.stringify(rows[0])} in ${((performance.now() - began) / 1_000).toFixed(0)} s; ${backend[0].version.split(',')[0]}`,
  );
  return { url, postmaster, data: rows[0], release: () => embedded?.release() };
}

/** Items that no thread has, in batches of half a million, folded after each as the job does every minute. */
async function addItems(client, many) {
  await client.query(`
    create temporary table company as
      select id, tier, row_number() over (order by id) - 1 as i from hotline.company;
    insert into hotline.product_area (id, name_ko, name_en, position)
      select gen_random_uuid(), '영역 ' || n, 'Area ' || n, n from generate_series(1, 16) n;
    create temporary table area as
      select id, row_number() over (order by id) - 1 as i from hotline.product_area;
    analyze company; analyze area;`);
  const text = fs.readFileSync(path.join(ROOT, 'bench/items.sql'), 'utf8');
  const batch = 500_000;
  for (let first = 1; first <= many; first += batch) {
    const given = { first, last: Math.min(first + batch - 1, many), companies: COMPANIES };
    await client.query(text.replace(/:(first|last|companies)\b/g, (_, name) => String(given[name])));
    await client.query('select hotline.voc_fold()');
    say(`${given.last} of ${many} items`);
  }
}

// The server's own process takes them, to try what its memory may be limited to.
const nodeOptions = process.env.NODE_OPTIONS ? { NODE_OPTIONS: process.env.NODE_OPTIONS } : {};

async function start(file, env, args = []) {
  const port = await freePort();
  const child = spawn(process.execPath, [...args, file, '--no-demo'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), ...nodeOptions, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => /running|ready/.test(String(text)) && resolve());
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}.`)));
  });
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  return { base: `http://127.0.0.1:${port}`, pid: child.pid, stop };
}

/**
 * Runs an operation so many times, with so many at once, after a third as many that warm it up; CPU and time of each.
 * Counted by runs and not by seconds: what a busy machine slows down is compiled all the same. `toggle` frames what counts.
 */
async function measure(server, postmaster, run, atOnce, toggle = () => {}) {
  let n = 0;
  let left = 0;
  const times = [];
  const loop = async () => {
    while (left-- > 0) {
      const began = performance.now();
      await run(server.base, n++);
      times.push(performance.now() - began);
    }
  };
  const all = (many) => {
    left = many;
    return Promise.all(Array.from({ length: atOnce }, loop));
  };
  await all(TIMES / 3);
  times.length = 0;
  toggle();
  const before = { app: cpuOf(server.pid), database: cpuOfTree(postmaster) };
  const began = performance.now();
  await all(TIMES);
  const took = performance.now() - began;
  toggle();
  const count = times.length;
  times.sort((a, b) => a - b);
  return {
    count,
    perSecond: Math.round((count / took) * 1_000),
    app: (cpuOf(server.pid) - before.app) / count,
    database: (cpuOfTree(postmaster) - before.database) / count,
    p50: at(times, 0.5),
    p95: at(times, 0.95),
  };
}

/** Messages to one thread, watched by many: CPU per delivered hint, and how long until the last one has it. */
async function fanOut(server, postmaster, many, reads, tell) {
  const waiting = new Set();
  let sentAt = 0;
  let left = 0;
  let done = () => {};
  const times = [];
  const person = (n) => ids.staff(21 + (n % 250));
  const sockets = [];
  for (let from = 0; from < many; from += 100) {
    sockets.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(100, many - from) }, (_, k) => {
          const n = from + k;
          return watch(
            server.base,
            person(n),
            async (hint) => {
              if (hint.kind !== 'THREAD' || !waiting.has(n)) return;
              waiting.delete(n);
              if (reads) await readNewest(server.base, person(n), 1);
              times.push(performance.now() - sentAt);
              if (--left === 0) done();
            },
            n,
          );
        }),
      )),
    );
  }
  const rounds = many >= 5_000 ? 10 : 20;
  const last = [];
  const post = async (k) => {
    for (let n = 0; n < many; n++) waiting.add(n);
    left = many;
    const all = new Promise((resolve) => (done = resolve));
    sentAt = performance.now();
    await tell(server.base, k);
    await all;
    last.push(performance.now() - sentAt);
  };
  await post(-1);
  times.length = last.length = 0;
  const before = { app: cpuOf(server.pid), database: cpuOfTree(postmaster) };
  for (let k = 0; k < rounds; k++) {
    await post(k);
    await wait(50);
  }
  const app = cpuOf(server.pid) - before.app;
  const database = cpuOfTree(postmaster) - before.database;
  for (const socket of sockets) socket.terminate();
  await wait(300);
  times.sort((a, b) => a - b);
  last.sort((a, b) => a - b);
  return {
    watchers: many,
    reads,
    msPerDelivery: app / (rounds * many),
    database: database / rounds,
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    lastP95: at(last, 0.95),
  };
}

const tellByPosting = (base, k) => postTo(base, 1, `새 소식 ${k}`);
const tellBare = (base) => post(base, '/tell', null);

const results = { machine: {}, operations: [], fanOut: [], memory: {} };
const made = await makeData();
try {
  results.machine = {
    cpu: os.cpus()[0].model,
    cores: os.cpus().length,
    node: process.version,
    data: made.data,
  };
  const env = {
    DATABASE_URL: made.url,
    WORKER: 'apart',
    RATE_FACTOR: '0',
    DATA_DIR: path.join(ROOT, '.data/bench'),
  };
  const profile = values.profile
    ? path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'hotline-profile-')), 'server.cpuprofile')
    : null;
  const server = await start(
    'dist/main.js',
    { ...env, ...(profile ? { PROFILE_FILE: profile } : {}) },
    profile ? ['--import', path.join(ROOT, 'bench/profiling.mjs')] : [],
  );
  const wanted = (name) => !values.only || name.includes(values.only);
  const list = operations(COMPANIES).filter(
    ({ name }) => wanted(name) && (!values.profile || name.includes(values.profile)),
  );
  for (const { name, goal, run } of list) {
    for (const atOnce of values.profile ? [16] : [1, 16]) {
      const toggle = profile ? () => process.kill(server.pid, 'SIGUSR2') : () => {};
      const figures = await measure(server, made.postmaster, run, atOnce, toggle);
      const memory = memoryOf(server.pid);
      results.operations.push({ name, atOnce, goal, ...figures, memory });
      say(
        `${name} × ${atOnce}: app ${round(figures.app)} + database ${round(figures.database)} ms (goal ${goal}), p95 ${round(figures.p95)} ms, ${figures.perSecond}/s, ${memory} MB`,
      );
    }
  }
  if (profile) {
    while (!fs.existsSync(profile)) await wait(50);
    await server.stop();
    process.stdout.write(summarize(profile));
  } else {
    if (wanted('list of 20')) {
      const bare = await start('bench/bare.mjs', { DATABASE_URL: made.url });
      for (const atOnce of [1, 16]) {
        const figures = await measure(bare, made.postmaster, (base) => post(base, '/', null), atOnce);
        results.operations.push({ name: 'the same list, bare server', atOnce, goal: null, ...figures });
        say(
          `bare list × ${atOnce}: app ${round(figures.app)} + database ${round(figures.database)} ms, ${figures.perSecond}/s`,
        );
      }
      await bare.stop();
    }
    if (wanted('assign and resolve')) {
      const before = { app: cpuOf(server.pid), database: cpuOfTree(made.postmaster) };
      const threads = Array.from({ length: COMPANIES }, (_, i) => [i * 50 + 2, i * 50 + 4])
        .flat()
        .slice(0, 1_000);
      await changeMany(server.base, threads);
      const [app, database] = [cpuOf(server.pid) - before.app, cpuOfTree(made.postmaster) - before.database];
      results.operations.push({
        name: `assign and resolve ${threads.length} threads`,
        atOnce: 1,
        goal: 60,
        count: 1,
        app,
        database,
      });
      say(`assign and resolve ${threads.length} threads: app ${app} + database ${database} ms (goal 60)`);
    }
    results.memory.afterOperations = memoryOf(server.pid);
    if (wanted('live')) {
      for (const [many, reads] of [
        [100, true],
        ...values.sockets
          .split(',')
          .filter(Boolean)
          .map((n) => [Number(n), false]),
      ]) {
        const figures = await fanOut(server, made.postmaster, many, reads, tellByPosting);
        results.fanOut.push({ what: 'hotline', ...figures });
        say(
          `live, ${many} watchers${reads ? ', each reads' : ''}: ${round(figures.msPerDelivery)} ms a delivery, p95 ${round(figures.p95)} ms, on the last screen p95 ${round(figures.lastP95)} ms`,
        );
      }
      const bare = await start('bench/bare.mjs', { DATABASE_URL: made.url });
      const figures = await fanOut(bare, made.postmaster, 1_000, false, tellBare);
      results.fanOut.push({ what: 'bare server', ...figures });
      say(`bare, 1000 watchers: ${round(figures.msPerDelivery)} ms a delivery`);
      await bare.stop();
    }
    results.memory.end = memoryOf(server.pid);
    say(`memory: ${JSON.stringify(results.memory)} MB (goal 200)`);
    await server.stop();
    process.stdout.write(table(results));
    if (values.json) fs.writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  }
} finally {
  await made.release();
}

function table({ operations: rows, fanOut: live, memory }) {
  const lines = [
    '| operation | at once | app + database, ms | goal | p95, ms | per second |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const { name, atOnce, app, database, goal, p95, perSecond } of rows) {
    lines.push(
      `| ${name} | ${atOnce} | ${round(app)} + ${round(database)} = ${round(app + database)} | ${goal ?? '–'} | ${p95 ? round(p95) : '–'} | ${perSecond ?? '–'} |`,
    );
  }
  lines.push(
    '',
    '| server | watchers | each reads | app, ms a delivery | goal | p50, ms | p95, ms | last screen p95, ms |',
    '| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const { what, watchers, reads, msPerDelivery, p50, p95, lastP95 } of live) {
    lines.push(
      `| ${what} | ${watchers} | ${reads ? 'yes' : 'no'} | ${round(msPerDelivery)} | ${reads ? 'p95 ≤ 60 ms' : '0.02'} | ${round(p50)} | ${round(p95)} | ${round(lastP95)} |`,
    );
  }
  lines.push(
    '',
    `Memory: ${memory.afterOperations} MB after the operations (goal 200), ${memory.end} MB after the sockets.`,
    '',
  );
  return lines.join('\n');
}
