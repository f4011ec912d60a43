// Who changed whose access, and when: for administrators, by person, action and time.
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let admin: Person;
let lead: Person;
let agent: Person;
let company: Company;
let owner: Person;
let member: Person;

const TRAIL = `query ($personId: ID, $action: AuditAction, $from: DateTime, $to: DateTime, $first: Int, $after: String) {
  auditTrail(personId: $personId, action: $action, from: $from, to: $to, first: $first, after: $after) {
    edges { cursor node { id at action from role reason email otherName
      actor { name } person { name } company { name } successor { name } } }
    pageInfo { hasNextPage endCursor } } }`;
const trail = async (variables: object = {}): Promise<any[]> =>
  (await admin.get(TRAIL, { first: 100, ...variables })).auditTrail.edges.map(({ node }: any) => node);

beforeAll(async () => {
  world = await World.open();
  admin = await world.staff('ADMIN', '박관리');
  lead = await world.staff('LEAD', '이서연');
  agent = await world.staff('AGENT', '강도윤');
  company = await world.company('한빛전자');
  owner = await world.contact(company, '한주인');
  member = await world.contact(company, '김민지');
});
afterAll(() => world.close());

describe('the trail', () => {
  it('says who did what to whom, with roles before and after', async () => {
    await owner.do(
      'changeMemberRole',
      { spaceId: company.spaceId, personId: member.id, role: 'READER' },
      'space { id }',
    );
    expect((await trail({ action: 'MEMBER_ROLE_CHANGED' }))[0]).toMatchObject({
      from: 'MEMBER',
      role: 'READER',
      actor: { name: '한주인' },
      person: { name: '김민지' },
      company: { name: '한빛전자' },
    });
    await admin.do('changeStaffRole', { personId: agent.id, role: 'LEAD' }, 'person { id }');
    expect((await trail({ personId: agent.id }))[0]).toMatchObject({
      action: 'ROLE_CHANGED',
      from: 'AGENT',
      role: 'LEAD',
      actor: { name: '박관리' },
      person: { name: '강도윤' },
    });
  });

  it('follows an invitation from the address to the person who accepted it', async () => {
    const people = [{ email: 'new@hanbit.example' }];
    await owner.do('inviteContacts', { companyId: company.id, people }, 'done');
    await world.jobs();
    const token = world.mails.token('new@hanbit.example');
    await world.stranger().do('acceptInvitation', { token, name: '새 담당' }, 'token');
    const [accepted, invited] = await trail({});
    expect(invited).toMatchObject({ action: 'INVITED', email: 'new@hanbit.example', role: 'MEMBER' });
    expect(accepted).toMatchObject({
      action: 'INVITATION_ACCEPTED',
      actor: { name: '새 담당' },
      person: { name: '새 담당' },
      company: { name: '한빛전자' },
      email: 'new@hanbit.example',
    });
  });

  it('names who took over, and finds people by every name they had', async () => {
    const gone = await world.staff('AGENT', '떠난 이');
    await admin.do('deactivatePerson', { personId: gone.id, successorId: lead.id }, 'person { id }');
    expect((await trail({ action: 'DEACTIVATED' }))[0]).toMatchObject({ successor: { name: '이서연' } });
    const twin = await world.contact(company, '김민지 2');
    await twin.do('updateProfile', { name: '김민지' }, 'done');
    await owner.do(
      'changeMemberRole',
      { spaceId: company.spaceId, personId: twin.id, role: 'READER' },
      'space { id }',
    );
    await admin.do('mergePeople', { keepPersonId: member.id, duplicatePersonId: twin.id }, 'merge { id }');
    const [merged, changed] = await trail({ personId: member.id });
    expect(merged).toMatchObject({ action: 'PEOPLE_MERGED', otherName: '김민지', email: twin.email });
    expect(changed).toMatchObject({ action: 'MEMBER_ROLE_CHANGED', person: { name: '김민지' } });
  });

  it('is cut by time and read page by page, without a row twice or left out', async () => {
    const all = await trail();
    const pages: any[] = [];
    let after: string | null = null;
    do {
      const { auditTrail }: any = await admin.get(TRAIL, { first: 2, after });
      pages.push(...auditTrail.edges.map(({ node }: any) => node.id));
      after = auditTrail.pageInfo.hasNextPage ? auditTrail.pageInfo.endCursor : null;
    } while (after);
    expect(pages).toEqual(all.map(({ id }) => id));
    world.clock.pass(60_000);
    const since = world.clock.now().toISOString();
    expect(await trail({ from: since })).toEqual([]);
    expect(await trail({ to: since })).toHaveLength(all.length);
  });

  it('is for administrators', async () => {
    for (const who of [lead, owner])
      expect((await who.ask(TRAIL)).errors?.[0]?.extensions.code).toBe('DENIED');
    expect((await world.stranger().ask(TRAIL)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
