// What is said on the phone, in a meeting, in another program or in a later message counts like any inquiry.
import { system } from '../../src/platform/actor.js';
import { Database, sql } from '../../src/platform/database/index.js';
import { ItemSources } from '../../src/voc/index.js';
import { type Company, type Person, World } from '../world/world.js';
import { figuresAndLists, weekOf } from './inquiries.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let wonjae: Person;

const WEEK = '2026-W46';
const ITEM =
  'item { id version quote origin messageId category reviewed state channel severity summary occurredAt week company { id } person { id } thread { id } createdBy { name } }';

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자', { tier: 'VIP' });
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  wonjae = await world.staff('PLANNER', '하원재');
});
afterAll(() => world.close());

const call = (more: object = {}) => ({
  quote: '전화로 말씀하신 것: 결재선을 복사하고 싶어요',
  channel: 'PHONE',
  occurredAt: '2026-11-10T01:00:00Z',
  companyId: company.id,
  personId: minji.id,
  ...more,
});
const count = async () => (await weekOf(doyun, WEEK)).total;
const items = async () => (await world.rows(sql`select 1 from hotline.voc_item`)).length;

describe('a phone call', () => {
  it('counts in the week in which it was said, with the category that the agent chose', async () => {
    const before = await count();
    const { item } = await doyun.do(
      'createVocItem',
      call({ category: 'FEATURE', severity: 'HIGH', summary: '결재선 복사' }),
      ITEM,
    );
    expect(item).toMatchObject({
      origin: 'HAND',
      category: 'FEATURE',
      reviewed: true,
      channel: 'PHONE',
      severity: 'HIGH',
      summary: '결재선 복사',
      week: WEEK,
      company: { id: company.id },
      person: { id: minji.id },
      thread: null,
      createdBy: { name: '강도윤' },
    });
    expect(await count()).toBe(before + 1);
    const { figures, lists } = await figuresAndLists(doyun, WEEK);
    expect(figures).toEqual(lists);
  });

  it('that a planner writes down waits for the review', async () => {
    const { item } = await wonjae.do(
      'createVocItem',
      call({ quote: '회의에서 들은 말', category: 'USAGE' }),
      ITEM,
    );
    expect(item).toMatchObject({ category: 'USAGE', reviewed: false });
  });

  it('sent twice with one key counts once', async () => {
    const input = call({ quote: '두 번 보낸 말', idempotencyKey: 'call-1' });
    const before = await items();
    const [a, b] = await Promise.all([1, 2].map(() => doyun.do('createVocItem', input, 'item { id }')));
    expect(a).toEqual(b);
    expect(await items()).toBe(before + 1);
  });

  it('is refused from the future, for somebody of another company, and with an address that is none', async () => {
    const other = await world.company('다산물류');
    const sujin = await world.contact(other, '박수진');
    const refused = async (more: object) => (await doyun.refused('createVocItem', call(more), ITEM)).code;
    expect(await refused({ occurredAt: '2026-12-01T00:00:00Z' })).toBe('INVALID');
    expect(await refused({ personId: sujin.id })).toBe('NOT_FOUND');
    expect(await refused({ companyId: null })).toBe('INVALID');
    expect(await refused({ originalUrl: 'javascript:alert(1)' })).toBe('INVALID');
    expect((await minji.refused('createVocItem', call(), ITEM)).code).toBe('DENIED');
  });

  it('gets a proposal while it is being written down', async () => {
    const { categoryProposal } = await doyun.get(
      'query ($quote: String!) { categoryProposal(quote: $quote) { category confidence } }',
      { quote: '파일을 열면 앱이 꺼지는 오류가 나요' },
    );
    expect(categoryProposal.category).toBe('DEFECT');
    expect(categoryProposal.confidence).toBeGreaterThan(0);
  });
});

describe('another program', () => {
  it('brings the same thing twice and it is one item; with another content it is told so', async () => {
    const input = call({ channel: 'API', externalId: 'crm-77', originalUrl: 'https://crm.example/77' });
    const first = await doyun.do('createVocItem', input, ITEM);
    const again = await wonjae.do('createVocItem', input, ITEM);
    expect(again.item.id).toBe(first.item.id);
    expect(first.item).toMatchObject({ origin: 'API' });
    expect(await doyun.refused('createVocItem', { ...input, quote: '다른 말' }, ITEM)).toMatchObject({
      code: 'CONFLICT',
      reason: 'KEY_REUSED',
    });
  });

  it('and a module of our own come through the same door', async () => {
    const said = {
      source: 'post:1',
      channel: 'COMMUNITY' as const,
      quote: '익명으로 쓴 글',
      occurredAt: new Date('2026-11-11T00:00:00Z'),
      companyId: null,
      personId: null,
      originalUrl: '/boards/posts/1',
    };
    const bring = () =>
      world.app.get(Database).transact(system, (tx) => world.app.get(ItemSources).bring(tx, said));
    expect(await bring()).toBe(await bring());
    const { vocItems } = await wonjae.get(
      '{ vocItems(channel: COMMUNITY) { edges { node { origin originalUrl person { id } company { id } createdBy { id } } } } }',
    );
    expect(vocItems.edges).toEqual([
      {
        node: {
          origin: 'CHANNEL',
          originalUrl: '/boards/posts/1',
          person: null,
          company: null,
          createdBy: null,
        },
      },
    ]);
  });
});

describe('a later message', () => {
  async function conversation(): Promise<{ thread: string; first: string; later: string; ours: string }> {
    const { thread } = await minji.do(
      'openThread',
      { spaceId: company.spaceId, body: '알림이 오지 않아요' },
      'thread { id }',
    );
    const post = async (who: Person, body: string) =>
      (await who.do('postMessage', { threadId: thread.id, body }, 'message { id }')).message.id;
    const ours = await post(doyun, '확인해 볼게요');
    const later = await post(minji, '그리고 다크 모드도 있으면 좋겠어요');
    await world.jobs();
    const [first] = await world.rows<{ id: string }>(
      sql`select id from hotline.message where thread_id = ${thread.id.replace('thread_', '')}::uuid and seq = 1`,
    );
    return { thread: thread.id, first: `message_${first?.id.replaceAll('-', '')}`, later, ours };
  }
  const voc = 'vocItem { quote } vocItems { id messageId state quote }';
  const read = async (who: Person, id: string) =>
    (await who.get(`query ($id: ID!) { thread(id: $id) { ${voc} } }`, { id })).thread;

  it('is split off by one command, counts beside the thread’s item, and can be withdrawn and split again', async () => {
    const { thread, later } = await conversation();
    const { item } = await doyun.do('splitMessage', { messageId: later }, ITEM);
    expect(item).toMatchObject({
      origin: 'MESSAGE',
      messageId: later,
      quote: '그리고 다크 모드도 있으면 좋겠어요',
      company: { id: company.id },
      thread: { id: thread },
      createdBy: { name: '강도윤' },
    });
    const shown = await read(doyun, thread);
    expect(shown.vocItem.quote).toBe('알림이 오지 않아요');
    expect(shown.vocItems.map((each: { messageId: string | null }) => each.messageId)).toEqual([null, later]);
    const again = await doyun.do('splitMessage', { messageId: later }, 'item { id }');
    expect(again.item.id).toBe(item.id);
    await doyun.do('withdrawVocItem', { itemId: item.id, version: item.version }, 'item { id }');
    const back = await doyun.do('splitMessage', { messageId: later }, 'item { id state }');
    expect(back.item).toEqual({ id: item.id, state: 'COUNTED' });
  });

  it('of ours, or the first one, is none; planners and contacts split nothing', async () => {
    const { first, later, ours } = await conversation();
    const refused = async (who: Person, messageId: string) =>
      (await who.refused('splitMessage', { messageId }, 'item { id }')).code;
    expect(await refused(doyun, ours)).toBe('INVALID');
    expect(await refused(doyun, first)).toBe('CONFLICT');
    expect(await refused(wonjae, later)).toBe('DENIED');
    expect(await refused(minji, later)).toBe('DENIED');
  });

  it('in a thread that we opened leads a planner to nothing', async () => {
    const { thread } = await doyun.do(
      'openThread',
      { spaceId: company.spaceId, body: '안녕하세요' },
      'thread { id }',
    );
    const { message } = await minji.do(
      'postMessage',
      { threadId: thread.id, body: '참, 요금제가 궁금해요' },
      'message { id }',
    );
    const { item } = await doyun.do('splitMessage', { messageId: message.id }, 'item { id thread { id } }');
    expect(item.thread.id).toBe(thread.id);
    const { node } = await wonjae.get(
      'query ($id: ID!) { node(id: $id) { ... on VocItem { quote thread { id } } } }',
      { id: item.id },
    );
    expect(node).toEqual({ quote: '참, 요금제가 궁금해요', thread: null });
  });
});

describe('an item', () => {
  it('gets a summary and a severity, and says who gave them', async () => {
    const { item } = await doyun.do('createVocItem', call({ quote: '요약할 말' }), 'item { id version }');
    const CHANGES = 'item { summary severity version changes { kind from to actor { name } } }';
    const describe = async (who: Person, version: number, wish: object) =>
      (await who.do('describeVocItem', { itemId: item.id, version, ...wish }, CHANGES)).item;
    const both = await describe(wonjae, item.version, { summary: '짧게', severity: 'CRITICAL' });
    expect(both).toMatchObject({ summary: '짧게', severity: 'CRITICAL', version: item.version + 1 });
    const actor = { name: '하원재' };
    const lines = [
      { kind: 'SUMMARY', from: null, to: '짧게', actor },
      { kind: 'SEVERITY', from: null, to: 'CRITICAL', actor },
    ];
    expect(both.changes).toHaveLength(2);
    expect(both.changes).toEqual(expect.arrayContaining(lines));
    // What is as it was makes no line, and the other field keeps its own.
    world.clock.pass(1_000);
    const one = await describe(doyun, both.version, { summary: '짧게', severity: 'LOW' });
    expect(one.changes).toHaveLength(3);
    expect(one.changes[0]).toEqual({
      kind: 'SEVERITY',
      from: 'CRITICAL',
      to: 'LOW',
      actor: { name: '강도윤' },
    });
    expect(await describe(wonjae, one.version, { severity: 'LOW' })).toEqual(one);
  });
});

describe('the tree of areas', () => {
  it('is renamed, moved and reordered by planners, and never goes round in a circle', async () => {
    const make = async (nameKo: string, parentId: string | null = null): Promise<string> =>
      (
        await wonjae.do(
          'createProductArea',
          { nameKo, nameEn: `E ${nameKo}`, parentId },
          'productArea { id }',
        )
      ).productArea.id;
    const [chat, mail, room] = [await make('채팅'), await make('메일'), await make('방')];
    const change = async (productAreaId: string, more: object) =>
      (
        await wonjae.do(
          'changeProductArea',
          { productAreaId, ...more },
          'productAreas { id parentId nameKo }',
        )
      ).changeProductArea;
    const tree = async () => (await doyun.get('{ productAreas { id parentId nameKo } }')).productAreas;
    await wonjae.do('changeProductArea', { productAreaId: mail, position: 0 }, 'productAreas { id }');
    expect((await tree()).map(({ id }: { id: string }) => id)).toEqual([mail, chat, room]);
    await change(room, { parentId: chat, nameKo: '대화방' });
    expect(await tree()).toContainEqual({ id: room, parentId: chat, nameKo: '대화방' });
    const refused = async (productAreaId: string, more: object, who = wonjae) =>
      (await who.refused('changeProductArea', { productAreaId, ...more }, 'productAreas { id }')).reason;
    expect(await refused(chat, { parentId: room })).toBe('CIRCLE');
    expect(await refused(chat, { parentId: chat })).toBe('CIRCLE');
    expect(await refused(chat, { nameKo: '메일' })).toBe('AREA_EXISTS');
    expect(await refused(chat, { nameKo: '대화' }, doyun)).toBe('NOT_ALLOWED');
    await change(room, { parentId: null });
    expect(await tree()).toContainEqual({ id: room, parentId: null, nameKo: '대화방' });
  });
});
