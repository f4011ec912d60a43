// A backup while people work, and the same installation again out of it: rows, files, figures, and what was still to do.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { migrate } from '../../src/platform/database/index.js';
import { blankDatabase, copyDatabase, type TestDatabase } from '../world/database.js';
import { png } from '../world/files.js';
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let folder: string;
const databases: TestDatabase[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hotline-backup-'));
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('LEAD', '강도윤');
  const { body: file } = await minji.sendFile(company.spaceId, 'screen.png', await png(40, 30));
  const { thread } = await minji.do(
    'openThread',
    { spaceId: company.spaceId, body: '화면이\t깨져요 \\ "따옴표"\n둘째 줄 🙂', attachmentIds: [file.id] },
    'thread { id }',
  );
  await doyun.do('writeNote', { threadId: thread.id, body: '우리끼리' }, 'note { id }');
  await world.jobs();
  // This one's jobs are still to be done when the backup is made.
  await minji.do('openThread', { spaceId: company.spaceId, body: '두 번째 문의' }, 'thread { id }');
});
afterAll(async () => {
  await world.close();
  for (const each of databases) await each.drop();
  rmSync(folder, { recursive: true, force: true });
});

const TABLES = `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('hotline', 'graphile_worker') and c.relkind = 'r' and c.relname not in ('migration', 'migrations') order by 1`;

/** Rows and a sum over all of them, by table. */
async function contents(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const sums: Record<string, string> = {};
    for (const { name } of (await client.query<{ name: string }>(TABLES)).rows) {
      const { rows } = await client.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t`,
      );
      sums[name] = rows[0].sum;
    }
    return sums;
  } finally {
    await client.end();
  }
}

async function empty(): Promise<TestDatabase> {
  const database = await blankDatabase();
  databases.push(database);
  return database;
}

type Ended = { code: number | null; said: string };
function run(command: string, env: Record<string, string>, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`dist/cli/${command}.js`, ...args], {
      env: { PATH: process.env.PATH, ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('close', (code) => resolve({ code, said }));
  });
}

it('comes back whole: every row, every file, every job that was still to do', async () => {
  const to = join(folder, 'whole');
  const here = { DATABASE_URL: world.database.url, DATA_DIR: world.folder };
  expect(await run('backup', here, '--to', to)).toMatchObject({ code: 0 });
  const before = await contents(world.database.url);
  const fresh = await empty();
  const data = join(folder, 'data');
  const there = { DATABASE_URL: fresh.url, DATA_DIR: data };
  const restored = await run('restore', there, '--from', to);
  expect(restored).toMatchObject({ code: 0 });
  expect(await contents(fresh.url)).toEqual(before);
  // Thread and figure of the question that was still to be counted.
  const drained = await run('recount', there);
  expect(drained).toMatchObject({ code: 0, said: expect.stringContaining('Every figure equals a recount') });
  const client = new pg.Client({ connectionString: fresh.url });
  await client.connect();
  const { rows } = await client.query(
    `select nextval('hotline.thread_number') > (select max(number) from hotline.thread) as later,
            (select count(*)::int from graphile_worker._private_jobs) as jobs, (select id from hotline.attachment) as file`,
  );
  await client.end();
  expect(rows[0].later).toBe(true);
  expect(rows[0].jobs).toBeGreaterThan(0);
  const key = rows[0].file as string;
  const stored = (root: string) => readFileSync(join(root, 'files', key.slice(-2), key));
  expect(stored(data)).toEqual(stored(world.folder));
  // A second time there are people already.
  expect(await run('restore', there, '--from', to)).toMatchObject({
    code: 1,
    said: expect.stringContaining('is in use'),
  });
});

it('brings nobody back who was erased since', async () => {
  const to = join(folder, 'before');
  const here = { DATABASE_URL: world.database.url, DATA_DIR: world.folder };
  const gone = await world.contact(company, '카나리아씨');
  await gone.do('openThread', { spaceId: company.spaceId, body: '카나리아씨의 문의' }, 'thread { id }');
  expect(await run('backup', here, '--to', to)).toMatchObject({ code: 0 });
  const admin = await world.staff('ADMIN', '박관리');
  await admin.do(
    'erasePerson',
    { personId: gone.id, confirmation: gone.email, words: true },
    'person { id }',
  );
  await world.jobs();
  const fresh = await empty();
  const data = join(folder, 'erased-again');
  const there = { DATABASE_URL: fresh.url, DATA_DIR: data };
  const list = join(world.folder, 'erased.txt');
  expect(await run('restore', there, '--from', to, '--erased', list)).toMatchObject({
    code: 0,
    said: expect.stringContaining('Erased 1 people again'),
  });
  expect(readFileSync(join(data, 'erased.txt'), 'utf8')).toContain(`${gone.uuid} words`);
  const client = new pg.Client({ connectionString: fresh.url });
  await client.connect();
  const { rows } = await client.query(
    `select (select name || ' ' || email from hotline.person where id = $1) as who,
            (select body from hotline.message where author_id = $1) as said`,
    [gone.uuid],
  );
  await client.end();
  expect(rows[0]).toEqual({
    who: `[removed on request] ${gone.uuid}@removed.invalid`,
    said: '[removed on request]',
  });
});

it('of an older shape is brought to the present one', async () => {
  const old = await empty();
  await migrate(old.url, () => {}, '0006_imports');
  const to = join(folder, 'old');
  expect(await run('backup', { DATABASE_URL: old.url, DATA_DIR: folder }, '--to', to)).toMatchObject({
    code: 0,
  });
  const fresh = await empty();
  expect(
    await run('restore', { DATABASE_URL: fresh.url, DATA_DIR: join(folder, 'older') }, '--from', to),
  ).toMatchObject({ code: 0 });
  const tables = (url: string) => contents(url).then(Object.keys);
  expect(await tables(fresh.url)).toEqual(await tables(world.database.url));
});

it('is refused when it was touched or is not whole, and nothing is left half done', async () => {
  const to = join(folder, 'touched');
  const here = { DATABASE_URL: world.database.url, DATA_DIR: world.folder };
  expect(await run('backup', here, '--to', to)).toMatchObject({ code: 0 });
  expect(await run('backup', here, '--to', to)).toMatchObject({
    code: 1,
    said: expect.stringContaining('not empty'),
  });
  const file = join(to, 'tables/hotline.thread.copy.gz');
  writeFileSync(file, readFileSync(join(to, 'tables/hotline.person.copy.gz')));
  const fresh = await empty();
  const there = { DATABASE_URL: fresh.url, DATA_DIR: join(folder, 'nothing') };
  expect((await run('restore', there, '--from', to)).code).toBe(1);
  expect((await contents(fresh.url))['hotline.person']).toMatch(/^0 /);
  rmSync(join(to, 'backup.json'));
  expect(await run('restore', there, '--from', to)).toMatchObject({
    code: 1,
    said: expect.stringContaining('no whole backup'),
  });
});

it('by pg_dump and pg_restore is whole as well, where these programs are', async () => {
  const shell = promisify(execFile);
  const ours = Number(
    /\d+/.exec((await shell('pg_dump', ['--version']).catch(() => ({ stdout: '' }))).stdout)?.[0] ?? 0,
  );
  const client = new pg.Client({ connectionString: world.database.url });
  await client.connect();
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  await client.end();
  if (ours < (rows[0]?.version ?? 0)) {
    process.stderr.write(
      `Left out: pg_dump ${ours || 'is missing and'} cannot read PostgreSQL ${rows[0]?.version}.\n`,
    );
    return;
  }
  const dump = join(folder, 'dump');
  await shell('pg_dump', ['--format=custom', `--file=${dump}`, world.database.url]);
  const fresh = await empty();
  await shell('pg_restore', [`--dbname=${fresh.url}`, dump]);
  expect(await contents(fresh.url)).toEqual(await contents(world.database.url));
  const other = await copyDatabase();
  databases.push(other);
  expect(await contents(other.url)).not.toEqual(await contents(world.database.url));
});
