// An agent changes many threads with one command; one that refuses does not hold back the others.
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let wonjae: Person;

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  wonjae = await world.staff('PLANNER', '하원재');
});
afterAll(() => world.close());

const FIELDS =
  'threads { id state assignee { name } tags { name } } refused { threadId code reason message }';

const ask = async (body: string): Promise<string> =>
  (await minji.do('openThread', { spaceId: company.spaceId, body }, 'thread { id }')).thread.id;
const change = (threadIds: string[], rest: object) =>
  doyun.do('changeThreads', { threadIds, ...rest }, FIELDS);

describe('changing many threads', () => {
  it('assigns, tags and resolves them, each once', async () => {
    const ids = [await ask('하나'), await ask('둘'), await ask('셋')];
    const { tag } = await doyun.do('createTag', { name: '장애 7월' }, 'tag { id }');
    const { tag: kept } = await doyun.do('createTag', { name: '원래 있던 것' }, 'tag { id }');
    await doyun.do('setThreadTags', { threadId: ids[0], tagIds: [kept.id] }, 'thread { id }');
    const { threads, refused } = await change([...ids, ids[0] as string], {
      assigneeId: doyun.id,
      addTagIds: [tag.id],
      resolve: true,
    });
    expect(refused).toEqual([]);
    expect(threads.map(({ id }: { id: string }) => id)).toEqual(ids);
    for (const thread of threads) {
      expect(thread).toMatchObject({ state: 'RESOLVED', assignee: { name: '강도윤' } });
    }
    const names = threads.map(({ tags }: { tags: { name: string }[] }) =>
      tags.map(({ name }) => name).sort(),
    );
    expect(names).toEqual([['원래 있던 것', '장애 7월'], ['장애 7월'], ['장애 7월']]);
  });

  it('leaves as it is what is not asked for, and takes an assignee away with null', async () => {
    const ids = [await ask('하나'), await ask('둘')];
    await change(ids, { assigneeId: doyun.id });
    const untouched = await change(ids, { addTagIds: [] });
    expect(untouched.threads.map((each: { assignee: object }) => each.assignee)).toEqual([
      { name: '강도윤' },
      { name: '강도윤' },
    ]);
    const { threads } = await change(ids, { assigneeId: null });
    for (const thread of threads) expect(thread).toMatchObject({ assignee: null, state: 'OPEN' });
  });

  it('tells which thread refused and why, and changes the others', async () => {
    const [here, gone] = [await ask('있어요'), world.nobody('thread')];
    const { threads, refused } = await change([gone, here], { resolve: true });
    expect(threads).toMatchObject([{ id: here, state: 'RESOLVED' }]);
    expect(refused).toMatchObject([{ threadId: gone, code: 'NOT_FOUND' }]);
    const wrong = await change([here], { assigneeId: minji.id });
    expect(wrong.threads).toEqual([]);
    expect(wrong.refused).toMatchObject([{ threadId: here, code: 'INVALID', reason: 'ASSIGNEE' }]);
  });

  it('is for staff who answer, and for a hundred threads at most', async () => {
    const id = await ask('나는 못 해요');
    for (const who of [minji, wonjae]) {
      expect(await who.refused('changeThreads', { threadIds: [id], resolve: true }, FIELDS)).toMatchObject({
        code: 'DENIED',
      });
    }
    for (const threadIds of [[], Array.from({ length: 101 }, () => id)]) {
      expect(await doyun.refused('changeThreads', { threadIds, resolve: true }, FIELDS)).toMatchObject({
        code: 'INVALID',
      });
    }
  });
});
