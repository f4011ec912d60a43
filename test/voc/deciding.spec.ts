// People decide what an inquiry is; the figures of its own week follow at once, and the model learns.
import { sql } from '../../src/platform/database/index.js';
import { Classifier } from '../../src/voc/classification/index.js';
import { ItemsService } from '../../src/voc/index.js';
import { MINUTE } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';
import { CATEGORIES, bring, figuresAndLists, listed, weekOf } from './inquiries.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let eunbi: Person;
let wonjae: Person;
let chat: string;
let mobile: string;

/** The item's own week; the decisions fall two weeks later. */
const WEEK = '2026-W45';
const ITEM =
  'item { id category proposedCategory state withdrawnReason reviewed version codedAt codedBy { name } productArea { nameKo } abilities { review setArea } }';

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  eunbi = await world.staff('AGENT', '류은비');
  wonjae = await world.staff('PLANNER', '하원재');
  const area = async (nameKo: string, nameEn: string) =>
    (await wonjae.do('createProductArea', { nameKo, nameEn }, 'productArea { id }')).productArea.id;
  [chat, mobile] = [await area('채팅', 'Chat'), await area('모바일 앱', 'Mobile app')];
  await bring(world, [
    { company, person: minji, at: '2026-11-02T03:00:00Z', category: 'ACCOUNT', channel: 'KAKAO' },
    { company, person: minji, at: '2026-11-03T03:00:00Z', category: 'USAGE', channel: 'PHONE' },
    { company, person: minji, at: '2026-11-10T03:00:00Z', category: 'USAGE', channel: 'PHONE' },
  ]);
});
afterAll(() => world.close());

type Item = { id: string; version: number };
async function item(category: (typeof CATEGORIES)[number] = 'USAGE', body?: string): Promise<Item> {
  const [thread = ''] = await bring(world, [
    { company, person: minji, at: '2026-11-04T03:00:00Z', category, channel: 'EMAIL', body },
  ]);
  const [row] = await world.rows<{ id: string }>(
    sql`select id from hotline.voc_item where thread_id = ${thread}`,
  );
  return { id: `vocitem_${row?.id.replaceAll('-', '')}`, version: 1 };
}
const count = async (category: string, week = WEEK) =>
  (await weekOf(doyun, week)).categories.find((each) => each.category === category)?.count ?? -1;
const decide = async (who: Person, name: string, { id, version }: Item, rest: object = {}) =>
  (await who.do(name, { itemId: id, version, ...rest }, ITEM)).item;
/** No figure of the week may differ from the list behind it. */
const sound = async (week = WEEK) => {
  const { figures, lists } = await figuresAndLists(doyun, week);
  expect(figures).toEqual(lists);
};

describe('confirming', () => {
  it('says that somebody looked, and changes no figure', async () => {
    const one = await item('DEFECT');
    const before = await weekOf(doyun, WEEK);
    const confirmed = await decide(doyun, 'confirmVocItem', one);
    expect(confirmed).toMatchObject({
      category: 'DEFECT',
      reviewed: true,
      version: 2,
      codedBy: { name: '강도윤' },
      codedAt: world.clock.now().toISOString(),
    });
    expect(await weekOf(doyun, WEEK)).toEqual(before);
    await sound();
  });
});

describe('correcting', () => {
  it('moves the item from one figure of its own week to another, at once, and touches no other week', async () => {
    const one = await item('USAGE');
    const other = await weekOf(doyun, '2026-W46');
    const [usage, feature, { total }] = [
      await count('USAGE'),
      await count('FEATURE'),
      await weekOf(doyun, WEEK),
    ];
    const corrected = await decide(eunbi, 'correctVocItem', one, { category: 'FEATURE' });
    expect(corrected).toMatchObject({
      category: 'FEATURE',
      reviewed: true,
      version: 2,
      codedBy: { name: '류은비' },
    });
    expect([await count('USAGE'), await count('FEATURE'), (await weekOf(doyun, WEEK)).total]).toEqual([
      usage - 1,
      feature + 1,
      total,
    ]);
    expect(await weekOf(doyun, '2026-W46')).toEqual(other);
    await sound();
  });

  it('keeps what the model had said', async () => {
    const one = await item('USAGE');
    const { node } = await doyun.get(
      'query ($id: ID!) { node(id: $id) { ... on VocItem { proposedCategory } } }',
      { id: one.id },
    );
    for (const category of CATEGORIES) {
      const corrected = await decide(doyun, 'correctVocItem', one, { category });
      expect(corrected).toMatchObject({ category, proposedCategory: node.proposedCategory });
      one.version = corrected.version;
      await sound();
    }
  });

  it('by two at the same moment is done by one; the other is told so', async () => {
    const one = await item('USAGE');
    const query =
      'mutation ($input: CorrectVocItemInput!) { correctVocItem(input: $input) { item { category } } }';
    const all = await Promise.all(
      [doyun, eunbi, doyun, eunbi].map((who, n) =>
        who.ask(query, { input: { itemId: one.id, version: 1, category: CATEGORIES[n + 1] } }),
      ),
    );
    expect(all.filter(({ errors }) => !errors)).toHaveLength(1);
    for (const { errors } of all.filter((each) => each.errors))
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'STALE' });
    await sound();
  });
});

describe('withdrawing', () => {
  it.each(['NO_INQUIRY', 'THANKS', 'TEST', 'SPAM', 'DUPLICATE'])(
    'as %s takes the item out of the figures, and restoring brings it back',
    async (reason) => {
      const one = await item('IMPROVEMENT');
      const [before, beforeWithdrawn] = [await count('IMPROVEMENT'), await withdrawn()];
      const gone = await decide(doyun, 'withdrawVocItem', one, { reason });
      expect(gone).toMatchObject({
        state: 'WITHDRAWN',
        withdrawnReason: reason,
        category: 'IMPROVEMENT',
        reviewed: true,
        version: 2,
      });
      expect([await count('IMPROVEMENT'), await withdrawn()]).toEqual([before - 1, beforeWithdrawn + 1]);
      await sound();
      const back = await decide(eunbi, 'restoreVocItem', { ...one, version: 2 });
      expect(back).toMatchObject({
        state: 'COUNTED',
        withdrawnReason: null,
        category: 'IMPROVEMENT',
        // As before: nobody has decided on its category.
        reviewed: false,
        codedBy: null,
        codedAt: null,
        version: 3,
      });
      expect([await count('IMPROVEMENT'), await withdrawn()]).toEqual([before, beforeWithdrawn]);
      await sound();
    },
  );

  it('keeps who had decided on the category before it was withdrawn', async () => {
    const one = await item('USAGE');
    const decided = await decide(doyun, 'correctVocItem', one, { category: 'DEFECT' });
    await decide(eunbi, 'withdrawVocItem', { ...one, version: 2 }, { reason: 'TEST' });
    expect(await decide(eunbi, 'restoreVocItem', { ...one, version: 3 })).toMatchObject({
      category: 'DEFECT',
      reviewed: true,
      codedBy: { name: '강도윤' },
      codedAt: decided.codedAt,
    });
  });

  const withdrawn = async (): Promise<number> =>
    (await doyun.get(`query { vocItems(week: "${WEEK}", state: WITHDRAWN) { totalCount } }`)).vocItems
      .totalCount;

  it('is NO_INQUIRY when nothing else is said', async () => {
    expect(await decide(doyun, 'withdrawVocItem', await item())).toMatchObject({
      withdrawnReason: 'NO_INQUIRY',
    });
  });

  it('twice, or restoring what counts, is a conflict; a withdrawn item is neither confirmed nor corrected', async () => {
    const one = await item();
    expect(await doyun.refused('restoreVocItem', { itemId: one.id, version: 1 }, ITEM)).toMatchObject({
      code: 'CONFLICT',
      reason: 'COUNTED',
    });
    await decide(doyun, 'withdrawVocItem', one);
    for (const [name, rest] of [
      ['withdrawVocItem', {}],
      ['confirmVocItem', {}],
      ['correctVocItem', { category: 'DEFECT' }],
    ] as const) {
      expect(await doyun.refused(name, { itemId: one.id, version: 2, ...rest }, ITEM)).toMatchObject({
        code: 'CONFLICT',
        reason: 'WITHDRAWN',
      });
    }
    await sound();
  });
});

describe('placing in a product area', () => {
  it('moves the item between the areas of its week, and out of them', async () => {
    const one = await item('FEATURE');
    const inArea = async (productAreaId: string) => listed(doyun, WEEK, { productAreaId });
    const [inChat, inMobile, nowhere] = [await inArea(chat), await inArea(mobile), await inArea('NONE')];
    expect((await decide(wonjae, 'setVocItemArea', one, { productAreaId: chat })).productArea.nameKo).toBe(
      '채팅',
    );
    expect([await inArea(chat), await inArea(mobile), await inArea('NONE')]).toEqual([
      inChat + 1,
      inMobile,
      nowhere - 1,
    ]);
    await sound();
    await decide(doyun, 'setVocItemArea', { ...one, version: 2 }, { productAreaId: mobile });
    expect([await inArea(chat), await inArea(mobile)]).toEqual([inChat, inMobile + 1]);
    await sound();
    await decide(doyun, 'withdrawVocItem', { ...one, version: 3 });
    await sound();
    // Moved while it does not count, it comes back in its new place.
    expect(
      (await decide(doyun, 'setVocItemArea', { ...one, version: 4 }, { productAreaId: null })).productArea,
    ).toBeNull();
    await decide(doyun, 'restoreVocItem', { ...one, version: 5 });
    expect([await inArea(chat), await inArea(mobile), await inArea('NONE')]).toEqual([
      inChat,
      inMobile,
      nowhere,
    ]);
    await sound();
  });

  it('says nothing of the category: the item still waits for a review', async () => {
    const placed = await decide(wonjae, 'setVocItemArea', await item(), { productAreaId: chat });
    expect(placed).toMatchObject({ reviewed: false, abilities: { review: false, setArea: true } });
  });

  it('needs an area that exists; areas are made by planners, leads and administrators, each name once', async () => {
    const one = await item();
    const refused = await doyun.refused(
      'setVocItemArea',
      { itemId: one.id, version: 1, productAreaId: world.nobody('area') },
      ITEM,
    );
    expect(refused).toMatchObject({ code: 'INVALID', field: 'productAreaId' });
    expect(
      await doyun.refused('createProductArea', { nameKo: '새 영역', nameEn: 'New' }, 'productArea { id }'),
    ).toMatchObject({ code: 'DENIED' });
    expect(
      await wonjae.refused('createProductArea', { nameKo: '채팅', nameEn: 'Talk' }, 'productArea { id }'),
    ).toMatchObject({ code: 'CONFLICT' });
    const { productArea } = await wonjae.do(
      'createProductArea',
      { nameKo: '멘션', nameEn: 'Mentions', parentId: chat },
      'productArea { parentId }',
    );
    expect(productArea.parentId).toBe(chat);
  });
});

describe('a stale version', () => {
  it('is a conflict in every decision, and changes nothing', async () => {
    const one = await item('DEFECT');
    await decide(doyun, 'confirmVocItem', one);
    const before = await weekOf(doyun, WEEK);
    const tries: [string, object][] = [
      ['confirmVocItem', {}],
      ['correctVocItem', { category: 'USAGE' }],
      ['withdrawVocItem', {}],
      ['setVocItemArea', { productAreaId: chat }],
    ];
    for (const [name, rest] of tries) {
      const refused = await eunbi.refused(name, { itemId: one.id, version: 1, ...rest }, ITEM);
      expect([name, refused.code, refused.reason]).toEqual([name, 'CONFLICT', 'STALE']);
    }
    expect(await weekOf(doyun, WEEK)).toEqual(before);
  });
});

describe('the history of an item', () => {
  it('tells who decided what, newest first', async () => {
    const one = await item('USAGE');
    const steps: [Person, string, object][] = [
      [doyun, 'confirmVocItem', {}],
      [eunbi, 'correctVocItem', { category: 'DEFECT' }],
      [wonjae, 'setVocItemArea', { productAreaId: chat }],
      [doyun, 'withdrawVocItem', { reason: 'DUPLICATE' }],
      [eunbi, 'restoreVocItem', {}],
    ];
    for (const [who, name, rest] of steps) {
      world.clock.pass(1_000);
      one.version = (await decide(who, name, one, rest)).version;
    }
    const { node } = await doyun.get(
      'query ($id: ID!) { node(id: $id) { ... on VocItem { changes { kind from to actor { name } at } } } }',
      { id: one.id },
    );
    const told = node.changes.map(
      (each: { kind: string; from: string; to: string; actor: { name: string } }) => [
        each.kind,
        each.from,
        each.to,
        each.actor.name,
      ],
    );
    expect(told[0]).toEqual(['RESTORED', 'DUPLICATE', null, '류은비']);
    expect(told[1]).toEqual(['WITHDRAWN', null, 'DUPLICATE', '강도윤']);
    expect(told[2]).toEqual(['AREA', null, chat, '하원재']);
    expect(told.slice(3)).toEqual([
      ['CORRECTED', 'USAGE', 'DEFECT', '류은비'],
      ['CONFIRMED', 'USAGE', 'USAGE', '강도윤'],
    ]);
  });
});

describe('who decides', () => {
  it('is staff who answer; a planner reads and places, a contact does neither', async () => {
    const one = await item();
    const input = { itemId: one.id, version: 1 };
    for (const name of ['confirmVocItem', 'withdrawVocItem', 'restoreVocItem']) {
      expect([name, (await wonjae.refused(name, input, ITEM)).code]).toEqual([name, 'DENIED']);
      expect([name, (await minji.refused(name, input, ITEM)).code]).toEqual([name, 'DENIED']);
    }
    expect(await wonjae.refused('correctVocItem', { ...input, category: 'DEFECT' }, ITEM)).toMatchObject({
      code: 'DENIED',
    });
    expect(await minji.refused('setVocItemArea', { ...input, productAreaId: chat }, ITEM)).toMatchObject({
      code: 'DENIED',
    });
    for (const query of [
      'query { vocItems { totalCount } }',
      'query { vocItems { edges { node { id } } } }',
      'query { weeklyVoc { total } }',
      'query { weeklyVocCsv }',
      'query { productAreas { id } }',
      'query { classifier { version } }',
    ]) {
      const asked = await minji.ask(query);
      expect([query, asked.errors?.[0]?.extensions.code]).toEqual([query, 'DENIED']);
      expect((await world.stranger().ask(query)).errors?.[0]?.extensions.code).toMatch(
        /DENIED|UNAUTHENTICATED/,
      );
      expect((await wonjae.ask(query)).errors).toBeUndefined();
    }
    expect((await minji.get('query ($id: ID!) { node(id: $id) { id } }', { id: one.id })).node).toBeNull();
  });

  it('sees the most doubtful first, page by page, without losing or repeating one', async () => {
    const all: { id: string; confidence: number }[] = [];
    let after: string | null = null;
    do {
      const {
        vocItems,
      }: {
        vocItems: {
          edges: { node: { id: string; confidence: number } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      } = await doyun.get(
        'query ($after: String) { vocItems(order: MOST_DOUBTFUL, reviewed: false, first: 3, after: $after) { edges { node { id confidence } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      all.push(...vocItems.edges.map(({ node }) => node));
      after = vocItems.pageInfo.hasNextPage ? vocItems.pageInfo.endCursor : null;
    } while (after);
    const confidences = all.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => a - b));
    const { vocItems } = await doyun.get('query { vocItems(reviewed: false) { totalCount } }');
    expect(new Set(all.map(({ id }) => id)).size).toBe(vocItems.totalCount);
    expect(all).toHaveLength(vocItems.totalCount);
  });
});

describe('relearning', () => {
  it('changes what is proposed from then on, and no category that is stored', async () => {
    const words = '돌고래 단추 주황빛 소라고둥';
    const propose = () => world.app.get(Classifier).propose(words);
    const was = await propose();
    const taught = CATEGORIES.find((category) => category !== was.category) ?? 'ACCOUNT';
    const untouched = await item(was.category, words);
    for (let n = 0; n < 15; n++)
      await decide(doyun, 'correctVocItem', await item(was.category, words), { category: taught });
    const stored = sql`select id, category, proposed_category, confidence, model_version from hotline.voc_item order by id`;
    const [before, card] = [
      await world.rows(stored),
      (await doyun.get('query { classifier { version learned examples } }')).classifier,
    ];

    await world.app.get(ItemsService).relearn();

    expect(await world.rows(stored)).toEqual(before);
    const { node } = await doyun.get(
      'query ($id: ID!) { node(id: $id) { ... on VocItem { category reviewed } } }',
      { id: untouched.id },
    );
    expect(node).toEqual({ category: was.category, reviewed: false });
    const now = (await doyun.get('query { classifier { version learned examples trainedAt } }')).classifier;
    expect(now.version).toBe(card.version + 1);
    expect(now.learned).toBeGreaterThanOrEqual(15);
    expect(now.examples).toBe(card.examples);
    expect((await propose()).category).toBe(taught);
    await sound();
  });

  it('follows decisions by itself, once for many of them', async () => {
    await world.later(MINUTE);
    const { version } = (await doyun.get('query { classifier { version } }')).classifier;
    for (let n = 0; n < 3; n++) await decide(doyun, 'confirmVocItem', await item());
    await world.jobs();
    expect((await doyun.get('query { classifier { version } }')).classifier.version).toBe(version);
    // Its job waits two seconds after the decision.
    await world.later(MINUTE);
    expect((await doyun.get('query { classifier { version } }')).classifier.version).toBe(version + 1);
  });
});
