// What is asked on the boards counts with all that customers say: the night after, by the day, and as nobody's.
import { Events } from '../../src/platform/events/index.js';
import { sql } from '../../src/platform/database/index.js';
import { WORDING, decide, need, plan } from '../voc/planned.js';
import { type Person, World } from '../world/world.js';
import { type Neighbours, asOwner, ask, neighbours, say } from './neighbours.js';

const HOUR = 60 * 60_000;

type Item = {
  id: string;
  source: string;
  channel: string;
  quote: string;
  state: string;
  summary: string | null;
  company_id: string | null;
  person_id: string | null;
  company_seats: number;
  occurred_at: Date;
  week: string;
  original_url: string;
  answered_on: string | null;
  version: number;
};

let world: World;
let all: Neighbours;
let asker: Person;
let helper: Person;
let planner: Person;

beforeAll(async () => {
  world = await World.open();
  all = await neighbours(world);
  [asker, helper] = [all.people[0] as Person, all.people[7] as Person];
  planner = await world.staff('PLANNER', '박기획');
}, 120_000);
afterAll(() => world.close());

/** To the next day, 03:20 in Seoul, with all that follows. */
async function night(): Promise<void> {
  untilNight();
  await closeDay();
}

function untilNight(): void {
  const seoul = new Date(world.clock.now().getTime() + 9 * HOUR);
  seoul.setUTCHours(24 + 3, 20, 0, 0);
  world.clock.set(new Date(seoul.getTime() - 9 * HOUR));
}

async function closeDay(): Promise<void> {
  await world.app.get(Events).jobs.get('closeBoardDay')?.({} as never);
  await world.jobs();
}

const items = (): Promise<Item[]> =>
  world.rows<Item>(sql`select id, source, channel, quote, state, summary, company_id, person_id, company_seats, occurred_at,
    week, original_url, answered_on, version from hotline.voc_item where channel = 'COMMUNITY' order by quote`);

const itemOf = async (thread: { id: string }): Promise<Item> => {
  const uuid = thread.id
    .replace('boardthread_', '')
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
  const [row] =
    await world.rows<Item>(sql`select id, source, channel, quote, state, summary, company_id, person_id,
    company_seats, occurred_at, week, original_url, answered_on, version
    from hotline.voc_item where source = ${`post:${uuid}`}`);
  if (!row) throw new Error(`No item of ${thread.id}.`);
  return row;
};

it('nothing is carried over on the day itself, nor before the night', async () => {
  await ask(asker, all.boardId, {
    title: '엑셀로 내려받고 싶어요',
    body: '결재 목록을 엑셀로 받는 기능이 있으면 좋겠어요.',
  });
  await world.jobs();
  await closeDay();
  expect(await items()).toEqual([]);
  world.clock.set('2026-11-18T17:59:00Z');
  await closeDay();
  expect(await items()).toEqual([]);
});

it('the night after, a question is an item of nobody, on its day', async () => {
  world.clock.set('2026-11-18T18:20:00Z');
  await closeDay();
  const [item, ...more] = await items();
  expect(more).toEqual([]);
  expect(item).toMatchObject({
    channel: 'COMMUNITY',
    quote: '엑셀로 내려받고 싶어요\n결재 목록을 엑셀로 받는 기능이 있으면 좋겠어요.',
    state: 'COUNTED',
    company_id: null,
    person_id: null,
    company_seats: 0,
    week: '2026-11-16',
  });
  // Noon in Seoul: all that is known is the day.
  expect(item?.occurred_at.toISOString()).toBe('2026-11-18T03:00:00.000Z');
  const [, , boardId, threadId] = item?.original_url.split('/') ?? [];
  const { boardThread } = await planner.get(
    'query ($id: ID!) { boardThread(threadId: $id) { boardId title } }',
    { id: threadId },
  );
  expect(boardThread).toEqual({ boardId: all.boardId, title: '엑셀로 내려받고 싶어요' });
  expect(boardId).toBe(all.boardId);
});

it('it counts as a mention, and as no company and no seat', async () => {
  const [item] = await items();
  const needId = await need(world, '내려받기', [`vocitem_${item?.id.replaceAll('-', '')}`]);
  const { node } = await planner.get(
    'query ($id: ID!) { node(id: $id) { ... on Need { figures { mentions companies seats } } } }',
    { id: needId },
  );
  expect(node.figures).toEqual({ mentions: 1, companies: 0, seats: 0 });
});

it('run again, nothing changes', async () => {
  const before = await items();
  await closeDay();
  await world.app.get(Events).jobs.get('carryBoardsWhenDayIsOver')?.({
    since: null,
    through: '2026-11-18',
  } as never);
  await world.jobs();
  expect(await items()).toEqual(before);
});

it('answers and comments of clients are no inquiries; what our team writes never is', async () => {
  const thread = await ask(asker, all.boardId, {
    title: '휴가 결재선',
    body: '팀장이 휴가면 어떻게 하세요?',
  });
  await say(helper, thread.id, { body: '대결자를 정해요.' });
  await say(all.agent, thread.id, { body: '위임 기능이 있습니다.' });
  await night();
  const quotes = (await items()).map(({ quote }) => quote);
  expect(quotes).toContain('휴가 결재선\n팀장이 휴가면 어떻게 하세요?');
  expect(quotes.join()).not.toMatch(/대결자|위임 기능/);
});

it('an edited question says the new words the night after; whoever decided on its category stays right', async () => {
  const thread = await ask(asker, all.boardId, { title: '로그인이 안 돼요', body: '오늘 아침부터 그래요.' });
  await night();
  const item = await itemOf(thread);
  await all.agent.do(
    'correctVocItem',
    { itemId: `vocitem_${item.id.replaceAll('-', '')}`, version: item.version, category: 'ACCOUNT' },
    'item { id }',
  );
  const edit = {
    postId: thread.id.replace('boardthread', 'boardpost'),
    version: 1,
    body: '어제부터 그래요.',
  };
  await asker.do('editBoardPost', edit, 'post { id }');
  expect((await itemOf(thread)).quote).toContain('오늘 아침부터');
  await night();
  expect(await itemOf(thread)).toMatchObject({
    quote: '로그인이 안 돼요\n어제부터 그래요.',
    state: 'COUNTED',
  });
  const [row] = await world.rows<{ category: string }>(
    sql`select category from hotline.voc_item where id = ${item.id}`,
  );
  expect(row?.category).toBe('ACCOUNT');
});

it('what is taken back counts no more and leaves no words, whole or with answers below it', async () => {
  const alone = await ask(asker, all.boardId, { title: '지울 질문', body: '아무도 답하지 않은 말' });
  const answered = await ask(asker, all.boardId, { title: '답이 있는 질문', body: '지워질 말' });
  await say(helper, answered.id);
  await night();
  const item = await itemOf(answered);
  await all.agent.do(
    'describeVocItem',
    { itemId: `vocitem_${item.id.replaceAll('-', '')}`, version: item.version, summary: '지워질 말의 요약' },
    'item { id }',
  );
  for (const { id } of [alone, answered])
    await asker.do('deleteBoardPost', { postId: id.replace('boardthread', 'boardpost') }, 'postId');
  await night();
  for (const thread of [alone, answered])
    expect(await itemOf(thread)).toMatchObject({
      quote: '[removed on request]',
      summary: null,
      state: 'WITHDRAWN',
    });
  const changes = await world.rows<{ text: string }>(
    sql`select coalesce(from_value, '') || coalesce(to_value, '') as text from hotline.voc_change where kind = 'SUMMARY'`,
  );
  expect(changes.map(({ text }) => text).join()).not.toMatch(/요약/);
  const [gone] = await asOwner<{ many: number }>(world, 'select count(*)::int as many from boards.gone');
  expect(gone?.many).toBe(1);
  await night();
  await night();
  const [later] = await asOwner<{ many: number }>(world, 'select count(*)::int as many from boards.gone');
  expect(later?.many).toBe(0);
});

it('asked and deleted within a day, it never was', async () => {
  const before = (await items()).length;
  const thread = await ask(asker, all.boardId, { title: '잘못 올린 질문', body: '바로 지웁니다' });
  await asker.do('deleteBoardPost', { postId: thread.id.replace('boardthread', 'boardpost') }, 'postId');
  await night();
  expect((await items()).length).toBe(before);
});

it('what is hidden leaves the figures with its words, and comes back with them', async () => {
  const thread = await ask(asker, all.boardId, { title: '한빛의 김 부장', body: '이름을 부른 말' });
  await night();
  const postId = thread.id.replace('boardthread', 'boardpost');
  await all.agent.do('hideBoardPost', { postId, reason: '이름이 있어요' }, 'post { id }');
  await night();
  expect(await itemOf(thread)).toMatchObject({ state: 'WITHDRAWN', quote: '[removed on request]' });
  await all.agent.do('restoreBoardPost', { postId, reason: '괜찮아요' }, 'post { id }');
  await night();
  expect(await itemOf(thread)).toMatchObject({ state: 'COUNTED', quote: '한빛의 김 부장\n이름을 부른 말' });
});

it('a person who withdrew an item is not overruled by an edit', async () => {
  const thread = await ask(asker, all.boardId, { title: '감사합니다', body: '늘 고마워요' });
  await night();
  const item = await itemOf(thread);
  await all.agent.do(
    'withdrawVocItem',
    { itemId: `vocitem_${item.id.replaceAll('-', '')}`, version: item.version, reason: 'THANKS' },
    'item { id }',
  );
  await asker.do(
    'editBoardPost',
    { postId: thread.id.replace('boardthread', 'boardpost'), version: 1, body: '늘 정말 고마워요' },
    'post { id }',
  );
  await night();
  expect(await itemOf(thread)).toMatchObject({ state: 'WITHDRAWN', quote: '감사합니다\n늘 정말 고마워요' });
});

it('on a board, our answer after the decision is the telling, and its day is when', async () => {
  const early = await ask(asker, all.boardId, { title: '모바일 서명', body: '모바일에서 서명하고 싶어요' });
  const late = await ask(helper, all.boardId, { title: '서명 도장', body: '도장 그림을 넣고 싶어요' });
  await say(all.agent, early.id, { body: '검토하고 있어요.' });
  await night();
  const ids = await Promise.all([early, late].map(itemOf));
  const needId = await need(
    world,
    '서명',
    ids.map(({ id }) => `vocitem_${id.replaceAll('-', '')}`),
  );
  const item = await plan(planner, [needId], '서명');
  await decide(planner, await decide(planner, item, 'PLANNED'), 'SHIPPED', {
    wording: WORDING,
    release: '4.12',
  });
  await world.jobs();
  const voices = async (): Promise<any[]> =>
    (
      await planner.get(
        'query ($id: ID!) { node(id: $id) { ... on PlanningItem { voices(first: 10) { edges { node { quote toldAt couldNot originalUrl } } } } } }',
        { id: item.id },
      )
    ).node.voices.edges.map(({ node }: any) => node);
  // What was said before the decision is no telling of it.
  expect((await voices()).map(({ toldAt, couldNot }) => [toldAt, couldNot])).toEqual([
    [null, 'ANONYMOUS'],
    [null, 'ANONYMOUS'],
  ]);
  await world.later(24 * HOUR);
  const today = new Date(world.clock.now().getTime() + 9 * HOUR).toISOString().slice(0, 10);
  await say(all.agent, late.id, { body: '4.12에 들어갔어요.' });
  await night();
  const told = await voices();
  expect(told.find(({ quote }) => quote.startsWith('서명 도장'))).toMatchObject({
    couldNot: null,
    toldAt: `${today}T03:00:00.000Z`,
    originalUrl: expect.stringMatching(/^\/boards\/board_\w+\/boardthread_\w+$/),
  });
  expect(told.find(({ quote }) => quote.startsWith('모바일 서명'))).toMatchObject({
    couldNot: 'ANONYMOUS',
    toldAt: null,
  });
});

it('jobs and events of a night say days, and no board, post or person', async () => {
  await ask(asker, all.boardId);
  untilNight();
  await world.app.get(Events).jobs.get('closeBoardDay')?.({} as never);
  const waiting = await asOwner<{ payload: object }>(
    world,
    `select payload from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
        where task.identifier = 'carryBoardsWhenDayIsOver'`,
  );
  expect(waiting).toHaveLength(1);
  expect(Object.keys(waiting[0]?.payload ?? {}).sort()).toEqual(['since', 'through']);
  await world.jobs();
});

it('an answer is offered as a help article, listed with its question, and announced the night after', async () => {
  const thread = await ask(asker, all.boardId, {
    title: '대결자는 어디서 정해요?',
    body: '휴가 중에 결재가 막혀요.',
  });
  const answer = await say(helper, thread.id, { body: '설정 > 결재 > 대결자에서 정해요.' });
  const heard: string[][] = [];
  const events = world.app.get(Events);
  const { boardAnswersOffered } = await import('../../src/community/index.js');
  events.rule(boardAnswersOffered, (_tx, { postIds }) => {
    heard.push(postIds);
    return Promise.resolve();
  });
  await all.agent.do('offerBoardAnswer', { postId: answer.id }, 'post { offered }');
  const { post } = await all.agent.do('offerBoardAnswer', { postId: answer.id }, 'post { offered }');
  expect(post.offered).toBe(true);
  const OFFERED = `{ offeredBoardAnswers { edges { node { post { id body offered } boardName title question offeredOn offeredBy } } } }`;
  const offered = async (): Promise<any[]> =>
    (await planner.get(OFFERED)).offeredBoardAnswers.edges.map(({ node }: any) => node);
  expect(await offered()).toEqual([
    {
      post: { id: answer.id, body: '설정 > 결재 > 대결자에서 정해요.', offered: true },
      boardName: '고민 나눔',
      title: '대결자는 어디서 정해요?',
      question: '휴가 중에 결재가 막혀요.',
      offeredOn: expect.stringMatching(/^2026-/),
      offeredBy: '김상담',
    },
  ]);
  const seen = await asker.get(
    'query ($id: ID!) { boardThread(threadId: $id) { posts { edges { node { offered abilities { offer } } } } } }',
    { id: thread.id },
  );
  for (const { node } of seen.boardThread.posts.edges)
    expect(node).toEqual({ offered: null, abilities: { offer: false } });
  expect((await asker.ask(OFFERED)).errors?.[0]?.extensions.code).toBe('DENIED');
  expect(heard).toEqual([]);
  await night();
  expect(heard).toHaveLength(1);
  await helper.do('deleteBoardPost', { postId: answer.id }, 'postId');
  expect(await offered()).toEqual([]);
});

it('a question is no help article', async () => {
  const thread = await ask(asker, all.boardId);
  const postId = thread.id.replace('boardthread', 'boardpost');
  expect(await all.agent.refused('offerBoardAnswer', { postId }, 'post { id }')).toMatchObject({
    code: 'DENIED',
  });
});
