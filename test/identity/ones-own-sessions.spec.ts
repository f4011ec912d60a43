// Where one is signed in: seen in words that people know, ended one by one, all others at once, or by an administrator.
import { LastUsed } from '../../src/identity/index.js';
import { deviceOf } from '../../src/identity/devices.js';
import { sql } from '../../src/platform/database/index.js';
import { Listener } from '../attacks/wire.js';
import { DAY } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let admin: Person;

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  await world.contact(company, '주인');
  admin = await world.staff('ADMIN', '박관리');
});
afterAll(() => world.close());

type Session = {
  id: string;
  browser: string | null;
  system: string | null;
  lastUsedOn: string | null;
  current: boolean;
};
const MINE = '{ mySessions { id browser system createdAt lastUsedOn current } }';
const mine = async (person: Person): Promise<Session[]> => (await person.get(MINE)).mySessions;
const alive = async (person: Person): Promise<boolean> => (await person.get('{ me { locale } }')).me !== null;

/** The same person on another device. */
const again = (person: Person): Promise<Person> => world.signedIn(person.uuid, person.email, person.company);
const idOf = async (person: Person): Promise<string> =>
  (await mine(person)).find(({ current }) => current)?.id ?? '';

describe('one’s own sessions', () => {
  it('are listed newest first, this one marked, with the day of their last use', async () => {
    const desk = await world.contact(company, '김민지');
    world.clock.pass(DAY);
    const phone = await again(desk);
    await alive(phone);
    await world.app.get(LastUsed).write();
    const list = await mine(phone);
    expect(list.map(({ current, lastUsedOn }) => [current, lastUsedOn])).toEqual([
      [true, '2026-11-19'],
      [false, null],
    ]);
    await alive(desk);
    await world.app.get(LastUsed).write();
    expect((await mine(phone))[1]?.lastUsedOn).toBe('2026-11-19');
    // The day is all that is kept, and the second use of a day writes nothing.
    world.clock.pass(60_000);
    await alive(desk);
    await world.app.get(LastUsed).write();
    expect((await mine(phone))[1]?.lastUsedOn).toBe('2026-11-19');
  });

  it('do not show those that ended or ran out, nor those of others', async () => {
    const desk = await world.contact(company);
    const gone = await again(desk);
    await gone.get('mutation { signOut { done } }');
    expect(await mine(desk)).toHaveLength(1);
    world.clock.pass(31 * DAY);
    expect((await world.withToken(desk.token ?? '').ask(MINE)).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    expect((await mine(await again(desk))).map(({ current }) => current)).toEqual([true]);
    admin = await again(admin);
  });

  it('can be ended one by one; the live connection closes, the others live on', async () => {
    const [desk, phone] = await pair();
    const listener = await Listener.begin(world, phone);
    const { sessions } = await desk.do('endSession', { id: await idOf(phone) }, 'sessions { current }');
    expect(sessions).toEqual([{ current: true }]);
    const closed = await listener.wire.closed;
    expect(closed.code).toBe(4403);
    expect([await alive(desk), await alive(phone)]).toEqual([true, false]);
  });

  it('can be ended all but this one, with the links that lie in mails', async () => {
    const [desk, phone] = await pair();
    const third = await again(desk);
    await world.stranger().do('requestSignInLink', { email: desk.email }, 'done');
    await world.jobs();
    const token = world.mails.token(desk.email);
    const here = await Listener.begin(world, desk);
    const there = await Listener.begin(world, third);
    const { endOtherSessions } = await desk.get('mutation { endOtherSessions { sessions { current } } }');
    expect(endOtherSessions.sessions).toEqual([{ current: true }]);
    expect((await there.wire.closed).code).toBe(4403);
    await here.settled();
    here.close();
    expect([await alive(desk), await alive(phone), await alive(third)]).toEqual([true, false, false]);
    expect(await world.stranger().refused('useSignInLink', { token }, 'token')).toMatchObject({
      code: 'INVALID',
      reason: 'LINK',
    });
  });

  it('of somebody else are answered like none at all, ended or not', async () => {
    const [desk, phone] = await pair();
    const other = await world.contact(company);
    const id = await idOf(phone);
    const answers = await Promise.all(
      [id, world.nobody('session'), 'session_x', phone.id].map((each) =>
        other.ask('mutation ($i: EndSessionInput!) { endSession(input: $i) { sessions { id } } }', {
          i: { id: each },
        }),
      ),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await alive(phone)).toBe(true);
    await desk.do('endSession', { id }, 'sessions { id }');
    expect(await desk.refused('endSession', { id }, 'sessions { id }')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('ending the one that asks takes its cookie away', async () => {
    const desk = await world.contact(company);
    const answer = await desk.ask(
      'mutation ($i: EndSessionInput!) { endSession(input: $i) { __typename } }',
      { i: { id: await idOf(desk) } },
    );
    expect(String(answer.headers['set-cookie'])).toMatch(/^hotline_session=;/);
    expect(await alive(desk)).toBe(false);
  });
});

describe('an administrator', () => {
  it('signs somebody out everywhere, and the trail says so', async () => {
    const [desk, phone] = await pair();
    const listener = await Listener.begin(world, phone);
    const { person } = await admin.do(
      'endPersonSessions',
      { personId: desk.id },
      'person { id active abilities { endSessions } }',
    );
    expect(person).toEqual({ id: desk.id, active: true, abilities: { endSessions: true } });
    expect((await listener.wire.closed).code).toBe(4403);
    expect([await alive(desk), await alive(phone)]).toEqual([false, false]);
    const { auditTrail } = await admin.get(
      'query ($id: ID) { auditTrail(personId: $id, action: SESSIONS_ENDED) { edges { node { actor { id } person { id } } } } }',
      { id: desk.id },
    );
    expect(auditTrail.edges).toEqual([{ node: { actor: { id: admin.id }, person: { id: desk.id } } }]);
  });

  it.each(['LEAD', 'AGENT', 'PLANNER'] as const)('is needed for it: a %s is denied', async (role) => {
    const [desk] = await pair();
    const colleague = await world.staff(role);
    expect(await colleague.refused('endPersonSessions', { personId: desk.id }, '__typename')).toMatchObject({
      code: 'DENIED',
    });
    expect(await alive(desk)).toBe(true);
  });
});

it('is written in one statement a minute, whoever comes', async () => {
  const [desk, phone] = await pair();
  await Promise.all([alive(desk), alive(phone), alive(desk)]);
  await world.app.get(LastUsed).write();
  const rows = await world.rows<{ n: number }>(
    sql`select count(distinct xmin::text)::int as n from hotline.session where person_id = ${desk.uuid}`,
  );
  expect(rows).toEqual([{ n: 1 }]);
});

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
    'Chrome',
    'Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0',
    'Edge',
    'Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
    'Safari',
    'macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22B83 KAKAOTALK 11.0',
    'KakaoTalk',
    'iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-S928N) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
    'Samsung Internet',
    'Android',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Whale/4.29 Safari/537.36',
    'Naver Whale',
    'Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox', 'Linux'],
  ['curl/8.5.0', 'curl', null],
  ['<script>alert(1)</script>', null, null],
  [null, null, null],
])('%s is known as %s on %s', (agent, browser, system) => {
  expect(deviceOf(agent)).toEqual({ browser, system });
});

async function pair(): Promise<[Person, Person]> {
  const desk = await world.contact(company);
  return [desk, await again(desk)];
}
