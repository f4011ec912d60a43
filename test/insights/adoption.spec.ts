// Before and after a training: what SQL counts against a plain recount, over a fixture that chance has made.
import { Database, newId, sql } from '../../src/platform/database/index.js';
import { system } from '../../src/platform/actor.js';
import { startOfDay } from '../../src/platform/local-time.js';
import { addWeeks, weekName, weekOf } from '../../src/platform/week.js';
import { type Company, type Person, World } from '../world/world.js';
import { uuidOf } from '../attacks/stage.js';
import { courseWith, ended, heldWith, missionOf, review, show } from '../training/practised.js';

const ZONE = 'Asia/Seoul';
const CATEGORIES = ['USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT'] as const;
const HOUR = 3_600_000;
/** A Wednesday in the first of the four weeks before the training. */
const OPENED = new Date('2026-09-16T10:00:00+09:00');
const STEPS = [
  { title: '첫 글 쓰기', shownBy: 'TEXT', dueDays: 3, teamMode: 'EACH' },
  { title: '팀 규칙', shownBy: 'TICK', dueDays: 3, teamMode: 'ANY' },
];

let world: World;
let agent: Person;
let first: string;
let second: string;
let companies: Company[];
let people: Person[];

/** The same chances every time. */
let state = 20261118;
function chance(below: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

/** A thread as the tables have it, without the commands: what matters here is when, whose and of which category. */
async function said(company: Company, person: Person, at: Date, category: string, more: Partial<Said> = {}) {
  const thread = newId();
  await world.app.get(Database).transact(system, async (tx) => {
    await tx.sql(sql`insert into hotline.thread (id, space_id, opened_by, opened_side, first_line, state, channel,
        created_at, last_message_at, last_seq)
      values (${thread}, ${company.spaceUuid}, ${person.uuid}, 'CONTACT', '말', 'OPEN', 'HOTLINE', ${at}, ${at}, 2)`);
    for (const [index, side] of ['CONTACT', 'STAFF'].entries())
      await tx.sql(sql`insert into hotline.message (id, thread_id, space_id, seq, author_id, side, body, created_at, deleted_at)
        values (${newId()}, ${thread}, ${company.spaceUuid}, ${index + 1}, ${person.uuid}, ${side}, '말', ${at},
          ${more.deleted ? at : null})`);
    const withdrawn = more.withdrawn ? 'TEST' : null;
    await tx.sql(sql`insert into hotline.voc_item (id, source, thread_id, company_id, channel, language, quote, category, state,
        withdrawn_reason, proposed_category, confidence, model_version, occurred_at, week, created_at)
      values (${newId()}, ${`${more.origin ?? 'thread'}:${thread}`}, ${thread}, ${company.uuid}, 'HOTLINE', 'ko', '말',
        ${category}, ${withdrawn ? 'WITHDRAWN' : 'COUNTED'}, ${withdrawn}, ${category}, 1, 1, ${at},
        ${weekOf(ZONE, at)}::date, ${at})`);
  });
}
type Said = { withdrawn: boolean; origin: string; deleted: boolean };

/** The session stood in other weeks. */
const heldIn = (sessionId: string, startsAt: Date, endsAt: Date) =>
  world.rows(sql`update hotline.training_session set starts_at = ${startsAt}, ends_at = ${endsAt}
    where id = ${uuidOf(sessionId)} returning id`);

beforeAll(async () => {
  world = await World.open({ SESSION_DAYS: '365' });
  agent = await world.staff('AGENT', '김상담');
  first = await courseWith(agent, '첫걸음', STEPS);
  second = await courseWith(agent, '심화', STEPS);
  companies = [await world.company('한빛'), await world.company('두리'), await world.company('새싹')];
  people = [];
  for (const company of companies) people.push(await world.contact(company, `담당 ${company.handle}`));
  // Two were here long before, the third opened its space in the middle of a week.
  const long = new Date('2026-06-01T10:00:00+09:00');
  for (const [index, at] of [long, long, OPENED].entries())
    await world.rows(
      sql`update hotline.space set opened_at = ${at} where id = ${companies[index]?.spaceUuid} returning id`,
    );
  const all = companies.map((company, index): [Person, Company] => [people[index] as Person, company]);
  const held: [string, string, string, [Person, Company][]][] = [
    [first, '2026-10-14T14:00:00+09:00', '2026-10-14T16:00:00+09:00', all],
    // From a Friday to the Tuesday after: two weeks are its own.
    [second, '2026-09-25T14:00:00+09:00', '2026-09-29T16:00:00+09:00', all.slice(0, 1)],
    // Its four weeks after are not over.
    [first, '2026-11-11T14:00:00+09:00', '2026-11-11T16:00:00+09:00', all.slice(1, 2)],
  ];
  for (const [course, startsAt, endsAt, there] of held) {
    const id = await heldWith(world, agent, course, there);
    await ended(world, agent, id);
    await heldIn(id, new Date(startsAt), new Date(endsAt));
  }
  const minji = people[0] as Person;
  await review(agent, await show(minji, (await missionOf(minji, '첫 글 쓰기')).id, { words: '글' }), 'PASS');
  // Half-hours around each Monday's midnight are among the moments, because there a count goes wrong first.
  for (let n = 0; n < 600; n++) {
    const which = chance(companies.length);
    const week = addWeeks('2026-08-10', chance(16));
    const offset = chance(4) === 0 ? (chance(2) ? 0 : -1) : chance(7 * 24 * HOUR);
    const at = new Date(startOfDay(ZONE, week).getTime() + offset);
    // The third has said nothing before its space was open.
    if (which === 2 && at < OPENED) continue;
    await said(companies[which] as Company, people[which] as Person, at, CATEGORIES[chance(5)] as string, {
      withdrawn: chance(8) === 0,
      origin: chance(6) === 0 ? 'message' : 'thread',
      deleted: chance(9) === 0,
    });
  }
}, 300_000);
afterAll(() => world.close());

const FIGURES = 'threads { category count } threadCount messages';
const NODE = `company { id name } trainingSession { id } stepsGiven stepsPassed completeAt otherTrainings
  before { fromWeek toWeek complete figures { ${FIGURES} } } after { fromWeek toWeek complete figures { ${FIGURES} } }`;
const SUMS = `trainings compared stepsGiven stepsPassed before { ${FIGURES} } after { ${FIGURES} }`;
const adoption = async (args = '', person = agent): Promise<any> =>
  (
    await person.get(
      `{ trainingAdoption(first: 50 ${args}) { weeks sums { ${SUMS} } edges { node { ${NODE} } } } }`,
    )
  ).trainingAdoption;

type Row = Record<string, any>;

/** Everything again, out of whole tables and without any SQL that counts. */
async function recount(weeks: number, now: Date): Promise<any[]> {
  const table = (name: string) =>
    world.rows<Row>({ text: `select * from hotline.${name}`, values: [] } as never);
  const [sessions, there, threads, messages, items, spaces, projects, steps, members] = await Promise.all(
    [
      'training_session',
      'training_participant',
      'thread',
      'message',
      'voc_item',
      'space',
      'training_project',
      'mission_step',
      'training_project_member',
    ].map(table),
  );
  const rows: any[] = [];
  for (const session of sessions ?? []) {
    if (session.state !== 'CLOSED') continue;
    const own = (there ?? []).filter(
      (each) => each.session_id === session.id && each.attended_at && !each.removed_at,
    );
    for (const company of new Set(own.map((each) => each.company_id))) {
      const space = (spaces ?? []).find((each) => each.company_id === company);
      const side = (from: string, to: string) => {
        const [begin, end] = [startOfDay(ZONE, from), startOfDay(ZONE, addWeeks(to, 1))];
        const heard = (items ?? []).filter(
          (item) =>
            item.company_id === company &&
            item.state === 'COUNTED' &&
            item.source.startsWith('thread:') &&
            item.week >= from &&
            item.week <= to,
        );
        const counts = CATEGORIES.map((category) => ({
          category,
          count: heard.filter((item) => item.category === category).length,
        }));
        return {
          begin,
          end,
          fromWeek: weekName(from),
          toWeek: weekName(to),
          figures: {
            threads: counts,
            threadCount: heard.length,
            messages: (messages ?? []).filter(
              (each) =>
                each.space_id === space?.id &&
                each.side === 'CONTACT' &&
                each.created_at >= begin &&
                each.created_at < end,
            ).length,
          },
        };
      };
      const [w0, w1] = [weekOf(ZONE, session.starts_at), weekOf(ZONE, session.ends_at)];
      const [before, after] = [
        side(addWeeks(w0, -weeks), addWeeks(w0, -1)),
        side(addWeeks(w1, 1), addWeeks(w1, weeks)),
      ];
      const opened = Math.min(
        space?.opened_at.getTime() ?? Infinity,
        ...(threads ?? [])
          .filter((each) => each.space_id === space?.id)
          .map((each) => each.created_at.getTime()),
      );
      const given = (steps ?? []).filter((step) => {
        const project = (projects ?? []).find((each) => each.id === step.project_id);
        const member = (members ?? []).find((each) => each.id === step.member_id);
        return project?.session_id === session.id && project?.company_id === company && !member?.left_at;
      });
      const window = (
        { begin: _, end: __, figures, ...rest }: ReturnType<typeof side>,
        complete: boolean,
      ) => ({
        ...rest,
        complete,
        figures: complete ? figures : null,
      });
      rows.push({
        starts: session.starts_at,
        company,
        session: session.id,
        stepsGiven: given.length,
        stepsPassed: given.filter((step) => step.state === 'PASSED').length,
        before: window(before, opened <= before.begin.getTime()),
        after: window(after, after.end <= now),
        completeAt: after.end.toISOString(),
      });
    }
  }
  return rows;
}

const sumOf = (rows: any[], side: 'before' | 'after') => ({
  threads: CATEGORIES.map((category) => ({
    category,
    count: rows.reduce(
      (sum, row) => sum + row[side].figures.threads.find((each: any) => each.category === category).count,
      0,
    ),
  })),
  threadCount: rows.reduce((sum, row) => sum + row[side].figures.threadCount, 0),
  messages: rows.reduce((sum, row) => sum + row[side].figures.messages, 0),
});

it.each([1, 2, 4, 6, 9])('over %d weeks SQL counts what a plain recount counts', async (weeks) => {
  const [seen, counted] = [await adoption(`weeks: ${weeks}`), await recount(weeks, world.clock.now())];
  expect(seen.weeks).toBe(weeks);
  const plain = seen.edges.map(({ node }: any) => {
    const { company, trainingSession, otherTrainings: _, ...rest } = node;
    return { ...rest, company: uuidOf(company.id), session: uuidOf(trainingSession.id) };
  });
  const byKey = (one: any, other: any) =>
    `${one.session}${one.company}`.localeCompare(`${other.session}${other.company}`);
  expect(plain.sort(byKey)).toEqual(counted.map(({ starts: _, ...rest }) => rest).sort(byKey));
  const both = counted.filter(({ before, after }) => before.complete && after.complete);
  expect(seen.sums).toEqual({
    trainings: counted.length,
    compared: both.length,
    stepsGiven: both.reduce((sum, row) => sum + row.stepsGiven, 0),
    stepsPassed: both.reduce((sum, row) => sum + row.stepsPassed, 0),
    before: sumOf(both, 'before'),
    after: sumOf(both, 'after'),
  });
});

it('the fixture has every case: complete on both sides, only before, only after', async () => {
  const { edges } = await adoption();
  const cases = edges.map(({ node }: any) => [node.before.complete, node.after.complete].join());
  expect(new Set(cases)).toEqual(new Set(['true,true', 'true,false', 'false,true']));
  for (const { node } of edges)
    for (const side of [node.before, node.after]) expect(side.figures === null).toBe(!side.complete);
  expect(edges.map(({ node }: any) => node.otherTrainings)).toEqual(expect.arrayContaining([0, 1]));
});

it('a window is complete with the Monday after its last week, not a moment before', async () => {
  const now = world.clock.now();
  const latest = async () => (await adoption()).edges[0].node.after;
  world.clock.set('2026-12-13T23:59:59.999+09:00');
  expect(await latest()).toMatchObject({ toWeek: '2026-W50', complete: false, figures: null });
  world.clock.set('2026-12-14T00:00:00+09:00');
  expect(await latest()).toMatchObject({ toWeek: '2026-W50', complete: true });
  world.clock.set(now.toISOString());
});

it('each number is the length of the list that it opens', async () => {
  const { edges } = await adoption();
  let opened = 0;
  for (const { node } of edges)
    for (const { fromWeek, toWeek, figures } of [node.before, node.after])
      for (const { category, count } of figures?.threads ?? []) {
        const { vocItems } = await agent.get(
          `query($company: ID, $week: String, $toWeek: String, $category: Category) { vocItems(first: 1, companyId: $company,
            week: $week, toWeek: $toWeek, category: $category, origin: THREAD, state: COUNTED) { totalCount } }`,
          { company: node.company.id, week: fromWeek, toWeek, category },
        );
        expect(vocItems.totalCount).toBe(count);
        opened += count;
      }
  expect(opened).toBeGreaterThan(20);
});

it('is narrowed by course and company, and pages without losing or doubling a training', async () => {
  const [hanbit] = companies as [Company];
  const names = async (args: string) =>
    (await adoption(args)).edges.map(({ node }: any) => node.company.name);
  expect(await names(`courseId: "${second}"`)).toEqual(['한빛']);
  expect(await names(`companyId: "${hanbit.id}"`)).toEqual(['한빛', '한빛']);
  expect((await adoption(`courseId: "${second}"`)).sums.trainings).toBe(1);
  const whole = (await adoption()).edges.map(({ node }: any) => [node.trainingSession.id, node.company.id]);
  const paged: unknown[] = [];
  let after: string | null = null;
  do {
    const { trainingAdoption }: any = await agent.get(
      `query($after: String) { trainingAdoption(first: 2, after: $after) {
        edges { node { company { id } trainingSession { id } } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    paged.push(...trainingAdoption.edges.map(({ node }: any) => [node.trainingSession.id, node.company.id]));
    after = trainingAdoption.pageInfo.hasNextPage ? trainingAdoption.pageInfo.endCursor : null;
  } while (after);
  expect(paged).toEqual(whole);
});

it('is read by all staff and by no contact, not even of their own company', async () => {
  const planner = await world.staff('PLANNER');
  expect((await adoption('', planner)).sums.trainings).toBeGreaterThan(0);
  const [minji] = people as [Person];
  const asked = [
    '{ trainingAdoption { weeks edges { node { stepsGiven } } } }',
    `{ trainingAdoption(companyId: "${companies[0]?.id}") { sums { compared } } }`,
  ];
  for (const query of asked)
    expect((await minji.ask(query)).errors?.[0]?.extensions).toMatchObject({
      code: 'DENIED',
      reason: 'STAFF_ONLY',
    });
});

it('a category that is corrected later changes what is counted', async () => {
  const [hanbit] = companies as [Company];
  const node = async () => (await adoption(`companyId: "${hanbit.id}" courseId: "${first}"`)).edges[0].node;
  const usage = ({ after }: any) =>
    after.figures.threads.find((each: any) => each.category === 'USAGE').count;
  const then = await node();
  const { vocItems } = await agent.get(
    `query($id: ID, $week: String, $toWeek: String) { vocItems(first: 1, companyId: $id, week: $week, toWeek: $toWeek,
      category: DEFECT, origin: THREAD, state: COUNTED) { edges { node { id version } } } }`,
    { id: hanbit.id, week: then.after.fromWeek, toWeek: then.after.toWeek },
  );
  const { id: itemId, version } = vocItems.edges[0].node;
  await agent.do('correctVocItem', { itemId, version, category: 'USAGE' }, 'item { id }');
  expect(usage(await node())).toBe(usage(then) + 1);
});
