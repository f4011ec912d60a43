// Quarters of the calendar in the installation's zone: '2026-Q4'.
import { invalid } from '../../platform/errors.js';
import { dateIn, startOfDay } from '../../platform/local-time.js';

export type Quarter = { name: string; from: Date; before: Date };

const at = (zone: string, index: number): Quarter => {
  const [year, part] = [Math.floor(index / 4), index % 4];
  const first = (each: number): string =>
    `${Math.floor(each / 4)}-${String((each % 4) * 3 + 1).padStart(2, '0')}-01`;
  return {
    name: `${year}-Q${part + 1}`,
    from: startOfDay(zone, first(index)),
    before: startOfDay(zone, first(index + 1)),
  };
};

const indexOf = (date: string): number =>
  Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);

/** The running quarter last. */
export function lastQuarters(zone: string, now: Date, count: number): Quarter[] {
  const running = indexOf(dateIn(zone, now));
  return Array.from({ length: count }, (_, back) => at(zone, running - count + 1 + back));
}

/** Throws INVALID for what is no quarter. */
export function parseQuarter(zone: string, name: string): Quarter {
  const match = /^(\d{4})-Q([1-4])$/.exec(name);
  if (!match) throw invalid('QUARTER', 'Write a quarter like 2026-Q4.', 'quarter');
  return at(zone, Number(match[1]) * 4 + Number(match[2]) - 1);
}
