// Hours as people write them ('09:00') and as they are kept (minutes after midnight).
import { dateIn } from '../../platform/local-time.js';
import { invalid } from '../../platform/errors.js';
import type { Interval } from './working-time.js';

export type WrittenHours = { from: string; to: string };

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const two = (number: number): string => String(number).padStart(2, '0');
const written = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

export const writeHours = (hours: readonly Interval[]): WrittenHours[] =>
  hours.map(({ from, to }) => ({ from: written(from), to: written(to) }));

/** In order; INVALID where they end before they begin, or overlap. */
export function readHours(hours: readonly WrittenHours[], field: string): Interval[] {
  const read = hours
    .map(({ from, to }) => ({ from: minutes(from), to: minutes(to) }))
    .sort((one, other) => one.from - other.from);
  if (read.some(({ from, to }) => from >= to))
    throw invalid(
      'HOURS_ORDER',
      'Hours end after they begin; after midnight belongs to the next day.',
      field,
    );
  if (read.some(({ from }, index) => index > 0 && from < (read[index - 1]?.to ?? 0)))
    throw invalid('HOURS_OVERLAP', 'Two of the hours of one day overlap.', field);
  return read;
}

/** A date that stands in a calendar: not 31 February. */
export function mustBeDate(day: string, field: string): void {
  const moment = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || dateIn('UTC', moment) !== day)
    throw invalid('DATE', 'There is no such day; write it like 2026-12-24.', field);
}
