// What is taken of a file: by its bytes, under a harmless name, and of a picture nothing but the picture.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { newId } from '../../src/platform/database/ids.js';
import { Refusal } from '../../src/platform/errors.js';
import { joinFileName, splitFileName } from '../../src/platform/files/file-name.js';
import { DiskFiles, Incoming, disposition, inspect, servedAs } from '../../src/platform/files/index.js';
import { hugePng, movingGif, pdf, photo, png, xlsx, zip } from '../world/files.js';

const cleaned = (name: string): string => joinFileName(...splitFileName(name));
const reasonOf = async (name: string, bytes: Buffer): Promise<string> => {
  try {
    await inspect(bytes, name);
    return 'taken';
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).code).toBe('INVALID');
    return (error as Refusal).reason;
  }
};

describe('names', () => {
  it.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\boot.log', 'boot.log'],
    ['a\r\nSet-Cookie: x.PNG', 'aSet-Cookie x.png'],
    ['invoice\u202Egnp.html', 'invoicegnp.html'],
    ['\u0000\u0007hidden.png', 'hidden.png'],
    ['   .png', 'file.png'],
    ['...png', 'file.png'],
    [`${'e\u0301'}.pdf`, 'é.pdf'],
    ['\uD800half.txt', '\uFFFDhalf.txt'],
    ['오류 화면 (1).PNG', '오류 화면 (1).png'],
  ])('%j becomes %j', (given, kept) => {
    // A colon is no path and no line: it may stay.
    expect(cleaned(given).replace(':', '')).toBe(kept);
  });

  it('are cut without losing the extension', () => {
    const name = cleaned(`${'가'.repeat(400)}.xlsx`);
    expect([...name]).toHaveLength(200);
    expect(name.endsWith('가.xlsx')).toBe(true);
  });

  it('reach the header only as one quoted word and one encoded', () => {
    expect(disposition('attachment', `견적 "50%" 'A'.pdf`)).toBe(
      `attachment; filename="${'_'.repeat(Buffer.from('견적'.normalize('NFKD'), 'utf16le').length / 2)} _50__ 'A'.pdf"; filename*=UTF-8''%EA%B2%AC%EC%A0%81%20%2250%25%22%20%27A%27.pdf`,
    );
  });
});

describe('kinds', () => {
  it('are what the bytes say, in agreement with the name', async () => {
    const picture = await png();
    expect(await reasonOf('a.png', picture)).toBe('taken');
    expect(await reasonOf('a.jpg', picture)).toBe('MISMATCH');
    expect(await reasonOf('a.pdf', picture)).toBe('MISMATCH');
    expect(await reasonOf('a.txt', picture)).toBe('MISMATCH');
    expect(await reasonOf('a.png', pdf())).toBe('MISMATCH');
    expect(await reasonOf('a.png', Buffer.from('<script>alert(1)</script>'))).toBe('MISMATCH');
    expect(await reasonOf('a.docx', xlsx())).toBe('MISMATCH');
    expect(await reasonOf('a.zip', xlsx())).toBe('MISMATCH');
    expect(await reasonOf('a.hwp', xlsx())).toBe('MISMATCH');
  });

  it.each(['exe', 'js', 'docm', 'jar', 'tiff', 'constructor', '__proto__'])(
    'do not include .%s',
    async (ending) => {
      expect(await reasonOf(`a.${ending}`, Buffer.from('MZ anything'))).toBe('TYPE');
    },
  );

  it('say of HEIC what to do', async () => {
    expect(await reasonOf('IMG_1.HEIC', Buffer.from('anything'))).toBe('HEIC');
  });

  it('include documents, archives and Korean word processing', async () => {
    const cfb = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('HWP Document File'),
    ]);
    expect((await inspect(xlsx(), '집계.xlsx')).mediaType).toContain('spreadsheetml');
    expect((await inspect(pdf(), 'a.pdf')).mediaType).toBe('application/pdf');
    expect((await inspect(zip({ 'a.txt': 'x' }), 'a.zip')).mediaType).toBe('application/zip');
    expect((await inspect(cfb, '공문.hwp')).mediaType).toBe('application/vnd.hancom.hwp');
    expect(await reasonOf('공문.hwp', cfb.subarray(0, 600))).toBe('MISMATCH');
    const hwpx = zip({ mimetype: 'application/hwp+zip', 'Contents/section0.xml': '<x/>' }, false);
    expect((await inspect(hwpx, '공문.hwpx')).mediaType).toBe('application/vnd.hancom.hwpx');
  });

  it('take text only in UTF-8, whatever its words begin with', async () => {
    expect(await reasonOf('a.csv', Buffer.from('이름,수\n가,1\n'))).toBe('taken');
    expect(await reasonOf('a.log', Buffer.from('\u001b[31mBM error\u001b[0m\r\n'))).toBe('taken');
    expect(await reasonOf('a.csv', Buffer.from([0xc0, 0xcc, 0xb8, 0xa7]))).toBe('NOT_TEXT');
    expect(await reasonOf('a.txt', Buffer.from('a\u0000b'))).toBe('NOT_TEXT');
  });

  it('give a pasted picture without an extension the one of its bytes', async () => {
    expect((await inspect(await png(), 'image')).name).toBe('image.png');
  });

  it('never name to a browser what it might run', () => {
    for (const type of ['text/html', 'image/svg+xml', 'application/xml'])
      expect(servedAs(type)).toBe('application/octet-stream');
  });
});

describe('pictures', () => {
  it('stand upright and carry neither place nor maker nor name', async () => {
    const given = await photo();
    expect((await sharp(given).metadata()).exif?.toString('latin1')).toContain('TelephoneMaker');
    expect(given.toString('latin1')).toContain('Secret Name');
    const { bytes, width, height, thumbnail } = await inspect(given, '사진.jpg');
    // Orientation 6: what lay on its side stands.
    expect([width, height]).toEqual([40, 60]);
    const facts = await sharp(bytes).metadata();
    expect([facts.width, facts.height, facts.exif, facts.xmp, facts.iptc, facts.orientation]).toEqual([
      40,
      60,
      ...Array(4).fill(undefined),
    ]);
    for (const each of [bytes, thumbnail]) {
      expect(each?.toString('latin1')).not.toMatch(/TelephoneMaker|Secret Name|Exif|GPS/);
    }
    expect((await sharp(thumbnail ?? undefined).metadata()).format).toBe('webp');
  });

  it('get a small one of at most 480 pixels', async () => {
    const { thumbnail } = await inspect(await png(2_000, 1_000), 'a.png');
    const { width, height } = await sharp(thumbnail ?? undefined).metadata();
    expect([width, height]).toEqual([480, 240]);
  });

  it('go on moving, without comments and without what hangs behind them', async () => {
    const { bytes } = await inspect(await movingGif(), 'a.gif');
    const facts = await sharp(bytes, { pages: -1 }).metadata();
    expect([facts.pages, facts.delay, facts.loop]).toEqual([2, [100, 100], 0]);
    expect(bytes.toString('latin1')).not.toMatch(/secret-word|script/);
  });

  it('move as WebP too, and say the size of one frame', async () => {
    const gif = (await inspect(await movingGif(), 'a.gif')).bytes;
    const webp = await sharp(gif, { animated: true }).webp().toBuffer();
    const { bytes, height } = await inspect(webp, 'a.webp');
    expect(height).toBe(8);
    expect((await sharp(bytes).metadata()).pages).toBe(2);
  });

  it.each([
    [50_000, 50_000],
    [100_000, 700],
  ])('of %i × %i pixels are refused before they are drawn', async (width, height) => {
    const began = process.memoryUsage().rss;
    expect(await reasonOf('bomb.png', hugePng(width, height))).toBe('PIXELS');
    expect(process.memoryUsage().rss - began).toBeLessThan(100_000_000);
  });

  it('that are damaged are refused with a word for it', async () => {
    const picture = await png(300, 300);
    expect(await reasonOf('a.png', picture.subarray(0, 60))).toBe('PICTURE');
    expect(await reasonOf('a.gif', (await movingGif()).subarray(0, 60))).toBe('PICTURE');
    expect(await reasonOf('a.jpg', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(500)]))).toBe(
      'PICTURE',
    );
  });
});

it('an archive that unpacks to a thousand times its size is looked at in no time and kept as it is', async () => {
  const bomb = Buffer.alloc(64_000_000);
  const [archive, sheet] = [zip({ 'zeros.txt': bomb }), xlsx(bomb)];
  const began = performance.now();
  expect((await inspect(archive, 'a.zip')).bytes).toBe(archive);
  expect((await inspect(sheet, 'a.xlsx')).bytes).toBe(sheet);
  expect(performance.now() - began).toBeLessThan(1_000);
});

describe('on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-files-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const store = new DiskFiles(join(folder, 'kept'));
  const files = (place: string): string[] =>
    readdirSync(join(folder, place), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  async function* breaking(): AsyncGenerator<Buffer> {
    yield Buffer.from('half');
    throw new Error('the line went dead');
  }

  it('a file is kept under its key, given back, replaced and removed', async () => {
    const key = newId();
    await store.put(key, Buffer.from('one'));
    await store.put(key, Readable.from([Buffer.from('two')]));
    expect(String(await buffer((await store.get(key)) ?? Readable.from([])))).toBe('two');
    expect(files('kept')).toEqual([key]);
    await store.remove(key);
    await store.remove(key);
    expect(await store.get(key)).toBeNull();
  });

  it('a file is there whole or not at all', async () => {
    const key = newId();
    await expect(store.put(key, Readable.from(breaking()))).rejects.toThrow('dead');
    expect(await store.get(key)).toBeNull();
    expect(files('kept')).toEqual([]);
  });

  it.each(['../../etc/passwd', 'a', '', `${newId()}/../x`, `${newId()}.exe`])('%j is no key', async (key) => {
    await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('no key');
    await expect(store.get(key)).rejects.toThrow('no key');
  });

  it('what comes in is gone again however it ends, and only two are looked into at once', async () => {
    const incoming = new Incoming(join(folder, 'incoming'), 10);
    const receive = (text: string, work = async (bytes: Buffer) => String(bytes)) =>
      incoming.receive(Readable.from([Buffer.from(text)]), work);
    expect(await receive('in time')).toBe('in time');
    await expect(receive('longer than ten')).rejects.toMatchObject({ reason: 'TOO_LARGE' });
    await expect(receive('')).rejects.toMatchObject({ reason: 'EMPTY' });
    await expect(incoming.receive(Readable.from(breaking()), async () => {})).rejects.toMatchObject({
      reason: 'BROKEN_OFF',
    });
    let [now, most] = [0, 0];
    let second = (): void => {};
    const two = new Promise<void>((resolve) => (second = resolve));
    const work = async () => {
      most = Math.max(most, ++now);
      if (now === 2) second();
      // The first one waits for a companion, so that two are at work at once whatever the machine does.
      await two;
      now--;
      return '';
    };
    await Promise.all(Array.from({ length: 8 }, () => receive('x', work)));
    expect(most).toBe(2);
    expect(files('incoming')).toEqual([]);
  });
});
