// The past of an older system is brought in from a CSV file: counted in its own weeks, told to nobody, safe to repeat.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportService, type ImportSummary } from '../../src/channels/index.js';
import { sql } from '../../src/platform/database/index.js';
import { WeeklyReads } from '../../src/voc/index.js';
import { type Person, World } from '../world/world.js';
import { figuresAndLists, weekOf } from '../voc/inquiries.js';

let world: World;
let folder: string;
let doyun: Person;

const COLUMNS = [
  'external_id',
  'company',
  'company_domain',
  'company_employees',
  'contact_name',
  'contact_email',
  'channel',
  'occurred_at',
  'body',
];

beforeEach(async () => {
  world = await World.open({ SESSION_DAYS: '365' });
  doyun = await world.staff('AGENT', '강도윤');
  folder = await mkdtemp(join(tmpdir(), 'hotline-import-'));
});
afterEach(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

type Row = Partial<Record<(typeof COLUMNS)[number], string>>;
const good = (id: string, rest: Row = {}): Row => ({
  external_id: id,
  company: '한빛전자',
  company_domain: 'hanbit.example',
  company_employees: '300',
  contact_name: '김민지',
  contact_email: 'minji@hanbit.example',
  channel: 'KAKAO',
  occurred_at: '2026-11-04T12:00:00+09:00',
  body: `알림을 어디에서 설정하나요? ${id}`,
  ...rest,
});
const quoted = (cells: string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
const line = (row: Row): string => quoted(COLUMNS.map((name) => row[name] ?? ''));

async function file(lines: string[], header = COLUMNS.join(','), start = ''): Promise<string> {
  const path = join(folder, 'history.csv');
  await writeFile(path, `${start}${[header, ...lines].join('\r\n')}\r\n`);
  return path;
}
const bring = (path: string, rest: object = {}): Promise<ImportSummary> =>
  world.app.get(ImportService).bringFile(path, { source: 'old-desk', ...rest });
const count = async (
  table: 'thread' | 'message' | 'voc_item' | 'company' | 'person' | 'space' | 'mail',
): Promise<number> => {
  const [row] = await world.rows<Record<string, number>>(sql`
    select (select count(*) from hotline.thread) as thread, (select count(*) from hotline.message) as message,
      (select count(*) from hotline.voc_item) as voc_item, (select count(*) from hotline.company) as company,
      (select count(*) from hotline.person) as person, (select count(*) from hotline.space) as space, (select count(*) from hotline.mail) as mail`);
  return row?.[table] ?? -1;
};
const states = async () =>
  Object.fromEntries(
    await Promise.all(
      (['thread', 'message', 'voc_item', 'company', 'person', 'space', 'mail'] as const).map(
        async (table) => [table, await count(table)],
      ),
    ),
  );

/** 28 good rows of four companies, and among them twelve that are wrong, each in its own way. */
const HISTORY: [row: string, problem: RegExp | null][] = [
  ...Array.from({ length: 10 }, (_, n) => [line(good(`h${n}`)), null] as [string, null]),
  [line(good('bad-cell', { body: '  ' })), /^body: is empty$/],
  [line(good('bad-date', { occurred_at: '04.11.2026' })), /^occurred_at: '04\.11\.2026' is no date/],
  [
    line(good('no-such-day', { occurred_at: '2026-13-45T00:00:00Z' })),
    /^occurred_at: '2026-13-45T00:00:00Z' is no date/,
  ],
  [line(good('two-ways', { occurred_at: '11/4/2026 12:00' })), /^occurred_at: .* is no date/],
  [
    line(good('future', { occurred_at: '2026-11-18T05:00:01Z' })),
    /^occurred_at: '2026-11-18T05:00:01Z' lies in the future$/,
  ],
  // The Monday border in Seoul: the last moment of W45 and the first of W46.
  [line(good('sunday', { occurred_at: '2026-11-08T14:59:59.999Z' })), null],
  [line(good('monday', { occurred_at: '2026-11-08T15:00:00.000Z' })), null],
  [line(good('just-now', { occurred_at: '2026-11-18T05:00:00Z', channel: ' phone ' })), null],
  [line(good('bad-channel', { channel: 'PIGEON' })), /^channel: 'PIGEON' is none of HOTLINE, /],
  [
    line(good('bad-mail', { contact_email: 'minji at hanbit' })),
    /^contact_email: 'minji at hanbit' is no e-mail address$/,
  ],
  [line(good('h3', { body: '다른 말' })), /^external_id: 'h3' stands in line 5 already$/],
  [`${line(good('long-row'))},"one more"`, /^has 10 cells instead of 9$/],
  [quoted(['short-row', '한빛전자']), /^has 2 cells instead of 9$/],
  [line(good('nul', { body: '앞\u0000뒤' })), /^body: holds characters that cannot be stored$/],
  [line(good('bad-domain', { company_domain: 'no domain' })), /^company_domain: 'no domain' is no domain/],
  [line(good('bad-size', { company_employees: 'many' })), /^company_employees: 'many' is no whole number/],
  // A small company, and the same person in two companies.
  ...['s1', 's2', 's3'].map(
    (id) =>
      [
        line(
          good(id, {
            company: '달빛서점',
            company_domain: 'dalbit.example',
            company_employees: '8',
            contact_name: '이수진',
            contact_email: 'Sujin@Dalbit.example',
          }),
        ),
        null,
      ] as [string, null],
  ),
  [
    line(
      good('o1', {
        company: 'Orrinvale',
        company_domain: 'orrinvale.example',
        contact_name: 'Hanna',
        contact_email: 'hanna@orrinvale.example',
        body: 'Where do deleted files go?',
      }),
    ),
    null,
  ],
  ...['d1', 'd2'].map(
    (id, n) =>
      [
        line(
          good(id, {
            company: n ? '다솜' : '푸른유통',
            company_domain: n ? 'dasom.example' : 'pureun.example',
            contact_name: '정해솔',
            contact_email: 'haesol@dasom.example',
          }),
        ),
        null,
      ] as [string, null],
  ),
  ...Array.from(
    { length: 9 },
    (_, n) =>
      [
        line(
          good(`e${n}`, { channel: 'EMAIL', occurred_at: '2026-11-10T12:00:00Z', company_employees: '300' }),
        ),
        null,
      ] as [string, null],
  ),
];
const LINES = HISTORY.map(([row]) => row);
const GOOD = HISTORY.filter(([, problem]) => !problem).length;

describe('a history', () => {
  it('comes in row by row: the right ones are brought, the wrong ones listed by line with their reason', async () => {
    const summary = await bring(await file(LINES));
    expect([summary.rows, summary.imported, summary.already, summary.conflicts]).toEqual([
      LINES.length,
      GOOD,
      0,
      [],
    ]);
    const wrong = HISTORY.flatMap(([, problem], index) => (problem ? [{ line: index + 2, problem }] : []));
    expect(summary.errors.map((each) => each.line)).toEqual(wrong.map((each) => each.line));
    for (const [index, { problem }] of wrong.entries())
      expect(summary.errors[index]?.reason).toMatch(problem);
    expect(await count('thread')).toBe(GOOD);
    expect(await count('message')).toBe(GOOD);
    expect(await count('voc_item')).toBe(GOOD);
  });

  it('makes companies by domain, people by address, and a space whatever the size', async () => {
    await bring(await file(LINES));
    const rows = await world.rows<{ name: string; reason: string | null; members: string[] }>(sql`
      select company.name, space.reason, array(select person.name || ' ' || member.role from hotline.space_member member
        join hotline.person person on person.id = member.person_id where member.space_id = space.id order by 1) as members
      from hotline.company join hotline.space on space.company_id = company.id order by company.name`);
    expect(rows).toEqual([
      { name: 'Orrinvale', reason: null, members: ['Hanna OWNER'] },
      { name: '다솜', reason: null, members: ['정해솔 OWNER'] },
      { name: '달빛서점', reason: 'imported history', members: ['이수진 OWNER'] },
      { name: '푸른유통', reason: null, members: ['정해솔 OWNER'] },
      { name: '한빛전자', reason: null, members: ['김민지 OWNER'] },
    ]);
    expect(await count('company')).toBe(5);
    const people = await world.rows<{ email: string; locale: string }>(
      sql`select email, locale from hotline.person where staff_role is null order by email`,
    );
    expect(people).toEqual([
      { email: 'haesol@dasom.example', locale: 'ko' },
      { email: 'hanna@orrinvale.example', locale: 'en' },
      { email: 'minji@hanbit.example', locale: 'ko' },
      { email: 'sujin@dalbit.example', locale: 'ko' },
    ]);
  });

  it('is closed and marked, out of the inbox and unread, and told to nobody', async () => {
    const watching = await doyun.watch();
    await bring(await file(LINES));
    await world.jobs();
    expect(world.mails.sent).toEqual([]);
    expect(await count('mail')).toBe(0);
    const company = await world.company('나중 회사');
    const contact = await world.contact(company, '나중');
    const { thread } = await contact.do(
      'openThread',
      { spaceId: company.spaceId, body: '새 질문' },
      'thread { id }',
    );
    await watching.until((event) => event.data.hints.threadId === thread.id);
    const hints = watching.heard.map(
      (event) => (event as { data: { hints: { kind: string; spaceId: string } } }).data.hints,
    );
    // Of the import itself: that it got on, and that figures changed; of none of its threads and spaces.
    const others = hints.filter(({ kind }) => !['IMPORT', 'VOC'].includes(kind));
    expect(new Set(others.map(({ spaceId }) => spaceId))).toEqual(new Set([company.spaceId]));

    const { queueCounts } = await doyun.get(
      'query { queueCounts { all mine unassigned unread waitingForUs } }',
    );
    expect(queueCounts).toEqual({ all: 1, mine: 0, unassigned: 1, unread: 1, waitingForUs: 1 });
    const { threads } = await doyun.get(
      'query { threads(queue: CLOSED, first: 100) { edges { node { state imported unread channel messageCount assignee { name } } } } }',
    );
    expect(threads.edges).toHaveLength(GOOD);
    for (const { node } of threads.edges)
      expect(node).toMatchObject({
        state: 'CLOSED',
        imported: true,
        unread: 0,
        messageCount: 1,
        assignee: null,
      });
  });

  it('counts in its own weeks, over the Monday border, by its channels', async () => {
    await bring(await file(LINES));
    const weeks: Record<string, number> = {};
    for (const name of ['2026-W44', '2026-W45', '2026-W46', '2026-W47']) {
      weeks[name] = (await weekOf(doyun, name)).total;
      const { figures, lists } = await figuresAndLists(doyun, name);
      expect(figures).toEqual(lists);
    }
    expect(weeks).toEqual({ '2026-W44': 0, '2026-W45': 17, '2026-W46': 10, '2026-W47': 1 });
    expect((await weekOf(doyun, '2026-W46')).channels).toEqual([
      { channel: 'EMAIL', count: 9 },
      { channel: 'KAKAO', count: 1 },
    ]);
    expect((await weekOf(doyun, '2026-W47')).channels).toEqual([{ channel: 'PHONE', count: 1 }]);
    expect(await world.app.get(WeeklyReads).differences()).toEqual([]);
  });

  it('is what its people find when they sign in, and goes on from there', async () => {
    await bring(await file([line(good('h1', { body: '예전 질문' }))]));
    const [row] = await world.rows<{
      id: string;
      handle: string;
    }>(sql`select person.id, company.handle from hotline.person
      cross join hotline.company where person.email = 'minji@hanbit.example'`);
    const minji = await world.signedIn(row?.id ?? '', 'minji@hanbit.example', row?.handle ?? '');
    const { threads } = await minji.get('query { threads { edges { node { id heading state imported } } } }');
    expect(threads.edges.map(({ node }: { node: object }) => node)).toEqual([
      expect.objectContaining({ heading: '예전 질문', state: 'CLOSED', imported: true }),
    ]);
    const { thread } = await minji.do(
      'postMessage',
      { threadId: threads.edges[0].node.id, body: '이어서 물어요' },
      'thread { state imported follows { heading } }',
    );
    expect(thread).toEqual({ state: 'OPEN', imported: false, follows: { heading: '예전 질문' } });
  });
});

describe('brought again', () => {
  it('changes nothing', async () => {
    const path = await file(LINES);
    await bring(path);
    const [before, weeks] = [await states(), await weekOf(doyun, '2026-W45')];
    const again = await bring(path);
    expect([again.imported, again.already, again.conflicts]).toEqual([0, GOOD, []]);
    expect(await states()).toEqual(before);
    expect(await weekOf(doyun, '2026-W45')).toEqual(weeks);
  });

  it('at the same moment twice, it comes in once', async () => {
    const path = await file(LINES);
    const both = await Promise.all([bring(path), bring(path)]);
    expect(both.reduce((sum, { imported }) => sum + imported, 0)).toBe(GOOD);
    expect(both.reduce((sum, { already }) => sum + already, 0)).toBe(GOOD);
    expect([await count('thread'), await count('voc_item'), await count('company')]).toEqual([GOOD, GOOD, 5]);
  });

  it('lists a row that changed since as a conflict and never overwrites it; new rows come in', async () => {
    await bring(await file([line(good('h1')), line(good('h2'))]));
    const changed = await bring(
      await file([line(good('h1', { body: '고쳐진 말' })), line(good('h2')), line(good('h3'))]),
    );
    expect([changed.imported, changed.already]).toEqual([1, 1]);
    expect(changed.conflicts).toEqual([
      { line: 2, reason: expect.stringContaining("'h1' was imported before with other content") },
    ]);
    const { vocItems } = await doyun.get('query { vocItems { totalCount edges { node { quote } } } }');
    expect(vocItems.totalCount).toBe(3);
    expect(JSON.stringify(vocItems)).not.toContain('고쳐진');
  });

  it('from another source, the same id is another row', async () => {
    const path = await file([line(good('h1'))]);
    await bring(path);
    const other = await bring(path, { source: 'phone-log' });
    expect([other.imported, await count('thread')]).toEqual([1, 2]);
  });

  it('gives nobody back an access that was taken from them', async () => {
    await bring(
      await file([
        line(good('h1')),
        line(good('h2', { contact_name: '박서준', contact_email: 'seojun@hanbit.example' })),
      ]),
    );
    const { people } = await doyun.get('query { people(search: "seojun@") { edges { node { id } } } }');
    const { companies } = await doyun.get('query { companies { edges { node { id } } } }');
    const gone = { companyId: companies.edges[0].node.id, personId: people.edges[0].node.id };
    await doyun.do('removeContact', gone, 'done');
    const more = await bring(
      await file([line(good('h9', { contact_name: '박서준', contact_email: 'seojun@hanbit.example' }))]),
    );
    expect(more.imported).toBe(1);
    expect(await doyun.refused('removeContact', gone, 'done')).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('interrupted', () => {
  it('after the first part, that part stays whole, and the next run goes on where it was', async () => {
    const many = Array.from({ length: 730 }, (_, n) => line(good(`m${n}`, { body: `질문 ${n}` })));
    const path = await file(many);
    const cut = new Error('The power went out.');
    const seen: number[] = [];
    await expect(
      bring(path, {
        onProgress: ({ imported }: ImportSummary) => {
          seen.push(imported);
          throw cut;
        },
      }),
    ).rejects.toBe(cut);
    expect(seen).toEqual([500]);
    expect([await count('thread'), await count('message'), await count('voc_item')]).toEqual([500, 500, 500]);
    expect((await weekOf(doyun, '2026-W45')).total).toBe(500);
    const resumed = await bring(path);
    expect([resumed.rows, resumed.already, resumed.imported, resumed.errors]).toEqual([730, 500, 230, []]);
    expect([await count('thread'), await count('voc_item'), (await weekOf(doyun, '2026-W45')).total]).toEqual(
      [730, 730, 730],
    );
    expect(await world.app.get(WeeklyReads).differences()).toEqual([]);
  }, 90_000);
});

describe('the file', () => {
  it('without some of the columns is refused, and they are named', async () => {
    const path = await file(
      [quoted(['h1', '한빛전자', 'hanbit.example', '김민지', 'minji@hanbit.example', '2026-11-04', '말'])],
      'external_id,company,company_domain,contact_name,contact_email,occurred_at,body',
    );
    await expect(bring(path)).rejects.toMatchObject({
      code: 'INVALID',
      reason: 'COLUMNS',
      message: expect.stringMatching(/: channel\.$/),
    });
    expect(await count('thread')).toBe(0);
  });

  it('that is empty, or is none, is refused', async () => {
    const path = join(folder, 'empty.csv');
    await writeFile(path, '');
    await expect(bring(path)).rejects.toMatchObject({ code: 'INVALID', reason: 'EMPTY_FILE' });
    await expect(bring(folder)).rejects.toThrow(/EISDIR/);
    await expect(bring(join(folder, 'nowhere.csv'))).rejects.toThrow(/ENOENT/);
  });

  it('may begin with a byte order mark, name its columns in another order and capitals, and hold others', async () => {
    const names = [
      'Body',
      'OCCURRED_AT',
      'channel',
      'contact_email',
      'contact_name',
      'company_employees',
      'company_domain',
      'company',
      'external_id',
      'language',
      'mood',
    ];
    const row = good('h1', { body: '첫 질문' });
    const cells = [...[...COLUMNS].reverse().map((name) => row[name] ?? ''), 'en', 'grumpy'];
    const summary = await bring(await file([quoted(cells)], names.join(','), '\uFEFF'));
    expect(summary).toMatchObject({ imported: 1, errors: [] });
    const [person] = await world.rows<{ locale: string }>(
      sql`select locale from hotline.person where email = 'minji@hanbit.example'`,
    );
    expect(person?.locale).toBe('en');
  });

  it('may hold line breaks, commas and quotes inside a cell; the lines after it keep their numbers', async () => {
    const bodies = ['첫 줄, 그리고\n둘째 "줄"\n\n넷째 줄', '창에서\r\n온 줄'];
    const rows = [
      line(good('h1', { body: bodies[0] })),
      '',
      line(good('h2', { channel: 'PIGEON' })),
      line(good('h3', { body: bodies[1] })),
    ];
    const summary = await bring(await file(rows));
    expect(summary).toMatchObject({ rows: 3, imported: 2 });
    // Header, four lines of the cell, an empty one: the wrong row stands in the seventh line.
    expect(summary.errors.map((each) => each.line)).toEqual([7]);
    const kept = await world.rows<{ body: string }>(sql`select body from hotline.message order by seq, id`);
    expect(kept.map(({ body }) => body).sort()).toEqual([...bodies].sort());
  });

  it('whose last cell is never closed is refused with the line, and comes in once it is mended', async () => {
    const rows = [line(good('h1')), line(good('h2'))];
    await expect(bring(await file([...rows, '"h3,한빛전자']))).rejects.toThrow(/quote.* line/i);
    expect(await bring(await file([...rows, line(good('h3'))]))).toMatchObject({
      rows: 3,
      errors: [],
      conflicts: [],
    });
    expect(await count('thread')).toBe(3);
  });
});
