// A session from its plan to what people thought of it, with two companies that never see each other.
import { REMOVED } from '../../src/identity/index.js';
import { sql } from '../../src/platform/database/index.js';
import { weekName, weekOf } from '../../src/platform/week.js';
import { TakingPartService } from '../../src/training/index.js';
import { type Company, type Person, World } from '../world/world.js';
import { courseOf, planned, sessionIn } from './taught.js';

let world: World;
let agent: Person;
let [hanbit, duri]: Company[] = [];
let [minji, joon, sora]: Person[] = [];
let course: string;

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '김상담');
  hanbit = await world.company('한빛제조');
  duri = await world.company('두리물산');
  minji = await world.contact(hanbit, '박민지');
  joon = await world.contact(hanbit, '이준');
  sora = await world.contact(duri, '최소라');
  course = await courseOf(agent, '협업 도구 첫걸음');
});
afterAll(() => world.close());

const hour = 3_600_000;
const plan = (input: object = {}) => planned(world, agent, course, input);
const invite = (id: string, ...people: [Person, Company][]) =>
  agent.do(
    'inviteToTraining',
    {
      trainingSessionId: id,
      people: people.map(([person, company]) => ({ personId: person.id, companyId: company.id })),
    },
    'trainingSession { participants { id person { name } } }',
  );
const hold = (id: string) =>
  agent.do('holdTrainingSession', { trainingSessionId: id }, 'trainingSession { code }');
const codeOf = async (id: string): Promise<string> => (await sessionIn(agent, id, 'code')).code;

/** A session that is being held, with people of both companies. */
async function held(...people: [Person, Company][]): Promise<{ id: string; code: string }> {
  const id = await plan();
  if (people.length > 0) await invite(id, ...people);
  world.clock.pass(24 * hour);
  await hold(id);
  return { id, code: await codeOf(id) };
}

const attend = (person: Person, id: string, code: string) =>
  person.do(
    'attendTrainingSession',
    { trainingSessionId: id, code },
    'trainingSession { mine { attendedAt attendedBy } }',
  );

describe('planning', () => {
  it('needs a published course, a place or a link, and somebody who answers', async () => {
    const { course: draft } = await agent.do(
      'createCourse',
      { stage: 'BASIC', locale: 'ko', title: '아직' },
      'course { id }',
    );
    const planner = await world.staff('PLANNER');
    const refused = async (input: object) =>
      (await agent.refused('planTrainingSession', { ...wishes(), ...input }, 'trainingSession { id }'))
        .reason;
    expect(await refused({ courseId: draft.id })).toBe('UNPUBLISHED');
    expect(await refused({ place: null })).toBe('NOWHERE');
    expect(await refused({ endsAt: wishes().startsAt })).toBe('TIMES');
    expect(await refused({ trainerId: planner.id })).toBe('TRAINER');
    expect((await planner.refused('planTrainingSession', wishes(), 'trainingSession { id }')).code).toBe(
      'DENIED',
    );
    expect((await minji!.refused('planTrainingSession', wishes(), 'trainingSession { id }')).code).toBe(
      'DENIED',
    );
  });

  it('sent twice with one key makes one session', async () => {
    const input = { ...wishes(), idempotencyKey: 'twice' };
    const one = await agent.do('planTrainingSession', input, 'trainingSession { id }');
    const two = await agent.do('planTrainingSession', input, 'trainingSession { id }');
    expect(two.trainingSession.id).toBe(one.trainingSession.id);
  });

  it('keeps the version that was published when it was planned', async () => {
    const own = await courseOf(agent, '판이 바뀌는 과정');
    const id = await planned(world, agent, own);
    const next = await agent.do('startCourseDraft', { courseId: own }, 'course { draft { id version } }');
    const { id: courseVersionId, version } = next.course.draft;
    await agent.do('publishCourse', { courseVersionId, version }, 'course { id }');
    expect((await sessionIn(agent, id, 'courseVersion { number }')).courseVersion.number).toBe(1);
  });

  const wishes = () => ({
    courseId: course,
    startsAt: new Date(world.clock.now().getTime() + 24 * hour),
    endsAt: new Date(world.clock.now().getTime() + 26 * hour),
    place: '3층 교육장',
    trainerId: agent.id,
    companyIds: [],
  });
});

describe('who sees a session', () => {
  it('two companies in one session never see each other, nor how many others come', async () => {
    const id = await plan({ capacity: 3 });
    await invite(id, [minji!, hanbit!], [joon!, hanbit!], [sora!, duri!]);
    const fields = 'participants { person { name } company { name } } capacity code figures { participants }';
    const all = await sessionIn(agent, id, fields);
    expect(all.participants).toHaveLength(3);
    expect(all).toMatchObject({ capacity: 3, figures: { participants: 3 } });
    const hers = await sessionIn(sora!, id, fields);
    expect(hers).toEqual({
      participants: [{ person: { name: '최소라' }, company: { name: '두리물산' } }],
      capacity: null,
      code: null,
      figures: null,
    });
    const raw = await sora!.ask(
      'query($id: ID!) { trainingSession(trainingSessionId: $id) { participants { id person { name } } openTo { name } } }',
      { id },
    );
    for (const word of ['박민지', '이준', '한빛']) expect(raw.text).not.toContain(word);
  });

  it('a contact sees those in which they take part, or that are open to their company', async () => {
    const closed = await plan();
    await invite(closed, [minji!, hanbit!]);
    const open = await plan({ companyIds: [duri!.id] });
    const list = async (person: Person): Promise<string[]> =>
      (
        await person.get('{ trainingSessions(first: 100) { edges { node { id } } } }')
      ).trainingSessions.edges.map(({ node }: { node: { id: string } }) => node.id);
    expect(await list(minji!)).toEqual(expect.arrayContaining([closed]));
    expect(await list(minji!)).not.toContain(open);
    expect(await list(joon!)).not.toContain(closed);
    expect(await list(sora!)).toContain(open);
    const see = 'query($id: ID!) { trainingSession(trainingSessionId: $id) { id } }';
    expect((await joon!.ask(see, { id: closed })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('materials are for those who take part; what the course is about for all who see a session', async () => {
    const id = await plan({ companyIds: [hanbit!.id] });
    const invited = await world.contact(hanbit!, '초대받은 이');
    await invite(id, [invited, hanbit!]);
    const fields = 'courseVersion { texts { title } materials { file { url } } missions { steps { id } } }';
    const own = await sessionIn(invited, id, fields);
    expect(own.courseVersion.materials).toHaveLength(1);
    expect((await invited.download(own.courseVersion.materials[0].file.url)).status).toBe(200);
    const stranger = await world.contact(hanbit!, '구경꾼');
    const seen = await sessionIn(stranger, id, fields);
    expect(seen.courseVersion).toEqual({
      texts: [{ title: '협업 도구 첫걸음' }],
      materials: [],
      missions: [],
    });
    const [file] = own.courseVersion.materials;
    expect((await stranger.download(file.file.url)).status).toBe(404);
    // Whoever is taken out loses the files at once.
    const [{ id: participantId }] = (await sessionIn(agent, id, 'participants { id }')).participants;
    await agent.do('removeTrainingParticipant', { participantId }, 'trainingSession { id }');
    expect((await invited.download(file.file.url)).status).toBe(404);
    expect((await sessionIn(invited, id, fields)).courseVersion.materials).toEqual([]);
  });
});

describe('taking part', () => {
  it('is for contacts of a company that the session is open to, while there are places', async () => {
    const id = await plan({ companyIds: [hanbit!.id], capacity: 1 });
    const joined = await minji!.do(
      'joinTrainingSession',
      { trainingSessionId: id },
      'trainingSession { mine { id } abilities { leave } }',
    );
    expect(joined.trainingSession.abilities.leave).toBe(true);
    expect(
      await joon!.refused('joinTrainingSession', { trainingSessionId: id }, 'trainingSession { id }'),
    ).toMatchObject({
      code: 'CONFLICT',
      reason: 'FULL',
    });
    expect(
      (await sora!.refused('joinTrainingSession', { trainingSessionId: id }, 'trainingSession { id }')).code,
    ).toBe('NOT_FOUND');
    await minji!.do('leaveTrainingSession', { trainingSessionId: id }, 'done');
    await joon!.do('joinTrainingSession', { trainingSessionId: id }, 'trainingSession { id }');
  });

  it('eight who want the last place at once: one has it', async () => {
    const id = await plan({ companyIds: [duri!.id], capacity: 1 });
    const many = await Promise.all(Array.from({ length: 8 }, () => world.contact(duri!)));
    const answers = await Promise.all(
      many.map((person) =>
        person.ask(
          'mutation($input: JoinTrainingSessionInput!) { joinTrainingSession(input: $input) { trainingSession { id } } }',
          { input: { trainingSessionId: id } },
        ),
      ),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect((await sessionIn(agent, id, 'participants { id }')).participants).toHaveLength(1);
  });

  it('nobody is invited for a company that is not theirs', async () => {
    const id = await plan();
    const people = [{ personId: sora!.id, companyId: hanbit!.id }];
    expect(
      (await agent.refused('inviteToTraining', { trainingSessionId: id, people }, 'trainingSession { id }'))
        .code,
    ).toBe('NOT_FOUND');
  });
});

describe('being there', () => {
  it('by the code that the trainer shows, on one’s own phone', async () => {
    const { id, code } = await held([minji!, hanbit!], [sora!, duri!]);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(
      await minji!.refused(
        'attendTrainingSession',
        { trainingSessionId: id, code: wrong },
        'trainingSession { id }',
      ),
    ).toMatchObject({ code: 'INVALID', reason: 'CODE', field: 'code' });
    const { trainingSession } = await attend(minji!, id, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(trainingSession.mine).toMatchObject({ attendedBy: 'CODE' });
    expect((await sessionIn(agent, id, 'figures { attended participants }')).figures).toEqual({
      attended: 1,
      participants: 2,
    });
    // Not invited, and not open to their company.
    expect(
      (
        await joon!.refused(
          'attendTrainingSession',
          { trainingSessionId: id, code },
          'trainingSession { id }',
        )
      ).code,
    ).toBe('NOT_FOUND');
  });

  describe('by guessing', () => {
    const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000');
    const refused = (person: Person, id: string, code: string) =>
      person.refused('attendTrainingSession', { trainingSessionId: id, code }, 'trainingSession { id }');

    it('is over after five wrong codes in ten minutes, even with the right one, and says when to go on', async () => {
      const { id, code } = await held([minji!, hanbit!], [sora!, duri!]);
      for (let tries = 0; tries < 5; tries++) {
        expect((await refused(minji!, id, wrongOf(code))).reason).toBe('CODE');
        world.clock.pass(60_000);
      }
      expect(await refused(minji!, id, code)).toMatchObject({
        code: 'RATE_LIMITED',
        reason: 'TOO_MANY_CODES',
        retryAfter: 300,
        message: expect.stringContaining('5 minutes'),
      });
      // Hers alone, and of this session.
      expect((await attend(sora!, id, code)).trainingSession.mine.attendedBy).toBe('CODE');
      const other = await held([minji!, hanbit!]);
      expect((await refused(minji!, other.id, wrongOf(other.code))).reason).toBe('CODE');
      expect((await attend(minji!, other.id, other.code)).trainingSession.mine.attendedBy).toBe('CODE');
    });

    it('goes on when the oldest of them is ten minutes old; refusals in between do not count', async () => {
      const { id, code } = await held([minji!, hanbit!]);
      for (let tries = 0; tries < 5; tries++) await refused(minji!, id, wrongOf(code));
      for (let tries = 0; tries < 8; tries++) {
        world.clock.pass(60_000);
        expect((await refused(minji!, id, code)).code).toBe('RATE_LIMITED');
      }
      world.clock.pass(120_000);
      expect((await attend(minji!, id, code)).trainingSession.mine.attendedBy).toBe('CODE');
    });

    it('many at once is no way around it', async () => {
      const { id, code } = await held([minji!, hanbit!]);
      const reasons = await Promise.all(
        Array.from({ length: 12 }, async () => (await refused(minji!, id, wrongOf(code))).reason),
      );
      expect(reasons.filter((reason) => reason === 'CODE')).toHaveLength(5);
      expect(reasons.filter((reason) => reason === 'TOO_MANY_CODES')).toHaveLength(7);
      // The trainer's list is still a way, and old tries are let go of.
      const { participants } = await sessionIn(agent, id, 'participants { id }');
      const mark = { trainingSessionId: id, participantIds: [participants[0].id], attended: true };
      await agent.do('markTrainingAttendance', mark, 'trainingSession { id }');
      world.clock.pass(600_000);
      await world.app.get(TakingPartService).forgetWrongCodes();
      expect(await world.rows(sql`select 1 from hotline.training_wrong_code`)).toEqual([]);
    });
  });

  it('by the list, until the session is closed', async () => {
    const { id } = await held([minji!, hanbit!], [sora!, duri!]);
    const participantIds = (await sessionIn(agent, id, 'participants { id }')).participants.map(
      ({ id: each }: { id: string }) => each,
    );
    const mark = (attended: boolean) => ({ trainingSessionId: id, participantIds, attended });
    await agent.do('markTrainingAttendance', mark(true), 'trainingSession { id }');
    const fields = 'figures { attended }';
    expect((await sessionIn(agent, id, fields)).figures.attended).toBe(2);
    await agent.do('markTrainingAttendance', mark(false), 'trainingSession { id }');
    expect((await sessionIn(agent, id, fields)).figures.attended).toBe(0);
    await agent.do('endTrainingSession', { trainingSessionId: id }, 'trainingSession { state }');
    expect(await agent.refused('markTrainingAttendance', mark(true), 'trainingSession { id }')).toMatchObject(
      {
        code: 'CONFLICT',
        reason: 'CLOSED',
      },
    );
  });

  it('whoever it is open to may come without having said so before', async () => {
    const id = await plan({ companyIds: [duri!.id] });
    world.clock.pass(24 * hour);
    await hold(id);
    await attend(sora!, id, await codeOf(id));
    expect((await sessionIn(agent, id, 'participants { person { name } attendedBy }')).participants).toEqual([
      { person: { name: '최소라' }, attendedBy: 'CODE' },
    ]);
  });

  it('before the doors open nobody is there', async () => {
    const id = await plan();
    await invite(id, [minji!, hanbit!]);
    expect(
      await agent.refused('holdTrainingSession', { trainingSessionId: id }, 'trainingSession { id }'),
    ).toMatchObject({
      reason: 'EARLY',
    });
    const early = { trainingSessionId: id, code: await codeOf(id) };
    expect((await minji!.refused('attendTrainingSession', early, 'trainingSession { id }')).code).toBe(
      'DENIED',
    );
  });
});

describe('what they thought of it', () => {
  const give = (person: Person, id: string, score: number, words?: string) =>
    person.do(
      'giveTrainingFeedback',
      { trainingSessionId: id, score, ...(words === undefined ? {} : { words }) },
      'trainingSession { feedback { score words } }',
    );

  it('is a score with words; average and median stand together, and a company sees its own words alone', async () => {
    const { id, code } = await held([minji!, hanbit!], [joon!, hanbit!], [sora!, duri!]);
    for (const person of [minji!, joon!, sora!]) await attend(person, id, code);
    await give(minji!, id, 5, '예시가 우리 일과 같아서 좋았어요');
    await give(joon!, id, 4);
    expect((await give(sora!, id, 1, '너무 빨라서 따라가기 어려웠어요')).trainingSession.feedback).toEqual([
      { score: 1, words: '너무 빨라서 따라가기 어려웠어요' },
    ]);
    const { figures, feedback } = await sessionIn(
      agent,
      id,
      'figures { feedbacks average median scores } feedback { score person { name } company { name } }',
    );
    expect(figures).toMatchObject({ feedbacks: 3, median: 4, scores: [1, 0, 0, 1, 1] });
    expect(figures.average).toBeCloseTo(10 / 3);
    expect(feedback).toHaveLength(3);
    expect((await sessionIn(joon!, id, 'feedback { score }')).feedback).toEqual([{ score: 4 }]);
  });

  it('is said by who was there, once, and may be changed for fourteen days', async () => {
    const { id, code } = await held([minji!, hanbit!], [joon!, hanbit!]);
    expect(
      (
        await joon!.refused(
          'giveTrainingFeedback',
          { trainingSessionId: id, score: 5 },
          'trainingSession { id }',
        )
      ).code,
    ).toBe('DENIED');
    await attend(minji!, id, code);
    await give(minji!, id, 2);
    await give(minji!, id, 3, '다시 생각해 보니 괜찮았어요');
    expect((await sessionIn(agent, id, 'feedback { score words }')).feedback).toEqual([
      { score: 3, words: '다시 생각해 보니 괜찮았어요' },
    ]);
    await agent.do('endTrainingSession', { trainingSessionId: id }, 'trainingSession { id }');
    world.clock.pass(13 * 24 * hour);
    await give(minji!, id, 4);
    world.clock.pass(2 * 24 * hour);
    expect(
      (
        await minji!.refused(
          'giveTrainingFeedback',
          { trainingSessionId: id, score: 1 },
          'trainingSession { id }',
        )
      ).code,
    ).toBe('DENIED');
  });

  it('in words becomes one VOC item of channel TRAINING, counted in its week, and follows what is changed', async () => {
    const lead = await world.staff('LEAD');
    const total = async (): Promise<number> =>
      (
        await lead.get('query($week: String) { weeklyVoc(week: $week) { total } }', {
          week: weekName(weekOf('Asia/Seoul', world.clock.now())),
        })
      ).weeklyVoc.total;
    const { id, code } = await held([minji!, hanbit!], [sora!, duri!]);
    for (const person of [minji!, sora!]) await attend(person, id, code);
    const items = async () =>
      (
        await lead.get(
          '{ vocItems(channel: TRAINING, first: 100) { edges { node { quote state channel company { name } } } } }',
        )
      ).vocItems.edges.map(({ node }: { node: object }) => node);
    await world.jobs();
    const [before, known] = [await total(), await items()];
    await give(minji!, id, 2, '검색이 느려서 실습이 끊겼어요');
    await give(sora!, id, 5);
    await world.jobs();
    expect(await total()).toBe(before + 1);
    expect(await items()).toHaveLength(known.length + 1);
    expect(await items()).toContainEqual({
      quote: '검색이 느려서 실습이 끊겼어요',
      state: 'COUNTED',
      channel: 'TRAINING',
      company: { name: '한빛제조' },
    });
    await give(minji!, id, 3, '검색이 조금 느렸어요');
    await world.jobs();
    expect(await items()).toContainEqual(expect.objectContaining({ quote: '검색이 조금 느렸어요' }));
    expect(await total()).toBe(before + 1);
    await give(minji!, id, 3);
    await world.jobs();
    expect(await total()).toBe(before);
    await give(minji!, id, 3, '그래도 검색은 느려요');
    await world.jobs();
    expect(await total()).toBe(before + 1);
  });
});

describe('when a company turns out to be another', () => {
  it('its participants come along, and go back when it is undone', async () => {
    const twin = await world.company('한빛제조 본사');
    const hana = await world.contact(twin, '정하나');
    const id = await plan({ companyIds: [twin.id] });
    await invite(id, [hana, twin]);
    const admin = await world.staff('ADMIN');
    const companies = async (): Promise<string[]> =>
      (await sessionIn(agent, id, 'participants { company { name } } openTo { name }')).participants.map(
        ({ company }: { company: { name: string } }) => company.name,
      );
    const merged = await admin.do(
      'mergeCompanies',
      { keepCompanyId: hanbit!.id, duplicateCompanyId: twin.id },
      'merge { id }',
    );
    expect(await companies()).toEqual(['한빛제조']);
    await admin.do('undoMerge', { mergeId: merged.merge.id }, 'merge { id }');
    expect(await companies()).toEqual(['한빛제조 본사']);
  });
});

describe('somebody who is erased', () => {
  it('leaves their score, not their words', async () => {
    const { id, code } = await held([joon!, hanbit!]);
    await attend(joon!, id, code);
    await joon!.do(
      'giveTrainingFeedback',
      { trainingSessionId: id, score: 2, words: '제 번호는 비밀이에요' },
      'trainingSession { id }',
    );
    await world.jobs();
    const admin = await world.staff('ADMIN');
    await admin.do(
      'erasePerson',
      { personId: joon!.id, confirmation: joon!.email, words: true },
      'person { erased }',
    );
    await world.jobs();
    const { feedback } = await sessionIn(agent, id, 'feedback { score words person { name } }');
    expect(feedback).toEqual([{ score: 2, words: REMOVED, person: { name: REMOVED } }]);
    const { vocItems } = await admin.get(
      '{ vocItems(channel: TRAINING, first: 100) { edges { node { quote } } } }',
    );
    expect(JSON.stringify(vocItems)).not.toContain('비밀이에요');
  });
});
