// Somebody reads the log, at its most talkative: no password, token, cookie, link, address of the database or written word is in it.
import { hash } from '@node-rs/argon2';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { SignInService } from '../../src/identity/index.js';
import { system } from '../../src/platform/actor.js';
import { Database } from '../../src/platform/database/index.js';
import { createLogger } from '../../src/platform/observe/index.js';
import { dataFolder, startProduct } from '../world/process.js';
import { type Company, type Person, World } from '../world/world.js';
import { HINTS, Wire } from './wire.js';

const lines: string[] = [];
let world: World;
let company: Company;
let owner: Person;
let agent: Person;

const PASSWORD = '밤에 우는 전화기 4711';
const SAID = '절대로새면안되는말';

beforeAll(async () => {
  world = await World.open(
    { LOG_LEVEL: 'debug' },
    createLogger('debug', { write: (line) => lines.push(line) }),
  );
  company = await world.company('한빛전자');
  owner = await world.contact(company, '김민지');
  agent = await world.staff('AGENT', '강도윤');
});
afterAll(() => world.close());

/** All that must not be found. */
const secrets: [what: string, secret: string][] = [];
const keep = (what: string, secret: string): string => {
  expect(secret.length).toBeGreaterThan(5);
  secrets.push([what, secret]);
  return secret;
};

async function withPassword(person: Person): Promise<void> {
  const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
  const hashed = await hash(PASSWORD.normalize('NFKC'), options);
  await world.app
    .get(Database)
    .transact(system, (tx) => world.app.get(SignInService).storePassword(tx, person.uuid, hashed));
  keep('the digest of a password', hashed);
}

async function aBusyDay(): Promise<void> {
  const input = { email: owner.email, password: keep('a password', PASSWORD), keep: 'TOKEN' };
  keep('a bearer token', (await world.stranger().do('signIn', input, 'token')).token);
  keep('a wrong password', '틀린비밀번호9');
  await world.stranger().refused('signIn', { ...input, password: '틀린비밀번호9' }, 'token');
  await world.stranger().do('requestSignInLink', { email: owner.email }, 'done');
  await world.jobs();
  const token = keep('a link', world.mails.token(owner.email));
  await world.stranger().do('useSignInLink', { token, keep: 'COOKIE' }, 'token');
  await world.stranger().refused('useSignInLink', { token }, 'token');
  const thread = (
    await owner.do('openThread', { spaceId: company.spaceId, body: keep('a message', SAID) }, 'thread { id }')
  ).thread.id as string;
  await agent.do(
    'postMessage',
    { threadId: thread, body: keep('an answer', '새면안되는답변') },
    'thread { id }',
  );
  await agent.do('writeNote', { threadId: thread, body: keep('a note', '새면안되는메모') }, 'thread { id }');
  const name = keep('the name of a file', '비밀계약서-2026.log');
  await owner.upload(company.spaceId, name, Buffer.from(keep('a file', '파일속의비밀')));
  keep('a token', owner.token ?? '');
  keep('a token of staff', agent.token ?? '');
  await world.later(3 * 60_000);
  expect(world.mails.sent.length).toBeGreaterThan(1);
}

/** What goes wrong is what is logged most. */
async function aBadDay(): Promise<void> {
  const search = keep('a search', '찾던낱말비밀');
  await owner.ask('query ($s: String) { threads(search: $s) { nothing } }', { s: search });
  await owner.ask(`{ threads(search: "${search}" { edges } }`);
  await owner.ask('{ me { locale } }', {}, { cookie: `hotline_session=${keep('a cookie', 'c'.repeat(43))}` });
  const wire = await Wire.as(owner);
  wire.subscribe('1', HINTS);
  wire.send('{"type":"subscribe","payload":"새면안되는조각');
  await wire.closed;
  // A table that is gone: every command of the space fails in the middle.
  const root = new pg.Client({ connectionString: world.database.url });
  await root.connect();
  await root.query('alter table hotline.message rename to message_away');
  try {
    const failed = await owner.ask(
      'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }',
      { input: { spaceId: company.spaceId, body: SAID } },
    );
    expect(failed.text).toContain('INTERNAL');
    await world.jobs().catch(() => {});
  } finally {
    await root.query('alter table hotline.message_away rename to message');
    await root.end();
  }
  keep('a torn frame', '새면안되는조각');
}

it('nothing of a busy and a bad day is in the log', async () => {
  await withPassword(owner);
  await aBusyDay();
  await aBadDay();
  const log = lines.join('\n');
  // The log was heard: it has what went wrong, and where.
  expect(log).toContain('a request failed');
  expect(log).toContain('"path":["openThread"]');
  keep('the password of the database', new URL(world.database.url).password || 'no password');
  const found = secrets.filter(
    ([, secret]) => log.includes(secret) || log.includes(encodeURIComponent(secret)),
  );
  expect(found.map(([what]) => what)).toEqual([]);
  for (const { text } of world.mails.sent)
    for (const line of text.split('\n').filter((each) => each.length > 30)) expect(log).not.toContain(line);
});

describe('the product as it is started', () => {
  it('prints no password of a database that is not there', async () => {
    const DATABASE_URL = 'postgres://somebody:geheim-4711@127.0.0.1:1/hotline';
    const folder = dataFolder('log');
    const said = await startProduct({ DATABASE_URL, LOG_LEVEL: 'debug', DATA_DIR: folder }).then(
      () => '',
      (error: Error) => error.message,
    );
    rmSync(folder, { recursive: true, force: true });
    expect(said).toContain('It ended with 1');
    expect(said).not.toContain('geheim-4711');
  }, 60_000);
});
