// ISO weeks on the calendar, without any zone: 2026-W46 is the Monday 2026-11-09 wherever the reader sits.
import type { Locale } from '../words/words';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

const weekOfMonday = (monday: number): string => {
  const thursday = new Date(monday + 3 * DAY);
  const year = thursday.getUTCFullYear();
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / WEEK) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
};

/** The Monday of a week as UTC milliseconds; null for what is no week, such as 2025-W53. */
export function mondayOf(week: string): number | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (!match) return null;
  const january4 = Date.UTC(Number(match[1]), 0, 4);
  const firstMonday = january4 - ((new Date(january4).getUTCDay() + 6) % 7) * DAY;
  const monday = firstMonday + (Number(match[2]) - 1) * WEEK;
  return weekOfMonday(monday) === week ? monday : null;
}

/** The running week where the installation stands, which need not be where the reader stands. */
export function runningWeek(zone: string, now: Date = new Date()): string {
  const date = Date.parse(
    `${new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now)}T00:00:00Z`,
  );
  return weekOfMonday(date - ((new Date(date).getUTCDay() + 6) % 7) * DAY);
}

/** All weeks from the first to the last, newest first. */
export function weeksDownFrom(last: string, first: string | null): string[] {
  const end = mondayOf(last);
  if (end === null) return [];
  const start = (first ? mondayOf(first) : null) ?? end;
  const weeks: string[] = [];
  for (let monday = end; monday >= start; monday -= WEEK) weeks.push(weekOfMonday(monday));
  return weeks;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function written(locale: Locale, at: number, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', { timeZone: 'UTC', ...options });
    formats.set(key, format);
  }
  return format.format(at);
}

const dayIn = (locale: Locale, at: number, year: boolean): string => {
  const options: Intl.DateTimeFormatOptions = {
    month: locale === 'ko' ? 'long' : 'short',
    day: 'numeric',
    ...(year && { year: 'numeric' }),
  };
  if (locale === 'en') return written(locale, at, { weekday: 'short', ...options });
  return `${written(locale, at, options)} (${written(locale, at, { weekday: 'short' })})`;
};

/** 11월 9일 (월) – 11월 15일 (일); with the year when it is not this one. */
export function spanOf(locale: Locale, week: string, now: Date = new Date()): string {
  const monday = mondayOf(week);
  if (monday === null) return '';
  const sunday = monday + 6 * DAY;
  const [first, last, here] = [
    new Date(monday).getUTCFullYear(),
    new Date(sunday).getUTCFullYear(),
    now.getFullYear(),
  ];
  return `${dayIn(locale, monday, first !== here || first !== last)} – ${dayIn(locale, sunday, first !== last)}`;
}

/** 11.9–11.15 · 9 Nov – 15 Nov: short, for lists of weeks. */
export function shortSpanOf(locale: Locale, week: string): string {
  const monday = mondayOf(week);
  if (monday === null) return '';
  const sunday = monday + 6 * DAY;
  if (locale === 'en') {
    const options = { day: 'numeric', month: 'short' } as const;
    return `${written(locale, monday, options)} – ${written(locale, sunday, options)}`;
  }
  const dotted = (at: number): string => `${new Date(at).getUTCMonth() + 1}.${new Date(at).getUTCDate()}`;
  return `${dotted(monday)}–${dotted(sunday)}`;
}

/** 11/9 · 9 Nov: the Monday, for the axis of a chart. */
export function mondayShort(locale: Locale, week: string): string {
  const monday = mondayOf(week);
  if (monday === null) return week;
  return written(
    locale,
    monday,
    locale === 'ko' ? { month: 'numeric', day: 'numeric' } : { day: 'numeric', month: 'short' },
  );
}
