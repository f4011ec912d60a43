// A contact asks, staff answer, both see each other's words at once.
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;

const THREAD = 'thread { id number state unread heading assignee { name } }';
const TIMELINE = `query ($id: ID!) { thread(id: $id) { state unread timeline(first: 50) { edges { node {
  __typename ... on Message { id seq body side version deletedAt editedAt author { name } }
  ... on Note { body } ... on ThreadChange { state } } } } } }`;

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
});
afterAll(() => world.close());

const open = async (body = '알림이 오지 않아요') =>
  (await minji.do('openThread', { spaceId: company.spaceId, body }, THREAD)).thread;

describe('posting a message', () => {
  it('opens a thread that waits for us, named by its first line', async () => {
    const thread = await open('**알림**이 오지 않아요\n어제부터요');
    expect(thread).toMatchObject({ state: 'OPEN', unread: 0, heading: '알림이 오지 않아요' });
    expect(thread.number).toBeGreaterThan(1000);
  });

  it('waits for the client after a staff answer, and for us after the contact writes again', async () => {
    const { id } = await open();
    const answered = await doyun.do('postMessage', { threadId: id, body: '확인해 볼게요' }, THREAD);
    expect(answered.thread.state).toBe('WAITING_FOR_CLIENT');
    const again = await minji.do('postMessage', { threadId: id, body: '아직도 안 와요' }, THREAD);
    expect(again.thread.state).toBe('OPEN');
  });

  it('stays ours with "send, keep open", and is settled with "send and resolve"', async () => {
    const { id } = await open();
    const kept = await doyun.do(
      'postMessage',
      { threadId: id, body: '하나씩 볼게요', afterwards: 'KEEP_OPEN' },
      THREAD,
    );
    expect(kept.thread.state).toBe('OPEN');
    const settled = await doyun.do(
      'postMessage',
      { threadId: id, body: '고쳤어요', afterwards: 'RESOLVE' },
      THREAD,
    );
    expect(settled.thread.state).toBe('RESOLVED');
  });

  it('does not reopen for a thank-you, reopens for a question, and obeys the writer', async () => {
    const { id } = await open();
    await doyun.do('postMessage', { threadId: id, body: '해결했어요', afterwards: 'RESOLVE' }, THREAD);
    const thanks = await minji.do('postMessage', { threadId: id, body: '감사합니다!' }, THREAD);
    expect(thanks.thread.state).toBe('RESOLVED');
    const insisted = await minji.do(
      'postMessage',
      { threadId: id, body: '한 번 더 감사해요', reopens: true },
      THREAD,
    );
    expect(insisted.thread.state).toBe('OPEN');
  });

  it('counts what the other side has not read yet, on all devices', async () => {
    const { id } = await open();
    await minji.do('postMessage', { threadId: id, body: '급해요' }, THREAD);
    expect((await doyun.get(TIMELINE, { id })).thread.unread).toBe(2);
    await doyun.do('markThreadRead', { threadId: id, seq: 2 }, THREAD);
    const other = await world.signedIn(doyun.uuid, doyun.email, null);
    expect((await other.get(TIMELINE, { id })).thread.unread).toBe(0);
  });

  it('reaches the other side live, by a hint that names the thread and nothing else', async () => {
    const { id } = await open();
    const [contact, staff] = [await minji.watch(), await doyun.watch()];
    await doyun.do('postMessage', { threadId: id, body: '비밀이 아닌 답' }, THREAD);
    const hint = { data: { hints: { kind: 'THREAD', threadId: id, spaceId: company.spaceId } } };
    expect(await contact.until((event) => event.data.hints.threadId === id)).toEqual(hint);
    expect(await staff.until((event) => event.data.hints.threadId === id)).toEqual(hint);
  });

  it('keeps an edited text in the history for staff, and a tombstone of a deleted one', async () => {
    const { id } = await open();
    const { message } = await minji.do(
      'postMessage',
      { threadId: id, body: '비번은 1234' },
      'message { id version }',
    );
    const edited = await minji.do(
      'editMessage',
      { messageId: message.id, version: 1, body: '비번은 ****' },
      'message { version body editedAt }',
    );
    expect(edited.message).toMatchObject({ version: 2, body: '비번은 ****' });
    await minji.do('deleteMessage', { messageId: message.id, version: 2 }, 'message { body deletedAt }');
    const asStaff = await doyun.get(
      `query ($id: ID!) { node(id: $id) { ... on Message { body deletedAt revisions { version body } } } }`,
      { id: message.id },
    );
    expect(asStaff.node).toMatchObject({
      body: null,
      revisions: [
        { version: 1, body: '비번은 1234' },
        { version: 2, body: '비번은 ****' },
      ],
    });
    const asContact = await minji.ask(
      `query ($id: ID!) { node(id: $id) { ... on Message { body revisions { body } } } }`,
      { id: message.id },
    );
    expect(asContact.errors?.[0]?.extensions.code).toBe('DENIED');
    expect(asContact.text).not.toContain('1234');
  });

  it('refuses an edit of a stale version and loses nothing', async () => {
    const { id } = await open();
    const { message } = await minji.do('postMessage', { threadId: id, body: '하나' }, 'message { id }');
    await minji.do('editMessage', { messageId: message.id, version: 1, body: '둘' }, 'message { version }');
    expect(
      await minji.refused('editMessage', { messageId: message.id, version: 1, body: '셋' }, 'message { id }'),
    ).toMatchObject({ code: 'CONFLICT', reason: 'STALE' });
    const { node } = await minji.get(`query ($id: ID!) { node(id: $id) { ... on Message { body } } }`, {
      id: message.id,
    });
    expect(node.body).toBe('둘');
  });

  it('goes on in a linked thread after the thread was closed', async () => {
    const { id } = await open();
    await minji.do('resolveThread', { threadId: id }, THREAD);
    world.clock.pass(8 * 86_400_000);
    const { ThreadsService } = await import('../../src/threads/index.js');
    expect(await world.app.get(ThreadsService).closeResolved()).toBeGreaterThan(0);
    const next = await minji.do(
      'postMessage',
      { threadId: id, body: '또 그래요' },
      'thread { id state follows { id state } }',
    );
    expect(next.thread).toMatchObject({ state: 'OPEN', follows: { id, state: 'CLOSED' } });
    expect(next.thread.id).not.toBe(id);
  });

  it('is for owners and members; a reader only reads', async () => {
    const reader = await world.contact(company, '읽는 사람', 'READER');
    const { id } = await open();
    expect((await reader.get(TIMELINE, { id })).thread.state).toBe('OPEN');
    expect(await reader.refused('postMessage', { threadId: id, body: '저도요' }, THREAD)).toMatchObject({
      code: 'DENIED',
    });
  });

  it('shows everything in order, newest first, with the turns of its state', async () => {
    const { id } = await open('처음');
    await doyun.do('postMessage', { threadId: id, body: '답' }, THREAD);
    await minji.do('resolveThread', { threadId: id }, THREAD);
    const { thread } = await minji.get(TIMELINE, { id });
    const told = thread.timeline.edges.map(
      ({ node }: { node: { body?: string; state?: string } }) => node.body ?? node.state,
    );
    expect(told).toEqual(['RESOLVED', 'WAITING_FOR_CLIENT', '답', '처음']);
  });
});
