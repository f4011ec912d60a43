// How far a company is, for those who may look: by session, by company, live; and never another company's.
import { sql } from '../../src/platform/database/index.js';
import { MissionTelling } from '../../src/training/index.js';
import { type Company, type Person, World } from '../world/world.js';
import { courseWith, ended, heldWith, missionOf, review, show } from './practised.js';

const STEPS = [
  { title: '첫 글 쓰기', shownBy: 'TEXT', dueDays: 1, teamMode: 'EACH' },
  { title: '팀 규칙 정하기', shownBy: 'TICK', dueDays: 3, teamMode: 'ANY' },
];

let world: World;
let agent: Person;
let course: string;
let session: string;
let hanbit: Company;
let duri: Company;
let owner: Person;
let minji: Person;
let joon: Person;
let sora: Person;

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '김상담');
  course = await courseWith(agent, '협업 도구 첫걸음', STEPS);
});
afterAll(() => world.close());

beforeEach(async () => {
  world.clock.set('2026-11-18T14:00:00+09:00');
  hanbit = await world.company();
  duri = await world.company();
  owner = await world.contact(hanbit, '한사장');
  minji = await world.contact(hanbit, '박민지');
  joon = await world.contact(hanbit, '이준');
  sora = await world.contact(duri, '최소라');
  session = await heldWith(world, agent, course, [
    [minji, hanbit],
    [joon, hanbit],
    [sora, duri],
  ]);
  await ended(world, agent, session);
});

const ofSession = async (person: Person): Promise<string[]> => {
  const { data } = await person.ask(
    'query($id: ID!) { trainingSession(trainingSessionId: $id) { trainingProjects { company { id } } } }',
    { id: session },
  );
  return (data?.trainingSession?.trainingProjects ?? []).map(({ company }: any) => company.id).sort();
};
const ofCompany = async (person: Person, { id }: Company): Promise<any[]> => {
  const { data } = await person.ask(
    'query($id: ID!) { node(id: $id) { ... on Company { trainingProjects { id progress { steps } } } } }',
    { id },
  );
  return data?.node?.trainingProjects ?? [];
};
const PROJECT = `query($id: ID!) { trainingProject(trainingProjectId: $id) { id company { name }
  members { person { id name } progress { steps passed } } steps { id progress { passed } }
  missionSteps { courseStepId state person { id } } } }`;

describe('the project of a company', () => {
  it('is reached from its session: staff see all, a contact their own company’s', async () => {
    expect(await ofSession(agent)).toEqual([hanbit.id, duri.id].sort());
    expect(await ofSession(minji)).toEqual([hanbit.id]);
    expect(await ofSession(sora)).toEqual([duri.id]);
    // Not there, and no owner.
    const colleague = await world.contact(hanbit, '새 동료');
    expect(await ofSession(colleague)).toEqual([]);
  });

  it('is reached from its company, also where that has no space', async () => {
    expect(await ofCompany(agent, hanbit)).toEqual([{ id: expect.any(String), progress: { steps: 3 } }]);
    expect(await ofCompany(owner, hanbit)).toHaveLength(1);
    await world.rows(sql`with gone as (delete from hotline.space_member where space_id = ${duri.spaceUuid})
      delete from hotline.space where id = ${duri.spaceUuid} returning id`);
    expect(await ofCompany(agent, duri)).toHaveLength(1);
  });

  it('tells by person and step where each is', async () => {
    await review(agent, await show(joon, (await missionOf(joon, '첫 글 쓰기')).id, { words: '글' }), 'PASS');
    const [{ id }] = await ofCompany(agent, hanbit);
    for (const person of [agent, owner]) {
      const { trainingProject } = await person.get(PROJECT, { id });
      const [first, team] = trainingProject.steps;
      expect(first.progress.passed).toBe(1);
      const stateOf = (step: { id: string }, whose: string | null) =>
        trainingProject.missionSteps.find(
          (each: any) => each.courseStepId === step.id && (each.person?.id ?? null) === whose,
        )?.state;
      expect(stateOf(first, joon.id)).toBe('PASSED');
      expect(stateOf(first, minji.id)).toBe('OPEN');
      expect(stateOf(team, null)).toBe('OPEN');
      expect(stateOf(team, joon.id)).toBeUndefined();
    }
  });

  it('of one company is nothing at all to the owner of another', async () => {
    const stranger = await world.contact(duri, '두리 사장', 'OWNER');
    const [{ id }] = await ofCompany(agent, hanbit);
    for (const foreign of [stranger, sora]) {
      const answer = await foreign.ask(PROJECT, { id });
      const nobody = await foreign.ask(PROJECT, { id: world.nobody('trainingproject') });
      expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect(answer.text).toBe(nobody.text);
      expect(await ofCompany(foreign, hanbit)).toEqual([]);
      const node = await foreign.ask('query($id: ID!) { node(id: $id) { __typename } }', { id });
      expect(node.data?.node ?? null).toBeNull();
    }
    expect(await ofSession(stranger)).toEqual([]);
  });
});

describe('whoever looks at it', () => {
  /** What was heard of training since; nothing is waited for that may not come. */
  const watchers = async (people: Person[]) => {
    const watching = await Promise.all(people.map((person) => person.watch('kind spaceId')));
    const ours = ({ data }: any) => data.hints.kind === 'TRAINING' && data.hints.spaceId === hanbit.spaceId;
    return {
      watching,
      hear: async () => {
        await Promise.all(watching.map((each) => each.until(ours)));
        for (const each of watching) each.heard.length = 0;
      },
    };
  };

  it('hears of it live: the participant, a colleague, the owner and staff; what is shown, reviewed, late, and who leaves', async () => {
    const { hear } = await watchers([minji, joon, owner, agent]);
    const id = await show(minji, (await missionOf(minji, '첫 글 쓰기')).id, { words: '글' });
    await hear();
    await review(agent, id, 'AGAIN', { comment: '한 번 더요' });
    await hear();
    world.clock.set('2026-11-19T18:00:00+09:00');
    await world.app.get(MissionTelling).remind();
    await hear();
    const { hear: rest } = await watchers([minji, owner, agent]);
    await owner.do('removeContact', { companyId: hanbit.id, personId: joon.id }, 'done');
    await rest();
  });

  it('hears nothing of another company', async () => {
    const foreign = await sora.watch('kind spaceId');
    await show(minji, (await missionOf(minji, '첫 글 쓰기')).id, { words: '글' });
    await world.app.get(MissionTelling).remind();
    // What is their own is heard after it, and nothing was before.
    await show(sora, (await missionOf(sora, '첫 글 쓰기')).id, { words: '글' });
    const isTraining = ({ data }: any) => data.hints.kind === 'TRAINING';
    await foreign.until(isTraining);
    expect(foreign.heard.filter(isTraining).map(({ data }: any) => data.hints.spaceId)).toEqual([
      duri.spaceId,
    ]);
  });
});
