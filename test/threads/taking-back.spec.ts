// What an agent did to many threads is taken back exactly, and only where nobody has touched them since.
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let sora: Person;

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  sora = await world.staff('AGENT', '윤소라');
});
afterAll(() => world.close());

const FIELDS = 'changeId threads { id } refused { threadId reason }';
const ask = async (body: string): Promise<string> => {
  world.clock.pass(60_000);
  return (await minji.do('openThread', { spaceId: company.spaceId, body }, 'thread { id }')).thread.id;
};
const change = (threadIds: string[], rest: object) =>
  doyun.do('changeThreads', { threadIds, ...rest }, FIELDS);
const undo = (changeId: string) =>
  doyun.do('undoThreadChanges', { changeId }, 'threads { id } refused { threadId code reason }');
const standing = async (id: string) =>
  (
    await doyun.get(
      'query ($id: ID!) { thread(id: $id) { state unansweredSince assignee { id } tags { name } } }',
      { id },
    )
  ).thread;
const tagOf = async (name: string): Promise<string> =>
  (await doyun.do('createTag', { name }, 'tag { id }')).tag.id;

describe('taking back what was done to many', () => {
  it('makes each thread what it was before: state, wait, assignee, tags', async () => {
    const [open, theirs] = [await ask('열려 있어요'), await ask('고객 차례예요')];
    await doyun.do('postMessage', { threadId: theirs, body: '확인해 주세요' }, 'message { id }');
    await sora.do('assignThread', { threadId: theirs, assigneeId: sora.id }, 'thread { id }');
    const kept = await tagOf('남는 태그');
    await doyun.do('setThreadTags', { threadId: open, tagIds: [kept] }, 'thread { id }');
    const before = [await standing(open), await standing(theirs)];
    expect(before[0].unansweredSince).not.toBeNull();
    const { changeId } = await change([open, theirs], {
      assigneeId: doyun.id,
      addTagIds: [kept, await tagOf('새 태그')],
      resolve: true,
    });
    expect(await standing(open)).toMatchObject({ state: 'RESOLVED', assignee: { id: doyun.id } });
    const { threads, refused } = await undo(changeId);
    expect(threads.map(({ id }: { id: string }) => id).sort()).toEqual([open, theirs].sort());
    expect(refused).toEqual([]);
    expect([await standing(open), await standing(theirs)]).toEqual(before);
  });

  it('leaves alone, and names, a thread that somebody has touched since', async () => {
    const ids = [await ask('하나'), await ask('둘'), await ask('셋'), await ask('넷')];
    const [untouched, spoken, given, thereAndBack] = ids as [string, string, string, string];
    const { changeId } = await change(ids, { resolve: true });
    await minji.do('postMessage', { threadId: spoken, body: '감사합니다' }, 'message { id }');
    await sora.do('assignThread', { threadId: given, assigneeId: sora.id }, 'thread { id }');
    await sora.do('reopenThread', { threadId: thereAndBack }, 'thread { id }');
    await sora.do('resolveThread', { threadId: thereAndBack }, 'thread { id }');
    const { threads, refused } = await undo(changeId);
    expect(threads).toEqual([{ id: untouched }]);
    expect(refused.map(({ threadId }: { threadId: string }) => threadId).sort()).toEqual(
      [spoken, given, thereAndBack].sort(),
    );
    for (const each of refused) expect(each).toMatchObject({ code: 'CONFLICT', reason: 'STALE' });
    for (const id of [spoken, given, thereAndBack]) expect((await standing(id)).state).toBe('RESOLVED');
  });

  it('takes back what was done before one of the changes was refused', async () => {
    const id = await ask('종료될 대화');
    await doyun.do('resolveThread', { threadId: id }, 'thread { id }');
    world.clock.pass(8 * 86_400_000);
    await closeResolved();
    const { changeId, refused } = await change([id], { assigneeId: doyun.id, resolve: true });
    expect(refused).toMatchObject([{ threadId: id, reason: 'NOT_OPEN' }]);
    expect(await standing(id)).toMatchObject({ state: 'CLOSED', assignee: { id: doyun.id } });
    expect((await undo(changeId)).threads).toEqual([{ id }]);
    expect(await standing(id)).toMatchObject({ state: 'CLOSED', assignee: null });
  });

  it('shows both ways in the history', async () => {
    const id = await ask('이력이 남아요');
    const { changeId } = await change([id], { resolve: true });
    await undo(changeId);
    const { thread } = await minji.get(
      'query ($id: ID!) { thread(id: $id) { timeline(first: 9) { edges { node { ... on ThreadChange { state } } } } } }',
      { id },
    );
    const states = thread.timeline.edges.flatMap(
      ({ node }: { node: { state?: string } }) => node.state ?? [],
    );
    expect(states).toEqual(['OPEN', 'RESOLVED']);
  });

  it('offers nothing where nothing changed', async () => {
    const id = await ask('그대로예요');
    expect((await change([id], { assigneeId: null })).changeId).toBeNull();
  });

  it('is one’s own, once, and for ten minutes', async () => {
    const id = await ask('내 것만');
    const first = (await change([id], { resolve: true })).changeId;
    for (const who of [sora, minji]) {
      expect((await who.refused('undoThreadChanges', { changeId: first }, 'threads { id }')).code).toBe(
        who === sora ? 'NOT_FOUND' : 'DENIED',
      );
    }
    await undo(first);
    expect((await doyun.refused('undoThreadChanges', { changeId: first }, 'threads { id }')).code).toBe(
      'NOT_FOUND',
    );
    const second = (await change([id], { resolve: true })).changeId;
    world.clock.pass(10 * 60_000);
    expect((await doyun.refused('undoThreadChanges', { changeId: second }, 'threads { id }')).code).toBe(
      'NOT_FOUND',
    );
  });

  it('changes a hundred threads in one go, and takes them back in another', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 100; n++) ids.push(await ask(`백 개 중 ${n}`));
    const tag = await tagOf('한꺼번에');
    const began = performance.now();
    const { changeId, threads } = await change(ids, {
      assigneeId: doyun.id,
      addTagIds: [tag],
      resolve: true,
    });
    const took = performance.now() - began;
    expect(threads.map(({ id }: { id: string }) => id)).toEqual(ids);
    // Ten times of what it takes on a slow machine; one transaction for each would not do.
    expect(took).toBeLessThan(1_500);
    expect((await undo(changeId)).threads).toHaveLength(100);
    expect(await standing(ids[99] ?? '')).toMatchObject({ state: 'OPEN', assignee: null, tags: [] });
  });
});

/** What the calendar does. */
async function closeResolved(): Promise<void> {
  const { ThreadsService } = await import('../../src/threads/index.js');
  await world.app.get(ThreadsService).closeResolved();
}
