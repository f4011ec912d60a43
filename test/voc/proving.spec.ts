// The proof: how much of what ships was asked for, whether the loop was closed and how fast; figures equal their lists.
import { DAY } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';
import { WORDING, ask, decide, join, need, plan } from './planned.js';

let world: World;
let planner: Person;
let hanbit: Company;
let nada: Company;

const PROOF = `planningProof(quarter: $quarter) {
  quarters { quarter shipped shippedWithVoc share asked told closure medianDays }
  categories { category asked told } companies { asked told company { id } } }`;

const proof = async (quarter: string | null = null): Promise<any> =>
  (await planner.get(`query ($quarter: String) { ${PROOF} }`, { quarter })).planningProof;

const count = async (list: string, variables: object): Promise<number> => {
  const queries: Record<string, string> = {
    planningItems:
      'query ($quarter: String, $state: PlanningState, $withVoc: Boolean) { planningItems(quarter: $quarter, state: $state, withVoc: $withVoc) { totalCount } }',
    planningVoices:
      'query ($quarter: String, $category: Category, $companyId: ID, $told: Boolean) { planningVoices(quarter: $quarter, category: $category, companyId: $companyId, told: $told) { totalCount } }',
  };
  return (await planner.get(queries[list] ?? '', variables))[list].totalCount;
};

beforeAll(async () => {
  world = await World.open();
  planner = await world.staff('PLANNER', '최기획');
  hanbit = await world.company('한빛전자');
  nada = await world.company('나다물류');
  const yuna = await world.contact(hanbit, '정유나');
  const gone = await world.contact(nada, '윤퇴사');
  const asked = await ask(world, hanbit, yuna, '승인함을 엑셀로 받고 싶어요');
  const lost = await ask(world, nada, gone, '승인함 내려받기요');
  const late = await ask(world, hanbit, yuna, '엑셀 내려받기 또 여쭤요');
  const admin = await world.staff('ADMIN', '박관리');
  await admin.do('deactivatePerson', { personId: gone.id }, 'person { id }');
  const wanted = await need(world, '승인함 내보내기', [asked.item, lost.item]);
  await decide(planner, await plan(planner, [wanted]), 'SHIPPED', { wording: WORDING });
  await world.jobs();
  world.clock.pass(4 * DAY);
  await join(world, wanted, [late.item]);
  await world.jobs();
  await decide(planner, await plan(planner, [], '우리끼리 정한 것'), 'SHIPPED', { wording: WORDING });
});
afterAll(() => world.close());

it('shares, closure and days are those of the definitions', async () => {
  const { quarters, companies } = await proof();
  expect(quarters.map(({ quarter }: any) => quarter)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
  expect(quarters.at(-1)).toEqual({
    quarter: '2026-Q4',
    shipped: 2,
    shippedWithVoc: 1,
    share: 0.5,
    asked: 3,
    told: 2,
    closure: 2 / 3,
    medianDays: 2,
  });
  expect(quarters[0]).toMatchObject({ shipped: 0, share: null, asked: 0, closure: null, medianDays: null });
  // Who was never told stands first.
  expect(companies.map(({ company, asked, told }: any) => [company.id, asked, told])).toEqual([
    [nada.id, 1, 0],
    [hanbit.id, 2, 2],
  ]);
});

it('every figure is the length of the list behind it', async () => {
  const quarter = '2026-Q4';
  const { quarters, categories, companies } = await proof(quarter);
  const now = quarters.at(-1);
  expect(await count('planningItems', { quarter, state: 'SHIPPED' })).toBe(now.shipped);
  expect(await count('planningItems', { quarter, state: 'SHIPPED', withVoc: true })).toBe(now.shippedWithVoc);
  expect(await count('planningVoices', { quarter })).toBe(now.asked);
  expect(await count('planningVoices', { quarter, told: true })).toBe(now.told);
  for (const { category, asked, told } of categories) {
    expect(await count('planningVoices', { quarter, category })).toBe(asked);
    expect(await count('planningVoices', { quarter, category, told: true })).toBe(told);
  }
  for (const { company, asked, told } of companies) {
    expect(await count('planningVoices', { quarter, companyId: company.id })).toBe(asked);
    expect(await count('planningVoices', { quarter, companyId: company.id, told: false })).toBe(asked - told);
  }
});

it('one shipped item is a chain from words to figure to decision to release to notice', async () => {
  const { planningVoices } = await planner.get(
    `{ planningVoices(told: true, first: 1) { edges { node { quote week toldAt thread { heading } company { name }
      planningItem { number weeks { week category count } decisions { to reason } release } } } } }`,
  );
  const { node } = planningVoices.edges[0];
  expect(node).toMatchObject({ company: { name: '한빛전자' }, toldAt: expect.any(String) });
  expect(node.planningItem.decisions.map(({ to }: any) => to)).toEqual(['CONSIDERING', 'SHIPPED']);
  expect(node.planningItem.weeks).toEqual([{ week: node.week, category: 'FEATURE', count: 3 }]);
});

it('a quarter that is none is refused', async () => {
  const { errors } = await planner.ask(`query ($quarter: String) { ${PROOF} }`, { quarter: '2026-Q5' });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', reason: 'QUARTER' });
});
