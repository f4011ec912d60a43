// Companies that are not heard of any more: on the list on the day, off it with a word; and in the week's report.
import { sql } from '../../src/platform/database/index.js';
import { type Company, type Person, World } from '../world/world.js';
import { courseWith, ended, heldWith, missionOf, show } from './practised.js';

const DAY = 24 * 3_600_000;
const STEPS = [{ title: '첫 글 쓰기', shownBy: 'TEXT', dueDays: 3, teamMode: 'EACH' }];
/** The training ends on this Wednesday; four weeks later is 16 December. */
const TRAINED = '2026-11-18T14:00:00+09:00';
const DUE = '2026-12-16T00:00:00+09:00';
const DAY_BEFORE = '2026-12-15T23:59:59+09:00';

let world: World;
let agent: Person;
let lead: Person;
let course: string;
let silent: Company;
let minji: Person;

beforeEach(async () => {
  world = await World.open({ SESSION_DAYS: '365' });
  agent = await world.staff('AGENT', '김상담');
  lead = await world.staff('LEAD', '한팀장');
  course = await courseWith(agent, '협업 도구 첫걸음', STEPS);
  world.clock.set(TRAINED);
  silent = await world.company('조용한 회사');
  minji = await world.contact(silent, '박민지');
  await ended(world, agent, await heldWith(world, agent, course, [[minji, silent]]));
});
afterEach(() => world.close());

const FIELDS = `weeks since lastWordAt trainedAt company { name } responsible { name }
  lastTraining { courseVersion { texts { title } } }`;
const quiet = async (args = '', person = agent): Promise<any[]> =>
  (
    await person.get(`{ quietCompanies(first: 50 ${args}) { edges { node { ${FIELDS} } } } }`)
  ).quietCompanies.edges.map(({ node }: { node: object }) => node);
const names = async (args = '', person = agent): Promise<string[]> =>
  (await quiet(args, person)).map(({ company }) => company.name);

it('a silent company is on the list on the day on which four weeks are full, and not the day before', async () => {
  world.clock.set(DAY_BEFORE);
  expect(await names()).toEqual([]);
  world.clock.set(DUE);
  expect(await quiet()).toEqual([
    {
      weeks: 4,
      since: '2026-11-18T06:00:00.000Z',
      lastWordAt: null,
      trainedAt: '2026-11-18T06:00:00.000Z',
      company: { name: '조용한 회사' },
      responsible: { name: '김상담' },
      lastTraining: { courseVersion: { texts: [{ title: '협업 도구 첫걸음' }] } },
    },
  ]);
});

it('with a message it is gone, and comes back four weeks after it', async () => {
  world.clock.set(DUE);
  await minji.do('openThread', { spaceId: silent.spaceId, body: '질문이 있어요' }, 'thread { id }');
  expect(await names()).toEqual([]);
  world.clock.pass(28 * DAY - 1000);
  expect(await names()).toEqual([]);
  world.clock.pass(1000);
  expect(await quiet()).toMatchObject([{ lastWordAt: '2026-12-15T15:00:00.000Z', weeks: 4 }]);
});

it('what is shown for a mission is a word as well; a message of ours is none', async () => {
  const { thread } = await agent.do(
    'openThread',
    { spaceId: silent.spaceId, body: '잘 쓰고 계신가요?' },
    'thread { id }',
  );
  world.clock.set(DUE);
  await agent.do('postMessage', { threadId: thread.id, body: '한 번 더 여쭤요' }, 'message { id }');
  expect(await names()).toEqual(['조용한 회사']);
  await show(minji, (await missionOf(minji, '첫 글 쓰기')).id, { words: '썼어요' });
  expect(await names()).toEqual([]);
});

it('without a training silence counts from the opening of the space; one word of a colleague is enough for all', async () => {
  const later = await world.company('교육 전 회사');
  const contact = await world.contact(later, '최소라');
  world.clock.set(DAY_BEFORE);
  expect(await names('weeks: 3')).toEqual(['교육 전 회사', '조용한 회사'].sort().reverse());
  world.clock.set(DUE);
  expect(await names('trained: true')).toEqual(['조용한 회사']);
  expect(await names('trained: false')).toEqual(['교육 전 회사']);
  expect((await quiet('trained: false'))[0]).toMatchObject({
    lastTraining: null,
    trainedAt: null,
    responsible: null,
    since: '2026-11-18T06:00:00.000Z',
  });
  await contact.do('openThread', { spaceId: later.spaceId, body: '안녕하세요' }, 'thread { id }');
  expect(await names('trained: false')).toEqual([]);
});

it('a newer training begins anew, one to which nobody came does not', async () => {
  world.clock.set('2026-12-09T14:00:00+09:00');
  const absent = await heldWith(world, agent, course, [], [[minji, silent]]);
  await ended(world, agent, absent);
  world.clock.set(DUE);
  expect(await names()).toEqual(['조용한 회사']);
  await ended(world, agent, await heldWith(world, agent, course, [[minji, silent]]));
  expect(await names()).toEqual([]);
});

it('whoever has the thread that was talked in last looks after it', async () => {
  const { thread } = await minji.do('openThread', { spaceId: silent.spaceId, body: '질문' }, 'thread { id }');
  await lead.do('assignThread', { threadId: thread.id, assigneeId: lead.id }, 'thread { id }');
  world.clock.pass(28 * DAY);
  expect((await quiet())[0].responsible).toEqual({ name: '한팀장' });
  await world.rows(
    sql`update hotline.person set deactivated_at = ${world.clock.now()} where id = ${lead.uuid} returning id`,
  );
  expect((await quiet())[0].responsible).toEqual({ name: '김상담' });
});

it('pages, the longest first, each company once; a cursor works for its own list only', async () => {
  for (const [n, name] of ['하나', '둘', '셋', '넷'].entries()) {
    world.clock.set(new Date(Date.parse(TRAINED) + (n + 1) * 3_600_000).toISOString());
    await world.company(name);
  }
  world.clock.set('2027-01-20T12:00:00+09:00');
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { quietCompanies }: any = await agent.get(
      `query($after: String) { quietCompanies(first: 2, after: $after) {
        totalCount weeks edges { node { company { name } } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    expect(quietCompanies).toMatchObject({ totalCount: 5, weeks: 4 });
    seen.push(...quietCompanies.edges.map(({ node }: any) => node.company.name));
    after = quietCompanies.pageInfo.hasNextPage ? quietCompanies.pageInfo.endCursor : null;
    if (seen.length === 2) {
      const other = await agent.ask(
        'query($after: String) { quietCompanies(weeks: 5, first: 2, after: $after) { weeks } }',
        { after },
      );
      expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'after' });
    }
  } while (after);
  expect([...seen].sort()).toEqual(['넷', '둘', '셋', '조용한 회사', '하나'].sort());
  expect(seen.slice(-4)).toEqual(['하나', '둘', '셋', '넷']);
});

it('is read by all staff and by no contact, be they owner of a quiet company or not', async () => {
  world.clock.set(DUE);
  const planner = await world.staff('PLANNER', '최기획');
  expect(await names('', planner)).toEqual(['조용한 회사']);
  const stranger = await world.contact(await world.company('다른 회사'), '최소라');
  for (const contact of [minji, stranger]) {
    const answer = await contact.ask('{ quietCompanies { totalCount edges { node { weeks } } } }');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'DENIED', reason: 'STAFF_ONLY' });
    expect(answer.text).not.toContain('조용한');
  }
});

it('another number of weeks is the installation’s setting', async () => {
  const other = await world.beside({ QUIET_WEEKS: '2' });
  try {
    const there = await other.signedIn(agent.uuid, agent.email, null);
    other.clock.set('2026-12-01T23:59:59+09:00');
    expect(await names('', there)).toEqual([]);
    other.clock.set('2026-12-02T00:00:00+09:00');
    expect(await names('', there)).toEqual(['조용한 회사']);
  } finally {
    await other.close();
  }
});

describe('the weekly report', () => {
  const report = async (week: string): Promise<any> =>
    (
      await lead.get(
        `query($week: String) { weeklyReport(week: $week) { id version canonical
          sections { name titleKo titleEn lines { textKo textEn link } } } }`,
        { week },
      )
    ).weeklyReport;
  const section = async (week: string) =>
    (await report(week)).sections.find(({ name }: { name: string }) => name === 'quiet') ?? null;

  it('names who was quiet on its Sunday, freezes it when it is published, and mails it', async () => {
    // Four weeks are full on a Wednesday: of that week the report speaks, of the week before it does not.
    world.clock.set('2026-12-21T09:00:00+09:00');
    for (const week of ['2026-W50', '2026-W51']) await lead.do('draftReport', { week }, 'report { id }');
    expect(await section('2026-W50')).toBeNull();
    const line = {
      textKo: '조용한 회사 – 4주째 조용해요 · 마지막 교육 2026-11-18 · 아직 말이 없어요 · 담당 김상담',
      textEn:
        '조용한 회사 – quiet for 4 weeks · last trained 2026-11-18 · never heard · looked after by 김상담',
      link: `/companies/${silent.handle}`,
    };
    const wanted = { name: 'quiet', titleKo: '조용한 고객사', titleEn: 'Quiet companies', lines: [line] };
    expect(await section('2026-W51')).toEqual(wanted);
    // What is heard on the Monday after is no word of that week.
    await minji.do('openThread', { spaceId: silent.spaceId, body: '다시 왔어요' }, 'thread { id }');
    expect(await names()).toEqual([]);
    const { id, version } = await report('2026-W51');
    await lead.do('publishReport', { reportId: id, version }, 'report { id }');
    await world.jobs();
    expect(world.mails.to(lead.email).text).toContain(line.textKo);
    await world.rows(sql`update hotline.company set name = '새 이름' where id = ${silent.uuid} returning id`);
    expect(await section('2026-W51')).toEqual(wanted);
    expect((await report('2026-W51')).canonical).toContain(line.textEn);
  });

  it('names twenty, the longest first, and says how many more there are', async () => {
    for (let n = 0; n < 22; n++) await world.company(`회사 ${n}`);
    world.clock.set('2026-12-21T09:00:00+09:00');
    await lead.do('draftReport', { week: '2026-W51' }, 'report { id }');
    const { lines } = await section('2026-W51');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toEqual({ textKo: '그 밖에 3곳', textEn: '3 more', link: '/training/quiet' });
  });
});
