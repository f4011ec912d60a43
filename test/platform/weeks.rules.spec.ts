// ISO weeks and the days they are made of, against definitions that share no code with them.
import { Refusal } from '../../src/platform/errors.js';
import { dateIn, startOfDay } from '../../src/platform/local-time.js';
import { addWeeks, parseWeek, weekName, weekOf } from '../../src/platform/week.js';

const DAY = 86_400_000;
const at = (text: string): Date => new Date(text);

/** The calendar of 2020–2032 as printed: 2020 begins with the week of Monday, 30 December 2019. */
const FIRST_MONDAY = Date.parse('2019-12-30T00:00:00Z');
const LONG_YEARS = [2020, 2026, 2032];
const printed: { monday: string; name: string }[] = [];
for (let year = 2020, monday = FIRST_MONDAY; year <= 2032; year++) {
  const weeks = LONG_YEARS.includes(year) ? 53 : 52;
  for (let week = 1; week <= weeks; week++, monday += 7 * DAY) {
    printed.push({
      monday: new Date(monday).toISOString().slice(0, 10),
      name: `${year}-W${String(week).padStart(2, '0')}`,
    });
  }
}

describe('ISO weeks', () => {
  it('are named as in the printed calendar, every one from 2020 to 2032', () => {
    expect(printed).toHaveLength(13 * 52 + 3);
    expect(printed.map(({ monday }) => weekName(monday))).toEqual(printed.map(({ name }) => name));
  });

  it('are found again by their name', () => {
    expect(printed.map(({ name }) => parseWeek(name))).toEqual(printed.map(({ monday }) => monday));
  });

  it('hold all seven of their days', () => {
    for (const { monday } of printed) {
      const days = Array.from({ length: 7 }, (_, day) => new Date(Date.parse(monday) + day * DAY));
      expect(days.map((day) => weekOf('UTC', day))).toEqual(Array(7).fill(monday));
    }
  });

  it.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2022-01-02', '2021-W52'],
    ['2024-12-30', '2025-W01'],
    ['2024-12-29', '2024-W52'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2029-12-31', '2030-W01'],
    ['2032-12-31', '2032-W53'],
    ['2026-11-15', '2026-W46'],
    ['2026-11-16', '2026-W47'],
  ])('%s lies in %s', (day, name) => {
    expect(weekName(weekOf('UTC', at(`${day}T12:00:00Z`)))).toBe(name);
  });

  it.each([
    '2025-W53',
    '2027-W53',
    '2026-W54',
    '2026-W00',
    '2026-W99',
    '2026-W1',
    '2026-W046',
    '2026W46',
    '26-W46',
    '0050-W10',
    '2026-w46',
    '２０２６-W46',
    ' 2026-W46',
    '2026-W46\n',
    '2026-11-16',
    'W46',
    'garbage',
    '',
  ])('refuses %j as no week', (name) => {
    let refusal: unknown;
    try {
      parseWeek(name);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code: 'INVALID', reason: 'WEEK', field: 'week' });
  });

  it('are counted forward and backward over year ends', () => {
    expect(addWeeks('2026-12-28', 1)).toBe('2027-01-04');
    expect(addWeeks('2027-01-04', -1)).toBe('2026-12-28');
    expect(addWeeks('2024-02-26', 1)).toBe('2024-03-04');
    expect(addWeeks('2019-12-30', printed.length)).toBe('2033-01-03');
  });
});

describe('the week in Seoul', () => {
  it('ends on Sunday at 23:59:59.999 and begins on Monday at 00:00', () => {
    expect(weekName(weekOf('Asia/Seoul', at('2026-11-15T14:59:59.999Z')))).toBe('2026-W46');
    expect(weekName(weekOf('Asia/Seoul', at('2026-11-15T15:00:00.000Z')))).toBe('2026-W47');
  });

  it('belongs to the new year when it is Monday there and Sunday still in London', () => {
    const moment = at('2027-01-03T15:00:00Z');
    expect(weekName(weekOf('Asia/Seoul', moment))).toBe('2027-W01');
    expect(weekName(weekOf('Europe/London', moment))).toBe('2026-W53');
  });

  it('begins at 15:00 UTC of the day before, all year round', () => {
    expect(startOfDay('Asia/Seoul', '2026-11-16').toISOString()).toBe('2026-11-15T15:00:00.000Z');
    expect(startOfDay('Asia/Seoul', '2026-07-06').toISOString()).toBe('2026-07-05T15:00:00.000Z');
  });
});

describe('the start of a day', () => {
  it('follows daylight saving time, so that a week has 167 or 169 hours where the clocks change', () => {
    const hours = (zone: string, monday: string): number =>
      (startOfDay(zone, addWeeks(monday, 1)).getTime() - startOfDay(zone, monday).getTime()) / 3_600_000;
    expect(startOfDay('Europe/Berlin', '2026-03-29').toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay('Europe/Berlin', '2026-03-30').toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(startOfDay('America/New_York', '2026-11-01').toISOString()).toBe('2026-11-01T04:00:00.000Z');
    expect(startOfDay('America/New_York', '2026-11-02').toISOString()).toBe('2026-11-02T05:00:00.000Z');
    expect(hours('Europe/Berlin', '2026-03-23')).toBe(167);
    expect(hours('Europe/Berlin', '2026-10-19')).toBe(169);
    expect(hours('Asia/Seoul', '2026-03-23')).toBe(168);
  });

  // Among them: half hours, midnights that do not exist (São Paulo, Azores, Havana, Beirut, Cairo, Tehran)
  // and midnights that come twice (Havana, Azores).
  it.each([
    ['UTC', 2026],
    ['Asia/Seoul', 2026],
    ['Asia/Kolkata', 2026],
    ['Europe/Berlin', 2026],
    ['America/New_York', 2026],
    ['America/St_Johns', 2026],
    ['America/Sao_Paulo', 2018],
    ['America/Havana', 2026],
    ['Atlantic/Azores', 2026],
    ['Asia/Beirut', 2024],
    ['Africa/Cairo', 2025],
    ['Asia/Tehran', 2021],
    ['Australia/Lord_Howe', 2026],
    ['Pacific/Chatham', 2026],
    ['Pacific/Kiritimati', 2026],
  ])('is the first moment of that date in %s, every day of %i', (zone, year) => {
    const wrong: string[] = [];
    for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += DAY) {
      const date = new Date(day).toISOString().slice(0, 10);
      const start = startOfDay(zone, date);
      const before = dateIn(zone, new Date(start.getTime() - 1));
      if (dateIn(zone, start) !== date || before >= date) wrong.push(`${date} → ${start.toISOString()}`);
    }
    expect(wrong).toEqual([]);
  });
});
