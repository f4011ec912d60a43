// Public holidays of any year: as published in the gazette, or as the law has them for years not published yet.
import { type Holidays, koreanHolidays } from './korean-holidays.js';

/** Whose public holidays a calendar keeps. */
export const HOLIDAYS = ['KR', 'NONE'] as const;
export type HolidaysOf = (typeof HOLIDAYS)[number];

/** The names of a day's holidays; none on an ordinary day. */
export type HolidayNames = (day: string) => readonly string[];

const NONE: readonly string[] = [];

let loading: Promise<HolidayNames> | null = null;

/** Loaded when it is asked for the first time: most processes start without anybody asking. */
export async function holidaysOf(whose: HolidaysOf): Promise<HolidayNames> {
  if (whose === 'NONE') return () => NONE;
  loading ??= korean();
  return loading;
}

async function korean(): Promise<HolidayNames> {
  const gazette = await import('@hyunbinseo/holidays-kr/all');
  const years = new Map<string, Holidays>(
    Object.entries(gazette).map(([name, days]) => [name.slice(1), new Map(Object.entries(days))]),
  );
  return (day) => {
    const year = day.slice(0, 4);
    let known = years.get(year);
    if (!known) {
      known = koreanHolidays(Number(year));
      years.set(year, known);
    }
    return known.get(day) ?? NONE;
  };
}
