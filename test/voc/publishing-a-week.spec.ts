// The weekly report: drafted on Monday, edited by the lead, published, and from then on the same for good – with the
// current figures beside it and every item that explains the difference.
import { createHash } from 'node:crypto';
import pg from 'pg';
import { splitGlobalId } from '../../src/platform/graphql/index.js';
import { system } from '../../src/platform/actor.js';
import { Database, sql } from '../../src/platform/database/index.js';
import { Events } from '../../src/platform/events/index.js';
import { WeeklySections } from '../../src/notifications/index.js';
import { ReportsService } from '../../src/voc/index.js';
import { HOUR, MINUTE } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';
import { CATEGORIES, bring, weekOf } from './inquiries.js';

let world: World;
let hanbit: Company;
let pureun: Company;
let minji: Person;
let harin: Person;
let doyun: Person;
let seoyeon: Person;
let wonjae: Person;
let admin: Person;
let chat: string;
let mobile: string;

/** Monday 2026-11-16, 00:00 in Seoul: week 46 is over. */
const MONDAY = Date.parse('2026-11-15T15:00:00Z');
const WEEK = '2026-W46';

const REPORT = `id week state version headline hash hashHolds canonical publishedAt comments { category text }
  quotes { itemId text } abilities { edit publish }
  published { total previousTotal categories { category count share change median4 } channels { channel count }
    areas { areaId nameKo count } tiers { tier count } companies { name count } trend { week total } }
  compared { dimension key nameKo published current gained lost }
  differences(first: 100) { totalCount edges { node { itemId reasons was { category } now { category } } } }
  sections { name titleKo lines { key count textKo link } }`;

const report = async (who: Person = wonjae, week: string = WEEK) =>
  (await who.get(`query ($week: String) { weeklyReport(week: $week) { ${REPORT} } }`, { week })).weeklyReport;
const calendar = async () => {
  await world.app.get(Events).jobs.get('draftWeeklyReports')?.({} as never);
};
const uuid = (id: string): string => splitGlobalId(id)?.[1] ?? '';
const items = async (week: string = WEEK): Promise<{ id: string; category: string; version: number }[]> => {
  const { vocItems } = await doyun.get(
    'query ($week: String) { vocItems(week: $week, state: COUNTED, first: 100) { edges { node { id category version } } } }',
    { week },
  );
  return vocItems.edges.map((edge: { node: object }) => edge.node);
};

beforeAll(async () => {
  world = await World.open({ SESSION_DAYS: '365' });
  world.clock.set(new Date(MONDAY + 5 * HOUR));
  hanbit = await world.company('한빛전자', { tier: 'VIP' });
  pureun = await world.company('푸른유통');
  minji = await world.contact(hanbit, '김민지');
  harin = await world.contact(pureun, '최하린');
  doyun = await world.staff('AGENT', '강도윤');
  seoyeon = await world.staff('LEAD', '한서연');
  wonjae = await world.staff('PLANNER', '하원재');
  admin = await world.staff('ADMIN', '정동진');
  const area = async (nameKo: string, nameEn: string) =>
    (await wonjae.do('createProductArea', { nameKo, nameEn }, 'productArea { id }')).productArea.id;
  [chat, mobile] = [await area('채팅', 'Chat'), await area('모바일 앱', 'Mobile app')];
  await world.app
    .get(Database)
    .transact(system, (tx) =>
      tx.sql(sql`update hotline.installation set created_at = '2026-11-02T00:00:00Z'`),
    );
  const at = (week: number, hour: number) => new Date(MONDAY - week * 7 * 24 * HOUR + hour * HOUR);
  await bring(world, [
    ...CATEGORIES.flatMap((category, index) =>
      Array.from({ length: index + 2 }, (_, n) => ({
        company: n === 0 ? pureun : hanbit,
        person: n === 0 ? harin : minji,
        at: at(1, 10 + index * 3 + n),
        category,
        channel: n % 2 === 0 ? ('KAKAO' as const) : ('PHONE' as const),
        area: category === 'DEFECT' ? uuid(chat) : null,
        body: `${category} ${n}번째 문의`,
      })),
    ),
    { company: hanbit, person: minji, at: at(2, 30), category: 'DEFECT', channel: 'KAKAO' },
    { company: hanbit, person: minji, at: at(2, 31), category: 'USAGE', channel: 'KAKAO' },
  ]);
});
afterAll(() => world.close());

describe('the draft', () => {
  it('is there from Monday 06:00 in the installation’s zone, and not before', async () => {
    await calendar();
    expect((await report(wonjae, '2026-W45')).state).toBe('DRAFT');
    expect(await report()).toBeNull();
    world.clock.set(new Date(MONDAY + 6 * HOUR));
    await calendar();
    expect(await report()).toMatchObject({
      week: WEEK,
      state: 'DRAFT',
      version: 1,
      headline: '',
      published: null,
      hash: null,
      compared: [],
    });
  });

  it('is made once, however often the calendar looks', async () => {
    const before = await world.rows(sql`select * from hotline.report order by week`);
    await Promise.all([calendar(), calendar()]);
    expect(await world.rows(sql`select * from hotline.report order by week`)).toEqual(before);
    expect(before).toHaveLength(2);
  });

  it('of weeks missed while nothing ran is made up for, the empty ones too', async () => {
    const here = world.clock.now();
    world.clock.set(new Date(MONDAY + 15 * 24 * HOUR));
    await world.app.get(ReportsService).draftDue();
    const { reportWeeks } = await wonjae.get(
      '{ reportWeeks(first: 10) { edges { node { week state total publishedTotal } } pageInfo { hasNextPage } } }',
    );
    expect(reportWeeks.edges.map(({ node }: { node: object }) => node)).toEqual([
      { week: '2026-W48', state: 'DRAFT', total: 0, publishedTotal: null },
      { week: '2026-W47', state: 'DRAFT', total: 0, publishedTotal: null },
      { week: WEEK, state: 'DRAFT', total: 20, publishedTotal: null },
      { week: '2026-W45', state: 'DRAFT', total: 2, publishedTotal: null },
    ]);
    await world.app
      .get(Database)
      .transact(system, (tx) => tx.sql(sql`delete from hotline.report where week > '2026-11-09'`));
    world.clock.set(here);
  });

  it('that nobody published reminds the leads at 10:00, once, in the app and by mail', async () => {
    world.clock.set(new Date(MONDAY + 10 * HOUR - MINUTE));
    await calendar();
    const asked = '{ notifications { edges { node { kind report { week state } thread { id } } } } }';
    const told = async (who: Person) =>
      (await who.get(asked)).notifications.edges.map(({ node }: { node: object }) => node);
    expect(await told(seoyeon)).toHaveLength(1);
    world.clock.set(new Date(MONDAY + 10 * HOUR));
    await calendar();
    await calendar();
    expect(await told(seoyeon)).toContainEqual({
      kind: 'REPORT_WAITS',
      report: { week: WEEK, state: 'DRAFT' },
      thread: null,
    });
    expect(await told(seoyeon)).toHaveLength(2);
    expect(await told(wonjae)).toEqual([]);
    expect(await told(admin)).toEqual([]);
    await world.later(3 * MINUTE);
    expect(world.mails.to(seoyeon.email).text).toContain('주간 보고서가 발행을 기다려요');
    expect(world.mails.to(seoyeon.email).text).toContain(`/weekly/${WEEK}`);
  });
});

describe('editing', () => {
  it('is the lead’s: headline, comments, quotes that are references', async () => {
    const { id, version, abilities } = await report(seoyeon);
    expect(abilities).toEqual({ edit: true, publish: true });
    const [, first, second] = (await items()).filter(({ category }) => category === 'IMPROVEMENT');
    const edited = await seoyeon.do(
      'editReport',
      {
        reportId: id,
        version,
        headline: '채팅 오류가 늘었어요',
        comments: [
          { text: '지난주와 비슷했어요.' },
          { category: 'DEFECT', text: '월요일 배포 뒤로 늘었어요.' },
        ],
        quoteIds: [first?.id, second?.id],
      },
      `report { ${REPORT} }`,
    );
    expect(edited.report).toMatchObject({
      version: 2,
      headline: '채팅 오류가 늘었어요',
      comments: [
        { category: null, text: '지난주와 비슷했어요.' },
        { category: 'DEFECT', text: '월요일 배포 뒤로 늘었어요.' },
      ],
      quotes: [{ itemId: first?.id }, { itemId: second?.id }],
    });
  });

  it('refuses a stale version, two comments on one thing, a quote of another week, and everybody else', async () => {
    const { id, version } = await report();
    const [other] = await items('2026-W45');
    const edit = { reportId: id, version };
    expect((await seoyeon.refused('editReport', { ...edit, version: 1 }, 'report { id }')).reason).toBe(
      'STALE',
    );
    const comments = [{ text: 'a' }, { text: 'b' }];
    expect((await seoyeon.refused('editReport', { ...edit, comments }, 'report { id }')).reason).toBe(
      'COMMENTS',
    );
    expect(
      (await seoyeon.refused('editReport', { ...edit, quoteIds: [other?.id] }, 'report { id }')).reason,
    ).toBe('QUOTES');
    for (const who of [doyun, wonjae]) {
      expect((await who.refused('editReport', edit, 'report { id }')).code).toBe('DENIED');
      expect((await who.refused('publishReport', edit, 'report { id }')).code).toBe('DENIED');
    }
    expect((await report(wonjae)).abilities).toEqual({ edit: false, publish: false });
    expect((await minji.ask(`{ weeklyReport { id } }`)).errors?.[0]?.extensions.code).toBe('DENIED');
  });
});

describe('publishing', () => {
  beforeAll(() =>
    world.app.get(WeeklySections).register('test', {
      ko: '깨진 약속',
      en: 'Broken promises',
      lines: async ({ week }) => [
        { key: 'one', count: 2, ko: `약속 2개 (${week})`, en: 'Two promises', link: '/inbox' },
      ],
    }),
  );

  it('freezes the figures as canonical JSON with its hash', async () => {
    const { id, version, sections } = await report();
    expect(sections).toEqual([
      {
        name: 'test',
        titleKo: '깨진 약속',
        lines: [{ key: 'one', count: 2, textKo: '약속 2개 (2026-11-09)', link: '/inbox' }],
      },
    ]);
    const live = await weekOf(wonjae, WEEK);
    const { report: out } = await seoyeon.do(
      'publishReport',
      { reportId: id, version },
      `report { ${REPORT} }`,
    );
    expect(out).toMatchObject({
      state: 'PUBLISHED',
      hashHolds: true,
      abilities: { edit: false, publish: false },
    });
    expect(out.hash).toBe(createHash('sha256').update(out.canonical, 'utf8').digest('hex'));
    expect(out.published).toMatchObject({
      total: 20,
      previousTotal: 2,
      channels: live.channels,
      tiers: live.tiers,
      companies: [
        { name: '한빛전자', count: 15 },
        { name: '푸른유통', count: 5 },
      ],
    });
    expect(out.published.categories.map(({ count }: { count: number }) => count)).toEqual([2, 3, 4, 5, 6]);
    expect(out.published.categories[1]).toEqual({
      category: 'DEFECT',
      count: 3,
      share: 0.15,
      change: 2,
      median4: 0,
    });
    expect(out.published.areas).toEqual([
      { areaId: null, nameKo: null, count: 17 },
      { areaId: chat, nameKo: '채팅', count: 3 },
    ]);
    expect(JSON.parse(out.canonical).sections[0].lines[0].en).toBe('Two promises');
    expect(out.differences.totalCount).toBe(0);
  });

  it('happens once: the second, and every later edit, is refused', async () => {
    const { id, version } = await report();
    for (const command of ['publishReport', 'editReport'])
      expect((await seoyeon.refused(command, { reportId: id, version }, 'report { id }')).reason).toBe(
        'PUBLISHED',
      );
  });

  it('is kept by the database itself, also against the system and an operator', async () => {
    const operator = new pg.Client({ connectionString: world.database.url });
    await operator.connect();
    const tries = [
      `update hotline.report set headline = 'x' where state = 'PUBLISHED'`,
      `update hotline.report set canonical = '{}' where state = 'PUBLISHED'`,
      `delete from hotline.report where state = 'PUBLISHED'`,
      `update hotline.report_item set category = 'USAGE'`,
      `delete from hotline.report_item`,
      `insert into hotline.report_item (report_id, item_id, category, channel)
         select id, gen_random_uuid(), 'USAGE', 'CHAT' from hotline.report where state = 'PUBLISHED'`,
    ];
    for (const text of tries) {
      await expect(operator.query(text)).rejects.toThrow(/does not change any more/);
      const asSystem = { text, values: [] } as never;
      await expect(world.app.get(Database).transact(system, (tx) => tx.sql(asSystem))).rejects.toThrow(
        /does not change any more/,
      );
    }
    await operator.end();
  });
});

describe('opened later', () => {
  it('says what was published byte for byte, what is now, and the items that explain it', async () => {
    const before = await report();
    const all = await items();
    const of = (category: string, n: number) => all.filter((item) => item.category === category)[n];
    const [usage, defect, wish, account, moved] = [
      of('USAGE', 0),
      of('DEFECT', 0),
      of('FEATURE', 0),
      of('ACCOUNT', 0),
      of('IMPROVEMENT', 0),
    ];
    const decide = (name: string, item: (typeof all)[number] | undefined, rest: object) =>
      doyun.do(name, { itemId: item?.id, version: item?.version, ...rest }, 'item { id version }');
    const [earlier] = await items('2026-W45');
    world.clock.pass(HOUR);
    await decide('correctVocItem', usage, { category: 'DEFECT' });
    await decide('withdrawVocItem', wish, { reason: 'TEST' });
    await decide('setVocItemArea', defect, { productAreaId: mobile });
    await decide('redateVocItem', moved, {
      occurredAt: '2026-11-03T01:00:00Z',
      reason: '날짜를 잘못 적었어요',
    });
    await decide('redateVocItem', earlier, {
      occurredAt: '2026-11-10T01:00:00Z',
      reason: '날짜를 잘못 적었어요',
    });
    // One that is taken back with its thread, and one that came in late.
    await world.app
      .get(Database)
      .transact(system, (tx) =>
        tx.sql(sql`delete from hotline.voc_item where id = ${uuid(account?.id ?? '')}`),
      );
    const [late] = await bring(world, [
      { company: pureun, person: harin, at: '2026-11-11T01:00:00Z', category: 'ACCOUNT', channel: 'EMAIL' },
    ]);
    await admin.do(
      'mergeCompanies',
      { keepCompanyId: hanbit.id, duplicateCompanyId: pureun.id },
      'merge { id }',
    );
    const after = await report();
    for (const frozen of [
      'canonical',
      'hash',
      'published',
      'headline',
      'comments',
      'publishedAt',
      'sections',
    ])
      expect([frozen, after[frozen]]).toEqual([frozen, before[frozen]]);
    expect(after.hashHolds).toBe(true);

    const reasons = new Map<string, string[]>(
      after.differences.edges.map(({ node }: { node: { itemId: string; reasons: string[] } }) => [
        node.itemId,
        node.reasons,
      ]),
    );
    const [made] = await world.rows<{ id: string }>(
      sql`select id from hotline.voc_item where thread_id = ${late}`,
    );
    expect(reasons.get(usage?.id ?? '')).toEqual(expect.arrayContaining(['RECATEGORISED']));
    expect(reasons.get(wish?.id ?? '')).toEqual(['WITHDRAWN']);
    expect(reasons.get(defect?.id ?? '')).toEqual(expect.arrayContaining(['AREA']));
    expect(reasons.get(moved?.id ?? '')).toEqual(['MOVED_OUT']);
    expect(reasons.get(earlier?.id ?? '')).toEqual(['MOVED_IN']);
    expect(reasons.get(account?.id ?? '')).toEqual(['GONE']);
    expect(reasons.get(`vocitem_${made?.id.replaceAll('-', '')}`)).toEqual(['ADDED']);
    // What only stands with another company now is listed too: it explains the companies' figures.
    expect([...reasons.values()].filter((each) => each.includes('COMPANY')).length).toBeGreaterThan(0);
    expect(after.differences.totalCount).toBe(reasons.size);

    const live = await weekOf(wonjae, WEEK);
    for (const figure of after.compared) {
      if (figure.published !== null)
        expect([figure.key, figure.published + figure.gained - figure.lost]).toEqual([
          figure.key,
          figure.current,
        ]);
    }
    const current = (dimension: string) =>
      Object.fromEntries(
        after.compared
          .filter((each: { dimension: string }) => each.dimension === dimension)
          .map(({ key, current: n }: { key: string; current: number }) => [key, n]),
      );
    expect(current('TOTAL')).toEqual({ '': live.total });
    expect(current('CATEGORY')).toEqual(
      Object.fromEntries(live.categories.map(({ category, count }) => [category, count])),
    );
    expect(current('CHANNEL')).toMatchObject(
      Object.fromEntries(live.channels.map(({ channel, count }) => [channel, count])),
    );
    expect(current('TIER')).toMatchObject(
      Object.fromEntries(live.tiers.map(({ tier, count }) => [tier, count])),
    );
    // Every single difference of a category is the sum of the listed items.
    for (const category of CATEGORIES) {
      const moves = after.differences.edges.map(({ node }: any) => [node.was?.category, node.now?.category]);
      const net = moves.reduce(
        (sum: number, [was, now]: string[]) => sum + Number(now === category) - Number(was === category),
        0,
      );
      const figure = after.compared.find((each: { key: string }) => each.key === category);
      expect([category, figure.current - figure.published]).toEqual([category, net]);
    }
  });

  it('a restored item explains itself away', async () => {
    const { vocItems } = await doyun.get(
      `{ vocItems(week: "${WEEK}", state: WITHDRAWN, first: 1) { edges { node { id version } } } }`,
    );
    const { id, version } = vocItems.edges[0].node;
    await doyun.do('restoreVocItem', { itemId: id, version }, 'item { id }');
    const { differences } = await report();
    expect(differences.edges.map(({ node }: any) => node.itemId)).not.toContain(id);
  });

  it('a published figure opens exactly its items, whatever became of them', async () => {
    const rows = async (filter: string) =>
      (
        await wonjae.get(
          `{ weeklyReport(week: "${WEEK}") { items(first: 100, ${filter}) { totalCount edges { node { itemId place { category } item { id } } } } } }`,
        )
      ).weeklyReport.items;
    const { published } = await report();
    for (const { category, count } of published.categories) {
      const { totalCount, edges } = await rows(`category: ${category}`);
      expect([category, totalCount, edges.length]).toEqual([category, count, count]);
    }
    expect((await rows(`productAreaId: "${chat}"`)).totalCount).toBe(3);
    expect((await rows('productAreaId: "NONE"')).totalCount).toBe(17);
    const gone = (await rows('category: ACCOUNT')).edges.filter(({ node }: any) => node.item === null);
    expect(gone).toHaveLength(1);
  });

  it('a quote that was erased on request leaves its place, and the figures and the hash as they were', async () => {
    const { quotes, canonical } = await report();
    expect(quotes.every(({ text }: { text: string | null }) => text !== null)).toBe(true);
    await world.app
      .get(Database)
      .transact(system, (tx) =>
        tx.sql(
          sql`update hotline.voc_item set quote = '', person_id = null where id = ${uuid(quotes[0].itemId)}`,
        ),
      );
    const after = await report();
    expect(after.quotes[0]).toEqual({ itemId: quotes[0].itemId, text: null });
    expect(after.quotes[1]).toEqual(quotes[1]);
    expect([after.canonical, after.hashHolds]).toEqual([canonical, true]);
  });
});

describe('a week from before the product was there', () => {
  it('has no report until a lead drafts one; the running week never has', async () => {
    expect(await report(wonjae, '2026-W40')).toBeNull();
    const draft = { week: '2026-W40' };
    expect((await wonjae.refused('draftReport', draft, 'report { id }')).code).toBe('DENIED');
    const { report: made } = await seoyeon.do('draftReport', draft, 'report { id state version }');
    expect((await seoyeon.do('draftReport', draft, 'report { id }')).report.id).toBe(made.id);
    const running = await seoyeon.refused('draftReport', { week: '2026-W47' }, 'report { id }');
    expect(running.reason).toBe('WEEK_RUNS');
    const published = await seoyeon.do(
      'publishReport',
      { reportId: made.id, version: made.version },
      'report { hashHolds published { total categories { count share } } }',
    );
    expect(published.report).toMatchObject({ hashHolds: true, published: { total: 0 } });
    expect(published.report.published.categories).toHaveLength(5);
  });
});
