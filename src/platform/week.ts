// ISO 8601 weeks in the installation's zone: a week is its Monday ('2026-11-09'), shown as '2026-W46'.
import { invalid } from './errors.js';
import { dateIn } from './local-time.js';

/** A Monday as 'YYYY-MM-DD'. */
export type Monday = string;

const DAY = 86_400_000;

const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The Monday of the week to which a moment belongs in a zone. */
export function weekOf(zone: string, moment: Date): Monday {
  const day = utc(dateIn(zone, moment));
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  return iso(day - sinceMonday * DAY);
}

export const addWeeks = (monday: Monday, weeks: number): Monday => iso(utc(monday) + weeks * 7 * DAY);

/** '2026-11-09' → '2026-W46': the year and number are those of the week's Thursday. */
export function weekName(monday: Monday): string {
  const thursday = new Date(utc(monday) + 3 * DAY);
  const year = thursday.getUTCFullYear();
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** '2026-W46' → '2026-11-09'. Throws INVALID for what is no week, such as '2025-W53'. */
export function parseWeek(name: string): Monday {
  const match = /^(\d{4})-W(\d{2})$/.exec(name);
  if (match) {
    const january4 = Date.UTC(Number(match[1]), 0, 4);
    const firstMonday = january4 - ((new Date(january4).getUTCDay() + 6) % 7) * DAY;
    const monday = iso(firstMonday + (Number(match[2]) - 1) * 7 * DAY);
    if (weekName(monday) === name) return monday;
  }
  throw invalid('WEEK', `'${name.slice(0, 20)}' is no ISO week; write it like 2026-W46.`, 'week');
}
