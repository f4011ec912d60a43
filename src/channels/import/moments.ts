// Moments as files write them: ISO 8601, or a date and a time of day in the installation's zone. Pure.
import { momentAt } from '../../platform/local-time.js';

const DATE = /^(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const BETWEEN = /^[T,\s]*(?:\(?[일월화수목금토](?:요일)?\)?)?[T,\s]*/;
const TIME =
  /^(오전|오후|am|pm)?\s*(\d{1,2})\s*(?:[:시]\s*(?:(\d{1,2})\s*(?:[:분]\s*(?:(\d{1,2})(?:[.,](\d{1,9}))?\s*초?)?)?)?)\s*(am|pm)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

export type ReadMoment = (date: string, time: string) => Date | null;

/**
 * '2026-11-04T12:00:00+09:00', '2026-11-04 12:00', '2026. 11. 4. 오후 3:05', '2026년 11월 4일', '20261104' with or
 * without a time beside it. What could be read in two ways ('04.11.2026', '11/4/2026') is null.
 */
export function momentReader(zone: string): ReadMoment {
  // The zone's offset is looked up once an hour of the calendar, not once a row.
  const hours = new Map<string, number>();
  const startOfHour = (day: string, hour: number): number => {
    const key = `${day} ${hour}`;
    const known = hours.get(key);
    if (known !== undefined) return known;
    const found = momentAt(zone, day, hour * 60).getTime();
    hours.set(key, found);
    return found;
  };
  return (date, time) => {
    const words = date.trim();
    const match = DATE.exec(words) ?? COMPACT.exec(words);
    if (!match) return null;
    const [whole, year = '', month = '', dayOfMonth = ''] = match;
    const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
    if (Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day) return null;
    const beside = words.slice(whole.length).replace(BETWEEN, '');
    // A time of its own says more than the midnight that spreadsheets add to a date.
    const clock = clockOf(time.trim() || beside);
    if (!clock) return null;
    const { hour, rest, offset } = clock;
    if (offset !== null) return new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000 + rest - offset);
    return new Date(startOfHour(day, hour) + rest);
  };
}

type Clock = { hour: number; /** Milliseconds after the hour. */ rest: number; offset: number | null };

function clockOf(text: string): Clock | null {
  if (text === '') return { hour: 0, rest: 0, offset: null };
  const match = TIME.exec(text);
  if (!match) return null;
  const [, before, hours = '', minutes = '0', seconds = '0', fraction = '', after, zone] = match;
  const half = (before ?? after ?? '').toLowerCase();
  const afternoon = half === '오후' || half === 'pm';
  let hour = Number(hours);
  if (half !== '') {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (afternoon ? 12 : 0);
  }
  const [minute, second] = [Number(minutes), Number(seconds)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const rest = minute * 60_000 + second * 1_000 + Math.floor(Number(`0.${fraction || '0'}`) * 1_000);
  return { hour, rest, offset: zone === undefined ? null : offsetOf(zone) };
}

function offsetOf(zone: string): number {
  if (/z/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}
