// Finding out who is known here, guessing passwords, using links twice, keeping a session that has ended.
import { Database, sql } from '../../src/platform/database/index.js';
import { system } from '../../src/platform/actor.js';
import { SignInService } from '../../src/identity/index.js';
import { hash } from '@node-rs/argon2';
import request from 'supertest';
import type { Answer } from '../world/as.js';
import { DAY, MINUTE } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';
import { codes, everything } from './stage.js';

let world: World;
let company: Company;
let admin: Person;

const RIGHT = '알림이 오지 않는 밤 7';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
const ME = '{ me { person { email } } }';

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  admin = await world.staff('ADMIN', '박관리');
});
afterAll(() => world.close());

/** Each test's tries are its own: what came before is half an hour ago. */
beforeEach(() => world.clock.pass(31 * MINUTE));

async function withPassword(): Promise<Person> {
  const person = await world.contact(company);
  const hashed = await hash(RIGHT.normalize('NFKC'), {
    algorithm: 2,
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
  });
  await world.app
    .get(Database)
    .transact(system, (tx) => world.app.get(SignInService).storePassword(tx, person.uuid, hashed));
  return person;
}

const signIn = (email: string, password: string, headers: Record<string, string> = {}): Promise<Answer> =>
  world.stranger().ask(SIGN_IN, { input: { email, password, keep: 'TOKEN' } }, headers);

const link = async (purpose: 'SignIn' | 'Password', email: string): Promise<string> => {
  await world.stranger().do(`request${purpose}Link`, { email }, 'done');
  await world.jobs();
  return world.mails.token(email);
};

const asToken = async (token: string) => (await world.withToken(token).get(ME)).me?.person.email ?? null;

describe('known and unknown people', () => {
  it.each(['SignIn', 'Password'])(
    'get the same answer to a %s link, and only the known one gets a mail',
    async (purpose) => {
      const person = await withPassword();
      const gone = await withPassword();
      await admin.do('deactivatePerson', { personId: gone.id }, 'person { id }');
      const QUERY = `mutation ($input: Request${purpose}LinkInput!) { request${purpose}Link(input: $input) { done } }`;
      const ask = (email: string) => world.stranger().ask(QUERY, { input: { email } });
      const before = world.mails.sent.length;
      const answers = [await ask(person.email), await ask('nobody@nowhere.example'), await ask(gone.email)];
      await world.jobs();
      expect(new Set(answers.map(({ text, status }) => `${status} ${text}`)).size).toBe(1);
      expect(world.mails.sent.slice(before).map(({ to }) => to)).toEqual([person.email]);
    },
  );

  it('are answered in the same time to a wrong password', async () => {
    const [person, without] = [await withPassword(), await world.contact(company)];
    const times = new Map<string, number[]>();
    // In turns, so that whatever else the machine does meets all alike; the first round warms up.
    for (let round = 0; round < 6; round++) {
      world.clock.pass(31 * MINUTE);
      for (const email of [person.email, without.email, 'nobody3@nowhere.example']) {
        const began = performance.now();
        await signIn(email, 'wrong password');
        if (round > 0) times.set(email, [...(times.get(email) ?? []), performance.now() - began]);
      }
    }
    const least = [...times.values()].map((each) => Math.min(...each));
    // Without a digest to compare with it would be a tenth.
    expect(Math.max(...least) / Math.min(...least)).toBeLessThan(4);
  });

  it('are looked up for a link only after the answer: until then the same is written for all', async () => {
    const person = await withPassword();
    const tables = ['mail', 'mail_link', 'session', 'audit', 'sign_in_failure', 'person'];
    const before = await everything(world);
    for (const email of [person.email, 'nobody4@nowhere.example'])
      for (const link of ['SignIn', 'Password'])
        await world.stranger().do(`request${link}Link`, { email }, 'done');
    expect(await everything(world)).toEqual(before);
    expect(Object.keys(before)).toEqual(expect.arrayContaining(tables));
    await world.jobs();
    expect(await everything(world)).not.toEqual(before);
  });

  it('get the same answer to a wrong password', async () => {
    const [person, without, gone] = [
      await withPassword(),
      await world.contact(company),
      await withPassword(),
    ];
    await admin.do('deactivatePerson', { personId: gone.id }, 'person { id }');
    const answers = [
      await signIn(person.email, 'wrong password'),
      await signIn(without.email, 'wrong password'),
      await signIn(gone.email, RIGHT),
      await signIn('nobody@nowhere.example', RIGHT),
    ];
    expect(new Set(answers.map(({ text, status }) => `${status} ${text}`)).size).toBe(1);
    expect(codes(answers[0] as Answer)).toEqual(['UNAUTHENTICATED']);
  });

  it('are limited alike', async () => {
    const person = await withPassword();
    for (const email of [person.email, 'nobody2@nowhere.example']) {
      for (let n = 0; n < 5; n++)
        expect(codes(await signIn(email, 'wrong password'))).toEqual(['UNAUTHENTICATED']);
      expect(codes(await signIn(email, 'wrong password'))).toEqual(['RATE_LIMITED']);
    }
  });

  it('no more than five links a quarter of an hour are sent to one person, with the same answer', async () => {
    const person = await withPassword();
    const before = world.mails.sent.length;
    for (let n = 0; n < 8; n++)
      expect(await world.stranger().do('requestSignInLink', { email: person.email }, 'done')).toEqual({
        done: true,
      });
    await world.jobs();
    expect(world.mails.sent.slice(before)).toHaveLength(5);
  });
});

describe('the sixth failed try within half an hour', () => {
  it('is RATE_LIMITED even with the right password, whatever case the address has', async () => {
    const person = await withPassword();
    for (const email of [
      person.email,
      person.email.toUpperCase(),
      ` ${person.email}`,
      person.email,
      person.email,
    ])
      await signIn(email, 'wrong password');
    expect(codes(await signIn(person.email, RIGHT))).toEqual(['RATE_LIMITED']);
  });

  it('is counted by aliases in one document', async () => {
    const person = await withPassword();
    const tries = Array.from(
      { length: 10 },
      (_, n) =>
        `a${n}: signIn(input: { email: "${person.email}", password: "${n < 9 ? 'wrong password' : RIGHT}", keep: TOKEN }) { token }`,
    );
    const answers: Answer[] = [];
    for (let n = 0; n < 6; n++) answers.push(await world.stranger().ask(`mutation { ${tries.join(' ')} }`));
    for (const { text } of answers) expect(text).not.toMatch(/"token":"/);
    expect(answers.flatMap(codes).filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(5);
    expect(codes(await signIn(person.email, RIGHT))).toEqual(['RATE_LIMITED']);
  });

  it('is counted by eight requests at once', async () => {
    const person = await withPassword();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => signIn(person.email, 'wrong password')),
    );
    const all = answers.flatMap(codes).sort();
    expect(all).toEqual([
      ...Array.from({ length: 3 }, () => 'RATE_LIMITED'),
      ...Array.from({ length: 5 }, () => 'UNAUTHENTICATED'),
    ]);
    expect(codes(await signIn(person.email, RIGHT))).toEqual(['RATE_LIMITED']);
  });

  it('is counted whatever the request says of where it comes from', async () => {
    const person = await withPassword();
    for (let n = 0; n < 5; n++) {
      const from = `10.0.0.${n}`;
      await signIn(person.email, 'wrong password', {
        'x-forwarded-for': from,
        forwarded: `for=${from}`,
        'x-real-ip': from,
        'true-client-ip': from,
      });
    }
    expect(codes(await signIn(person.email, RIGHT, { 'x-forwarded-for': '10.9.9.9' }))).toEqual([
      'RATE_LIMITED',
    ]);
    const [row] = await world.rows<{ n: number }>(
      sql`select count(*)::int as n from hotline.sign_in_failure where subject like 'address:10.%'`,
    );
    expect(row?.n).toBe(0);
  });

  it('is forgotten half an hour later', async () => {
    const person = await withPassword();
    for (let n = 0; n < 5; n++) await signIn(person.email, 'wrong password');
    world.clock.pass(29 * MINUTE);
    expect(codes(await signIn(person.email, RIGHT))).toEqual(['RATE_LIMITED']);
    world.clock.pass(2 * MINUTE);
    expect((await signIn(person.email, RIGHT)).data.signIn.token).toMatch(/^[\w-]{43}$/);
  });

  it('does not come about by signing in rightly a hundred times, and locks nobody else out', async () => {
    const [person, other] = [await withPassword(), await withPassword()];
    for (let n = 0; n < 12; n++) expect(codes(await signIn(person.email, RIGHT))).toEqual([]);
    for (let n = 0; n < 6; n++) await signIn(other.email, 'wrong password');
    expect(codes(await signIn(person.email, RIGHT))).toEqual([]);
  });

  it('does not stop somebody with a link', async () => {
    const person = await withPassword();
    for (let n = 0; n < 6; n++) await signIn(person.email, 'wrong password');
    const { token } = await world
      .stranger()
      .do('useSignInLink', { token: await link('SignIn', person.email), keep: 'TOKEN' }, 'token');
    expect(await asToken(token)).toBe(person.email);
  });
});

describe('a link', () => {
  const use = (token: string) =>
    world
      .stranger()
      .ask('mutation ($input: UseSignInLinkInput!) { useSignInLink(input: $input) { token } }', {
        input: { token, keep: 'TOKEN' },
      });
  const set = (token: string) =>
    world.stranger().ask('mutation ($input: SetPasswordInput!) { setPassword(input: $input) { token } }', {
      input: { token, password: 'another long word' },
    });
  const accept = (token: string) =>
    world
      .stranger()
      .ask('mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { token } }', {
        input: { token, name: '누구' },
      });
  const found = (token: string) =>
    world
      .stranger()
      .ask(
        'mutation ($input: MakeFirstAdministratorInput!) { makeFirstAdministrator(input: $input) { token } }',
        { input: { token, name: '누구', email: 'root@nowhere.example', password: 'another long word' } },
      );

  it('works once', async () => {
    const token = await link('SignIn', (await withPassword()).email);
    expect(codes(await use(token))).toEqual([]);
    expect(codes(await use(token))).toEqual(['INVALID']);
  });

  it('works until the fifteenth minute and not after it', async () => {
    const person = await withPassword();
    const early = await link('SignIn', person.email);
    world.clock.pass(14 * MINUTE);
    expect(codes(await use(early))).toEqual([]);
    const late = await link('SignIn', person.email);
    world.clock.pass(15 * MINUTE);
    expect(codes(await use(late))).toEqual(['INVALID']);
  });

  it('works for its own purpose only, and is not used up by a wrong one', async () => {
    const person = await withPassword();
    const [toSignIn, toSet] = [await link('SignIn', person.email), await link('Password', person.email)];
    for (const wrong of [set, accept, found]) expect(codes(await wrong(toSignIn))).toEqual(['INVALID']);
    for (const wrong of [use, accept, found]) expect(codes(await wrong(toSet))).toEqual(['INVALID']);
    expect(codes(await use(toSignIn))).toEqual([]);
    expect(codes(await set(toSet))).toEqual([]);
  });

  it('that was made up, edited or found in the database does not work', async () => {
    const person = await withPassword();
    const token = await link('SignIn', person.email);
    const rows = await world.rows<{ hash: Buffer }>(sql`select token_hash as hash from hotline.mail_link`);
    const stored = rows.flatMap(({ hash }) => [
      hash.toString('hex'),
      hash.toString('base64url'),
      hash.toString('latin1').slice(0, 40),
    ]);
    for (const wrong of [
      '',
      'x',
      '%',
      'x'.repeat(43),
      token.slice(0, -1),
      `${token} `,
      token.toLowerCase(),
      `\\x${Buffer.from(token).toString('hex')}`,
      ...stored,
    ]) {
      expect([wrong, codes(await use(wrong))]).toEqual([wrong, ['INVALID']]);
    }
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('of somebody deactivated in the meantime does not work', async () => {
    const person = await withPassword();
    const token = await link('SignIn', person.email);
    await admin.do('deactivatePerson', { personId: person.id }, 'person { id }');
    expect(codes(await use(token))).toEqual(['INVALID']);
    expect(codes(await signIn(person.email, RIGHT))).toEqual(['UNAUTHENTICATED']);
    expect(await asToken(person.token ?? '')).toBeNull();
  });

  it('leaves no copy in the outbox once it was sent', async () => {
    const person = await withPassword();
    const token = await link('SignIn', person.email);
    expect((await admin.ask('{ mails(first: 100) { edges { node { text subject } } } }')).text).not.toContain(
      token,
    );
  });
});

describe('a session', () => {
  const signedIn = async (person: Person) => (await signIn(person.email, RIGHT)).data.signIn.token as string;

  it('ends with signOut, alone', async () => {
    const person = await withPassword();
    const [one, two] = [await signedIn(person), await signedIn(person)];
    await world.withToken(one).get('mutation { signOut { done } }');
    expect([await asToken(one), await asToken(two)]).toEqual([null, person.email]);
  });

  it('ends everywhere with signOutEverywhere, a new password, the end of one’s access', async () => {
    const person = await withPassword();
    const endings: [string, () => Promise<unknown>][] = [
      [
        'signOutEverywhere',
        async () => world.withToken(await signedIn(person)).get('mutation { signOutEverywhere { done } }'),
      ],
      [
        'setPassword',
        async () =>
          world
            .stranger()
            .do('setPassword', { token: await link('Password', person.email), password: RIGHT }, 'token'),
      ],
      ['deactivatePerson', () => admin.do('deactivatePerson', { personId: person.id }, 'person { id }')],
    ];
    for (const [name, end] of endings) {
      const tokens = [await signedIn(person), await signedIn(person)];
      await end();
      expect([name, await asToken(tokens[0] ?? ''), await asToken(tokens[1] ?? '')]).toEqual([
        name,
        null,
        null,
      ]);
    }
  });

  it('ends by itself after thirty days', async () => {
    const person = await withPassword();
    const token = await signedIn(person);
    world.clock.pass(30 * DAY - MINUTE);
    expect(await asToken(token)).toBe(person.email);
    world.clock.pass(2 * MINUTE);
    expect(await asToken(token)).toBeNull();
  });

  it('is a new one after each sign-in: a token planted before is not kept', async () => {
    const person = await withPassword();
    const planted = 'planted-by-somebody-else-0123456789-0123456789';
    const response = await request(world.base)
      .post('/graphql')
      .set('cookie', `hotline_session=${planted}`)
      .send({ query: SIGN_IN, variables: { input: { email: person.email, password: RIGHT } } });
    const cookie = String(response.headers['set-cookie']);
    expect(cookie).toMatch(/^hotline_session=[\w-]{43};/);
    expect(cookie).not.toContain(planted);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(response.body).toEqual({ data: { signIn: { token: null } } });
    expect(await asToken(planted)).toBeNull();
    const again = await request(world.base)
      .post('/graphql')
      .set('cookie', `hotline_session=${planted}`)
      .send({ query: ME });
    expect(again.body.data.me).toBeNull();
  });

  it('is stored as a digest and found by nothing else', async () => {
    const person = await withPassword();
    const token = await signedIn(person);
    const rows = await world.rows<{ id: string; hash: Buffer; row: string }>(
      sql`select id, token_hash as hash, session::text as row from hotline.session where person_id = ${person.uuid}`,
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const { id, hash } of rows) {
      for (const wrong of [id, hash.toString('hex'), hash.toString('base64url')])
        expect(await asToken(wrong)).toBeNull();
    }
  });
});

it('the first administrator’s link makes no second one', async () => {
  expect(await world.app.get(SignInService).firstAdministratorUrl()).toBeNull();
});

it('one-click log-in is closed without the demonstration', async () => {
  expect((await world.stranger().get('{ demoPeople { id } }')).demoPeople).toEqual([]);
  for (const personId of [admin.id, world.nobody('person'), 'x']) {
    expect(await world.stranger().refused('signInAsDemo', { personId }, 'token')).toMatchObject({
      code: 'NOT_FOUND',
      reason: 'NO_DEMO',
    });
  }
});
