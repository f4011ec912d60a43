// From which moment on silence is too long: counted in days of the installation's zone, so that a company is quiet on a day, not from a minute.
import { addDays, dateIn, startOfDay } from '../../platform/local-time.js';

/** A day on which is looked: what was said by its end counts, and who was heard of last before `before` is quiet. */
export type QuietDay = { day: string; until: Date; before: Date };

export function quietDay(zone: string, day: string, weeks: number): QuietDay {
  return {
    day,
    until: startOfDay(zone, addDays(day, 1)),
    before: startOfDay(zone, addDays(day, 1 - weeks * 7)),
  };
}

/** Whole weeks from the day of `since` to `day`. */
export function weeksQuiet(zone: string, since: Date, day: string): number {
  const days = (Date.parse(day) - Date.parse(dateIn(zone, since))) / 86_400_000;
  return Math.floor(days / 7);
}
