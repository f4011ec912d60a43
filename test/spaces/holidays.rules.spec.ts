// Public holidays of Korea: the gazette, the law beyond it, and the two held against each other.
import * as gazette from '@hyunbinseo/holidays-kr/all';
import { inEnglish } from '../../src/spaces/calendar/holiday-names.js';
import { holidaysOf } from '../../src/spaces/calendar/holidays.js';
import { koreanHolidays } from '../../src/spaces/calendar/korean-holidays.js';

const published = Object.entries(gazette).map(([name, days]): [number, Record<string, readonly string[]>] => [
  Number(name.slice(1)),
  days,
]);
/** Decided from case to case: no law says in advance when they are. */
const CASE_BY_CASE = /선거|임시공휴일/;

describe('holidays', () => {
  it.each([
    ['2025-01-27', '임시공휴일'],
    ['2025-05-06', '대체공휴일(부처님 오신 날)'],
    ['2025-10-08', '대체공휴일(추석)'],
    ['2026-02-16', '설날 전날'],
    ['2026-02-18', '설날 다음 날'],
    ['2026-03-02', '대체공휴일(3ㆍ1절)'],
    ['2026-05-01', '노동절'],
    ['2026-05-25', '대체공휴일(부처님 오신 날)'],
    ['2026-06-03', '전국동시지방선거'],
    ['2026-07-17', '제헌절'],
    ['2026-08-17', '대체공휴일(광복절)'],
    ['2026-10-05', '대체공휴일(개천절)'],
    ['2027-02-09', '대체공휴일(설날)'],
    // Beyond the gazette: lunar days as the Korean, not the Chinese calendar has them, two holidays on one day.
    ['2028-01-27', '설날'],
    ['2028-05-02', '부처님 오신 날'],
    ['2028-10-05', '대체공휴일(추석)'],
    ['2029-09-24', '대체공휴일(추석)'],
    ['2030-02-05', '대체공휴일(설날)'],
    ['2033-09-08', '추석'],
  ])('%s is %s', async (day, name) => {
    expect((await holidaysOf('KR'))(day)).toContain(name);
  });

  it.each(['2026-02-19', '2026-06-08', '2026-11-18', '2022-05-09', '2025-01-31', '2028-10-06', '2030-02-06'])(
    '%s is an ordinary day',
    async (day) => {
      expect((await holidaysOf('KR'))(day)).toEqual([]);
    },
  );

  it('are none for a calendar that keeps none', async () => {
    expect((await holidaysOf('NONE'))('2026-03-01')).toEqual([]);
  });

  it.each(published.filter(([year]) => year >= 2022))(
    '%i by the law is what the gazette published, but for elections and temporary holidays',
    (year, days) => {
      const expected = Object.entries(days)
        .map(([day, names]): [string, string[]] => [day, names.filter((each) => !CASE_BY_CASE.test(each))])
        .filter(([, names]) => names.length > 0)
        .map(([day, names]) => [day, names.toSorted()]);
      const byLaw = [...koreanHolidays(year)].map(([day, names]) => [day, names.toSorted()]);
      // Two of today's rules are younger than the first of these years.
      const younger = year < 2023 ? ['대체공휴일(부처님 오신 날)', '대체공휴일(기독탄신일)'] : [];
      expect(byLaw.filter(([, names]) => !younger.includes(String(names?.[0])))).toEqual(expected);
    },
  );

  it('have an English name, all that were ever published', () => {
    const names = published.flatMap(([, days]) => Object.values(days).flat());
    expect(names.filter((name) => /\p{Script=Hangul}/u.test(inEnglish(name)))).toEqual([]);
    expect(inEnglish('대체공휴일(3ㆍ1절)')).toBe('Substitute holiday for Independence Movement Day');
  });

  it('substitute a working day each, however many meet', () => {
    // 2036: Chuseok's eve is National Foundation Day, its morrow a Sunday.
    const days = [...koreanHolidays(2036).keys()].filter((day) => day.startsWith('2036-10-0'));
    expect(days).toEqual([
      '2036-10-03',
      '2036-10-04',
      '2036-10-05',
      '2036-10-06',
      '2036-10-07',
      '2036-10-09',
    ]);
  });
});
