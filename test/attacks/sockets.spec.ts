// Sockets opened by the wrong page, by nobody, twice, for the wrong thing – and kept open after the right has gone.
import { Database, sql } from '../../src/platform/database/index.js';
import { system } from '../../src/platform/actor.js';
import { HOUR } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';
import { HINTS, Listener, Wire } from './wire.js';

let world: World;
let company: Company;
let owner: Person;
let agent: Person;
let admin: Person;

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  owner = await world.contact(company, '김민지');
  agent = await world.staff('AGENT', '강도윤');
  admin = await world.staff('ADMIN', '박관리');
});
afterAll(() => world.close());

const cookie = (somebody: Person) => ({ cookie: `hotline_session=${somebody.token}` });
const bare = { token: null, company: null };

describe('the handshake', () => {
  it.each([
    ['a foreign page', 'https://evil.example'],
    ['a page without origin', 'null'],
    ['a look-alike', 'http://127.0.0.1.evil.example'],
    ['another port of this machine', 'http://127.0.0.1:1'],
    ['garbage', 'x'],
  ])('refuses %s, even with a cookie and a token', async (_who, origin) => {
    const wire = await Wire.open(world.base, { origin, ...cookie(owner) });
    wire.init(owner);
    expect((await wire.closed).code).toBe(4403);
    expect(wire.frames).toEqual([]);
  });

  it('refuses a cookie that no page sent', async () => {
    const wire = await Wire.open(world.base, cookie(owner));
    wire.send({ type: 'connection_init' });
    expect((await wire.closed).code).toBe(4403);
  });

  it('lets our own page in by its cookie, and a program by its token', async () => {
    const page = await Wire.open(world.base, { origin: world.base, ...cookie(owner) });
    page.send({ type: 'connection_init' });
    expect(await page.next(({ type }) => type === 'connection_ack')).toBeDefined();
    page.close();
    (await Wire.as(owner)).close();
  });

  it('waits three seconds for connection_init and no longer', async () => {
    const wire = await Wire.open(world.base);
    expect(await wire.closed).toMatchObject({ code: 4408 });
  });

  it('closes after a second connection_init', async () => {
    const wire = await Wire.as(owner);
    wire.init(owner);
    expect(await wire.closed).toMatchObject({ code: 4429 });
  });

  it('closes when something is asked before connection_init', async () => {
    const wire = await Wire.open(world.base, { origin: world.base, ...cookie(owner) });
    wire.subscribe('1', HINTS);
    expect(await wire.closed).toMatchObject({ code: 4401 });
  });

  it.each([
    ['nobody', () => bare],
    ['an invented token', () => ({ token: 'x'.repeat(43), company: null })],
    ['a guest without a company', () => ({ token: owner.token, company: 'no-such-company' })],
  ])('closes for %s', async (_who, credentials) => {
    const wire = await Wire.open(world.base);
    wire.init(credentials());
    expect(await wire.closed).toMatchObject({ code: 4403 });
  });

  it.each([
    'not JSON',
    '{}',
    '{"type":"made_up"}',
    '[]',
    '{"type":"subscribe"}',
    `{"type":"connection_init","payload":${'['.repeat(5_000)}`,
  ])('closes after %p', async (frame) => {
    const wire = await Wire.open(world.base);
    wire.send(frame.slice(0, 200_000));
    expect((await wire.closed).code).toBeGreaterThanOrEqual(4400);
  });

  it('closes when an id is used twice at once', async () => {
    const wire = await Wire.as(owner);
    wire.subscribe('same', HINTS);
    wire.subscribe('same', HINTS);
    expect(await wire.closed).toMatchObject({ code: 4409 });
  });
});

describe('over a socket', () => {
  const refusal = async (query: string, variables: object = {}) => {
    const wire = await Wire.as(owner);
    wire.subscribe('1', query, variables);
    const { type, payload } = await wire.next(({ id }) => id === '1');
    wire.close();
    expect(type).toBe('error');
    return payload as unknown as { message: string; extensions: { code: string; reason: string } }[];
  };

  it.each([
    ['a query', '{ me { person { email } } }'],
    ['introspection', '{ __schema { types { name } } }'],
    ['a mutation', 'mutation { signOut { done } }'],
    [
      'a query behind a subscription',
      `${HINTS.replace('subscription', 'subscription A')} query B { me { locale } }`,
    ],
  ])('%s is refused', async (_what, query) => {
    expect(await refusal(query)).toEqual([
      {
        message: expect.stringContaining('HTTP'),
        extensions: { code: 'INVALID', reason: 'SUBSCRIPTION_ONLY' },
      },
    ]);
    expect(await owner.get('{ me { person { name } } }')).toMatchObject({
      me: { person: { name: '김민지' } },
    });
  });

  it.each([
    ['a syntax error', 'subscription {', {}],
    ['an unknown field', 'subscription { hint { kind } }', {}],
    ['two subscriptions at once', 'subscription { a: hints { kind } b: hints { kind } }', {}],
    ['a thousand tokens', `subscription { hints { ${'kind '.repeat(1_001)} } }`, {}],
    ['NUL in the document', 'subscription { hints { kind @skip(if: "a\\u0000") } }', {}],
    ['NUL in a variable', `subscription ($x: String) { hints { kind } }`, { x: 'a\u0000' }],
    ['half a character in a variable', `subscription ($x: String) { hints { kind } }`, { x: '\ud800' }],
  ])('%s is INVALID, without a hint at what there is', async (_what, query, variables) => {
    const errors = await refusal(query, variables);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(errors.map(() => 'INVALID'));
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
  });
});

describe('an open socket closes and hears no more', () => {
  const write = async () => {
    const { thread } = await agent.do(
      'openThread',
      { spaceId: company.spaceId, body: '나중 일' },
      'thread { id }',
    );
    return thread.id as string;
  };

  async function ends(person: Person, loss: () => Promise<unknown>, code = 4403): Promise<void> {
    const listener = await Listener.begin(world, person);
    const first = await write();
    expect((await listener.settled()).map(({ threadId }) => threadId)).toContain(first);
    const heard = listener.wire.frames.length;
    await loss();
    const lost = performance.now();
    const closed = listener.wire.closed.then(({ code: how }) => [how, performance.now() - lost < 1_000]);
    const later = await write();
    expect(await closed).toEqual([code, true]);
    const after = listener.wire.frames.slice(heard).map((frame) => JSON.stringify(frame));
    expect(after.filter((text) => text.includes(later))).toEqual([]);
  }

  it('of a member who is removed', async () => {
    const member = await world.contact(company, '떠날 사람');
    await ends(member, () =>
      owner.do('removeContact', { companyId: company.id, personId: member.id }, 'done'),
    );
    const again = await Wire.open(world.base);
    again.init(member);
    expect((await again.closed).code).toBe(4403);
  });

  it('of a member whose role changes', async () => {
    const member = await world.contact(company, '바뀔 사람');
    await ends(member, () =>
      owner.do(
        'changeMemberRole',
        { spaceId: company.spaceId, personId: member.id, role: 'READER' },
        'space { id }',
      ),
    );
  });

  it('of staff whose role changes', async () => {
    const colleague = await world.staff('AGENT');
    await ends(colleague, () =>
      admin.do('changeStaffRole', { personId: colleague.id, role: 'PLANNER' }, 'person { id }'),
    );
  });

  it.each(['signOut', 'signOutEverywhere'])('after %s', async (name) => {
    const member = await world.contact(company);
    await ends(member, () => member.get(`mutation { ${name} { done } }`));
  });

  it('on another device after signOutEverywhere, and stays open there after signOut', async () => {
    const member = await world.contact(company);
    const phone = await world.signedIn(member.uuid, member.email, company.handle);
    const listener = await Listener.begin(world, phone);
    await member.get('mutation { signOut { done } }');
    const thread = await write();
    expect((await listener.settled()).map(({ threadId }) => threadId)).toContain(thread);
    const desk = await world.signedIn(member.uuid, member.email, company.handle);
    await desk.get('mutation { signOutEverywhere { done } }');
    expect((await listener.wire.closed).code).toBe(4403);
  });

  it('when its session has run out', async () => {
    const member = await world.contact(company);
    const soon = new Date(world.clock.now().getTime() + HOUR);
    await world.app.get(Database).transact(system, async (tx) => {
      await tx.sql(sql`update hotline.session set expires_at = ${soon} where person_id = ${member.uuid}`);
    });
    await ends(member, async () => world.clock.pass(2 * HOUR));
  });

  it('of somebody deactivated', async () => {
    const member = await world.contact(company);
    await ends(member, () => admin.do('deactivatePerson', { personId: member.id }, 'person { active }'));
  });

  it('of somebody who set a new password elsewhere', async () => {
    const member = await world.contact(company);
    await ends(member, async () => {
      await world.stranger().do('requestPasswordLink', { email: member.email }, 'done');
      await world.jobs();
      await world
        .stranger()
        .do('setPassword', { token: world.mails.token(member.email), password: 'a new long word' }, 'token');
    });
  });

  it('subscribing again after the session ended in silence is refused', async () => {
    const member = await world.contact(company);
    const wire = await Wire.as(member);
    await world.app
      .get(Database)
      .transact(system, (tx) =>
        tx.sql(sql`update hotline.session set ended_at = ${tx.at} where person_id = ${member.uuid}`),
      );
    wire.subscribe('1', HINTS);
    const { payload } = await wire.next(({ id }) => id === '1');
    expect(payload).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    wire.close();
  });
});

it('a contact hears nothing of another company, whatever happens there', async () => {
  const other = await world.company('나다물류');
  const sora = await world.contact(other, '윤소라');
  const listener = await Listener.begin(world, owner);
  const { thread } = await sora.do(
    'openThread',
    { spaceId: other.spaceId, body: '우리만의 일' },
    'thread { id }',
  );
  await agent.do('postMessage', { threadId: thread.id, body: '답', afterwards: 'RESOLVE' }, 'thread { id }');
  await agent.do('assignThread', { threadId: thread.id, assigneeId: agent.id }, 'thread { id }');
  await sora.do('markThreadRead', { threadId: thread.id, seq: 2 }, 'thread { id }');
  await sora.do('inviteContacts', { companyId: other.id, people: [{ email: 'x@nada.example' }] }, 'done');
  expect(await listener.settled()).toEqual([]);
  listener.close();
});
