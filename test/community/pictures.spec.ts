// Pictures on boards: drawn anew, posted with words, seen by whoever reads them, gone with them, and without a trace of when or whose.
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { Events } from '../../src/platform/events/index.js';
import { DAY } from '../world/clock.js';
import { hugePng, movingGif, pdf, photo, png } from '../world/files.js';
import type { Somebody } from '../world/as.js';
import { type Person, World } from '../world/world.js';
import { type Neighbours, POST, ask, asOwner, neighbours, postsOf, say } from './neighbours.js';

let world: World;
let all: Neighbours;
let asker: Person;
let helper: Person;
let other: Person;

beforeAll(async () => {
  world = await World.open();
  all = await neighbours(world);
  [asker, helper, other] = [all.people[0] as Person, all.people[7] as Person, all.people[13] as Person];
}, 120_000);
afterAll(() => world.close());

async function send(who: Person, bytes: Buffer, name = '화면.png'): Promise<string> {
  const id = randomUUID();
  const { status, text } = await who.sendBoardPicture(all.boardId, id, name, bytes);
  if (status !== 200) throw new Error(text);
  return id;
}

async function refused(who: Person, bytes: Buffer, name: string, id: string = randomUUID()) {
  const { body } = await who.sendBoardPicture(all.boardId, id, name, bytes);
  const { code, reason } = body.errors[0].extensions;
  return `${code} ${reason}`;
}

const status = async (who: Somebody, url: string): Promise<number> => (await who.download(url)).status;
const rows = <Row extends object>(query: string) => asOwner<Row>(world, query);
const noise = (seed: number): Promise<Buffer> =>
  sharp(
    Buffer.from(Array.from({ length: 120 * 90 * 3 }, (_, at) => (at * 7919 * (seed + 3) + (at >> 3)) % 251)),
    { raw: { width: 120, height: 90, channels: 3 } },
  )
    .png()
    .toBuffer();

describe('a picture', () => {
  it('is posted with a question and an answer, and seen by all who read them', async () => {
    const pictureIds = [await send(asker, await png(3_000, 1_500)), await send(asker, await png(40, 30))];
    const thread = await ask(asker, all.boardId, { pictureIds });
    const [question] = await postsOf(helper, thread.id);
    expect(question.pictures).toEqual([
      {
        id: pictureIds[0],
        width: 2_000,
        height: 1_000,
        url: `/boards/pictures/${pictureIds[0]}`,
        thumbnailUrl: `/boards/pictures/${pictureIds[0]}/thumbnail`,
      },
      expect.objectContaining({ id: pictureIds[1], width: 40, height: 30 }),
    ]);
    const { bytes, headers } = await helper.download(question.pictures[0].url);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 2_000, height: 1_000 });
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    const small = await helper.download(question.pictures[0].thumbnailUrl);
    expect(await sharp(small.bytes).metadata()).toMatchObject({ format: 'webp', width: 480, height: 240 });
    const answer = await say(all.agent, thread.id, { pictureIds: [await send(all.agent, await png())] });
    expect(await status(asker, answer.pictures[0].url)).toBe(200);
  });

  it('tells neither where, when and with what it was taken, nor its name', async () => {
    const id = await send(asker, await photo(), '홍길동의 사진.jpg');
    await ask(asker, all.boardId, { pictureIds: [id] });
    const { bytes } = await helper.download(`/boards/pictures/${id}`);
    const facts = await sharp(bytes).metadata();
    // Upright, though it lay on its side.
    expect(facts).toMatchObject({ format: 'webp', width: 40, height: 60 });
    expect([facts.exif, facts.xmp, facts.iptc, facts.icc, facts.comments]).toEqual(Array(5).fill(undefined));
    const [row] = await rows<{ text: string }>(
      `select p::text as text from boards.picture p where id = '${id}'`,
    );
    expect(row?.text).not.toMatch(/홍길동|TelephoneMaker/);
    const [column] = await rows<{ types: string }>(
      `select string_agg(distinct data_type, ',') as types from information_schema.columns
       where table_schema = 'boards' and table_name = 'picture'`,
    );
    expect(column?.types).not.toContain('time');
  });

  it('of a moving one the first frame alone is kept, and nothing behind it', async () => {
    const id = await send(asker, await movingGif(), '움직임.gif');
    await ask(asker, all.boardId, { pictureIds: [id] });
    const { bytes } = await helper.download(`/boards/pictures/${id}`);
    expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
    expect(bytes.includes('script') || bytes.includes('secret')).toBe(false);
  });

  it('that is none, too large, damaged or unnamed is refused with the reason', async () => {
    expect(await refused(asker, pdf(), '계약.pdf')).toBe('INVALID NO_PICTURE');
    expect(await refused(asker, Buffer.from('<svg/>'), '그림.svg')).toBe('INVALID NO_PICTURE');
    expect(await refused(asker, await png(), '그림.jpg')).toBe('INVALID MISMATCH');
    expect(await refused(asker, Buffer.alloc(0), '그림.png')).toBe('INVALID EMPTY');
    expect(await refused(asker, hugePng(60_000, 60_000), '그림.png')).toBe('INVALID PIXELS');
    expect(await refused(asker, (await png()).subarray(0, 60), '그림.png')).toBe('INVALID PICTURE');
    const cut = (await photo(600, 400)).subarray(0, -600);
    expect(await refused(asker, cut, '사진.jpg')).toBe('INVALID PICTURE');
    expect(await refused(asker, Buffer.alloc(13 * 1_048_576), '그림.png')).toBe('INVALID TOO_LARGE');
    expect(await refused(asker, await png(), '그림.png', '7')).toBe('INVALID NOT_RANDOM');
    const bare = await asker.sendBoardPicture(all.boardId, randomUUID(), '그림.png', await png(), {});
    expect(bare.body.errors[0].extensions).toMatchObject({ code: 'INVALID', reason: 'PREFLIGHT' });
    const nowhere = await asker.sendBoardPicture(world.nobody('board'), randomUUID(), 'a.png', await png());
    expect(nowhere.status).toBe(404);
  });

  it('is one of so many a day, counted for themselves', async () => {
    const strict = await world.beside({ RATE_FACTOR: '1' });
    const busy = strict.withToken(other.token ?? '', other.company);
    const bytes = await png();
    let reason: string | null = null;
    let taken = 0;
    for (; taken < 70 && !reason; taken += reason ? 0 : 1) {
      const { body } = await busy.sendBoardPicture(all.boardId, randomUUID(), 'a.png', bytes);
      reason = body.errors?.[0].extensions.reason ?? null;
    }
    const thread = await ask(asker, all.boardId);
    await busy.do('sayOnBoard', { id: randomUUID(), threadId: thread.id, body: '말은 돼요' }, 'post { id }');
    await strict.close();
    expect([taken, reason]).toEqual([60, 'WROTE_ENOUGH']);
  });

  it('sent again is the same one, and another under its id is refused', async () => {
    const id = await send(asker, await png());
    expect((await asker.sendBoardPicture(all.boardId, id, '화면.png', await png())).status).toBe(200);
    expect(await refused(helper, await png(90, 90), 'b.png', id)).toBe('CONFLICT KEY_REUSED');
    const again = { id: randomUUID(), boardId: all.boardId, title: '한 번', body: '더', pictureIds: [id] };
    await asker.do('askOnBoard', again, 'thread { id }');
    await asker.do('askOnBoard', again, 'thread { id }');
    const less = await asker.refused('askOnBoard', { ...again, pictureIds: [] }, 'thread { id }');
    expect(less).toMatchObject({ code: 'CONFLICT', reason: 'KEY_REUSED' });
  });
});

describe('who sees a picture', () => {
  it('nobody before it was posted, and no stranger at all', async () => {
    const id = await send(asker, await png());
    expect(await status(asker, `/boards/pictures/${id}`)).toBe(404);
    await ask(asker, all.boardId, { pictureIds: [id] });
    expect(await status(helper, `/boards/pictures/${id}`)).toBe(200);
    expect(await status(world.stranger(), `/boards/pictures/${id}`)).toBe(401);
    expect(await status(helper, `/boards/pictures/${randomUUID()}`)).toBe(404);
    expect(await status(helper, '/boards/pictures/..%2f7')).toBe(404);
  });

  it('once it stands under a post it can be hung on no other', async () => {
    const id = await send(asker, await png());
    const thread = await ask(asker, all.boardId, { pictureIds: [id] });
    const taken = { id: randomUUID(), threadId: thread.id, body: '제 것', pictureIds: [id] };
    expect(await helper.refused('sayOnBoard', taken, 'post { id }')).toMatchObject({
      code: 'INVALID',
      reason: 'PICTURE_GONE',
    });
    expect(await postsOf(helper, thread.id)).toHaveLength(1);
  });

  it('of what is hidden: whoever wrote it and the moderators', async () => {
    const thread = await ask(asker, all.boardId);
    const post = await say(helper, thread.id, { pictureIds: [await send(helper, await png())] });
    const { url } = post.pictures[0];
    await all.agent.do('hideBoardPost', { postId: post.id, reason: '회사 이름이 보여요' }, 'post { id }');
    expect(await Promise.all([asker, helper, all.agent].map((who) => status(who, url)))).toEqual([
      404, 200, 200,
    ]);
    expect((await postsOf(asker, thread.id))[1].pictures).toEqual([]);
  });

  it('on a board that is not open to them: nobody', async () => {
    const { board } = await all.lead.do(
      'openBoard',
      {
        name: '둘이서',
        anonymous: false,
        audience: { companyIds: [all.companies[0]?.id, all.companies[1]?.id] },
      },
      'board { id }',
    );
    const id = randomUUID();
    expect((await other.sendBoardPicture(board.id, id, 'a.png', await png())).status).toBe(404);
    expect((await asker.sendBoardPicture(board.id, id, 'a.png', await png())).status).toBe(200);
    await ask(asker, board.id, { pictureIds: [id] });
    const paths = [`/boards/pictures/${id}`, `/boards/pictures/${id}/thumbnail`];
    for (const path of paths) {
      expect(await status(helper, path)).toBe(200);
      expect(await status(other, path)).toBe(404);
    }
  });

  it('who was banned sends none in', async () => {
    const banned = all.people[20] as Person;
    const thread = await ask(asker, all.boardId);
    const post = await say(banned, thread.id);
    await all.agent.do('banBoardAuthor', { postId: post.id, reason: '광고' }, 'post { id }');
    expect(await refused(banned, await png(), 'a.png')).toBe('DENIED BANNED');
  });
});

describe('a picture goes', () => {
  it('with its post, and when it is taken out of it; another takes its place', async () => {
    const [first, second, third] = [
      await send(helper, await png(20, 20)),
      await send(helper, await png(30, 30)),
      await send(helper, await png(50, 50)),
    ];
    const thread = await ask(asker, all.boardId);
    const post = await say(helper, thread.id, { pictureIds: [first, second] });
    const edit = { postId: post.id, version: 1, body: '고쳤어요.', pictureIds: [third, second] };
    const edited = await helper.do('editBoardPost', edit, `post { ${POST} }`);
    expect(edited.post.pictures.map(({ id }: any) => id)).toEqual([third, second]);
    expect(await rows(`select 1 from boards.picture where id = '${first}'`)).toEqual([]);
    const words = { postId: post.id, version: 2, body: '말만 고쳐요.' };
    const same = await helper.do('editBoardPost', words, `post { ${POST} }`);
    expect(same.post.pictures).toHaveLength(2);
    await helper.do('deleteBoardPost', { postId: post.id }, 'postId');
    expect(await rows(`select 1 from boards.picture where id in ('${second}', '${third}')`)).toEqual([]);
  });

  it('with a question that goes whole', async () => {
    const id = await send(asker, await png());
    const thread = await ask(asker, all.boardId, { pictureIds: [id] });
    const [question] = await postsOf(asker, thread.id);
    await asker.do('deleteBoardPost', { postId: question.id }, 'postId');
    expect(await rows(`select 1 from boards.picture where id = '${id}'`)).toEqual([]);
  });

  it('in the night when it was never posted', async () => {
    const id = await send(asker, await png());
    const posted = await send(asker, await png());
    await ask(asker, all.boardId, { pictureIds: [posted] });
    world.clock.pass(DAY);
    await world.app.get(Events).jobs.get('closeBoardDay')?.({} as never);
    const left = await rows<{ id: string }>(
      `select id from boards.picture where id in ('${id}', '${posted}')`,
    );
    expect(left.map((row) => row.id)).toEqual([posted]);
  });
});

it('the order in which pictures came is gone once they are blended: neither numbers of long values nor transactions tell', async () => {
  const sent: string[] = [];
  for (let n = 0; n < 12; n++) sent.push(await send(other, await noise(n)));
  await ask(other, all.boardId, { pictureIds: sent.slice(0, 4) });
  const [{ toast } = { toast: '' }] = await rows<{ toast: string }>(
    `select reltoastrelid::regclass::text as toast from pg_class where oid = 'boards.picture'::regclass`,
  );
  const read = () =>
    rows<{ id: string; xmin: string; row: string }>(
      `select picture.id, max(chunk.xmin::text) as xmin, picture.xmin::text as row
       from ${toast} chunk join boards.picture picture on picture.bytes = (
         select string_agg(part.chunk_data, '' order by part.chunk_seq) from ${toast} part where part.chunk_id = chunk.chunk_id)
       where picture.id in (${sent.map((id) => `'${id}'`).join()}) group by picture.id, chunk.chunk_id order by chunk.chunk_id`,
    );
  const before = await read();
  expect(before.map(({ id }) => id)).toEqual(sent);
  expect(new Set(before.map(({ xmin }) => xmin)).size).toBe(12);
  const [{ day } = { day: '' }] = await rows<{ day: string }>(
    `select made_on::text as day from boards.picture where id = '${sent[0]}'`,
  );
  await rows(`select boards.blend_pictures('${day}')`);
  const after = await read();
  expect(after.map(({ id }) => id).sort()).toEqual([...sent].sort());
  expect(after.map(({ id }) => id)).not.toEqual(sent);
  expect(new Set(after.flatMap(({ xmin, row }) => [xmin, row])).size).toBe(1);
  const [{ fresh } = { fresh: -1 }] = await rows<{ fresh: number }>(
    `select count(*)::int as fresh from boards.picture where made_on = '${day}' and fresh`,
  );
  expect(fresh).toBe(0);
});
