// Everything that leaves the process while people are on the boards, searched for whoever was there: log, answers, figures, spans,
// jobs, mails and all other rows. And the same search finds the traces of an ordinary operation, or it would prove nothing.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import request from 'supertest';
import { LastUsed } from '../../src/identity/index.js';
import {
  createLogger,
  Metrics,
  OperatorPort,
  startTraces,
  traced,
} from '../../src/platform/observe/index.js';
import { Wire } from '../attacks/wire.js';
import { Line } from '../faults/line.js';
import type { Answer } from '../world/as.js';
import { type TestDatabase, copyDatabase } from '../world/database.js';
import { png } from '../world/files.js';
import { type Company, type Person, World } from '../world/world.js';
import { type Neighbours, ask, neighbours, postsOf, say } from './neighbours.js';

const HINTS =
  'subscription ($boardId: ID!, $threadId: ID) { boardHints(boardId: $boardId, threadId: $threadId) { kind boardId threadId } }';

const lines: string[] = [];
const sent: string[] = [];
const collector = createServer((incoming, answer) => {
  let text = '';
  incoming.on('data', (chunk) => (text += chunk));
  incoming.on('end', () => {
    sent.push(text);
    answer.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
});

let world: World;
let boards: TestDatabase;
let line: Line;
let all: Neighbours;
let asker: Person;
let helper: Person;
let operators: string;
let endTraces: () => Promise<void>;
/** By what it is: text that left the process during the session, and rows that came to be outside of the boards. */
const left = new Map<string, string>();
/** Which operations of the session were refused, and how. */
const refusals: string[] = [];

const client = async (url: string): Promise<pg.Client> => {
  const made = new pg.Client({ connectionString: url });
  await made.connect();
  return made;
};

/** Every row of every table outside of the boards, as text. */
async function rows(): Promise<Set<string>> {
  const owner = await client(world.database.url);
  const found = new Set<string>();
  const tables = await owner.query(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema in ('hotline', 'graphile_worker') and table_type = 'BASE TABLE'`,
  );
  for (const { name } of tables.rows)
    for (const { row } of (await owner.query(`select t::text as row from ${name} t`)).rows)
      found.add(`${name} ${row}`);
  await owner.end();
  return found;
}

const newRows = async (before: Set<string>): Promise<string> =>
  [...(await rows())].filter((row) => !before.has(row)).join('\n');

const metrics = async (): Promise<string> => (await request(operators).get('/metrics').expect(200)).text;
const mails = (): string => JSON.stringify(world.mails.sent);

/** All words that would say who somebody is, or of which company. */
function wordsOf(person: Person, company: Company | null, names: string[]): string[] {
  const uuids = [person.uuid, ...(company ? [company.uuid, company.spaceUuid] : [])];
  return [
    ...uuids,
    ...uuids.map((uuid) => uuid.replaceAll('-', '')),
    person.email,
    String(person.token),
    // Two letters alone would be found in any number.
    ...(company ? [`"${company.handle}"`, `${company.handle}.example`] : []),
    ...names,
  ];
}

let somebody: string[];
const found = (text: string): string[] => somebody.filter((word) => text.includes(word));

/** Sends it and keeps what an error says; the refusal's code. */
async function refused(who: Person, query: string, variables: object = {}): Promise<string> {
  const answer: Answer = await who.ask(query, variables);
  left.set('errors', `${left.get('errors') ?? ''}\n${JSON.stringify(answer.errors ?? null)}`);
  const code = String(answer.errors?.[0]?.extensions.code);
  refusals.push(code);
  return code;
}

beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  endTraces = await startTraces();
  boards = await copyDatabase();
  const reached = await Line.toDatabase(boards.url);
  line = reached.line;
  const log = createLogger('debug', { write: (text: string) => void lines.push(text) });
  world = await World.open({}, log, null, reached.url);
  operators = `http://127.0.0.1:${await world.app.get(OperatorPort).open('127.0.0.1', 0)}`;
  all = await neighbours(world);
  [asker, helper] = [all.people[0] as Person, all.people[7] as Person];
  somebody = [
    ...wordsOf(asker, all.companies[0] as Company, ['이웃1의사람1', '이웃회사1']),
    ...wordsOf(helper, all.companies[1] as Company, ['이웃2의사람2', '이웃회사2']),
    ...wordsOf(all.agent, null, ['김상담']),
    ...wordsOf(all.lead, null, ['한팀장']),
  ];
}, 120_000);

afterAll(async () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  await world?.close();
  await line?.cut();
  await boards?.drop();
  collector.close();
});

async function session(): Promise<void> {
  const { boardId, agent, lead } = all;
  const board = `{ board(boardId: "${boardId}") { id name } boardTags(boardId: "${boardId}") }`;
  await asker.get('{ boards { id } boardFacts { keys } }');
  await asker.get(board);
  await asker.get(`{ boardThreads(boardId: "${boardId}", search: "결재") { edges { node { id title } } } }`);
  const wire = await Wire.as(helper);
  wire.subscribe('1', HINTS, { boardId });
  await wire.next(({ type, id }) => type === 'next' && id === '1');
  const thread = await ask(asker, boardId, { body: '우리는 010-2345-6789 로 전화해요. 비밀 카나리아' });
  await wire.next((frame) => JSON.stringify(frame).includes(thread.id));
  wire.subscribe('2', HINTS, { boardId, threadId: world.nobody('boardthread') });
  wire.subscribe('3', 'subscription { boardReportHints { kind } }');
  for (const id of ['2', '3']) await wire.next((frame) => frame.id === id);
  const picture = randomUUID();
  const sentIn = await helper.sendBoardPicture(boardId, picture, '이웃2의사람2.png', await png());
  expect(sentIn.status).toBe(200);
  const answer = await say(helper, thread.id, { pictureIds: [picture] });
  expect((await asker.download(`/boards/pictures/${picture}`)).status).toBe(200);
  expect((await world.stranger().download(`/boards/pictures/${picture}/thumbnail`)).status).toBe(401);
  expect((await asker.sendBoardPicture(boardId, picture, 'x.pdf', Buffer.from('%PDF'))).status).toBe(400);
  const official = await say(agent, thread.id, { body: '저희 팀의 답이에요.' });
  await asker.do('acceptBoardAnswer', { postId: answer.id }, 'post { id }');
  await asker.do('markBoardPost', { postId: answer.id }, 'post { id }');
  await asker.do(
    'reportBoardPost',
    { id: randomUUID(), postId: official.id, reason: 'OTHER' },
    'post { id }',
  );
  await asker.do('reportBoardPost', { id: randomUUID(), postId: answer.id, reason: 'RUDE' }, 'post { id }');
  const edit = { postId: answer.id, version: 1, body: '고쳤어요.' };
  await helper.do('editBoardPost', edit, 'post { id }');
  await postsOf(asker, thread.id);
  await asker.get(`{ boardTextFindings(text: "이웃회사1의 결재") { kind text } }`);
  await agent.get('{ reportedBoardPosts { post { id } } }');
  await agent.do('hideBoardPost', { postId: answer.id, reason: '무례해요' }, 'post { id }');
  await agent.do('banBoardAuthor', { postId: answer.id, reason: '무례해요' }, 'post { id }');
  const change = { boardId, version: 1, name: '고민 나눔', about: '', rules: '' };
  await lead.do('changeBoard', { ...change, audience: { everyone: true } }, 'board { id }');

  const answering = 'mutation ($input: SayOnBoardInput!) { sayOnBoard(input: $input) { post { id } } }';
  const saying = (input: object) => ({
    input: { id: randomUUID(), threadId: thread.id, body: '또요', ...input },
  });
  expect(await refused(helper, answering, saying({}))).toBe('DENIED');
  expect(await refused(helper, answering, saying({ id: '7' }))).toBe('INVALID');
  expect(await refused(helper, answering, saying({ threadId: 'boardthread_x\u0000' }))).toBe('INVALID');
  expect(await refused(helper, answering, saying({ body: 7 }))).toBe('INVALID');
  expect(await refused(asker, answering, saying({ body: '\ud800' }))).toBe('INVALID');
  expect(await refused(asker, `{ boards { id nonsense${asker.uuid.slice(0, 4)}: name { x } } }`)).toBe(
    'INVALID',
  );
  expect(await refused(asker, `{ board(boardId: "${world.nobody('board')}") { id } }`)).toBe('NOT_FOUND');
  expect(await refused(asker, `{ boards { id } me { person { name } } }`)).toBe('INVALID');
  expect(await refused(asker, '{ reportedBoardPosts { boardId } }')).toBe('DENIED');

  // An error of our own: a table of the boards is not there.
  const owner = await client(boards.url);
  const marking = 'mutation ($input: MarkBoardPostInput!) { markBoardPost(input: $input) { post { id } } }';
  const mark = { input: { postId: official.id, helpful: true } };
  await owner.query('alter table boards.mark rename to mark_away');
  expect(await refused(asker, marking, mark)).toBe('INTERNAL');
  await owner.query('alter table boards.mark_away rename to mark');
  await owner.end();

  // The boards' cluster is away, and comes back.
  await line.cut();
  expect(await refused(asker, marking, mark)).toBe('UNAVAILABLE');
  wire.subscribe('4', HINTS, { boardId });
  await line.mend();
  await wire.next((frame) => JSON.stringify(frame).includes('"RESYNC"'));
  await asker.do('markBoardPost', mark.input, 'post { id }');
  left.set('frames', JSON.stringify(wire.frames));
  wire.close();
}

describe('a session on the boards', () => {
  beforeAll(async () => {
    // What came before is another matter: everybody has used the product today, and is counted.
    await world.jobs();
    for (const each of [asker, helper, all.agent, all.lead]) await each.get('{ me { locale } }');
    await world.app.get(LastUsed, { strict: false }).write();
    const before = await rows();
    world.mails.sent.length = 0;
    lines.length = 0;
    const begun = new Date().toISOString();
    await session();
    await world.app.get(LastUsed, { strict: false }).write();
    await world.jobs();
    left.set('log', lines.join(''));
    left.set('mails', mails());
    left.set('rows', await newRows(before));
    left.set('metrics', await metrics());
    left.set('begun', begun);
  }, 120_000);

  it('was refused in every way there is', () => {
    expect([...new Set(refusals)].sort()).toEqual([
      'DENIED',
      'INTERNAL',
      'INVALID',
      'NOT_FOUND',
      'UNAVAILABLE',
    ]);
  });

  it.each(['log', 'errors', 'frames', 'mails', 'metrics', 'rows'])('%s: names nobody', (what) => {
    expect(found(left.get(what) ?? '')).toEqual([]);
  });

  it('no row and no mail came of it', () => {
    expect([left.get('rows'), left.get('mails')]).toEqual(['', '[]']);
  });

  it('what went wrong is in the log, without the request in which it did, and without anybody’s words', () => {
    const failed = lines.map((text) => JSON.parse(text)).filter(({ level }) => level >= 40);
    expect(failed.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining(['a request failed', 'The boards cannot be reached for a moment; try again.']),
    );
    expect(failed.filter((each) => 'requestId' in each || 'traceId' in each || 'spanId' in each)).toEqual([]);
    expect(left.get('log')).not.toMatch(/카나리아|010-2345|결재|또요/);
  });

  it('of what was asked for and done there is no line, but of documents that are none', () => {
    const operations = lines
      .map((text) => JSON.parse(text))
      .filter(({ msg }) => msg === 'operation' || msg === 'request');
    expect([...new Set(operations.map(({ operation }) => operation ?? ''))].sort()).toEqual([
      '',
      '(refused)',
    ]);
    expect(operations.filter(({ msg }) => msg === 'operation').length).toBe(
      operations.filter(({ msg }) => msg === 'request').length,
    );
  });

  it('figures do not tell one operation from another', () => {
    expect(left.get('metrics')).toContain('operation="(apart)"');
    expect(left.get('metrics')).not.toMatch(/board/i);
  });
});

describe('the same search', () => {
  it('finds an ordinary operation in rows, mails, log and spans', async () => {
    const before = await rows();
    lines.length = 0;
    const spaceId = (all.companies[0] as Company).spaceId;
    const { thread } = await asker.do('openThread', { spaceId, body: '보통 질문' }, 'thread { id }');
    await all.agent.do('postMessage', { threadId: thread.id, body: '보통 답' }, 'thread { id }');
    await world.jobs();
    await world.later(10 * 60_000);
    expect(found(await newRows(before))).toContain(asker.uuid);
    expect(found(mails())).toContain(asker.email);
    expect(lines.filter((text) => text.includes('openThread')).length).toBe(1);
    expect(await metrics()).toContain('operation="openThread"');
  });

  it('finds whoever is named in a line, a figure, a span or an error', async () => {
    const { uuid } = asker;
    world.app.get(Metrics).operations.observe({ type: 'query', operation: uuid, code: 'OK' }, 0.1);
    expect(found(await metrics())).toEqual([uuid]);
    const log = createLogger('debug', { write: (text: string) => void lines.push(text) });
    log.debug({ uuid }, 'a line');
    expect(found(lines.join(''))).toContain(uuid);
    await traced('a span', { uuid }, async () => {});
  });

  // Last: spans leave when tracing ends.
  it('finds nobody in the spans of the session, and no sign of it, but those of what is ordinary', async () => {
    await endTraces();
    const spans: { name: string; attributes: unknown; startTimeUnixNano: string }[] = sent.flatMap((text) =>
      JSON.parse(text).resourceSpans.flatMap(({ scopeSpans }: any) =>
        scopeSpans.flatMap((each: any) => each.spans),
      ),
    );
    const named = spans.filter((span) => found(JSON.stringify(span)).length > 0);
    expect(named.map(({ name }) => name)).toEqual(['a span']);
    expect(spans.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['mutation openThread', 'query me', 'database read']),
    );
    expect(spans.filter((span) => /board/i.test(JSON.stringify(span)))).toEqual([]);
    // What only who enters the boards makes the main database do.
    expect(spans.filter((span) => JSON.stringify(span).includes('company.tier'))).toEqual([]);
  });
});
