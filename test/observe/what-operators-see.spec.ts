// Metrics, health, logs and traces, as the people see them who run the product.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import request from 'supertest';
import { createLogger, Lifecycle, OperatorPort, startTraces } from '../../src/platform/observe/index.js';
import { type Company, type Person, World } from '../world/world.js';

const DASHBOARD = join(dirname(fileURLToPath(import.meta.url)), '../../deploy/grafana-dashboard.json');
const SECRET_TEXT = '비밀프로젝트 카나리아';

let world: World;
let company: Company;
let minji: Person;
let operators: string;
const lines: string[] = [];
const spans: { name: string; traceId: string; parentSpanId?: string; attributes: unknown }[] = [];

const collector = createServer((incoming, answer) => {
  let text = '';
  incoming.on('data', (chunk) => (text += chunk));
  incoming.on('end', () => {
    const { resourceSpans } = JSON.parse(text);
    for (const { scopeSpans } of resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans);
    answer.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
});
let endTraces: () => Promise<void>;

beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  endTraces = await startTraces();
  world = await World.open({}, createLogger('info', { write: (line) => void lines.push(line) }));
  operators = `http://127.0.0.1:${await world.app.get(OperatorPort).open('127.0.0.1', 0)}`;
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
});
afterAll(async () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  await world?.close();
  collector.close();
});

const metrics = async (): Promise<string> => (await request(operators).get('/metrics').expect(200)).text;
const figure = async (start: string): Promise<number | undefined> => {
  const line = (await metrics()).split('\n').find((each) => each.startsWith(start));
  return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ') + 1));
};
const open = (body = SECRET_TEXT) =>
  minji.do('openThread', { spaceId: company.spaceId, body }, 'thread { id }');

describe('metrics', () => {
  it('count operations by kind, first field and answer', async () => {
    await open();
    await minji.refused('openThread', { spaceId: world.nobody('space'), body: 'x' }, 'thread { id }');
    const count = (code: string) =>
      figure(`hotline_operation_seconds_count{type="mutation",operation="openThread",code="${code}"}`);
    expect(await count('OK')).toBe(1);
    expect(await count('NOT_FOUND')).toBe(1);
  });

  it('have no label that a client could grow', async () => {
    for (const field of ['nonsense1', 'nonsense2']) await minji.ask(`query Mine${field} { ${field} }`);
    await minji.ask('query OfMyOwnName { ...A } fragment A on Query { me { person { id } } }');
    await request(world.base).get('/a-page/of-ours');
    const text = await metrics();
    expect(text).toContain(
      'hotline_operation_seconds_count{type="(refused)",operation="(refused)",code="INVALID"}',
    );
    expect(text).toContain('operation="me"');
    expect(text).not.toMatch(/nonsense|OfMyOwnName|a-page/);
  });

  it('tell what waits in the queue, and what was done', async () => {
    await open();
    expect(await figure('hotline_jobs_due{task="countThreadWhenOpened"}')).toBeGreaterThan(0);
    await world.jobs();
    expect(
      (await figure('hotline_job_seconds_count{task="countThreadWhenOpened",outcome="done"}')) ?? 0,
    ).toBeGreaterThan(0);
    expect(await figure('hotline_classifier_confidence')).toBeGreaterThan(0);
  });

  it('are all there that the dashboard draws', async () => {
    const drawn = readFileSync(DASHBOARD, 'utf8').match(/\b(hotline|nodejs|process)_[a-z0-9_]+/g) ?? [];
    const text = await metrics();
    expect(drawn.length).toBeGreaterThan(15);
    for (const name of new Set(drawn.map((each) => each.replace(/_(count|bucket)$/, '')))) {
      expect(text).toContain(`# TYPE ${name} `);
    }
  });

  it('are told on the operators’ port alone', async () => {
    const { text, headers } = await request(world.base).get('/metrics');
    expect(text).not.toContain('hotline_');
    expect(headers['content-type']).toContain('text/html');
  });
});

describe('health', () => {
  it('is ready while everything answers', async () => {
    await request(world.base).get('/health/live').expect(200, { status: 'alive' });
    await request(world.base).get('/health/ready').expect(200, { status: 'ready' });
    await request(operators)
      .get('/health/ready')
      .expect(200, { status: 'ready', parts: { database: 'ok', hints: 'ok' } });
  });

  it('is alive but not ready while the process leaves', async () => {
    const lifecycle = world.app.get(Lifecycle);
    lifecycle.leaving = true;
    await request(world.base).get('/health/ready').expect(503, { status: 'not ready' });
    await request(world.base).get('/health/live').expect(200);
    lifecycle.leaving = false;
    await request(world.base).get('/health/ready').expect(200);
  });

  it('is not ready while the database is away, keeps telling other figures, and comes back by itself', async () => {
    const name = new URL(world.database.url).pathname.slice(1);
    const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_ADMIN_URL });
    await admin.connect();
    await admin.query(`alter database ${name} allow_connections false`);
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    try {
      const { body } = await request(operators).get('/health/ready').expect(503);
      expect(body.parts.database).toBe('away');
      await request(world.base).get('/health/live').expect(200);
      // The first look finds out, the next one tells.
      await metrics();
      expect(await metrics()).toMatch(
        /hotline_figures_failed_total\{figure="hotline_voc_unreviewed"\} [1-9]/,
      );
    } finally {
      await admin.query(`alter database ${name} allow_connections true`);
      await admin.end();
    }
    let ready = 503;
    while (ready !== 200) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ready = (await request(world.base).get('/health/ready')).status;
    }
    await open('다시 됩니다');
  });
});

describe('logs', () => {
  const said = (): Record<string, unknown>[] => lines.map((line) => JSON.parse(line));

  it('name the request on every line, by the proxy’s name when it has a good one', async () => {
    const named = await minji.ask('{ me { person { id } } }', {}, { 'x-request-id': 'proxy-0123456789' });
    expect(named.status).toBe(200);
    const mine = said().filter(({ requestId }) => requestId === 'proxy-0123456789');
    expect(mine.map(({ msg }) => msg)).toEqual(['operation', 'request']);
    expect(mine[0]).toMatchObject({ type: 'query', operation: 'me', code: 'OK', actor: 'contact' });
    const forged = await request(world.base).get('/health/live').set('x-request-id', 'a b"}');
    expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('hold no text, no name and no address of a person', () => {
    const all = lines.join('\n');
    expect(all.length).toBeGreaterThan(1_000);
    for (const word of [
      SECRET_TEXT,
      '비밀프로젝트',
      minji.email,
      '김민지',
      minji.uuid,
      minji.token ?? '',
      '한빛전자',
    ]) {
      expect(all).not.toContain(word);
    }
  });
});

describe('traces', () => {
  it('reach the collector: the operation, and under it what the database did; no text of anybody', async () => {
    const { status } = await minji.ask(
      'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }',
      { input: { spaceId: company.spaceId, body: SECRET_TEXT } },
      { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' },
    );
    expect(status).toBe(200);
    await world.jobs();
    await endTraces();
    const mine = spans.filter(({ traceId }) => traceId === '4bf92f3577b34da6a3ce929d0e0e4736');
    expect(mine.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['mutation openThread', 'database transaction', 'database read']),
    );
    const top = mine.find(({ name }) => name === 'mutation openThread');
    expect(top?.parentSpanId).toBe('00f067aa0ba902b7');
    expect(spans.map(({ name }) => name)).toContain('job countThreadWhenOpened');
    expect(JSON.stringify(spans)).not.toContain('비밀프로젝트');
    expect(JSON.stringify(spans)).not.toContain(minji.uuid);
  });
});
