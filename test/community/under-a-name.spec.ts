// On boards with names, what stands under a name is its bearer's: through a merge, in their file, and when they are erased.
import { randomUUID } from 'node:crypto';
import { png } from '../world/files.js';
import { type Person, World } from '../world/world.js';
import { type Neighbours, asOwner, ask, neighbours, postsOf, say } from './neighbours.js';

const REMOVED = '[removed on request]';

let world: World;
let all: Neighbours;
let admin: Person;
let anonymousBoard: string;
let other: Person;

beforeAll(async () => {
  world = await World.open();
  all = await neighbours(world, { anonymous: false, each: 7 });
  admin = await world.staff('ADMIN', '박관리');
  other = all.people[15] as Person;
  const { board } = await all.lead.do(
    'openBoard',
    { name: '익명 나눔', anonymous: true, audience: { everyone: true } },
    'board { id }',
  );
  anonymousBoard = board.id;
}, 120_000);
afterAll(() => world.close());

const fileOf = async (who: Person): Promise<any[]> => {
  const answer = await fetch(`${world.base}/people/${who.id}/data`, {
    headers: { authorization: `Bearer ${who.token}` },
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { boardPosts: any[] }).boardPosts;
};

const pictureOf = async (who: Person): Promise<string> => {
  const id = randomUUID();
  expect((await who.sendBoardPicture(all.boardId, id, '화면.png', await png())).status).toBe(200);
  return id;
};

const erase = (who: Person, words: boolean): Promise<any> =>
  admin.do('erasePerson', { personId: who.id, confirmation: who.email, words }, 'person { id }');

const nameOf = async (threadId: string, postId: string): Promise<string> =>
  (await postsOf(other, threadId)).find(({ id }) => id === postId).author.ko;

it('whoever turned out to be two people goes on with what either of them wrote', async () => {
  const company = all.companies[0];
  if (!company) throw new Error('No company.');
  const kept = await world.contact(company, '김두번');
  const twin = await world.contact(company, '김두번');
  const named = await ask(twin, all.boardId, { title: '두 번 가입했어요', body: '합쳐질 사람의 말' });
  const hidden = await ask(twin, anonymousBoard, { title: '익명으로 두 번', body: '합쳐질 사람의 익명' });
  const [before] = await postsOf(kept, named.id);
  expect(before.mine).toBe(false);
  await admin.do('mergePeople', { keepPersonId: kept.id, duplicatePersonId: twin.id }, 'merge { id }');
  for (const thread of [named, hidden]) {
    const [post] = await postsOf(kept, thread.id);
    expect([post.mine, post.abilities.edit, post.abilities.mark]).toEqual([true, true, false]);
    await kept.do('editBoardPost', { postId: post.id, version: 1, body: '고쳤어요' }, 'post { id }');
  }
  // What they say now is said by the same one, under the same name.
  const answer = await say(kept, hidden.id, { body: '제가 물은 것에 덧붙여요' });
  expect(answer.author.asker).toBe(true);
});

it('a ban of either holds for the one who is left', async () => {
  const company = all.companies[1];
  if (!company) throw new Error('No company.');
  const kept = await world.contact(company, '막힌 사람');
  const twin = await world.contact(company, '막힌 사람');
  const thread = await ask(twin, anonymousBoard, { title: '광고', body: '싸게 팝니다' });
  const postId = thread.id.replace('boardthread', 'boardpost');
  await all.agent.do('banBoardAuthor', { postId, reason: '광고' }, 'post { id }');
  const question = {
    id: '6f1c2b7e-3a5d-4c9f-8e21-9b0d7a64c3f5',
    boardId: anonymousBoard,
    title: '또',
    body: '또',
  };
  await admin.do('mergePeople', { keepPersonId: kept.id, duplicatePersonId: twin.id }, 'merge { id }');
  expect(await kept.refused('askOnBoard', question, 'thread { id }')).toMatchObject({ reason: 'BANNED' });
});

it('their file holds what stands under their name, and nothing that is anonymous', async () => {
  const who = all.people[3] as Person;
  const thread = await ask(who, all.boardId, { title: '이름을 건 질문', body: '이름을 건 말' });
  await say(who, thread.id, { body: '이름을 건 답', pictureIds: [await pictureOf(who)] });
  await ask(who, anonymousBoard, { title: '익명 질문', body: '익명의 말' });
  const posts = await fileOf(who);
  expect(posts.map(({ kind, body }) => [kind, body]).sort()).toEqual([
    ['ANSWER', '이름을 건 답'],
    ['QUESTION', '이름을 건 말'],
  ]);
  expect(posts[0]).toMatchObject({ board: '고민 나눔', title: '이름을 건 질문', day: '2026-11-18' });
  expect(posts.map(({ kind, pictures }) => `${kind} ${pictures}`).sort()).toEqual(['ANSWER 1', 'QUESTION 0']);
  expect(await fileOf(other)).toEqual([]);
});

it('erased without their words, the name goes; with them, the words too; what is anonymous is nobody’s and stays', async () => {
  const [plain, whole] = [all.people[4] as Person, all.people[5] as Person];
  const thread = await ask(other, all.boardId, { title: '누가 남나요?', body: '물어봐요' });
  const [kept, gone] = [await pictureOf(plain), await pictureOf(whole)];
  const stays = await say(plain, thread.id, { body: '남는 말', pictureIds: [kept] });
  const goes = await say(whole, thread.id, { body: '사라질 말', pictureIds: [gone] });
  const alone = await ask(whole, all.boardId, { title: '혼자 물은 말', body: '아무도 답하지 않았어요' });
  const hidden = await ask(whole, anonymousBoard, { title: '익명 고민', body: '익명으로 남는 말' });
  const preview = await admin.get(
    'query ($id: ID!) { erasePreview(personId: $id) { parts { part count } } }',
    { id: whole.id },
  );
  expect(preview.erasePreview.parts).toContainEqual({ part: 'boardPosts', count: 2 });
  await erase(plain, false);
  await erase(whole, true);
  expect([await nameOf(thread.id, stays.id), await nameOf(thread.id, goes.id)]).toEqual([REMOVED, REMOVED]);
  const posts = await postsOf(other, thread.id);
  expect(posts.find(({ id }) => id === stays.id)).toMatchObject({ body: '남는 말', deletedOn: null });
  expect(posts.find(({ id }) => id === goes.id)).toMatchObject({ body: '', deletedOn: '2026-11-18' });
  const left = `select id from boards.picture where id in ('${kept}', '${gone}')`;
  expect(await asOwner(world, left)).toEqual([{ id: kept }]);
  const rows = await asOwner<{ text: string }>(
    world,
    `select concat_ws(' ', writer.name, post.body, thread.title) as text from boards.post post
      join boards.thread thread on thread.id = post.thread_id
      left join boards.writer writer on writer.thread_id = post.thread_id and writer.tag = post.tag`,
  );
  const text = rows.map((row) => row.text).join('\n');
  expect(text).not.toMatch(/사라질 말|혼자 물은|아무도 답하지/);
  expect(text).toContain('익명으로 남는 말');
  expect((await postsOf(other, hidden.id))[0].body).toBe('익명으로 남는 말');
  expect(
    (await other.ask('query ($id: ID!) { boardThread(threadId: $id) { id } }', { id: alone.id })).errors?.[0]
      ?.extensions.code,
  ).toBe('NOT_FOUND');
});

it('a colleague who is erased is named no more on what our team wrote and decided', async () => {
  const gone = await world.staff('AGENT', '최떠남');
  const thread = await ask(other, all.boardId, { title: '공식 답변', body: '알려 주세요' });
  const answer = await say(gone, thread.id, { body: '이렇게 하세요' });
  await gone.do('offerBoardAnswer', { postId: answer.id }, 'post { id }');
  await erase(gone, false);
  expect(await nameOf(thread.id, answer.id)).toBe(REMOVED);
  const left = await asOwner<{ many: number }>(
    world,
    `select (select count(*) from boards.offer where offered_by = '최떠남')::int
      + (select count(*) from boards.post where official_name = '최떠남')::int as many`,
  );
  expect(left[0]?.many).toBe(0);
});

describe('following', () => {
  const follow = (who: Person, threadId: string, following = true): Promise<any> =>
    who.do('followBoardThread', { threadId, following }, 'threadId following');
  const news = async (who: Person): Promise<any[]> =>
    (
      await who.get(
        `{ notifications(first: 10) { edges { node { kind count actor { name } boardThread { id boardId boardName title } } } } }`,
      )
    ).notifications.edges
      .map(({ node }: any) => node)
      .filter(({ kind }: any) => kind === 'BOARD_ANSWERED');

  it('whoever follows hears of what others say there, in the app and by mail; nobody of their own words', async () => {
    const [asker, follower, writer] = [all.people[6], all.people[7], all.people[8]] as Person[];
    if (!asker || !follower || !writer) throw new Error('Too few people.');
    const thread = await ask(asker, all.boardId, { title: '결재선 공유', body: '어떻게 나누세요?' });
    for (const each of [asker, follower, all.lead]) await follow(each, thread.id);
    await world.jobs();
    world.mails.sent.length = 0;
    await say(writer, thread.id, { body: '양식을 올려 둘게요.' });
    await world.later(3 * 60_000);
    const line = {
      kind: 'BOARD_ANSWERED',
      count: 1,
      actor: null,
      boardThread: { id: thread.id, boardId: all.boardId, boardName: '고민 나눔', title: '결재선 공유' },
    };
    for (const each of [asker, follower, all.lead]) expect(await news(each)).toEqual([line]);
    expect(await news(writer)).toEqual([]);
    const mail = world.mails.sent.find(({ to }) => to === follower.email);
    expect(mail?.text).toContain('양식을 올려 둘게요.');
    expect(mail?.text).toContain(encodeURIComponent(`/boards/${all.boardId}/${thread.id}`));
    await say(all.lead, thread.id, { body: '저희도 정리해 볼게요.' });
    await say(asker, thread.id, { body: '고맙습니다' });
    await world.jobs();
    expect((await news(asker))[0].count).toBe(2);
    expect((await news(all.lead))[0].count).toBe(2);
    expect((await news(follower))[0].count).toBe(3);
  });

  it('whoever follows no longer, or may not read it any more, hears nothing', async () => {
    const [asker, follower] = [all.people[9] as Person, all.people[10] as Person];
    const thread = await ask(asker, all.boardId, { title: '그만 듣기', body: '말' });
    const FOLLOWS = 'query ($id: ID!) { followsBoardThread(threadId: $id) }';
    await follow(follower, thread.id);
    await follow(other, thread.id);
    expect((await follower.get(FOLLOWS, { id: thread.id })).followsBoardThread).toBe(true);
    await follow(follower, thread.id, false);
    expect((await follower.get(FOLLOWS, { id: thread.id })).followsBoardThread).toBe(false);
    await admin.do('removeContact', { companyId: all.companies[2]?.id, personId: other.id }, 'done');
    await say(all.agent, thread.id, { body: '새 글' });
    await world.jobs();
    expect(await news(follower)).toEqual([]);
    const told = await asOwner<{ many: number }>(
      world,
      `select count(*)::int as many from hotline.notification where kind = 'BOARD_ANSWERED' and person_id = '${other.uuid}'`,
    );
    expect(told[0]?.many).toBe(0);
  });

  it('an anonymous board keeps no such list', async () => {
    const asker = all.people[11] as Person;
    const thread = await ask(asker, anonymousBoard, { title: '익명', body: '말' });
    expect(await asker.refused('followBoardThread', { threadId: thread.id }, 'following')).toMatchObject({
      code: 'INVALID',
      reason: 'ANONYMOUS_BOARD',
    });
    expect(
      await asker.refused('followBoardThread', { threadId: world.nobody('boardthread') }, 'following'),
    ).toMatchObject({ code: 'NOT_FOUND' });
    const rows = await asOwner<{ many: number }>(
      world,
      `select count(*)::int as many from hotline.board_following where thread_id in (
        select thread.id from boards.thread thread join boards.board board on board.id = thread.board_id where board.anonymous)`,
    );
    expect(rows[0]?.many).toBe(0);
  });
});
