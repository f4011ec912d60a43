// Moderation: reports, hiding, bans that name nobody.
import { randomUUID } from 'node:crypto';
import { type Person, World } from '../world/world.js';
import { type Neighbours, POST, ask, neighbours, postsOf, say } from './neighbours.js';

let world: World;
let all: Neighbours;
let asker: Person;
let rude: Person;
let other: Person;

beforeAll(async () => {
  world = await World.open();
  all = await neighbours(world);
  asker = all.people[0] as Person;
  rude = all.people[7] as Person;
  other = all.people[13] as Person;
}, 120_000);
afterAll(() => world.close());

const queue = async (): Promise<any[]> =>
  (await all.agent.get(`{ reportedBoardPosts { post { id } boardId reports { reason words reportedOn } } }`))
    .reportedBoardPosts;

const report = (person: Person, postId: string, words = '') =>
  person.do('reportBoardPost', { id: randomUUID(), postId, reason: 'RUDE', words }, 'post { id }');

const decisions = async (): Promise<any[]> =>
  (
    await all.agent.get(
      `query($id: ID!) { board(boardId: $id) { decisions { edges { node { id kind reason moderatorName decidedOn postId liftable } } } } }`,
      { id: all.boardId },
    )
  ).board.decisions.edges.map(({ node }: any) => node);

it('a report reaches the moderators once a person, and is settled once', async () => {
  const thread = await ask(asker, all.boardId);
  const post = await say(rude, thread.id, { body: '그것도 모르세요?' });
  await report(asker, post.id, '무례해요');
  await report(asker, post.id, '또');
  await report(other, post.id);
  expect(await queue()).toEqual([
    {
      post: { id: post.id },
      boardId: all.boardId,
      reports: expect.arrayContaining([
        { reason: 'RUDE', words: '무례해요', reportedOn: '2026-11-18' },
        { reason: 'RUDE', words: '', reportedOn: '2026-11-18' },
      ]),
    },
  ]);
  await all.agent.do('dismissBoardReports', { postId: post.id, reason: '말투일 뿐' }, 'post { id }');
  expect(await queue()).toEqual([]);
  const again = await all.agent.refused(
    'dismissBoardReports',
    { postId: post.id, reason: '또' },
    'post { id }',
  );
  expect(again).toMatchObject({ code: 'CONFLICT', reason: 'SETTLED' });
});

it('what is hidden shows its reason to all, its words to its author and to us', async () => {
  const thread = await ask(asker, all.boardId);
  const post = await say(rude, thread.id, { body: '한빛회사 얘기인데요' });
  await all.agent.do('hideBoardPost', { postId: post.id, reason: '회사 이름이 있어요' }, 'post { id }');
  const seen = async (person: Person) => (await postsOf(person, thread.id))[1];
  expect(await seen(other)).toMatchObject({ body: '', hiddenReason: '회사 이름이 있어요' });
  expect(await seen(rude)).toMatchObject({ body: '한빛회사 얘기인데요', mine: true });
  expect(await seen(all.agent)).toMatchObject({ body: '한빛회사 얘기인데요', mine: false });
  await all.agent.do('restoreBoardPost', { postId: post.id, reason: '잘못 봤어요' }, 'post { id }');
  expect(await seen(other)).toMatchObject({ body: '한빛회사 얘기인데요', hiddenReason: null });
});

it('a hidden question takes its thread out of every list', async () => {
  const thread = await ask(asker, all.boardId, { title: '숨길 질문' });
  const postId = thread.id.replace('boardthread', 'boardpost');
  await all.agent.do('hideBoardPost', { postId, reason: '광고' }, 'post { id }');
  const { boardThreads } = await other.get(
    `query($id: ID!) { boardThreads(boardId: $id, search: "숨길 질문") { edges { node { id } } } }`,
    { id: all.boardId },
  );
  expect(boardThreads.edges).toEqual([]);
  expect(
    (await other.ask(`{ boardThread(threadId: "${thread.id}") { id } }`)).errors?.[0]?.extensions.code,
  ).toBe('NOT_FOUND');
  // Whoever has kept its id reads that it is hidden, and no word of it; whoever asked reads their own.
  const kept = `{ myBoardThreads(threadIds: ["${thread.id}"]) { title hidden } }`;
  expect((await other.get(kept)).myBoardThreads).toEqual([{ title: null, hidden: true }]);
  expect((await asker.get(kept)).myBoardThreads).toEqual([{ title: '숨길 질문', hidden: true }]);
});

it('an author is banned without anybody learning who it is, and may write again when it is lifted', async () => {
  const first = await ask(asker, all.boardId);
  const one = await say(rude, first.id, { body: '광고 하나' });
  const second = await ask(other, all.boardId);
  const two = await say(rude, second.id, { body: '광고 둘' });
  const banned = await all.agent.do('banBoardAuthor', { postId: one.id, reason: '광고' }, `post { ${POST} }`);
  expect(JSON.stringify(banned)).not.toContain('이웃2');
  await all.agent.do('banBoardAuthor', { postId: two.id, reason: '또 광고' }, 'post { id }');
  const write = { id: randomUUID(), threadId: second.id, body: '하나 더' };
  expect(await rude.refused('sayOnBoard', write, 'post { id }')).toMatchObject({
    code: 'DENIED',
    reason: 'BANNED',
  });
  // Two bans of one author have nothing in common, neither in the answers nor in the table.
  const bans = await rows(`select encode(tag, 'hex') as tag from boards.ban where lifted_on is null`);
  expect(new Set(bans.map(({ tag }) => tag)).size).toBe(2);
  for (const { id, kind } of await decisions()) {
    if (kind === 'BANNED')
      await all.agent.do('liftBoardBan', { decisionId: id, reason: '약속했어요' }, 'board { id }');
  }
  expect(await say(rude, second.id)).toMatchObject({ mine: true });
});

it('the log says what was decided and by whom, never whom it concerned', async () => {
  const log = await decisions();
  expect(log[0]).toMatchObject({
    kind: 'LIFTED',
    reason: '약속했어요',
    moderatorName: '김상담',
    decidedOn: '2026-11-18',
  });
  for (const { name } of all.people.map((each, n) => ({ each, name: `이웃${Math.floor(n / 6) + 1}의사람` })))
    expect(JSON.stringify(log)).not.toContain(name);
});

it('contacts moderate nothing and see no queue', async () => {
  const thread = await ask(asker, all.boardId);
  const postId = thread.id.replace('boardthread', 'boardpost');
  for (const command of ['hideBoardPost', 'restoreBoardPost', 'dismissBoardReports', 'banBoardAuthor'])
    expect(await other.refused(command, { postId, reason: '싫어요' }, 'post { id }')).toMatchObject({
      code: 'DENIED',
    });
  expect((await other.ask('{ reportedBoardPosts { boardId } }')).errors?.[0]?.extensions.code).toBe('DENIED');
});

it('somebody who writes without end is asked to go on tomorrow', async () => {
  const strict = await world.beside({ RATE_FACTOR: '1' });
  const busy = strict.withToken(asker.token ?? '', asker.company);
  const thread = await ask(other, all.boardId);
  let refusal: any = null;
  for (let n = 0; n < 70 && !refusal; n++) {
    const { errors } = await busy.ask(
      `mutation($input: SayOnBoardInput!) { sayOnBoard(input: $input) { post { id } } }`,
      { input: { id: randomUUID(), threadId: thread.id, body: `글 ${n}` } },
    );
    refusal = errors?.[0]?.extensions;
  }
  await strict.close();
  expect(refusal).toMatchObject({ code: 'RATE_LIMITED', reason: 'WROTE_ENOUGH' });
});

async function rows(text: string): Promise<any[]> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: world.database.url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
