// News of a decision is said by the product: it answers nobody. No figure that looks at what staff wrote may move by it.
import { sql } from '../../src/platform/database/index.js';
import { uuidOf } from '../attacks/stage.js';
import { MINUTE } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';
import { WORDING, ask, decide, need, plan, said } from './planned.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let eunbi: Person;
let lead: Person;
let planner: Person;

const FIGURES = `query ($id: ID!) { node(id: $id) { ... on Company {
  figures { open waitingForUs medianFirstResponseMinutes firstResponses } } } }`;

beforeEach(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  eunbi = await world.staff('AGENT', '류은비');
  lead = await world.staff('LEAD', '한서연');
  planner = await world.staff('PLANNER', '하원재');
});
afterEach(() => world.close());

/** Ships what these items ask for: whoever asked hears of it. */
async function ship(...items: string[]): Promise<any> {
  const shipped = await plan(planner, [await need(world, '달력 구독', items)]);
  await decide(planner, shipped, 'SHIPPED', { wording: WORDING });
  await world.jobs();
  return shipped;
}
const figures = async () => (await doyun.get(FIGURES, { id: company.id })).node.figures;
const thread = async (id: string, who = doyun) =>
  (await who.get('query ($id: ID!) { thread(id: $id) { state unansweredSince unread } }', { id })).thread;
const counts = async (who: Person) =>
  (await who.get('{ queueCounts { all mine unassigned unread waitingForUs } }')).queueCounts;
const load = async () =>
  (await lead.get('{ teamLoad { person { id } inProgress waitingForUs oldestWait } }')).teamLoad;
const inQueue = async (who: Person, queue: string): Promise<string[]> =>
  (
    await who.get('query ($queue: Queue!) { threads(queue: $queue) { edges { node { id } } } }', { queue })
  ).threads.edges.map(({ node }: { node: { id: string } }) => node.id);
const answer = (threadId: string) =>
  doyun.do('postMessage', { threadId, body: '확인해 볼게요' }, 'thread { state }');

it('leaves a question waiting as long as it has waited, in the figures and in every queue', async () => {
  const asked = await ask(world, company, minji, '달력을 구독하고 싶어요');
  const standing = async () => {
    const { state, unansweredSince } = await thread(asked.thread);
    return {
      state,
      unansweredSince,
      figures: await figures(),
      counts: await counts(doyun),
      load: await load(),
    };
  };
  const before = await standing();
  world.clock.pass(30 * MINUTE);
  await ship(asked.item);
  expect((await said(minji, asked.thread)).map(({ automatic }) => automatic)).toEqual([false, true]);
  expect(await standing()).toEqual(before);
  expect(await inQueue(doyun, 'WAITING_FOR_US')).toEqual([asked.thread]);
  const [row] = await world.rows<{ first_response_at: Date | null; staff_seen_seq: number }>(
    sql`select first_response_at, staff_seen_seq from hotline.thread where id = ${uuidOf(asked.thread)}`,
  );
  // Nobody of us has read the question either.
  expect(row).toEqual({ first_response_at: null, staff_seen_seq: 0 });
});

it('is left out of first responses and of the usual time until an answer; the person’s answer after it is counted', async () => {
  const threads = [];
  for (const minutes of [40, 60, 80]) {
    const asked = await ask(world, company, minji, `${minutes}분 기다린 말`);
    world.clock.pass(10 * MINUTE);
    await ship(asked.item);
    world.clock.pass((minutes - 10) * MINUTE);
    await answer(asked.thread);
    threads.push(asked.thread);
  }
  expect(await figures()).toMatchObject({ medianFirstResponseMinutes: 60, firstResponses: 3 });
  const { companyByHandle } = await minji.get(
    'query ($handle: String!) { companyByHandle(handle: $handle) { space { usualAnswer } } }',
    { handle: company.handle },
  );
  expect(companyByHandle.space.usualAnswer).toBe(60);
});

it('makes work for none of us: who had read all has still read all, and the client has something new', async () => {
  const asked = await ask(world, company, minji, '달력을 구독하고 싶어요');
  await answer(asked.thread);
  await minji.do('markThreadRead', { threadId: asked.thread, seq: 2 }, 'thread { id }');
  const [mine, hers] = [await counts(doyun), await counts(eunbi)];
  await ship(asked.item);
  expect((await thread(asked.thread)).unread).toBe(0);
  expect(await inQueue(doyun, 'UNREAD')).toEqual([]);
  // A colleague who had not looked has as much to read as before.
  expect([await counts(doyun), await counts(eunbi)]).toEqual([mine, hers]);
  expect(await inQueue(eunbi, 'UNREAD')).toEqual([asked.thread]);
  expect((await thread(asked.thread, minji)).unread).toBe(1);
  const [{ n = -1 } = {}] = await world.rows<{ n: number }>(sql`select hotline.thread_counts_mend() as n`);
  expect(n).toBe(0);
});

it('stands in the way of no undo: nobody has touched the thread', async () => {
  const asked = await ask(world, company, minji, '달력을 구독하고 싶어요');
  const { changeId } = await doyun.do(
    'changeThreads',
    { threadIds: [asked.thread], resolve: true },
    'changeId threads { id }',
  );
  await ship(asked.item);
  const { threads, refused } = await doyun.do(
    'undoThreadChanges',
    { changeId },
    'threads { id state } refused { reason }',
  );
  expect({ threads, refused }).toEqual({ threads: [{ id: asked.thread, state: 'OPEN' }], refused: [] });
  expect(await said(minji, asked.thread)).toHaveLength(2);
});

it('comes with a thread that is merged and goes back with it, and still answers nothing', async () => {
  const other = await world.company('한빛 전자');
  const sujin = await world.contact(other, '박수진');
  const asked = await ask(world, other, sujin, '달력을 구독하고 싶어요');
  await ship(asked.item);
  const admin = await world.staff('ADMIN', '옥동진');
  const { merge } = await admin.do(
    'mergeCompanies',
    { keepCompanyId: company.id, duplicateCompanyId: other.id },
    'merge { id }',
  );
  expect(await figures()).toMatchObject({ open: 1, waitingForUs: 1, firstResponses: 0 });
  await admin.do('undoMerge', { mergeId: merge.id }, 'merge { id }');
  expect(await figures()).toMatchObject({ open: 0, waitingForUs: 0, firstResponses: 0 });
  expect((await said(doyun, asked.thread)).map(({ automatic }) => automatic)).toEqual([false, true]);
});

it('is told as news and never as an answer', async () => {
  const asked = await ask(world, company, minji, '달력을 구독하고 싶어요');
  await ship(asked.item);
  const { notifications } = await minji.get('{ notifications { edges { node { kind } } } }');
  expect(notifications.edges.map(({ node }: { node: { kind: string } }) => node.kind)).toEqual(['NEWS']);
});
