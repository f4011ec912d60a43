// Business time: what of an interval lies in the working hours of a calendar. Clocks on the wall of the zone decide,
// so that a day on which they are put forward or back has an hour less or more where it is worked.
import { addDays, dateIn, offsetAt, weekdayOf } from '../../platform/local-time.js';
import type { HolidayNames } from './holidays.js';

/** Minutes after midnight, `to` exclusive, at most 1440. */
export type Interval = { from: number; to: number };

/** A day of one's own: closed when it has no hours. */
export type Exception = { name: string; hours: readonly Interval[] };

export type WorkingCalendar = {
  zone: string;
  /** 1 Monday to 7 Sunday; a day that is not named is closed. */
  week: ReadonlyMap<number, readonly Interval[]>;
  exceptions: ReadonlyMap<string, Exception>;
  holidays: HolidayNames;
};

export const DAY_KINDS = ['WEEK', 'HOLIDAY', 'EXCEPTION'] as const;
export type DayKind = (typeof DAY_KINDS)[number];
export type Day = { day: string; kind: DayKind; hours: readonly Interval[]; names: readonly string[] };

/** Milliseconds of open time, `end` exclusive. */
type Opening = { start: number; end: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Nobody waits longer than this for a door to open; a calendar that is closed so long never opens. */
const NEVER = 800;

/** What holds on a day, and why: one's own days before holidays, holidays before the week. */
export function dayOf(calendar: WorkingCalendar, day: string): Day {
  const exception = calendar.exceptions.get(day);
  if (exception) return { day, kind: 'EXCEPTION', hours: exception.hours, names: [exception.name] };
  const names = calendar.holidays(day);
  if (names.length > 0) return { day, kind: 'HOLIDAY', hours: [], names };
  return { day, kind: 'WEEK', hours: calendar.week.get(weekdayOf(day)) ?? [], names: [] };
}

/** Open time between two moments; none when they stand the other way round. */
export function businessMs(calendar: WorkingCalendar, from: Date, to: Date): number {
  let sum = 0;
  const last = dateIn(calendar.zone, to);
  for (let day = dateIn(calendar.zone, from); day <= last; day = addDays(day, 1)) {
    for (const { start, end } of openingsOf(calendar, day))
      sum += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()));
  }
  return sum;
}

export const isOpen = (calendar: WorkingCalendar, at: Date): boolean =>
  openingsOf(calendar, dateIn(calendar.zone, at)).some(
    ({ start, end }) => start <= at.getTime() && at.getTime() < end,
  );

/** The moment itself when it is open then; null when the calendar never opens again. */
export function nextOpening(calendar: WorkingCalendar, at: Date): Date | null {
  for (const { start } of openingsFrom(calendar, at)) return new Date(start);
  return null;
}

/** The end of what is open at a moment, also where it runs over midnight; null when it is closed then. */
export function closesAt(calendar: WorkingCalendar, at: Date): Date | null {
  if (!isOpen(calendar, at)) return null;
  let close = at.getTime();
  for (const { start, end } of openingsFrom(calendar, at)) {
    // One that is open day and night never closes; nobody has to know when.
    if (start > close || end - at.getTime() > 8 * 24 * HOUR) break;
    close = end;
  }
  return new Date(close);
}

/** The moment at which so much open time has passed; null when that never comes. */
export function addBusinessMs(calendar: WorkingCalendar, at: Date, milliseconds: number): Date | null {
  if (milliseconds <= 0) return at;
  let left = milliseconds;
  for (const { start, end } of openingsFrom(calendar, at)) {
    if (left <= end - start) return new Date(start + left);
    left -= end - start;
  }
  return null;
}

/** The n-th working day after a day (before it, when n is negative); 0: itself or the next that is one. */
export function addWorkingDays(calendar: WorkingCalendar, day: string, days: number): string | null {
  const step = days < 0 ? -1 : 1;
  let left = Math.abs(days);
  let at = day;
  if (left === 0) {
    if (works(calendar, at)) return at;
    left = 1;
  }
  for (let closed = 0; closed < NEVER;) {
    at = addDays(at, step);
    if (!works(calendar, at)) closed++;
    else if (--left === 0) return at;
    else closed = 0;
  }
  return null;
}

const works = (calendar: WorkingCalendar, day: string): boolean => dayOf(calendar, day).hours.length > 0;

/** Openings that end after a moment, the first one from that moment on. */
function* openingsFrom(calendar: WorkingCalendar, at: Date): Generator<Opening> {
  const moment = at.getTime();
  let day = dateIn(calendar.zone, at);
  for (let closed = 0; closed < NEVER; closed++, day = addDays(day, 1)) {
    for (const { start, end } of openingsOf(calendar, day)) {
      if (end <= moment) continue;
      closed = 0;
      yield { start: Math.max(start, moment), end };
    }
  }
}

/** What is open on a day, in order. */
function openingsOf(calendar: WorkingCalendar, day: string): Opening[] {
  const { hours } = dayOf(calendar, day);
  if (hours.length === 0) return [];
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return piecesOf(calendar.zone, midnight).flatMap(({ start, end, offset }) =>
    hours
      .map(({ from, to }) => ({
        start: Math.max(start, midnight + from * MINUTE - offset),
        end: Math.min(end, midnight + to * MINUTE - offset),
      }))
      .filter((each) => each.start < each.end),
  );
}

/** The hours in which it can be this day somewhere, cut where the clocks of the zone are changed. */
function piecesOf(zone: string, midnight: number): (Opening & { offset: number })[] {
  const [start, end] = [midnight - 15 * HOUR, midnight + 39 * HOUR];
  const [before, after] = [offsetAt(zone, new Date(start)), offsetAt(zone, new Date(end))];
  if (before === after) return [{ start, end, offset: before }];
  let [old, changed] = [start, end];
  while (changed - old > MINUTE) {
    const middle = old + Math.floor((changed - old) / 2 / MINUTE) * MINUTE;
    if (offsetAt(zone, new Date(middle)) === before) old = middle;
    else changed = middle;
  }
  return [
    { start, end: changed, offset: before },
    { start: changed, end, offset: after },
  ];
}
