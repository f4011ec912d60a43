// The same human with two addresses: two people become one, and, when that was wrong, two again.
import { Database, sql } from '../../src/platform/database/index.js';
import { SignInService } from '../../src/identity/index.js';
import { system } from '../../src/platform/actor.js';
import { hashPassword } from '../../src/identity/secrets.js';
import { everything, furnish, type Furnished } from '../attacks/stage.js';
import { type Person, World } from '../world/world.js';

let world: World;
let admin: Person;
let agent: Person;
let lead: Person;
let hanbit: Furnished;
let nada: Furnished;
let minji: Person;
/** The same Minji, with the address of another company. */
let twin: Person;
let theirs: string;
let mergeId: string;

const TRACES = ['audit', 'merge', 'merge_part', 'session'];
const TIMELINE =
  'query ($id: ID!) { thread(id: $id) { openedBy { id name } timeline(first: 50) { edges { node { ... on Message { body author { id name } abilities { edit } } ... on Note { author { id } } } } } } }';

const merge = async (keep: Person, duplicate: Person): Promise<string> =>
  (
    await admin.do(
      'mergePeople',
      { keepPersonId: keep.id, duplicatePersonId: duplicate.id },
      'merge { id keptName duplicateName duplicateLabel canUndo mergedBy { name } }',
    )
  ).merge.id;
const undo = (id = mergeId): Promise<any> => admin.do('undoMerge', { mergeId: id }, 'merge { id undoneAt }');
const why = async (keep: Person, duplicate: Person): Promise<string> =>
  (
    await admin.refused(
      'mergePeople',
      { keepPersonId: keep.id, duplicatePersonId: duplicate.id },
      'merge { id }',
    )
  ).reason;
const again = (who: Person, handle: string | null): Promise<Person> =>
  world.signedIn(who.uuid, who.email, handle);

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '강도윤');
  lead = await world.staff('LEAD', '이서연');
  admin = await world.staff('ADMIN', '박관리');
});
beforeEach(async () => {
  hanbit = await furnish(world, '한빛전자', agent, lead);
  nada = await furnish(world, '나다물류', agent, lead);
  minji = await world.contact(hanbit.company, '김민지');
  twin = await world.contact(nada.company, '김민지 (나다)');
  theirs = (
    await twin.do('openThread', { spaceId: nada.company.spaceId, body: '배송 알림' }, 'thread { id }')
  ).thread.id;
  world.clock.pass(1_000);
});
afterAll(() => world.close());

describe('merging two people', () => {
  beforeEach(async () => {
    mergeId = await merge(minji, twin);
  });

  it('gives the one kept what the other belonged to, and the words as their own', async () => {
    const { me } = await minji.get('{ me { companies { handle } } }');
    expect(me.companies.map(({ handle }: any) => handle).sort()).toEqual(
      [hanbit.company.handle, nada.company.handle].sort(),
    );
    const here = await again(minji, nada.company.handle);
    const { thread } = await here.get(TIMELINE, { id: theirs });
    expect(thread.openedBy).toEqual({ id: minji.id, name: '김민지' });
    expect(thread.timeline.edges[0].node).toMatchObject({
      author: { id: minji.id },
      abilities: { edit: true },
    });
    const mine = await here.get('{ threads(queue: MINE, first: 9) { edges { node { id } } } }');
    expect(mine.threads.edges.map(({ node }: any) => node.id)).toEqual([theirs]);
  });

  it('shows the name of the one kept wherever the other was named, to colleagues too', async () => {
    const { thread } = await nada.reader.get(TIMELINE, { id: theirs });
    expect(thread.timeline.edges[0].node.author.name).toBe('김민지');
    const { node } = await agent.get('query ($id: ID!) { node(id: $id) { id ... on Person { name } } }', {
      id: twin.id,
    });
    expect(node).toEqual({ id: minji.id, name: '김민지' });
  });

  it('hides the other from lists, and ends what was signed in with it', async () => {
    const { people } = await admin.get('{ people(search: "김민지", first: 50) { edges { node { id } } } }');
    expect(people.edges.map(({ node }: any) => node.id)).not.toContain(twin.id);
    expect((await twin.get('{ me { locale } }')).me).toBeNull();
    expect((await admin.refused('reactivatePerson', { personId: twin.id }, 'person { id }')).code).toBe(
      'NOT_FOUND',
    );
  });

  it('signs the one kept in by the other’s address, with a link and with the kept password', async () => {
    await world.stranger().do('requestSignInLink', { email: twin.email }, 'done');
    await world.jobs();
    const token = world.mails.token(twin.email);
    const { token: session } = await world.stranger().do('useSignInLink', { token, keep: 'TOKEN' }, 'token');
    expect((await world.withToken(session).get('{ me { person { id } } }')).me.person.id).toBe(minji.id);
    const password = 'long enough 1234';
    const hashed = await hashPassword(password);
    await world.app
      .get(Database)
      .transact(system, (tx) => world.app.get(SignInService).storePassword(tx, minji.uuid, hashed));
    const input = { email: twin.email, password, keep: 'TOKEN' };
    const signed = await world.stranger().do('signIn', input, 'token');
    expect((await world.withToken(signed.token).get('{ me { person { id } } }')).me.person.id).toBe(minji.id);
  });

  it('keeps the last owner’s space owned', async () => {
    const [row] = await world.rows<{ n: number }>(sql`select count(*) as n from hotline.space_member
      where space_id = ${nada.company.spaceUuid} and left_at is null and role = 'OWNER'`);
    expect(row?.n).toBe(1);
    await merge(minji, nada.owner);
    const [after] = await world.rows<{ person_id: string }>(sql`select person_id from hotline.space_member
      where space_id = ${nada.company.spaceUuid} and left_at is null and role = 'OWNER'`);
    expect(after?.person_id).toBe(minji.uuid);
  });

  it('refuses what would make nobody’s sense', async () => {
    expect(await why(minji, twin)).toBe('MERGED');
    expect(await why(minji, minji)).toBe('SAME');
    expect(await why(agent, minji)).toBe('SIDES');
    expect(await why(agent, admin)).toBe('OWN');
    const gone = await world.contact(hanbit.company, '떠난 사람');
    await admin.do('deactivatePerson', { personId: gone.id }, 'person { id }');
    expect(await why(gone, minji)).toBe('KEPT_INACTIVE');
    for (const who of [lead, agent, hanbit.owner]) {
      const input = { keepPersonId: minji.id, duplicatePersonId: gone.id };
      expect((await who.refused('mergePeople', input, 'merge { id }')).code).toBe('DENIED');
      expect((await who.refused('undoMerge', { mergeId }, 'merge { id }')).code).toBe('DENIED');
    }
  });

  it('says before what will move', async () => {
    const other = await world.contact(nada.company, '박서준');
    await other.do('postMessage', { threadId: theirs, body: '저도요' }, 'message { id }');
    const { peopleMergePreview } = await admin.get(
      `query ($keep: ID!, $other: ID!) { peopleMergePreview(keepPersonId: $keep, duplicatePersonId: $other) {
        problem addresses memberships { name } threads messages vocItems } }`,
      { keep: minji.id, other: other.id },
    );
    expect(peopleMergePreview).toEqual({
      problem: null,
      addresses: [other.email],
      memberships: [{ name: '나다물류' }],
      threads: 0,
      messages: 1,
      vocItems: 0,
    });
  });

  it('carries a colleague’s desk: threads in hand, notes, unread marks', async () => {
    const twinAgent = await world.staff('AGENT', '강도윤 (휴대폰)');
    await agent.do('assignThread', { threadId: theirs, assigneeId: twinAgent.id }, 'thread { id }');
    await twinAgent.do('writeNote', { threadId: theirs, body: '메모' }, 'note { id }');
    await twinAgent.do('markThreadRead', { threadId: theirs, seq: 1 }, 'thread { id }');
    const id = await merge(agent, twinAgent);
    const { thread } = await agent.get(
      'query ($id: ID!) { thread(id: $id) { unread assignee { id } timeline(first: 9) { edges { node { ... on Note { author { id } } } } } } }',
      { id: theirs },
    );
    expect(thread).toMatchObject({ unread: 0, assignee: { id: agent.id } });
    expect(thread.timeline.edges.some(({ node }: any) => node.author?.id === agent.id)).toBe(true);
    const answer = await lead.refused(
      'assignThread',
      { threadId: theirs, assigneeId: twinAgent.id },
      'thread { id }',
    );
    expect(answer.reason).toBe('ASSIGNEE');
    await undo(id);
    const back = await agent.get('query ($id: ID!) { thread(id: $id) { assignee { id } } }', { id: theirs });
    expect(back.thread.assignee.id).toBe(twinAgent.id);
  });
});

describe('undoing it', () => {
  it('leaves every row of every table as it was', async () => {
    const before = await everything(world, TRACES);
    mergeId = await merge(minji, twin);
    expect(await everything(world, TRACES)).not.toEqual(before);
    await undo();
    expect(await everything(world, TRACES)).toEqual(before);
    expect(
      (await (await again(twin, nada.company.handle)).get('{ me { person { id } } }')).me.person.id,
    ).toBe(twin.id);
  });

  it('leaves what was written since with the one who wrote it, and named', async () => {
    mergeId = await merge(minji, twin);
    const here = await again(minji, nada.company.handle);
    await here.do('postMessage', { threadId: theirs, body: '그 뒤의 말' }, 'message { id }');
    await undo();
    const { thread } = await nada.reader.get(TIMELINE, { id: theirs });
    const said = thread.timeline.edges.map(({ node }: any) => [node.body, node.author?.id]);
    expect(said).toContainEqual(['배송 알림', twin.id]);
    expect(said).toContainEqual(['그 뒤의 말', minji.id]);
    const { me } = await minji.get('{ me { companies { handle } } }');
    expect(me.companies).toEqual([{ handle: hanbit.company.handle }]);
  });

  it('gives nobody back what was taken from them since', async () => {
    mergeId = await merge(minji, twin);
    await admin.do('removeContact', { companyId: nada.company.id, personId: minji.id }, 'done');
    await undo();
    const { me } = await (await again(twin, nada.company.handle)).get('{ me { companies { handle } } }');
    expect(me.companies).toEqual([]);
  });

  it('leaves access that was ended since ended', async () => {
    mergeId = await merge(minji, twin);
    await admin.do('deactivatePerson', { personId: minji.id }, 'person { id }');
    await undo();
    const [row] = await world.rows<{ ended: boolean }>(
      sql`select deactivated_at is not null as ended from hotline.person where id = ${twin.uuid}`,
    );
    expect(row?.ended).toBe(true);
  });

  it('goes newest first where merges build on each other', async () => {
    mergeId = await merge(minji, twin);
    const third = await world.contact(hanbit.company, '김민지');
    const later = await merge(third, minji);
    expect((await admin.refused('undoMerge', { mergeId }, 'merge { id }')).reason).toBe('LATER_MERGE');
    const { merges } = await admin.get('{ merges(first: 2) { edges { node { id canUndo } } } }');
    expect(merges.edges.map(({ node }: any) => [node.id, node.canUndo])).toEqual([
      [later, true],
      [mergeId, false],
    ]);
    // The pointer goes straight to who is kept now.
    const { node } = await agent.get('query ($id: ID!) { node(id: $id) { id } }', { id: twin.id });
    expect(node.id).toBe(third.id);
    await undo(later);
    await undo();
  });

  it('of a company waits for a later one of its people', async () => {
    const { merge: company } = await admin.do(
      'mergeCompanies',
      { keepCompanyId: hanbit.company.id, duplicateCompanyId: nada.company.id },
      'merge { id }',
    );
    world.clock.pass(1_000);
    const people = await merge(minji, twin);
    expect((await admin.refused('undoMerge', { mergeId: company.id }, 'merge { id }')).reason).toBe(
      'LATER_MERGE',
    );
    await undo(people);
    await undo(company.id);
  });
});

describe('who is probably the same', () => {
  it('people of one name in one company, or with one word before the @; companies by name and domain', async () => {
    const namesake = await world.contact(hanbit.company, '김민지');
    const one = await world.company('가온상사 Inc.');
    const twinCompany = await world.company('주식회사 가온상사');
    const { duplicatePeople, duplicateCompanies } = await admin.get(
      '{ duplicatePeople { one { id } other { id } why } duplicateCompanies { one { id } other { id } why } }',
    );
    expect(duplicatePeople).toContainEqual({
      one: { id: minji.id },
      other: { id: namesake.id },
      why: 'NAME',
    });
    expect(duplicateCompanies).toContainEqual({
      one: { id: one.id },
      other: { id: twinCompany.id },
      why: 'NAME',
    });
    for (const who of [lead, hanbit.owner])
      for (const query of [
        '{ duplicatePeople { why } }',
        '{ duplicateCompanies { why } }',
        '{ merges { edges { cursor } } }',
      ])
        expect((await who.ask(query)).errors?.[0]?.extensions.code).toBe('DENIED');
  });
});
