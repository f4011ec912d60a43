// What a session on the boards leaves behind: in the rest of the database nothing, in the log nothing, in the boards nobody.
import pg from 'pg';
import { createLogger } from '../../src/platform/observe/index.js';
import { LastUsed } from '../../src/identity/index.js';
import { type Person, World } from '../world/world.js';
import { type Neighbours, ask, neighbours, postsOf, say } from './neighbours.js';

let world: World;
let all: Neighbours;
let said: string[];

beforeAll(async () => {
  said = [];
  const log = createLogger('debug', { write: (line: string) => void said.push(line) });
  world = await World.open({}, log);
  all = await neighbours(world);
}, 120_000);
afterAll(() => world.close());

async function client(): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: world.database.url });
  await made.connect();
  return made;
}

/** Rows of every table of a schema, as text. */
async function dump(schema: string): Promise<Map<string, string>> {
  const owner = await client();
  try {
    const { rows } = await owner.query(
      `select table_name as name from information_schema.tables where table_schema = $1 and table_type = 'BASE TABLE' order by 1`,
      [schema],
    );
    const tables = new Map<string, string>();
    for (const { name } of rows) {
      const found = await owner.query(
        `select t::text as row, xmin::text as xmin from ${schema}.${name} t order by 1`,
      );
      tables.set(name, JSON.stringify(found.rows));
    }
    return tables;
  } finally {
    await owner.end();
  }
}

it('nothing outside the boards changes, not even the day of last use', async () => {
  const [asker, helper] = [all.people[0] as Person, all.people[7] as Person];
  await world.jobs();
  await world.app.get(LastUsed, { strict: false }).write();
  const before = [await dump('hotline'), await dump('graphile_worker')];
  world.clock.pass(24 * 60 * 60_000);
  said.length = 0;
  const thread = await ask(asker, all.boardId);
  const answer = await say(helper, thread.id);
  await asker.do('acceptBoardAnswer', { postId: answer.id }, 'post { id }');
  await asker.do('markBoardPost', { postId: answer.id }, 'post { id }');
  await postsOf(asker, thread.id);
  await helper.refused('acceptBoardAnswer', { postId: answer.id }, 'post { id }');
  await world.app.get(LastUsed, { strict: false }).write();
  await world.jobs();
  expect(await dump('hotline')).toEqual(before[0]);
  expect(await dump('graphile_worker')).toEqual(before[1]);
});

it('not a line of the log is written of it', () => {
  expect(said.filter((line) => /Board|\/graphql/.test(line))).toEqual([]);
});

it('an ordinary operation is written down, or the tests above would prove nothing', async () => {
  await (all.people[0] as Person).get('{ me { person { id } } }');
  await world.app.get(LastUsed, { strict: false }).write();
  expect(said.filter((line) => /\/graphql/.test(line)).length).toBeGreaterThan(0);
  const owner = await client();
  const { rows } = await owner.query(
    `select count(*)::int as many from hotline.session where last_used_on = '2026-11-19'`,
  );
  await owner.end();
  expect(rows[0].many).toBe(1);
});

it('no row of the boards names anybody, or knows more than the day', async () => {
  const tables = await dump('boards');
  for (const [name, rows] of tables) {
    for (const { id, uuid, email, token } of all.people) {
      expect([name, rows.includes(id) || rows.includes(uuid) || rows.includes(email)]).toEqual([name, false]);
      expect([name, rows.includes(String(token))]).toEqual([name, false]);
    }
    if (name !== 'migration') expect([name, /\d\d:\d\d:\d\d/.test(rows)]).toEqual([name, false]);
  }
});

it('nothing that names somebody may be asked for in the same breath', async () => {
  const person = all.people[0] as Person;
  const mixed = [
    '{ me { person { id } } boards { id } }',
    '{ ...mine ...theirs } fragment mine on Query { unreadNotifications } fragment theirs on Query { boards { id } }',
  ];
  for (const document of mixed)
    expect((await person.ask(document)).errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID',
      reason: 'ASK_ALONE',
    });
  expect((await person.ask('{ __typename boards { id } }')).errors).toBeUndefined();
});

it('strangers see no board', async () => {
  expect((await world.stranger().ask('{ boards { id } }')).errors?.[0]?.extensions.code).toBe(
    'UNAUTHENTICATED',
  );
});
