// A published report leaves the product: as PDF, XLSX and CSV, and as a letter with its charts.
import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { system } from '../../src/platform/actor.js';
import { Database, sql } from '../../src/platform/database/index.js';
import { HOUR, MINUTE } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';
import { CATEGORIES, bring } from './inquiries.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let seoyeon: Person;
let wonjae: Person;
let emma: Person;
let quiet: Person;
let reportId: string;

const WEEK = '2026-W46';
/** Monday 09:00 in Seoul. */
const MORNING = '2026-11-16T00:00:00Z';
const EVIL = '=HYPERLINK("http://evil.example";"여기")';

const mailsTo = (who: Person) => world.mails.sent.filter(({ to }) => to === who.email);

beforeAll(async () => {
  world = await World.open({ SESSION_DAYS: '365' });
  world.clock.set(MORNING);
  company = await world.company('@한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  seoyeon = await world.staff('LEAD', '한서연');
  wonjae = await world.staff('PLANNER', '하원재');
  emma = await world.staff('ADMIN', 'Emma Clarke');
  quiet = await world.staff('PLANNER', '조용한');
  await world.app
    .get(Database)
    .transact(system, (tx) => tx.sql(sql`update hotline.person set locale = 'en' where id = ${emma.uuid}`));
  await quiet.do(
    'chooseNotification',
    { kind: 'REPORT_PUBLISHED', inApp: true, mail: false },
    'settings { kind }',
  );
  await bring(
    world,
    CATEGORIES.flatMap((category, index) =>
      Array.from({ length: index + 1 }, (_, n) => ({
        company,
        person: minji,
        at: new Date(Date.parse('2026-11-09T01:00:00Z') + (index * 5 + n) * HOUR),
        category,
        body: index === 4 && n === 0 ? EVIL : `${category} 문의 ${n}: 한글과 English가 함께 있어요`,
      })),
    ),
  );
  const { vocItems } = await wonjae.get(
    `{ vocItems(week: "${WEEK}", category: DEFECT, first: 5) { edges { node { id } } } }`,
  );
  const { report } = await seoyeon.do('draftReport', { week: WEEK }, 'report { id version }');
  await seoyeon.do(
    'editReport',
    {
      reportId: report.id,
      version: report.version,
      headline: '계정 문의가 가장 많았어요',
      comments: [{ category: 'DEFECT', text: '두 건 모두 같은 원인이에요.' }],
      quoteIds: vocItems.edges.map(({ node }: { node: { id: string } }) => node.id),
    },
    'report { id }',
  );
  reportId = report.id;
});
afterAll(() => world.close());

/** The files of a ZIP archive by name, as text. */
function unzip(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + size);
    const text = (method === 8 ? inflateRawSync(packed) : packed).toString('utf8');
    files.set(bytes.toString('utf8', at + 46, at + 46 + (name ?? 0)), text);
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

describe('the files', () => {
  it.each(['ko', 'en'])('of a draft are there already, and say so: PDF in %s', async (locale) => {
    const { status, bytes, headers } = await wonjae.download(`/reports/${WEEK}.pdf?locale=${locale}`);
    expect([status, headers['content-type'], bytes.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    expect(headers['content-disposition']).toContain(`voc-${WEEK}.pdf`);
    // Our own letters are inside, and only those that occur.
    expect(bytes.toString('latin1')).toMatch(/\/BaseFont \/[A-Z]{6}\+Pretendard-Regular/);
    expect(bytes.length).toBeLessThan(400_000);
  });

  it('CSV has every figure; no cell can be taken for a formula', async () => {
    const { bytes } = await wonjae.download(`/reports/${WEEK}.csv?locale=en`);
    const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.find(({ dimension }) => dimension === 'TOTAL')).toMatchObject({
      count: '15',
      state: 'DRAFT',
    });
    expect(
      rows.filter(({ dimension }) => dimension === 'CATEGORY').map(({ count }) => Number(count)),
    ).toEqual([1, 2, 3, 4, 5]);
    expect(rows.find(({ dimension }) => dimension === 'COMPANY')?.name).toBe(`'@한빛전자`);
  });

  it('XLSX has figures, breakdowns and the items; no cell is a formula, and what looks like one is text', async () => {
    const { bytes, headers } = await wonjae.download(`/reports/${WEEK}.xlsx?locale=ko`);
    expect(headers['content-type']).toMatch(/spreadsheetml/);
    const files = unzip(bytes);
    expect([...files.keys()].filter((name) => /sheet\d+\.xml$/.test(name))).toHaveLength(3);
    const all = [...files.values()].join('\n');
    expect(all).not.toMatch(/<f[ >]/);
    expect(all).toMatch(/>('|&apos;|&#39;)=HYPERLINK/);
    expect(all).not.toMatch(/>=HYPERLINK/);
    expect(all).not.toMatch(/>@한빛전자/);
    expect(all).toContain('사용 문의');
  });

  it('are for staff: a contact and a stranger are refused, and what is no week is not found', async () => {
    expect((await minji.download(`/reports/${WEEK}.pdf`)).status).toBe(403);
    expect((await world.stranger().download(`/reports/${WEEK}.csv`)).status).toBe(401);
    expect((await wonjae.download('/reports/2026-W40.pdf')).status).toBe(404);
    expect((await wonjae.download('/reports/..%2F..%2Fetc.pdf')).status).toBe(404);
    expect((await wonjae.download(`/reports/${WEEK}.exe`)).status).toBe(404);
    expect((await wonjae.download('/reports/2026-W60.pdf')).status).toBe(400);
  });
});

describe('the letter', () => {
  beforeAll(async () => {
    await world.jobs();
    expect(mailsTo(wonjae)).toEqual([]);
    await seoyeon.do('publishReport', { reportId, version: 2 }, 'report { state }');
    await world.jobs();
  });

  it('comes after publishing, to planners, leads and administrators who want it, once each', async () => {
    const told = [wonjae, seoyeon, emma].map((who) =>
      mailsTo(who).filter(({ subject }) => subject.includes(WEEK)),
    );
    expect(told.map((mails) => mails.length)).toEqual([1, 1, 1]);
    expect([mailsTo(doyun), mailsTo(quiet)]).toEqual([[], []]);
    // The job that runs again, as after a crash, writes to nobody twice.
    const [row] = await world.rows<{ id: string }>(sql`select id from hotline.report`);
    await world.app.get(Database).transact(system, async (tx) => {
      tx.enqueue('tellOfReportWhenPublished', { reportId: row?.id });
    });
    await world.later(5 * MINUTE);
    expect(mailsTo(wonjae).filter(({ subject }) => subject.includes(WEEK))).toHaveLength(1);
  });

  it('speaks the reader’s language and has the figures also in words', () => {
    const ko = world.mails.to(wonjae.email);
    expect(ko.subject).toBe(`주간 VOC ${WEEK} · 계정 문의가 가장 많았어요`);
    expect(ko.text).toContain('이번 주에는 VOC 15건이 들어왔어요.');
    expect(ko.text).toContain('오류·장애 2 · 13% · +2');
    expect(ko.text).toContain('두 건 모두 같은 원인이에요.');
    expect(ko.text).toContain(`/weekly/${WEEK}`);
    expect(ko.off).toContain('/mail-off/');
    const en = world.mails.to(emma.email);
    expect(en.subject).toBe(`Weekly VOC ${WEEK} · 계정 문의가 가장 많았어요`);
    expect(en.text).toContain('15 VOC items came in this week; 0 the week before.');
    expect(en.text).toContain('Defect 2 · 13% · +2');
  });

  it('shows the charts as pictures in which the words are drawn', async () => {
    const { html, pictures } = world.mails.to(wonjae.email);
    expect(pictures.map(({ name }) => name)).toEqual(['categories.png', 'trend.png']);
    for (const { cid, bytes } of pictures) {
      expect(html).toContain(`src="cid:${cid}"`);
      const { width, format } = await sharp(bytes).metadata();
      expect([format, width]).toEqual(['png', 1120]);
    }
    // Names stand at the left of the first chart: without our font a renderer leaves them out, silently.
    const { data } = await sharp(pictures[0]?.bytes)
      .extract({ left: 0, top: 20, width: 200, height: 60 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data.filter((level) => level < 160).length).toBeGreaterThan(200);
  });

  it('is kept nowhere once it is sent', async () => {
    expect(
      await world.rows(
        sql`select id from hotline.mail where kind = 'REPORT' and (pictures is not null or body_html <> '')`,
      ),
    ).toEqual([]);
  });

  it('and in the app stands a line that leads to the report', async () => {
    const { notifications } = await quiet.get(
      '{ notifications { edges { node { kind report { week } actor { name } } } } }',
    );
    expect(notifications.edges.map(({ node }: { node: object }) => node)).toEqual([
      { kind: 'REPORT_PUBLISHED', report: { week: WEEK }, actor: { name: '한서연' } },
    ]);
    expect((await doyun.get('{ notifications { edges { node { id } } } }')).notifications.edges).toEqual([]);
    expect((await doyun.get('{ notificationSettings { kind } }')).notificationSettings).not.toContainEqual({
      kind: 'REPORT_PUBLISHED',
    });
  });
});
