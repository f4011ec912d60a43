// You said, we did: each company sees its own words and what became of them, and never what is meant for staff.
import { type Company, type Person, World } from '../world/world.js';
import { WORDING, ask, decide, need, plan } from './planned.js';

let world: World;
let planner: Person;
let hanbit: Company;
let nada: Company;
let yuna: Person;
let mina: Person;
let shipped: any;
const SECRET = '속사정';

const SAID = `youSaid { channel occurredAt toldAt thread { heading }
  plan { id state titleKo titleEn bodyKo bodyEn release decidedAt } }`;

beforeAll(async () => {
  world = await World.open();
  planner = await world.staff('PLANNER', '최기획');
  hanbit = await world.company('한빛전자');
  nada = await world.company('나다물류');
  yuna = await world.contact(hanbit, '정유나');
  mina = await world.contact(nada, '오미나');
  const ours = await ask(world, hanbit, yuna, '승인함을 엑셀로 받고 싶어요');
  const theirs = await ask(world, nada, mina, '승인함 내보내기가 있으면 좋겠어요');
  const declined = await ask(world, hanbit, yuna, '이모티콘을 직접 올리고 싶어요');
  await ask(world, hanbit, yuna, '휴가를 반나절씩 쓰고 싶어요');
  shipped = await plan(planner, [await need(world, SECRET, [ours.item, theirs.item])], SECRET);
  await decide(planner, shipped, 'SHIPPED', { wording: WORDING, release: '4.12', reason: SECRET });
  const refused = await plan(planner, [await need(world, SECRET, [declined.item])], SECRET);
  const why = { ...WORDING, titleKo: '이모티콘은 올릴 수 없어요', bodyKo: '저작권을 확인할 방법이 없어요.' };
  await decide(planner, refused, 'DECLINED', { wording: why, reason: SECRET });
  await world.jobs();
});
afterAll(() => world.close());

const saidBy = async (who: Person, handle: string): Promise<any[]> =>
  (await who.get(`query ($handle: String!) { companyByHandle(handle: $handle) { ${SAID} } }`, { handle }))
    .companyByHandle.youSaid;

it('shows a contact what their company asked, what was done or declined and why, and what is still open', async () => {
  const rows = await saidBy(yuna, hanbit.handle);
  const brief = rows.map(({ thread, plan: became, toldAt }) => [
    thread.heading,
    became?.state ?? null,
    became?.titleKo ?? null,
    toldAt !== null,
  ]);
  expect(brief).toEqual(
    expect.arrayContaining([
      ['승인함을 엑셀로 받고 싶어요', 'SHIPPED', WORDING.titleKo, true],
      ['이모티콘을 직접 올리고 싶어요', 'DECLINED', '이모티콘은 올릴 수 없어요', true],
      ['휴가를 반나절씩 쓰고 싶어요', null, null, false],
    ]),
  );
  expect(rows).toHaveLength(3);
});

it('shows staff the same rows', async () => {
  expect(await saidBy(planner, hanbit.handle)).toEqual(await saidBy(yuna, hanbit.handle));
});

it('shows a contact no other company, and nothing that is meant for staff', async () => {
  const answer = await yuna.ask(`query ($handle: String!) { companyByHandle(handle: $handle) { ${SAID} } }`, {
    handle: nada.handle,
  });
  expect(answer.data.companyByHandle).toBeNull();
  const own = await yuna.ask(`query ($handle: String!) { companyByHandle(handle: $handle) { ${SAID} } }`, {
    handle: hanbit.handle,
  });
  expect(own.text).not.toContain(SECRET);
  expect(own.text).not.toContain('내보내기가');
  const { node } = await yuna.get('query ($id: ID!) { node(id: $id) { id } }', { id: shipped.id });
  expect(node).toBeNull();
});

it('shows state but no words while a planner has opened neither words nor roadmap', async () => {
  const asked = await ask(world, nada, mina, '글꼴을 바꾸고 싶어요');
  const open = await plan(planner, [await need(world, SECRET, [asked.item])], SECRET);
  const words = { titleKo: '글꼴 고르기', titleEn: 'Choosing a font' };
  await planner.do(
    'changePlanningItem',
    { planningItemId: open.id, version: 1, ...words },
    'planningItem { version }',
  );
  const before = (await saidBy(mina, nada.handle)).find(({ thread }) => thread.heading.includes('글꼴'));
  expect(before.plan).toMatchObject({ state: 'CONSIDERING', titleKo: null });
  expect((await mina.get('{ roadmap { titleKo } }')).roadmap).toEqual([]);
  await planner.do(
    'changePlanningItem',
    { planningItemId: open.id, version: 2, public: true },
    'planningItem { public }',
  );
  const after = (await saidBy(mina, nada.handle)).find(({ thread }) => thread.heading.includes('글꼴'));
  expect(after.plan).toMatchObject({ state: 'CONSIDERING', titleKo: '글꼴 고르기' });
});

it('opens a roadmap to contacts of every company where a planner says so, and to nobody else', async () => {
  const { roadmap } = await yuna.get('{ roadmap { state titleKo titleEn } }');
  expect(roadmap).toEqual([{ state: 'CONSIDERING', titleKo: '글꼴 고르기', titleEn: 'Choosing a font' }]);
  expect((await planner.get('{ roadmap { titleKo } }')).roadmap).toHaveLength(1);
  const { errors } = await world.stranger().ask('{ roadmap { titleKo } }');
  expect(errors?.[0]?.extensions.code).toMatch(/UNAUTHENTICATED|DENIED/);
});

it('needs a title in both languages before it is opened', async () => {
  const bare = await plan(planner, [], '빈 것');
  const input = { planningItemId: bare.id, version: 1, public: true };
  expect((await planner.refused('changePlanningItem', input, 'planningItem { id }')).reason).toBe(
    'WORDS_MISSING',
  );
});
