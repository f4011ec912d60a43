// npm run bench:boards [-- --threads 100000 --times 600 --only search --json FILE]: what the pages of a large board cost beside those of a
// small one: CPU of the server's process and of PostgreSQL per page, 16 at once, and the ratio with its goal. Never a test.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { setUp } from '../dist/installation.js';
import { readConfig } from '../dist/platform/config.js';
import { openEmbedded } from '../dist/platform/database/embedded.js';
import { BOARD_ID, boardSql } from './board-data.mjs';
import { ask, ids } from './client.mjs';
import { cpuOf, cpuOfTree, parentOf } from './machine.mjs';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    threads: { type: 'string', default: '100000' },
    times: { type: 'string', default: '600' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
const SMALL = 100;
const LARGE = Number(values.threads);
const TIMES = Number(values.times);
const GOAL = 1.5;
const PAGE = 30;
const ROUNDS = 4;
const AT_ONCE = 16;
const COMPANIES = 4;
const say = (text) => process.stderr.write(`${text}\n`);

const LIST = `query ($boardId: ID!, $order: BoardOrder!, $search: String, $tag: String, $first: Int!, $after: String) {
  boardThreads(boardId: $boardId, order: $order, search: $search, tag: $tag, first: $first, after: $after) {
    edges { node { id boardId title excerpt tags author { number ko en official asker companyLabel } mine createdOn answers helpful
      lastSeq official accepted hidden } } pageInfo { hasNextPage endCursor } } }`;

const list = (base, variables) =>
  ask(
    base,
    ids.contact(1, 2),
    LIST,
    { boardId: BOARD_ID, order: 'NEWEST', first: PAGE, ...variables },
    'bench-1',
  );

/** `deep`: how many pages are read before; a small board has no more than three full ones. */
const PAGES = [
  { name: 'first page', variables: {} },
  { name: 'page 50 (page 3 of the small one)', variables: {}, deep: [49, 2] },
  { name: 'most helpful, first page', variables: { order: 'HELPFUL' } },
  { name: 'most helpful, page 50 (page 3)', variables: { order: 'HELPFUL' }, deep: [49, 2] },
  { name: 'unanswered, first page', variables: { order: 'UNANSWERED' } },
  { name: 'a tag that a third bears', variables: { tag: '결재' } },
  { name: 'a tag that 30 bear', variables: { tag: '드문말' } },
  { name: 'search, a third is found', variables: { search: '결재선' } },
  { name: 'search, every 50th is found', variables: { search: '간트차트' } },
  { name: 'search, 30 are found', variables: { search: '바코드' } },
  { name: 'search, most helpful, every 50th', variables: { search: '간트차트', order: 'HELPFUL' } },
  { name: 'search, nothing is found', variables: { search: '우주정거장' } },
  { name: 'search of one letter, nothing is found', variables: { search: '뷁' } },
];

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function start(env) {
  const port = await freePort();
  const child = spawn(process.execPath, ['dist/main.js', '--no-demo'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => /running/.test(String(text)) && resolve());
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  return { base: `http://127.0.0.1:${port}`, pid: child.pid, stop };
}

async function connected(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Two installations that are the same but for their boards, on the PostgreSQL at `adminUrl`. */
async function makeData(adminUrl) {
  const urlOf = (name) => adminUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
  const made = [];
  for (const threads of [SMALL, LARGE]) {
    const [url, boardsUrl] = [`hotline_bench_main_${threads}`, `hotline_bench_boards_${threads}`].map(urlOf);
    await connected(adminUrl, async (admin) => {
      for (const name of [`hotline_bench_main_${threads}`, `hotline_bench_boards_${threads}`]) {
        await admin.query(`drop database if exists ${name} with (force)`);
        await admin.query(`create database ${name} encoding 'UTF8' locale 'C.UTF-8' template template0`);
      }
    });
    await setUp(url, readConfig({}), new Date('2024-01-01T00:00:00Z'), () => {}, boardsUrl);
    await connected(url, async (client) => {
      const text = fs.readFileSync(path.join(ROOT, 'bench/data.sql'), 'utf8');
      await client.query(text.replaceAll(':companies', String(COMPANIES)));
      await client.query('vacuum analyze');
    });
    await connected(boardsUrl, async (client) => {
      await client.query(boardSql(threads));
      await client.query('vacuum analyze');
    });
    say(`${threads} threads`);
    made.push({ threads, url, boardsUrl });
  }
  return made;
}

async function cursorAfter(base, variables, pages) {
  let after = null;
  for (let n = 0; n < pages; n++)
    after = (await list(base, { ...variables, after })).data.boardThreads.pageInfo.endCursor;
  return after;
}

/** CPU per page, and how many rows it has. */
async function measure(server, postmaster, variables, times) {
  let left = times;
  let rows = 0;
  const before = { app: cpuOf(server.pid), database: cpuOfTree(postmaster) };
  const loop = async () => {
    while (left-- > 0) rows = (await list(server.base, variables)).data.boardThreads.edges.length;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, loop));
  return {
    app: cpuOf(server.pid) - before.app,
    database: cpuOfTree(postmaster) - before.database,
    rows,
  };
}

/** Small and large take turns, so that whatever else the machine does meets both. */
async function compare(servers, postmaster, { name, variables, deep = [0, 0] }) {
  const sums = [];
  const asked = [];
  for (const [at, server] of servers.entries()) {
    const after = await cursorAfter(server.base, variables, deep[at === 0 ? 1 : 0]);
    asked.push({ ...variables, after });
    sums.push({ app: 0, database: 0, rows: 0 });
    await measure(server, postmaster, asked[at], TIMES / 3);
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, server] of servers.entries()) {
      const { app, database, rows } = await measure(server, postmaster, asked[at], TIMES / ROUNDS);
      sums[at].app += app / TIMES;
      sums[at].database += database / TIMES;
      sums[at].rows = rows;
    }
  const [small, large] = sums;
  return { name, small, large, ratio: (large.app + large.database) / (small.app + small.database) };
}

const cost = ({ app, database, rows }) => `${app.toFixed(1)} + ${database.toFixed(1)} (${rows})`;

const embedded = process.env.BENCH_DATABASE_URL
  ? null
  : await openEmbedded({ directory: path.join(ROOT, '.data/bench'), database: 'postgres', onProgress: say });
const servers = [];
try {
  const adminUrl = process.env.BENCH_DATABASE_URL ?? embedded.url;
  const made = await makeData(adminUrl);
  const postmaster = await connected(adminUrl, async (client) =>
    parentOf((await client.query('select pg_backend_pid() as pid')).rows[0].pid),
  );
  for (const { threads, url, boardsUrl } of made)
    servers.push(
      await start({
        DATABASE_URL: url,
        BOARD_DATABASE_URL: boardsUrl,
        BOARD_KEY_FILE: path.join(ROOT, `.data/bench-${threads}.board-key`),
        WORKER: 'apart',
        RATE_FACTOR: '0',
        DATA_DIR: path.join(ROOT, '.data/bench'),
      }),
    );
  const results = [];
  for (const page of PAGES.filter(({ name }) => !values.only || name.includes(values.only))) {
    const result = await compare(servers, postmaster, page);
    results.push(result);
    say(
      `${result.name}: ${cost(result.small)} → ${cost(result.large)} ms, × ${result.ratio.toFixed(2)} (goal ${GOAL})${result.ratio > GOAL ? ' !' : ''}`,
    );
  }
  process.stdout.write(
    [
      `| page (server + database, ms; rows) | of ${SMALL} threads | of ${LARGE} | ratio | goal |`,
      '| --- | ---: | ---: | ---: | ---: |',
      ...results.map(
        ({ name, small, large, ratio }) =>
          `| ${name} | ${cost(small)} | ${cost(large)} | ${ratio.toFixed(2)} | ${GOAL} |`,
      ),
      '',
    ].join('\n'),
  );
  const machine = { cpu: os.cpus()[0].model, cores: os.cpus().length, node: process.version };
  if (values.json) fs.writeFileSync(values.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
} finally {
  for (const server of servers) await server.stop();
  await embedded?.release();
}
