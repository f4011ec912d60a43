// The statistics of one week: every figure against sums done by hand, watched over by the recount.
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import { splitGlobalId } from '../../src/platform/graphql/index.js';
import { sql } from '../../src/platform/database/index.js';
import { Events } from '../../src/platform/events/index.js';
import { WeeklyReads, WeeklyService } from '../../src/voc/index.js';
import { DAY, HOUR } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';
import { CATEGORIES, type Inquiry, bring, figuresAndLists } from './inquiries.js';

let world: World;
let hanbit: Company;
let pureun: Company;
let minji: Person;
let harin: Person;
let doyun: Person;
let eunbi: Person;
let seoyeon: Person;
let wonjae: Person;
let chat: string;
/** With all rights, as an operator at the database. */
let operator: pg.Client;

/** Wednesday, 14:00 in Seoul, of week 2026-W47. */
const NOW = '2026-11-18T05:00:00Z';

/** Monday 00:00 in Seoul, and how many inquiries came: USAGE, DEFECT, IMPROVEMENT, FEATURE, ACCOUNT. */
const STORY: [week: string, monday: string, counts: number[]][] = [
  ['2026-W41', '2026-10-04T15:00:00Z', [1, 0, 2, 0, 1]],
  ['2026-W42', '2026-10-11T15:00:00Z', [3, 1, 0, 0, 2]],
  ['2026-W43', '2026-10-18T15:00:00Z', [5, 1, 1, 0, 0]],
  ['2026-W44', '2026-10-25T15:00:00Z', [2, 4, 1, 0, 1]],
  ['2026-W45', '2026-11-01T15:00:00Z', [4, 2, 0, 1, 3]],
  ['2026-W46', '2026-11-08T15:00:00Z', [6, 0, 1, 3, 0]],
];

beforeAll(async () => {
  world = await World.open({ SESSION_DAYS: '365' });
  hanbit = await world.company('한빛전자', { tier: 'VIP' });
  pureun = await world.company('푸른유통');
  minji = await world.contact(hanbit, '김민지');
  harin = await world.contact(pureun, '최하린');
  doyun = await world.staff('AGENT', '강도윤');
  eunbi = await world.staff('AGENT', '류은비');
  seoyeon = await world.staff('LEAD', '한서연');
  wonjae = await world.staff('PLANNER', '하원재');
  chat = (await wonjae.do('createProductArea', { nameKo: '채팅', nameEn: 'Chat' }, 'productArea { id }'))
    .productArea.id;
  await bring(
    world,
    STORY.flatMap(([, monday, counts]) =>
      counts.flatMap((n, category) => Array.from({ length: n }, (_, k) => inquiry(monday, category, k, n))),
    ),
  );
  operator = new pg.Client({ connectionString: world.database.url });
  await operator.connect();
});
beforeEach(() => world.clock.set(NOW));
afterAll(async () => {
  await operator.end();
  await world.close();
});

/** The k-th of n: the smaller half on Friday 10:00, the others on Monday 10:00. FEATUREs by phone on chat, the first USAGE of 푸른유통. */
function inquiry(monday: string, category: number, k: number, n: number): Inquiry {
  const late = k < Math.floor(n / 2);
  const elsewhere = category === 0 && k === 0;
  return {
    company: elsewhere ? pureun : hanbit,
    person: elsewhere ? harin : minji,
    at: new Date(Date.parse(monday) + (late ? 4 * DAY : 0) + 10 * HOUR),
    category: CATEGORIES[category] ?? 'USAGE',
    channel: category === 3 ? 'PHONE' : 'KAKAO',
    area: category === 3 ? (splitGlobalId(chat)?.[1] ?? null) : null,
  };
}

const ALL = `query ($week: String) { weeklyVoc(week: $week) { week from to complete total previousTotal alarms firstWeek previousWeek nextWeek
  categories { category count share previous change median4 changeToMedian } channels { channel count } tiers { tier count }
  areas { count productArea { nameKo } } companies { count company { name } }
  trend { week total usage defect improvement feature account } } }`;
const week = async (name: string | null = null, who = doyun) =>
  (await who.get(ALL, { week: name })).weeklyVoc;
const schedule = (task: string) => world.app.get(Events).jobs.get(task)?.({} as never);
const differences = () => world.app.get(WeeklyReads).differences();

describe('a complete week', () => {
  it('is the last one when none is named, to the millisecond of Monday in Seoul', async () => {
    const { week: name, from, to, complete } = await week();
    expect([name, from, to, complete]).toEqual([
      '2026-W46',
      '2026-11-08T15:00:00.000Z',
      '2026-11-15T15:00:00.000Z',
      true,
    ]);
    world.clock.set('2026-11-15T14:59:59.999Z');
    expect((await week()).week).toBe('2026-W45');
    world.clock.set('2026-11-15T15:00:00.000Z');
    expect((await week()).week).toBe('2026-W46');
  });

  it('has the five figures with shares, changes and the median of the four weeks before', async () => {
    const voc = await week('2026-W46');
    expect([voc.total, voc.previousTotal]).toEqual([10, 10]);
    expect(voc.categories).toEqual([
      { category: 'USAGE', count: 6, share: 0.6, previous: 4, change: 2, median4: 3.5, changeToMedian: 2.5 },
      { category: 'DEFECT', count: 0, share: 0, previous: 2, change: -2, median4: 1.5, changeToMedian: -1.5 },
      {
        category: 'IMPROVEMENT',
        count: 1,
        share: 0.1,
        previous: 0,
        change: 1,
        median4: 0.5,
        changeToMedian: 0.5,
      },
      { category: 'FEATURE', count: 3, share: 0.3, previous: 1, change: 2, median4: 0, changeToMedian: 3 },
      {
        category: 'ACCOUNT',
        count: 0,
        share: 0,
        previous: 3,
        change: -3,
        median4: 1.5,
        changeToMedian: -1.5,
      },
    ]);
    const before = await week('2026-W45');
    expect([before.total, before.previousTotal]).toEqual([10, 8]);
    expect(before.categories[0]).toEqual({
      category: 'USAGE',
      count: 4,
      share: 0.4,
      previous: 2,
      change: 2,
      median4: 2.5,
      changeToMedian: 1.5,
    });
  });

  it('tells channels, tiers, areas and companies, most first', async () => {
    const voc = await week('2026-W46');
    expect(voc.channels).toEqual([
      { channel: 'KAKAO', count: 7 },
      { channel: 'PHONE', count: 3 },
    ]);
    expect(voc.tiers).toEqual([
      { tier: 'VIP', count: 9 },
      { tier: 'STANDARD', count: 1 },
    ]);
    expect(voc.areas).toEqual([
      { productArea: null, count: 7 },
      { productArea: { nameKo: '채팅' }, count: 3 },
    ]);
    expect(voc.companies).toEqual([
      { company: { name: '한빛전자' }, count: 9 },
      { company: { name: '푸른유통' }, count: 1 },
    ]);
  });

  it('equals, figure by figure, the list behind it', async () => {
    for (const [name] of STORY) {
      const { figures, lists } = await figuresAndLists(doyun, name);
      expect(figures).toEqual(lists);
    }
  });

  it('shows 26 weeks of trend, itself last, with zeros where nothing was', async () => {
    const { trend } = await week('2026-W46');
    expect(trend).toHaveLength(26);
    expect([trend[0].week, trend.at(-1).week]).toEqual(['2026-W21', '2026-W46']);
    const shown = trend
      .slice(-6)
      .map((point: Record<string, number>) => [
        point.usage,
        point.defect,
        point.improvement,
        point.feature,
        point.account,
      ]);
    expect(shown).toEqual(STORY.map(([, , counts]) => counts));
    for (const point of trend)
      expect(point.total).toBe(
        point.usage + point.defect + point.improvement + point.feature + point.account,
      );
    expect(trend.slice(0, 20).map(({ total }: { total: number }) => total)).toEqual(Array(20).fill(0));
  });

  it('leads to its neighbours: none before the first, none after the running one', async () => {
    const walk = async (name: string) => {
      const { firstWeek, previousWeek, nextWeek } = await week(name);
      return [firstWeek, previousWeek, nextWeek];
    };
    expect(await walk('2026-W46')).toEqual(['2026-W41', '2026-W45', '2026-W47']);
    expect(await walk('2026-W41')).toEqual(['2026-W41', null, '2026-W42']);
    expect(await walk('2026-W47')).toEqual(['2026-W41', '2026-W46', null]);
  });

  it('without items is there, with zeros', async () => {
    const voc = await week('2026-W40');
    expect([voc.total, voc.previousTotal, voc.complete, voc.previousWeek]).toEqual([0, 0, true, null]);
    expect(voc.categories).toEqual(
      CATEGORIES.map((category) => ({
        category,
        count: 0,
        share: null,
        previous: 0,
        change: 0,
        median4: 0,
        changeToMedian: 0,
      })),
    );
    expect([voc.channels, voc.tiers, voc.areas, voc.companies]).toEqual([[], [], [], []]);
    expect(voc.trend).toHaveLength(26);
  });
});

describe('the running week', () => {
  it('is compared with the same hours of the weeks before', async () => {
    const voc = await week('2026-W47');
    expect([voc.complete, voc.total, voc.previousTotal]).toEqual([false, 0, 6]);
    const compared = voc.categories.map((each: Record<string, number>) => [
      each.category,
      each.previous,
      each.median4,
    ]);
    expect(compared).toEqual([
      ['USAGE', 3, 2.5],
      ['DEFECT', 0, 1],
      ['IMPROVEMENT', 1, 1],
      ['FEATURE', 2, 0.5],
      ['ACCOUNT', 0, 0.5],
    ]);
  });

  it('takes in the hour that has just begun not before it has passed', async () => {
    const fridays = STORY[5]?.[2].map((n) => Math.floor(n / 2)) ?? [];
    world.clock.set('2026-11-20T01:00:00.000Z');
    expect((await week('2026-W47')).previousTotal).toBe(10 - fridays.reduce((sum, n) => sum + n, 0));
    world.clock.set('2026-11-20T01:00:00.001Z');
    expect((await week('2026-W47')).previousTotal).toBe(10);
  });

  it('counts to the last item: its figures are its total and its lists, in this very moment', async () => {
    await minji.do('openThread', { spaceId: hanbit.spaceId, body: '방금 온 질문' }, 'thread { id }');
    await world.jobs();
    const voc = await week('2026-W47');
    expect(voc.total).toBe(1);
    expect(voc.categories.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(1);
    const { figures, lists } = await figuresAndLists(doyun, '2026-W47');
    expect(figures).toEqual(lists);
    expect(voc.trend.at(-1)).toMatchObject({ week: '2026-W47', total: 1 });
  });
});

describe('a week that cannot be shown', () => {
  it.each([
    ['2026-W48', 'FUTURE_WEEK'],
    ['2027-W01', 'FUTURE_WEEK'],
    ['2025-W53', 'WEEK'],
    ['2026-W00', 'WEEK'],
    ['garbage', 'FIELD'],
    ['2026-W4', 'FIELD'],
  ])('%s is INVALID (%s), as a figure and as CSV', async (name, reason) => {
    const query = 'query ($week: String) { weeklyVocCsv(week: $week) }';
    for (const asked of [await doyun.ask(ALL, { week: name }), await doyun.ask(query, { week: name })]) {
      expect(asked.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', reason, field: 'week' });
    }
  });

  it('is any, for a contact', async () => {
    for (const who of [minji, harin]) {
      expect((await who.ask(ALL, { week: '2026-W46' })).errors?.[0]?.extensions).toMatchObject({
        code: 'DENIED',
        reason: 'STAFF_ONLY',
      });
    }
  });
});

describe('the week as CSV', () => {
  it('holds the figures of the page', async () => {
    const voc = await week('2026-W45');
    const { weeklyVocCsv } = await wonjae.get('query { weeklyVocCsv(week: "2026-W45") }');
    expect(weeklyVocCsv.startsWith('\uFEFFweek,complete,category,')).toBe(true);
    const rows = parse(weeklyVocCsv, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(6);
    for (const [index, figure] of voc.categories.entries()) {
      expect(rows[index]).toEqual({
        week: '2026-W45',
        complete: 'true',
        category: figure.category,
        count: String(figure.count),
        share: figure.share.toFixed(4),
        previous_week: String(figure.previous),
        change: String(figure.change),
        median_4_weeks: String(figure.median4),
        change_to_median: String(figure.changeToMedian),
      });
    }
    expect(rows[5]).toMatchObject({ category: 'TOTAL', count: '10', previous_week: '8', change: '2' });
  });
});

describe('what is kept', () => {
  it('stays the same when it is folded, once or twice', async () => {
    const before = await week('2026-W46');
    await schedule('foldWeeklyFigures');
    expect((await operator.query('select 1 from hotline.voc_week_delta')).rows).toEqual([]);
    expect(await week('2026-W46')).toEqual(before);
    const kept = async () =>
      (await operator.query('select * from hotline.voc_week order by 1, 2, 3, 4')).rows;
    const folded = await kept();
    await Promise.all([schedule('foldWeeklyFigures'), schedule('foldWeeklyFigures')]);
    expect(await kept()).toEqual(folded);
    expect(await world.app.get(WeeklyReads).fold()).toBe(0);
    expect(await week('2026-W46')).toEqual(before);
  });

  it('is found wrong by the nightly recount, shown on the week’s page, and mended', async () => {
    const right = await week('2026-W46');
    await schedule('recountWeeklyFigures');
    expect((await week('2026-W46')).alarms).toBe(0);
    await operator.query(
      `update hotline.voc_week set n = n + 5 where week = '2026-11-09' and category = 'FEATURE'`,
    );
    await operator.query(
      `delete from hotline.voc_week where week = '2026-11-09' and category = 'IMPROVEMENT'`,
    );
    await operator.query(
      `insert into hotline.voc_week values ('2026-11-02', 'USAGE', 'API', hotline.voc_no_area(), 2)`,
    );
    await operator.query(
      `update hotline.voc_week_category set n = n + 5 where week = '2026-11-09' and category = 'FEATURE'`,
    );
    expect((await week('2026-W46')).categories[3].count).toBe(8);

    await schedule('recountWeeklyFigures');
    expect([
      (await week('2026-W46')).alarms,
      (await week('2026-W45')).alarms,
      (await week('2026-W44')).alarms,
    ]).toEqual([2, 1, 0]);
    const found = (await differences()).map(({ week: monday, category, channel, kept, counted }) => [
      monday,
      category,
      channel,
      kept,
      counted,
    ]);
    expect(found).toEqual([
      ['2026-11-02', 'USAGE', 'API', 2, 0],
      ['2026-11-09', 'FEATURE', 'PHONE', 8, 3],
      ['2026-11-09', 'IMPROVEMENT', 'KAKAO', 0, 1],
    ]);

    const mended = await world.app.get(WeeklyService).mend();
    expect(mended).toHaveLength(3);
    expect(await differences()).toEqual([]);
    expect(await week('2026-W46')).toEqual(right);
    await schedule('recountWeeklyFigures');
    expect(await world.app.get(WeeklyService).mend()).toEqual([]);
    expect(await week('2026-W46')).toEqual(right);
  });

  it('is watched over by the calendar', () => {
    const tasks = world.app.get(Events).schedules.map(({ task, cron }) => `${cron} ${task}`);
    expect(tasks).toEqual(
      expect.arrayContaining(['* * * * * foldWeeklyFigures', '30 17 * * * recountWeeklyFigures']),
    );
  });
});

describe('three hundred decisions, in any order and at the same time', () => {
  it('leave no figure that differs from its list or from a recount', async () => {
    const random = mulberry(20261118);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const weeks = ['2026-W44', '2026-W45', '2026-W46', '2026-W47'];
    const moments = [
      '2026-10-28T03:00:00Z',
      '2026-11-01T14:59:59.999Z',
      '2026-11-04T03:00:00Z',
      '2026-11-15T15:00:00Z',
      NOW,
    ];
    const areas = [chat, null];
    for (const nameEn of ['Drive', 'Search']) {
      areas.push(
        (await wonjae.do('createProductArea', { nameKo: nameEn, nameEn }, 'productArea { id }')).productArea
          .id,
      );
    }
    const people = [doyun, eunbi, seoyeon];
    const tally: Record<string, number> = {};
    const ids = async (...states: string[]) =>
      (
        await operator.query(
          `select 'vocitem_' || replace(id::text, '-', '') as id from hotline.voc_item where state = any($1) order by id`,
          [states],
        )
      ).rows.map((row) => row.id as string);
    let known = await ids('COUNTED', 'WITHDRAWN');
    let withdrawn = known;

    const step = async (kind: string): Promise<void> => {
      if (kind === 'new') {
        const [company, person] = random() < 0.7 ? [hanbit, minji] : [pureun, harin];
        await person.do(
          'openThread',
          {
            spaceId: company.spaceId,
            body: pick(['오류가 나요', '어떻게 하나요?', '이런 기능도 있으면 좋겠어요', 'invoice please']),
          },
          'thread { id }',
        );
        tally.new = (tally.new ?? 0) + 1;
        return;
      }
      const [who, category, productAreaId, reason] = [
        pick(people),
        pick(CATEGORIES),
        pick(areas),
        pick(['SPAM', 'THANKS', 'TEST']),
      ];
      const itemId = kind === 'restoreVocItem' ? pick(withdrawn) : pick(known);
      const { node } = await who.get('query ($id: ID!) { node(id: $id) { ... on VocItem { version } } }', {
        id: itemId,
      });
      const rest =
        { correctVocItem: { category }, setVocItemArea: { productAreaId }, withdrawVocItem: { reason } }[
          kind
        ] ?? {};
      const type = `${kind[0]?.toUpperCase()}${kind.slice(1)}Input`;
      const { errors } = await who.ask(
        `mutation ($input: ${type}!) { ${kind}(input: $input) { item { id } } }`,
        {
          input: { itemId, version: node.version, ...rest },
        },
      );
      const code = errors?.[0]?.extensions.code ?? 'done';
      if (code !== 'done' && code !== 'CONFLICT') throw new Error(`${kind}: ${JSON.stringify(errors)}`);
      const name = code === 'done' ? kind : 'refused';
      tally[name] = (tally[name] ?? 0) + 1;
    };

    const kinds = [
      'new',
      'correctVocItem',
      'correctVocItem',
      'withdrawVocItem',
      'restoreVocItem',
      'setVocItemArea',
      'confirmVocItem',
    ];
    for (let batch = 0; batch < 50; batch++) {
      world.clock.set(pick(moments));
      const beside =
        batch % 10 === 0
          ? [world.jobs()]
          : batch % 3 === 0
            ? [Promise.resolve(schedule('foldWeeklyFigures'))]
            : [];
      await Promise.all([...Array.from({ length: 6 }, () => step(pick(kinds))), ...beside]);
      if (batch % 10 === 9) known = await ids('COUNTED', 'WITHDRAWN');
      const gone = await ids('WITHDRAWN');
      if (gone.length > 0) withdrawn = gone;
    }
    await world.jobs();

    expect(Object.values(tally).reduce((sum, n) => sum + n, 0)).toBe(300);
    for (const kind of kinds) expect([kind, (tally[kind] ?? 0) > 10]).toEqual([kind, true]);
    world.clock.set(NOW);
    const sound = async () => {
      expect(await differences()).toEqual([]);
      for (const name of weeks) {
        const { figures, lists } = await figuresAndLists(wonjae, name);
        expect(figures).toEqual(lists);
        const { rows } = await operator.query(
          `select category, count(*)::int as n from hotline.voc_item where state = 'COUNTED' and to_char(week, 'IYYY"-W"IW') = $1
             and to_char((occurred_at at time zone 'Asia/Seoul'), 'IYYY"-W"IW') = $1 group by 1`,
          [name],
        );
        const counted = Object.fromEntries(rows.map(({ category, n }) => [category, n]));
        const shown = (await week(name)).categories.map(
          ({ category, count }: { category: string; count: number }) => [category, count],
        );
        expect(shown).toEqual(CATEGORIES.map((category) => [category, counted[category] ?? 0]));
      }
    };
    await sound();
    await schedule('foldWeeklyFigures');
    await sound();
    const [missing] = await world.rows<{ n: number }>(sql`
      select count(*) as n from hotline.thread where opened_side = 'CONTACT'
        and (select count(*) from hotline.voc_item where thread_id = thread.id) <> 1`);
    expect(missing?.n).toBe(0);
  }, 240_000);
});

/** A small random generator, the same numbers for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
