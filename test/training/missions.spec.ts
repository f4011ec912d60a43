// What follows a session: each participant's missions, shown, reviewed, counted; two companies that never see each other.
import { createHash } from 'node:crypto';
import { REMOVED } from '../../src/identity/index.js';
import { sql } from '../../src/platform/database/index.js';
import { GivingService, MissionTelling } from '../../src/training/index.js';
import { MissionFilesService } from '../../src/training/missions/mission-files.service.js';
import { type Company, type Person, World } from '../world/world.js';
import { uuidOf } from '../attacks/stage.js';
import { courseWith, ended, heldWith, missionOf, missionsOf, review, show } from './practised.js';

const DAY = 24 * 3_600_000;
const STEPS = [
  { title: '첫 글 쓰기', shownBy: 'TEXT', dueDays: 1, teamMode: 'EACH' },
  { title: '주소 보내기', shownBy: 'LINK', dueDays: 2, teamMode: 'EACH' },
  { title: '화면 보내기', shownBy: 'SCREENSHOT', dueDays: 3, teamMode: 'EACH' },
  { title: '팀 규칙 정하기', shownBy: 'TICK', dueDays: 3, teamMode: 'ANY' },
  { title: '모두 로그인하기', shownBy: 'TICK', dueDays: 3, teamMode: 'ALL' },
];
/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let world: World;
let agent: Person;
let lead: Person;
let course: string;
let hanbit: Company;
let duri: Company;
let owner: Person;
let minji: Person;
let joon: Person;
let sora: Person;

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '김상담');
  lead = await world.staff('LEAD', '한팀장');
  course = await courseWith(agent, '협업 도구 첫걸음', STEPS);
});
afterAll(() => world.close());

/** Two companies with a session behind them, on a Wednesday afternoon: 박민지 and 이준 of one, 최소라 of the other. */
beforeEach(async () => {
  world.clock.set('2026-11-18T14:00:00+09:00');
  hanbit = await world.company();
  duri = await world.company();
  owner = await world.contact(hanbit, '한사장');
  minji = await world.contact(hanbit, '박민지');
  joon = await world.contact(hanbit, '이준');
  sora = await world.contact(duri, '최소라');
  const here: [Person, Company][] = [
    [minji, hanbit],
    [joon, hanbit],
    [sora, duri],
  ];
  await ended(world, agent, await heldWith(world, agent, course, here));
});

const projectOf = async (person: Person, fields: string, company = hanbit): Promise<any> =>
  (
    await person.get(`query($id: ID!) { space(id: $id) { trainingProjects { ${fields} } } }`, {
      id: company.spaceId,
    })
  ).space.trainingProjects[0];
const queueOf = async (person: Person, args = ''): Promise<any[]> =>
  (
    await person.get(
      `{ missionReviews(first: 100 ${args}) { edges { node { id person { name } missionStep { texts { title } } } } } }`,
    )
  ).missionReviews.edges.map(({ node }: { node: object }) => node);

describe('the end of a session', () => {
  it('gives everybody who was there their steps, and the team one that any of them does', async () => {
    const own = await missionsOf(minji);
    expect(own.map(({ texts, person, state }) => [texts[0]?.title, person?.name ?? null, state])).toEqual([
      ['첫 글 쓰기', '박민지', 'OPEN'],
      ['주소 보내기', '박민지', 'OPEN'],
      ['화면 보내기', '박민지', 'OPEN'],
      ['팀 규칙 정하기', null, 'OPEN'],
      ['모두 로그인하기', '박민지', 'OPEN'],
    ]);
    expect(await missionsOf(owner)).toEqual([]);
    expect(await missionsOf(sora)).toHaveLength(5);
  });

  it('is due at the end of working days of the company', async () => {
    expect((await missionsOf(minji)).map(({ dueAt }) => dueAt)).toEqual([
      '2026-11-19T09:00:00.000Z',
      '2026-11-20T09:00:00.000Z',
      ...Array(3).fill('2026-11-23T09:00:00.000Z'),
    ]);
  });

  it('gives nothing to who was only invited, nothing where the course has no missions, and nothing twice', async () => {
    const absent = await world.contact(hanbit, '안온 이');
    const session = await heldWith(world, agent, course, [[minji, hanbit]], [[absent, hanbit]]);
    await ended(world, agent, session);
    expect(await missionsOf(absent)).toEqual([]);
    expect(await missionsOf(minji)).toHaveLength(10);
    await world.app.get(GivingService).give(uuidOf(session));
    expect(await missionsOf(minji)).toHaveLength(10);
  });
});

describe('showing', () => {
  it('what the step asks for must be there', async () => {
    const refused = async (title: string, input: object) =>
      (
        await minji.refused(
          'submitStep',
          { missionStepId: (await missionOf(minji, title)).id, ...input },
          'missionStep { id }',
        )
      ).reason;
    expect(await refused('첫 글 쓰기', {})).toBe('WORDS');
    expect(await refused('주소 보내기', { words: '여기요' })).toBe('URL');
    expect(await refused('화면 보내기', {})).toBe('FILE');
    const text = await minji.sendMissionFile('화면.txt', Buffer.from('화면이 아니에요'));
    expect(await refused('화면 보내기', { missionFileId: text.id })).toBe('PICTURE');
  });

  it('a picture is seen by its sender and staff, by no colleague and no other company', async () => {
    const file = await minji.sendMissionFile('화면.png', PIXEL);
    expect((await joon.download(file.url)).status).toBe(404);
    const step = await missionOf(minji, '화면 보내기');
    await show(minji, step.id, { missionFileId: file.id });
    const { node } = await minji.get(
      'query($id: ID!) { node(id: $id) { ... on MissionStep { submissions { file { url inline } } } } }',
      { id: step.id },
    );
    expect(node.submissions[0].file.inline).toBe(true);
    for (const [person, status] of [
      [minji, 200],
      [agent, 200],
      [joon, 404],
      [owner, 404],
      [sora, 404],
    ] as const)
      expect((await person.download(file.url)).status).toBe(status);
    // It shows one thing only.
    const other = await missionOf(joon, '화면 보내기');
    expect(
      (
        await joon.refused(
          'submitStep',
          { missionStepId: other.id, missionFileId: file.id },
          'missionStep { id }',
        )
      ).code,
    ).toBe('NOT_FOUND');
  });

  it('waits for a review before it can be shown again, and is nobody else’s to show', async () => {
    const { id } = await missionOf(minji, '첫 글 쓰기');
    await show(minji, id, { words: '첫 글이에요' });
    const again = { missionStepId: id, words: '또 써요' };
    expect(await minji.refused('submitStep', again, 'missionStep { id }')).toMatchObject({
      code: 'CONFLICT',
      reason: 'SUBMITTED',
    });
    expect((await joon.refused('submitStep', again, 'missionStep { id }')).code).toBe('NOT_FOUND');
    expect((await owner.refused('submitStep', again, 'missionStep { id }')).code).toBe('DENIED');
    expect((await agent.refused('submitStep', again, 'missionStep { id }')).code).toBe('DENIED');
  });

  it('of a team’s step is done by any of them: two at once are one', async () => {
    const { id } = await missionOf(minji, '팀 규칙 정하기');
    const mutation =
      'mutation($input: SubmitStepInput!) { submitStep(input: $input) { missionStep { id } } }';
    const answers = await Promise.all(
      [minji, joon].map((person) => person.ask(mutation, { input: { missionStepId: id } })),
    );
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.reason ?? null).sort()).toEqual([
      'SUBMITTED',
      null,
    ]);
    const [waiting] = (await queueOf(agent, `companyId: "${hanbit.id}"`)).slice(-1);
    await review(agent, waiting.id, 'PASS');
    for (const person of [minji, joon]) expect((await missionOf(person, '팀 규칙 정하기')).done).toBe(true);
    expect((await missionOf(sora, '팀 규칙 정하기')).done).toBe(false);
  });

  it('of what all do together is done when all have passed', async () => {
    const title = '모두 로그인하기';
    await review(agent, await show(minji, (await missionOf(minji, title)).id), 'PASS');
    expect(await missionOf(minji, title)).toMatchObject({
      state: 'PASSED',
      done: false,
      team: { people: 2, passed: 1 },
    });
    await review(agent, await show(joon, (await missionOf(joon, title)).id), 'PASS');
    expect(await missionOf(minji, title)).toMatchObject({ done: true, team: { people: 2, passed: 2 } });
  });

  it('of what all do together nobody waits for who has left', async () => {
    const title = '모두 로그인하기';
    await review(agent, await show(minji, (await missionOf(minji, title)).id), 'PASS');
    await owner.do('removeContact', { companyId: hanbit.id, personId: joon.id }, 'done');
    expect(await missionOf(minji, title)).toMatchObject({ done: true, team: { people: 1, passed: 1 } });
  });
});

describe('reviewing', () => {
  it('sends back with a comment, and passes with praise that the team reads', async () => {
    const { id } = await missionOf(minji, '첫 글 쓰기');
    const first = await show(minji, id, { words: '초안이에요' });
    expect(
      (
        await agent.refused(
          'reviewSubmission',
          { submissionId: first, verdict: 'AGAIN' },
          'submission { id }',
        )
      ).reason,
    ).toBe('COMMENT');
    await review(agent, first, 'AGAIN', { comment: '예를 하나 더해 주세요' });
    expect(await missionOf(minji, '첫 글 쓰기')).toMatchObject({
      state: 'AGAIN',
      sentBack: 1,
      abilities: { submit: true },
    });
    const second = await show(minji, id, { words: '예를 더했어요' });
    expect(
      (await queueOf(agent, `queue: REPEATED, companyId: "${hanbit.id}"`)).map((each) => each.id),
    ).toEqual([second]);
    const { submission } = await review(lead, second, 'PASS', { praise: '예시가 정말 좋아요' });
    expect(submission).toEqual({
      review: { verdict: 'PASS', comment: null, praise: '예시가 정말 좋아요', reviewer: { name: '한팀장' } },
      missionStep: { state: 'PASSED' },
    });
    const praise = 'praise { words person { name } stepTexts { title } }';
    const said = [
      { words: '예시가 정말 좋아요', person: { name: '박민지' }, stepTexts: [{ title: '첫 글 쓰기' }] },
    ];
    for (const person of [joon, owner]) expect((await projectOf(person, praise)).praise).toEqual(said);
    expect((await projectOf(sora, praise, duri)).praise).toEqual([]);
    expect(
      (await minji.refused('submitStep', { missionStepId: id, words: '또' }, 'missionStep { id }')).reason,
    ).toBe('PASSED');
  });

  it('tells who showed it, in the app and by mail', async () => {
    const { id } = await missionOf(minji, '첫 글 쓰기');
    await review(agent, await show(minji, id, { words: '썼어요' }), 'AGAIN', { comment: '조금만 더요' });
    await world.later(3 * 60_000);
    const { notifications } = await minji.get(
      '{ notifications { edges { node { kind missionStep { id state } } } } }',
    );
    expect(notifications.edges.map(({ node }: any) => node)).toContainEqual({
      kind: 'MISSION_REVIEWED',
      missionStep: { id, state: 'AGAIN' },
    });
    const mail = world.mails.to(minji.email);
    expect(mail.text).toContain('조금만 더요');
    expect(mail.text).toContain('첫 글 쓰기');
  });

  it('is a queue, oldest first, that says how much waits; planners read it, contacts do not', async () => {
    const before = (await agent.get('{ missionReviewCounts { all first repeated } }')).missionReviewCounts;
    const first = await show(minji, (await missionOf(minji, '첫 글 쓰기')).id, { words: '하나' });
    world.clock.pass(60_000);
    const second = await show(sora, (await missionOf(sora, '첫 글 쓰기')).id, { words: '둘' });
    const ids = (await queueOf(agent)).map((each) => each.id);
    expect(ids.slice(-2)).toEqual([first, second]);
    expect((await agent.get('{ missionReviewCounts { all first repeated } }')).missionReviewCounts).toEqual({
      all: before.all + 2,
      first: before.first + 2,
      repeated: before.repeated,
    });
    const page = (after: string | null) =>
      agent.get(
        `query($after: String) { missionReviews(first: 1, after: $after, companyId: "${hanbit.id}")
          { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
    const one = (await page(null)).missionReviews;
    expect(one.edges[0].node.id).toBe(first);
    expect(one.pageInfo.hasNextPage).toBe(false);
    const planner = await world.staff('PLANNER');
    expect(await queueOf(planner)).toHaveLength(ids.length);
    const judge = { submissionId: first, verdict: 'PASS' };
    expect((await planner.refused('reviewSubmission', judge, 'submission { id }')).code).toBe('DENIED');
    expect((await minji.refused('reviewSubmission', judge, 'submission { id }')).code).toBe('DENIED');
    const asked = await minji.ask('{ missionReviews { edges { node { id } } } }');
    expect(asked.errors?.[0]?.extensions.code).toBe('DENIED');
  });

  it('by two agents at once never doubles: one wins, the other learns who it was', async () => {
    const agents = await Promise.all(Array.from({ length: 6 }, (_, n) => world.staff('AGENT', `심사 ${n}`)));
    const mutation =
      'mutation($input: ReviewSubmissionInput!) { reviewSubmission(input: $input) { submission { id } } }';
    for (const title of ['첫 글 쓰기', '팀 규칙 정하기', '모두 로그인하기']) {
      const submissionId = await show(minji, (await missionOf(minji, title)).id, { words: '했어요' });
      const answers = await Promise.all(
        agents.map((each, n) =>
          each.ask(mutation, {
            input: { submissionId, ...(n % 2 ? { verdict: 'PASS' } : { verdict: 'AGAIN', comment: '다시' }) },
          }),
        ),
      );
      const winner = answers.findIndex(({ errors }) => !errors);
      const refusals = answers.filter(({ errors }) => errors);
      expect(refusals).toHaveLength(5);
      for (const { errors } of refusals)
        expect([errors?.[0]?.extensions.code, errors?.[0]?.extensions.reason, errors?.[0]?.message]).toEqual([
          'CONFLICT',
          'REVIEWED',
          `심사 ${winner} has reviewed this already.`,
        ]);
      expect(
        await world.rows(
          sql`select 1 from hotline.mission_review where submission_id = ${uuidOf(submissionId)}`,
        ),
      ).toHaveLength(1);
      expect(await missionOf(minji, title)).toMatchObject(
        winner % 2 ? { state: 'PASSED', sentBack: 0 } : { state: 'AGAIN', sentBack: 1 },
      );
    }
  });
});

describe('time', () => {
  const told = async (person: Person): Promise<[string, string][]> =>
    (
      await person.get('{ notifications { edges { node { kind missionStep { texts { title } } } } } }')
    ).notifications.edges
      .filter(({ node }: any) => node.kind.startsWith('MISSION_'))
      .map(({ node }: any) => [node.kind, node.missionStep.texts[0].title]);
  const remind = async (at: string) => {
    world.clock.set(at);
    await world.app.get(MissionTelling).remind();
    await world.app.get(MissionTelling).remind();
  };

  it('reminds a day before and when it is late, once each, not of what was shown', async () => {
    await show(joon, (await missionOf(joon, '첫 글 쓰기')).id, { words: '썼어요' });
    await remind('2026-11-18T17:59:00+09:00');
    expect(await told(minji)).toEqual([]);
    await remind('2026-11-18T18:00:00+09:00');
    expect(await told(minji)).toEqual([['MISSION_SOON', '첫 글 쓰기']]);
    expect(await told(joon)).toEqual([]);
    await remind('2026-11-19T18:00:00+09:00');
    expect((await told(minji)).sort()).toEqual([
      ['MISSION_LATE', '첫 글 쓰기'],
      ['MISSION_SOON', '주소 보내기'],
      ['MISSION_SOON', '첫 글 쓰기'],
    ]);
    await world.later(3 * 60_000);
    expect(world.mails.to(minji.email).text).toContain('미션 마감이 지났어요');
  });

  it('late is what was not shown in time, also after it was shown', async () => {
    const title = '첫 글 쓰기';
    await show(joon, (await missionOf(joon, title)).id, { words: '제때요' });
    world.clock.set('2026-11-19T18:00:01+09:00');
    expect((await missionOf(joon, title)).late).toBe(false);
    expect((await missionOf(minji, title)).late).toBe(true);
    await show(minji, (await missionOf(minji, title)).id, { words: '늦었어요' });
    expect((await missionOf(minji, title)).late).toBe(true);
    const { progress } = await projectOf(owner, 'progress { steps open submitted late }');
    expect(progress).toEqual({ steps: 9, open: 7, submitted: 2, late: 1 });
  });

  it('a changed calendar moves what is still open; what was due stays, and nothing is due in the past', async () => {
    const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, hours: [{ from: '10:00', to: '16:00' }] }));
    const dues = async () => (await missionsOf(minji)).map(({ dueAt }) => dueAt);
    const before = await missionOf(minji, '첫 글 쓰기');
    const shown = await missionOf(minji, '주소 보내기');
    await show(minji, shown.id, { url: 'https://notes.example/1' });
    world.clock.set('2026-11-20T09:00:00+09:00');
    const { calendar } = await lead.do(
      'createCalendar',
      {
        name: `한빛 달력 ${hanbit.handle}`,
        week,
        exceptions: [{ day: '2026-11-23', name: '창립기념일', hours: [] }],
      },
      'calendar { id version }',
    );
    await lead.do('setCompanyCalendar', { companyId: hanbit.id, calendarId: calendar.id }, 'company { id }');
    await world.jobs();
    expect(await dues()).toEqual([before.dueAt, shown.dueAt, ...Array(3).fill('2026-11-24T07:00:00.000Z')]);
    expect((await missionOf(sora, '화면 보내기')).dueAt).toBe('2026-11-23T09:00:00.000Z');
    // On the Tuesday the day off is taken back, and the three days would have been over on Monday.
    world.clock.set('2026-11-24T11:00:00+09:00');
    const wishes = { name: `한빛 달력 ${hanbit.handle}`, week, exceptions: [] };
    await lead.do(
      'changeCalendar',
      { calendarId: calendar.id, version: calendar.version, ...wishes },
      'calendar { id }',
    );
    await world.jobs();
    expect((await dues()).slice(2)).toEqual(Array(3).fill('2026-11-24T07:00:00.000Z'));
  });
});

describe('who sees what', () => {
  it('a participant sees themselves and the team’s progress, the owner everybody, nobody another company', async () => {
    await review(
      agent,
      await show(joon, (await missionOf(joon, '첫 글 쓰기')).id, { words: '준의 비밀 글' }),
      'PASS',
    );
    const fields = `id progress { steps passed } members { person { name } progress { steps passed } }
      missionSteps { person { name } state submissions { words } } courseTexts { title } steps { texts { title } progress { steps passed } }`;
    const hers = await projectOf(minji, fields);
    expect(hers.progress).toEqual({ steps: 9, passed: 1 });
    expect(hers.members.map(({ person }: any) => person.name)).toEqual(['박민지']);
    expect(hers.missionSteps).toHaveLength(5);
    expect(hers.steps[0]).toEqual({ texts: [{ title: '첫 글 쓰기' }], progress: { steps: 2, passed: 1 } });
    expect(JSON.stringify(hers)).not.toContain('준의 비밀 글');
    const all = await projectOf(owner, fields);
    expect(all.members).toEqual([
      { person: { name: '박민지' }, progress: { steps: 4, passed: 0 } },
      { person: { name: '이준' }, progress: { steps: 4, passed: 1 } },
    ]);
    expect(all.missionSteps).toHaveLength(9);
    expect(all.courseTexts).toEqual([{ title: '협업 도구 첫걸음' }]);
    expect(JSON.stringify(all)).not.toContain('준의 비밀 글');
    const theirs = JSON.stringify(await projectOf(sora, fields, duri));
    for (const word of ['박민지', '이준', '비밀']) expect(theirs).not.toContain(word);
    const see = 'query($id: ID!) { trainingProject(trainingProjectId: $id) { id } }';
    expect((await sora.ask(see, { id: hers.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await agent.get(see, { id: hers.id })).trainingProject.id).toBe(hers.id);
  });

  it('staff see where people get stuck', async () => {
    await review(
      agent,
      await show(joon, (await missionOf(joon, '첫 글 쓰기')).id, { words: '글' }),
      'AGAIN',
      {
        comment: '다시요',
      },
    );
    world.clock.set('2026-11-20T18:00:01+09:00');
    const stuck = `{ stuckSteps(companyId: "${hanbit.id}") { texts { title } people late sentBack share } }`;
    expect((await agent.get(stuck)).stuckSteps).toEqual([
      { texts: [{ title: '첫 글 쓰기' }], people: 2, late: 1, sentBack: 1, share: 1 },
      { texts: [{ title: '주소 보내기' }], people: 2, late: 2, sentBack: 0, share: 1 },
    ]);
    expect((await owner.ask(stuck)).errors?.[0]?.extensions.code).toBe('DENIED');
  });

  it('a hint names the space, when something was shown and when it was reviewed', async () => {
    const watching = await owner.watch('kind spaceId');
    const id = await show(minji, (await missionOf(minji, '첫 글 쓰기')).id, { words: '글' });
    const ours = ({ data }: any) => data.hints.kind === 'TRAINING' && data.hints.spaceId === hanbit.spaceId;
    await watching.until(ours);
    watching.heard.length = 0;
    await review(agent, id, 'PASS');
    await watching.until(ours);
  });
});

describe('when companies or people turn out to be one', () => {
  it('projects of both stay two teams of one company, and go back when it is undone', async () => {
    const admin = await world.staff('ADMIN');
    const { merge } = await admin.do(
      'mergeCompanies',
      { keepCompanyId: hanbit.id, duplicateCompanyId: duri.id },
      'merge { id }',
    );
    await world.jobs();
    const count = async () =>
      (
        await agent.get('query($id: ID!) { space(id: $id) { trainingProjects { id } } }', {
          id: hanbit.spaceId,
        })
      ).space.trainingProjects.length;
    expect(await count()).toBe(2);
    expect(await missionsOf(minji)).toHaveLength(5);
    await admin.do('undoMerge', { mergeId: merge.id }, 'merge { id }');
    await world.jobs();
    expect(await count()).toBe(1);
    expect(await missionsOf(sora)).toHaveLength(5);
  });

  it('what somebody has to do comes along with them', async () => {
    const twin = await world.contact(hanbit, '박민지(새 주소)');
    const admin = await world.staff('ADMIN');
    const { merge } = await admin.do(
      'mergePeople',
      { keepPersonId: twin.id, duplicatePersonId: minji.id },
      'merge { id }',
    );
    expect(await missionsOf(twin)).toHaveLength(5);
    await admin.do('undoMerge', { mergeId: merge.id }, 'merge { id }');
    expect(await missionsOf(twin)).toEqual([]);
  });
});

describe('somebody who is erased', () => {
  it('leaves that they did it, not what they showed', async () => {
    const words = '제 번호는 010-0000-0000이에요';
    const file = await minji.sendMissionFile('민지 화면.png', PIXEL);
    await show(minji, (await missionOf(minji, '화면 보내기')).id, { missionFileId: file.id });
    await review(agent, await show(minji, (await missionOf(minji, '첫 글 쓰기')).id, { words }), 'PASS', {
      praise: '박민지 님 잘했어요',
    });
    const admin = await world.staff('ADMIN');
    await admin.do(
      'erasePerson',
      { personId: minji.id, confirmation: minji.email, words: true },
      'person { erased }',
    );
    await world.jobs();
    const shown = await world.rows<{ words: string | null; name: string | null; praise: string | null }>(sql`
      select submission.words, file.name, praise.words as praise from hotline.mission_submission submission
      join hotline.training_project_member member on member.id = submission.member_id and member.person_id = ${minji.uuid}
      left join hotline.mission_file file on file.id = submission.file_id
      left join hotline.mission_review review on review.submission_id = submission.id
      left join hotline.mission_praise praise on praise.review_id = review.id order by submission.id`);
    expect(shown.map((each) => [each.words, each.name])).toEqual([
      [null, REMOVED],
      [REMOVED, null],
    ]);
    expect(shown[1]?.praise).not.toContain('박민지');
    expect((await agent.download(file.url)).status).toBe(404);
  });
});

it('an upload that was never submitted is let go of after a day', async () => {
  const file = await minji.sendMissionFile('아직.png', PIXEL);
  expect((await minji.download(file.url)).status).toBe(200);
  await world.app.get(MissionFilesService, { strict: false }).forgetUnused();
  expect((await minji.download(file.url)).status).toBe(200);
  world.clock.pass(DAY);
  await world.app.get(MissionFilesService, { strict: false }).forgetUnused();
  expect((await minji.download(file.url)).status).toBe(404);
});

it('what somebody showed is in the file of their data, to the byte, and nobody else’s is', async () => {
  const large = Buffer.concat([Buffer.from('기록\n'), Buffer.alloc(200_001, 'ab')]);
  await minji.sendMissionFile('화면.png', PIXEL);
  await minji.sendMissionFile('긴 기록.log', large);
  await joon.sendMissionFile('준의 것.png', PIXEL);
  const file = await minji.download(`/people/${minji.id}/data`);
  const { missionFiles } = JSON.parse(file.bytes.toString());
  expect(missionFiles.map(({ name }: { name: string }) => name)).toEqual(['화면.png', '긴 기록.log']);
  for (const each of missionFiles) {
    const bytes = Buffer.from(each.base64, 'base64');
    expect(bytes).toHaveLength(each.bytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(each.sha256);
  }
  expect(Buffer.from(missionFiles[1].base64, 'base64').equals(large)).toBe(true);
  // What is gone from the disk is said to be gone.
  await world.app
    .get(MissionFilesService, { strict: false })
    .erase([uuidOf((await minji.sendMissionFile('없음.log', large)).id)]);
  const again = JSON.parse((await minji.download(`/people/${minji.id}/data`)).bytes.toString());
  expect(again.missionFiles.at(-1)).toMatchObject({ name: '없음.log', base64: null });
});
