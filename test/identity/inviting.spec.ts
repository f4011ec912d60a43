// Somebody is asked in: by mail, into a company or into the team, and accepts.
import request from 'supertest';
import { DAY } from '../world/clock.js';
import { Somebody } from '../world/as.js';
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let other: Company;
/** Owner of 한빛전자's space. */
let minji: Person;
/** Member there. */
let seojun: Person;
let doyun: Person;
let seoyeon: Person;
let wonjae: Person;
let dongjin: Person;

const PASSWORD = 'ten signs or more';
const ACCEPT = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { token } }';
const ME = 'query { me { person { name email } role company { handle } companies { handle } } }';

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  other = await world.company('푸른유통');
  minji = await world.contact(company, '김민지');
  seojun = await world.contact(company, '박서준');
  doyun = await world.staff('AGENT', '강도윤');
  seoyeon = await world.staff('LEAD', '한서연');
  wonjae = await world.staff('PLANNER', '하원재');
  dongjin = await world.staff('ADMIN', '옥동진');
});
afterAll(() => world.close());

const invite = async (who: Somebody, into: Company, emails: string[], rest: object = {}): Promise<void> => {
  const people = emails.map((email) => ({ email }));
  await who.do('inviteContacts', { companyId: into.id, people, ...rest }, 'done');
  await world.jobs();
};

/** Accepts as a browser does and comes back with the session that the cookie holds. */
async function accept(
  token: string,
  name: string,
  password?: string,
  handle: string | null = null,
): Promise<Somebody> {
  const response = await request(world.base)
    .post('/graphql')
    .send({ query: ACCEPT, variables: { input: { token, name, ...(password ? { password } : {}) } } });
  if (response.body.errors) throw new Error(JSON.stringify(response.body.errors));
  const session = /hotline_session=([\w-]+)/.exec(String(response.headers['set-cookie']))?.[1] ?? '';
  return world.withToken(session, handle);
}

const signIn = async (email: string, password: string): Promise<Somebody> =>
  world.withToken((await world.stranger().do('signIn', { email, password, keep: 'TOKEN' }, 'token')).token);

const waiting = async (who: Somebody, id: string): Promise<string[]> => {
  const { node } = await who.get(
    'query ($id: ID!) { node(id: $id) { ... on Company { invitations { email role } } } }',
    { id },
  );
  return node.invitations.map(({ email, role }: { email: string; role: string }) => `${email} ${role}`);
};

const membersOf = async (space: string): Promise<Record<string, string>> => {
  const answer = await doyun.get('query ($id: ID!) { space(id: $id) { members { person { name } role } } }', {
    id: space,
  });
  return Object.fromEntries(
    answer.space.members.map((each: { person: { name: string }; role: string }) => [
      each.person.name,
      each.role,
    ]),
  );
};

describe('inviting a contact', () => {
  it('mails a link that names who invites whereto, and makes a member who signs in with a password', async () => {
    await invite(minji, company, ['Harin@Hanbit.example ']);
    const mail = world.mails.to('harin@hanbit.example');
    expect(mail.subject).toBe('김민지 님이 한빛전자에 초대했어요');
    expect(await waiting(minji, company.id)).toEqual(['harin@hanbit.example MEMBER']);
    const harin = await accept(world.mails.token('harin@hanbit.example'), ' 최하린 ', PASSWORD);
    const { me } = await harin.get(ME);
    expect(me).toMatchObject({
      person: { name: '최하린', email: 'harin@hanbit.example' },
      company: { handle: company.handle },
      role: null,
    });
    expect((await membersOf(company.spaceId))['최하린']).toBe('MEMBER');
    expect(await waiting(minji, company.id)).toEqual([]);
    const later = await signIn('harin@hanbit.example', PASSWORD);
    expect((await later.get(ME)).me.person.name).toBe('최하린');
  });

  it('needs no password: then a mailed link signs in', async () => {
    await invite(minji, company, ['nopass@hanbit.example']);
    await accept(world.mails.token('nopass@hanbit.example'), '무비번');
    await world.stranger().do('requestSignInLink', { email: 'nopass@hanbit.example' }, 'done');
    await world.jobs();
    const token = world.mails.token('nopass@hanbit.example');
    const session = await world.stranger().do('useSignInLink', { token, keep: 'TOKEN' }, 'token');
    expect((await world.withToken(session.token).get(ME)).me.person.name).toBe('무비번');
  });

  it('reaches several at once, each with a link of their own, in the language that was chosen', async () => {
    const emails = ['a@hanbit.example', 'b@hanbit.example', 'c@hanbit.example'];
    await invite(seoyeon, company, emails, { role: 'READER', locale: 'en' });
    const tokens = emails.map((email) => world.mails.token(email));
    expect(new Set(tokens).size).toBe(3);
    expect(world.mails.to('b@hanbit.example').subject).toBe('한서연 invites you to 한빛전자');
    await accept(tokens[1] ?? '', 'Beth');
    expect((await membersOf(company.spaceId)).Beth).toBe('READER');
    expect((await waiting(seoyeon, company.id)).sort()).toEqual([
      'a@hanbit.example READER',
      'c@hanbit.example READER',
    ]);
  });

  it('makes nobody known before they accept', async () => {
    await invite(minji, company, ['quiet@hanbit.example']);
    const { people } = await doyun.get('query { people(search: "quiet@") { edges { node { id } } } }');
    expect(people.edges).toEqual([]);
  });

  it('is for owners of that company and staff who answer', async () => {
    const input = { companyId: company.id, people: [{ email: 'x@hanbit.example' }] };
    const foreign = await world.contact(other, '남의 소유자');
    const reader = await world.contact(company, '읽는 사람', 'READER');
    for (const who of [seojun, reader, foreign, wonjae]) {
      expect(await who.refused('inviteContacts', input, 'done')).toMatchObject({ code: 'DENIED' });
    }
    expect(await world.stranger().refused('inviteContacts', input, 'done')).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    for (const who of [minji, doyun, seoyeon, dongjin]) await who.do('inviteContacts', input, 'done');
    const { node } = await seojun.get(
      'query ($id: ID!) { node(id: $id) { ... on Company { abilities { invite } } } }',
      { id: company.id },
    );
    expect(node.abilities.invite).toBe(false);
    const seen = await seojun.ask(
      'query ($id: ID!) { node(id: $id) { ... on Company { invitations { email } } } }',
      { id: company.id },
    );
    expect(seen.errors?.[0]?.extensions.code).toBe('DENIED');
    expect(seen.text).not.toContain('x@hanbit.example');
  });

  it('needs real addresses, 1 to 50 of them', async () => {
    for (const people of [[], [{ email: 'no address' }], Array(51).fill({ email: 'x@hanbit.example' })]) {
      const refused = await minji.refused('inviteContacts', { companyId: company.id, people }, 'done');
      expect(refused).toMatchObject({ code: 'INVALID', reason: 'FIELD' });
    }
  });
});

describe('an invitation', () => {
  it('takes the place of the one before', async () => {
    await invite(minji, company, ['twice@hanbit.example']);
    const first = world.mails.token('twice@hanbit.example');
    await invite(doyun, company, ['twice@hanbit.example'], { role: 'READER' });
    const second = world.mails.token('twice@hanbit.example');
    expect(second).not.toBe(first);
    expect((await waiting(minji, company.id)).filter((each) => each.startsWith('twice@'))).toEqual([
      'twice@hanbit.example READER',
    ]);
    const input = { token: first, name: '두 번' };
    expect(await world.stranger().refused('acceptInvitation', input, 'token')).toMatchObject({
      reason: 'LINK',
    });
    await accept(second, '두 번');
  });

  it('is good for seven days and for one time', async () => {
    await invite(minji, company, ['slow@hanbit.example', 'quick@hanbit.example']);
    const [slow, quick] = [
      world.mails.token('slow@hanbit.example'),
      world.mails.token('quick@hanbit.example'),
    ];
    world.clock.pass(7 * DAY - 1);
    await accept(quick, '빠른 사람');
    expect(
      await world.stranger().refused('acceptInvitation', { token: quick, name: '또' }, 'token'),
    ).toMatchObject({ reason: 'LINK' });
    world.clock.pass(1);
    expect(
      await world.stranger().refused('acceptInvitation', { token: slow, name: '느린' }, 'token'),
    ).toMatchObject({ reason: 'LINK' });
  });

  it('refused for a bad name or password is not used up', async () => {
    await invite(minji, company, ['clumsy@hanbit.example']);
    const token = world.mails.token('clumsy@hanbit.example');
    for (const input of [
      { token, name: ' \u200B ' },
      { token, name: '서툰', password: 'short' },
    ]) {
      expect(await world.stranger().refused('acceptInvitation', input, 'token')).toMatchObject({
        code: 'INVALID',
        reason: 'FIELD',
      });
    }
    await accept(token, '서툰 사람', PASSWORD);
  });

  it('brings a known person into a second company; their name and password stay as they are', async () => {
    await invite(minji, company, ['haesol@dasom.example']);
    await accept(world.mails.token('haesol@dasom.example'), '정해솔', PASSWORD);
    await invite(doyun, other, ['haesol@dasom.example']);
    const both = await accept(
      world.mails.token('haesol@dasom.example'),
      '다른 이름',
      'another password',
      other.handle,
    );
    const { me } = await both.get(ME);
    expect(me).toMatchObject({ person: { name: '정해솔' }, company: { handle: other.handle } });
    expect(me.companies).toHaveLength(2);
    await signIn('haesol@dasom.example', PASSWORD);
    const refused = await world
      .stranger()
      .refused('signIn', { email: 'haesol@dasom.example', password: 'another password' }, 'token');
    expect(refused.reason).toBe('SIGN_IN_FAILED');
  });

  it('lets a known person who never had a password choose one', async () => {
    const known = await world.contact(company, '가져온 사람');
    await invite(doyun, other, [known.email]);
    await accept(world.mails.token(known.email), '가져온 사람', PASSWORD);
    await signIn(known.email, PASSWORD);
  });

  it('does not give back an access that was ended', async () => {
    const gone = await world.contact(company, '떠난 사람');
    await seoyeon.do('deactivatePerson', { personId: gone.id }, 'person { id }');
    await invite(doyun, other, [gone.email]);
    const input = { token: world.mails.token(gone.email), name: '떠난 사람' };
    expect(await world.stranger().refused('acceptInvitation', input, 'token')).toMatchObject({
      reason: 'LINK',
    });
  });
});

describe('inviting staff', () => {
  it('makes a colleague of the role that was asked for', async () => {
    const people = [{ email: 'juwon@provider.example', name: '차주원' }];
    await dongjin.do('inviteStaff', { people, role: 'AGENT' }, 'done');
    await world.jobs();
    const { staffInvitations } = await dongjin.get('query { staffInvitations { email name role } }');
    expect(staffInvitations).toEqual([{ email: 'juwon@provider.example', name: '차주원', role: 'AGENT' }]);
    const juwon = await accept(world.mails.token('juwon@provider.example'), '차주원', PASSWORD);
    expect((await juwon.get(ME)).me.role).toBe('AGENT');
    expect((await juwon.get('query { queueCounts { all } }')).queueCounts.all).toBeGreaterThanOrEqual(0);
  });

  it('is for administrators', async () => {
    const input = { people: [{ email: 'x@provider.example' }], role: 'ADMIN' };
    for (const who of [seoyeon, doyun, wonjae, minji]) {
      expect(await who.refused('inviteStaff', input, 'done')).toMatchObject({ code: 'DENIED' });
      expect((await who.ask('query { staffInvitations { email } }')).errors?.[0]?.extensions.code).toBe(
        'DENIED',
      );
    }
  });
});

describe('a contact who was removed', () => {
  it('sees nothing of the company any more, keeps the other one, and what they wrote stays', async () => {
    const leaver = await world.contact(company, '나가는 사람');
    await world.alsoContact(leaver, other);
    const { thread } = await leaver.do(
      'openThread',
      { spaceId: company.spaceId, body: '남을 말' },
      'thread { id }',
    );
    const watching = await leaver.watch();
    expect(await minji.do('removeContact', { companyId: company.id, personId: leaver.id }, 'done')).toEqual({
      done: true,
    });
    expect(await watching.closed()).toContain('4403');
    const { me } = await leaver.get(ME);
    expect(me.company).toBeNull();
    expect(me.companies.map(({ handle }: { handle: string }) => handle)).toEqual([other.handle]);
    expect(
      (await leaver.ask('query { threads { edges { node { id } } } }')).errors?.[0]?.extensions.code,
    ).toBe('UNAUTHENTICATED');
    const seen = await minji.get('query ($id: ID!) { thread(id: $id) { heading openedBy { name } } }', {
      id: thread.id,
    });
    expect(seen.thread).toEqual({ heading: '남을 말', openedBy: { name: '나가는 사람' } });
    expect(await membersOf(company.spaceId)).not.toHaveProperty('나가는 사람');
  });

  it('is removed by owners and staff, not by members, and nobody removes themselves', async () => {
    const stays = await world.contact(company, '남는 사람');
    const input = { companyId: company.id, personId: stays.id };
    expect(await seojun.refused('removeContact', input, 'done')).toMatchObject({ code: 'DENIED' });
    expect(await wonjae.refused('removeContact', input, 'done')).toMatchObject({ code: 'DENIED' });
    expect(await minji.refused('removeContact', { ...input, personId: minji.id }, 'done')).toMatchObject({
      code: 'DENIED',
    });
    expect(await doyun.refused('removeContact', { ...input, personId: dongjin.id }, 'done')).toMatchObject({
      code: 'NOT_FOUND',
    });
    await doyun.do('removeContact', input, 'done');
    expect(await doyun.refused('removeContact', input, 'done')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('returns to the role they had when nothing else is said', async () => {
    const reader = await world.contact(company, '읽던 사람', 'READER');
    await minji.do('removeContact', { companyId: company.id, personId: reader.id }, 'done');
    await world.alsoContact(reader, company);
    expect((await membersOf(company.spaceId))['읽던 사람']).toBe('READER');
    const { me } = await reader.get(ME);
    expect(me.company.handle).toBe(company.handle);
  });

  it('returns to the role that a new invitation names', async () => {
    const reader = await world.contact(company, '돌아올 사람', 'READER');
    await minji.do('removeContact', { companyId: company.id, personId: reader.id }, 'done');
    await invite(minji, company, [reader.email], { role: 'OWNER' });
    await accept(world.mails.token(reader.email), '돌아올 사람');
    expect((await membersOf(company.spaceId))['돌아올 사람']).toBe('OWNER');
  });
});
