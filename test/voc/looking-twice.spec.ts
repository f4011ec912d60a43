// A sample of what people code is coded again by somebody who knows nothing of the first coding; figures say how far they agree.
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { system } from '../../src/platform/actor.js';
import { Database, type Sql, sql } from '../../src/platform/database/index.js';
import { DAY, MINUTE } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';
import { bring } from './inquiries.js';

type Category = 'USAGE' | 'DEFECT' | 'IMPROVEMENT' | 'FEATURE' | 'ACCOUNT';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let eunbi: Person;
let seoyeon: Person;
let wonjae: Person;

const AT = '2026-11-10T03:00:00Z';
const QUEUE = '{ secondLook { waiting tasks { id quote language channel occurredAt } } }';
const AGREEMENT = `{ n agreed share kappa noKappa confusion }`;

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  eunbi = await world.staff('AGENT', '류은비');
  seoyeon = await world.staff('LEAD', '한서연');
  wonjae = await world.staff('PLANNER', '하원재');
  await share(100);
});
afterAll(() => world.close());
// The queue shows ten at once: what earlier tests left open is too old to be offered.
beforeEach(() =>
  change(sql`update hotline.voc_second_coding set drawn_at = '2020-01-01' where category is null`),
);

const change = (query: Sql) => world.app.get(Database).transact(system, (tx) => tx.sql(query));
const share = (percent: number, who = seoyeon) =>
  who.do('setSecondLookSample', { percent }, 'sample { percent changedBy { name } }');
const queue = async (who: Person) => (await who.get(QUEUE)).secondLook;
const taskOf = async (who: Person, quote: string) =>
  (await queue(who)).tasks.find((task: { quote: string }) => task.quote === quote);
const look = (who: Person, taskId: string, category: Category) =>
  who.do('codeSecondLook', { taskId, category }, 'queue { waiting }');

let count = 0;
type Item = { id: string; uuid: string; quote: string };
/** An item that the first coder gave this category. */
async function coded(category: Category, who = doyun, at = AT): Promise<Item> {
  const quote = `문의하신 내용 ${++count}`;
  const [thread = ''] = await bring(world, [{ company, person: minji, at, category: 'USAGE', body: quote }]);
  const [row] = await world.rows<{ id: string }>(
    sql`select id from hotline.voc_item where thread_id = ${thread}`,
  );
  const uuid = row?.id ?? '';
  const id = `vocitem_${uuid.replaceAll('-', '')}`;
  const input = { itemId: id, version: 1, category };
  await who.do('correctVocItem', input, 'item { id }');
  return { id, uuid, quote };
}
const drawn = async ({ uuid }: Item): Promise<boolean> =>
  (await world.rows(sql`select 1 from hotline.voc_second_coding where item_id = ${uuid}`)).length === 1;

describe('the sample', () => {
  afterAll(() => share(100));

  it('is every item that a person codes where it is 100 %, and none where it is 0', async () => {
    expect(await drawn(await coded('DEFECT'))).toBe(true);
    expect(await share(0)).toEqual({ sample: { percent: 0, changedBy: { name: '한서연' } } });
    expect(await drawn(await coded('DEFECT'))).toBe(false);
  });

  it('is chosen by the item alone: coding it again and by somebody else draws the same', async () => {
    await share(50);
    const items: Item[] = [];
    for (let n = 0; n < 24; n++) items.push(await coded('DEFECT'));
    const first = await Promise.all(items.map(drawn));
    expect(new Set(first)).toEqual(new Set([true, false]));
    for (const { id } of items) await eunbi.do('confirmVocItem', { itemId: id, version: 2 }, 'item { id }');
    expect(await Promise.all(items.map(drawn))).toEqual(first);
  });

  it('takes nothing that nobody has coded', async () => {
    await share(100);
    await bring(world, [{ company, person: minji, at: AT, category: 'USAGE', body: '아무도 안 봤어요' }]);
    expect(await taskOf(eunbi, '아무도 안 봤어요')).toBeUndefined();
  });

  it('is set by leads and administrators alone, from 0 to 100', async () => {
    for (const who of [doyun, wonjae])
      expect(await who.refused('setSecondLookSample', { percent: 20 }, 'sample { percent }')).toMatchObject({
        code: 'DENIED',
      });
    for (const percent of [-1, 101])
      expect(await seoyeon.refused('setSecondLookSample', { percent }, 'sample { percent }')).toMatchObject({
        code: 'INVALID',
        field: 'percent',
      });
  });

  it('keeps its salt to itself: the role of staff cannot read it', async () => {
    const rights = await world.rows<{ may: boolean }>(
      sql`select has_column_privilege('hotline_staff', 'hotline.voc_quality', 'salt', 'select') as may`,
    );
    expect(rights).toEqual([{ may: false }]);
  });
});

describe('the second coder', () => {
  it('is somebody else than the first, and nobody who has decided on the item before', async () => {
    const item = await coded('DEFECT');
    expect(await taskOf(doyun, item.quote)).toBeUndefined();
    expect(await taskOf(eunbi, item.quote)).toBeDefined();
    await eunbi.do('confirmVocItem', { itemId: item.id, version: 2 }, 'item { id }');
    expect(await taskOf(eunbi, item.quote)).toBeUndefined();
    expect(await taskOf(doyun, item.quote)).toBeUndefined();
  });

  it('sees the words and nothing that anybody thought of them, and no way there', async () => {
    const item = await coded('DEFECT');
    const task = await taskOf(eunbi, item.quote);
    expect(Object.keys(task).sort()).toEqual(['channel', 'id', 'language', 'occurredAt', 'quote']);
    // No field of the task, now or later, is an object from which one could go on, and none is a category.
    const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
    const type = schema.getType('SecondLookTask');
    if (!isObjectType(type)) throw new Error('There is no such type.');
    const kinds = Object.values(type.getFields()).map((field) => String(getNamedType(field.type)));
    expect(new Set(kinds)).toEqual(new Set(['ID', 'String', 'Channel', 'DateTime']));
    // Its id is its own: it opens nothing, and nothing of the item's id is in it.
    const { node } = await eunbi.get('query ($id: ID!) { node(id: $id) { id } }', { id: task.id });
    expect(node).toBeNull();
    expect(task.id).not.toContain(item.uuid.replaceAll('-', ''));
    const answer = await eunbi.ask(QUEUE);
    for (const secret of [item.id, 'DEFECT', 'confidence', '강도윤'])
      expect(answer.text).not.toContain(secret);
  });

  it('changes nothing of the item, and hears nothing of the first coding afterwards', async () => {
    const item = await coded('DEFECT');
    const before = await world.rows(sql`select * from hotline.voc_item where id = ${item.uuid}`);
    const task = await taskOf(eunbi, item.quote);
    const { waiting } = await queue(eunbi);
    const answer = await look(eunbi, task.id, 'IMPROVEMENT');
    expect(answer).toEqual({ queue: { waiting: waiting - 1 } });
    expect(await world.rows(sql`select * from hotline.voc_item where id = ${item.uuid}`)).toEqual(before);
    expect(await taskOf(eunbi, item.quote)).toBeUndefined();
    const [stored] = await world.rows(
      sql`select category, coder_id, at, first_category, first_coder_id from hotline.voc_second_coding where item_id = ${item.uuid}`,
    );
    expect(stored).toEqual({
      category: 'IMPROVEMENT',
      coder_id: eunbi.uuid,
      at: world.clock.now(),
      first_category: 'DEFECT',
      first_coder_id: doyun.uuid,
    });
  });

  it('may think again for five minutes, and then no more', async () => {
    const item = await coded('DEFECT');
    const { id } = await taskOf(eunbi, item.quote);
    await look(eunbi, id, 'IMPROVEMENT');
    world.clock.pass(4 * MINUTE);
    await look(eunbi, id, 'DEFECT');
    world.clock.pass(6 * MINUTE);
    const again = { taskId: id, category: 'USAGE' };
    expect(await eunbi.refused('codeSecondLook', again, 'queue { waiting }')).toMatchObject({
      code: 'CONFLICT',
      reason: 'TAKEN',
    });
    const [stored] = await world.rows(
      sql`select category from hotline.voc_second_coding where item_id = ${item.uuid}`,
    );
    expect(stored).toEqual({ category: 'DEFECT' });
  });

  it('is one: of two at the same moment one is told that the other was quicker', async () => {
    const item = await coded('DEFECT');
    const { id } = await taskOf(eunbi, item.quote);
    const query =
      'mutation ($input: CodeSecondLookInput!) { codeSecondLook(input: $input) { queue { waiting } } }';
    const all = await Promise.all(
      [eunbi, seoyeon].map((who) => who.ask(query, { input: { taskId: id, category: 'USAGE' } })),
    );
    expect(all.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(all.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.reason)).toEqual([
      'TAKEN',
    ]);
  });

  it('is never the first one, by no id', async () => {
    const item = await coded('DEFECT');
    const { id } = await taskOf(eunbi, item.quote);
    const input = { taskId: id, category: 'DEFECT' };
    expect(await doyun.refused('codeSecondLook', input, 'queue { waiting }')).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is not asked about what counts no longer, or was drawn eight weeks ago', async () => {
    const gone = await coded('DEFECT');
    await doyun.do('withdrawVocItem', { itemId: gone.id, version: 2, reason: 'TEST' }, 'item { id }');
    const old = await coded('DEFECT');
    expect(await taskOf(eunbi, gone.quote)).toBeUndefined();
    expect(await taskOf(eunbi, old.quote)).toBeDefined();
    const eightWeeksAgo = new Date(world.clock.now().getTime() - 57 * DAY);
    await change(
      sql`update hotline.voc_second_coding set drawn_at = ${eightWeeksAgo} where item_id = ${old.uuid}`,
    );
    expect(await taskOf(eunbi, old.quote)).toBeUndefined();
  });

  it('answers clients: planners and contacts are not asked', async () => {
    for (const who of [wonjae, minji])
      expect((await who.ask(QUEUE)).errors?.[0]?.extensions.code).toBe('DENIED');
  });
});

describe('agreement', () => {
  const FIGURES = `query ($toWeek: String) { categoryAgreement(toWeek: $toWeek) { fromWeek toWeek people ${AGREEMENT} model ${AGREEMENT}
    weeks { week people ${AGREEMENT} model { n agreed } } } }`;
  const figures = async (who = seoyeon, toWeek?: string) =>
    (await who.get(FIGURES, { toWeek })).categoryAgreement;
  const LIST = `query ($week: String, $toWeek: String, $coderId: ID, $firstCategory: Category, $category: Category, $agreed: Boolean, $settled: Boolean) {
    secondCodings(week: $week, toWeek: $toWeek, coderId: $coderId, firstCategory: $firstCategory, category: $category, agreed: $agreed, settled: $settled, first: 100) {
      totalCount edges { node { agreed settled firstCategory category firstCoder { name } coder { name } item { id version category quote } } } } }`;
  const list = async (filter: object, who = seoyeon) => (await who.get(LIST, filter)).secondCodings;
  /** An own week for what is counted here: nothing else in it. */
  const OWN = '2026-W40';
  const own = '2026-09-29T03:00:00Z';

  beforeAll(async () => {
    // First against second: 4 × both USAGE, 3 × both DEFECT, 1 × USAGE/DEFECT, 2 × DEFECT/USAGE.
    const said: [Category, Category, number][] = [
      ['USAGE', 'USAGE', 4],
      ['DEFECT', 'DEFECT', 3],
      ['USAGE', 'DEFECT', 1],
      ['DEFECT', 'USAGE', 2],
    ];
    for (const [first, second, times] of said)
      for (let n = 0; n < times; n++) {
        const { quote } = await coded(first, doyun, own);
        await look(eunbi, (await taskOf(eunbi, quote)).id, second);
      }
  });

  it('of a week is what a hand computes', async () => {
    const { weeks } = await figures();
    const { people } = weeks.find(({ week }: { week: string }) => week === OWN);
    // Observed 7/10. First: USAGE 5, DEFECT 5; second: USAGE 6, DEFECT 4; chance 0.5 × 0.6 + 0.5 × 0.4 = 0.5.
    expect(people).toMatchObject({ n: 10, agreed: 7, share: 0.7, noKappa: null });
    expect(people.kappa).toBeCloseTo(0.4, 12);
    expect(people.confusion.slice(0, 2)).toEqual([
      [4, 1, 0, 0, 0],
      [2, 3, 0, 0, 0],
    ]);
  });

  it('looks back on twelve weeks up to the running one or to a named one, with the empty ones', async () => {
    const now = await figures();
    expect([now.fromWeek, now.toWeek, now.weeks.length]).toEqual(['2026-W36', '2026-W47', 12]);
    expect(now.weeks[0].people).toMatchObject({ n: 0, share: null, kappa: null, noKappa: 'NOTHING' });
    const earlier = await figures(wonjae, OWN);
    expect([earlier.fromWeek, earlier.toWeek]).toEqual(['2026-W29', OWN]);
    expect(earlier.people.n).toBe(10);
  });

  it('opens exactly the items that it counts, cell by cell', async () => {
    expect((await list({ week: OWN })).totalCount).toBe(10);
    expect((await list({ week: OWN, agreed: true })).totalCount).toBe(7);
    const cell = await list({ week: OWN, firstCategory: 'DEFECT', category: 'USAGE' });
    expect(cell.totalCount).toBe(2);
    expect(cell.edges[0].node).toMatchObject({
      agreed: false,
      settled: false,
      firstCoder: { name: '강도윤' },
      coder: { name: '류은비' },
    });
    const all = await figures();
    expect((await list({ week: all.fromWeek, toWeek: all.toWeek })).totalCount).toBe(all.people.n);
  });

  it('between model and people is over all that somebody has looked at, and opens those', async () => {
    const all = await figures();
    const query = `query ($week: String, $toWeek: String, $category: Category, $proposedCategory: Category) {
      vocItems(week: $week, toWeek: $toWeek, category: $category, proposedCategory: $proposedCategory, reviewed: true, state: COUNTED, first: 1) { totalCount } }`;
    const range = { week: all.fromWeek, toWeek: all.toWeek };
    expect((await seoyeon.get(query, range)).vocItems.totalCount).toBe(all.model.n);
    const categories = ['USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT'];
    for (const [row, counts] of all.model.confusion.entries())
      for (const [column, n] of counts.entries()) {
        const cell = { ...range, proposedCategory: categories[row], category: categories[column] };
        expect((await seoyeon.get(query, cell)).vocItems.totalCount).toBe(n);
      }
  });

  it('that is missing is settled by a lead with the ordinary command', async () => {
    const open = await list({ week: OWN, agreed: false, settled: false });
    expect(open.totalCount).toBe(3);
    const { item } = open.edges[0].node;
    world.clock.pass(MINUTE);
    await seoyeon.do('confirmVocItem', { itemId: item.id, version: item.version }, 'item { id }');
    expect((await list({ week: OWN, agreed: false, settled: false })).totalCount).toBe(2);
    expect((await list({ week: OWN, agreed: false, settled: true })).edges[0].node.item.id).toBe(item.id);
    // What was said blindly stays said: settling makes no better figure.
    expect((await list({ week: OWN })).totalCount).toBe(10);
    expect((await figures()).weeks.find(({ week }: { week: string }) => week === OWN).people.agreed).toBe(7);
  });

  it('of a single coder, with the share of corrections, is for leads', async () => {
    const query = `{ coderQuality { coder { name } total { decisions corrections agreement ${AGREEMENT} }
      weeks { week decisions corrections agreement { n kappa } } } }`;
    const { coderQuality } = await seoyeon.get(query);
    const find = (name: string) => coderQuality.find(({ coder }: any) => coder.name === name);
    const week = (name: string) => find(name).weeks.find((each: any) => each.week === OWN);
    expect(week('강도윤')).toMatchObject({ agreement: { n: 10 }, decisions: 10 });
    expect(week('강도윤').agreement.kappa).toBeCloseTo(0.4, 12);
    expect(week('류은비')).toMatchObject({ agreement: { n: 10 }, decisions: 0, corrections: 0 });
    expect(find('강도윤').weeks).toHaveLength(12);
    // Every figure of a coder is a list.
    const changes = `query ($coderId: ID, $kind: CodingKind, $week: String) { codings(coderId: $coderId, kind: $kind, week: $week, first: 1) { totalCount } }`;
    const of = async (filter: object) =>
      (await seoyeon.get(changes, { coderId: doyun.id, week: OWN, ...filter })).codings.totalCount;
    expect(await of({})).toBe(week('강도윤').decisions);
    expect(await of({ kind: 'CORRECTED' })).toBe(week('강도윤').corrections);
    expect((await list({ week: OWN, coderId: eunbi.id })).totalCount).toBe(10);
    for (const who of [doyun, wonjae]) {
      expect((await who.ask(query)).errors?.[0]?.extensions.code).toBe('DENIED');
      expect((await who.ask(LIST)).errors?.[0]?.extensions.code).toBe('DENIED');
      expect((await who.ask(changes)).errors?.[0]?.extensions.code).toBe('DENIED');
    }
  });

  it('is the same when two who are one person are merged', async () => {
    const twin = await world.staff('AGENT', '강도윤 (예전 계정)');
    const { quote } = await coded('FEATURE', twin, '2026-10-06T03:00:00Z');
    await look(eunbi, (await taskOf(eunbi, quote)).id, 'FEATURE');
    const admin = await world.staff('ADMIN', '박관리');
    await admin.do('mergePeople', { keepPersonId: doyun.id, duplicatePersonId: twin.id }, 'merge { id }');
    const { coderQuality } = await seoyeon.get(
      '{ coderQuality { coder { id name } weeks { week decisions } } }',
    );
    const mine = coderQuality.filter(({ coder }: any) => coder.id === doyun.id);
    expect(mine).toHaveLength(1);
    expect(mine[0].weeks.find(({ week }: any) => week === '2026-W41').decisions).toBe(1);
    const merged = await list({ week: '2026-W41', coderId: doyun.id });
    expect(merged.edges[0].node.firstCoder.name).toBe('강도윤');
  });
});

describe('who changed which category', () => {
  it('is a list, newest first, narrowed by coder and by what became what', async () => {
    const item = await coded('ACCOUNT', eunbi, '2026-10-13T03:00:00Z');
    await seoyeon.do('correctVocItem', { itemId: item.id, version: 2, category: 'FEATURE' }, 'item { id }');
    const query = `query ($coderId: ID, $from: Category, $to: Category, $week: String, $kind: CodingKind) {
      codings(coderId: $coderId, from: $from, to: $to, week: $week, kind: $kind, first: 10) {
        totalCount edges { node { at kind from to coder { name } item { id quote } } } } }`;
    const codings = async (filter: object) =>
      (await seoyeon.get(query, { week: '2026-W42', ...filter })).codings.edges.map(({ node }: any) => node);
    expect(await codings({})).toMatchObject([
      { kind: 'CORRECTED', from: 'ACCOUNT', to: 'FEATURE', coder: { name: '한서연' }, item: { id: item.id } },
      { kind: 'CORRECTED', from: 'USAGE', to: 'ACCOUNT', coder: { name: '류은비' } },
    ]);
    expect(await codings({ coderId: eunbi.id })).toMatchObject([{ to: 'ACCOUNT' }]);
    expect(await codings({ from: 'ACCOUNT', to: 'FEATURE' })).toMatchObject([{ coder: { name: '한서연' } }]);
    expect(await codings({ kind: 'CONFIRMED' })).toEqual([]);
  });
});

it('weeks are named as everywhere', async () => {
  const { errors } = await seoyeon.ask('{ secondCodings(week: "2025-W53") { totalCount } }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID' });
});
