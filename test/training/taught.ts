// Courses and sessions for stories: a published course with a file and a mission, and a session of it tomorrow.
import type { Person, World } from '../world/world.js';

const HOUR = 3_600_000;

/** The id of a published course in Korean with one file and one mission of one step. */
export async function courseOf(
  agent: Person,
  title: string,
  summary = '한 시간에 시작해요',
): Promise<string> {
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
  const texts = [{ locale: 'ko', title: '한 걸음' }];
  const file = await agent.sendMaterial('안내서.txt', Buffer.from(`${title} 안내서`));
  await write('writeCourseText', { locale: 'ko', title, summary });
  await write('writeCourseMaterial', { kind: 'FILE', fileId: file.id, texts });
  const { missions } = await write('writeCourseMission', { texts });
  const step = { missionId: missions[0].id, shownBy: 'TICK', dueDays: 3, teamMode: 'EACH', texts };
  await write('writeCourseStep', step);
  await agent.do('publishCourse', { courseVersionId: draft.id, version: draft.version }, 'course { id }');
  return course.id;
}

/** A session in 24 hours, of two hours. */
export async function planned(
  world: World,
  agent: Person,
  courseId: string,
  input: object = {},
): Promise<string> {
  const now = world.clock.now().getTime();
  const wishes = {
    courseId,
    startsAt: new Date(now + 24 * HOUR),
    endsAt: new Date(now + 26 * HOUR),
    place: '3층 교육장',
    trainerId: agent.id,
    companyIds: [],
    ...input,
  };
  const { trainingSession } = await agent.do('planTrainingSession', wishes, 'trainingSession { id }');
  return trainingSession.id;
}

export const sessionIn = async (person: Person, id: string, fields: string): Promise<any> =>
  (await person.get(`query($id: ID!) { trainingSession(trainingSessionId: $id) { ${fields} } }`, { id }))
    .trainingSession;
