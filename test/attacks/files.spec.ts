// Files as weapons: what a browser might run, names that are paths, bombs, foreign ids, forms of foreign pages.
import request from 'supertest';
import { hugePng, pdf, png, xlsx, zip } from '../world/files.js';
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let hanbit: Company;
let nada: Company;
let minji: Person;
let hana: Person;
let doyun: Person;
let threadId: string;

const PREFLIGHT = { 'apollo-require-preflight': 'true' };

beforeAll(async () => {
  world = await World.open({ FILE_LIMIT_MB: '2' });
  hanbit = await world.company('한빛전자');
  nada = await world.company('나다물류');
  minji = await world.contact(hanbit, '김민지');
  hana = await world.contact(nada, '정하나');
  doyun = await world.staff('AGENT', '강도윤');
  threadId = (await minji.do('openThread', { spaceId: hanbit.spaceId, body: '질문' }, 'thread { id }')).thread
    .id;
});
afterAll(() => world.close());

const say = async (id: string) =>
  minji.do('postMessage', { threadId, body: 'x', attachmentIds: [id] }, 'message { id }');

describe('what a browser might run', () => {
  const SCRIPT = '<script>parent.postMessage(document.cookie,"*")</script>';
  it.each([
    ['logo.svg', `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`],
    ['logo.svg', `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`],
    ['page.html', `<!doctype html>${SCRIPT}`],
    ['page.htm', SCRIPT],
    [
      'data.xml',
      `<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><x xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</x>`,
    ],
    ['notes.txt', SCRIPT],
    ['form.pdf', pdf().toString()],
  ])('%s is only ever saved', async (name, content) => {
    const sent = await minji.upload(hanbit.spaceId, name, Buffer.from(content));
    expect([sent.inline, sent.thumbnailUrl]).toEqual([false, null]);
    await say(sent.id);
    for (const who of [minji, doyun]) {
      const { status, headers, bytes } = await who.download(sent.url);
      expect(status).toBe(200);
      expect(bytes.toString()).toBe(content);
      expect(headers['content-disposition']).toMatch(/^attachment; /);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'");
      expect(headers['content-type']).toMatch(
        /^(application\/(octet-stream|pdf)|text\/plain; charset=utf-8)$/,
      );
    }
  });

  it.each(['page.png', 'page.gif', 'page.jpg', 'page.pdf', 'page.webp'])('as %s is refused', async (name) => {
    const { status, body } = await minji.sendFile(hanbit.spaceId, name, Buffer.from(`GIF89a=1;${SCRIPT}`));
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'INVALID']);
  });

  it('behind a picture’s end does not come back', async () => {
    const bytes = Buffer.concat([await png(), Buffer.from(SCRIPT)]);
    const sent = await minji.upload(hanbit.spaceId, 'a.png', bytes);
    expect((await minji.download(sent.url)).bytes.toString('latin1')).not.toContain('script');
  });
});

describe('names', () => {
  it.each([
    ['../../../etc/cron.d/evil.log', 'evil.log'],
    ['..\\..\\evil.log', 'evil.log'],
    ['invoice\u202Egol.log', 'invoicegol.log'],
    ['thumbnail.log', 'thumbnail.log'],
    ['"; filename="evil.exe".log', undefined],
    ['견적서 %2F..%2F.log', undefined],
  ])('%j is a word and no path', async (given, kept) => {
    const sent = await minji.upload(hanbit.spaceId, given, Buffer.from('x'));
    if (kept) expect(sent.name).toBe(kept);
    expect(sent.name).not.toMatch(/[/\\\r\n\u202e]/);
    const { status, headers } = await minji.download(sent.url);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.~%-]+$/,
    );
  });

  it('with line ends do not break into the header', async () => {
    const boundary = 'xxBOUNDARYxx';
    const body = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a%0d%0aSet-Cookie: x=1.log"\r\nContent-Type: text/plain\r\n\r\nx\r\n--${boundary}--\r\n`;
    const { body: sent } = await request(world.base)
      .post(`/files?spaceId=${hanbit.spaceId}`)
      .set({ ...PREFLIGHT, authorization: `Bearer ${minji.token}` })
      .set('content-type', `multipart/form-data; boundary=${boundary}`)
      .send(body);
    const { headers } = await minji.download(sent.url);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it.each(['..%2f..%2f..%2fetc%2fpasswd', '....', 'attachment_..%2f..', 'attachment_%00', '__proto__'])(
    'GET /files/%s/x is nothing',
    async (id) => {
      expect((await minji.download(`/files/${id}/x`)).status).toBe(404);
    },
  );
});

describe('bombs', () => {
  it.each([
    ['bomb.png', () => hugePng(50_000, 50_000), 400, 'PIXELS'],
    ['bomb.zip', () => zip({ 'zeros.txt': Buffer.alloc(200_000_000) }), 200, undefined],
    ['bomb.xlsx', () => xlsx(Buffer.alloc(200_000_000)), 200, undefined],
  ])('%s is answered at once and unpacks nowhere', async (name, make, status, reason) => {
    const bytes = make();
    const began = process.memoryUsage().rss;
    const answer = await minji.sendFile(hanbit.spaceId, name, bytes);
    expect([answer.status, answer.body.errors?.[0]?.extensions.reason]).toEqual([status, reason]);
    expect(process.memoryUsage().rss - began).toBeLessThan(150_000_000);
    expect((await minji.get('{ me { role } }')).me).toEqual({ role: null });
  });
});

describe('another company', () => {
  it('gets byte for byte the answer of an id that does not exist', async () => {
    const unsaid = await minji.upload(hanbit.spaceId, 'a.png', await png());
    const said = await minji.upload(hanbit.spaceId, 'b.png', await png());
    await say(said.id);
    const noted = await doyun.upload(hanbit.spaceId, 'c.png', await png());
    await doyun.do('writeNote', { threadId, body: 'x', attachmentIds: [noted.id] }, 'note { id }');
    const nothing = world.nobody('attachment');
    for (const path of ['thumbnail', 'a.png']) {
      for (const company of ['', `?company=${hanbit.handle}`, `?company=${nada.handle}`]) {
        const none = await hana.download(`/files/${nothing}/${path}${company}`);
        for (const { id } of [unsaid, said, noted]) {
          const { status, bytes } = await hana.download(`/files/${id}/${path}${company}`);
          expect([status, bytes.toString()]).toEqual([none.status, none.bytes.toString()]);
          expect(status).toBeGreaterThanOrEqual(401);
          expect(bytes.toString()).not.toContain('png');
        }
      }
    }
    // A colleague's, before it is said, and one that hangs on a note.
    const junho = await world.contact(hanbit, '이준호');
    for (const { id } of [unsaid, noted])
      expect((await junho.download(`/files/${id}/a.png`)).status).toBe(404);
    expect((await world.stranger().download(said.url)).status).toBe(401);
  });
});

describe('the door', () => {
  const post = (headers: Record<string, string>) =>
    request(world.base)
      .post(`/files?spaceId=${hanbit.spaceId}`)
      .set({ authorization: `Bearer ${minji.token}`, ...headers });

  it('does not open to a form of a foreign page', async () => {
    const { status, body } = await minji.sendFile(hanbit.spaceId, 'a.log', Buffer.from('x'), {});
    expect([status, body.errors?.[0]?.extensions]).toEqual([400, { code: 'INVALID', reason: 'PREFLIGHT' }]);
  });

  it.each([
    ['application/json', '{"a":1}'],
    ['text/plain', 'x'],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=x', '--x--\r\n'],
    ['multipart/form-data; boundary=x', '--x\r\nnonsense'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nno file\r\n--x--\r\n',
    ],
  ])('answers %s of %j with an error of ours', async (type, content) => {
    const { status, body } = await post({ ...PREFLIGHT, 'content-type': type }).send(content);
    expect(status).toBe(400);
    expect(body.errors[0].extensions).toMatchObject({ code: 'INVALID' });
    expect(JSON.stringify(body)).not.toMatch(/FST_|stack|node_modules/);
  });

  it('stays shut for what says it is too large, before reading it', async () => {
    const { status, body } = await minji.sendFile(hanbit.spaceId, 'a.log', Buffer.alloc(5_000_000, 'a'));
    expect([status, body.errors?.[0]?.extensions.reason]).toEqual([413, 'TOO_LARGE']);
  });

  it('takes multipart nowhere else', async () => {
    const answer = await request(world.base)
      .post('/graphql')
      .set(PREFLIGHT)
      .attach('file', Buffer.from('x'), 'a');
    expect(answer.status).toBe(415);
  });
});
