// Who belongs to a space, on either side, and what they may do there.
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let minji: Person;
let seojun: Person;
let doyun: Person;

const MEMBERS =
  'query ($id: ID!) { space(id: $id) { abilities { openThread manageMembers } members { side role person { name email } } } }';

beforeEach(async () => {
  company = await world.company();
  minji = await world.contact(company, '김민지');
  seojun = await world.contact(company, '박서준');
});
beforeAll(async () => {
  world = await World.open();
  doyun = await world.staff('AGENT', '강도윤');
});
afterAll(() => world.close());

type Member = { side: string; role: string; person: { name: string; email: string | null } };
const members = async (who: Person = doyun): Promise<string[]> =>
  (await who.get(MEMBERS, { id: company.spaceId })).space.members.map(
    (each: Member) => `${each.side} ${each.role} ${each.person.name}`,
  );
const change = { fields: 'space { members { role person { name } } }' };
const turn = (who: Person, person: Person, role: string) =>
  who.do('changeMemberRole', { spaceId: company.spaceId, personId: person.id, role }, change.fields);
const refusal = (who: Person, person: Person, role: string) =>
  who.refused('changeMemberRole', { spaceId: company.spaceId, personId: person.id, role }, change.fields);

describe('the members of a space', () => {
  it('are all contacts of the company; the first one owns it', async () => {
    expect(await members()).toEqual(['CONTACT OWNER 김민지', 'CONTACT MEMBER 박서준']);
  });

  it('were contacts before the space opened: they join with it, the first of them as owner', async () => {
    const seoyeon = await world.staff('LEAD', '한서연');
    const { company: small } = await seoyeon.do(
      'createCompany',
      { name: '작은 회사', employees: 5 },
      'company { id handle }',
    );
    const [row] = await world.rows<{ id: string }>(
      (await import('../../src/platform/database/index.js'))
        .sql`select id from hotline.company where handle = ${small.handle}`,
    );
    const place = { ...small, uuid: row?.id ?? '', spaceId: '', spaceUuid: '' };
    const first = await world.contact(place, '먼저');
    world.clock.pass(1_000);
    await world.contact(place, '나중');
    expect((await first.get('query { me { company { space { id } } } }')).me.company.space).toBeNull();
    const { space } = await seoyeon.do(
      'openSpace',
      { companyId: small.id, reason: '시험' },
      'space { members { role person { name } } }',
    );
    expect(space.members).toEqual([
      { role: 'OWNER', person: { name: '먼저' } },
      { role: 'MEMBER', person: { name: '나중' } },
    ]);
    expect((await first.get('query { me { company { space { id } } } }')).me.company.space).not.toBeNull();
  });

  it('of the staff are those who answered, once however often', async () => {
    const { thread } = await minji.do(
      'openThread',
      { spaceId: company.spaceId, body: '질문' },
      'thread { id }',
    );
    expect(await members(minji)).toHaveLength(2);
    const watching = await minji.watch();
    await doyun.do('postMessage', { threadId: thread.id, body: '답' }, 'message { id }');
    await watching.until((event) => event.data.hints.kind === 'SPACE');
    await doyun.do('postMessage', { threadId: thread.id, body: '답 2' }, 'message { id }');
    expect((await members(minji)).filter((each) => each.startsWith('STAFF'))).toEqual([
      'STAFF MEMBER 강도윤',
    ]);
  });

  it('of the staff do not become members by reading or by notes', async () => {
    const { thread } = await minji.do(
      'openThread',
      { spaceId: company.spaceId, body: '질문' },
      'thread { id }',
    );
    await doyun.get('query ($id: ID!) { thread(id: $id) { heading } }', { id: thread.id });
    await doyun.do('writeNote', { threadId: thread.id, body: '속말' }, 'note { id }');
    expect(await members()).toHaveLength(2);
  });

  it('see the addresses of their colleagues, not those of the staff', async () => {
    const { thread } = await minji.do(
      'openThread',
      { spaceId: company.spaceId, body: '질문' },
      'thread { id }',
    );
    await doyun.do('postMessage', { threadId: thread.id, body: '답' }, 'message { id }');
    const { space } = await minji.get(MEMBERS, { id: company.spaceId });
    const addresses = Object.fromEntries(
      space.members.map((each: Member) => [each.person.name, each.person.email]),
    );
    expect(addresses).toEqual({ 김민지: minji.email, 박서준: seojun.email, 강도윤: null });
  });

  it('are nobody’s business elsewhere', async () => {
    const foreign = await world.contact(await world.company(), '남');
    const { errors } = await foreign.ask(MEMBERS, { id: company.spaceId });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('the role of a member', () => {
  it('is changed by an owner and is in force at once', async () => {
    await turn(minji, seojun, 'READER');
    const asked = await seojun.refused(
      'openThread',
      { spaceId: company.spaceId, body: '질문' },
      'thread { id }',
    );
    expect(asked).toMatchObject({ code: 'DENIED' });
    expect((await seojun.get(MEMBERS, { id: company.spaceId })).space.abilities).toEqual({
      openThread: false,
      manageMembers: false,
    });
    await turn(minji, seojun, 'OWNER');
    expect((await seojun.get(MEMBERS, { id: company.spaceId })).space.abilities).toEqual({
      openThread: true,
      manageMembers: true,
    });
    expect(await members()).toContain('CONTACT OWNER 박서준');
  });

  it('is changed by staff who answer, too', async () => {
    const { space } = await turn(doyun, seojun, 'READER');
    expect(space.members).toContainEqual({ role: 'READER', person: { name: '박서준' } });
  });

  it('is not changed by members, readers, planners, owners elsewhere', async () => {
    const reader = await world.contact(company, '읽는 사람', 'READER');
    const planner = await world.staff('PLANNER', '하원재');
    const foreign = await world.contact(await world.company(), '남의 소유자');
    for (const who of [seojun, reader, planner]) {
      expect(await refusal(who, seojun, 'OWNER')).toMatchObject({ code: 'DENIED' });
    }
    expect(await refusal(foreign, seojun, 'OWNER')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await members()).toContain('CONTACT MEMBER 박서준');
  });

  it('of the last owner stays, even by the hand of staff', async () => {
    expect(await refusal(minji, minji, 'MEMBER')).toMatchObject({ code: 'CONFLICT', reason: 'LAST_OWNER' });
    expect(await refusal(doyun, minji, 'READER')).toMatchObject({ code: 'CONFLICT', reason: 'LAST_OWNER' });
    await turn(minji, minji, 'OWNER');
    await turn(minji, seojun, 'OWNER');
    await turn(minji, minji, 'MEMBER');
    expect(await members()).toEqual(['CONTACT OWNER 박서준', 'CONTACT MEMBER 김민지']);
  });

  it('of one of two owners can be given up by one at a time, so that one always stays', async () => {
    await turn(minji, seojun, 'OWNER');
    const query =
      'mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { space { id } } }';
    const give = (who: Person, person: Person) =>
      who.ask(query, { input: { spaceId: company.spaceId, personId: person.id, role: 'MEMBER' } });
    const both = await Promise.all([give(doyun, minji), give(doyun, seojun)]);
    expect(both.filter(({ errors }) => !errors)).toHaveLength(1);
    expect((await members()).filter((each) => each.includes('OWNER'))).toHaveLength(1);
  });

  it('can only be one of a contact who is there', async () => {
    expect(await refusal(doyun, doyun, 'OWNER')).toMatchObject({ code: 'NOT_FOUND' });
    const foreign = await world.contact(await world.company(), '남');
    expect(await refusal(doyun, foreign, 'OWNER')).toMatchObject({ code: 'NOT_FOUND' });
  });
});
