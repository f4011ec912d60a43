// The last wall: SQL run under the contacts' own database role, as a query that forgot its WHERE would.
import pg from 'pg';
import { sql } from '../../src/platform/database/index.js';
import { type Person, World } from '../world/world.js';
import { type Furnished, furnish, raw } from './stage.js';

let world: World;
let hanbit: Furnished;
let nada: Furnished;
let client: pg.Client;

/** All that a contact's role may read anything of; whatever else there is or will be stays closed. */
const READABLE = [
  'attachment',
  'calendar',
  'calendar_exception',
  'calendar_week',
  'certificate',
  'company',
  'company_calendar',
  'company_contact',
  'course',
  'course_file',
  'course_material',
  'course_mission',
  'course_mission_step',
  'course_text',
  'course_version',
  'honour_absence',
  'honour_wall',
  'idempotency',
  'installation',
  'message',
  'mission_file',
  'mission_praise',
  'mission_review',
  'mission_step',
  'mission_submission',
  'mission_trouble',
  'notification',
  'notification_setting',
  'person',
  'space',
  'space_member',
  'thread',
  'thread_change',
  'thread_read',
  'training_company',
  'training_feedback',
  'training_participant',
  'training_project',
  'training_project_member',
  'training_session',
  'upload',
];

beforeAll(async () => {
  world = await World.open();
  const agent: Person = await world.staff('AGENT', '강도윤');
  const lead = await world.staff('LEAD', '이서연');
  hanbit = await furnish(world, '한빛전자', agent, lead);
  nada = await furnish(world, '나다물류', agent, lead);
  for (const { owner, member, things } of [hanbit, nada]) {
    const judgement = { verdict: 'PASS', comment: '좋아요', praise: '모두 보세요' };
    const trouble = { missionStepId: things.missionstep, body: '여기서 막혔어요' };
    await member.do('openTrouble', trouble, 'thread { id }');
    await agent.do(
      'reviewSubmission',
      { submissionId: things.missionsubmission, ...judgement },
      'submission { id }',
    );
    const { myMissions } = await member.get('{ myMissions { project { trainingSession { id } } } }');
    const { id: trainingSessionId } = myMissions[0].project.trainingSession;
    await member.do(
      'giveTrainingFeedback',
      { trainingSessionId, score: 5, words: '도움이 됐어요' },
      'trainingSession { id }',
    );
    await owner.do('openWallOfHonour', { open: true }, 'open');
    await member.do('keepOffWallOfHonour', { away: true }, 'away');
    await owner.do('chooseNotification', { kind: 'ANSWERED', inApp: true, mail: false }, '__typename');
    await owner.do('resolveThread', { threadId: things.thread }, 'thread { id }');
    await owner.do(
      'postMessage',
      { threadId: things.thread, body: '또', idempotencyKey: 'a key of mine' },
      'thread { id }',
    );
  }
  client = new pg.Client({ connectionString: world.database.url });
  await client.connect();
  await client.query('set role hotline_contact');
});
afterAll(async () => {
  await client?.end();
  await world?.close();
});

async function tables(): Promise<
  { name: string; kind: string; columns: string[]; secured: boolean; forced: boolean }[]
> {
  return world.rows(sql`
    select class.relname as name, class.relkind as kind, class.relrowsecurity as secured, class.relforcerowsecurity as forced,
      array(select attribute.attname::text from pg_attribute attribute where attribute.attrelid = class.oid and attribute.attnum > 0
        and not attribute.attisdropped and has_column_privilege('hotline_contact', class.oid, attribute.attnum, 'select')) as columns
    from pg_class class where class.relnamespace = 'hotline'::regnamespace and class.relkind in ('r', 'p', 'v', 'm', 'f')
    order by class.relname`);
}

async function asContact<Row>(somebody: Person, { company }: Furnished, query: string): Promise<Row[]> {
  await client.query('begin');
  try {
    await client.query(
      `select set_config('hotline.person', $1, true), set_config('hotline.company', $2, true), set_config('hotline.space', $3, true)`,
      [somebody.uuid, company.uuid, company.spaceUuid],
    );
    return (await client.query(query)).rows as Row[];
  } finally {
    await client.query('rollback');
  }
}

it('has row security, forced, under every table', async () => {
  const open = (await tables()).filter(
    ({ name, kind, secured, forced }) => kind !== 'v' && name !== 'migration' && !(secured && forced),
  );
  expect(open.map(({ name }) => name)).toEqual([]);
});

it('has no view that reads with its owner’s rights', async () => {
  const loose = await world.rows(sql`select relname from pg_class where relnamespace = 'hotline'::regnamespace
    and (relkind = 'm' or relkind = 'v' and not coalesce(reloptions @> array['security_invoker=true'], false))`);
  expect(loose).toEqual([]);
});

it('lets contacts read these tables and refuses the rest', async () => {
  const found = await tables();
  expect(found.filter(({ columns }) => columns.length > 0).map(({ name }) => name)).toEqual(READABLE);
  for (const { name } of found.filter((each) => !READABLE.includes(each.name))) {
    await expect(asContact(hanbit.owner, hanbit, `select 1 from hotline.${name}`)).rejects.toMatchObject({
      code: '42501',
    });
  }
});

it('keeps staff-only columns of readable tables closed', async () => {
  for (const column of [
    'calendar.name',
    'certificate.withdrawn_by',
    'honour_wall.opened_by',
    'calendar.version',
    'company.employees',
    'company.tier',
    'person.zone',
    'person.quiet_from',
    'person.quiet_to',
    'person.quiet_weekends',
    'company.created_at',
    'company.version',
    'space.reason',
    'space.opened_by',
    'installation.cursor_key',
    'person.created_at',
    'person.zone',
    'person.quiet_from',
  ]) {
    const [table, name] = column.split('.');
    await expect(
      asContact(hanbit.owner, hanbit, `select ${name} from hotline.${table}`),
    ).rejects.toMatchObject({ code: '42501' });
  }
});

it.each(READABLE)('shows nothing of another company in %s, without any WHERE', async (name) => {
  const table = (await tables()).find((each) => each.name === name);
  const columns = table?.columns.join(', ');
  const rows: object[] = [];
  for (const person of [hanbit.owner, hanbit.member])
    rows.push(...(await asContact<object>(person, hanbit, `select ${columns} from hotline.${name}`)));
  expect(rows.length).toBeGreaterThan(0);
  const text = JSON.stringify(rows).replaceAll('-', '');
  for (const uuid of nada.uuids) expect(text).not.toContain(uuid);
});

it('shows nothing at all before somebody is set, and after their transaction', async () => {
  for (const name of READABLE.filter((each) => !['installation', 'person'].includes(each))) {
    const columns = (await tables()).find((each) => each.name === name)?.columns.join(', ');
    expect([name, (await client.query(`select ${columns} from hotline.${name}`)).rows]).toEqual([name, []]);
  }
});

describe('writing', () => {
  const own = () => ({ space: hanbit.company.spaceUuid, thread: String(hanbit.things.thread).slice(7) });
  const theirs = () => ({ space: nada.company.spaceUuid, thread: String(nada.things.thread).slice(7) });

  it('cannot put a row into another space', async () => {
    const { space, thread } = theirs();
    const insert = `insert into hotline.message (id, thread_id, space_id, seq, author_id, side, body, created_at)
      values (gen_random_uuid(), '${thread}', '${space}', 99, '${hanbit.owner.uuid}', 'CONTACT', 'x', now())`;
    await expect(asContact(hanbit.owner, hanbit, insert)).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot move a row of another space, nor one’s own into it', async () => {
    expect(
      await asContact(
        hanbit.owner,
        hanbit,
        `update hotline.thread set title = 'x' where space_id = '${theirs().space}' returning id`,
      ),
    ).toEqual([]);
    await expect(
      asContact(hanbit.owner, hanbit, `update hotline.thread set space_id = '${theirs().space}'`),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      asContact(
        hanbit.owner,
        hanbit,
        `update hotline.thread set assignee_id = null where id = '${own().thread}'`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot delete anything, give rights, or leave its role’s tables', async () => {
    for (const name of READABLE) {
      await expect(asContact(hanbit.owner, hanbit, `delete from hotline.${name}`)).rejects.toMatchObject({
        code: '42501',
      });
    }
    await expect(
      asContact(hanbit.owner, hanbit, `update hotline.person set staff_role = 'ADMIN'`),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      asContact(hanbit.owner, hanbit, 'select 1 from graphile_worker._private_jobs'),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(asContact(hanbit.owner, hanbit, 'create table hotline.mine (id int)')).rejects.toMatchObject(
      { code: '42501' },
    );
    await expect(asContact(hanbit.owner, hanbit, 'select hotline.voc_fold()')).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('cannot make itself owner of the space', async () => {
    const promote = `update hotline.space_member set role = 'OWNER' where person_id = '${hanbit.reader.uuid}' returning role`;
    await expect(asContact(hanbit.reader, hanbit, promote)).rejects.toMatchObject({ code: '42501' });
  });
});

it('is what the product’s own reads run under', async () => {
  const [row] = await world.rows<{ n: number }>(
    raw(`select count(*)::int as n from pg_stat_activity where application_name = 'hotline contact'`),
  );
  expect(row?.n).toBeGreaterThan(0);
});
