// An administrator brings a file of history in: upload, columns, dry run, run, errors, and back out again.
import { RunningService } from '../../src/channels/index.js';
import { sql } from '../../src/platform/database/index.js';
import { WeeklyReads } from '../../src/voc/index.js';
import { uuidOf } from '../attacks/stage.js';
import { weekOf } from '../voc/inquiries.js';
import { type Person, World } from '../world/world.js';
import { Bringing, type Line, cp949, csv, right } from './import-files.js';

let world: World;
let admin: Person;
let agent: Person;

beforeEach(async () => {
  world = await World.open();
  admin = await world.staff('ADMIN', '박관리');
  agent = await world.staff('AGENT', '강도윤');
});
afterEach(() => world.close());

const COUNTED = [
  'thread',
  'message',
  'voc_item',
  'company',
  'space',
  'company_contact',
  'space_member',
  'import_row',
];

/** How many rows there are of everything an import makes; people without staff. */
async function counts(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of COUNTED) {
    const [row] = await world.rows<{ n: number }>({
      text: `select count(*)::int as n from hotline.${table}`,
      values: [],
    } as never);
    found[table] = row?.n ?? -1;
  }
  const [people] = await world.rows<{ n: number }>(
    sql`select count(*)::int as n from hotline.person where staff_role is null`,
  );
  return { ...found, person: people?.n ?? -1 };
}

const figuresAreRight = async () => expect(await world.app.get(WeeklyReads).differences()).toEqual([]);
const pair = ({ mapping }: any, field: string) => {
  const found = mapping.find((each: { field: string }) => each.field === field);
  return found?.column ?? found?.constant ?? null;
};
const upload = (bytes: Buffer | string, name?: string) => Bringing.upload(world, admin, bytes, name);

describe('what columns mean', () => {
  it('is proposed by Korean heads, shown in a preview with what is wrong in each cell, and corrected', async () => {
    const lines = [
      right(1, { 채널: '카카오톡', 분류: '오류·장애' }),
      right(2, { 이메일: 'minji at hanbit', 접수일시: '11/4/2026' }),
    ];
    const bringing = await upload(csv(lines));
    const now = await bringing.now();
    expect(now).toMatchObject({ state: 'UPLOADED', rows: 2, encoding: 'UTF-8', delimiter: ',', missing: [] });
    expect(now.mapping.map(({ field, column }: any) => [field, column])).toEqual([
      ['COMPANY', 1],
      ['CONTACT_NAME', 2],
      ['CONTACT_EMAIL', 3],
      ['CHANNEL', 4],
      ['DATE', 5],
      ['TITLE', 6],
      ['TEXT', 7],
      ['CATEGORY', 8],
      ['EXTERNAL_ID', 0],
    ]);
    const preview = await bringing.asks('importPreview', '{ line problem cells { field value problem } }');
    const cell = (row: number, field: string) => preview[row].cells.find((each: any) => each.field === field);
    expect(preview.map(({ line }: any) => line)).toEqual([2, 3]);
    expect(cell(0, 'DATE').value).toBe('2026-11-04T03:00:00.000Z');
    expect([cell(0, 'CHANNEL').value, cell(0, 'CATEGORY').value]).toEqual(['KAKAO', 'DEFECT']);
    expect(cell(1, 'CONTACT_EMAIL').problem).toContain('이메일 주소가 아니에요');
    expect(cell(1, 'DATE').problem).toContain('날짜로 읽을 수 없어요');
    const changed = await bringing.does('mapImport', {
      choices: [{ field: 'CHANNEL', constant: 'PHONE' }, { field: 'TITLE' }],
      source: '옛 상담 도구',
    });
    expect([pair(changed, 'CHANNEL'), pair(changed, 'TITLE'), changed.source]).toEqual([
      'PHONE',
      null,
      '옛 상담 도구',
    ]);
  });

  it('is told by content where heads say nothing; what is required and missing is named', async () => {
    const rows = ['a,b,c', '한빛전자,minji@hanbit.example,2026. 11. 4. 오후 3:05'];
    const bringing = await upload(rows.join('\n'));
    const now = await bringing.now();
    expect([pair(now, 'CONTACT_EMAIL'), pair(now, 'DATE')]).toEqual([1, 2]);
    expect(now.missing).toEqual(['COMPANY', 'CHANNEL', 'TEXT']);
    expect(now.abilities.check).toBe(false);
    expect(await admin.refused('checkImport', { importId: bringing.id }, 'import { id }')).toMatchObject({
      code: 'INVALID',
      reason: 'COLUMNS',
    });
    for (const choice of [
      { field: 'TEXT', column: 9 },
      { field: 'CHANNEL', constant: 'PIGEON' },
      { field: 'CONTACT_EMAIL', constant: 'a@b.example' },
    ]) {
      const input = { importId: bringing.id, choices: [choice] };
      expect((await admin.refused('mapImport', input, 'import { id }')).code).toBe('INVALID');
    }
  });

  it.each([
    ['semicolons, behind a mark', { delimiter: ';', start: '\uFEFF' }],
    ['tabs', { delimiter: '\t', end: '\n' }],
    ['Excel’s own first line', { delimiter: ';', start: 'sep=;\r\n' }],
  ])('is found in a file with %s', async (_what, form) => {
    const text = '첫 줄, 그리고; 둘째\t"줄"\n\n넷째 줄';
    const bringing = await upload(csv([right(1, { 내용: text }), right(2)], form));
    const done = await bringing.does('checkImport').then(() => bringing.does('runImport'));
    expect(done).toMatchObject({
      state: 'DONE',
      delimiter: form.delimiter,
      brought: { threads: 2, wrong: 0 },
    });
    const [row] = await world.rows<{ n: number }>(
      sql`select count(*)::int as n from hotline.message where body = ${text}`,
    );
    expect(row?.n).toBe(1);
  });

  it('is read from what Korean Excel writes (CP949), and from UTF-16', async () => {
    const plain = csv([right(1, { 내용: '똠방각하 펲시콜라를 샾에서' })]);
    const korean = await upload(cp949(plain));
    expect(await korean.now()).toMatchObject({ encoding: 'EUC-KR', missing: [] });
    const wide = await upload(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(plain, 'utf16le')]));
    expect(await wide.now()).toMatchObject({ encoding: 'UTF-16', missing: [] });
    await korean.does('checkImport');
    await korean.does('runImport');
    const [row] = await world.rows<{ body: string }>(sql`select body from hotline.message`);
    expect(row?.body).toBe('똠방각하 펲시콜라를 샾에서');
  });
});

describe('the dry run', () => {
  it('counts what would come and lists what is wrong, and changes nothing', async () => {
    const before = await counts();
    const lines: Line[] = [
      ...[1, 2, 3].map((n) => right(n)),
      right(4, { 고객사: '나다물류', 이메일: 'haesol@nada.example', 접수일시: '2026년 9월 1일' }),
      right(5, { 이메일: '=cmd|calc' }),
      right(6, { 접수일시: '2027-01-01' }),
      right(1),
    ];
    const bringing = await upload(csv(lines));
    expect(await bringing.does('checkImport')).toMatchObject({
      state: 'CHECKED',
      done: 7,
      figures: {
        threads: 4,
        companies: 2,
        people: 2,
        already: 0,
        changed: 0,
        wrong: 3,
        firstAt: '2026-08-31T15:00:00.000Z',
        lastAt: '2026-11-04T03:00:00.000Z',
      },
    });
    expect(await counts()).toEqual(before);
    const problems = await bringing.asks(
      'importProblems',
      '{ field column reason count line message }',
      'en',
    );
    expect(problems.map(({ field, reason, line }: any) => [field, reason, line])).toEqual([
      ['CONTACT_EMAIL', 'EMAIL', 6],
      ['DATE', 'FUTURE', 7],
      ['EXTERNAL_ID', 'TWICE', 8],
    ]);
    const [ko, en] = [await bringing.errors('ko'), await bringing.errors('en')];
    // Nothing in it is a formula to a spreadsheet.
    expect(ko).toContain("6,이메일,'=cmd|calc,");
    expect(ko).toContain('아직 오지 않은 날이에요');
    expect(en).toContain("8,문의번호,H-1,'H-1' stands in line 2 already");
  });

  it('can be stopped before it has begun, and is done anew when the columns change', async () => {
    const bringing = await upload(csv([right(1)]));
    await admin.do('checkImport', { importId: bringing.id }, 'import { state }');
    await admin.do('stopImport', { importId: bringing.id }, 'import { state }');
    await world.jobs();
    expect((await bringing.now()).state).toBe('UPLOADED');
    expect((await bringing.does('checkImport')).state).toBe('CHECKED');
    const mapped = await bringing.does('mapImport', { choices: [{ field: 'TITLE' }] });
    expect([mapped.state, mapped.figures, mapped.abilities.run]).toEqual(['UPLOADED', null, false]);
    expect(await admin.refused('runImport', { importId: bringing.id }, 'import { id }')).toMatchObject({
      code: 'CONFLICT',
      reason: 'IMPORT_STATE',
    });
  });
});

describe('the run', () => {
  it('brings the rows with their titles and the categories that people gave, and tells who watches', async () => {
    const watching = await admin.watch('kind');
    const bringing = await Bringing.whole(
      world,
      admin,
      csv([
        right(1, { 분류: '기능 요청' }),
        right(2),
        right(3, { 담당자: '', 이메일: 'new@gmail.com', 고객사: '새 회사' }),
      ]),
    );
    expect(await bringing.now()).toMatchObject({
      state: 'DONE',
      brought: { threads: 3, companies: 2, people: 2, wrong: 0 },
    });
    await watching.until((event) => event.data.hints.kind === 'IMPORT');
    const items = await world.rows<{ title: string; category: string; reviewed: boolean; name: string }>(sql`
      select thread.title, item.category, item.coded_by is not null as reviewed, person.name
      from hotline.voc_item item join hotline.thread thread on thread.id = item.thread_id
      join hotline.person person on person.id = item.person_id order by thread.title`);
    expect(items[0]).toEqual({ title: '문의 1', category: 'FEATURE', reviewed: true, name: '김민지' });
    expect(items.map(({ reviewed, name }) => [reviewed, name]).slice(1)).toEqual([
      [false, '김민지'],
      [false, 'new'],
    ]);
    await figuresAreRight();
    const { auditTrail } = await admin.get(
      '{ auditTrail(action: HISTORY_IMPORTED) { edges { node { otherName count actor { name } } } } }',
    );
    expect(auditTrail.edges[0].node).toEqual({ otherName: '문의.csv', count: 3, actor: { name: '박관리' } });
  });

  it('of the same file brings nothing a second time, with a number of their own or without', async () => {
    const file = csv([right(1), right(2), right(3)]);
    await Bringing.whole(world, admin, file);
    const before = await counts();
    const again = await (await Bringing.whole(world, admin, file)).now();
    expect(again.figures).toMatchObject({ threads: 0, already: 3, companies: 0, people: 0 });
    expect(again.brought).toMatchObject({ threads: 0, already: 3 });
    const unnumbered = await upload(file);
    await unnumbered.does('mapImport', { choices: [{ field: 'EXTERNAL_ID' }] });
    await unnumbered.does('checkImport');
    expect((await unnumbered.does('runImport')).brought.threads).toBe(3);
    const twice = await upload(file);
    await twice.does('mapImport', { choices: [{ field: 'EXTERNAL_ID' }] });
    expect((await twice.does('checkImport')).figures).toMatchObject({ threads: 0, already: 3 });
    expect((await counts()).thread).toBe((before.thread ?? 0) + 3);
    const changed = await upload(csv([right(1, { 내용: '고쳐진 말' })]));
    expect((await changed.does('checkImport')).figures).toMatchObject({ threads: 0, already: 0, changed: 1 });
    expect(await changed.errors('en')).toContain('was imported before with other content');
  });

  it('of 5,000 rows, killed in the middle, goes on where it was and brings no row twice', async () => {
    const people = (n: number): Line => ({
      고객사: `회사 ${n % 40}`,
      담당자: `담당 ${n % 90}`,
      이메일: `p${n % 90}@c${n % 40}.example`,
      접수일시: `2026-${String(1 + (n % 10)).padStart(2, '0')}-15 09:30`,
    });
    const lines = Array.from({ length: 5_000 }, (_, n) => right(n, people(n)));
    const bringing = await upload(csv(lines));
    expect((await bringing.does('checkImport')).figures).toMatchObject({
      threads: 5_000,
      companies: 40,
      wrong: 0,
    });
    await admin.do('runImport', { importId: bringing.id }, 'import { state }');
    const running = world.app.get(RunningService);
    const id = uuidOf(bringing.id);
    const cut = new Error('The power went out.');
    let batches = 0;
    await expect(
      running.run(id, () => {
        if (++batches === 3) throw cut;
      }),
    ).rejects.toBe(cut);
    expect(await bringing.now()).toMatchObject({
      state: 'RUNNING',
      done: 1_500,
      brought: { threads: 1_500 },
    });
    // Asked to stop, and then to go on; the forgotten job and another worker come upon it at the same time.
    await admin.do('stopImport', { importId: bringing.id }, 'import { stopping }');
    await world.jobs();
    expect(await bringing.now()).toMatchObject({ state: 'STOPPED', done: 1_500, stopping: false });
    await admin.do('runImport', { importId: bringing.id }, 'import { state }');
    await Promise.all([running.run(id), running.run(id), world.jobs()]);
    await running.run(id);
    expect(await bringing.now()).toMatchObject({
      state: 'DONE',
      done: 5_000,
      brought: { threads: 5_000, already: 0 },
    });
    expect(await counts()).toMatchObject({ thread: 5_000, voc_item: 5_000, import_row: 5_000, company: 40 });
    await figuresAreRight();
    await bringing.does('undoImport');
    expect(await counts()).toMatchObject({ thread: 0, voc_item: 0, company: 0, person: 0, space: 0 });
    await figuresAreRight();
  }, 120_000);
});

describe('undoing', () => {
  it('takes away exactly what came, and the weeks are as they were', async () => {
    await Bringing.whole(world, admin, csv([right(1), right(2)]));
    const [before, week] = [await counts(), await weekOf(agent, '2026-W45')];
    const more = await Bringing.whole(
      world,
      admin,
      csv([
        right(3),
        right(4, { 이메일: 'second@hanbit.example', 담당자: '박서준' }),
        right(5, { 고객사: '나다물류', 이메일: 'haesol@nada.example' }),
      ]),
    );
    await world.app.get(WeeklyReads).fold();
    expect((await weekOf(agent, '2026-W45')).total).toBe(5);
    expect(await more.asks('importLeaving', '{ threads companies people keptCount kept { name } }')).toEqual({
      threads: 3,
      companies: 1,
      people: 2,
      keptCount: 0,
      kept: [],
    });
    expect(await more.does('undoImport')).toMatchObject({ state: 'UNDONE', keptCount: 0, kept: [] });
    expect(await counts()).toEqual(before);
    expect(await weekOf(agent, '2026-W45')).toEqual(week);
    await figuresAreRight();
    const { auditTrail } = await admin.get(
      '{ auditTrail(action: IMPORT_UNDONE) { edges { node { otherName count actor { name } } } } }',
    );
    expect(auditTrail.edges[0].node).toEqual({ otherName: '문의.csv', count: 3, actor: { name: '박관리' } });
    // What went can come again.
    const again = await Bringing.whole(world, admin, csv([right(3)]));
    expect((await again.now()).brought.threads).toBe(1);
  });

  it('leaves and names what people have worked on since', async () => {
    const lines = [1, 2, 3, 4, 5, 6].map((n) =>
      right(n, { 고객사: `회사 ${n}`, 이메일: `p@c${n}.example`, 담당자: `담당 ${n}` }),
    );
    const bringing = await Bringing.whole(world, admin, csv(lines));
    const { threads } = await agent.get(
      '{ threads(queue: CLOSED, first: 10) { edges { node { id title space { company { id } } } } } }',
    );
    const thread = (n: number) => threads.edges.find(({ node }: any) => node.title === `문의 ${n}`).node;
    await agent.do('writeNote', { threadId: thread(1).id, body: '다시 살펴볼 것' }, 'note { id }');
    const { vocItems } = await agent.get(
      '{ vocItems(first: 10) { edges { node { id version thread { id } } } } }',
    );
    const item = vocItems.edges.find(({ node }: any) => node.thread.id === thread(2).id).node;
    await agent.do('confirmVocItem', { itemId: item.id, version: item.version }, 'item { id }');
    // A message to a closed thread opens one that follows it.
    await agent.do('postMessage', { threadId: thread(3).id, body: '그 뒤로 어떠세요?' }, 'thread { id }');
    await admin.do(
      'inviteContacts',
      { companyId: thread(4).space.company.id, people: [{ email: 'x@c4.example' }] },
      '__typename',
    );

    const leaving = await bringing.asks('importLeaving', '{ threads keptCount kept { kind name why } }');
    expect([leaving.threads, leaving.keptCount]).toEqual([3, 3]);
    const undone = await bringing.does('undoImport');
    expect(undone.state).toBe('UNDONE');
    const why = Object.fromEntries(
      undone.kept.map(({ kind, name, why }: any) => [`${kind} ${name.replace(/#\d+ /, '')}`, why]),
    );
    expect(why).toMatchObject({
      'THREAD 문의 1': 'CHANGED',
      'THREAD 문의 2': 'REVIEWED',
      'COMPANY 회사 1': 'USED',
      'COMPANY 회사 2': 'USED',
      'COMPANY 회사 3': 'USED',
      'COMPANY 회사 4': 'USED',
      'PERSON 담당 1': 'USED',
    });
    expect(why['THREAD 문의 3']).toMatch(/ANSWERED|FOLLOWED/);
    expect(Object.keys(why).join()).not.toMatch(/회사 [56]|담당 [456]/);
    await figuresAreRight();
    // Brought again, those that stayed are known.
    const again = await Bringing.whole(world, admin, csv(lines));
    expect((await again.now()).brought).toMatchObject({ threads: 3, already: 3 });
  });
});

describe('a file that is none', () => {
  const send = async (name: string, bytes: Buffer): Promise<string | undefined> =>
    (await admin.sendImport(name, bytes)).body.errors?.[0]?.extensions.reason;

  it.each([
    ['a workbook', Buffer.from('PK\x03\x04 anything xl/workbook.xml', 'latin1'), 'WORKBOOK'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'WORKBOOK'],
    ['a table of HTML under the name of one', Buffer.from('<html><table><tr>'), 'WORKBOOK'],
    ['bytes', Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * 7_919) % 256)), 'NOT_TEXT'],
    ['zeroes', Buffer.alloc(5_000), 'NOT_TEXT'],
    ['nothing', Buffer.alloc(0), 'EMPTY'],
    ['a head alone', Buffer.from(csv([])), 'NO_ROWS'],
    ['a quote that is never closed', Buffer.from(`${csv([right(1)])}"H-2,한빛`), 'QUOTES'],
    ['300 columns', Buffer.from(`${'a,'.repeat(300)}\n1\n`), 'COLUMNS'],
    ['50 MB', Buffer.alloc(50 * 1_048_576, 'a,b\n'), 'TOO_LARGE'],
  ])('is refused: %s', async (_what, bytes, reason) => {
    expect(await send('history.csv', bytes)).toBe(reason);
    expect((await admin.get('{ imports { edges { node { id } } } }')).imports.edges).toEqual([]);
  });

  it('is refused when it holds more than 100,000 rows', async () => {
    expect(await send('long.csv', Buffer.from(`a,b\n${'1,2\n'.repeat(100_001)}`))).toBe('ROWS');
  });

  it('with NUL, half characters and formulas in cells lists those rows and brings the rest as they are', async () => {
    const lines = [
      right(1, { 내용: '앞\u0000뒤' }),
      right(2, { 내용: '=HYPERLINK("http://x.example";"눌러요")' }),
      right(3, { 고객사: '\u202E자전빛한', 이메일: 'x@other.example' }),
    ];
    const bringing = await Bringing.whole(world, admin, csv(lines));
    expect((await bringing.now()).brought).toMatchObject({ threads: 2, wrong: 1 });
    const names = await world.rows<{ name: string }>(sql`select name from hotline.company order by name`);
    expect(names.map(({ name }) => name)).toEqual(['자전빛한', '한빛전자'].sort());
  });

  it('is gone when it is let go of, and cannot be once it brought something', async () => {
    const bringing = await upload(csv([right(1)]));
    await admin.do('discardImport', { importId: bringing.id }, 'done');
    expect((await admin.get('{ imports { edges { node { id } } } }')).imports.edges).toEqual([]);
    const done = await Bringing.whole(world, admin, csv([right(1)]));
    const refused = await admin.refused('discardImport', { importId: done.id }, 'done');
    expect(refused.code).toBe('CONFLICT');
  });
});

describe('nobody but administrators', () => {
  it('sends a file, without a header, or as somebody else', async () => {
    const file = Buffer.from(csv([right(1)]));
    const contact = await world.contact(await world.company());
    const codes: (string | undefined)[] = [];
    for (const who of [
      agent,
      await world.staff('LEAD'),
      await world.staff('PLANNER'),
      contact,
      world.stranger(),
    ])
      codes.push((await who.sendImport('a.csv', file)).body.errors?.[0]?.extensions.code);
    expect(codes).toEqual(['DENIED', 'DENIED', 'DENIED', 'DENIED', 'UNAUTHENTICATED']);
    expect((await admin.sendImport('a.csv', file, {})).body.errors?.[0]?.extensions.reason).toBe('PREFLIGHT');
  });
});
