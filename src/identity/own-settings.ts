// What a person sets for themself, checked: the time zone and the hours in which nothing disturbs.
import { invalid } from '../platform/errors.js';

const ZONES = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** A zone by its IANA name, as both the calendar here and PostgreSQL know it. */
export function mustBeZone(zone: string | null): string | null {
  if (zone !== null && !ZONES.has(zone))
    throw invalid('ZONE', `'${zone.slice(0, 40)}' is no time zone; write it like Asia/Seoul.`, 'zone');
  return zone;
}

/** Both ends or none, and not the same: such hours would be the whole day, or no time at all. */
export function mustBeQuiet(from: string | null, to: string | null): void {
  if ((from === null) !== (to === null))
    throw invalid(
      'QUIET_HOURS',
      'Quiet hours need a beginning and an end.',
      from === null ? 'quietFrom' : 'quietTo',
    );
  if (from !== null && from.slice(0, 5) === to?.slice(0, 5))
    throw invalid('QUIET_HOURS', 'Quiet hours must not begin and end at the same time.', 'quietTo');
}
