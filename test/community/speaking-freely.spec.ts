// On a board: asking, answering, accepting, editing as nobody in particular.
import { randomUUID } from 'node:crypto';
import { type Person, World } from '../world/world.js';
import { type Neighbours, POST, THREAD, ask, neighbours, postsOf, say } from './neighbours.js';

let world: World;
let all: Neighbours;
let asker: Person;
let helper: Person;
let other: Person;

beforeAll(async () => {
  world = await World.open();
  all = await neighbours(world);
  asker = all.people[0] as Person;
  helper = all.people[7] as Person;
  other = all.people[13] as Person;
}, 120_000);
afterAll(() => world.close());

const threads = async (person: Person, args = ''): Promise<any> =>
  (
    await person.get(
      `query($boardId: ID!) { boardThreads(boardId: $boardId ${args}) { edges { node { ${THREAD} } } pageInfo { hasNextPage endCursor } } }`,
      { boardId: all.boardId },
    )
  ).boardThreads;

it('a question and its answers bear names of this thread alone', async () => {
  const thread = await ask(asker, all.boardId);
  expect(thread).toMatchObject({
    mine: true,
    answers: 0,
    createdOn: '2026-11-18',
    author: { asker: true, official: false },
  });
  await say(helper, thread.id);
  await say(helper, thread.id, { body: '하나 더요.' });
  const [question, first, second] = await postsOf(other, thread.id);
  expect([question.mine, first.mine, second.mine]).toEqual([false, false, false]);
  expect(first.author).toEqual(second.author);
  expect(first.author.ko).not.toBe(question.author.ko);
  expect(first.author.ko).toMatch(/^[가-힣 ]+ [가-힣]+$/);
  expect((await postsOf(helper, thread.id)).map(({ mine }) => mine)).toEqual([false, true, true]);
});

it('one person’s tags in two threads have nothing in common', async () => {
  const one = await ask(asker, all.boardId, { title: '하나' });
  const two = await ask(asker, all.boardId, { title: '둘' });
  const { rows } = await boards(
    `select encode(tag, 'hex') as tag, encode(sealed, 'hex') as sealed from boards.post where thread_id = any($1)`,
    [[uuid(one.id), uuid(two.id)]],
  );
  expect(new Set(rows.map(({ tag }: any) => tag)).size).toBe(2);
  expect(new Set(rows.map(({ sealed }: any) => sealed)).size).toBe(2);
});

it('the same id sent again is the same question, and something else under it is refused', async () => {
  const id = randomUUID();
  const question = { id, boardId: all.boardId, title: '두 번 보내요', body: '느린 전화기' };
  const once = await asker.do('askOnBoard', question, 'thread { id }');
  expect(await asker.do('askOnBoard', question, 'thread { id }')).toEqual(once);
  const reused = { code: 'CONFLICT', reason: 'KEY_REUSED' };
  expect(await asker.refused('askOnBoard', { ...question, body: '다른 말' }, 'thread { id }')).toMatchObject(
    reused,
  );
  expect(await other.refused('askOnBoard', question, 'thread { id }')).toMatchObject(reused);
});

it('an id that tells the time is refused', async () => {
  const id = '01933e5a-7c1b-7def-8abc-0123456789ab';
  const refusal = await asker.refused(
    'askOnBoard',
    { id, boardId: all.boardId, title: '시간', body: '본문' },
    'thread { id }',
  );
  expect(refusal).toMatchObject({ code: 'INVALID', field: 'id' });
});

it('whoever asked accepts an answer, takes it back, and nobody else can', async () => {
  const thread = await ask(asker, all.boardId, { title: '고르기' });
  const answer = await say(helper, thread.id);
  expect(await helper.refused('acceptBoardAnswer', { postId: answer.id }, 'post { id }')).toMatchObject({
    code: 'DENIED',
  });
  const { post } = await asker.do('acceptBoardAnswer', { postId: answer.id }, `post { ${POST} }`);
  expect(post.accepted).toBe(true);
  const back = await asker.do(
    'acceptBoardAnswer',
    { postId: answer.id, accepted: false },
    `post { ${POST} }`,
  );
  expect(back.post.accepted).toBe(false);
});

it('an author edits and deletes their own words, and nobody else’s', async () => {
  const thread = await ask(asker, all.boardId, { title: '고칠 글' });
  const answer = await say(helper, thread.id);
  const words = { postId: answer.id, version: answer.version, body: '고쳤어요' };
  expect(await asker.refused('editBoardPost', words, 'post { id }')).toMatchObject({ code: 'DENIED' });
  const { post } = await helper.do('editBoardPost', words, `post { ${POST} }`);
  expect(post).toMatchObject({ body: '고쳤어요', editedOn: '2026-11-18', version: 2 });
  expect(await helper.refused('editBoardPost', words, 'post { id }')).toMatchObject({
    code: 'CONFLICT',
    reason: 'STALE',
  });
  expect(await asker.refused('deleteBoardPost', { postId: answer.id }, 'postId')).toMatchObject({
    code: 'DENIED',
  });
  const gone = await helper.do('deleteBoardPost', { postId: answer.id }, 'thread { answers }');
  expect(gone.thread.answers).toBe(0);
  expect((await postsOf(other, thread.id))[1]).toMatchObject({ body: '', deletedOn: '2026-11-18' });
});

it('a question is found by its title when only its words were edited', async () => {
  const thread = await ask(asker, all.boardId, { title: '출장비 정산 순서' });
  await asker.do(
    'editBoardPost',
    { postId: question(thread), version: 1, body: '영수증부터인가요?' },
    'post { id }',
  );
  const found = (await threads(other, 'search: "출장비 정산"')).edges.map(({ node }: any) => node.id);
  expect(found).toEqual([thread.id]);
});

it('a question that nobody has answered goes whole; one with answers loses its words', async () => {
  const alone = await ask(asker, all.boardId, { title: '아무도 답하지 않은' });
  expect(await asker.do('deleteBoardPost', { postId: question(alone) }, 'thread { id }')).toEqual({
    thread: null,
  });
  const thread = await ask(asker, all.boardId, { title: '답이 있는' });
  await say(helper, thread.id);
  const { thread: left } = await asker.do(
    'deleteBoardPost',
    { postId: question(thread) },
    'thread { title excerpt answers }',
  );
  expect(left).toEqual({ title: null, excerpt: '', answers: 1 });
});

it('what helped is counted once a person, and can be taken back', async () => {
  const thread = await ask(asker, all.boardId, { title: '도움' });
  const answer = await say(helper, thread.id);
  const mark = (person: Person, helpful = true) =>
    person.do('markBoardPost', { postId: answer.id, helpful }, 'post { helpful markedByMe }');
  expect(await mark(asker)).toEqual({ post: { helpful: 1, markedByMe: true } });
  expect(await mark(asker)).toEqual({ post: { helpful: 1, markedByMe: true } });
  expect(await mark(other)).toEqual({ post: { helpful: 2, markedByMe: true } });
  expect(await mark(asker, false)).toEqual({ post: { helpful: 1, markedByMe: false } });
  expect(await helper.refused('markBoardPost', { postId: answer.id }, 'post { id }')).toMatchObject({
    code: 'DENIED',
  });
});

it('our team answers under its name, and its answer is the official one', async () => {
  const thread = await ask(asker, all.boardId, { title: '공식 답변' });
  const post = await say(all.agent, thread.id, { body: '다음 달에 나와요.' });
  expect(post.author).toMatchObject({ ko: '김상담', official: true, number: null });
  const { boardThread } = await asker.get(
    `query($id: ID!) { boardThread(threadId: $id) { official answers } }`,
    { id: thread.id },
  );
  expect(boardThread).toEqual({ official: true, answers: 1 });
});

it('comments hang on questions and answers, not on comments', async () => {
  const thread = await ask(asker, all.boardId, { title: '댓글' });
  const answer = await say(helper, thread.id);
  const comment = await say(asker, thread.id, { parentId: answer.id, body: '고마워요' });
  expect(comment).toMatchObject({ kind: 'COMMENT', parentId: answer.id, author: { asker: true } });
  const refusal = await other.refused(
    'sayOnBoard',
    { id: randomUUID(), threadId: thread.id, parentId: comment.id, body: '더' },
    'post { id }',
  );
  expect(refusal).toMatchObject({ code: 'INVALID', reason: 'NO_PARENT' });
});

it('a list is sorted, searched, filtered and paged without a gap', async () => {
  const made: string[] = [];
  for (let n = 0; n < 7; n++) {
    const thread = await ask(asker, all.boardId, {
      title: `찾을 것 ${n}`,
      body: '전자결재 위임',
      tags: ['결재'],
    });
    made.push(thread.id);
  }
  const paged: string[] = [];
  let after = '';
  for (;;) {
    const page = await threads(other, `search: "전자결재" first: 3 ${after ? `after: "${after}"` : ''}`);
    paged.push(...page.edges.map(({ node }: any) => node.id));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(paged.sort()).toEqual(made.sort());
  expect((await threads(other, 'tag: "결재" first: 100')).edges).toHaveLength(7);
  await say(helper, made[0] as string);
  const unanswered = (await threads(other, 'order: UNANSWERED tag: "결재" first: 100')).edges;
  expect(unanswered).toHaveLength(6);
  await other.do('markBoardPost', { postId: question({ id: made[3] ?? '' }) }, 'post { id }');
  expect((await threads(other, 'order: HELPFUL search: "전자결재"')).edges[0].node.id).toBe(made[3]);
});

it('what is similar is shown while somebody writes', async () => {
  const thread = await ask(asker, all.boardId, {
    title: '휴가 신청을 취소하는 방법',
    body: '승인된 휴가를 취소하고 싶어요',
  });
  const { similarBoardThreads } = await other.get(
    `query($boardId: ID!) { similarBoardThreads(boardId: $boardId, text: "승인된 휴가 신청을 취소하려면?") { id } }`,
    { boardId: all.boardId },
  );
  expect(similarBoardThreads[0].id).toBe(thread.id);
});

it('the browser keeps the ids of its threads, and learns by asking what became of them', async () => {
  const thread = await ask(asker, all.boardId, { title: '내 글' });
  await say(helper, thread.id);
  const { myBoardThreads } = await asker.get(
    `query($ids: [ID!]!) { myBoardThreads(threadIds: $ids) { id mine lastSeq } }`,
    { ids: [thread.id, world.nobody('boardthread'), world.nobody('thread')] },
  );
  expect(myBoardThreads).toEqual([{ id: thread.id, mine: true, lastSeq: 2 }]);
});

it('on a board with names the name at posting is shown, and it is the same rights', async () => {
  const { board } = await all.lead.do(
    'openBoard',
    {
      name: '이름 걸고',
      anonymous: false,
      audience: { companyIds: [all.companies[0]?.id, all.companies[1]?.id] },
    },
    'board { id anonymous }',
  );
  const thread = await ask(asker, board.id);
  expect(thread.author).toMatchObject({ ko: '이웃1의사람1', official: false });
  expect((await other.ask(`{ board(boardId: "${board.id}") { id } }`)).errors?.[0]?.extensions.code).toBe(
    'NOT_FOUND',
  );
  expect(
    (await other.ask(`{ boardThread(threadId: "${thread.id}") { id } }`)).errors?.[0]?.extensions.code,
  ).toBe('NOT_FOUND');
});

it('a company is named only by choice, and only where it is large enough', async () => {
  const thread = await ask(asker, all.boardId, { title: '회사 이름' });
  expect(thread.author.companyLabel).toBeNull();
  const refusal = await asker.refused(
    'sayOnBoard',
    { id: randomUUID(), threadId: thread.id, body: '저희는요', showCompany: true },
    'post { id }',
  );
  expect(refusal).toMatchObject({ code: 'DENIED', reason: 'LABEL_NAMES' });
});

it('an anonymous board needs five companies and thirty people', async () => {
  const refusal = await all.lead.refused(
    'openBoard',
    {
      name: '작은 판',
      anonymous: true,
      audience: { companyIds: all.companies.slice(0, 4).map(({ id }) => id) },
    },
    'board { id }',
  );
  expect(refusal).toMatchObject({ code: 'INVALID', reason: 'BOARD_TOO_SMALL' });
  expect(refusal.message).toContain('4 and 24');
  expect(
    await asker.refused(
      'openBoard',
      { name: '내 판', anonymous: false, audience: { everyone: true } },
      'board { id }',
    ),
  ).toMatchObject({ code: 'DENIED' });
});

it('a board that is closed is nobody’s but ours', async () => {
  const { board } = await all.lead.do(
    'openBoard',
    { name: '닫을 판', anonymous: true, audience: { everyone: true } },
    'board { id version }',
  );
  const thread = await ask(asker, board.id);
  await all.lead.do(
    'closeBoard',
    { boardId: board.id, version: board.version, closed: true },
    'board { closedOn }',
  );
  expect((await asker.ask(`{ board(boardId: "${board.id}") { id } }`)).errors?.[0]?.extensions.code).toBe(
    'NOT_FOUND',
  );
  expect(
    (await asker.ask(`{ boardThread(threadId: "${thread.id}") { id } }`)).errors?.[0]?.extensions.code,
  ).toBe('NOT_FOUND');
});

it('whoever only reads, reads', async () => {
  const reader = await world.contact(all.companies[0]!, '보는사람', 'READER');
  const thread = await ask(asker, all.boardId, { title: '읽기만' });
  expect(await postsOf(reader, thread.id)).toHaveLength(1);
  const refusal = await reader.refused(
    'sayOnBoard',
    { id: randomUUID(), threadId: thread.id, body: '저도요' },
    'post { id }',
  );
  expect(refusal.code).toBe('DENIED');
});

const uuid = (id: string): string => id.replace(/^\w+_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A question has the id of its thread. */
const question = (thread: { id: string }): string => thread.id.replace('boardthread', 'boardpost');

async function boards(text: string, values: unknown[]): Promise<{ rows: any[] }> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: world.database.url });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}
