// The commands of the terminal, as processes of their own on the database of a running server.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import { type Company, type Person, World } from '../world/world.js';
import { CATEGORIES, bring, weekOf } from '../voc/inquiries.js';

let world: World;
let folder: string;
let company: Company;
let minji: Person;
let doyun: Person;

/** A week that is long past for the commands, whose clock is the real one. */
const WEEK = '2024-W20';

beforeAll(async () => {
  world = await World.open();
  folder = await mkdtemp(join(tmpdir(), 'hotline-cli-'));
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  const at = '2024-05-15T03:00:00Z';
  const story = [3, 1, 0, 2, 0].flatMap((n, index) =>
    Array.from({ length: n }, () => CATEGORIES[index] ?? 'USAGE'),
  );
  await bring(world, [
    ...story.map((category) => ({ company, person: minji, at, category })),
    { company, person: minji, at: '2024-05-08T03:00:00Z', category: 'DEFECT' as const },
  ]);
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs `npm run <command>` without npm: the same program, the same words. */
function run(command: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`dist/cli/${command}.js`, ...args], {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: world.database.url },
    });
    const ended: Ended = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (text) => (ended.stdout += text));
    child.stderr.on('data', (text) => (ended.stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ended, code }));
  });
}

/** One sentence, no stack, nothing for programs. */
const complaint = ({ code, stdout, stderr }: Ended, expected: number): string => {
  expect([code, stdout]).toEqual([expected, '']);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/\bat .*\.js/);
  return stderr.trim();
};

describe('report', () => {
  it('as JSON says what the page says, and nothing else', async () => {
    const { code, stdout } = await run('report', '--week', WEEK, '--format', 'json');
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      week: WEEK,
      complete: true,
      total: 6,
      previousTotal: 1,
      alarms: 0,
      from: '2024-05-12T15:00:00.000Z',
    });
    const voc = await weekOf(doyun, WEEK);
    expect(
      report.categories.map(({ category, count }: { category: string; count: number }) => ({
        category,
        count,
      })),
    ).toEqual(voc.categories);
    expect(report.channels).toEqual(voc.channels);
    expect([report.trend.length, report.trend.at(-1).week, report.trend.at(-1).total]).toEqual([26, WEEK, 6]);
  });

  it('as CSV is the CSV of the page', async () => {
    const { code, stdout } = await run('report', `--week=${WEEK}`, '--format=csv');
    expect(code).toBe(0);
    expect(stdout).toBe(
      (await doyun.get('query ($week: String) { weeklyVocCsv(week: $week) }', { week: WEEK })).weeklyVocCsv,
    );
    const rows = parse(stdout, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ category, count, change }) => [category, count, change])).toEqual([
      ['USAGE', '3', '3'],
      ['DEFECT', '1', '0'],
      ['IMPROVEMENT', '0', '0'],
      ['FEATURE', '2', '2'],
      ['ACCOUNT', '0', '0'],
      ['TOTAL', '6', '5'],
    ]);
  });

  it('as text is for reading', async () => {
    const { code, stdout } = await run('report', '--week', WEEK);
    expect(code).toBe(0);
    expect(stdout).toContain(`Weekly VOC ${WEEK}`);
    expect(stdout).toMatch(/USAGE +3 +50\.0 % +0 +\+3/);
  });

  it.each([
    [['--week', '2025-W53'], /2025-W53/],
    [['--week', 'last'], /'last' is no ISO week/],
    [['--format', 'pdf'], /--format is text, json or csv, not 'pdf'/],
    [['--weak', WEEK], /no option --weak; known are --week, --format/],
    [['--week'], /--week needs a value/],
    [[WEEK], /Use it like/],
  ])('with %j ends with 2 and a sentence', async (args, sentence) => {
    expect(complaint(await run('report', ...args), 2)).toMatch(sentence);
  });

  it('of a week that has not begun ends with 1 and a sentence', async () => {
    expect(complaint(await run('report', '--week', '2999-W01'), 1)).toBe('2999-W01 has not begun yet.');
  });
});

describe('recount', () => {
  it('says that every figure is right, names those that are not, and mends them when asked', async () => {
    expect(await run('recount')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'Every figure equals a recount.\n',
    });
    const operator = new pg.Client({ connectionString: world.database.url });
    await operator.connect();
    await operator.query(
      `update hotline.voc_week set n = 9 where week = '2024-05-13' and category = 'FEATURE'`,
    );
    await operator.end();
    const wrong = await run('recount');
    expect([wrong.code, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toContain(`${WEEK} FEATURE CHAT: kept 9, counted 2\n1 cells differed.\n`);
    expect(
      (await doyun.get('query ($week: String) { weeklyVoc(week: $week) { alarms } }', { week: WEEK }))
        .weeklyVoc.alarms,
    ).toBe(1);
    expect((await run('recount', '--mend', 'yes')).code).toBe(0);
    expect((await run('recount')).code).toBe(0);
    expect((await weekOf(doyun, WEEK)).total).toBe(6);
  }, 120_000);

  it('with a wrong option ends with 2 and a sentence', async () => {
    expect(complaint(await run('recount', '--fix', 'yes'), 2)).toMatch(/no option --fix; known are --mend/);
    expect(complaint(await run('recount', '--mend'), 2)).toMatch(/--mend needs a value/);
  }, 60_000);
});

describe('migrate', () => {
  it('has nothing to do beside the running server, and says so', async () => {
    expect(await run('migrate')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'The database has its present shape already.\n',
    });
    expect((await doyun.get('query { me { role } }')).me.role).toBe('AGENT');
  });
});

describe('import', () => {
  const head =
    'external_id,company,company_domain,company_employees,contact_name,contact_email,channel,occurred_at,body';
  const row = (id: string, channel = 'PHONE') =>
    `${id},달빛서점,dalbit.example,8,이수진,sujin@dalbit.example,${channel},2024-03-13T12:00:00+09:00,알림을 어디에서 설정하나요?`;
  const write = async (...rows: string[]): Promise<string> => {
    const path = join(folder, 'history.csv');
    await writeFile(path, `${[head, ...rows].join('\n')}\n`);
    return path;
  };

  it('brings a file, shows it on the running server at once, and is safe to repeat', async () => {
    const path = await write(row('h1'), row('h2'));
    const first = await run('import', path);
    expect([first.code, first.stdout]).toEqual([0, '']);
    expect(first.stderr).toMatch(
      /2 rows: 2 imported and counted, 0 were here already, 0 changed since and left as they are, 0 wrong;/,
    );
    expect(await weekOf(doyun, '2024-W11')).toMatchObject({
      total: 2,
      channels: [{ channel: 'PHONE', count: 2 }],
    });
    expect((await run('import', path)).stderr).toMatch(/0 imported and counted, 2 were here already/);
    expect((await run('import', path, '--source', 'phone-log')).stderr).toMatch(/2 imported and counted/);
    expect((await weekOf(doyun, '2024-W11')).total).toBe(4);
  }, 120_000);

  it('ends with 1 when rows are wrong, and names them by line', async () => {
    const wrong = await run('import', await write(row('w1'), row('w2', 'PIGEON')));
    expect([wrong.code, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toMatch(/line 3: channel: 'PIGEON' is none of/);
    expect(wrong.stderr).toMatch(/1 imported and counted, .* 1 wrong/);
  });

  it('of a file without its columns, or of a folder, ends with 1 and a sentence', async () => {
    const path = join(folder, 'other.csv');
    await writeFile(path, 'a,b\n1,2\n');
    expect(complaint(await run('import', path), 1)).toMatch(/lacks these columns: company, /);
    expect(complaint(await run('import', folder), 1)).toMatch(/EISDIR/);
  }, 60_000);

  it('without a file, with two, with one that is not there, ends with 2', async () => {
    expect(complaint(await run('import'), 2)).toMatch(/Use it like/);
    expect(complaint(await run('import', 'a.csv', 'b.csv'), 2)).toMatch(/Use it like/);
    expect(complaint(await run('import', join(folder, 'nowhere.csv')), 2)).toMatch(
      /nowhere\.csv cannot be read/,
    );
    expect(complaint(await run('import', '--origin', 'x', 'a.csv'), 2)).toMatch(
      /no option --origin; known are --source/,
    );
  }, 60_000);
});

describe('classify', () => {
  it('says a category and how sure it is, and figures where the right ones are known', async () => {
    const path = join(folder, 'said.jsonl');
    const said = [
      { text: '알림을 어디에서 설정하나요?', category: 'USAGE' },
      { text: '엑셀로 내보내면 글자가 깨져요', category: 'DEFECT' },
      { text: 'Where do I change the first day of the week?' },
    ];
    await writeFile(path, said.map((each) => JSON.stringify(each)).join('\n'));
    const { code, stdout, stderr } = await run('classify', path);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    for (const [index, { text }] of said.entries()) {
      expect(lines[index]).toMatch(/^(USAGE|DEFECT|IMPROVEMENT|FEATURE|ACCOUNT) +[01]\.\d{3} {2}/);
      expect(lines[index]).toContain(text);
    }
    expect(lines[0]).toMatch(/^USAGE /);
    expect(lines[1]).toMatch(/^DEFECT /);
    expect(stdout).toMatch(/\nn 2 {2}accuracy 100\.0 % /);
  });

  it('leaves out lines that are none, names them and ends with 1', async () => {
    const path = join(folder, 'broken.jsonl');
    await writeFile(path, '{"text":"오류가 나요"}\nnot json\n\n{"words":1}\n');
    const { code, stdout, stderr } = await run('classify', path);
    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/^line 2: .*\nline 4: /);
  });

  it('of a file that is not there, or with an option, ends with 2 and a sentence', async () => {
    expect(complaint(await run('classify', join(folder, 'nowhere.jsonl')), 2)).toMatch(/cannot be read/);
    expect(complaint(await run('classify', '--folds', '3'), 2)).toBe(
      'There is no option --folds; there are none here.',
    );
  }, 60_000);
});

describe('a wrong setting', () => {
  it('is named by every command that needs the database, without a stack', async () => {
    const child = spawn(process.execPath, ['dist/cli/report.js'], {
      env: { PATH: process.env.PATH, DATABASE_URL: 'mysql://me:very-secret@host/db', PORT: 'x' },
    });
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(1);
    expect(said).toMatch(/DATABASE_URL must be .*\n.*PORT must be|PORT must be .*\n.*DATABASE_URL must be/);
    expect(said).not.toMatch(/very-secret|\bat .*\.js/);
  });
});
