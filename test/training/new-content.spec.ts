// New content: a published version announced to companies, to each once, read by their contacts and nobody else's.
import { sql } from '../../src/platform/database/index.js';
import { AnnouncingService } from '../../src/training/index.js';
import { uuidOf } from '../attacks/stage.js';
import { type Company, type Person, World } from '../world/world.js';
import { courseWith, ended, heldWith } from './practised.js';

let world: World;
let agent: Person;
let planner: Person;
let admin: Person;
let hanbit: Company;
let duri: Company;
let minji: Person;
let joon: Person;
let reader: Person;
let sora: Person;
let course: string;
let version: string;

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '김상담');
  planner = await world.staff('PLANNER', '최기획');
  admin = await world.staff('ADMIN', '박관리');
});
afterAll(() => world.close());

/** 한빛 was taught the first version; a second one with a new material is published on a Wednesday. */
beforeEach(async () => {
  world.clock.set('2026-11-18T14:00:00+09:00');
  hanbit = await world.company();
  duri = await world.company();
  minji = await world.contact(hanbit, '박민지');
  joon = await world.contact(hanbit, '이준');
  reader = await world.contact(hanbit, '독자', 'READER');
  sora = await world.contact(duri, '최소라');
  course = await courseWith(agent, '협업 도구 첫걸음', [
    { title: '첫 글 쓰기', shownBy: 'TEXT', dueDays: 1, teamMode: 'EACH' },
  ]);
  await ended(world, agent, await heldWith(world, agent, course, [[minji, hanbit]]));
  version = await nextVersion('새 기능 안내');
  await world.jobs();
});

async function nextVersion(material: string): Promise<string> {
  const { course: next } = await agent.do(
    'startCourseDraft',
    { courseId: course },
    'course { draft { id version } }',
  );
  const { courseVersion } = await agent.do(
    'writeCourseMaterial',
    {
      courseVersionId: next.draft.id,
      version: next.draft.version,
      kind: 'MARKDOWN',
      texts: [{ locale: 'ko', title: material, body: '이렇게 달라졌어요' }],
    },
    'courseVersion { version }',
  );
  const { course: published } = await agent.do(
    'publishCourse',
    { courseVersionId: next.draft.id, version: courseVersion.version },
    'course { published { id } }',
  );
  return published.published.id;
}

const announce = (input: object = {}, by = agent): Promise<any> =>
  by.do('announceCourse', { courseVersionId: version, ...input }, 'companies courseVersion { number }');
const preview = async (args = ''): Promise<any> =>
  (
    await agent.get(
      `query($id: ID!) { announcementPreview(courseVersionId: $id ${args}) { companies people announced } }`,
      { id: version },
    )
  ).announcementPreview;
const thisWeek = async (person: Person): Promise<any[]> =>
  (
    await person.get(
      '{ newContent { at courseVersion { number texts { title } materials { texts { title } } } } }',
    )
  ).newContent;
const told = async (person: Person): Promise<any[]> =>
  (
    await person.get(
      '{ notifications(first: 20) { edges { node { kind newContent { number texts { title } } } } } }',
    )
  ).notifications.edges
    .map(({ node }: any) => node)
    .filter(({ kind }: any) => kind === 'TRAINING_CONTENT');

describe('announcing', () => {
  it('reaches companies that were taught the course, and tells all their contacts once', async () => {
    expect(await preview()).toEqual({ companies: 1, people: 3, announced: 0 });
    expect(await announce()).toEqual({ companies: 1, courseVersion: { number: 2 } });
    await world.jobs();
    for (const person of [minji, joon, reader])
      expect(await told(person)).toEqual([
        { kind: 'TRAINING_CONTENT', newContent: { number: 2, texts: [{ title: '협업 도구 첫걸음' }] } },
      ]);
    expect(await told(sora)).toEqual([]);
    expect(await preview()).toEqual({ companies: 0, people: 0, announced: 1 });
  });

  it('never twice: by repetition, by two at once, by a job that runs again', async () => {
    const both = await Promise.all([announce(), announce()]);
    expect(both.map(({ companies }) => companies).sort()).toEqual([0, 1]);
    await world.jobs();
    expect((await announce({ audience: 'COMPANIES', companyIds: [hanbit.id] })).companies).toBe(0);
    await world.jobs();
    await world.rows(sql`update hotline.course_announcement set told_at = null returning 1`);
    await world.app.get(AnnouncingService).tell(uuidOf(version));
    expect(await told(minji)).toHaveLength(1);
  });

  it('reaches chosen companies, or those of a tier, and a later version anew', async () => {
    await admin.do('updateCompany', { id: duri.id, version: 1, tier: 'VIP' }, 'company { id }');
    expect((await announce({ audience: 'TIER', tier: 'VIP' })).companies).toBe(1);
    await world.jobs();
    expect(await told(sora)).toHaveLength(1);
    expect(await told(minji)).toEqual([]);
    expect((await announce({ audience: 'COMPANIES', companyIds: [hanbit.id, duri.id] })).companies).toBe(1);
    version = await nextVersion('또 하나');
    expect((await announce({ audience: 'COMPANIES', companyIds: [hanbit.id, duri.id] })).companies).toBe(2);
    await world.jobs();
    expect(await told(sora)).toHaveLength(2);
  });

  it('is of the newest published version of a course that is taught', async () => {
    const refused = async (input: object) =>
      (await agent.refused('announceCourse', { courseVersionId: version, ...input }, 'companies')).reason;
    const old = version;
    version = await nextVersion('또 하나');
    expect(await refused({ courseVersionId: old })).toBe('NEWER_VERSION');
    const { course: next } = await agent.do(
      'startCourseDraft',
      { courseId: course },
      'course { draft { id } version }',
    );
    expect(await refused({ courseVersionId: next.draft.id })).toBe('NOT_PUBLISHED');
    expect(await refused({ audience: 'TIER' })).toBe('TIER');
    expect(await refused({ audience: 'COMPANIES', companyIds: [] })).toBe('COMPANIES');
    await agent.do(
      'archiveCourse',
      { courseId: course, version: next.version, archived: true },
      'course { id }',
    );
    expect(await refused({})).toBe('ARCHIVED');
  });

  it('goes on with the companies that were left when a job was cut', async () => {
    const many = 60;
    for (let n = 0; n < many; n++) await world.company(`많은 회사 ${n}`);
    const ids = (
      await world.rows<{ id: string }>(sql`select id from hotline.company where name like '많은 회사%'`)
    ).map(({ id }) => `company_${id.replaceAll('-', '')}`);
    expect((await announce({ audience: 'COMPANIES', companyIds: ids })).companies).toBe(many);
    await world.rows(sql`update hotline.course_announcement set told_at = announced_at where company_id in (
      select company_id from hotline.course_announcement where told_at is null limit 30) returning 1`);
    await world.jobs();
    expect(await world.rows(sql`select 1 from hotline.course_announcement where told_at is null`)).toEqual(
      [],
    );
  }, 60_000);
});

describe('what contacts read', () => {
  it('is listed in the week in which it was announced, with its materials, for the whole company', async () => {
    expect(await thisWeek(joon)).toEqual([]);
    await announce();
    const [content] = await thisWeek(joon);
    expect(content.courseVersion).toEqual({
      number: 2,
      texts: [{ title: '협업 도구 첫걸음' }],
      materials: [{ texts: [{ title: '새 기능 안내' }] }],
    });
    world.clock.set('2026-11-22T23:59:00+09:00');
    expect(await thisWeek(joon)).toHaveLength(1);
    world.clock.set('2026-11-23T00:00:00+09:00');
    expect(await thisWeek(joon)).toEqual([]);
  });

  it('is not another company’s, and its missions are nobody’s who was not taught', async () => {
    await announce();
    expect(await thisWeek(sora)).toEqual([]);
    const NODE = `query($id: ID!) { node(id: $id) { ... on CourseVersion { number texts { title }
      materials { texts { title } } missions { id } } } }`;
    expect((await sora.get(NODE, { id: version })).node).toBeNull();
    const { node } = await joon.get(NODE, { id: version });
    expect(node.materials).toHaveLength(1);
    expect(node.missions).toEqual([]);
  });

  it('contacts announce nothing and see no figures of it; planners look', async () => {
    for (const person of [minji, sora]) {
      const refused = await person.refused('announceCourse', { courseVersionId: version }, 'companies');
      expect(refused.code).toBe('DENIED');
      const asked = await person.ask(
        'query($id: ID!) { announcementPreview(courseVersionId: $id) { companies } }',
        { id: version },
      );
      expect(asked.errors?.[0]?.extensions.code).toBe('DENIED');
    }
    expect((await planner.refused('announceCourse', { courseVersionId: version }, 'companies')).code).toBe(
      'DENIED',
    );
    expect((await agent.ask('{ newContent { at } }')).errors?.[0]?.extensions.code).toBe('DENIED');
    expect(
      await world.rows(sql`select 1 from hotline.course_announcement
      where course_version_id = ${uuidOf(version)}`),
    ).toEqual([]);
  });

  it('goes by mail to who wants it so', async () => {
    await joon.do('chooseNotification', { kind: 'TRAINING_CONTENT', inApp: true, mail: true }, '__typename');
    await announce();
    await world.jobs();
    await world.later(3 * 60_000);
    const letters = world.mails.sent.filter(({ text }) => text.includes('새 교육 콘텐츠가 나왔어요'));
    expect(letters.map(({ to }) => to)).toEqual([joon.email]);
    expect(letters[0]?.text).toContain(encodeURIComponent('/training/content/'));
  });

  it('comes along when two companies turn out to be one, and goes back', async () => {
    await announce({ audience: 'COMPANIES', companyIds: [duri.id] });
    const { merge } = await admin.do(
      'mergeCompanies',
      { keepCompanyId: hanbit.id, duplicateCompanyId: duri.id },
      'merge { id }',
    );
    expect(await thisWeek(joon)).toHaveLength(1);
    await admin.do('undoMerge', { mergeId: merge.id }, 'merge { id }');
    expect(await thisWeek(joon)).toEqual([]);
    expect(await thisWeek(sora)).toHaveLength(1);
  });
});
