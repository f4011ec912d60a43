// Working hours in words: 평일 9–12시, 13–18시 · 토요일 10–14시.
import type { Locale } from './words';

export type Hours = { from: string; to: string };
export type Week = readonly { weekday: number; hours: readonly Hours[] }[];

const DAYS_KO = ['월', '화', '수', '목', '금', '토', '일'];
const DAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** 월요일 · Monday; 1 is Monday. */
export const weekdayName = (locale: Locale, weekday: number): string =>
  locale === 'ko' ? `${DAYS_KO[weekday - 1]}요일` : (DAYS_EN[weekday - 1] ?? '');

const short = (time: string): string => time.replace(/^0/, '').replace(/:00$/, '');
const isWhole = (time: string): boolean => time.endsWith(':00');

/** 9–12시, 13–18시 · 9:00–12:00 and 13:00–18:00 */
export function sayHours(locale: Locale, hours: readonly Hours[]): string {
  const said = hours.map(({ from, to }) => {
    if (from === '00:00' && to === '24:00') return locale === 'ko' ? '하루 종일' : 'around the clock';
    if (locale === 'en') return `${from.replace(/^0/, '')}–${to.replace(/^0/, '')}`;
    return isWhole(from) && isWhole(to) ? `${short(from)}–${short(to)}시` : `${from}–${to}`;
  });
  return locale === 'ko' ? said.join(', ') : new Intl.ListFormat('en').format(said);
}

/** Days of equal hours are said together; empty when it is never open. */
export function sayWeek(locale: Locale, week: Week): string {
  const groups = new Map<string, number[]>();
  for (const { weekday, hours } of week) {
    const said = sayHours(locale, hours);
    groups.set(said, [...(groups.get(said) ?? []), weekday]);
  }
  return [...groups]
    .map(([hours, days]) => `${sayDays(locale, days)} ${hours}`)
    .join(locale === 'ko' ? ' · ' : '; ');
}

const NAMED: Record<Locale, Record<string, string>> = {
  ko: { '1234567': '매일', '12345': '평일', '67': '주말' },
  en: { '1234567': 'every day', '12345': 'on weekdays', '67': 'at weekends' },
};

function sayDays(locale: Locale, days: readonly number[]): string {
  const named = NAMED[locale][days.join('')];
  if (named) return named;
  const [first = 1] = days;
  const last = days.at(-1) ?? first;
  const name = (day: number): string =>
    locale === 'ko' ? (DAYS_KO[day - 1] ?? '') : (DAYS_EN[day - 1] ?? '').slice(0, 3);
  // Three or more in a row are said as a stretch.
  const stretch = days.length > 2 && last - first === days.length - 1;
  if (days.length === 1) return locale === 'ko' ? weekdayName('ko', first) : `on ${DAYS_EN[first - 1]}s`;
  const said = stretch ? `${name(first)}–${name(last)}` : days.map(name).join(locale === 'ko' ? '·' : ', ');
  return locale === 'ko' ? said : `on ${said}`;
}
