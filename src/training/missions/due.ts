// When a step is due: the end of the n-th working day after the session, by the calendar of the company.
import { dateIn, momentAt } from '../../platform/local-time.js';
import { type WorkingCalendar, addWorkingDays, dayOf } from '../../spaces/index.js';

/** The moment at which the last opening of the n-th working day after `from` ends; null: the calendar never opens again. */
export function dueAt(calendar: WorkingCalendar, from: Date, days: number): Date | null {
  const day = dateIn(calendar.zone, from);
  const due = endOf(calendar, addWorkingDays(calendar, day, days));
  // A session may end after hours: what is due the same day is due the next one then.
  return due && due <= from ? endOf(calendar, addWorkingDays(calendar, day, 1)) : due;
}

/** The same after the calendar has changed: time that was counted stays counted, so it is never due in the past. */
export function dueAfterChange(calendar: WorkingCalendar, from: Date, days: number, now: Date): Date | null {
  const due = dueAt(calendar, from, days);
  return due && due <= now ? dueAt(calendar, now, 0) : due;
}

function endOf(calendar: WorkingCalendar, day: string | null): Date | null {
  if (day === null) return null;
  const end = Math.max(...dayOf(calendar, day).hours.map(({ to }) => to));
  return momentAt(calendar.zone, day, end);
}
