// The list of VOC items is narrowed by anything and taken along as a table.
import { parse } from 'csv-parse/sync';
import { type Company, type Person, World } from '../world/world.js';
import { bring } from './inquiries.js';

let world: World;
let hanbit: Company;
let nada: Company;
let planner: Person;
let minji: Person;

const AT = '2026-11-10T03:00:00Z';
const LIST = `query ($search: String, $companyId: ID, $tier: Tier) {
  vocItems(search: $search, companyId: $companyId, tier: $tier, first: 50) { totalCount edges { node { quote company { name } } } } }`;
const TABLE = `query ($search: String, $companyId: ID, $category: Category) {
  vocItemsCsv(search: $search, companyId: $companyId, category: $category) }`;

beforeAll(async () => {
  world = await World.open();
  hanbit = await world.company('한빛전자', { tier: 'VIP' });
  nada = await world.company('나다물류');
  minji = await world.contact(hanbit, '김민지');
  const jisu = await world.contact(nada, '박지수');
  planner = await world.staff('PLANNER', '하기획');
  await bring(world, [
    { company: hanbit, person: minji, at: AT, category: 'DEFECT' },
    { company: hanbit, person: minji, at: AT, category: 'USAGE' },
    { company: nada, person: jisu, at: AT, category: 'DEFECT' },
  ]);
});
afterAll(() => world.close());

const names = async (variables: object): Promise<string[]> =>
  (await planner.get(LIST, variables)).vocItems.edges.map(({ node }: any) => node.company.name);
const rows = async (variables: object): Promise<Record<string, string>[]> =>
  parse((await planner.get(TABLE, variables)).vocItemsCsv, { bom: true, columns: true });

describe('the list of VOC items', () => {
  it('finds by a part of the company’s name, or its first consonants', async () => {
    expect(await names({ search: '나다' })).toEqual(['나다물류']);
    expect(await names({ search: 'ㅎㅂ' })).toEqual(['한빛전자', '한빛전자']);
  });

  it('is narrowed to one company and to a tier', async () => {
    expect(await names({ companyId: nada.id })).toEqual(['나다물류']);
    expect(await names({ tier: 'VIP' })).toEqual(['한빛전자', '한빛전자']);
  });

  it('is taken along as a table that holds exactly what the list holds', async () => {
    const table = await rows({ category: 'DEFECT' });
    expect(table).toHaveLength(2);
    expect(table[0]).toMatchObject({ week: '2026-W46', category: 'DEFECT', state: 'COUNTED' });
    expect(table.map(({ company }) => company).sort()).toEqual(['나다물류', '한빛전자']);
    expect(await rows({ search: '없는말' })).toEqual([]);
  });

  it('never gives a cell that a spreadsheet would run', async () => {
    const body = '=HYPERLINK("https://evil.example","눌러 보세요")';
    const { thread } = await minji.do('openThread', { spaceId: hanbit.spaceId, body }, 'thread { id }');
    expect(thread.id).toBeTruthy();
    await world.jobs();
    const [row] = await rows({ search: 'HYPERLINK' });
    expect(row?.quote).toBe(`'${body}`);
  });

  it('is not for contacts', async () => {
    expect((await minji.ask('{ vocItemsCsv }')).errors?.[0]?.extensions.code).toBe('DENIED');
  });
});

describe('the order by reach', () => {
  const REACH = `query ($first: Int!, $after: String) { vocItems(order: MOST_REACH, reviewed: false, state: COUNTED, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor } edges { node { id companySeats confidence } } } }`;
  type Node = { id: string; companySeats: number; confidence: number };

  it('has the companies with the most seats first, of each the most doubtful, and pages without a gap', async () => {
    const large = await world.company('큰 회사', { employees: 40_000 });
    const person = await world.contact(large, '오담당');
    await bring(
      world,
      ['로그인이 안 돼요', '음 그거요', '엑셀로 내보내는 버튼을 만들어 주세요'].map((body) => ({
        company: large,
        person,
        at: AT,
        category: 'DEFECT' as const,
        body,
      })),
    );
    const whole: Node[] = (await planner.get(REACH, { first: 100 })).vocItems.edges.map(
      ({ node }: any) => node,
    );
    expect(whole.slice(0, 3).map(({ companySeats }) => companySeats)).toEqual([40_000, 40_000, 40_000]);
    const sorted = [...whole].sort(
      (a, b) => b.companySeats - a.companySeats || a.confidence - b.confidence || (a.id < b.id ? -1 : 1),
    );
    expect(whole).toEqual(sorted);
    const paged: Node[] = [];
    let after: string | null = null;
    do {
      const { vocItems }: any = await planner.get(REACH, { first: 2, after });
      paged.push(...vocItems.edges.map(({ node }: any) => node));
      after = vocItems.pageInfo.hasNextPage ? vocItems.pageInfo.endCursor : null;
    } while (after);
    expect(paged).toEqual(whole);
  });
});
