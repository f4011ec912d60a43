// What a contact says first becomes one VOC item, in its week, whatever happens to the worker.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { system } from '../../src/platform/actor.js';
import { Database, sql } from '../../src/platform/database/index.js';
import { Events } from '../../src/platform/events/index.js';
import { splitGlobalId } from '../../src/platform/graphql/index.js';
import { JobWorker } from '../../src/platform/jobs/index.js';
import { weekName, weekOf as mondayOf } from '../../src/platform/week.js';
import { ItemsService } from '../../src/voc/index.js';
import { type Company, type Person, World } from '../world/world.js';
import { CATEGORIES, figuresAndLists, listed, weekOf } from './inquiries.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let seoyeon: Person;
/** With all rights, as an operator at the database. */
let operator: pg.Client;

const ITEM = `id category proposedCategory confidence channel language quote reviewed state tier week occurredAt version
  person { name } company { handle } thread { id }`;

beforeAll(async () => {
  world = await World.open({ SESSION_DAYS: '365' });
  company = await world.company('한빛전자', { tier: 'PREMIUM' });
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  seoyeon = await world.staff('LEAD', '한서연');
  operator = new pg.Client({ connectionString: world.database.url });
  await operator.connect();
});
beforeEach(() => world.clock.set('2026-11-18T05:00:00Z'));
afterAll(async () => {
  await operator.end();
  await world.close();
});

const open = async (body: string, who = minji): Promise<string> =>
  (await who.do('openThread', { spaceId: company.spaceId, body }, 'thread { id }')).thread.id;
const itemOf = async (id: string) =>
  (await doyun.get(`query ($id: ID!) { thread(id: $id) { vocItem { ${ITEM} } } }`, { id })).thread.vocItem;
const uuid = (id: string): string => splitGlobalId(id)?.[1] ?? '';
const itemsOf = async (id: string): Promise<number> =>
  (
    await world.rows<{ n: number }>(
      sql`select count(*) as n from hotline.voc_item where thread_id = ${uuid(id)}`,
    )
  )[0]?.n ?? -1;
/** Waits for something to become true in the database. */
async function until(question: string): Promise<void> {
  while (!(await operator.query(question)).rows[0]) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a thread that a contact opens', () => {
  it('becomes one item with one category, a confidence, its week and everything that was known then', async () => {
    const before = await weekOf(doyun, '2026-W47');
    const watching = await doyun.watch();
    const id = await open('알림을 어디에서 설정하나요?');
    expect(await itemOf(id)).toBeNull();
    await world.jobs();
    await watching.until((event) => event.data.hints.kind === 'VOC' && event.data.hints.threadId === id);
    const item = await itemOf(id);
    expect(item).toMatchObject({
      category: 'USAGE',
      proposedCategory: 'USAGE',
      channel: 'HOTLINE',
      language: 'ko',
      quote: '알림을 어디에서 설정하나요?',
      reviewed: false,
      state: 'COUNTED',
      tier: 'PREMIUM',
      week: '2026-W47',
      occurredAt: '2026-11-18T05:00:00.000Z',
      person: { name: '김민지' },
      company: { handle: company.handle },
      thread: { id },
    });
    expect(item.confidence).toBeGreaterThan(0.2);
    expect(item.confidence).toBeLessThanOrEqual(1);
    expect(await itemsOf(id)).toBe(1);
    const after = await weekOf(doyun, '2026-W47');
    const grown = CATEGORIES.map((category) => {
      const count = (week: typeof after) =>
        week.categories.find((each) => each.category === category)?.count ?? 0;
      return count(after) - count(before);
    });
    expect([after.total - before.total, grown]).toEqual([1, [1, 0, 0, 0, 0]]);
    const { figures, lists } = await figuresAndLists(doyun, '2026-W47');
    expect(figures).toEqual(lists);
  });

  it('belongs to the week in Seoul: Sunday 23:59:59.999 to the old one, Monday 00:00 to the new one', async () => {
    world.clock.set('2026-11-15T14:59:59.999Z');
    const sunday = await open('일요일 밤의 질문');
    world.clock.set('2026-11-15T15:00:00.000Z');
    const monday = await open('월요일 첫 질문');
    await world.jobs();
    expect((await itemOf(sunday)).week).toBe('2026-W46');
    expect((await itemOf(monday)).week).toBe('2026-W47');
    expect(await listed(doyun, '2026-W46')).toBe((await weekOf(doyun, '2026-W46')).total);
  });

  it('has the same week in the database as in the program, whatever the year’s end', async () => {
    const moments = Array.from({ length: 13 }, (_, n) => 2020 + n).flatMap((year) =>
      [-8, -4, -1, 0, 1, 3, 7].flatMap((day) =>
        [-1, 0].map((ms) => new Date(Date.UTC(year, 0, 1 + day, 15) + ms)),
      ),
    );
    const rows = await world.rows<{ at: Date; week: string; name: string }>(sql`
      select at, hotline.week_of(at, 'Asia/Seoul')::text as week, to_char(hotline.week_of(at, 'Asia/Seoul'), 'IYYY"-W"IW') as name
      from unnest(${moments}::timestamptz[]) as at`);
    expect(rows).toHaveLength(moments.length);
    for (const { at, week, name } of rows) {
      expect([mondayOf('Asia/Seoul', at), weekName(week)]).toEqual([week, name]);
    }
  });

  it('keeps the tier the company had then', async () => {
    const first = await open('등급이 바뀌기 전');
    await world.jobs();
    const { node } = await seoyeon.get('query ($id: ID!) { node(id: $id) { ... on Company { version } } }', {
      id: company.id,
    });
    await seoyeon.do(
      'updateCompany',
      { id: company.id, version: node.version, tier: 'VIP' },
      'company { tier }',
    );
    const second = await open('등급이 바뀐 뒤');
    await world.jobs();
    expect([(await itemOf(first)).tier, (await itemOf(second)).tier]).toEqual(['PREMIUM', 'VIP']);
  });

  it('is quoted as it was said first, at most 2,000 characters', async () => {
    const id = await open('처음 한 말');
    const { thread } = await minji.get(
      'query ($id: ID!) { thread(id: $id) { timeline { edges { node { ... on Message { id } } } } } }',
      { id },
    );
    await minji.do(
      'editMessage',
      { messageId: thread.timeline.edges[0].node.id, version: 1, body: '고친 말' },
      'message { id }',
    );
    const long = await open('😀'.repeat(3_000));
    await world.jobs();
    expect((await itemOf(id)).quote).toBe('처음 한 말');
    expect((await itemOf(long)).quote).toBe('😀'.repeat(2_000));
  });

  it('counts on when its message is deleted', async () => {
    const id = await open('지울 질문');
    await world.jobs();
    const { total } = await weekOf(doyun, '2026-W47');
    const { thread } = await minji.get(
      'query ($id: ID!) { thread(id: $id) { timeline { edges { node { ... on Message { id } } } } } }',
      { id },
    );
    await minji.do(
      'deleteMessage',
      { messageId: thread.timeline.edges[0].node.id, version: 1 },
      'message { id }',
    );
    await world.jobs();
    expect((await itemOf(id)).state).toBe('COUNTED');
    expect((await weekOf(doyun, '2026-W47')).total).toBe(total);
  });

  it('counts once, however often its job runs, also at the same moment', async () => {
    const id = await open('두 번 세지 마세요');
    await world.jobs();
    const { total } = await weekOf(doyun, '2026-W47');
    const items = world.app.get(ItemsService);
    await Promise.all(Array.from({ length: 5 }, () => items.countThread(uuid(id))));
    expect(await itemsOf(id)).toBe(1);
    expect((await weekOf(doyun, '2026-W47')).total).toBe(total);
  });

  it('is counted again when it goes on in a new thread after the old one was closed', async () => {
    const id = await open('오류가 나요');
    await doyun.do(
      'postMessage',
      { threadId: id, body: '고쳤어요', afterwards: 'RESOLVE' },
      'message { id }',
    );
    world.clock.pass(7 * 86_400_000);
    await world.app.get(Events).jobs.get('closeThreadsLongResolved')?.({} as never);
    const { thread } = await minji.do(
      'postMessage',
      { threadId: id, body: '또 오류가 나요' },
      'thread { id }',
    );
    await world.jobs();
    expect([await itemsOf(id), await itemsOf(thread.id)]).toEqual([1, 1]);
    expect((await itemOf(thread.id)).week).toBe('2026-W48');
  });
});

describe('what does not count', () => {
  it('is a thread that staff open, later messages, and notes', async () => {
    const ours = await open('점검 안내드립니다', doyun);
    const id = await open('하나만 셉니다');
    await minji.do('postMessage', { threadId: ours, body: '질문이 있어요' }, 'message { id }');
    await minji.do('postMessage', { threadId: id, body: '또 하나' }, 'message { id }');
    await doyun.do('writeNote', { threadId: id, body: '속말' }, 'note { id }');
    await world.jobs();
    expect(await itemOf(ours)).toBeNull();
    expect([await itemsOf(ours), await itemsOf(id)]).toEqual([0, 1]);
  });

  it('is a thread whose transaction failed: then there is no job either', async () => {
    const [before] = await world.rows<{ n: number }>(sql`select count(*) as n from hotline.thread`);
    const { errors } = await minji.ask(
      'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }',
      {
        input: { spaceId: world.nobody('space'), body: '없는 곳' },
      },
    );
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const { rows } = await operator.query(
      'select 1 from graphile_worker._private_jobs where locked_by is null',
    );
    expect(rows).toEqual([]);
    const [after] = await world.rows<{ n: number }>(sql`select count(*) as n from hotline.thread`);
    expect(after).toEqual(before);
  });

  it('tells contacts nothing: neither of the item nor that it was made', async () => {
    const watching = await minji.watch();
    const id = await open('비밀은 아니지만');
    await world.jobs();
    const next = await open('다음');
    await watching.until((event) => event.data.hints.threadId === next);
    expect(watching.heard.filter((event) => JSON.stringify(event).includes('VOC'))).toEqual([]);
    const asked = await minji.ask('query ($id: ID!) { thread(id: $id) { vocItem { category } } }', { id });
    expect(asked.errors?.[0]?.extensions).toMatchObject({ code: 'DENIED', reason: 'STAFF_ONLY' });
    await world.jobs();
  });
});

describe('when the worker dies', () => {
  it('its job is left alone while it lives, and done by another once it is dead', async () => {
    const blocker = new pg.Client({ connectionString: world.database.url });
    await blocker.connect();
    await blocker.query('begin; lock table hotline.voc_item in exclusive mode');
    const worker = spawn(process.execPath, ['dist/worker.js'], {
      env: { ...process.env, DATABASE_URL: world.database.url, LOG_LEVEL: 'error', NODE_OPTIONS: '' },
      stdio: 'ignore',
    });
    const jobs = world.app.get(JobWorker);
    try {
      const id = await open('일꾼이 죽어도 셉니다');
      const held = `select locked_by from graphile_worker._private_jobs where locked_by is not null`;
      await until(held);
      await until(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%voc_item%' and datname = current_database()`,
      );
      await operator.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'`);

      const owner = (await operator.query(held)).rows[0].locked_by;
      await jobs.start();
      expect((await operator.query(held)).rows).toEqual([{ locked_by: owner }]);
      await jobs.stop();

      const gone = once(worker, 'exit');
      worker.kill('SIGKILL');
      await gone;
      await blocker.query('rollback');
      await until(
        `select 1 where not exists (select 1 from pg_stat_activity where application_name in ('hotline worker alive', 'hotline jobs') and datname = current_database())`,
      );
      expect(await itemOf(id)).toBeNull();

      const watching = await (await world.signedIn(doyun.uuid, doyun.email, null)).watch();
      await jobs.start();
      await watching.until((event) => event.data.hints.kind === 'VOC' && event.data.hints.threadId === id);
      expect(await itemsOf(id)).toBe(1);
    } finally {
      worker.kill('SIGKILL');
      await blocker.end();
      await jobs.stop();
    }
  }, 60_000);

  it('and even its job is lost, the nightly round finds the thread and counts it in its own week', async () => {
    world.clock.set('2026-11-10T05:00:00Z');
    const id = await open('잃어버린 질문');
    const ours = await open('우리가 연 것', doyun);
    await operator.query('delete from graphile_worker._private_jobs');
    world.clock.set('2026-11-18T05:00:00Z');
    await world.jobs();
    expect(await itemOf(id)).toBeNull();
    const before = (await weekOf(doyun, '2026-W46')).total;
    await world.app.get(Events).jobs.get('countForgottenThreads')?.({} as never);
    expect((await itemOf(id)).week).toBe('2026-W46');
    expect(await itemsOf(ours)).toBe(0);
    expect((await weekOf(doyun, '2026-W46')).total).toBe(before + 1);
    expect(await world.app.get(ItemsService).countForgotten()).toBe(0);
    expect(world.app.get(Events).schedules.map(({ task }) => task)).toContain('countForgottenThreads');
  });
});

describe('an item', () => {
  it('cannot be written by staff past the product’s rule', async () => {
    const staff = {
      kind: 'staff',
      personId: doyun.uuid,
      sessionId: doyun.uuid,
      sessionEnds: world.clock.now(),
      role: 'ADMIN',
    } as const;
    const database = world.app.get(Database);
    await expect(
      database.transact(staff, (tx) => tx.sql(sql`delete from hotline.voc_item`)),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      database.transact(staff, (tx) => tx.sql(sql`update hotline.voc_week set n = 0`)),
    ).rejects.toMatchObject({ code: '42501' });
    expect(await database.read(system, sql`select 1 from hotline.voc_item limit 1`)).toHaveLength(1);
  });
});
