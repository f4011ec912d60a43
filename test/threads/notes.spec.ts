// Notes: what the team says among itself about a thread. Contacts never, planners where the writer opened them.
import { sql } from '../../src/platform/database/index.js';
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let eunbi: Person;
let seoyeon: Person;
let wonjae: Person;
let threadId: string;

const NOTE =
  'note { id body version openToPlanners editedAt deletedAt author { name } abilities { edit delete } }';
const TIMELINE = `query ($id: ID!) { thread(id: $id) { messageCount unread lastMessageAt timeline(first: 50) { edges { node {
  __typename ... on Note { id body deletedAt } ... on Message { body } } } } } }`;

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  eunbi = await world.staff('AGENT', '류은비');
  seoyeon = await world.staff('LEAD', '한서연');
  wonjae = await world.staff('PLANNER', '하원재');
});
beforeEach(async () => {
  threadId = (
    await minji.do('openThread', { spaceId: company.spaceId, body: '알림이 안 와요' }, 'thread { id }')
  ).thread.id;
  world.clock.pass(1_000);
});
afterAll(() => world.close());

const write = async (body: string, openToPlanners = false, who = doyun) =>
  (await who.do('writeNote', { threadId, body, openToPlanners }, NOTE)).note;
type Entry = { __typename: string; body?: string; id?: string };
const notes = async (who: Person): Promise<(string | undefined)[]> =>
  (await who.get(TIMELINE, { id: threadId })).thread.timeline.edges
    .map(({ node }: { node: Entry }) => node)
    .filter((node: Entry) => node.__typename === 'Note')
    .map((node: Entry) => node.body);
const history = async (noteId: string) =>
  world.rows<{ version: number; body: string; name: string }>(sql`
    select revision.version, revision.body, person.name from hotline.note_revision revision
    join hotline.person person on person.id = revision.replaced_by
    where replace(revision.note_id::text, '-', '') = ${noteId.split('_')[1]} order by revision.version`);

describe('a note', () => {
  it('is read by all who answer, at once', async () => {
    const watching = await eunbi.watch();
    const note = await write('MTG-118, **확답 금지**');
    expect(note).toMatchObject({
      body: 'MTG-118, **확답 금지**',
      version: 1,
      author: { name: '강도윤' },
      abilities: { edit: true, delete: true },
    });
    await watching.until((event) => event.data.hints.threadId === threadId);
    for (const who of [doyun, eunbi, seoyeon]) expect(await notes(who)).toEqual(['MTG-118, **확답 금지**']);
  });

  it('never reaches a contact: not by the timeline, by its id, by a hint, nor by what changes beside it', async () => {
    const before = (await minji.get(TIMELINE, { id: threadId })).thread;
    const [contact, staff] = [await minji.watch(), await doyun.watch()];
    const note = await write('고객은 모르는 말');
    await staff.until((event) => event.data.hints.threadId === threadId);
    const seen = await minji.ask(TIMELINE, { id: threadId });
    expect(seen.data.thread).toEqual(before);
    expect(seen.text).not.toContain('모르는 말');
    expect((await minji.get('query ($id: ID!) { node(id: $id) { id } }', { id: note.id })).node).toBeNull();
    const { thread } = await minji.do(
      'openThread',
      { spaceId: company.spaceId, body: '다음 질문' },
      'thread { id }',
    );
    await contact.until((event) => event.data.hints.threadId === thread.id);
    expect(JSON.stringify(contact.heard)).not.toContain(threadId);
  });

  it('does not answer the client: state and waiting stay', async () => {
    await write('생각 중');
    const { thread } = await doyun.get(
      'query ($id: ID!) { thread(id: $id) { state unansweredSince lastMessageAt messageCount } }',
      { id: threadId },
    );
    expect(thread).toMatchObject({ state: 'OPEN', messageCount: 1 });
    expect(thread.unansweredSince).toBe(thread.lastMessageAt);
  });

  it('cannot be written, edited or deleted by a contact', async () => {
    const note = await write('우리끼리');
    expect(await minji.refused('writeNote', { threadId, body: '나도' }, NOTE)).toMatchObject({
      code: 'DENIED',
    });
    for (const [name, rest] of [
      ['editNote', { body: '바꿈' }],
      ['deleteNote', {}],
    ] as const) {
      expect(['DENIED', 'NOT_FOUND']).toContain(
        (await minji.refused(name, { noteId: note.id, version: 1, ...rest }, NOTE)).code,
      );
    }
    expect(await notes(doyun)).toEqual(['우리끼리']);
  });

  it('sent twice with the same word is written once', async () => {
    const input = { threadId, body: '한 번만', idempotencyKey: 'word-12345' };
    const all = await Promise.all(
      Array.from({ length: 5 }, () => doyun.do('writeNote', input, 'note { id }')),
    );
    expect(new Set(all.map(({ note }) => note.id)).size).toBe(1);
    expect(await notes(doyun)).toEqual(['한 번만']);
    expect(await doyun.refused('writeNote', { ...input, body: '다른 말' }, 'note { id }')).toMatchObject({
      code: 'CONFLICT',
      reason: 'KEY_REUSED',
    });
  });

  it.each(['', '   \n ', 'x'.repeat(20_001)])('needs words, and not too many', async (body) => {
    expect(await doyun.refused('writeNote', { threadId, body }, NOTE)).toMatchObject({
      code: 'INVALID',
      field: 'body',
    });
  });
});

describe('changing a note', () => {
  it('keeps every earlier text, and says who replaced it', async () => {
    const { id } = await write('하나');
    world.clock.pass(1_000);
    const { note } = await doyun.do('editNote', { noteId: id, version: 1, body: '둘' }, NOTE);
    expect(note).toMatchObject({ body: '둘', version: 2, editedAt: world.clock.now().toISOString() });
    await seoyeon.do('editNote', { noteId: id, version: 2, body: '셋' }, NOTE);
    expect(await history(id)).toEqual([
      { version: 1, body: '하나', name: '강도윤' },
      { version: 2, body: '둘', name: '한서연' },
    ]);
  });

  it('from a stale version is a conflict', async () => {
    const { id } = await write('하나');
    await doyun.do('editNote', { noteId: id, version: 1, body: '둘' }, NOTE);
    expect(await doyun.refused('editNote', { noteId: id, version: 1, body: '셋' }, NOTE)).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE',
    });
    expect(await doyun.refused('deleteNote', { noteId: id, version: 1 }, NOTE)).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE',
    });
    expect(await notes(doyun)).toEqual(['둘']);
    expect(await history(id)).toHaveLength(1);
  });

  it('is for its writer and the heads, not for other colleagues', async () => {
    const { id } = await write('내 것');
    expect(await eunbi.refused('editNote', { noteId: id, version: 1, body: '남의 손' }, NOTE)).toMatchObject({
      code: 'DENIED',
    });
    expect(await eunbi.refused('deleteNote', { noteId: id, version: 1 }, NOTE)).toMatchObject({
      code: 'DENIED',
    });
    const seen = await eunbi.get(
      'query ($id: ID!) { node(id: $id) { ... on Note { abilities { edit delete } } } }',
      { id },
    );
    expect(seen.node.abilities).toEqual({ edit: false, delete: false });
  });

  it('by deleting leaves a tombstone for the team and the words in the history', async () => {
    const { id } = await write('지울 말');
    const { note } = await doyun.do('deleteNote', { noteId: id, version: 1 }, NOTE);
    expect(note).toMatchObject({
      body: null,
      deletedAt: world.clock.now().toISOString(),
      abilities: { edit: false, delete: false },
    });
    expect(await history(id)).toEqual([{ version: 1, body: '지울 말', name: '강도윤' }]);
    expect((await eunbi.ask(TIMELINE, { id: threadId })).text).not.toContain('지울 말');
    expect((await doyun.refused('editNote', { noteId: id, version: 2, body: '되살림' }, NOTE)).code).toMatch(
      /DENIED|CONFLICT/,
    );
  });
});

describe('a planner', () => {
  it('reads the notes that were opened for them and no others', async () => {
    await write('기획에 알릴 것', true);
    const inner = await write('우리끼리만');
    expect(await notes(wonjae)).toEqual(['기획에 알릴 것']);
    expect((await wonjae.ask(TIMELINE, { id: threadId })).text).not.toContain('우리끼리만');
    expect((await wonjae.get('query ($id: ID!) { node(id: $id) { id } }', { id: inner.id })).node).toBeNull();
  });

  it('reads it from the moment it is opened until it is closed to them', async () => {
    const { id } = await write('처음엔 우리끼리');
    expect(await notes(wonjae)).toEqual([]);
    await doyun.do('editNote', { noteId: id, version: 1, body: '이제 함께', openToPlanners: true }, NOTE);
    expect(await notes(wonjae)).toEqual(['이제 함께']);
    await doyun.do(
      'editNote',
      { noteId: id, version: 2, body: '다시 우리끼리', openToPlanners: false },
      NOTE,
    );
    expect(await notes(wonjae)).toEqual([]);
  });

  it('writes and changes none', async () => {
    const { id } = await write('열린 것', true);
    expect(await wonjae.refused('writeNote', { threadId, body: '기획의 말' }, NOTE)).toMatchObject({
      code: 'DENIED',
    });
    expect(await wonjae.refused('editNote', { noteId: id, version: 1, body: '바꿈' }, NOTE)).toMatchObject({
      code: 'DENIED',
    });
    expect(await wonjae.refused('deleteNote', { noteId: id, version: 1 }, NOTE)).toMatchObject({
      code: 'DENIED',
    });
  });
});
