// A company's page in figures: each number is what its definition says, and opens exactly what it counts.
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let minji: Person;
let agent: Person;

const FIGURES = `query ($id: ID!) { node(id: $id) { ... on Company {
  figures { open waitingForUs medianFirstResponseMinutes firstResponses }
  voc { week toWeek categories { category count } } } } }`;
const read = async (who: Person = agent): Promise<any> => (await who.get(FIGURES, { id: company.id })).node;
const open = async (who: Person, body: string): Promise<string> =>
  (await who.do('openThread', { spaceId: company.spaceId, body }, 'thread { id }')).thread.id;
const answer = (threadId: string): Promise<any> =>
  agent.do('postMessage', { threadId, body: '답이에요' }, 'message { id }');
const MINUTE = 60_000;

beforeEach(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '강도윤');
  company = await world.company();
  minji = await world.contact(company, '김민지');
});
afterEach(() => world.close());

it('is empty for a company of which nothing was heard yet', async () => {
  const { figures, voc } = await read();
  expect(figures).toEqual({
    open: 0,
    waitingForUs: 0,
    medianFirstResponseMinutes: null,
    firstResponses: 0,
  });
  expect(voc).toMatchObject({ week: '2026-W44', toWeek: '2026-W47' });
  expect(voc.categories.map(({ count }: { count: number }) => count)).toEqual([0, 0, 0, 0, 0]);
});

it('counts what is open, and the median of first responses of threads that contacts opened in thirty days', async () => {
  const long = await open(minji, '오래전');
  world.clock.pass(500 * MINUTE);
  await answer(long);
  world.clock.pass(31 * 1_440 * MINUTE);
  minji = await world.signedIn(minji.uuid, minji.email, company.handle);
  agent = await world.signedIn(agent.uuid, agent.email, null);
  for (const minutes of [10, 30, 80]) {
    const threadId = await open(minji, `${minutes}분`);
    world.clock.pass(minutes * MINUTE);
    await answer(threadId);
  }
  await open(minji, '아직 답이 없는 것');
  await open(agent, '우리가 연 것');
  const done = await open(minji, '끝난 것');
  await agent.do('resolveThread', { threadId: done }, 'thread { id }');
  expect((await read()).figures).toEqual({
    open: 6,
    waitingForUs: 1,
    medianFirstResponseMinutes: 30,
    firstResponses: 3,
  });
});

it('counts VOC of the running week and the three before it, exactly as the list does', async () => {
  await open(minji, '결제 영수증은 어디서 받나요?');
  world.clock.pass(5 * 7 * 1_440 * MINUTE);
  minji = await world.signedIn(minji.uuid, minji.email, company.handle);
  agent = await world.signedIn(agent.uuid, agent.email, null);
  await open(minji, '로그인이 안 돼요. 오류가 나요');
  await open(minji, '다크 모드를 만들어 주세요');
  await world.jobs();
  const { voc } = await read();
  for (const { category, count } of voc.categories) {
    const { vocItems } = await agent.get(
      `query ($companyId: ID, $week: String, $toWeek: String, $category: Category) {
        vocItems(companyId: $companyId, week: $week, toWeek: $toWeek, category: $category, state: COUNTED) { totalCount } }`,
      { companyId: company.id, week: voc.week, toWeek: voc.toWeek, category },
    );
    expect([category, vocItems.totalCount]).toEqual([category, count]);
  }
  const total = voc.categories.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
  expect(total).toBe(2);
});

it('is for staff', async () => {
  const { errors, data } = await minji.ask(FIGURES, { id: company.id });
  expect(data.node).toMatchObject({ figures: null, voc: null });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['DENIED', 'DENIED']);
});
