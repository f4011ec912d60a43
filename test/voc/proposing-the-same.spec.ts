// While somebody reads an item, what says the same is proposed: needs first, then items that belong to none.
import { system } from '../../src/platform/actor.js';
import { Database, sql } from '../../src/platform/database/index.js';
import { NeedsModule } from '../../src/voc/index.js';
import { likeness, weigh } from '../../src/voc/needs/grams.js';
import { ReadingService } from '../../src/voc/needs/reading.service.js';
import { type Company, type Person, World } from '../world/world.js';
import { itemsOf } from './needing.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let items: string[];

const SAID = [
  '팀장님 휴가 때 대결 지정이 안 돼서 결재가 멈춰 있어요',
  '결재 대결 기능은 언제 나오나요?',
  '출장 중에 결재를 위임할 대결자 설정이 필요합니다',
  '안드로이드 폰에 알림이 안 와요',
  '오늘부터 안드로이드에서 푸시 알림이 오지 않습니다',
  'Two-way sync with Outlook calendars, please',
  'Any news on the Outlook sync?',
];

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  items = await itemsOf(
    world,
    SAID.map((body) => ({ company, person: minji, at: '2026-11-10T03:00:00Z', category: 'FEATURE', body })),
  );
  await world.jobs();
});
afterAll(() => world.close());

type Similar = {
  needs: { score: number; need: { id: string } }[];
  items: { score: number; item: { id: string; quote: string } }[];
};
const similar = async (itemId = items[0] ?? ''): Promise<Similar> =>
  (
    await doyun.get(
      `query ($itemId: ID!) { similarVoc(itemId: $itemId) {
        needs { score need { id } } items { score item { id quote } } } }`,
      { itemId },
    )
  ).similarVoc;
const quotes = ({ items: found }: Similar) => found.map(({ item }) => item.quote);

it('proposes those that say the same, the most similar first, never the item itself', async () => {
  const found = await similar();
  expect(found.needs).toEqual([]);
  expect(quotes(found).sort()).toEqual([SAID[1], SAID[2]].sort());
  expect(quotes(await similar(items[5]))).toEqual([SAID[6]]);
});

it('by the same arithmetic as the rule', async () => {
  for (const { item, score } of (await similar()).items)
    expect(score).toBeCloseTo(likeness(weigh(SAID[0] ?? ''), weigh(item.quote)), 4);
});

it('joins by one command; from then on the need stands for its mentions', async () => {
  const [first = '', second = '', third = ''] = items;
  const { need } = await doyun.do('createNeed', { title: '결재 대결', itemIds: [second] }, 'need { id }');
  const found = await similar(third);
  expect(found.needs).toMatchObject([{ need: { id: need.id } }]);
  expect(quotes(found)).toEqual([SAID[0]]);
  await doyun.do('joinNeed', { needId: need.id, itemIds: [third] }, 'need { id }');
  expect((await similar(third)).needs).toEqual([]);
  expect((await similar(first)).needs).toMatchObject([{ need: { id: need.id } }]);
  await doyun.do('leaveNeed', { itemIds: [second, third] }, 'items { id }');
});

it('does not propose what was withdrawn', async () => {
  const [, second = ''] = items;
  const { item } = await doyun.do('withdrawVocItem', { itemId: second, version: 1 }, 'item { version }');
  expect(quotes(await similar())).toEqual([SAID[2]]);
  await doyun.do('restoreVocItem', { itemId: second, version: item.version }, 'item { id }');
});

it('finds items of before, once they have been read in batches', async () => {
  const before = quotes(await similar());
  await world.app.get(Database).transact(system, (tx) => tx.sql(sql`delete from hotline.voc_gram`));
  expect(quotes(await similar())).toEqual([]);
  const reading = world.app.select(NeedsModule).get(ReadingService);
  expect(await reading.readEarlier()).toBe(SAID.length);
  expect(await reading.readEarlier()).toBe(0);
  expect(quotes(await similar())).toEqual(before);
});

it('uses its index', async () => {
  const { rare } = weigh(SAID[0] ?? '');
  const plan = await world.app.get(Database).transact(system, async (tx) => {
    await tx.sql(sql`set local enable_seqscan = off`);
    return tx.sql<{ 'QUERY PLAN': string }>(
      sql`explain select item_id from hotline.voc_gram where grams && ${rare}::int[]`,
    );
  });
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('voc_gram_grams');
});

it('tells contacts nothing', async () => {
  const { errors } = await minji.ask(
    'query ($itemId: ID!) { similarVoc(itemId: $itemId) { items { score } } }',
    {
      itemId: items[0],
    },
  );
  expect(errors?.[0]?.extensions.code).toBe('DENIED');
});
