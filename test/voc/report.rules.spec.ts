// The arithmetic of a week, and the table for spreadsheets: pure functions against sums done by hand.
import { parse } from 'csv-parse/sync';
import { type Cell, categoryFigures, median, trend } from '../../src/voc/weekly/report.js';
import { toCsv } from '../../src/platform/csv.js';
import { weekAsCsv, weekAsText } from '../../src/voc/weekly/table.js';
import type { Week } from '../../src/voc/weekly/weekly.service.js';

describe('the median', () => {
  it.each([
    [[], 0],
    [[7], 7],
    [[1, 2], 1.5],
    [[3, 1, 2], 2],
    [[10, 9, 100, 1], 9.5],
    [[0, 0, 0, 5], 0],
    [[10, 9, 8, 100, 2, 3], 8.5],
  ])('of %j is %d', (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });

  it('leaves its numbers in their order', () => {
    const numbers = [3, 1, 2];
    median(numbers);
    expect(numbers).toEqual([3, 1, 2]);
  });
});

describe('the trend', () => {
  const cells: Cell[] = [
    { week: '2026-12-28', category: 'DEFECT', n: 4 },
    { week: '2027-01-04', category: 'USAGE', n: 2 },
    { week: '2027-01-04', category: 'ACCOUNT', n: 1 },
    { week: '2020-01-06', category: 'USAGE', n: 99 },
  ];

  it('holds every week up to the chosen one, oldest first, with zeros, over the end of a year', () => {
    const zero = { USAGE: 0, DEFECT: 0, IMPROVEMENT: 0, FEATURE: 0, ACCOUNT: 0 };
    expect(trend(cells, '2027-01-04', 3)).toEqual([
      { week: '2026-12-21', total: 0, counts: zero },
      { week: '2026-12-28', total: 4, counts: { ...zero, DEFECT: 4 } },
      { week: '2027-01-04', total: 3, counts: { ...zero, USAGE: 2, ACCOUNT: 1 } },
    ]);
  });

  it('has 26 points when nothing else is said', () => {
    const points = trend(cells, '2027-01-04');
    expect([points.length, points[0]?.week, points.at(-1)?.week]).toEqual([26, '2026-07-13', '2027-01-04']);
  });
});

describe('the five figures', () => {
  const weeks = ['2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09'];
  const rows: Record<string, number[]> = {
    USAGE: [3, 5, 2, 4, 6],
    DEFECT: [1, 1, 4, 2, 0],
    ACCOUNT: [0, 0, 0, 8, 2],
  };
  const cells = Object.entries(rows).flatMap(([category, counts]) =>
    counts.map((n, index) => ({ week: weeks[index] ?? '', category, n }) as Cell),
  );

  it('stand in their fixed order, each with share, change and median of the four weeks before', () => {
    expect(categoryFigures(trend(cells, '2026-11-09'))).toEqual([
      { category: 'USAGE', count: 6, share: 0.75, previous: 4, change: 2, median4: 3.5, changeToMedian: 2.5 },
      { category: 'DEFECT', count: 0, share: 0, previous: 2, change: -2, median4: 1.5, changeToMedian: -1.5 },
      { category: 'IMPROVEMENT', count: 0, share: 0, previous: 0, change: 0, median4: 0, changeToMedian: 0 },
      { category: 'FEATURE', count: 0, share: 0, previous: 0, change: 0, median4: 0, changeToMedian: 0 },
      { category: 'ACCOUNT', count: 2, share: 0.25, previous: 8, change: -6, median4: 0, changeToMedian: 2 },
    ]);
  });

  it('have no shares in a week without items', () => {
    const figures = categoryFigures(trend(cells, '2026-11-16'));
    expect(figures.map(({ share }) => share)).toEqual([null, null, null, null, null]);
    expect(figures[0]).toMatchObject({
      count: 0,
      previous: 6,
      change: -6,
      median4: 4.5,
      changeToMedian: -4.5,
    });
  });

  it('of no weeks are none', () => {
    expect(categoryFigures([])).toEqual([]);
  });
});

describe('the table for spreadsheets', () => {
  it('begins with a byte order mark, ends its lines as Excel does, and quotes what needs it', () => {
    expect(
      toCsv([
        ['이름', 'n'],
        ['a,"b"', 2],
      ]),
    ).toBe('\uFEFF이름,n\r\n"a,""b""",2\r\n');
  });

  it.each([
    '=1+1',
    '=HYPERLINK("http://evil.example","x")',
    '+82 10',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=1\n=2',
  ])('makes no formula of the text %j', (cell) => {
    const [[read]] = parse(toCsv([[cell]]), { bom: true, relax_quotes: false }) as [[string]];
    expect(read).toBe(`'${cell}`);
  });

  it.each(['a\n=1', 'a\r=1', 'a\r\n=1'])(
    'keeps %j in one cell, so that no line of it begins a row',
    (cell) => {
      expect(
        parse(
          toCsv([
            ['x', cell],
            ['y', 'z'],
          ]),
          { bom: true },
        ),
      ).toEqual([
        ['x', cell],
        ['y', 'z'],
      ]);
      expect(toCsv([['x', cell]])).toBe(`\uFEFFx,"${cell}"\r\n`);
    },
  );

  it.each(['a=1', '1+1', 'x@y.example', '한빛-전자', ''])('leaves the text %j as it is', (cell) => {
    const [[, read]] = parse(toCsv([['x', cell]]), { bom: true }) as [[string, string]];
    expect(read).toBe(cell);
  });

  it('leaves numbers numbers, negative ones too', () => {
    expect(toCsv([[-3, 0, 2.5, -0.5]])).toBe('\uFEFF-3,0,2.5,-0.5\r\n');
  });
});

describe('one week', () => {
  const categories = categoryFigures(
    trend(
      [
        { week: '2026-11-09', category: 'USAGE', n: 2 },
        { week: '2026-11-09', category: 'FEATURE', n: 1 },
        { week: '2026-11-02', category: 'DEFECT', n: 1 },
      ],
      '2026-11-09',
    ),
  );
  const week = {
    week: '2026-11-09',
    from: new Date('2026-11-08T15:00:00Z'),
    to: new Date('2026-11-15T15:00:00Z'),
    complete: true,
    total: 3,
    previousTotal: 1,
    categories,
    trend: [],
    rows: {
      cells: [],
      channels: [{ channel: 'KAKAO', n: 3 }],
      areas: [],
      companies: [],
      tiers: [],
      firstWeek: null,
      alarms: 0,
    },
  } satisfies Week;

  it('as CSV has a line for each category and one for the total', () => {
    expect(weekAsCsv(week).replace('\uFEFF', '').split('\r\n')).toEqual([
      'week,complete,category,count,share,previous_week,change,median_4_weeks,change_to_median',
      '2026-W46,true,USAGE,2,0.6667,0,2,0,2',
      '2026-W46,true,DEFECT,0,0.0000,1,-1,0,0',
      '2026-W46,true,IMPROVEMENT,0,0.0000,0,0,0,0',
      '2026-W46,true,FEATURE,1,0.3333,0,1,0,1',
      '2026-W46,true,ACCOUNT,0,0.0000,0,0,0,0',
      '2026-W46,true,TOTAL,3,1,1,2,,',
      '',
    ]);
  });

  it('without items has no shares in its CSV', () => {
    const empty = {
      ...week,
      total: 0,
      previousTotal: 0,
      categories: categoryFigures(trend([], '2026-11-09')),
    };
    const lines = weekAsCsv(empty).split('\r\n');
    expect(lines[1]).toBe('2026-W46,true,USAGE,0,,0,0,0,0');
    expect(lines[6]).toBe('2026-W46,true,TOTAL,0,,0,0,,');
  });

  it('as text is aligned and signed, and says "so far" while it runs', () => {
    const text = weekAsText(week);
    expect(text).toContain('Weekly VOC 2026-W46   ');
    expect(text).toMatch(/USAGE +2 +66\.7 % +0 +\+2 +0 +\+2\n/);
    expect(text).toMatch(/TOTAL +3 +1 +\+2 +\n/);
    expect(text).toContain('channels   KAKAO 3');
    expect(weekAsText({ ...week, complete: false })).toContain('2026-W46 (so far)');
  });
});
