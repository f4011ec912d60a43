// Quiet hours: when a mail waits, and until when.
import { addDays, dateIn, minuteOfDay, momentAt, weekdayOf } from '../platform/local-time.js';

export type QuietHours = {
  /** IANA time zone in which the person lives. */
  zone: string;
  /** 'HH:MM'; both null: no quiet hours. They may run over midnight. */
  from: string | null;
  to: string | null;
  /** All of Saturday and Sunday. */
  weekends: boolean;
};

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** When the quiet that holds at `moment` ends; null when it is not quiet. */
export function quietUntil(hours: QuietHours, moment: Date): Date | null {
  let end = moment;
  // A night may run into a quiet weekend and that into the next night: at most a few steps.
  for (let step = 0; step < 6; step++) {
    const next = endOfQuiet(hours, end);
    if (!next || next <= end) break;
    end = next;
  }
  return end > moment ? end : null;
}

function endOfQuiet({ zone, from, to, weekends }: QuietHours, moment: Date): Date | null {
  const date = dateIn(zone, moment);
  const weekday = weekdayOf(date);
  if (weekends && weekday >= 6) return momentAt(zone, addDays(date, 8 - weekday), 0);
  if (from === null || to === null || from === to) return null;
  const [now, start, stop] = [minuteOfDay(zone, moment), minutes(from), minutes(to)];
  if (start < stop) return now >= start && now < stop ? momentAt(zone, date, stop) : null;
  if (now >= start) return momentAt(zone, addDays(date, 1), stop);
  return now < stop ? momentAt(zone, date, stop) : null;
}
