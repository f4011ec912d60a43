// Items that say the same become one need: counted once, with its mentions, companies, seats and their trend.
import { system } from '../../src/platform/actor.js';
import { Database, sql } from '../../src/platform/database/index.js';
import { globalId } from '../../src/platform/graphql/index.js';
import { WeeklySections } from '../../src/notifications/index.js';
import { workedOnThreads } from '../../src/threads/index.js';
import { type Company, type Person, World } from '../world/world.js';
import { forgetWho, itemsOf, FIGURES, mentionsListed, needOf, recount } from './needing.js';

let world: World;
let hanbit: Company;
let dasan: Company;
let minji: Person;
let sujin: Person;
let doyun: Person;
let wonjae: Person;

const CHANNELS = ['KAKAO', 'EMAIL', 'PHONE', 'HOTLINE', 'CHAT'] as const;

beforeAll(async () => {
  world = await World.open();
  hanbit = await world.company('한빛전자', { employees: 300 });
  dasan = await world.company('다산물류', { employees: 120 });
  minji = await world.contact(hanbit, '김민지');
  sujin = await world.contact(dasan, '박수진');
  doyun = await world.staff('AGENT', '강도윤');
  wonjae = await world.staff('PLANNER', '하원재');
});
afterAll(() => world.close());

/** Five who ask for the same by five channels: three of one company, one of another, one whom nobody knows. */
async function five(): Promise<string[]> {
  const items = await itemsOf(
    world,
    CHANNELS.map((channel, index) => ({
      company: index < 3 ? hanbit : dasan,
      person: index < 3 ? minji : sujin,
      at: `2026-11-${String(2 + index * 3).padStart(2, '0')}T03:00:00Z`,
      category: 'FEATURE',
      channel,
      body: `예약 발송이 필요해요 ${index}`,
    })),
  );
  await forgetWho(world, items[4] ?? '');
  return items;
}
const make = async (title: string, itemIds: string[], who = doyun) =>
  (await who.do('createNeed', { title, itemIds }, `need { id number title version ${FIGURES} }`)).need;

describe('a need', () => {
  it('said by five channels counts once, with five mentions', async () => {
    const before = (await doyun.get('{ needs { totalCount } }')).needs.totalCount;
    const need = await make('예약 발송', await five());
    expect((await doyun.get('{ needs { totalCount } }')).needs.totalCount).toBe(before + 1);
    expect(need.figures).toEqual({ mentions: 5, companies: 2, seats: 420, growth: 5 });
  });

  it('is told in its week’s report when it is new, and when more say it than the week before', async () => {
    const lines = async (week: string): Promise<unknown[]> => {
      const sections = await world.app.get(WeeklySections).of({ week, from: new Date(0), to: new Date(0) });
      return sections.find(({ name }) => name === 'needs')?.lines ?? [];
    };
    const fresh = await make('주간 새 요구', await five());
    const growing = await make('주간 늘어난 요구', (await five()).slice(2));
    expect(await lines('2026-11-02')).toContainEqual({
      key: `need:${fresh.number}`,
      count: 3,
      ko: '주간 새 요구 – 처음 나왔어요',
      en: '주간 새 요구 – heard for the first time',
      link: `/needs/${fresh.number}`,
    });
    const next = await lines('2026-11-09');
    expect(next).toContainEqual(
      expect.objectContaining({
        key: `need:${growing.number}`,
        count: 2,
        ko: '주간 늘어난 요구 – 지난주 1건에서 늘었어요',
      }),
    );
    expect(JSON.stringify(next)).not.toContain('주간 새 요구');
    expect(await lines('2026-11-23')).toEqual([]);
  });

  it('opens exactly the rows that its numbers count', async () => {
    const need = await make('예약 발송 둘', await five());
    const { node } = await wonjae.get(
      `query ($id: ID!) { node(id: $id) { ... on Need {
        figures { mentions trend { week mentions } categories { category mentions } }
        companies { company { id name } mentions seats } } } }`,
      { id: need.id },
    );
    expect(await mentionsListed(wonjae, { needId: need.id })).toBe(5);
    expect(node.companies).toEqual([
      { company: { id: hanbit.id, name: '한빛전자' }, mentions: 3, seats: 300 },
      { company: { id: dasan.id, name: '다산물류' }, mentions: 1, seats: 120 },
    ]);
    expect(await mentionsListed(wonjae, { needId: need.id, companyId: hanbit.id })).toBe(3);
    const { trend } = node.figures;
    expect(trend).toHaveLength(12);
    expect(trend.at(-1).week).toBe('2026-W47');
    expect(trend.reduce((sum: number, each: { mentions: number }) => sum + each.mentions, 0)).toBe(5);
    for (const { week, mentions } of trend.slice(-3))
      expect(await mentionsListed(wonjae, { needId: need.id, week })).toBe(mentions);
    expect(node.figures.categories).toEqual([{ category: 'FEATURE', mentions: 5 }]);
  });

  it('counts a withdrawn item no more, and again once it is restored', async () => {
    const [first = '', ...rest] = await five();
    const need = await make('예약 발송 셋', [first, ...rest]);
    const { item } = await doyun.do(
      'withdrawVocItem',
      { itemId: first, version: 1 },
      'item { version need { id } }',
    );
    expect(item.need.id).toBe(need.id);
    expect(await needOf(doyun, need.id)).toMatchObject({ mentions: 4, companies: 2 });
    await doyun.do('restoreVocItem', { itemId: first, version: item.version }, 'item { id }');
    expect(await needOf(doyun, need.id)).toEqual(need.figures);
  });

  it('follows a company that turned out to be another: its seats count once', async () => {
    const lead = await world.staff('ADMIN', '서이사');
    const twin = await world.company('한빛전자(주)', { employees: 290 });
    const jia = await world.contact(twin, '이지아');
    const at = '2026-11-10T03:00:00Z';
    const items = await itemsOf(world, [
      { company: hanbit, person: minji, at, category: 'FEATURE' },
      { company: twin, person: jia, at, category: 'FEATURE' },
    ]);
    const need = await make('두 회사가 말한 것', items);
    expect(need.figures).toMatchObject({ mentions: 2, companies: 2, seats: 590 });
    const pair = { keepCompanyId: hanbit.id, duplicateCompanyId: twin.id };
    const { merge } = await lead.do('mergeCompanies', pair, 'merge { id }');
    expect(await needOf(doyun, need.id)).toMatchObject({ mentions: 2, companies: 1, seats: 300 });
    await lead.do('undoMerge', { mergeId: merge.id }, 'merge { id }');
    expect(await needOf(doyun, need.id)).toEqual(need.figures);
  });
});

describe('an item', () => {
  it('belongs to one need at most: joining another leaves the first', async () => {
    const [one = '', ...rest] = await five();
    const first = await make('첫째', [one, ...rest]);
    const second = await make('둘째', []);
    const { need } = await wonjae.do(
      'joinNeed',
      { needId: second.id, itemIds: [one] },
      `need { ${FIGURES} }`,
    );
    expect(need.figures.mentions).toBe(1);
    expect((await needOf(doyun, first.id)).mentions).toBe(4);
    const { items } = await wonjae.do('leaveNeed', { itemIds: [one] }, 'items { need { id } }');
    expect(items).toEqual([{ need: null }]);
    expect((await needOf(doyun, second.id)).mentions).toBe(0);
    expect(await recount(world, first.id)).toMatchObject({ mentions: 4 });
  });

  it('of a need is not taken back with the import that brought it', async () => {
    const [one = '', other = ''] = await five();
    await make('들여온 말', [one]);
    const threads = await world.rows<{ id: string; thread_id: string }>(
      sql`select id, thread_id from hotline.voc_item`,
    );
    const of = (item: string) => threads.find(({ id }) => globalId('vocitem', id) === item)?.thread_id ?? '';
    const kept = await world.app
      .get(Database)
      .transact(system, (tx) => workedOnThreads(tx, [of(one), of(other)]));
    expect(kept).toEqual([{ threadId: of(one), why: 'REVIEWED' }]);
  });
});

describe('merging', () => {
  it('makes one need of two, and undoing gives both exactly what they had', async () => {
    const [kept, duplicate] = [
      await make('알림 예약', await five()),
      await make('보내기 예약', await five()),
    ];
    const merged = await wonjae.do(
      'mergeNeeds',
      { keepNeedId: kept.id, duplicateNeedId: duplicate.id },
      `need { id ${FIGURES} changes { kind items needMergeId undoable fromNeed { id } actor { name } } }`,
    );
    expect(merged.need).toMatchObject({ id: kept.id, figures: { mentions: 10, companies: 2, seats: 420 } });
    const [line] = merged.need.changes;
    expect(line).toMatchObject({ kind: 'MERGED', items: 5, undoable: true, actor: { name: '하원재' } });
    const { need } = await doyun.get(
      'query ($n: Int!) { need(number: $n) { mergedInto { id } abilities { sort } } }',
      {
        n: duplicate.number,
      },
    );
    expect(need).toEqual({ mergedInto: { id: kept.id }, abilities: { sort: false } });
    expect(await needOf(doyun, duplicate.id)).toMatchObject({ mentions: 0 });

    const undone = await doyun.do(
      'undoNeedMerge',
      { needMergeId: line.needMergeId },
      `need { id ${FIGURES} }`,
    );
    expect(undone.need).toEqual({ id: duplicate.id, figures: duplicate.figures });
    expect(await needOf(doyun, kept.id)).toEqual(kept.figures);
    expect(
      await doyun.refused('undoNeedMerge', { needMergeId: line.needMergeId }, 'need { id }'),
    ).toMatchObject({
      code: 'CONFLICT',
      reason: 'UNDONE',
    });
  });

  it('undone later leaves where they are what was moved or joined since', async () => {
    const [a = '', b = '', ...more] = await five();
    const [late = ''] = await five();
    const [kept, duplicate, other] = [await make('가', more), await make('나', [a, b]), await make('다', [])];
    const { need } = await doyun.do(
      'mergeNeeds',
      { keepNeedId: kept.id, duplicateNeedId: duplicate.id },
      'need { changes { needMergeId } }',
    );
    await doyun.do('joinNeed', { needId: other.id, itemIds: [a] }, 'need { id }');
    await doyun.do('joinNeed', { needId: kept.id, itemIds: [late] }, 'need { id }');
    await doyun.do('undoNeedMerge', { needMergeId: need.changes[0].needMergeId }, 'need { id }');
    const mentions = async (id: string) => (await needOf(doyun, id)).mentions;
    expect([await mentions(kept.id), await mentions(duplicate.id), await mentions(other.id)]).toEqual([
      4, 1, 1,
    ]);
  });

  it('that builds on another is undone first', async () => {
    const [a, b, c] = [
      await make('하나', await five()),
      await make('둘', await five()),
      await make('셋', await five()),
    ];
    const merge = async (keepNeedId: string, duplicateNeedId: string) =>
      (await doyun.do('mergeNeeds', { keepNeedId, duplicateNeedId }, 'need { changes { needMergeId } }')).need
        .changes[0].needMergeId;
    const first = await merge(b.id, a.id);
    const second = await merge(c.id, b.id);
    expect(await doyun.refused('undoNeedMerge', { needMergeId: first }, 'need { id }')).toMatchObject({
      reason: 'BUILT_ON',
    });
    await doyun.do('undoNeedMerge', { needMergeId: second }, 'need { id }');
    await doyun.do('undoNeedMerge', { needMergeId: first }, 'need { id }');
    for (const need of [a, b, c]) expect(await needOf(doyun, need.id)).toEqual(need.figures);
  });

  it('takes neither itself nor a need that was merged already', async () => {
    const [a, b] = [await make('ㄱ', []), await make('ㄴ', [])];
    const pair = (keepNeedId: string, duplicateNeedId: string) => ({ keepNeedId, duplicateNeedId });
    expect(await doyun.refused('mergeNeeds', pair(a.id, a.id), 'need { id }')).toMatchObject({
      reason: 'SAME_NEED',
    });
    await doyun.do('mergeNeeds', pair(a.id, b.id), 'need { id }');
    expect(await doyun.refused('mergeNeeds', pair(b.id, a.id), 'need { id }')).toMatchObject({
      reason: 'NEED_MERGED',
    });
    const [item = ''] = await five();
    const joining = await doyun.refused('joinNeed', { needId: b.id, itemIds: [item] }, 'need { id }');
    expect(joining).toMatchObject({ code: 'CONFLICT', reason: 'NEED_MERGED' });
  });
});

describe('the list', () => {
  it('sorts by mentions, growth and age, page by page, each need once', async () => {
    for (const order of ['NEWEST', 'MOST_MENTIONED', 'GROWING']) {
      const seen: { id: string; figures: { mentions: number; growth: number } }[] = [];
      let after: string | null = null;
      let total = -1;
      do {
        const { needs } = await doyun.get(
          `query ($order: NeedOrder!, $after: String) { needs(order: $order, first: 4, after: $after) {
            totalCount edges { node { id ${FIGURES} } } pageInfo { hasNextPage endCursor } } }`,
          { order, after },
        );
        seen.push(...needs.edges.map(({ node }: { node: never }) => node));
        total = needs.totalCount;
        after = needs.pageInfo.hasNextPage ? needs.pageInfo.endCursor : null;
      } while (after);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(total);
      const key = order === 'GROWING' ? 'growth' : 'mentions';
      const values = seen.map(({ figures }) => figures[key]);
      if (order !== 'NEWEST') expect(values).toEqual([...values].sort((x, y) => y - x));
    }
  });

  it('finds by words and by number', async () => {
    const need = await make('엑셀로 내보내기', []);
    for (const search of ['엑셀', String(need.number), `#${need.number}`]) {
      const { needs } = await doyun.get(
        'query ($s: String) { needs(search: $s) { edges { node { id } } } }',
        {
          s: search,
        },
      );
      expect(needs.edges).toContainEqual({ node: { id: need.id } });
    }
  });
});

describe('a change', () => {
  it('renames, describes and places it; a second one at the same time is told so', async () => {
    const { productArea } = await wonjae.do(
      'createProductArea',
      { nameKo: '발송', nameEn: 'Sending' },
      'productArea { id }',
    );
    const need = await make('이름 없음', []);
    const input = {
      needId: need.id,
      version: 1,
      title: '보내는 시각',
      description: '왜',
      productAreaId: productArea.id,
    };
    const changed = await wonjae.do(
      'changeNeed',
      input,
      'need { title description version productArea { nameKo } changes { kind from to } }',
    );
    expect(changed.need).toMatchObject({
      title: '보내는 시각',
      description: '왜',
      version: 2,
      productArea: { nameKo: '발송' },
    });
    expect(changed.need.changes).toContainEqual({ kind: 'RENAMED', from: '이름 없음', to: '보내는 시각' });
    expect(await doyun.refused('changeNeed', { ...input, title: '다른' }, 'need { id }')).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE',
    });
  });

  it('sent twice with one key makes one need', async () => {
    const input = { title: '한 번만', itemIds: [], idempotencyKey: 'need-1' };
    const [a, b] = await Promise.all([1, 2].map(() => doyun.do('createNeed', input, 'need { id }')));
    expect(a).toEqual(b);
    expect(await doyun.refused('createNeed', { ...input, title: '다른 것' }, 'need { id }')).toMatchObject({
      code: 'CONFLICT',
      reason: 'KEY_REUSED',
    });
  });
});

it('a contact sees nothing of needs', async () => {
  const { errors } = await minji.ask('{ needs { totalCount } }');
  expect(errors?.[0]?.extensions.code).toBe('DENIED');
  const need = await make('비밀', []);
  const { node } = await minji.get('query ($id: ID!) { node(id: $id) { id } }', { id: need.id });
  expect(node).toBeNull();
  expect(await minji.refused('createNeed', { title: '나도', itemIds: [] }, 'need { id }')).toMatchObject({
    code: 'DENIED',
  });
});
