// Files with messages and notes: sent in, said with something, seen by whom it may concern, and gone with it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { sql } from '../../src/platform/database/index.js';
import { DAY, HOUR } from '../world/clock.js';
import { photo, png } from '../world/files.js';
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let minji: Person;
let junho: Person;
let reader: Person;
let doyun: Person;
let wonjae: Person;
let threadId: string;

const FILES = 'attachments { id name mediaType bytes width height url thumbnailUrl inline }';
const MESSAGE = `message { id version body ${FILES} } thread { id heading }`;
const TIMELINE = `query ($id: ID!) { thread(id: $id) { timeline(first: 50) { edges { node {
  __typename ... on Message { id body ${FILES} } ... on Note { id body ${FILES} } } } } } }`;

beforeAll(async () => {
  world = await World.open({ FILE_LIMIT_MB: '1', FILE_QUOTA_MB: '2' });
  doyun = await world.staff('AGENT', '강도윤');
  wonjae = await world.staff('PLANNER', '하원재');
});
beforeEach(async () => {
  company = await world.company();
  minji = await world.contact(company, '김민지');
  junho = await world.contact(company, '이준호');
  reader = await world.contact(company, '정하나', 'READER');
  threadId = (
    await minji.do('openThread', { spaceId: company.spaceId, body: '화면이 안 떠요' }, 'thread { id }')
  ).thread.id;
});
afterAll(() => world.close());

const upload = (who: Person, name: string, bytes: Buffer) => who.upload(company.spaceId, name, bytes);
const post = async (who: Person, input: object) =>
  who.do('postMessage', { threadId, body: '보세요', ...input }, MESSAGE);
const filesOnDisk = (): string[] =>
  readdirSync(join(world.folder, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
const uuidIn = (id: string): string =>
  id.slice(11).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

describe('a picture', () => {
  it('is sent in, said with a message, and seen by both sides and planners', async () => {
    const sent = await upload(minji, '오류 화면.png', await png(600, 300));
    expect(sent).toMatchObject({
      name: '오류 화면.png',
      mediaType: 'image/png',
      width: 600,
      height: 300,
      inline: true,
    });
    const { message } = await post(minji, { attachmentIds: [sent.id] });
    expect(message.attachments).toEqual([sent]);
    for (const who of [minji, junho, reader, doyun, wonjae]) {
      const [entry] = (await who.get(TIMELINE, { id: threadId })).thread.timeline.edges;
      const [seen] = entry.node.attachments;
      expect(seen).toMatchObject({ id: sent.id, name: '오류 화면.png', inline: true });
      const whole = await who.download(seen.url);
      expect(whole.status).toBe(200);
      expect(whole.bytes).toHaveLength(seen.bytes);
      expect(whole.headers).toMatchObject({
        'content-type': 'image/png',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-cache',
      });
      expect(whole.headers['content-disposition']).toContain('inline; filename=');
      expect(whole.headers['content-disposition']).toContain(
        `filename*=UTF-8''${encodeURIComponent('오류 화면.png')}`,
      );
      const small = await who.download(seen.thumbnailUrl);
      expect(small.headers['content-type']).toBe('image/webp');
      expect(await sharp(small.bytes).metadata()).toMatchObject({ width: 480, height: 240 });
    }
  });

  it('arrives without the place where it was taken', async () => {
    const sent = await upload(minji, 'IMG_0001.JPG', await photo());
    await post(minji, { attachmentIds: [sent.id] });
    const { bytes } = await doyun.download(sent.url.split('?')[0] ?? '');
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(bytes.toString('latin1')).not.toContain('TelephoneMaker');
    expect([sent.width, sent.height]).toEqual([40, 60]);
  });

  it('is not sent again to who has it already', async () => {
    const { url } = await upload(minji, 'a.png', await png());
    const { headers } = await minji.download(url);
    const again = await minji.download(url, { 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  it('may be all that is said; the thread that begins with it is called by its name', async () => {
    const { id } = await upload(minji, '오류_화면.png', await png());
    const opened = await minji.do(
      'openThread',
      { spaceId: company.spaceId, body: '', attachmentIds: [id] },
      'thread { id heading }',
    );
    expect(opened.thread.heading).toBe('오류_화면.png');
    await world.jobs();
    const [item] = await world.rows<{ quote: string }>(sql`select quote from hotline.voc_item
      where replace(thread_id::text, '-', '') = ${opened.thread.id.slice(7)}`);
    expect(item?.quote).toBe('오류_화면.png');
    const other = await upload(minji, 'b.png', await png());
    expect((await post(minji, { body: '  ', attachmentIds: [other.id] })).message.body).toBe('');
    for (const input of [{ body: '' }, { body: ' ', attachmentIds: [] }]) {
      expect(await minji.refused('postMessage', { threadId, ...input }, 'thread { id }')).toMatchObject({
        code: 'INVALID',
        field: 'body',
      });
    }
  });
});

describe('what is said with files', () => {
  it('keeps their order, up to ten', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 11; n++) ids.push((await upload(minji, `${n}.log`, Buffer.from(`${n}`))).id);
    expect(
      await minji.refused('postMessage', { threadId, body: 'x', attachmentIds: ids }, 'thread { id }'),
    ).toMatchObject({ code: 'INVALID' });
    const chosen = ids.slice(1).reverse();
    const { message } = await post(minji, { attachmentIds: chosen });
    expect(message.attachments.map(({ id }: { id: string }) => id)).toEqual(chosen);
  });

  it('takes only one’s own, only for this space, and only once', async () => {
    const other = await world.company();
    const mine = await upload(minji, 'a.log', Buffer.from('a'));
    const colleagues = await upload(junho, 'b.log', Buffer.from('b'));
    const staffs = await upload(doyun, 'c.log', Buffer.from('c'));
    const elsewhere = await doyun.upload(other.spaceId, 'd.log', Buffer.from('d'));
    const refused = { code: 'INVALID', reason: 'ATTACHMENT', field: 'attachmentIds' };
    for (const id of [colleagues.id, staffs.id, elsewhere.id, world.nobody('attachment')]) {
      const input = { threadId, body: 'x', attachmentIds: [mine.id, id] };
      expect(await minji.refused('postMessage', input, 'thread { id }')).toMatchObject(refused);
    }
    const away = { threadId, body: 'x', attachmentIds: [elsewhere.id] };
    expect(await doyun.refused('postMessage', away, 'thread { id }')).toMatchObject(refused);
    await post(minji, { attachmentIds: [mine.id] });
    const again = { threadId, body: 'x', attachmentIds: [mine.id] };
    expect(await minji.refused('postMessage', again, 'thread { id }')).toMatchObject(refused);
  });

  it('happens once with one key; another file with the key is a conflict', async () => {
    const [one, two] = [
      await upload(minji, 'a.log', Buffer.from('a')),
      await upload(minji, 'b.log', Buffer.from('b')),
    ];
    const input = { attachmentIds: [one.id], idempotencyKey: 'a key of mine' };
    const answers = await Promise.all(Array.from({ length: 4 }, () => post(minji, input)));
    expect(new Set(answers.map(({ message }) => message.id)).size).toBe(1);
    expect(answers[3]?.message.attachments).toHaveLength(1);
    expect(
      await minji.refused(
        'postMessage',
        { threadId, body: '보세요', ...input, attachmentIds: [two.id] },
        'thread { id }',
      ),
    ).toMatchObject({ code: 'CONFLICT' });
  });

  it('goes along when it opens the thread that follows a closed one', async () => {
    await doyun.do('resolveThread', { threadId }, 'thread { id }');
    world.clock.pass(8 * DAY);
    const { ThreadsService } = await import('../../src/threads/index.js');
    await world.app.get(ThreadsService).closeResolved();
    const sent = await upload(minji, 'a.log', Buffer.from('a'));
    const { thread, message } = await post(minji, { attachmentIds: [sent.id] });
    expect(thread.id).not.toBe(threadId);
    expect(message.attachments).toHaveLength(1);
  });

  it('is read in one statement for a whole timeline', async () => {
    for (let n = 0; n < 3; n++) {
      const sent = await upload(minji, `${n}.log`, Buffer.from('a'));
      await post(minji, { attachmentIds: [sent.id] });
    }
    const { AttachmentsReads } = await import('../../src/threads/attachments.reads.js');
    const reads = world.app.get(AttachmentsReads);
    let asked = 0;
    reads.ofMessages = function counted(...args) {
      asked++;
      return AttachmentsReads.prototype.ofMessages.apply(this, args);
    };
    await minji.get(TIMELINE, { id: threadId });
    expect(asked).toBe(1);
  });
});

describe('a file on a note', () => {
  const note = async (attachmentIds: string[], openToPlanners = false) =>
    (
      await doyun.do(
        'writeNote',
        { threadId, body: '', attachmentIds, openToPlanners },
        `note { id version ${FILES} }`,
      )
    ).note;

  it('is seen by who may read the note', async () => {
    const sent = await upload(doyun, '계약서.pdf', Buffer.from('%PDF-1.7\n%âã\n'));
    const written = await note([sent.id]);
    expect(written.attachments).toEqual([sent]);
    expect((await doyun.download(sent.url)).status).toBe(200);
    for (const who of [wonjae, minji]) expect((await who.download(sent.url)).status).toBe(404);
    const shared = await upload(doyun, '요약.log', Buffer.from('x'));
    await note([shared.id], true);
    expect((await wonjae.download(shared.url)).status).toBe(200);
    expect((await minji.download(shared.url)).status).toBe(404);
  });

  it('goes with the note', async () => {
    const sent = await upload(doyun, 'a.png', await png());
    const { id, version } = await note([sent.id]);
    await doyun.do('deleteNote', { noteId: id, version }, 'note { id }');
    expect((await doyun.download(sent.url)).status).toBe(404);
    await world.jobs();
    expect(filesOnDisk().join()).not.toContain(uuidIn(sent.id));
  });
});

describe('who may send files in', () => {
  it('is who may write in the space', async () => {
    const bytes = Buffer.from('x');
    for (const [who, status] of [
      [minji, 200],
      [doyun, 200],
      [reader, 403],
      [wonjae, 403],
      [world.stranger(), 401],
    ] as const) {
      expect((await who.sendFile(company.spaceId, 'a.log', bytes)).status).toBe(status);
    }
    const other = await world.company();
    const foreign = await minji.sendFile(other.spaceId, 'a.log', bytes);
    const nothing = await minji.sendFile(world.nobody('space'), 'a.log', bytes);
    expect([foreign.status, foreign.text]).toEqual([404, nothing.text]);
  });

  it('who acts for two companies sends for the one that is named, and opens it by its address alone', async () => {
    const second = await world.company();
    const there = await world.alsoContact(minji, second);
    expect((await there.sendFile(company.spaceId, 'a.log', Buffer.from('x'))).status).toBe(404);
    const sent = await there.upload(second.spaceId, 'a.log', Buffer.from('x'));
    expect(sent.url).toContain(`?company=${second.handle}`);
    // An <img> knows the cookie and the address only.
    const plain = world.withToken(minji.token ?? '');
    expect((await plain.download(sent.url)).status).toBe(200);
    expect((await plain.download(sent.url.split('?')[0] ?? '')).status).toBe(404);
  });
});

describe('limits', () => {
  it('one file, of at most so many bytes, and not empty', async () => {
    const large = await minji.sendFile(company.spaceId, 'a.log', Buffer.alloc(1_048_577, 'a'));
    expect([large.status, large.body.errors?.[0]?.extensions]).toEqual([
      413,
      { code: 'INVALID', reason: 'TOO_LARGE', field: 'file' },
    ]);
    const fits = await minji.sendFile(company.spaceId, 'a.log', Buffer.alloc(1_048_576, 'a'));
    expect(fits.status).toBe(200);
    const empty = await minji.sendFile(company.spaceId, 'a.log', Buffer.alloc(0));
    expect(empty.body.errors?.[0]?.extensions).toEqual({ code: 'INVALID', reason: 'EMPTY', field: 'file' });
    expect(readdirSync(join(world.folder, 'files/incoming'))).toEqual([]);
  });

  it('the room of a company, even for eight at once', async () => {
    const half = Buffer.alloc(500_000, 'a');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => minji.sendFile(company.spaceId, 'a.log', half)),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(4);
    expect(refused[0]?.body.errors?.[0]?.extensions).toEqual({
      code: 'INVALID',
      reason: 'QUOTA',
      field: 'file',
    });
    const other = await world.company();
    expect((await doyun.sendFile(other.spaceId, 'a.log', half)).status).toBe(200);
  });

  it('what staff keep inside takes no room of the client’s: it would say that it is there', async () => {
    const megabyte = Buffer.alloc(1_000_000, 'a');
    const kept = await upload(doyun, 'a.log', megabyte);
    await doyun.do('writeNote', { threadId, body: 'x', attachmentIds: [kept.id] }, 'note { id }');
    await upload(doyun, 'b.log', megabyte);
    expect((await doyun.sendFile(company.spaceId, 'c.log', megabyte)).status).toBe(400);
    for (let n = 0; n < 2; n++) await upload(minji, 'd.log', megabyte);
  });

  it('fifty files that were not sent with anything', async () => {
    const small = Buffer.from('x');
    for (let n = 0; n < 50; n++) await upload(minji, 'a.log', small);
    const { status, body } = await minji.sendFile(company.spaceId, 'a.log', small);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect((await junho.sendFile(company.spaceId, 'a.log', small)).status).toBe(200);
  });
});

describe('what ends', () => {
  it('an upload nobody said anything with is gone after a day, row and file', async () => {
    const { AttachmentsService } = await import('../../src/threads/attachments.service.js');
    const service = world.app.get(AttachmentsService);
    world.clock.pass(2 * DAY);
    await service.forgetUnsaid();
    const [left, said] = [
      await upload(minji, 'a.png', await png()),
      await upload(minji, 'b.png', await png()),
    ];
    await post(minji, { attachmentIds: [said.id] });
    world.clock.pass(23 * HOUR);
    expect(await service.forgetUnsaid()).toBe(0);
    expect((await minji.download(left.url)).status).toBe(200);
    world.clock.pass(HOUR);
    expect(await service.forgetUnsaid()).toBe(1);
    expect((await minji.download(left.url)).status).toBe(404);
    await world.jobs();
    const names = filesOnDisk().join();
    expect(names).not.toContain(uuidIn(left.id));
    expect(names).toContain(uuidIn(said.id));
    expect((await minji.download(said.url)).status).toBe(200);
  });

  it('a deleted message takes its files along, at once for readers, then from the disk', async () => {
    const sent = await upload(minji, 'a.png', await png());
    const { message } = await post(minji, { attachmentIds: [sent.id] });
    expect(filesOnDisk().filter((name) => name.startsWith(uuidIn(sent.id)))).toHaveLength(2);
    const gone = await minji.do(
      'deleteMessage',
      { messageId: message.id, version: message.version },
      MESSAGE,
    );
    expect(gone.message.attachments).toEqual([]);
    for (const who of [minji, doyun]) {
      expect((await who.download(sent.url)).status).toBe(404);
      expect((await who.download(sent.thumbnailUrl ?? '')).status).toBe(404);
    }
    await world.jobs();
    expect(filesOnDisk().join()).not.toContain(uuidIn(sent.id));
  });

  it('who leaves the company opens nothing any more', async () => {
    const sent = await upload(junho, 'a.png', await png());
    await post(junho, { attachmentIds: [sent.id] });
    expect((await junho.download(sent.url)).status).toBe(200);
    await minji.do('removeContact', { companyId: company.id, personId: junho.id }, 'done');
    expect((await junho.download(sent.url)).status).toBe(401);
    expect((await minji.download(sent.url)).status).toBe(200);
  });
});
