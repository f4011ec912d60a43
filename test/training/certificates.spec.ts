// Who has finished a training gets a certificate: once, on paper, with a link at which anybody sees that it is true.
import { REMOVED } from '../../src/identity/index.js';
import { AwardingService } from '../../src/training/index.js';
import { sql } from '../../src/platform/database/index.js';
import { uuidOf } from '../attacks/stage.js';
import { type Company, type Person, World } from '../world/world.js';
import {
  type Certificate,
  ONE_STEP,
  certificatesOf,
  certified,
  ofSpace,
  passAll,
  rowsOf,
  tokenOf,
  verified,
} from './certified.js';
import { courseWith, ended, heldWith, missionOf, review, show } from './practised.js';

let world: World;
let agent: Person;
let admin: Person;
let hanbit: Company;
let duri: Company;
let owner: Person;
let minji: Person;
let joon: Person;
let sora: Person;

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '김상담');
  admin = await world.staff('ADMIN', '박관리');
});
afterAll(() => world.close());

beforeEach(async () => {
  world.clock.set('2026-11-18T14:00:00+09:00');
  hanbit = await world.company('한빛전자');
  duri = await world.company('두리물산');
  owner = await world.contact(hanbit, '한사장');
  minji = await world.contact(hanbit, '박민지');
  joon = await world.contact(hanbit, '이준');
  await world.contact(duri, '두사장');
  sora = await world.contact(duri, '최소라');
});

const only = async (person: Person): Promise<Certificate> => {
  const all = await certificatesOf(person);
  expect(all).toHaveLength(1);
  return all[0] as Certificate;
};

describe('a certificate', () => {
  it('comes when the last step has passed, as names and titles were then', async () => {
    const course = await courseWith(agent, '협업 도구 첫걸음', [
      ...ONE_STEP,
      { title: '팀 규칙', shownBy: 'TICK', dueDays: 2, teamMode: 'ANY' },
    ]);
    await ended(world, agent, await heldWith(world, agent, course, [[minji, hanbit]]));
    await review(agent, await show(minji, (await missionOf(minji, '첫 글 쓰기')).id), 'PASS');
    await world.jobs();
    expect(await certificatesOf(minji)).toEqual([]);
    const { id } = await missionOf(minji, '팀 규칙');
    await review(agent, await show(minji, id), 'AGAIN', { comment: '한 줄만 더요' });
    await world.jobs();
    expect(await certificatesOf(minji)).toEqual([]);
    await review(agent, await show(minji, id), 'PASS');
    await world.jobs();
    const certificate = await only(minji);
    expect(certificate).toMatchObject({
      personName: '박민지',
      companyName: '한빛전자',
      stage: 'BASIC',
      titles: [{ locale: 'ko', title: '협업 도구 첫걸음' }],
      issuedAt: '2026-11-18T06:00:00.000Z',
      withdrawnAt: null,
    });
    expect(certificate.number).toMatch(/^2026-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await world.rows(sql`update hotline.person set name = '박새이름' where id = ${minji.uuid} returning id`);
    expect((await only(minji)).personName).toBe('박민지');
  });

  it('is one, however often the jobs run and however many pass at once', async () => {
    const session = await certified(world, agent, '한 번만', [
      [minji, hanbit],
      [joon, hanbit],
    ]);
    const before = await rowsOf(world, session);
    expect(before).toHaveLength(2);
    const awarding = world.app.get(AwardingService);
    const { project } = (await minji.get('{ myMissions { project { id } } }')).myMissions[0];
    await Promise.all(Array.from({ length: 6 }, () => awarding.forProject(uuidOf(project.id))));
    await awarding.forSession(uuidOf(session));
    expect(await rowsOf(world, session)).toEqual(before);
    const { notifications } = await minji.get('{ notifications { edges { node { kind count } } } }');
    expect(notifications.edges.filter(({ node }: any) => node.kind === 'CERTIFICATE_GIVEN')).toEqual([
      { node: { kind: 'CERTIFICATE_GIVEN', count: 1 } },
    ]);
  });

  it('of what all do together waits for all, and for nobody who has left', async () => {
    const course = await courseWith(agent, '함께', [{ ...ONE_STEP[0], teamMode: 'ALL' } as any]);
    await ended(
      world,
      agent,
      await heldWith(world, agent, course, [
        [minji, hanbit],
        [joon, hanbit],
      ]),
    );
    await passAll(world, agent, minji);
    expect(await certificatesOf(minji)).toEqual([]);
    await owner.do('removeContact', { companyId: hanbit.id, personId: joon.id }, 'done');
    await world.jobs();
    await only(minji);
  });

  it('of a course without missions is of who was there when the session closes', async () => {
    const { course: made } = await agent.do(
      'createCourse',
      { stage: 'ADMINISTRATOR', locale: 'ko', title: '관리자 과정' },
      'course { id draft { id version } }',
    );
    await agent.do(
      'publishCourse',
      { courseVersionId: made.draft.id, version: made.draft.version },
      'course { id }',
    );
    const session = await heldWith(world, agent, made.id, [[minji, hanbit]], [[joon, hanbit]]);
    await world.jobs();
    expect(await certificatesOf(minji)).toEqual([]);
    await ended(world, agent, session);
    expect((await only(minji)).stage).toBe('ADMINISTRATOR');
    expect(await certificatesOf(joon)).toEqual([]);
  });

  it('is told in the app and by mail, with its page and its link', async () => {
    await certified(world, agent, '소식', [[minji, hanbit]]);
    const certificate = await only(minji);
    await world.later(3 * 60_000);
    const { notifications } = await minji.get(
      '{ notifications { edges { node { kind certificate { id titles { title } } } } } }',
    );
    // The review that it followed came in the same moment: which of the two stands first is nobody's promise.
    expect(notifications.edges.map(({ node }: any) => node)).toContainEqual({
      kind: 'CERTIFICATE_GIVEN',
      certificate: { id: certificate.id, titles: [{ title: '소식' }] },
    });
    const mail = world.mails.to(minji.email);
    expect(mail.text).toContain('수료증이 나왔어요');
    expect(mail.text).toContain(certificate.verifyUrl);
    expect(decodeURIComponent(mail.text)).toContain(`/c/${hanbit.handle}/certificates/${certificate.id}`);
  });
});

describe('on paper', () => {
  const pages = (bytes: Buffer) => bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length;

  it('is a PDF in both languages for its person, its owner and staff, and for nobody else', async () => {
    await certified(world, agent, '종이', [
      [minji, hanbit],
      [sora, duri],
    ]);
    const { pdfUrl } = await only(minji);
    const url = pdfUrl ?? '';
    const plain = url.replace(/\?.*/, '');
    for (const locale of ['ko', 'en']) {
      const { status, bytes, headers } = await minji.download(`${url}&locale=${locale}`);
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'application/pdf',
        'private, no-store',
      ]);
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pages(bytes)).toBe(1);
      expect(bytes.toString('latin1')).toContain('/MediaBox [0 0 841.89 595.28]');
      expect(headers['content-disposition']).toMatch(/^attachment; filename="certificate-2026-/);
    }
    const planner = await world.staff('PLANNER');
    for (const [person, address, status] of [
      [owner, url, 200],
      [agent, plain, 200],
      [planner, plain, 200],
      [joon, url, 404],
      [sora, url, 404],
      [sora, plain, 404],
      [sora, url.replace(hanbit.handle, duri.handle), 404],
      [world.stranger(), url, 401],
      [minji, '/certificates/certificate_1.pdf', 404],
      [minji, '/certificates/nothing', 404],
    ] as const)
      expect([address, (await person.download(address)).status]).toEqual([address, status]);
    const their = (await only(sora)).pdfUrl ?? '';
    for (const person of [minji, owner, joon])
      for (const address of [their, their.replace(duri.handle, hanbit.handle), their.replace(/\?.*/, '')])
        expect((await person.download(address)).status).toBe(404);
  });

  it('takes the longest names and titles on its one page', async () => {
    const long = await world.company('가나다라마바사아자차카타파하 '.repeat(8).trim());
    await world.contact(long, '사장');
    const person = await world.contact(long, `${'기나긴이름'.repeat(15)} A`);
    await certified(world, agent, '아주 긴 과정 이름 '.repeat(9).trim(), [[person, long]]);
    const { pdfUrl } = await only(person);
    for (const locale of ['ko', 'en'])
      expect(pages((await person.download(`${pdfUrl}&locale=${locale}`)).bytes)).toBe(1);
  });
});

describe('its link', () => {
  it('says to anybody who, what, where and when, and nothing else', async () => {
    await certified(world, agent, '확인', [[minji, hanbit]]);
    const token = tokenOf(await only(minji));
    expect(token).toHaveLength(22);
    const stranger = world.stranger();
    const said = {
      personName: '박민지',
      companyName: '한빛전자',
      titles: [{ locale: 'ko', title: '확인' }],
      issuedOn: '2026-11-18',
      valid: true,
    };
    for (const somebody of [stranger, sora, minji, agent])
      expect(await verified(somebody, token)).toEqual(said);
    const { pdfUrl } = await only(minji);
    expect((await stranger.download(pdfUrl ?? '')).status).toBe(401);
  });

  it('answers alike whatever is wrong with it', async () => {
    await certified(world, agent, '틀림', [[minji, hanbit]]);
    const token = tokenOf(await only(minji));
    const stranger = world.stranger();
    const ask = async (wrong: string) => {
      const { status, text } = await stranger.ask(
        'query($token: String!) { verifyCertificate(token: $token) { personName } }',
        { token: wrong },
      );
      return [status, text];
    };
    const answers = await Promise.all(
      [
        '',
        'x',
        `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
        token.slice(0, -1),
        `${token} `,
        token.toUpperCase(),
        '%'.repeat(22),
        '_'.repeat(22),
        'x'.repeat(50_000),
        (await only(minji)).id,
        (await only(minji)).number,
      ].map(ask),
    );
    for (const answer of answers) expect(answer).toEqual([200, '{"data":{"verifyCertificate":null}}\n']);
  });

  it('is asked at most so often from one address', async () => {
    const strict = await world.beside({ RATE_FACTOR: '1' });
    const stranger = strict.stranger();
    const ask = async () =>
      (await stranger.ask('{ verifyCertificate(token: "x") { personName } }')).errors?.[0]?.extensions;
    for (let times = 0; times < 60; times++) expect(await ask()).toBeUndefined();
    expect(await ask()).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
    strict.clock.pass(60_000);
    expect(await ask()).toBeUndefined();
    await strict.app.close();
  });

  it('is for no search engine', async () => {
    const { headers } = await world.stranger().download('/verify/some-token');
    expect(headers['x-robots-tag']).toBe('noindex, nofollow');
    expect(headers['referrer-policy']).toBe('same-origin');
  });
});

describe('withdrawing', () => {
  it('is done by staff with a reason, seen at the link, and can be taken back; no rule gives another', async () => {
    const session = await certified(world, agent, '취소', [[minji, hanbit]]);
    const certificate = await only(minji);
    const token = tokenOf(certificate);
    const input = { certificateId: certificate.id, reason: '다른 분의 결과였어요' };
    const planner = await world.staff('PLANNER');
    for (const person of [minji, owner, planner])
      expect((await person.refused('withdrawCertificate', input, 'certificate { id }')).code).toBe('DENIED');
    expect(
      (await agent.refused('withdrawCertificate', { ...input, reason: ' ' }, 'certificate { id }')).code,
    ).toBe('INVALID');
    await agent.do('withdrawCertificate', input, 'certificate { id }');
    expect((await agent.refused('withdrawCertificate', input, 'certificate { id }')).reason).toBe(
      'WITHDRAWN',
    );
    expect(await verified(world.stranger(), token)).toMatchObject({ personName: '박민지', valid: false });
    expect(JSON.stringify(await verified(world.stranger(), token))).not.toContain(input.reason);
    expect(await only(minji)).toMatchObject({ withdrawnReason: input.reason, pdfUrl: null });
    expect((await minji.download(certificate.pdfUrl ?? '')).status).toBe(409);
    await world.app
      .get(AwardingService)
      .forProject(uuidOf((await minji.get('{ myMissions { project { id } } }')).myMissions[0].project.id));
    expect(await rowsOf(world, session)).toHaveLength(1);
    await agent.do('restoreCertificate', { certificateId: certificate.id }, 'certificate { id }');
    expect(await verified(world.stranger(), token)).toMatchObject({ valid: true });
    expect((await minji.download(certificate.pdfUrl ?? '')).status).toBe(200);
  });

  it('is not done by a rule: a step that no longer stands takes nothing away', async () => {
    const session = await certified(world, agent, '다시 봄', [[minji, hanbit]]);
    await world.rows(sql`update hotline.mission_step assigned set state = 'AGAIN'
      from hotline.training_project project
      where project.id = assigned.project_id and project.session_id = ${uuidOf(session)} returning assigned.id`);
    const before = await only(minji);
    await world.app.get(AwardingService).forCompany(hanbit.uuid);
    expect(await only(minji)).toEqual(before);
    await passAll(world, agent, minji);
    expect(await only(minji)).toEqual(before);
  });
});

describe('who sees whose', () => {
  const nodeOf = async (person: Person, id: string) =>
    (await person.ask('query($id: ID!) { node(id: $id) { id } }', { id })).data?.node ?? null;

  it('a person theirs, an owner their company’s, staff all, and nobody another company’s', async () => {
    const session = await certified(world, agent, '누가', [
      [minji, hanbit],
      [joon, hanbit],
      [sora, duri],
    ]);
    const names = (all: Certificate[]) => all.map(({ personName }) => personName).sort();
    expect(names(await ofSpace(owner, hanbit))).toEqual(['박민지', '이준']);
    expect(names(await ofSpace(minji, hanbit))).toEqual(['박민지']);
    expect(names(await ofSpace(agent, duri))).toEqual(['최소라']);
    const inSession = async (person: Person) =>
      (
        await person.get(
          'query($id: ID!) { trainingSession(trainingSessionId: $id) { certificates { personName } } }',
          { id: session },
        )
      ).trainingSession.certificates;
    expect(names(await inSession(agent))).toEqual(['박민지', '이준', '최소라']);
    expect(names(await inSession(minji))).toEqual(['박민지']);
    const theirs = await only(sora);
    for (const person of [minji, joon, owner]) {
      expect(await nodeOf(person, theirs.id)).toBeNull();
      const { data } = await person.ask('query($id: ID!) { space(id: $id) { certificates { id } } }', {
        id: duri.spaceId,
      });
      expect(data?.space ?? null).toBeNull();
    }
    expect(await nodeOf(joon, (await only(minji)).id)).toBeNull();
    expect(await nodeOf(owner, (await only(minji)).id)).not.toBeNull();
  });
});

describe('when people or companies turn out to be one', () => {
  it('it comes along, and goes back when it is undone; what its link says stays as it was', async () => {
    await certified(world, agent, '합침', [[minji, hanbit]]);
    const { id, verifyUrl } = await only(minji);
    const twin = await world.contact(hanbit, '박민지(새 주소)');
    const pair = { keepPersonId: twin.id, duplicatePersonId: minji.id };
    const { merge } = await admin.do('mergePeople', pair, 'merge { id }');
    expect(await only(twin)).toMatchObject({ id, verifyUrl, personName: '박민지' });
    await admin.do('undoMerge', { mergeId: merge.id }, 'merge { id }');
    expect(await certificatesOf(twin)).toEqual([]);
    const both = { keepCompanyId: duri.id, duplicateCompanyId: hanbit.id };
    const { merge: joined } = await admin.do('mergeCompanies', both, 'merge { id }');
    await world.jobs();
    expect((await ofSpace(agent, duri)).map(({ companyName }) => companyName)).toEqual(['한빛전자']);
    await admin.do('undoMerge', { mergeId: joined.id }, 'merge { id }');
    await world.jobs();
    expect(await ofSpace(agent, duri)).toEqual([]);
    expect((await ofSpace(agent, hanbit)).map((each) => each.id)).toEqual([id]);
  });
});

describe('a person’s data', () => {
  it('holds their certificates; erased, nothing of them is left and the link is like any wrong one', async () => {
    await certified(world, agent, '내 것', [[minji, hanbit]]);
    const certificate = await only(minji);
    const file = await minji.download(`/people/${minji.id}/data`);
    const { certificates } = JSON.parse(file.bytes.toString());
    expect(certificates).toEqual([
      expect.objectContaining({
        number: certificate.number,
        name: '박민지',
        course: '내 것',
        verifiedAt: `/verify/${tokenOf(certificate)}`,
      }),
    ]);
    const reason = '박민지 님이 아니라 동료였어요';
    await agent.do('withdrawCertificate', { certificateId: certificate.id, reason }, 'certificate { id }');
    await admin.do(
      'erasePerson',
      { personId: minji.id, confirmation: minji.email, words: false },
      'person { erased }',
    );
    await world.jobs();
    expect(await verified(world.stranger(), tokenOf(certificate))).toBeNull();
    const [left] = await ofSpace(agent, hanbit);
    expect(left).toMatchObject({
      personName: REMOVED,
      verifyUrl: null,
      pdfUrl: null,
      withdrawnReason: REMOVED,
    });
    expect((await agent.download((certificate.pdfUrl ?? '').replace(/\?.*/, ''))).status).toBe(404);
  });

  it('is not named by a certificate that is written while they are erased', async () => {
    await certified(world, agent, '지운 뒤', [[minji, hanbit]]);
    await admin.do(
      'erasePerson',
      { personId: minji.id, confirmation: minji.email, words: false },
      'person { erased }',
    );
    const [row] = await world.rows<{ person_name: string; token: string | null }>(sql`
      with gone as (delete from hotline.certificate where person_id = ${minji.uuid} returning *)
      select person_name, token from gone`);
    expect(row).toEqual({ person_name: REMOVED, token: null });
    const [late] = await world.rows<{ person_name: string; token: string | null }>(sql`
      insert into hotline.certificate (id, number, token, participant_id, person_id, company_id, person_name, company_name,
        stage, title_ko, issued_at)
      select gen_random_uuid(), '2026-AAAA-AAAA', 'abcdefghijklmnopqrstuv', participant.id, person_id, company_id, '박민지',
        '한빛전자', 'BASIC', '늦음', added_at
      from hotline.training_participant participant where person_id = ${minji.uuid} limit 1
      returning person_name, token`);
    expect(late).toEqual({ person_name: REMOVED, token: null });
  });
});
