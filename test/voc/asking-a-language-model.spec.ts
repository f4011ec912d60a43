// A language model outside may say what it makes of an item, where the installation has named one; the far end is a real server here.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import pino from 'pino';
import { sql } from '../../src/platform/database/index.js';
import { type Company, type Person, World } from '../world/world.js';
import { CATEGORIES, bring } from './inquiries.js';

const KEY = 'sk-geheim-4711';

type Asked = {
  path: string;
  key: string | undefined;
  body: { model: string; messages: { content: string }[] };
};

/** The outside: it notes what it was asked and answers what the test says. */
class Outside {
  readonly asked: Asked[] = [];
  status = 200;
  answer: unknown = { category: 'DEFECT', summary: '알림이 오지 않아요.' };
  private server: Server | null = null;

  async open(): Promise<string> {
    this.server = createServer((request, response) => {
      void read(request).then((text) => {
        this.asked.push({
          path: request.url ?? '',
          key: request.headers.authorization,
          body: JSON.parse(text),
        });
        const content = typeof this.answer === 'string' ? this.answer : JSON.stringify(this.answer);
        response.writeHead(this.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ choices: [{ message: { content } }] }));
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => this.server?.once('listening', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server?.close(() => resolve()));
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const outside = new Outside();
let logged = '';
let world: World;
let company: Company;
let minji: Person;
let doyun: Person;

beforeAll(async () => {
  const log = pino(
    { level: 'debug' },
    new Writable({
      write(chunk: Buffer, _, done) {
        logged += chunk.toString();
        done();
      },
    }),
  );
  world = await World.open(
    { LLM_URL: await outside.open(), LLM_MODEL: 'klein-1', LLM_KEY: KEY },
    log as never,
  );
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
});
afterAll(async () => {
  await world.close();
  await outside.close();
});

const opened = async (body: string): Promise<string> =>
  (await minji.do('openThread', { spaceId: company.spaceId, body }, 'thread { id }')).thread.id;
const ITEM =
  'query ($id: ID!) { thread(id: $id) { vocItem { id version category proposedCategory opinion { category summary model } } } }';
const itemOf = async (id: string) => (await doyun.get(ITEM, { id })).thread.vocItem;

it('is asked once after an item was made, and its answer stands beside the item', async () => {
  const id = await opened('알림이 안 와요');
  await world.jobs();
  const item = await itemOf(id);
  expect(item.opinion).toEqual({ category: 'DEFECT', summary: '알림이 오지 않아요.', model: 'klein-1' });
  expect(item.category).toBe(item.proposedCategory);
  expect(outside.asked).toHaveLength(1);
  expect(outside.asked[0]).toMatchObject({
    path: '/v1/chat/completions',
    key: `Bearer ${KEY}`,
    body: { model: 'klein-1' },
  });
  await world.jobs();
  expect(outside.asked).toHaveLength(1);
});

it('never hears who somebody is', async () => {
  await opened('김민지입니다. 강도윤님, 010-1234-5678 이나 minji@hanbit.example 로 알려 주세요');
  await world.jobs();
  const said = JSON.stringify(outside.asked.at(-1));
  for (const secret of ['김민지', '민지', '강도윤', '1234', 'hanbit.example', minji.email, '한빛전자'])
    expect(said).not.toContain(secret);
  expect(outside.asked.at(-1)?.body.messages[1]?.content).toBe(
    '[name]입니다. [name]님, [phone] 이나 [e-mail] 로 알려 주세요',
  );
});

it.each([
  ['refuses', 503, { category: 'DEFECT', summary: 'x' }],
  ['answers with a sixth category', 200, { category: 'PRAISE', summary: 'x' }],
  ['answers with something else', 200, '알림이 안 와요 - 그래요'],
])(
  'that %s is asked again later; nothing is lost and nothing of the text is logged',
  async (_, status, answer) => {
    outside.status = status;
    outside.answer = answer;
    logged = '';
    const text = `비밀스러운 문의 ${outside.asked.length}`;
    const id = await opened(text);
    await world.jobs();
    expect((await itemOf(id)).opinion).toBeNull();
    expect(logged).toContain('gave no opinion');
    for (const secret of [text, '비밀스러운', '그래요', KEY]) expect(logged).not.toContain(secret);
    outside.status = 200;
    outside.answer = { category: 'USAGE', summary: '다시 물었어요.' };
    await world.later(60_000);
    expect((await itemOf(id)).opinion).toMatchObject({ category: 'USAGE' });
  },
);

it('is measured like a coder: against what people left the items at', async () => {
  const FIGURES = '{ categoryAgreement { outside { n agreed } people { n } } }';
  const { categoryAgreement: before } = await doyun.get(FIGURES);
  outside.answer = { category: 'FEATURE', summary: '새 기능을 바라요.' };
  for (const category of ['FEATURE', 'ACCOUNT']) {
    const id = await opened(`${category} 같은 것`);
    await world.jobs();
    const item = await itemOf(id);
    await doyun.do('correctVocItem', { itemId: item.id, version: item.version, category }, 'item { id }');
  }
  const { categoryAgreement: after } = await doyun.get(FIGURES);
  expect(after.outside.n - before.outside.n).toBe(2);
  expect(after.outside.agreed - before.outside.agreed).toBe(1);
});

it('opens exactly the items that the agreement counts, and those on which it differs', async () => {
  const FIGURES = '{ categoryAgreement { fromWeek toWeek outside { n agreed confusion } people { n } } }';
  const { fromWeek: week, toWeek, outside: figure } = (await doyun.get(FIGURES)).categoryAgreement;
  const LIST = `query ($week: String, $toWeek: String, $opinion: Category, $category: Category, $agreed: Boolean) {
    outsideCodings(week: $week, toWeek: $toWeek, opinion: $opinion, category: $category, agreed: $agreed, first: 100) {
      totalCount edges { node { opinion category agreed item { category opinion { category } } } } } }`;
  const list = async (filter: object = {}) =>
    (await doyun.get(LIST, { week, toWeek, ...filter })).outsideCodings;
  expect((await list()).totalCount).toBe(figure.n);
  const differing = await list({ agreed: false });
  expect(differing.totalCount).toBe(figure.n - figure.agreed);
  expect(differing.edges.length).toBeGreaterThan(0);
  for (const { node } of differing.edges) {
    expect(node).toMatchObject({ agreed: false, item: { category: node.category } });
    expect(node.item.opinion.category).toBe(node.opinion);
    expect(node.opinion).not.toBe(node.category);
  }
  const [{ node: one }] = differing.edges;
  const cell = await list({ opinion: one.opinion, category: one.category });
  expect(cell.totalCount).toBe(
    figure.confusion[CATEGORIES.indexOf(one.opinion)][CATEGORIES.indexOf(one.category)],
  );
  expect((await list({ week: '2020-W01', toWeek: '2020-W02' })).totalCount).toBe(0);
  const refused = await minji.ask(LIST, { week, toWeek });
  expect(refused.errors?.[0]?.extensions.code).toBe('DENIED');
});

it('is not asked about imported history, nor by an installation that names none', async () => {
  const times = outside.asked.length;
  await bring(world, [
    { company, person: minji, at: '2026-11-10T03:00:00Z', category: 'USAGE', body: '옛 문의' },
  ]);
  await world.jobs();
  expect(outside.asked).toHaveLength(times);
  const quiet = await World.open();
  const other = await quiet.company();
  const person = await quiet.contact(other);
  await person.do('openThread', { spaceId: other.spaceId, body: '문의' }, 'thread { id }');
  await quiet.jobs();
  const made = await quiet.rows(sql`select 1 from hotline.voc_item`);
  expect([made.length, outside.asked.length]).toEqual([1, times]);
  await quiet.close();
});
