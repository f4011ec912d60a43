// A lead sees who drowns; every figure is exactly the list that it opens.
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let sora: Person;
let lead: Person;

const LOAD = '{ teamLoad { person { id name } inProgress waitingForUs oldestWait } }';

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  sora = await world.staff('AGENT', '윤소라');
  lead = await world.staff('LEAD', '서지안');
});
afterAll(() => world.close());

async function ask(body: string, assignee: Person | null): Promise<string> {
  world.clock.pass(60_000);
  const { thread } = await minji.do('openThread', { spaceId: company.spaceId, body }, 'thread { id }');
  if (assignee)
    await lead.do('assignThread', { threadId: thread.id, assigneeId: assignee.id }, 'thread { id }');
  return thread.id;
}

const list = async (args: string) =>
  (
    await lead.get(`{ threads(first: 50, ${args}) { edges { node { id unansweredSince } } } }`)
  ).threads.edges.map(({ node }: { node: { id: string; unansweredSince: string } }) => node);

describe('the load of the team', () => {
  it('is empty for everybody at first, and knows every colleague who answers', async () => {
    const { teamLoad } = await lead.get(LOAD);
    expect(teamLoad.map((each: any) => each.person?.name ?? null)).toEqual([
      null,
      '강도윤',
      '윤소라',
      '서지안',
    ]);
    for (const each of teamLoad)
      expect(each).toMatchObject({ inProgress: 0, waitingForUs: 0, oldestWait: null });
  });

  it('counts what each has, whose turn it is and how long the oldest waits', async () => {
    const oldest = await ask('가장 오래된 것', sora);
    await ask('두 번째', sora);
    const answered = await ask('답한 것', sora);
    const done = await ask('끝난 것', sora);
    await ask('강도윤 것', doyun);
    await ask('아무도 없는 것', null);
    await sora.do('postMessage', { threadId: answered, body: '확인해 주세요' }, 'message { id }');
    await sora.do('resolveThread', { threadId: done }, 'thread { id }');
    const { teamLoad } = await lead.get(LOAD);
    const { thread } = await lead.get('query ($id: ID!) { thread(id: $id) { unansweredSince } }', {
      id: oldest,
    });
    expect(
      teamLoad.map((each: any) => [each.person?.name ?? null, each.inProgress, each.waitingForUs]),
    ).toEqual([
      [null, 1, 1],
      ['윤소라', 3, 2],
      ['강도윤', 1, 1],
      ['서지안', 0, 0],
    ]);
    expect(teamLoad[1].oldestWait).toBe(thread.unansweredSince);
  });

  it('opens exactly the threads that it counted', async () => {
    const { teamLoad } = await lead.get(LOAD);
    for (const { person, inProgress, waitingForUs, oldestWait } of teamLoad) {
      const whose = person ? `assigneeId: "${person.id}"` : 'unassigned: true';
      expect(await list(`queue: IN_PROGRESS, ${whose}`)).toHaveLength(inProgress);
      expect(await list(`queue: WAITING_FOR_US, ${whose}`)).toHaveLength(waitingForUs);
      const [longest] = await list(`queue: WAITING_FOR_US, order: LONGEST_WAITING, ${whose}`);
      expect(longest?.unansweredSince ?? null).toBe(oldestWait);
    }
  });

  it('no longer shows a colleague who has left: what they had is nobody’s until somebody takes it', async () => {
    const admin = await world.staff('ADMIN', '관리자');
    await admin.do('deactivatePerson', { personId: doyun.id }, 'person { id }');
    const { teamLoad } = await lead.get(LOAD);
    expect(teamLoad.find((each: any) => each.person?.name === '강도윤')).toBeUndefined();
  });

  it('is the leads’ to see', async () => {
    for (const who of [minji, sora, await world.staff('PLANNER', '하원재')]) {
      const { errors } = await who.ask(LOAD);
      expect(errors?.[0]?.extensions.code).toBe('DENIED');
    }
    const { me } = await lead.get('{ me { abilities { leadTeam } } }');
    expect(me.abilities.leadTeam).toBe(true);
  });
});

describe('which of these threads are in a list', () => {
  it('names those that are, and only for who may see them', async () => {
    const [mine, others] = [await ask('소라 것', sora), await ask('도윤 것 아님', null)];
    const ids = JSON.stringify([mine, others, world.nobody('thread')]);
    const args = `queue: WAITING_FOR_US, assigneeId: "${sora.id}", threadIds: ${ids}`;
    expect((await list(args)).map(({ id }: { id: string }) => id)).toEqual([mine]);
    const stranger = await world.contact(await world.company('다른 회사'), '남');
    const { threads } = await stranger.get(`{ threads(threadIds: ${ids}) { edges { node { id } } } }`);
    expect(threads.edges).toEqual([]);
  });
});
