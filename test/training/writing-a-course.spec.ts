// Writing a course: in parts, in two languages, published once and for all, copied, archived.
import { type Person, World } from '../world/world.js';
import { raw, sql } from '../../src/platform/database/index.js';
import { uuidOf } from '../attacks/stage.js';

let world: World;
let agent: Person;

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '김상담');
});
afterAll(() => world.close());

const CONTENT = `id number state version
  texts { locale title summary body }
  materials { id kind url file { name url } texts { locale title body } }
  missions { id texts { locale title } steps { id shownBy dueDays teamMode texts { locale title body } } }`;

type Draft = { id: string; version: number };

async function newCourse(title = '협업 도구 첫걸음'): Promise<{ course: string; draft: Draft }> {
  const { course } = await agent.do(
    'createCourse',
    { stage: 'BASIC', locale: 'ko', title },
    'course { id draft { id version } }',
  );
  return { course: course.id, draft: course.draft };
}

/** Writes on the draft and moves its version along. */
async function write(draft: Draft, name: string, input: object): Promise<any> {
  const { courseVersion } = await agent.do(
    name,
    { courseVersionId: draft.id, version: draft.version, ...input },
    `courseVersion { ${CONTENT} }`,
  );
  draft.version = courseVersion.version;
  return courseVersion;
}

const ko = (title: string, body?: string) => ({ locale: 'ko', title, ...(body ? { body } : {}) });
const en = (title: string, body?: string) => ({ locale: 'en', title, ...(body ? { body } : {}) });

const publish = (draft: Draft) =>
  agent.do(
    'publishCourse',
    { courseVersionId: draft.id, version: draft.version },
    'course { published { id } }',
  );

/** A whole course in Korean: words, one material of each kind, a mission with two steps. */
async function wholeCourse(title?: string): Promise<{ course: string; draft: Draft }> {
  const made = await newCourse(title);
  const { draft } = made;
  const file = await agent.sendMaterial('안내서.txt', Buffer.from('처음부터 끝까지'));
  await write(draft, 'writeCourseText', {
    ...ko(title ?? '협업 도구 첫걸음', '## 오늘 배울 것'),
    summary: '한 시간에 시작해요',
  });
  await write(draft, 'writeCourseMaterial', { kind: 'FILE', fileId: file.id, texts: [ko('안내서')] });
  await write(draft, 'writeCourseMaterial', {
    kind: 'LINK',
    url: 'https://help.example/1',
    texts: [ko('도움말')],
  });
  await write(draft, 'writeCourseMaterial', {
    kind: 'VIDEO',
    url: 'https://video.example/1',
    texts: [ko('따라 하기')],
  });
  await write(draft, 'writeCourseMaterial', { kind: 'MARKDOWN', texts: [ko('요점', '- 하나\n- 둘')] });
  const { missions } = await write(draft, 'writeCourseMission', { texts: [ko('우리 팀 프로젝트 열기')] });
  const step = { missionId: missions[0].id, dueDays: 3, teamMode: 'EACH' };
  await write(draft, 'writeCourseStep', {
    ...step,
    shownBy: 'SCREENSHOT',
    texts: [ko('프로젝트를 만들어요', '이름은 자유예요')],
  });
  await write(draft, 'writeCourseStep', {
    ...step,
    shownBy: 'TEXT',
    teamMode: 'ANY',
    texts: [ko('느낀 점을 적어요')],
  });
  return made;
}

describe('an agent writes a course', () => {
  it('with materials of every kind and a mission, and publishes it', async () => {
    const { course, draft } = await wholeCourse();
    await publish(draft);
    const answer = await agent.get(
      `query($id: ID!) { course(courseId: $id) { stage texts { title } draft { id } published { ${CONTENT} } } }`,
      { id: course },
    );
    const { published } = answer.course;
    expect(answer.course).toMatchObject({
      stage: 'BASIC',
      draft: null,
      texts: [{ title: '협업 도구 첫걸음' }],
    });
    expect(published.texts).toEqual([
      { locale: 'ko', title: '협업 도구 첫걸음', summary: '한 시간에 시작해요', body: '## 오늘 배울 것' },
    ]);
    expect(published.materials.map(({ kind }: { kind: string }) => kind)).toEqual([
      'FILE',
      'LINK',
      'VIDEO',
      'MARKDOWN',
    ]);
    expect(published.materials[1].url).toBe('https://help.example/1');
    expect((await agent.download(published.materials[0].file.url)).bytes.toString()).toBe('처음부터 끝까지');
    expect(published.missions[0].steps).toMatchObject([
      { shownBy: 'SCREENSHOT', dueDays: 3, teamMode: 'EACH', texts: [{ body: '이름은 자유예요' }] },
      { shownBy: 'TEXT', teamMode: 'ANY' },
    ]);
  });

  it('puts its materials in another order and takes one away', async () => {
    const { draft } = await wholeCourse();
    const [file, link, video, words] = (await write(draft, 'writeCourseText', ko('다시'))).materials.map(
      ({ id }: { id: string }) => id,
    );
    const order = [words, file, link, video];
    const arranged = await write(draft, 'arrangeCourseParts', { partIds: order });
    expect(arranged.materials.map(({ id }: { id: string }) => id)).toEqual(order);
    const fewer = await write(draft, 'removeCoursePart', { partId: link });
    expect(fewer.materials.map(({ id }: { id: string }) => id)).toEqual([words, file, video]);
    const again = { courseVersionId: draft.id, version: draft.version, partIds: order };
    expect(await agent.refused('arrangeCourseParts', again, 'courseVersion { id }')).toMatchObject({
      code: 'INVALID',
      reason: 'ORDER',
    });
  });

  it('takes a mission away with its steps', async () => {
    const { draft } = await wholeCourse();
    const { missions } = await write(draft, 'writeCourseText', ko('다시'));
    expect((await write(draft, 'removeCoursePart', { partId: missions[0].id })).missions).toEqual([]);
    const left = await world.rows(sql`select 1 from hotline.course_text
      where course_version_id = ${uuidOf(draft.id)} and subject in ('MISSION', 'STEP')`);
    expect(left).toEqual([]);
  });

  it('is told when a colleague was quicker', async () => {
    const { draft } = await newCourse();
    const stale = { courseVersionId: draft.id, version: draft.version, ...ko('내 제목') };
    await write(draft, 'writeCourseText', ko('동료의 제목'));
    expect(await agent.refused('writeCourseText', stale, 'courseVersion { id }')).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE',
    });
  });
});

describe('what is published', () => {
  it('never changes: the next version is another draft that begins with its content', async () => {
    const { course, draft } = await wholeCourse();
    await publish(draft);
    const input = { courseVersionId: draft.id, version: draft.version + 1, ...ko('고친 제목') };
    expect(await agent.refused('writeCourseText', input, 'courseVersion { id }')).toMatchObject({
      code: 'CONFLICT',
      reason: 'PUBLISHED',
    });
    const next = await agent.do('startCourseDraft', { courseId: course }, `course { draft { ${CONTENT} } }`);
    const second: Draft = next.course.draft;
    expect(next.course.draft).toMatchObject({
      number: 2,
      materials: { length: 4 },
      missions: [{ steps: { length: 2 } }],
    });
    await write(second, 'writeCourseText', ko('둘째 판'));
    await publish(second);
    const { course: now } = await agent.get(
      'query($id: ID!) { course(courseId: $id) { versions { number texts { title } } } }',
      { id: course },
    );
    expect(now.versions).toEqual([
      { number: 2, texts: [{ title: '둘째 판' }] },
      { number: 1, texts: [{ title: '협업 도구 첫걸음' }] },
    ]);
  });

  it('is kept by the database itself', async () => {
    const { draft } = await wholeCourse();
    await publish(draft);
    for (const table of ['course_text', 'course_material', 'course_mission', 'course_mission_step'])
      await expect(
        world.rows(
          sql`delete from ${raw(`hotline.${table}`)} where course_version_id = ${uuidOf(draft.id)} returning 1`,
        ),
      ).rejects.toThrow('never changes');
  });
});

describe('a translation', () => {
  it('is a row for everything that is said; half a translation is not published', async () => {
    const { draft } = await wholeCourse();
    const before = await write(draft, 'writeCourseText', {
      ...en('First steps'),
      summary: 'An hour to begin',
    });
    const input = { courseVersionId: draft.id, version: draft.version };
    expect(await agent.refused('publishCourse', input, 'course { id }')).toMatchObject({
      code: 'INVALID',
      reason: 'UNTRANSLATED',
    });
    const [file, link, video, words] = before.materials;
    for (const [material, title] of [
      [file, 'Guide'],
      [link, 'Help'],
      [video, 'Follow me'],
    ] as const)
      await write(draft, 'writeCourseMaterial', {
        materialId: material.id,
        kind: material.kind,
        url: material.url,
        ...(material === file ? { fileId: fileIdOf(material.file.url) } : {}),
        texts: [en(title)],
      });
    await write(draft, 'writeCourseMaterial', {
      materialId: words.id,
      kind: 'MARKDOWN',
      texts: [en('Points', '- one')],
    });
    const [mission] = before.missions;
    await write(draft, 'writeCourseMission', { missionId: mission.id, texts: [en('Open a project')] });
    for (const step of mission.steps)
      await write(draft, 'writeCourseStep', {
        missionId: mission.id,
        stepId: step.id,
        shownBy: step.shownBy,
        dueDays: step.dueDays,
        teamMode: step.teamMode,
        texts: [en('Do it')],
      });
    const whole = await write(draft, 'writeCourseText', {
      ...en('First steps'),
      summary: 'An hour to begin',
    });
    expect(whole.materials[3].texts).toEqual([
      { locale: 'ko', title: '요점', body: '- 하나\n- 둘' },
      { locale: 'en', title: 'Points', body: '- one' },
    ]);
    await publish(draft);
  });

  it('can be given up again, but for the last language', async () => {
    const { draft } = await newCourse();
    await write(draft, 'writeCourseText', en('First steps'));
    expect((await write(draft, 'removeCourseLanguage', { locale: 'en' })).texts).toHaveLength(1);
    const last = { courseVersionId: draft.id, version: draft.version, locale: 'ko' };
    expect(await agent.refused('removeCourseLanguage', last, 'courseVersion { id }')).toMatchObject({
      reason: 'LAST_LANGUAGE',
    });
  });
});

describe('a copy', () => {
  it('has all of it under a name of its own, and goes its own way', async () => {
    const { course, draft } = await wholeCourse('문화 과정');
    await publish(draft);
    const copied = await agent.do(
      'copyCourse',
      { courseId: course },
      `course { id stage draft { ${CONTENT} } }`,
    );
    expect(copied.course.id).not.toBe(course);
    expect(copied.course.draft.texts[0].title).toBe('문화 과정 (사본)');
    expect(copied.course.draft.materials).toHaveLength(4);
    expect(copied.course.draft.missions[0].steps).toHaveLength(2);
    // The file is one, kept for both.
    const [material] = copied.course.draft.materials;
    expect((await agent.download(material.file.url)).status).toBe(200);
    await write(copied.course.draft, 'removeCoursePart', { partId: material.id });
    const { course: original } = await agent.get(
      'query($id: ID!) { course(courseId: $id) { published { materials { id } } } }',
      { id: course },
    );
    expect(original.published.materials).toHaveLength(4);
  });
});

describe('an archived course', () => {
  it('leaves the list, is written no more, and comes back', async () => {
    const { course, draft } = await newCourse('지난 과정');
    const archived = await agent.do(
      'archiveCourse',
      { courseId: course, version: 1, archived: true },
      'course { archivedAt version abilities { write archive } }',
    );
    expect(archived.course.abilities).toEqual({ write: false, archive: true });
    const listed = async (only: boolean) =>
      (await agent.get('query($only: Boolean!) { courses(archived: $only) { id } }', { only })).courses.some(
        ({ id }: { id: string }) => id === course,
      );
    expect([await listed(false), await listed(true)]).toEqual([false, true]);
    const input = { courseVersionId: draft.id, version: draft.version };
    expect(await agent.refused('publishCourse', input, 'course { id }')).toMatchObject({
      reason: 'ARCHIVED',
    });
    await agent.do('archiveCourse', { courseId: course, version: 2, archived: false }, 'course { id }');
    expect([await listed(false), await listed(true)]).toEqual([true, false]);
  });
});

describe('who writes', () => {
  it('are staff who answer; planners read, contacts see nothing of what they are not taught', async () => {
    const { course } = await wholeCourse('조용한 과정');
    const planner = await world.staff('PLANNER');
    const contact = await world.contact(await world.company());
    const make = { stage: 'BASIC', locale: 'ko', title: '몰래' };
    expect(await planner.refused('createCourse', make, 'course { id }')).toMatchObject({ code: 'DENIED' });
    expect(await contact.refused('createCourse', make, 'course { id }')).toMatchObject({ code: 'DENIED' });
    const see = 'query($id: ID!) { course(courseId: $id) { texts { title } } }';
    expect((await planner.get(see, { id: course })).course.texts).toHaveLength(1);
    expect((await contact.ask(see, { id: course })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await contact.get('{ courses { id } }')).courses).toEqual([]);
    await expect(contact.sendMaterial('x.txt', Buffer.from('x'))).rejects.toThrow('NOT_ALLOWED');
  });
});

const fileIdOf = (url: string): string => /coursefile_[0-9a-f]{32}/.exec(url)?.[0] ?? '';

it('its files have room, counted once for all versions; what does not fit loses nothing', async () => {
  const small = await world.beside({ COURSE_QUOTA_MB: '1' });
  const writer = small.withToken(agent.token ?? '');
  const { course, draft } = await newCourse('큰 자료');
  const half = async (name: string) =>
    (await writer.sendMaterial(name, Buffer.alloc(500_000, `${name}\n`))).id;
  const put = (fileId: string) => ({
    courseVersionId: draft.id,
    version: draft.version,
    kind: 'FILE',
    fileId,
    texts: [ko('자료')],
  });
  const [first, second, third] = [await half('하나.txt'), await half('둘.txt'), await half('셋.txt')];
  for (const file of [first, second])
    draft.version = (
      await writer.do('writeCourseMaterial', put(file), 'courseVersion { version }')
    ).courseVersion.version;
  expect(await writer.refused('writeCourseMaterial', put(third), 'courseVersion { id }')).toMatchObject({
    code: 'INVALID',
    reason: 'COURSE_QUOTA',
    field: 'fileId',
  });
  await publish(draft);
  const { course: next } = await agent.do(
    'startCourseDraft',
    { courseId: course },
    'course { draft { id version materials { id } } }',
  );
  expect(next.draft.materials).toHaveLength(2);
  Object.assign(draft, { id: next.draft.id, version: next.draft.version });
  // The new version shares what the published one has; a third does not fit, the same again does.
  expect((await writer.refused('writeCourseMaterial', put(third), 'courseVersion { id }')).reason).toBe(
    'COURSE_QUOTA',
  );
  await writer.do('writeCourseMaterial', put(first), 'courseVersion { id }');
  await small.app.close();
});
