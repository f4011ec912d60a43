// The same client was brought in twice: two companies become one, and, when that was wrong, two again.
import { sql } from '../../src/platform/database/index.js';
import { everything, furnish, type Furnished, uuidOf } from '../attacks/stage.js';
import { WeeklyService } from '../../src/voc/index.js';
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let admin: Person;
let agent: Person;
let lead: Person;
let kept: Furnished;
let other: Furnished;
let mergeId: string;

/** What a merge and its undoing leave behind: the trail, the merge itself, and sessions that ended. */
const TRACES = ['audit', 'merge', 'merge_part', 'session'];

const merge = async (): Promise<string> =>
  (
    await admin.do(
      'mergeCompanies',
      { keepCompanyId: kept.company.id, duplicateCompanyId: other.company.id },
      'merge { id }',
    )
  ).merge.id;
const undo = (): Promise<any> => admin.do('undoMerge', { mergeId }, 'merge { undoneAt canUndo }');
const THREADS = 'query ($id: ID!) { space(id: $id) { threads(first: 50) { edges { node { heading } } } } }';
const threadsOf = async (who: Person, spaceId: string): Promise<string[]> =>
  (await who.get(THREADS, { id: spaceId })).space.threads.edges.map(
    ({ node }: { node: { heading: string } }) => node.heading,
  );
const open = async (who: Person, spaceId: string, body: string): Promise<string> =>
  (await who.do('openThread', { spaceId, body }, 'thread { id }')).thread.id;
const recounted = async (): Promise<unknown[]> => world.app.get(WeeklyService).recount();
const TIMELINE =
  'query ($id: ID!) { thread(id: $id) { timeline(first: 50) { edges { node { ... on Message { body author { name } } ... on ThreadChange { actor { name } } } } } } }';
const names = async (who: Person, threadId: string): Promise<string[]> =>
  (await who.get(TIMELINE, { id: threadId })).thread.timeline.edges.map(({ node }: any) => node.author?.name);
/** The same person in the company as it is addressed now. */
const now = (who: Person, company: Company): Promise<Person> =>
  world.signedIn(who.uuid, who.email, company.handle);

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '강도윤');
  lead = await world.staff('LEAD', '이서연');
  admin = await world.staff('ADMIN', '박관리');
});
beforeEach(async () => {
  kept = await furnish(world, '한빛전자', agent, lead);
  other = await furnish(world, '㈜한빛전자', agent, lead);
  world.clock.pass(1_000);
});
afterAll(() => world.close());

describe('merging two companies', () => {
  beforeEach(async () => {
    mergeId = await merge();
  });

  it('brings both hotlines together: threads, words, notes, history', async () => {
    const here = await threadsOf(agent, kept.company.spaceId);
    expect(here).toHaveLength(2);
    expect(await threadsOf(kept.owner, kept.company.spaceId)).toEqual(here);
    const moved = await now(other.member, other.company);
    expect(await threadsOf(moved, kept.company.spaceId)).toEqual(here);
    expect(await names(moved, String(kept.things.thread))).toContain('한빛전자 주인');
    const [left] = await world.rows<{ n: number }>(sql`
      select (select count(*) from hotline.thread where space_id = ${other.company.spaceUuid})
        + (select count(*) from hotline.message where space_id = ${other.company.spaceUuid})
        + (select count(*) from hotline.note where space_id = ${other.company.spaceUuid})
        + (select count(*) from hotline.space where id = ${other.company.spaceUuid}) as n`);
    expect(left?.n).toBe(0);
  });

  it('leaves no table that says in which space it is behind', async () => {
    const tables = await world.rows<{ name: string }>(sql`
      select table_name as name from information_schema.columns
      where table_schema = 'hotline' and column_name = 'space_id'`);
    expect(tables.length).toBeGreaterThan(5);
    for (const { name } of tables) {
      const rows = await world.rows({
        text: `select 1 from hotline.${name} where space_id = $1`,
        values: [other.company.spaceUuid],
      } as never);
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });

  it('leaves no table that says of which company it is behind, but for who was its contact', async () => {
    await world.rows(sql`select hotline.voc_fold()`);
    const tables = await world.rows<{ name: string }>(sql`
      select table_name as name from information_schema.columns
      where table_schema = 'hotline' and column_name = 'company_id' and table_name <> 'company_contact'`);
    expect(tables.length).toBeGreaterThan(3);
    for (const { name } of tables) {
      const rows = await world.rows({
        text: `select 1 from hotline.${name} where company_id = $1`,
        values: [other.company.uuid],
      } as never);
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });

  it('counts VOC for the one kept; no weekly figure changes', async () => {
    const items = await world.rows<{ company_id: string }>(
      sql`select distinct company_id from hotline.voc_item where id = any(${[kept, other].map(({ things }) => uuidOf(String(things.vocitem)))}::uuid[])`,
    );
    expect(items).toEqual([{ company_id: kept.company.uuid }]);
    expect(await recounted()).toEqual([]);
  });

  it('hides the duplicate, whose old address leads to the one kept', async () => {
    const { companies } = await admin.get('{ companies(first: 100) { edges { node { id } } } }');
    const ids = companies.edges.map(({ node }: any) => node.id);
    expect(ids).toContain(kept.company.id);
    expect(ids).not.toContain(other.company.id);
    const byHandle = 'query ($handle: String!) { companyByHandle(handle: $handle) { id } }';
    for (const who of [admin, await now(other.member, other.company)]) {
      const { companyByHandle } = await who.get(byHandle, { handle: other.company.handle });
      expect(companyByHandle.id).toBe(kept.company.id);
    }
    const again = await admin.refused(
      'updateCompany',
      { id: other.company.id, version: 1, name: '다른 이름' },
      'company { id }',
    );
    expect(again.code).toBe('NOT_FOUND');
  });

  it('shows a contact of the one merged nothing but the kept company, as its own database role sees it', async () => {
    const stranger = await furnish(world, '나다물류', agent, lead);
    const who = await now(other.owner, kept.company);
    const { companies, threads, me } = await who.get(
      '{ companies(first: 50) { edges { node { id } } } threads(first: 50) { edges { node { id } } } me { company { id } companies { id } } }',
    );
    expect(companies.edges.map(({ node }: any) => node.id)).toEqual([kept.company.id]);
    expect(me.companies.map(({ id }: any) => id)).toEqual([kept.company.id]);
    expect(threads.edges).toHaveLength(2);
    expect((await who.ask(THREADS, { id: stranger.company.spaceId })).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
  });

  it('refuses what was merged already, itself, and everybody but administrators', async () => {
    const same = { keepCompanyId: kept.company.id, duplicateCompanyId: kept.company.id };
    expect((await admin.refused('mergeCompanies', same, 'merge { id }')).reason).toBe('SAME');
    const twice = { keepCompanyId: kept.company.id, duplicateCompanyId: other.company.id };
    expect((await admin.refused('mergeCompanies', twice, 'merge { id }')).reason).toBe('MERGED');
    for (const who of [lead, agent, kept.owner])
      expect((await who.refused('mergeCompanies', twice, 'merge { id }')).code).toBe('DENIED');
  });

  it('makes a company without a hotline the host of the other’s', async () => {
    const { company } = await lead.do('createCompany', { name: '한빛', employees: 3 }, 'company { id }');
    const { merge: made } = await admin.do(
      'mergeCompanies',
      { keepCompanyId: company.id, duplicateCompanyId: kept.company.id },
      'merge { id }',
    );
    const SPACE =
      'query ($id: ID!) { node(id: $id) { ... on Company { space { id members { role person { name } } threads(first: 9) { edges { node { id } } } } } } }';
    const { space } = (await admin.get(SPACE, { id: company.id })).node;
    expect(space.threads.edges).toHaveLength(2);
    expect(space.members.filter(({ role }: any) => role === 'OWNER')).toHaveLength(2);
    // What builds on it has to go first.
    expect((await admin.refused('undoMerge', { mergeId }, 'merge { id }')).reason).toBe('LATER_MERGE');
    await admin.do('undoMerge', { mergeId: made.id }, 'merge { id }');
    expect((await admin.get(SPACE, { id: company.id })).node.space).toBeNull();
    await undo();
  });
});

describe('undoing it', () => {
  it('leaves every row of every table as it was', async () => {
    const before = await everything(world, TRACES);
    mergeId = await merge();
    expect(await everything(world, TRACES)).not.toEqual(before);
    expect((await undo()).merge).toMatchObject({ canUndo: false });
    expect(await everything(world, TRACES)).toEqual(before);
    expect(await recounted()).toEqual([]);
    expect((await admin.refused('undoMerge', { mergeId }, 'merge { id }')).reason).toBe('UNDONE');
  });

  it('takes what was said in its threads since back with them; threads opened since stay with the one kept', async () => {
    mergeId = await merge();
    const moved = await now(other.member, kept.company);
    await kept.member.do(
      'postMessage',
      { threadId: other.things.thread, body: '저희도요' },
      'message { id }',
    );
    const since = await open(moved, kept.company.spaceId, '합친 뒤의 질문');
    await world.jobs();
    await undo();
    const back = await now(other.member, other.company);
    expect(await threadsOf(back, other.company.spaceId)).toHaveLength(1);
    // Who wrote as a colleague meanwhile is still named.
    expect(await names(back, String(other.things.thread))).toContain('한빛전자 담당');
    expect(await names(kept.owner, since)).toEqual(['㈜한빛전자 담당']);
    expect((await back.ask(TIMELINE, { id: since })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const members = await world.rows(sql`select 1 from hotline.company_contact
      where company_id = ${kept.company.uuid} and person_id = ${other.member.uuid} and left_at is null`);
    expect(members).toEqual([]);
    const [item] = await world.rows<{ company_id: string }>(
      sql`select company_id from hotline.voc_item where thread_id = ${uuidOf(since)}`,
    );
    expect(item?.company_id).toBe(kept.company.uuid);
    expect(await recounted()).toEqual([]);
  });

  it('takes a thread that follows one of them along', async () => {
    mergeId = await merge();
    await agent.do('resolveThread', { threadId: other.things.thread }, 'thread { id }');
    world.clock.pass(8 * 86_400_000);
    await world.app.get((await import('../../src/threads/index.js')).ThreadsService).closeResolved();
    // Sessions have not run out, but the week has passed.
    const moved = await now(other.owner, kept.company);
    await moved.do('postMessage', { threadId: other.things.thread, body: '다시 그래요' }, 'message { id }');
    await undo();
    expect(await threadsOf(agent, other.company.spaceId)).toEqual(
      expect.arrayContaining([expect.any(String), expect.any(String)]),
    );
    expect(await threadsOf(agent, kept.company.spaceId)).toHaveLength(1);
  });

  it('gives nobody back what was taken from them since', async () => {
    mergeId = await merge();
    await admin.do('removeContact', { companyId: kept.company.id, personId: other.reader.id }, 'done');
    await undo();
    const { me } = await (await now(other.reader, other.company)).get('{ me { companies { id } } }');
    expect(me.companies).toEqual([]);
  });

  it('closes the sockets of those whose company it was', async () => {
    mergeId = await merge();
    const watching = await (await now(other.owner, kept.company)).watch();
    await undo();
    expect(await watching.closed()).toBeTruthy();
  });
});
