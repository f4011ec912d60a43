// Rows to working calendars, and those to what a reader sees of a day or a moment.
import type { Clock } from '../../platform/clock.js';
import { addDays, dateIn } from '../../platform/local-time.js';
import { globalId } from '../../platform/graphql/index.js';
import type { AnsweringType, CalendarDayType, CalendarType } from './calendar.graphql.js';
import type { CalendarRow, HoursRow } from './calendar.reads.js';
import { inEnglish } from './holiday-names.js';
import { holidaysOf } from './holidays.js';
import { writeHours } from './hours.js';
import { type Day, type WorkingCalendar, closesAt, dayOf, isOpen, nextOpening } from './working-time.js';

export async function workingCalendar(zone: string, row: HoursRow): Promise<WorkingCalendar> {
  return {
    zone,
    week: new Map(row.week.map(({ weekday, hours }) => [weekday, hours])),
    exceptions: new Map(row.exceptions.map(({ day, name, hours }) => [day, { name, hours }])),
    holidays: await holidaysOf(row.holidays),
  };
}

const weekShape = (row: HoursRow) =>
  row.week.map(({ weekday, hours }) => ({ weekday, hours: writeHours(hours) }));

export const calendarShape = (row: CalendarRow): CalendarType => ({
  id: globalId('calendar', row.id),
  name: row.name,
  isDefault: row.is_default,
  holidays: row.holidays,
  version: row.version,
  week: weekShape(row),
  exceptions: row.exceptions.map(({ day, name, hours }) => ({ day, name, hours: writeHours(hours) })),
  companyCount: row.company_count,
  row,
});

/** Own days are named by staff in one language, public holidays in both. */
export const dayShape = ({ day, kind, hours, names }: Day): CalendarDayType => ({
  day,
  kind,
  hours: writeHours(hours),
  nameKo: names.length > 0 ? names.join(' · ') : null,
  nameEn: names.length > 0 ? names.map(kind === 'HOLIDAY' ? inEnglish : (name) => name).join(', ') : null,
});

/** Public holidays of the year that begins with a day, also those that days of one's own take the place of. */
export function comingHolidays(calendar: WorkingCalendar, from: string): CalendarDayType[] {
  const days = Array.from({ length: 366 }, (_, index) => addDays(from, index));
  const holidays = days.map((day) => ({ day, names: calendar.holidays(day) }));
  return holidays
    .filter(({ names }) => names.length > 0)
    .map(({ day, names }) => {
      const { kind, hours } = dayOf(calendar, day);
      return { ...dayShape({ day, kind: 'HOLIDAY', hours, names }), kind };
    });
}

export async function answeringShape(zone: string, row: HoursRow, clock: Clock): Promise<AnsweringType> {
  const calendar = await workingCalendar(zone, row);
  const now = clock.now();
  const today = dayOf(calendar, dateIn(zone, now));
  const openNow = isOpen(calendar, now);
  return {
    zone,
    week: weekShape(row),
    openNow,
    opensAt: openNow ? null : nextOpening(calendar, now),
    closesAt: openNow ? closesAt(calendar, now) : null,
    today: dayShape(today),
    closedBecause: openNow ? null : today.kind,
  };
}
