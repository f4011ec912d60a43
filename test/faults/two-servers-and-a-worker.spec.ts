// Two servers and a worker behind a balancer that knows no stickiness: live hints cross, and a rolling restart loses nothing.
import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { Somebody } from '../world/as.js';
import { type Running, freePort, startProduct, startWorker } from '../world/process.js';
import { Balancer } from './balancer.js';
import { type Engine, openEngine } from './engine.js';
import { type People, makePeople } from './people.js';

const REDIS = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'].find(
  (path) => existsSync(path),
);

type Hint = { kind: string; threadId: string | null; doing: string | null; personName: string | null };

/** Somebody's socket, which comes back by itself as the web app's does. */
class Live {
  readonly heard: Hint[] = [];
  readonly codes: number[] = [];
  private readonly client: Client;
  private changed: () => void = () => {};

  constructor(base: string, token: string) {
    this.client = createClient({
      url: `${base.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      retryWait: () => new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100)),
      on: { closed: (event) => this.codes.push((event as { code: number }).code) },
    });
    this.client.subscribe(
      { query: 'subscription { hints { kind threadId doing personName } }' },
      {
        next: ({ data }) => {
          this.heard.push((data as { hints: Hint }).hints);
          this.changed();
        },
        error: () => {},
        complete: () => {},
      },
    );
  }

  /** The first hint that is wanted, heard from `from` on. */
  async until(wanted: (hint: Hint) => boolean, from = 0): Promise<Hint> {
    for (;;) {
      const hint = this.heard.slice(from).find(wanted);
      if (hint) return hint;
      await new Promise<void>((resolve) => (this.changed = resolve));
    }
  }

  leave(): void {
    void Promise.resolve(this.client.dispose()).catch(() => {});
  }
}

let engine: Engine;
let people: People;
let servers: Running[] = [];
let worker: Running;
let balancer: Balancer;
const ports: string[] = [];
const lives: Live[] = [];

const env = (extra: Record<string, string> = {}): Record<string, string> => ({
  ...engine.env,
  WORKER: 'apart',
  // One person writes as fast as they are answered here.
  RATE_FACTOR: '0',
  ...extra,
});
const startServer = (index: number, extra: Record<string, string> = {}): Promise<Running> =>
  startProduct(env({ PORT: ports[index] ?? '', ...extra }), ['--no-demo']);
const server = (index: number): Running => {
  const running = servers[index];
  if (!running) throw new Error('There is no such server.');
  return running;
};
const live = (base: string, token: string): Live => {
  const one = new Live(base, token);
  lives.push(one);
  return one;
};
const contact = (): { token: string; spaceId: string } => people.contacts[0] ?? { token: '', spaceId: '' };
const agent = (): string => people.agents[0] ?? '';

beforeAll(async () => {
  engine = await openEngine();
  ports.push(String(await freePort()), String(await freePort()));
  // All three at once on a database with nothing in it: somebody migrates, the others wait.
  const [a, b, w] = await Promise.all([startServer(0), startServer(1), startWorker(env())]);
  servers = [a, b];
  worker = w;
  people = await makePeople(engine.url());
  balancer = await Balancer.before([a.base, b.base]);
}, 120_000);

afterAll(async () => {
  for (const one of lives) one.leave();
  await Promise.all([...servers, worker].map((running) => running?.end('SIGTERM')));
  await balancer?.close();
  await engine.remove();
}, 60_000);

it('lets an agent on one server hear and read what a contact wrote on the other', async () => {
  const listening = live(server(1).base, agent());
  await listening.until(({ kind }) => kind === 'READY');
  const writing = new Somebody(server(0).base, contact().token);
  const { thread } = await writing.do(
    'openThread',
    { spaceId: contact().spaceId, title: '로그인이 안 돼요', body: '어제부터요' },
    'thread { id }',
  );
  await listening.until(({ kind, threadId }) => kind === 'THREAD' && threadId === thread.id);
  const reading = new Somebody(server(1).base, agent());
  const { node } = await reading.get('query ($id: ID!) { node(id: $id) { ... on Thread { heading } } }', {
    id: thread.id,
  });
  expect(node.heading).toBe('로그인이 안 돼요');

  // Who is there, and who writes.
  for (const doing of ['VIEWING', 'WRITING']) {
    await new Somebody(server(1).base, agent()).do('showPresence', { threadId: thread.id, doing }, 'done');
  }
  const other = live(server(0).base, people.lead);
  await other.until(({ kind }) => kind === 'READY');
  await new Somebody(server(1).base, agent()).do(
    'showPresence',
    { threadId: thread.id, doing: 'NOTING' },
    'done',
  );
  expect(await other.until(({ kind }) => kind === 'PRESENCE')).toMatchObject({ doing: 'NOTING' });

  // The worker counted it: the list and the week agree, whichever server is asked.
  const lead = new Somebody(balancer.base, people.lead);
  const count = async (): Promise<number> =>
    (await lead.get('{ vocItems(state: COUNTED) { totalCount } }')).vocItems.totalCount as number;
  while ((await count()) === 0) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await count()).toBe(1);
}, 60_000);

it('loses and doubles no acknowledged message while both servers are restarted one after the other', async () => {
  const writer = contact();
  const listening = [live(balancer.base, agent()), live(balancer.base, writer.token)];
  await Promise.all(listening.map((one) => one.until(({ kind }) => kind === 'READY')));
  const acknowledged: string[] = [];
  let writing = true;
  let refusals = 0;
  const somebody = new Somebody(balancer.base, writer.token);
  const stream = (async () => {
    for (let count = 0; writing; count++) {
      const title = `이어지는 문의 ${count}`;
      const input = { spaceId: writer.spaceId, title, body: title, idempotencyKey: randomUUID() };
      for (;;) {
        const done = await somebody.do('openThread', input, 'thread { id }').catch(() => null);
        if (done) {
          acknowledged.push(done.thread.id);
          break;
        }
        refusals++;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  })();
  for (const index of [0, 1]) {
    expect(await server(index).end('SIGTERM')).toBe(0);
    servers[index] = await startServer(index);
  }
  writing = false;
  await stream;
  const lead = new Somebody(balancer.base, people.lead);
  const all: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { threads }: any = await lead.get(
      'query ($after: String) { threads(first: 100, after: $after) { edges { node { id heading } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    all.push(...threads.edges.map((edge: any) => edge.node.heading as string));
    after = threads.pageInfo.endCursor as string;
    more = threads.pageInfo.hasNextPage as boolean;
  }
  const streamed = all.filter((line) => line.startsWith('이어지는'));
  expect(streamed.length).toBe(new Set(streamed).size);
  expect(streamed.length).toBe(acknowledged.length);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  // In flight was finished, and the balancer always found an open door; what stood in a closing one was said again.
  expect(refusals).toBeLessThanOrEqual(4);
  // Both sockets were sent away in so many words, came back by themselves, and hear again.
  for (const one of listening) {
    expect(one.codes).toContain(1001);
    const { length } = one.heard;
    const { thread } = await somebody.do(
      'openThread',
      { spaceId: writer.spaceId, body: '마지막' },
      'thread { id }',
    );
    await one.until(({ threadId }) => threadId === thread.id, length);
  }
}, 90_000);

(REDIS ? it : it.skip)(
  'goes through Redis, goes on without it, and has everybody read again when it is back',
  async () => {
    const port = String(await freePort());
    const redis = () =>
      spawn(REDIS ?? '', ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
        stdio: 'ignore',
      });
    // Away at the start: said clearly, in nobody's way.
    const extra = { REDIS_URL: `redis://127.0.0.1:${port}` };
    for (const index of [0, 1]) {
      await server(index).end('SIGTERM');
      servers[index] = await startServer(index, extra);
    }
    expect(server(0).said()).toContain('Redis is away');
    const listening = live(server(1).base, agent());
    await listening.until(({ kind }) => kind === 'READY');
    const crosses = async (): Promise<void> => {
      const { length } = listening.heard;
      const { thread } = await new Somebody(server(0).base, contact().token).do(
        'openThread',
        { spaceId: contact().spaceId, body: '레디스' },
        'thread { id }',
      );
      await listening.until(({ threadId }) => threadId === thread.id, length);
    };
    await crosses();
    for (let times = 0; times < 2; times++) {
      const from = listening.heard.length;
      const running = redis();
      try {
        await listening.until(({ kind }) => kind === 'RESYNC', from);
        await crosses();
      } finally {
        const gone = once(running, 'exit');
        running.kill('SIGKILL');
        await gone;
      }
      // Without it, writing goes on and so do hints.
      await listening.until(({ kind }) => kind === 'RESYNC', from + 1);
      await crosses();
    }
  },
  90_000,
);
if (!REDIS) process.stderr.write('There is no redis-server here: the story through Redis was left out.\n');

it('ends at once on a second signal', async () => {
  const third = await startProduct(env({ PORT: String(await freePort()) }), ['--no-demo']);
  // A request that does not end keeps it for a while.
  const held = fetch(`${third.base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')) }),
    duplex: 'half',
  } as RequestInit).catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const first = third.end('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const since = Date.now();
  void third.end('SIGTERM');
  expect(await first).toBe(1);
  expect(Date.now() - since).toBeLessThan(2_000);
  await held;
}, 60_000);
