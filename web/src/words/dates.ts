// Dates as people write them: 11월 21일 (토) 오후 3:05; relative up to a day, exact on hover.
import type { Locale } from './words';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The zone in which everything is shown; until it is known, the browser's. */
let zone: string | undefined;

/** From now on dates are shown in this zone; whoever calls it draws the page anew. */
export function showDatesIn(next: string | undefined): void {
  if (next === zone) return;
  zone = next;
  formats.clear();
}

/** The zone in which dates are shown. */
export const shownIn = (): string => zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The local date, '2026-11-21': which of several moments are of one day. */
export function dateOf(moment: string | Date): string {
  let made = formats.get('date');
  if (!made) {
    made = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone });
    formats.set('date', made);
  }
  return made.format(new Date(moment));
}

const sameYearAsNow = (date: Date): boolean => dateOf(date).slice(0, 4) === dateOf(new Date()).slice(0, 4);

function format(locale: Locale, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${key}`;
  let made = formats.get(name);
  if (!made) {
    made = new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', { ...options, timeZone: zone });
    formats.set(name, made);
  }
  return made;
}

/** 11월 21일 (토) 오후 3:05 · Sat 21 Nov, 15:05 */
export function exact(locale: Locale, moment: string): string {
  const date = new Date(moment);
  const sameYear = sameYearAsNow(date);
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  if (locale === 'en') {
    return format('en', `exact ${sameYear}`, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      ...year,
    }).format(date);
  }
  const day = format('ko', `day ${sameYear}`, { month: 'long', day: 'numeric', ...year }).format(date);
  const weekday = format('ko', 'weekday', { weekday: 'short' }).format(date);
  const time = format('ko', 'time', { hour: 'numeric', minute: '2-digit' }).format(date);
  return `${day} (${weekday}) ${time}`;
}

/** 오후 3:05 · 15:05 */
export const time = (locale: Locale, moment: string): string =>
  format(locale, 'time', { hour: locale === 'ko' ? 'numeric' : '2-digit', minute: '2-digit' }).format(
    new Date(moment),
  );

/** 11월 21일 (토) · Sat 21 Nov */
export function day(locale: Locale, moment: string): string {
  const date = new Date(moment);
  const sameYear = sameYearAsNow(date);
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  if (locale === 'en')
    return format('en', `only ${sameYear}`, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...year,
    }).format(date);
  const shown = format('ko', `day ${sameYear}`, { month: 'long', day: 'numeric', ...year }).format(date);
  return `${shown} (${format('ko', 'weekday', { weekday: 'short' }).format(date)})`;
}

/** Of a day that has no time, '2026-11-27': 11월 27일 · 27 Nov */
export function dayOnly(locale: Locale, date: string): string {
  const sameYear = date.slice(0, 4) === dateOf(new Date()).slice(0, 4);
  return new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
    month: locale === 'ko' ? 'long' : 'short',
    day: 'numeric',
    timeZone: 'UTC',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(new Date(date));
}

/** 오늘 오후 1시 · 내일 오전 9시 · 월요일(30일) 오전 9시 · 12월 21일 (월) 오전 9시 */
export function coming(locale: Locale, moment: string, now: number = Date.now()): string {
  const date = new Date(moment);
  const days = Math.round((Date.parse(dateOf(date)) - Date.parse(dateOf(new Date(now)))) / 86_400_000);
  if (locale === 'en') {
    const at = `at ${time('en', moment)}`;
    if (days === 0) return `today ${at}`;
    return days === 1 ? `tomorrow ${at}` : `on ${day('en', moment)} ${at}`;
  }
  const whole = format('ko', 'minute', { minute: 'numeric' }).format(date) === '0';
  const at = whole ? format('ko', 'hour', { hour: 'numeric' }).format(date) : time('ko', moment);
  if (days === 0) return `오늘 ${at}`;
  if (days === 1) return `내일 ${at}`;
  if (days > 6) return `${day('ko', moment)} ${at}`;
  const weekday = format('ko', 'weekday long', { weekday: 'long' }).format(date);
  return `${weekday}(${format('ko', 'date of month', { day: 'numeric' }).format(date)}) ${at}`;
}

/** 방금, 5분 전, 3시간 전; older than a day: the date. */
export function ago(locale: Locale, moment: string, now: number = Date.now()): string {
  const minutes = Math.floor((now - new Date(moment).getTime()) / 60_000);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (minutes < 1) return locale === 'ko' ? '방금' : 'just now';
  if (minutes < 60) return relative.format(-minutes, 'minute');
  if (minutes < 24 * 60) return relative.format(-Math.floor(minutes / 60), 'hour');
  return day(locale, moment);
}

/** 2026년 11월 · November 2026 */
export const monthOf = (locale: Locale, moment: string): string =>
  format(locale, 'month', { year: 'numeric', month: 'long' }).format(new Date(moment));

/** 21 */
export const dayOfMonth = (moment: string): string => String(Number(dateOf(moment).slice(8)));

/** 토 · Sat */
export const weekdayOf = (locale: Locale, moment: string): string =>
  format(locale, 'weekday', { weekday: 'short' }).format(new Date(moment));

/** A day without a time, '2026-11-28', wherever one is: 2026년 11월 28일 · 28 November 2026 */
export const longDay = (locale: Locale, date: string): string =>
  new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
