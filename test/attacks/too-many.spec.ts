// Too often, too many, too much at once, too slow: a caller that takes more than its share is held back, and alone.
import { createConnection, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from '../../src/platform/database/index.js';
import { RATES, SOCKET } from '../../src/platform/limits.js';
import { Rates } from '../../src/platform/rates.js';
import type { Answer } from '../world/as.js';
import { MINUTE } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';
import { codes } from './stage.js';
import { HINTS, Listener, Wire } from './wire.js';

let world: World;
let company: Company;
let owner: Person;

beforeAll(async () => {
  // One proxy of our own stands in front: its word on where somebody comes from is taken.
  world = await World.open({ RATE_FACTOR: '1', TRUST_PROXY: '127.0.0.1' });
  company = await world.company('한빛전자');
  owner = await world.contact(company, '김민지');
});
afterAll(() => world.close());

/** Each test has a minute of its own. */
beforeEach(() => world.clock.pass(MINUTE + 1));

const ME = '{ me { locale } }';
const from = (address: string) => ({ 'x-forwarded-for': address });

/** Asks so often; gives the answers that were refused. */
async function flood(times: number, ask: () => Promise<Answer>): Promise<Answer[]> {
  const refused: Answer[] = [];
  for (let done = 0; done < times; done += 50) {
    const some = await Promise.all(Array.from({ length: Math.min(50, times - done) }, ask));
    refused.push(...some.filter((answer) => codes(answer).includes('RATE_LIMITED')));
  }
  return refused;
}

function held(answer: Answer | undefined, retryAfter: number): void {
  expect(answer?.status).toBe(429);
  expect(answer?.errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', reason: 'TOO_OFTEN', retryAfter });
}

describe('in one minute', () => {
  it('a stranger’s address has its share, the next address its own', async () => {
    const ask = () => world.stranger().ask(ME, {}, from('203.0.113.7'));
    const refused = await flood(RATES.operationsOfStrangers + 3, ask);
    expect(refused).toHaveLength(3);
    held(refused[0], 60);
    expect(codes(await world.stranger().ask(ME, {}, from('203.0.113.8')))).toEqual([]);
    expect(codes(await owner.ask(ME, {}, from('203.0.113.7')))).toEqual([]);
    world.clock.pass(40_000);
    const late = await ask();
    held(late, 20);
    expect(late.headers['retry-after']).toBe('20');
    world.clock.pass(20_000);
    expect(codes(await ask())).toEqual([]);
  });

  it('a person’s commands are counted one by one, in one document too', async () => {
    const person = await world.contact(company);
    const fifteen = `mutation { ${Array.from({ length: 15 }, (_, n) => `a${n}: updateProfile(input: { name: "이름" }) { done }`).join(' ')} }`;
    const refused = await flood(RATES.commandsOfPerson / 15 + 2, () => person.ask(fifteen));
    expect(refused).toHaveLength(2);
    held(refused[0], 60);
    expect(codes(await owner.ask('mutation { updateProfile(input: { name: "김민지" }) { done } }'))).toEqual(
      [],
    );
    expect(codes(await person.ask(ME))).toEqual([]);
  });

  it('a person has one share on all devices, from all addresses', async () => {
    const person = await world.contact(company);
    const phone = await world.signedIn(person.uuid, person.email, company.handle);
    let n = 0;
    const refused = await flood(RATES.operationsOfPerson + 2, () =>
      (n++ % 2 ? person : phone).ask(ME, {}, from(`203.0.113.${n % 200}`)),
    );
    expect(refused).toHaveLength(2);
  }, 60_000);

  it('subscribing is counted with the rest', async () => {
    const person = await world.contact(company);
    await flood(RATES.operationsOfPerson, () => person.ask(ME));
    const wire = await Wire.as(person);
    wire.subscribe('1', HINTS);
    const { payload } = await wire.next(({ id }) => id === '1');
    expect(payload).toMatchObject([{ extensions: { code: 'RATE_LIMITED', reason: 'TOO_OFTEN' } }]);
    wire.close();
  });

  it('all requests of one address are counted, whatever they are, and refused before they are read', async () => {
    const rates = world.app.get(Rates);
    for (let n = 0; n < RATES.requestsOfAddress - 1; n++) rates.request('203.0.113.99');
    expect((await world.stranger().ask('{', {}, from('203.0.113.99'))).status).toBe(400);
    held(await owner.ask(ME, {}, from('203.0.113.99')), 60);
    const page = await owner.download('/', from('203.0.113.99'));
    expect([page.status, page.headers['retry-after']]).toEqual([429, '60']);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    const file = await owner.download('/files/attachment_x/y', from('203.0.113.99'));
    expect(file.status).toBe(429);
    expect((await owner.download('/assets/no.js', from('203.0.113.99'))).status).toBe(404);
    const socket = await Wire.open(world.base, from('203.0.113.99'));
    expect(await socket.closed).toEqual({ code: 429, reason: 'no upgrade' });
    expect((await owner.download('/', from('203.0.113.98'))).status).toBe(200);
  });

  it('the addresses of one IPv6 network are one', async () => {
    let n = 0;
    const ask = () => world.stranger().ask(ME, {}, from(`2001:db8:1:2::${(++n).toString(16)}`));
    expect(await flood(RATES.operationsOfStrangers + 2, ask)).toHaveLength(2);
    expect(codes(await world.stranger().ask(ME, {}, from('2001:db8:1:3::1')))).toEqual([]);
  });
});

describe('a forged address', () => {
  it('in front of the proxy’s own word does not help', async () => {
    let n = 0;
    const ask = () => world.stranger().ask(ME, {}, from(`198.51.100.${++n % 250}, 203.0.113.50`));
    expect(await flood(RATES.operationsOfStrangers + 2, ask)).toHaveLength(2);
  });

  it('is counted with the failed sign-ins of who really sent it, and of nobody else', async () => {
    const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
    await world
      .stranger()
      .ask(
        SIGN_IN,
        { input: { email: 'x@nowhere.example', password: 'y' } },
        from('198.51.100.9, 203.0.113.60'),
      );
    const rows = await world.rows<{ subject: string }>(
      sql`select subject from hotline.sign_in_failure where subject like 'address:%'`,
    );
    expect(rows.map(({ subject }) => subject)).toEqual(['address:203.0.113.60']);
  });

  it('without a trusted proxy is no address at all', async () => {
    const bare = await World.open({ RATE_FACTOR: '1' });
    try {
      let n = 0;
      const refused = await flood(RATES.operationsOfStrangers + 2, () =>
        bare.stranger().ask(
          ME,
          {},
          {
            ...from(`203.0.113.${++n % 250}`),
            forwarded: `for=203.0.113.${n % 250}`,
            'x-real-ip': `203.0.113.${n % 250}`,
          },
        ),
      );
      expect(refused).toHaveLength(2);
    } finally {
      await bare.close();
    }
  });
});

describe('the sixth failed sign-in', () => {
  it('says when to come back, in the answer and in its head', async () => {
    const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
    const attempt = () =>
      world.stranger().ask(SIGN_IN, { input: { email: 'z@nowhere.example', password: 'wrong' } });
    for (let n = 0; n < 5; n++) {
      await attempt();
      world.clock.pass(2 * MINUTE);
    }
    const answer = await attempt();
    // The first try was ten minutes ago: it is forgotten in twenty.
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 1_200 });
    expect(answer.headers['retry-after']).toBe('1200');
  });
});

describe('sockets', () => {
  it('beyond the share of one person are closed with 1013, and are there again when another one goes', async () => {
    const person = await world.contact(company);
    const open = await Promise.all(Array.from({ length: SOCKET.perPerson }, () => Wire.as(person)));
    const more = await Wire.open(world.base);
    more.init(person);
    expect(await more.closed).toMatchObject({ code: 1013 });
    (await Wire.as(owner)).close();
    open[0]?.close();
    await open[0]?.closed;
    open.push(await Wire.as(person));
    open.forEach((wire) => wire.close());
  });

  it('carry ten subscriptions; the eleventh is refused and the others live on', async () => {
    const wire = await Wire.as(owner);
    for (let n = 0; n < SOCKET.subscriptions; n++) wire.subscribe(`s${n}`, HINTS);
    await wire.next(({ id }) => id === `s${SOCKET.subscriptions - 1}`);
    wire.subscribe('more', HINTS);
    const { type, payload } = await wire.next(({ id }) => id === 'more');
    expect([type, payload]).toEqual([
      'error',
      [
        {
          message: expect.any(String),
          extensions: { code: 'RATE_LIMITED', reason: 'TOO_MANY_SUBSCRIPTIONS', retryAfter: 1 },
        },
      ],
    ]);
    wire.send({ type: 'complete', id: 's0' });
    wire.subscribe('again', HINTS);
    expect((await wire.next(({ id }) => id === 'again')).type).toBe('next');
    wire.close();
  });

  it.each([
    ['before', false],
    ['after', true],
  ])('a frame of 64 kB %s they are let in closes them with 1009', async (_when, letIn) => {
    const wire = letIn ? await Wire.as(owner) : await Wire.open(world.base);
    wire.send(JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(64 * 1_024) } }));
    expect(await wire.closed).toMatchObject({ code: 1009 });
  });

  it('that never end a frame are bounded, too', async () => {
    const wire = await Wire.as(owner);
    for (let n = 0; n < 40; n++) wire.socket.send('x'.repeat(4_000), { fin: false });
    expect(await wire.closed).toMatchObject({ code: 1009 });
  });

  it('that talk without end are ended', async () => {
    const wire = await Wire.as(owner);
    for (let n = 0; n < SOCKET.framesAtOnce * 3; n++) wire.send({ type: 'ping' });
    expect((await wire.closed).code).toBe(1006);
  });

  it.each(['/elsewhere', '/graphql/x', '//', '//:99999999', 'http://[', '*', '/%'])(
    'at %s lead nowhere, and the server lives on',
    async (path) => {
      const { hostname, port } = new URL(world.base);
      const answer = await new Promise<string>((resolve) => {
        let text = '';
        const socket = createConnection(Number(port), hostname, () =>
          socket.write(
            `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n`,
          ),
        );
        socket.on('data', (part) => (text += String(part)));
        socket.on('close', () => resolve(text));
      });
      expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
      expect((await owner.get(ME)).me).not.toBeNull();
    },
  );
});

describe('somebody who does not read', () => {
  const wireOf = (wire: Wire): Socket => (wire.socket as unknown as { _socket: Socket })._socket;

  /** A hint of the person's own topic, as large as the database lets one be. */
  const tell = (kind: string) =>
    world.rows(
      sql`select pg_notify('hotline', ${JSON.stringify({ topics: [`person:${owner.uuid}`], hint: { kind } })})`,
    );

  it('keeps nobody waiting and costs no memory, while hints of megabytes pass by', async () => {
    const slow = await Wire.as(owner);
    for (let n = 0; n < SOCKET.subscriptions; n++) slow.subscribe(`s${n}`, HINTS);
    await slow.next(({ id }) => id === `s${SOCKET.subscriptions - 1}`);
    wireOf(slow).pause();
    const reader = await Listener.begin(world, owner);
    const before = heap();
    // 6 kB a hint, ten subscriptions: 120 MB for whoever takes them all.
    for (let n = 0; n < 2_000; n += 100)
      await Promise.all(Array.from({ length: 100 }, (_, m) => tell(`H${n + m} ${'x'.repeat(6_000)}`)));
    await tell('LAST');
    await reader.wire.next((frame) => JSON.stringify(frame).includes('"LAST"'));
    expect(heap() - before).toBeLessThan(40);
    reader.close();
    slow.socket.terminate();
  }, 60_000);

  it('but asks and asks is ended, and what waited for them is gone', async () => {
    const wire = await Wire.as(owner);
    wireOf(wire).pause();
    let over = false;
    wireOf(wire).on('close', () => (over = true));
    const before = heap();
    // Slow enough not to be taken for a flood of frames. The system’s own buffers take the first megabytes.
    for (let n = 0; !over && n < 600; n++) {
      wire.send({ type: 'ping', payload: { x: 'x'.repeat(60_000) } });
      await new Promise((resolve) => setTimeout(resolve, 7));
    }
    expect(over).toBe(true);
    expect(heap() - before).toBeLessThan(20);
  });
});

/** What lives in this process, in megabytes, buffers included, after the rest was taken away. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_048_576;
}
