// The demonstration: a story of a quarter, told by the product's own commands, that ends this morning.
import request from 'supertest';
import type { INestApplicationContext } from '@nestjs/common';
import { createContext } from '../../src/context.js';
import { loadDemo } from '../../src/demo/load.js';
import { StoryClock } from '../../src/demo/story-time.js';
import { sql } from '../../src/platform/database/index.js';
import { readConfig } from '../../src/platform/config.js';
import { createLogger } from '../../src/platform/observe/index.js';
import { addWeeks, weekName, weekOf as mondayOf } from '../../src/platform/week.js';
import { SignInService } from '../../src/identity/index.js';
import { WeeklyReads } from '../../src/voc/index.js';
import type { Somebody } from '../world/as.js';
import { type Person, World } from '../world/world.js';
import { figuresAndLists, weekOf } from '../voc/inquiries.js';

/** A Friday, 14:30 in Seoul, in week 2026-W47. */
const NOW = new Date('2026-11-20T05:30:00Z');

let world: World;
let told: [number, number][];
let lead: Person;

/** Tells the story on the database of a world, as `npm start` does the first time. */
async function demonstrate(where: World, now: Date): Promise<[number, number][]> {
  const progress: [number, number][] = [];
  const clock = new StoryClock(now);
  const config = readConfig({});
  const context: INestApplicationContext = await createContext({
    config,
    databaseUrl: where.database.url,
    log: createLogger('error'),
    clock,
    poolSize: 4,
  });
  try {
    await loadDemo(context, clock, now, (done, all) => progress.push([done, all]));
  } finally {
    await context.close();
  }
  where.clock.set(now);
  return progress;
}

beforeAll(async () => {
  world = await World.open();
  told = await demonstrate(world, NOW);
  const [row] = await world.rows<{ id: string; email: string }>(
    sql`select id, email from hotline.person where staff_role = 'LEAD' limit 1`,
  );
  lead = await world.signedIn(row?.id ?? '', row?.email ?? '', null);
}, 300_000);
afterAll(() => world.close());

const one = async (query: ReturnType<typeof sql>): Promise<number> =>
  Number(Object.values((await world.rows<Record<string, number>>(query))[0] ?? {})[0]);

describe('the story', () => {
  it('is told to its end, in a dozen spaces and more, with people on both sides', async () => {
    const last = told.at(-1);
    expect(last?.[0]).toBe(last?.[1]);
    // What participants of trainings asked from a step stands beside the conversations that are told.
    expect(
      await one(
        sql`select (select count(*) from hotline.thread) - (select count(*) from hotline.mission_trouble)`,
      ),
    ).toBe(last?.[1]);
    expect(await one(sql`select count(*) from hotline.space`)).toBeGreaterThanOrEqual(12);
    for (const role of ['AGENT', 'LEAD', 'PLANNER', 'ADMIN']) {
      expect([
        role,
        (await one(sql`select count(*) from hotline.person where staff_role = ${role}`)) > 0,
      ]).toEqual([role, true]);
    }
    expect(
      await one(
        sql`select count(*) from (select person_id from hotline.company_contact group by 1 having count(*) > 1) in_two`,
      ),
    ).toBeGreaterThan(0);
    expect(await one(sql`select count(*) from hotline.space where reason is not null`)).toBeGreaterThan(0);
    expect(await one(sql`select count(*) from hotline.note`)).toBeGreaterThan(20);
  });

  it('lies in no future, and ends on the last working morning', async () => {
    const late = await world.rows(sql`
      select * from (
        select 'thread' as what, max(greatest(created_at, last_message_at, resolved_at)) as at from hotline.thread
        union all select 'message', max(created_at) from hotline.message
        union all select 'note', max(created_at) from hotline.note
        union all select 'change', max(at) from hotline.thread_change
        union all select 'item', max(greatest(occurred_at, created_at, coded_at)) from hotline.voc_item
        union all select 'decision', max(at) from hotline.voc_change) moments where at > ${NOW}`);
    expect(late).toEqual([]);
    expect(
      await one(
        sql`select count(*) from hotline.thread where created_at >= ${new Date('2026-11-19T15:00:00Z')}`,
      ),
    ).toBeGreaterThan(0);
    const weekend = await one(
      sql`select count(*) from hotline.thread where extract(isodow from created_at at time zone 'Asia/Seoul') > 5`,
    );
    expect(weekend).toBe(0);
  });

  it('leaves work for today: open threads, some unread, some of nobody', async () => {
    const { queueCounts } = await lead.get('query { queueCounts { all unassigned unread waitingForUs } }');
    expect(queueCounts.waitingForUs).toBeGreaterThan(0);
    expect(queueCounts.unread).toBeGreaterThan(0);
    const { threads } = await lead.get(
      'query { threads(order: LONGEST_WAITING) { edges { node { unansweredSince state } } } }',
    );
    expect(threads.edges.length).toBeGreaterThan(0);
    expect(await one(sql`select count(*) from hotline.thread where state = 'CLOSED'`)).toBeGreaterThan(0);
    expect(
      await one(
        sql`select count(*) from hotline.thread where state = 'RESOLVED' and resolved_at <= ${new Date(NOW.getTime() - 7 * 86_400_000)}`,
      ),
    ).toBe(0);
  });

  it('keeps every message in its place and time', async () => {
    const disorder = await world.rows(sql`
      select 1 from hotline.message later join hotline.message earlier on earlier.thread_id = later.thread_id
        and earlier.seq < later.seq and earlier.created_at > later.created_at limit 1`);
    expect(disorder).toEqual([]);
  });
});

describe('its figures', () => {
  const weeks = Array.from({ length: 13 }, (_, index) =>
    weekName(addWeeks(mondayOf('Asia/Seoul', NOW), index - 13)),
  );

  it('are those of real items: thirteen complete weeks with something in each, each equal to its lists', async () => {
    expect(weeks[12]).toBe('2026-W46');
    const totals: [string, boolean][] = [];
    for (const name of [...weeks, '2026-W47']) {
      const { figures, lists } = await figuresAndLists(lead, name);
      expect(figures).toEqual(lists);
      totals.push([name, (figures.total ?? 0) > 0]);
    }
    expect(totals).toEqual([...weeks, '2026-W47'].map((name) => [name, true]));
    expect(await world.app.get(WeeklyReads).differences()).toEqual([]);
  });

  it('count every thread that a contact began, once, and no other', async () => {
    const wrong = await world.rows(sql`select thread.id from hotline.thread
      where (select count(*) from hotline.voc_item item where item.thread_id = thread.id) <> (thread.opened_side = 'CONTACT')::int`);
    expect(wrong).toEqual([]);
  });

  it('show all five categories over the quarter, and in the last complete weeks', async () => {
    const sums: Record<string, number> = {};
    for (const name of weeks) {
      for (const { category, count } of (await weekOf(lead, name)).categories)
        sums[category] = (sums[category] ?? 0) + count;
    }
    expect(Object.keys(sums)).toHaveLength(5);
    for (const [category, n] of Object.entries(sums)) expect([category, n >= 13]).toEqual([category, true]);
    const bare: string[] = [];
    for (const name of weeks) {
      for (const { category, count } of (await weekOf(lead, name)).categories)
        if (count === 0) bare.push(`${name} ${category}`);
    }
    expect(bare).toEqual([]);
  });

  it('were partly looked at by people; something is left to review', async () => {
    const { reviewed, waiting } = await lead.get(
      'query { reviewed: vocItems(reviewed: true) { totalCount } waiting: vocItems(reviewed: false, state: COUNTED) { totalCount } }',
    );
    expect(reviewed.totalCount).toBeGreaterThan(20);
    expect(waiting.totalCount).toBeGreaterThan(20);
  });
});

describe('looking around', () => {
  const PEOPLE = 'query { demoPeople { id name role company } }';
  const enter = async (where: World, personId: string): Promise<Somebody> => {
    const response = await request(where.base)
      .post('/graphql')
      .send({
        query: 'mutation ($input: SignInAsDemoInput!) { signInAsDemo(input: $input) { token } }',
        variables: { input: { personId } },
      });
    if (response.body.errors) throw new Error(JSON.stringify(response.body.errors));
    return where.withToken(
      /hotline_session=([\w-]+)/.exec(String(response.headers['set-cookie']))?.[1] ?? '',
    );
  };

  it('is offered on this machine, as somebody of every role, with one click', async () => {
    const { demoPeople } = await world.stranger().get(PEOPLE);
    const roles = demoPeople.map(({ role }: { role: string | null }) => role ?? 'CONTACT');
    expect(new Set(roles)).toEqual(new Set(['CONTACT', 'AGENT', 'LEAD', 'PLANNER', 'ADMIN']));
    for (const { id, name, role, company } of demoPeople) {
      const { me } = await (
        await enter(world, id)
      ).get(
        'query { me { role person { name } company { name space { threads { edges { node { id } } } } } } }',
      );
      expect([me.person.name, me.role, me.company?.name ?? null]).toEqual([name, role, company]);
      if (!role) expect(me.company.space.threads.edges.length).toBeGreaterThan(0);
    }
  });

  it('is refused as anybody who is not offered', async () => {
    const { demoPeople } = await world.stranger().get(PEOPLE);
    const offered = new Set(demoPeople.map(({ id }: { id: string }) => id));
    const { people } = await lead.get('query { people(first: 100) { edges { node { id } } } }');
    const other = people.edges
      .map(({ node }: { node: { id: string } }) => node.id)
      .find((id: string) => !offered.has(id));
    for (const personId of [other, world.nobody('person'), 'nonsense']) {
      expect(await world.stranger().refused('signInAsDemo', { personId }, 'token')).toMatchObject({
        code: 'NOT_FOUND',
        reason: 'NO_DEMO',
      });
    }
  });

  it('is offered to nobody where others can reach the server', async () => {
    const { demoPeople } = await world.stranger().get(PEOPLE);
    const open = await world.beside({ HOST: '0.0.0.0' });
    try {
      expect((await open.stranger().get(PEOPLE)).demoPeople).toEqual([]);
      const ids = await open.rows<{ id: string }>(sql`select person_id as id from hotline.demo_login`);
      expect(ids).toHaveLength(demoPeople.length);
      for (const { id } of ids) {
        const refused = await open
          .stranger()
          .refused('signInAsDemo', { personId: `person_${id.replaceAll('-', '')}` }, 'token');
        expect(refused).toMatchObject({ code: 'NOT_FOUND', reason: 'NO_DEMO' });
      }
    } finally {
      await open.close();
    }
  });

  it('is offered by no installation without the demonstration', async () => {
    const bare = await World.open();
    try {
      const doyun = await bare.staff('AGENT', '강도윤');
      expect((await bare.stranger().get(PEOPLE)).demoPeople).toEqual([]);
      expect(await bare.stranger().refused('signInAsDemo', { personId: doyun.id }, 'token')).toMatchObject({
        code: 'NOT_FOUND',
      });
    } finally {
      await bare.close();
    }
  });

  it('has its administrator already: no address for a first one is printed', async () => {
    expect(await world.app.get(SignInService).firstAdministratorUrl()).toBeNull();
  });
});
