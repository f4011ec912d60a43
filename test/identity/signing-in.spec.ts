// A person proves who they are: by password, by a link in a mail, with a cookie or a token, and stops being signed in.
import request from 'supertest';
import { DAY, MINUTE } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let seoyeon: Person;

const PASSWORD = '소리 없는 아우성 1926';
const ME = 'query { me { person { name email } role company { handle } companies { handle } } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  seoyeon = await world.staff('LEAD', '한서연');
});
afterAll(() => world.close());

const nameOf = async (token: string): Promise<string | null> =>
  (await world.withToken(token).get(ME.replace('query', 'query Me'))).me?.person.name ?? null;

/** Asks for a link, lets the mail go out, and reads the one-time word in it. */
async function link(mutation: 'requestSignInLink' | 'requestPasswordLink', email: string): Promise<string> {
  await world.stranger().do(mutation, { email }, 'done');
  await world.jobs();
  return world.mails.token(email);
}

async function choosePassword(person: Person, password = PASSWORD): Promise<void> {
  const token = await link('requestPasswordLink', person.email);
  await world.stranger().do('setPassword', { token, password }, 'token');
}

const signIn = (email: string, password: string, keep = 'TOKEN') =>
  world.stranger().do('signIn', { email, password, keep }, 'token');

/** A post as a browser sends it, to see its headers. */
const post = (query: string, variables: object, cookie?: string) =>
  request(world.base)
    .post('/graphql')
    .set(cookie ? { cookie } : {})
    .send({ query, variables });

const cookieOf = (response: request.Response): string => String(response.headers['set-cookie'] ?? '');

describe('signing in with a password', () => {
  let eunbi: Person;
  beforeAll(async () => {
    eunbi = await world.staff('AGENT', '류은비');
    await choosePassword(eunbi);
  });

  it('gives a token to programs that ask for one', async () => {
    const { token } = await signIn(eunbi.email, PASSWORD);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await nameOf(token)).toBe('류은비');
  });

  it('does not mind capitals and spaces around the address, nor how the signs were composed', async () => {
    const { token } = await signIn(`  ${eunbi.email.toUpperCase()} `, PASSWORD.normalize('NFD'));
    expect(await nameOf(token)).toBe('류은비');
  });

  it('gives browsers a cookie that scripts cannot read and foreign pages cannot send, and no token', async () => {
    const response = await post(SIGN_IN, { input: { email: eunbi.email, password: PASSWORD } });
    expect(response.body.data.signIn.token).toBeNull();
    const cookie = cookieOf(response);
    expect(cookie).toMatch(/^hotline_session=[\w-]{43};/);
    for (const flag of [/; HttpOnly/, /; SameSite=Lax/, /; Path=\//, /; Max-Age=2592000/])
      expect(cookie).toMatch(flag);
    expect(cookie).not.toMatch(/Secure|Domain/);
    const me = await post(ME, {}, cookie.split(';')[0]);
    expect(me.body.data.me.person.name).toBe('류은비');
  });

  it('says the same of a wrong password and of an unknown address', async () => {
    const wrong = await world
      .stranger()
      .refused('signIn', { email: eunbi.email, password: 'wrong' }, 'token');
    const unknown = await world
      .stranger()
      .refused('signIn', { email: 'nobody@x.example', password: 'wrong' }, 'token');
    expect(wrong).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'SIGN_IN_FAILED' });
    expect(unknown).toEqual(wrong);
  });

  it('is not possible for a person who never chose a password', async () => {
    const input = { email: minji.email, password: '' };
    expect(await world.stranger().refused('signIn', input, 'token')).toMatchObject({
      reason: 'SIGN_IN_FAILED',
    });
  });

  it('is refused after five failed tries, also with the right password, for half an hour', async () => {
    const hana = await world.staff('AGENT', '오하나');
    await choosePassword(hana);
    const attempt = (password: string) =>
      world.stranger().ask(SIGN_IN, { input: { email: hana.email, password, keep: 'TOKEN' } });
    const codeOf = async (password: string) =>
      (await attempt(password)).errors?.[0]?.extensions.code ?? 'signed in';
    const five = [];
    for (let n = 0; n < 5; n++) five.push(await codeOf('wrong'));
    expect(five).toEqual(Array(5).fill('UNAUTHENTICATED'));
    expect(await codeOf(PASSWORD)).toBe('RATE_LIMITED');
    world.clock.pass(29 * MINUTE);
    expect(await codeOf(PASSWORD)).toBe('RATE_LIMITED');
    world.clock.pass(2 * MINUTE);
    expect(await codeOf(PASSWORD)).toBe('signed in');
  });

  it('forgets no failed try because of tries sent at once', async () => {
    const duri = await world.staff('AGENT', '나두리');
    await choosePassword(duri);
    const tries = await Promise.all(
      Array.from({ length: 12 }, () =>
        world.stranger().ask(SIGN_IN, { input: { email: duri.email, password: 'wrong' } }),
      ),
    );
    const codes = tries.map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(7);
  });

  it('ends by itself after thirty days', async () => {
    const { token } = await signIn(eunbi.email, PASSWORD);
    const now = world.clock.now();
    world.clock.set(new Date(now.getTime() + 30 * DAY - 1));
    expect(await nameOf(token)).toBe('류은비');
    world.clock.set(new Date(now.getTime() + 30 * DAY));
    expect(await nameOf(token)).toBeNull();
    world.clock.set(now);
  });
});

describe('signing in by mail', () => {
  it('works with the link in the mail, in the language of the person', async () => {
    const token = await link('requestSignInLink', minji.email);
    const mail = world.mails.to(minji.email);
    expect(mail.subject).toBe('로그인 링크가 도착했어요');
    expect(mail.text).toContain(`http://127.0.0.1:4400/link?to=/c/${company.handle}#${token}`);
    const session = await world.stranger().do('useSignInLink', { token, keep: 'TOKEN' }, 'token');
    expect(await nameOf(session.token)).toBe('김민지');
  });

  it('works once', async () => {
    const token = await link('requestSignInLink', minji.email);
    await world.stranger().do('useSignInLink', { token, keep: 'TOKEN' }, 'token');
    const refusal = { code: 'INVALID', reason: 'LINK', field: 'token' };
    expect(await world.stranger().refused('useSignInLink', { token }, 'token')).toMatchObject(refusal);
    expect(
      await world.stranger().refused('setPassword', { token, password: PASSWORD }, 'token'),
    ).toMatchObject(refusal);
  });

  it('works once also when it is used eight times at the same moment', async () => {
    const token = await link('requestSignInLink', minji.email);
    const query = 'mutation ($input: UseSignInLinkInput!) { useSignInLink(input: $input) { token } }';
    const all = await Promise.all(
      Array.from({ length: 8 }, () => world.stranger().ask(query, { input: { token, keep: 'TOKEN' } })),
    );
    expect(all.filter(({ errors }) => !errors)).toHaveLength(1);
  });

  it('is too late after fifteen minutes', async () => {
    const token = await link('requestSignInLink', doyun.email);
    world.clock.pass(15 * MINUTE);
    expect(await world.stranger().refused('useSignInLink', { token }, 'token')).toMatchObject({
      reason: 'LINK',
    });
  });

  it('is no way to choose a password', async () => {
    const token = await link('requestSignInLink', doyun.email);
    const refused = await world.stranger().refused('setPassword', { token, password: PASSWORD }, 'token');
    expect(refused).toMatchObject({ reason: 'LINK' });
  });

  it('says the same for an address that nobody has, and sends nothing', async () => {
    const before = world.mails.sent.length;
    expect(await world.stranger().do('requestSignInLink', { email: 'who@nowhere.example' }, 'done')).toEqual({
      done: true,
    });
    await world.jobs();
    expect(world.mails.sent).toHaveLength(before);
  });

  it('sends at most five links within fifteen minutes', async () => {
    const jun = await world.staff('AGENT', '서준');
    for (let n = 0; n < 7; n++) await world.stranger().do('requestSignInLink', { email: jun.email }, 'done');
    await world.jobs();
    expect(world.mails.sent.filter(({ to }) => to === jun.email)).toHaveLength(5);
  });

  it('leaves no usable link in the outbox once the mail is sent', async () => {
    const dongjin = await world.staff('ADMIN', '옥동진');
    await link('requestSignInLink', minji.email);
    const { mails } = await dongjin.get(
      'query { mails(first: 1) { edges { node { to kind sentAt text } } } }',
    );
    expect(mails.edges[0].node).toMatchObject({ to: minji.email, kind: 'SIGN_IN', text: '' });
    expect(mails.edges[0].node.sentAt).not.toBeNull();
  });
});

describe('a forgotten password', () => {
  it('is chosen anew with a mailed link, which ends every other session', async () => {
    const yuna = await world.staff('AGENT', '유나');
    await choosePassword(yuna, 'the first password');
    const { token: old } = await signIn(yuna.email, 'the first password');
    const token = await link('requestPasswordLink', yuna.email);
    expect(world.mails.to(yuna.email).text).toContain(`/password#${token}`);
    const response = await post(
      'mutation ($input: SetPasswordInput!) { setPassword(input: $input) { token } }',
      {
        input: { token, password: 'the second password' },
      },
    );
    expect(cookieOf(response)).toMatch(/^hotline_session=/);
    expect(await nameOf(old)).toBeNull();
    expect(await nameOf((await signIn(yuna.email, 'the second password')).token)).toBe('유나');
    const refused = await world
      .stranger()
      .refused('signIn', { email: yuna.email, password: 'the first password' }, 'token');
    expect(refused.reason).toBe('SIGN_IN_FAILED');
  });

  it.each(['', '123456789', 'x'.repeat(257)])('cannot become %j', async (password) => {
    const token = 'x'.repeat(43);
    const refused = await world.stranger().refused('setPassword', { token, password }, 'token');
    expect(refused).toMatchObject({ code: 'INVALID' });
    expect(refused.reason).not.toBe('LINK');
  });
});

describe('signing out', () => {
  it('here ends this session and takes the cookie away; other devices stay', async () => {
    const here = await world.signedIn(doyun.uuid, doyun.email, null);
    const there = await world.signedIn(doyun.uuid, doyun.email, null);
    const response = await request(world.base)
      .post('/graphql')
      .set({ cookie: `hotline_session=${here.token}` })
      .send({ query: 'mutation { signOut { done } }' });
    expect(response.body.data.signOut).toEqual({ done: true });
    expect(cookieOf(response)).toMatch(/^hotline_session=;.*Expires=Thu, 01 Jan 1970/);
    expect(await nameOf(here.token ?? '')).toBeNull();
    expect(await nameOf(there.token ?? '')).toBe('강도윤');
  });

  it('everywhere ends all sessions and closes their sockets', async () => {
    const phone = await world.signedIn(doyun.uuid, doyun.email, null);
    const laptop = await world.signedIn(doyun.uuid, doyun.email, null);
    const watching = await laptop.watch();
    expect((await phone.get('mutation { signOutEverywhere { done } }')).signOutEverywhere).toEqual({
      done: true,
    });
    expect(await watching.closed()).toContain('4403');
    expect(await nameOf(phone.token ?? '')).toBeNull();
    expect(await nameOf(laptop.token ?? '')).toBeNull();
    doyun = await world.signedIn(doyun.uuid, doyun.email, null);
  });

  it('is nothing a stranger can do', async () => {
    for (const name of ['signOut', 'signOutEverywhere']) {
      const { errors } = await world.stranger().ask(`mutation { ${name} { done } }`);
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});

describe('an access that was ended', () => {
  it('ends at once: session, socket, password and link; and comes back when given back', async () => {
    const harin = await world.contact(company, '최하린');
    await choosePassword(harin);
    const again = await world.signedIn(harin.uuid, harin.email, company.handle);
    const watching = await again.watch();
    const waiting = await link('requestSignInLink', harin.email);
    const { person } = await seoyeon.do('deactivatePerson', { personId: harin.id }, 'person { active }');
    expect(person.active).toBe(false);
    expect(await watching.closed()).toContain('4403');
    expect(await nameOf(again.token ?? '')).toBeNull();
    const tried = await world
      .stranger()
      .refused('signIn', { email: harin.email, password: PASSWORD }, 'token');
    expect(tried.reason).toBe('SIGN_IN_FAILED');
    expect((await world.stranger().refused('useSignInLink', { token: waiting }, 'token')).reason).toBe(
      'LINK',
    );
    const before = world.mails.sent.length;
    await world.stranger().do('requestSignInLink', { email: harin.email }, 'done');
    await world.jobs();
    expect(world.mails.sent).toHaveLength(before);

    await seoyeon.do('reactivatePerson', { personId: harin.id }, 'person { active }');
    expect(await nameOf(again.token ?? '')).toBeNull();
    expect(await nameOf((await signIn(harin.email, PASSWORD)).token)).toBe('최하린');
  });

  it('of staff is ended by administrators only, of contacts also by the lead, by nobody of themselves', async () => {
    const dongjin = await world.staff('ADMIN', '옥동진 2');
    const leaver = await world.staff('AGENT', '떠나는 사람');
    const denied = { code: 'DENIED' };
    expect(await seoyeon.refused('deactivatePerson', { personId: leaver.id }, 'person { id }')).toMatchObject(
      denied,
    );
    expect(await doyun.refused('deactivatePerson', { personId: minji.id }, 'person { id }')).toMatchObject(
      denied,
    );
    expect(await minji.refused('deactivatePerson', { personId: doyun.id }, 'person { id }')).toMatchObject(
      denied,
    );
    expect(
      await dongjin.refused('deactivatePerson', { personId: dongjin.id }, 'person { id }'),
    ).toMatchObject(denied);
    await dongjin.do('deactivatePerson', { personId: leaver.id }, 'person { id }');
    expect(await nameOf(leaver.token ?? '')).toBeNull();
  });
});

describe('a role that was changed', () => {
  it('ends the sessions of the old one', async () => {
    const dongjin = await world.staff('ADMIN', '옥동진 3');
    const bora = await world.staff('AGENT', '보라');
    await dongjin.do('changeStaffRole', { personId: bora.id, role: 'PLANNER' }, 'person { staffRole }');
    expect(await nameOf(bora.token ?? '')).toBeNull();
    const back = await world.signedIn(bora.uuid, bora.email, null);
    expect((await back.get(ME)).me.role).toBe('PLANNER');
    const own = await dongjin.refused(
      'changeStaffRole',
      { personId: dongjin.id, role: 'AGENT' },
      'person { id }',
    );
    expect(own).toMatchObject({ code: 'DENIED', reason: 'OWN_ROLE' });
  });
});

describe('a person of two companies', () => {
  it('acts for the one that is named and sees each apart', async () => {
    const other = await world.company('푸른유통');
    const haesol = await world.contact(company, '정해솔');
    const there = await world.alsoContact(haesol, other);
    const thread = (
      await haesol.do('openThread', { spaceId: company.spaceId, body: '한빛의 질문' }, 'thread { id }')
    ).thread;

    const { me } = await there.get(ME);
    expect(me.company.handle).toBe(other.handle);
    expect(me.companies.map(({ handle }: { handle: string }) => handle).sort()).toEqual(
      [company.handle, other.handle].sort(),
    );
    expect((await there.get('query { threads { edges { node { id } } } }')).threads.edges).toEqual([]);
    const refused = await there.ask('query ($id: ID!) { thread(id: $id) { id } }', { id: thread.id });
    expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND');

    const same = world.withToken(there.token ?? '', company.handle);
    expect(
      (await same.get('query ($id: ID!) { thread(id: $id) { heading } }', { id: thread.id })).thread.heading,
    ).toBe('한빛의 질문');
  });

  it('is nobody in a third one', async () => {
    const third = await world.company('남의 회사');
    const stranger = world.withToken(minji.token ?? '', third.handle);
    const { me } = await stranger.get(ME);
    expect(me).toMatchObject({ company: null, role: null, person: { name: '김민지' } });
    const { errors } = await stranger.ask('query { threads { edges { node { id } } } }');
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('behind https', () => {
  it('the cookie is never sent in the clear', async () => {
    const safe = await World.open({ PUBLIC_URL: 'https://hotline.example' });
    try {
      const person = await safe.staff('AGENT', '강도윤');
      await safe.stranger().do('requestSignInLink', { email: person.email }, 'done');
      await safe.jobs();
      expect(safe.mails.to(person.email).text).toContain('https://hotline.example/link#');
      const response = await request(safe.base)
        .post('/graphql')
        .send({
          query: 'mutation ($input: UseSignInLinkInput!) { useSignInLink(input: $input) { token } }',
          variables: { input: { token: safe.mails.token(person.email) } },
        });
      expect(cookieOf(response)).toMatch(/; HttpOnly; Secure; SameSite=Lax/);
    } finally {
      await safe.close();
    }
  });
});
