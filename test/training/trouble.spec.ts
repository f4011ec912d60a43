// Stuck on a step: a thread in the company's space that knows what it is about, counted at the step, and no other company's.
import type { ContactActor } from '../../src/platform/actor.js';
import { Database, type Sql, sql } from '../../src/platform/database/index.js';
import { uuidOf } from '../attacks/stage.js';
import { type Company, type Person, World } from '../world/world.js';
import { courseWith, ended, heldWith, missionOf, review, show } from './practised.js';

const STEPS = [
  { title: '첫 글 쓰기', shownBy: 'TEXT', dueDays: 1, teamMode: 'EACH' },
  { title: '팀 규칙 정하기', shownBy: 'TICK', dueDays: 3, teamMode: 'ANY' },
  { title: '알림 켜기', shownBy: 'TICK', dueDays: 3, teamMode: 'EACH' },
];
const ABOUT = `missionTrouble { courseTexts { title } missionTexts { title } texts { title }
  missionStep { id state person { name } } progress { steps passed } }`;

let world: World;
let agent: Person;
let planner: Person;
let hanbit: Company;
let duri: Company;
let owner: Person;
let minji: Person;
let joon: Person;
let reader: Person;
let sora: Person;
let course: string;

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '김상담');
  planner = await world.staff('PLANNER', '최기획');
});
afterAll(() => world.close());

beforeEach(async () => {
  world.clock.set('2026-11-18T14:00:00+09:00');
  course = await courseWith(agent, '협업 도구 첫걸음', STEPS);
  hanbit = await world.company();
  duri = await world.company();
  owner = await world.contact(hanbit, '한사장');
  minji = await world.contact(hanbit, '박민지');
  joon = await world.contact(hanbit, '이준');
  reader = await world.contact(hanbit, '독자', 'READER');
  sora = await world.contact(duri, '최소라');
  await ended(
    world,
    agent,
    await heldWith(world, agent, course, [
      [minji, hanbit],
      [joon, hanbit],
      [reader, hanbit],
      [sora, duri],
    ]),
  );
});

async function stuckOn(person: Person, title: string, more: object = {}): Promise<string> {
  const { id } = await missionOf(person, title);
  const { thread } = await person.do(
    'openTrouble',
    { missionStepId: id, title: `${title}에서 막혔어요`, body: '버튼이 안 보여요', ...more },
    'thread { id }',
  );
  return thread.id;
}
const about = async (person: Person, id: string): Promise<any> =>
  (await person.get(`query($id: ID!) { thread(id: $id) { ${ABOUT} } }`, { id })).thread.missionTrouble;
const troublesOf = async (person: Person, title: string): Promise<string[]> =>
  (await person.get('{ myMissions { texts { title } troubles { id } } }')).myMissions
    .find(({ texts }: any) => texts[0].title === title)
    .troubles.map(({ id }: { id: string }) => id);
const stuckSteps = async (person: Person): Promise<any[]> =>
  (await person.get('{ stuckSteps { id texts { title } people share troubles troubledCompanies } }'))
    .stuckSteps;

describe('opening a thread from a step', () => {
  it('is a thread of the space in their own words, open, and counts as VOC', async () => {
    const id = await stuckOn(minji, '첫 글 쓰기');
    await world.jobs();
    const { thread } = await agent.get(
      `query($id: ID!) { thread(id: $id) { title state channel openedBy { name } space { id } vocItem { id } timeline(first: 5) {
         edges { node { ... on Message { body } } } } } }`,
      { id },
    );
    expect(thread).toMatchObject({
      title: '첫 글 쓰기에서 막혔어요',
      state: 'OPEN',
      channel: 'HOTLINE',
      openedBy: { name: '박민지' },
      space: { id: hanbit.spaceId },
      vocItem: { id: expect.any(String) },
    });
    expect(thread.timeline.edges[0].node.body).toBe('버튼이 안 보여요');
    // Another thread is about nothing of the kind.
    const other = await minji.do('openThread', { spaceId: hanbit.spaceId, body: '다른 말' }, 'thread { id }');
    expect(await about(agent, other.thread.id)).toBeNull();
  });

  it('staff read course, mission, step and how far the person is; what they review is one link away', async () => {
    await review(agent, await show(minji, (await missionOf(minji, '알림 켜기')).id), 'PASS');
    const id = await stuckOn(minji, '첫 글 쓰기');
    const step = await missionOf(minji, '첫 글 쓰기');
    for (const person of [agent, planner])
      expect(await about(person, id)).toEqual({
        courseTexts: [{ title: '협업 도구 첫걸음' }],
        missionTexts: [{ title: '협업 도구 첫걸음 미션' }],
        texts: [{ title: '첫 글 쓰기' }],
        missionStep: { id: step.id, state: 'OPEN', person: { name: '박민지' } },
        progress: { steps: 2, passed: 1 },
      });
  });

  it('sent twice with one key opens one thread; with another step the key is refused', async () => {
    const key = { idempotencyKey: 'one and the same' };
    const [first, second] = await Promise.all([
      stuckOn(minji, '첫 글 쓰기', key),
      stuckOn(minji, '첫 글 쓰기', key),
    ]);
    expect(first).toBe(second);
    expect(await troublesOf(minji, '첫 글 쓰기')).toEqual([first]);
    const { id: missionStepId } = await missionOf(minji, '알림 켜기');
    const refused = await minji.refused(
      'openTrouble',
      { missionStepId, title: '첫 글 쓰기에서 막혔어요', body: '버튼이 안 보여요', ...key },
      'thread { id }',
    );
    expect(refused).toMatchObject({ code: 'CONFLICT', reason: 'KEY_REUSED' });
  });

  it('takes a file with it, and words must be there', async () => {
    const { id: missionStepId } = await missionOf(minji, '첫 글 쓰기');
    const empty = await minji.refused('openTrouble', { missionStepId, body: '' }, 'thread { id }');
    expect(empty.code).toBe('INVALID');
    const file = await minji.upload(hanbit.spaceId, '화면.log', Buffer.from('빨간 글씨'));
    const { thread } = await minji.do(
      'openTrouble',
      { missionStepId, body: '', attachmentIds: [file.id] },
      'thread { heading }',
    );
    expect(thread.heading).toBe('화면.log');
  });

  it('of a step of the team whoever does it may ask', async () => {
    const id = await stuckOn(joon, '팀 규칙 정하기');
    expect(await troublesOf(minji, '팀 규칙 정하기')).toEqual([id]);
    expect((await about(minji, id)).missionStep.person).toBeNull();
  });
});

describe('who reads what', () => {
  it('a colleague sees the thread at their own step, and not what the other has to do', async () => {
    const id = await stuckOn(minji, '첫 글 쓰기');
    expect(await troublesOf(joon, '첫 글 쓰기')).toEqual([id]);
    expect(await troublesOf(joon, '알림 켜기')).toEqual([]);
    expect(await about(joon, id)).toMatchObject({
      texts: [{ title: '첫 글 쓰기' }],
      missionStep: null,
      progress: null,
    });
    expect((await about(owner, id)).progress).toEqual({ steps: 2, passed: 0 });
    expect((await about(minji, id)).progress).toEqual({ steps: 2, passed: 0 });
  });

  it('another company neither sees it nor counts it', async () => {
    const id = await stuckOn(minji, '첫 글 쓰기');
    expect(await troublesOf(sora, '첫 글 쓰기')).toEqual([]);
    const { data, text } = await sora.ask(
      `query($id: ID!) { node(id: $id) { id } thread(id: $id) { ${ABOUT} } }`,
      {
        id,
      },
    );
    expect(data?.thread ?? null).toBeNull();
    expect(text).not.toContain('첫 글 쓰기');
    for (const query of ['{ stuckSteps { troubles } }', '{ missionTroubles(first: 5) { edges { cursor } } }'])
      expect((await sora.ask(query)).errors?.[0]?.extensions.code).toBe('DENIED');
  });

  it('nobody hangs a thread on a step that is not theirs', async () => {
    const theirs = (await missionOf(joon, '첫 글 쓰기')).id;
    const refuse = (person: Person, missionStepId: string) =>
      person.refused('openTrouble', { missionStepId, body: '도와주세요' }, 'thread { id }');
    expect((await refuse(minji, theirs)).code).toBe('NOT_FOUND');
    expect((await refuse(owner, theirs)).reason).toBe('NOT_YOURS');
    expect((await refuse(sora, theirs)).code).toBe('NOT_FOUND');
    expect((await refuse(agent, theirs)).code).toBe('DENIED');
    // Whoever only reads in the space writes nothing from a step either.
    expect((await refuse(reader, (await missionOf(reader, '첫 글 쓰기')).id)).reason).toBe('READ_ONLY');
    expect(
      await world.rows(sql`select 1 from hotline.thread thread
      join hotline.space space on space.id = thread.space_id where space.company_id = ${uuidOf(hanbit.id)}`),
    ).toEqual([]);
  });

  it('the ability says the same as the command', async () => {
    const asks = async (person: Person) =>
      (await person.get('{ myMissions { texts { title } abilities { ask } } }')).myMissions.map(
        ({ abilities }: any) => abilities.ask,
      );
    expect(await asks(minji)).toEqual([true, true, true]);
    expect(await asks(reader)).toEqual([false, false, false]);
    const { id } = await missionOf(minji, '알림 켜기');
    await review(agent, await show(minji, id), 'PASS');
    expect((await asks(minji)).filter((each: boolean) => !each)).toHaveLength(1);
    const late = await minji.refused('openTrouble', { missionStepId: id, body: '또요' }, 'thread { id }');
    expect(late).toMatchObject({ code: 'CONFLICT', reason: 'PASSED' });
  });

  it('the database itself refuses a row about a step that is not theirs', async () => {
    const thread = uuidOf(
      (await minji.do('openThread', { spaceId: hanbit.spaceId, body: '글' }, 'thread { id }')).thread.id,
    );
    const actor: ContactActor = {
      kind: 'contact',
      personId: minji.uuid,
      companyId: hanbit.uuid,
      spaceId: hanbit.spaceUuid,
      memberRole: 'MEMBER',
      sessionId: minji.uuid,
      sessionEnds: world.clock.now(),
    };
    const asMinji = (query: Sql) => world.app.get(Database).transact(actor, (tx) => tx.sql(query));
    const insert = async (title: string, whose: Person) =>
      asMinji(sql`insert into hotline.mission_trouble (thread_id, mission_step_id)
        values (${thread}, ${uuidOf((await missionOf(whose, title)).id)})`);
    await expect(insert('첫 글 쓰기', joon)).rejects.toMatchObject({ code: '42501' });
    await expect(insert('첫 글 쓰기', sora)).rejects.toMatchObject({ code: '42501' });
    await expect(insert('첫 글 쓰기', minji)).resolves.toEqual([]);
  });
});

describe('where people get stuck', () => {
  it('counts threads and companies at the step, and opens the list of them', async () => {
    const first = await stuckOn(minji, '알림 켜기');
    world.clock.pass(1_000);
    const second = await stuckOn(joon, '알림 켜기');
    world.clock.pass(1_000);
    const third = await stuckOn(sora, '알림 켜기');
    world.clock.pass(1_000);
    const elsewhere = await stuckOn(sora, '첫 글 쓰기');
    const own = (rows: any[]) =>
      rows.find(({ texts, troubles }) => texts[0].title === '알림 켜기' && troubles === 3);
    for (const person of [agent, planner]) {
      const row = own(await stuckSteps(person));
      expect(row).toMatchObject({ people: 4, share: 0, troubles: 3, troubledCompanies: 2 });
      const list = async (args: string): Promise<string[]> =>
        (
          await person.get(`{ missionTroubles(${args}) { edges { node { thread { id } } } } }`)
        ).missionTroubles.edges.map(({ node }: any) => node.thread.id);
      expect(await list(`first: 10, stepId: "${row.id}"`)).toEqual([third, second, first]);
      expect((await list('first: 4')).slice(0, 4)).toEqual([elsewhere, third, second, first]);
    }
    const narrowed = await agent.get(
      'query($id: ID) { stuckSteps(companyId: $id) { texts { title } troubles troubledCompanies } }',
      { id: duri.id },
    );
    expect(narrowed.stuckSteps.find(({ texts }: any) => texts[0].title === '알림 켜기')).toMatchObject({
      troubles: 1,
      troubledCompanies: 1,
    });
  });

  it('the list goes on where its page ended', async () => {
    const ids: string[] = [];
    for (const person of [minji, joon, sora]) {
      ids.unshift(await stuckOn(person, '첫 글 쓰기'));
      world.clock.pass(1_000);
    }
    const [{ id: stepId }] = (
      await agent.get('query($id: ID) { stuckSteps(courseId: $id) { id } }', { id: course })
    ).stuckSteps;
    const page = async (after: string | null) =>
      (
        await agent.get(
          `query($stepId: ID, $after: String) { missionTroubles(stepId: $stepId, first: 2, after: $after) {
             edges { node { thread { id } } } pageInfo { hasNextPage endCursor } } }`,
          { stepId, after },
        )
      ).missionTroubles;
    const one = await page(null);
    const two = await page(one.pageInfo.endCursor);
    const seen = [...one.edges, ...two.edges].map(({ node }: any) => node.thread.id);
    expect(seen).toEqual(ids);
    expect([one, two].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
  });
});

describe('companies that turn out to be one', () => {
  it('threads and steps move together, and back', async () => {
    const admin = await world.staff('ADMIN', '박관리');
    const id = await stuckOn(sora, '첫 글 쓰기');
    const { merge } = await admin.do(
      'mergeCompanies',
      { keepCompanyId: hanbit.id, duplicateCompanyId: duri.id },
      'merge { id }',
    );
    expect(await troublesOf(minji, '첫 글 쓰기')).toEqual([id]);
    expect((await about(minji, id)).texts).toEqual([{ title: '첫 글 쓰기' }]);
    await admin.do('undoMerge', { mergeId: merge.id }, 'merge { id }');
    expect(await troublesOf(minji, '첫 글 쓰기')).toEqual([]);
    expect(await troublesOf(sora, '첫 글 쓰기')).toEqual([id]);
  });
});
