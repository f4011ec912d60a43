// Missions for stories: a course whose steps are shown in every way, and a session of it that has ended.
import type { Company, Person, World } from '../world/world.js';

const HOUR = 3_600_000;

export type StepWish = { title: string; shownBy: string; dueDays: number; teamMode: string };

/** A published course of one mission with these steps. */
export async function courseWith(agent: Person, title: string, steps: StepWish[]): Promise<string> {
  const { course } = await agent.do(
    'createCourse',
    { stage: 'BASIC', locale: 'ko', title },
    'course { id draft { id version } }',
  );
  const draft = course.draft;
  const write = async (name: string, input: object) => {
    const { courseVersion } = await agent.do(
      name,
      { courseVersionId: draft.id, version: draft.version, ...input },
      'courseVersion { version missions { id } }',
    );
    draft.version = courseVersion.version;
    return courseVersion;
  };
  const { missions } = await write('writeCourseMission', {
    texts: [{ locale: 'ko', title: `${title} 미션` }],
  });
  for (const { title: name, ...step } of steps)
    await write('writeCourseStep', {
      missionId: missions[0].id,
      ...step,
      texts: [{ locale: 'ko', title: name, body: `${name} 해 보세요` }],
    });
  await agent.do('publishCourse', { courseVersionId: draft.id, version: draft.version }, 'course { id }');
  return course.id;
}

/** Begins now and lasts an hour; who is named is there, the absent are only invited. The clock stands at its end. */
export async function heldWith(
  world: World,
  agent: Person,
  courseId: string,
  there: [Person, Company][],
  absent: [Person, Company][] = [],
): Promise<string> {
  const now = world.clock.now().getTime();
  const { trainingSession } = await agent.do(
    'planTrainingSession',
    {
      courseId,
      startsAt: new Date(now),
      endsAt: new Date(now + HOUR),
      place: '3층 교육장',
      trainerId: agent.id,
      companyIds: [],
    },
    'trainingSession { id }',
  );
  const trainingSessionId: string = trainingSession.id;
  const all = [...there, ...absent];
  for (let from = 0; from < all.length; from += 100) {
    const people = all
      .slice(from, from + 100)
      .map(([person, company]) => ({ personId: person.id, companyId: company.id }));
    await agent.do('inviteToTraining', { trainingSessionId, people }, 'trainingSession { id }');
  }
  await agent.do('holdTrainingSession', { trainingSessionId }, 'trainingSession { id }');
  const { trainingSession: seen } = await agent.get(
    'query($id: ID!) { trainingSession(trainingSessionId: $id) { participants { id person { id } } } }',
    { id: trainingSessionId },
  );
  const present = new Set(there.map(([person]) => person.id));
  const ids: string[] = seen.participants
    .filter(({ person }: { person: { id: string } }) => present.has(person.id))
    .map(({ id }: { id: string }) => id);
  for (let from = 0; from < ids.length; from += 100)
    await agent.do(
      'markTrainingAttendance',
      { trainingSessionId, participantIds: ids.slice(from, from + 100), attended: true },
      'trainingSession { id }',
    );
  world.clock.pass(HOUR);
  return trainingSessionId;
}

/** Closes the session and gives the missions. */
export async function ended(world: World, agent: Person, trainingSessionId: string): Promise<void> {
  await agent.do('endTrainingSession', { trainingSessionId }, 'trainingSession { state }');
  await world.jobs();
}

export type Mission = {
  id: string;
  state: string;
  done: boolean;
  late: boolean;
  dueAt: string | null;
  sentBack: number;
  teamMode: string;
  shownBy: string;
  person: { name: string } | null;
  team: { people: number; passed: number } | null;
  texts: { title: string }[];
  abilities: { submit: boolean };
  project: { id: string };
};

export const missionsOf = async (person: Person): Promise<Mission[]> =>
  (
    await person.get(`{ myMissions { id state done late dueAt sentBack teamMode shownBy person { name }
      team { people passed } texts { title } abilities { submit } project { id } } }`)
  ).myMissions;

/** The viewer's step by its title. */
export async function missionOf(person: Person, title: string): Promise<Mission> {
  const mission = (await missionsOf(person)).find(({ texts }) => texts[0]?.title === title);
  if (!mission) throw new Error(`${title}: not among their missions.`);
  return mission;
}

/** Shows it, and answers the id of what was shown. */
export async function show(person: Person, missionStepId: string, input: object = {}): Promise<string> {
  const { missionStep } = await person.do(
    'submitStep',
    { missionStepId, ...input },
    'missionStep { submissions { id } }',
  );
  return missionStep.submissions.at(-1).id;
}

export const review = (
  agent: Person,
  submissionId: string,
  verdict: 'PASS' | 'AGAIN',
  more: object = {},
): Promise<any> =>
  agent.do(
    'reviewSubmission',
    { submissionId, verdict, ...more },
    'submission { review { verdict comment praise reviewer { name } } missionStep { state } }',
  );
