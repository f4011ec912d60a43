// How the built-in PostgreSQL is started, joined, left and found again after every kind of sudden end.
import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformSync } from '@swc/core';
import pg from 'pg';
import { checkHangul, EmbeddedDatabaseError, openEmbedded } from '../../src/platform/database/embedded.js';

const root = process.cwd();
const asRoot = process.getuid?.() === 0 ? it : it.skip;
const children: ChildProcess[] = [];
let scratch = '';
let programs = '';

beforeAll(() => {
  // PostgreSQL's own user has to pass through when root runs this, and a socket's path has to be short.
  scratch = fs.mkdtempSync(path.join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'hotline-story-'));
  fs.chmodSync(scratch, 0o755);
  programs = path.join(scratch, 'programs');
  fs.mkdirSync(programs);
  fs.writeFileSync(path.join(programs, 'package.json'), '{"type":"module"}');
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(programs, 'node_modules'), 'junction');
  const options = JSON.parse(fs.readFileSync(path.join(root, '.swcrc'), 'utf8')) as object;
  const sources = path.join(root, 'src/platform/database');
  const names = fs.readdirSync(sources).filter((name) => /^embedded(-\w+)?\.ts$/.test(name));
  for (const name of names.map((each) => each.slice(0, -'.ts'.length))) {
    const source = fs.readFileSync(path.join(sources, `${name}.ts`), 'utf8');
    const { code } = transformSync(source, {
      ...options,
      swcrc: false,
      sourceMaps: false,
      filename: `${name}.ts`,
    });
    fs.writeFileSync(path.join(programs, `${name}.js`), code);
  }
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const name of fs.readdirSync(scratch)) {
    const pid = postmasterOf(path.join(scratch, name));
    if (pid) await killed(pid);
  }
  fs.rmSync(scratch, { recursive: true, force: true });
});

type Opened = { startedHere: boolean; url: string };

/** Another process that opens the database in the folder and leaves it when told to. */
class Process {
  private readonly child: ChildProcess;
  private readonly exited: Promise<unknown>;
  /** Resolves when it has opened the database. */
  readonly opened: Promise<Opened>;

  constructor(directory: string) {
    const script = `
      import { openEmbedded } from './embedded.js';
      const db = await openEmbedded({ directory: process.argv[1], database: 'story' });
      console.log(JSON.stringify({ startedHere: db.startedHere, url: db.url }));
      process.stdin.resume().on('end', () => db.release());`;
    this.child = spawn(process.execPath, ['--input-type=module', '-e', script, directory], {
      cwd: programs,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.push(this.child);
    this.exited = new Promise((resolve) => this.child.once('exit', resolve));
    this.opened = new Promise((resolve, reject) => {
      this.child.stdout?.once('data', (line: Buffer) => resolve(JSON.parse(line.toString()) as Opened));
      this.child.once('exit', () => reject(new Error('ended before it had opened the database')));
    });
    this.opened.catch(() => {});
  }

  async leaves(): Promise<void> {
    this.child.stdin?.end();
    await this.exited;
  }

  async isKilled(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }
}

function folder(name: string): string {
  return path.join(scratch, name);
}

function postmasterOf(directory: string): number | null {
  const file = path.join(directory, 'postgres', 'postmaster.pid');
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : null;
}

async function killed(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await until(() => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(2);
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the built-in database', () => {
  it('makes its data at the first start and finds them at the next one', async () => {
    const sentences: string[] = [];
    const open = () =>
      openEmbedded({
        directory: folder('a'),
        database: 'story',
        settings: { shared_buffers: '16MB' },
        onProgress: (sentence) => sentences.push(sentence),
      });
    const first = await open();
    expect(first).toMatchObject({ startedHere: true, version: expect.stringMatching(/^\d+\.\d+$/) });
    await query(first.url, 'create table notes as select 1 as n');
    await first.release();
    await first.release();
    expect(sentences).toHaveLength(1);
    expect(postmasterOf(folder('a'))).toBeNull();

    const second = await open();
    expect(
      await query(second.url, `select n, current_setting('shared_buffers') as memory from notes`),
    ).toEqual([{ n: 1, memory: '16MB' }]);
    await second.release();
    expect(sentences).toHaveLength(1);
    expect(fs.readdirSync(path.join(folder('a'), 'users'))).toEqual([]);
    expect(fs.statSync(path.join(folder('a'), 'postgres.password')).mode & 0o777).toBe(0o600);
  });

  it('is joined by a second process and stopped by the last one out', async () => {
    const mia = new Process(folder('a'));
    const { url, startedHere } = await mia.opened;
    const jun = new Process(folder('a'));
    expect([startedHere, await jun.opened]).toEqual([true, { startedHere: false, url }]);

    await mia.leaves();
    expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);

    await jun.leaves();
    expect(postmasterOf(folder('a'))).toBeNull();
  });

  it('starts once when two processes open it at the same time for the first time', async () => {
    const both = [new Process(folder('b')), new Process(folder('b'))];
    const opened = await Promise.all(both.map((each) => each.opened));
    expect(opened.map((each) => each.startedHere).sort()).toEqual([false, true]);
    expect(opened[0]?.url).toBe(opened[1]?.url);
    await Promise.all(both.map((each) => each.leaves()));
    expect(postmasterOf(folder('b'))).toBeNull();
  });

  it('loses no committed row when PostgreSQL is killed', async () => {
    const before = await openEmbedded({ directory: folder('a'), database: 'story' });
    await query(before.url, 'create table kept as select generate_series(1, 1000) as n');
    await killed(postmasterOf(folder('a')) ?? 0);

    const after = await openEmbedded({ directory: folder('a'), database: 'story' });
    expect(after.startedHere).toBe(true);
    expect(await query(after.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
    await before.release();
    expect(await query(after.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await after.release();
    expect(postmasterOf(folder('a'))).toBeNull();
  });

  it('starts although a stranger has got the number of the dead PostgreSQL', async () => {
    const file = path.join(folder('a'), 'postgres', 'postmaster.pid');
    fs.writeFileSync(file, `${process.pid}\n${path.dirname(file)}\n1\n5432\n/nowhere\n\n  1   1\nready\n`);
    const database = await openEmbedded({ directory: folder('a'), database: 'story' });
    expect(database.startedHere).toBe(true);
    await database.release();
  });

  it('adopts the PostgreSQL of a process that was killed, and stops it at the end', async () => {
    const mia = new Process(folder('a'));
    const { url } = await mia.opened;
    const pid = postmasterOf(folder('a'));
    await mia.isKilled();

    const database = await openEmbedded({ directory: folder('a'), database: 'story' });
    expect(database).toMatchObject({ url, startedHere: false });
    expect(postmasterOf(folder('a'))).toBe(pid);
    await database.release();
    expect(postmasterOf(folder('a'))).toBeNull();
    expect(fs.readdirSync(path.join(folder('a'), 'users'))).toEqual([]);
  });

  it('repeats a first start that was interrupted', async () => {
    const unfinished = () => fs.readdirSync(folder('c')).filter((name) => name.includes('.new-'));
    const mia = new Process(folder('c'));
    await until(() => fs.existsSync(folder('c')) && unfinished().length > 0);
    await mia.isKilled();
    expect(unfinished()).not.toEqual([]);

    const database = await openEmbedded({ directory: folder('c'), database: 'story' });
    expect(await query(database.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await database.release();
    expect(unfinished()).toEqual([]);
  });

  it('says what is wrong when the data are of another PostgreSQL', async () => {
    const version = path.join(folder('b'), 'postgres', 'PG_VERSION');
    fs.writeFileSync(version, '12\n');
    const opening = openEmbedded({ directory: folder('b'), database: 'story' });
    await expect(opening).rejects.toThrow(EmbeddedDatabaseError);
    await expect(opening).rejects.toThrow(/made by PostgreSQL 12/);
    expect(fs.readdirSync(path.join(folder('b'), 'users'))).toEqual([]);
  });

  it('finds Hangul, and notices a database that does not', async () => {
    const database = await openEmbedded({ directory: folder('a'), database: 'story' });
    const client = new pg.Client(database.url);
    await client.connect();
    expect(await checkHangul(client)).toBeNull();
    expect((await client.query(`select 1 from pg_extension where extname = 'pg_trgm'`)).rows).toEqual([]);
    await client.query(
      `create database plain template template0 lc_ctype 'C' lc_collate 'C'
        locale_provider builtin builtin_locale 'C.UTF-8'`,
    );
    await client.end();

    const plain = new pg.Client(database.url.replace('/story?', '/plain?'));
    await plain.connect();
    expect(await checkHangul(plain)).toMatch(/plain finds no trigrams in Hangul/);
    await plain.end();
    await database.release();
  });

  asRoot('runs as nobody when root starts it', async () => {
    const database = await openEmbedded({ directory: folder('a'), database: 'story' });
    const nobody = fs.readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+)/m)?.[1];
    const status = fs.readFileSync(`/proc/${postmasterOf(folder('a'))}/status`, 'utf8');
    expect(status).toMatch(new RegExp(`^Uid:\\s+${nobody}\\s+${nobody}\\s`, 'm'));
    expect(String(fs.statSync(path.join(folder('a'), 'postgres')).uid)).toBe(nobody);
    await database.release();
  });
});
