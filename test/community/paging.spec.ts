// A list of a large board is read along its indexes: the plans of all pages go through no whole table, and sort no whole board.
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { BoardsDatabase } from '../../src/community/boards-database.js';
import { type ThreadPosition, type ThreadsFilter, BoardsReads } from '../../src/community/boards.reads.js';
import type { Sql } from '../../src/platform/database/index.js';
import { gramsOf } from '../../src/platform/grams.js';
import { type TestDatabase, copyDatabase } from '../world/database.js';

const THREADS = 20_000;
const BOARD = '00000000-0000-4000-8000-000000000001';
const FIRST = 30;

const TEXTS = ['바코드가 읽히지 않아요', '간트차트가 길어요', '결재선을 줄이고 싶어요'].concat(
  Array.from({ length: 6 }, (_, n) => `다른 이야기 ${n}: 회의록 알림 보고서`),
);

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows': number; Plans?: Plan[] };

/** The boards' own database, which explains what it is asked instead of answering. */
class Explaining extends BoardsDatabase {
  readonly plans: Plan[] = [];

  override async sql<Row extends object>({ text, values }: Sql): Promise<Row[]> {
    const asked = { text: `explain (analyze, format json) ${text}`, values };
    const [row] = await super.sql<{ 'QUERY PLAN': { Plan: Plan }[] }>(asked as Sql);
    this.plans.push(row!['QUERY PLAN'][0]!.Plan);
    return [];
  }
}

let copy: TestDatabase;
let client: pg.Client;
let database: Explaining;
let reads: BoardsReads;

beforeAll(async () => {
  copy = await copyDatabase();
  client = new pg.Client({ connectionString: copy.url });
  await client.connect();
  const texts = TEXTS.map((title) => ({ title, body: title, grams: [...gramsOf(title)] }));
  const text = readFileSync(new URL('../../bench/boards.sql', import.meta.url), 'utf8');
  await client.query(
    text.replaceAll(':threads', String(THREADS)).replaceAll(':texts', JSON.stringify(texts)),
  );
  await client.query('vacuum analyze boards.thread, boards.post, boards.writer');
  const keys = () => {
    throw new Error('Nobody’s tags are asked for here.');
  };
  database = new Explaining({ url: copy.url, keys, ownCluster: false, labelFrom: 30 });
  reads = new BoardsReads(database);
}, 120_000);
afterAll(async () => {
  await database.onApplicationShutdown();
  await client.end();
  await copy.drop();
});

const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];

/** Where the list stands after so many pages of it. */
async function positionAfter(rows: number, order: ThreadsFilter['order']): Promise<ThreadPosition> {
  const by = order === 'HELPFUL' ? 'helpful desc, ' : '';
  const found = await client.query(
    `select helpful, created_on::text as day, id from boards.thread order by ${by}created_on desc, id desc offset ${rows - 1} limit 1`,
  );
  return found.rows[0];
}

/** What is wrong with the plan of the last question. */
function wrongWith(most: number): string[] {
  const plan = database.plans.at(-1)!;
  return flat(plan).flatMap((node) => {
    const what = `${node['Node Type']} ${node['Relation Name'] ?? ''}`.trim();
    if (node['Node Type'] === 'Seq Scan' && node['Relation Name'] !== 'board') return [what];
    const rows = Math.max(node['Actual Rows'], node.Plans?.[0]?.['Actual Rows'] ?? 0);
    return /Sort|Hash/.test(what) && rows > most ? [`${what} of ${rows}`] : [];
  });
}

const none = { search: null, tag: null };

it.each<[string, Partial<ThreadsFilter>, number]>([
  ['the first page', {}, 0],
  ['page 50', {}, 49],
  ['the most helpful', { order: 'HELPFUL' }, 0],
  ['page 50 of the most helpful', { order: 'HELPFUL' }, 49],
  ['the unanswered', { order: 'UNANSWERED' }, 0],
  ['page 50 of the unanswered', { order: 'UNANSWERED' }, 49],
  ['a tag that a third bears', { tag: '결재' }, 0],
  ['a tag that 30 bear', { tag: '드문말' }, 0],
  ['a tag that nothing bears', { tag: '없는말' }, 0],
  ['a search that finds a third', { search: '결재선' }, 0],
  ['a search that finds every 50th', { search: '간트차트' }, 0],
  ['a search that finds 30', { search: '바코드' }, 0],
  ['a search that finds nothing', { search: '우주정거장' }, 0],
  ['a search of one letter that nothing holds', { search: '뷁' }, 0],
])('%s', async (_what, wanted, pages) => {
  const filter: ThreadsFilter = { order: 'NEWEST', ...none, ...wanted };
  const after = pages > 0 ? await positionAfter(pages * FIRST, filter.order) : null;
  await reads.threads(BOARD, filter, FIRST, after);
  expect(wrongWith(1_050)).toEqual([]);
  // However it is read, so many rows at most are touched.
  const touched = flat(database.plans.at(-1)!).filter((node) => node['Relation Name'] === 'thread');
  expect(Math.max(...touched.map((node) => node['Actual Rows']))).toBeLessThanOrEqual(2_000);
});

it('the tags of a board', async () => {
  await reads.tags(BOARD);
  expect(wrongWith(2_500)).toEqual([]);
});

it('a whole board is noticed, or the tests above would prove nothing', async () => {
  await database.sql({
    text: 'select * from boards.thread thread order by title',
    values: [],
  } as unknown as Sql);
  expect(wrongWith(1_050)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Sort/), 'Seq Scan thread']),
  );
});
