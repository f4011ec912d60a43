// A calendar while it is edited: seven days, whatever of them is open, and what is still wrong.
import type { Hours } from '../words/hours';
import type { Calendar } from './calendars.gql';

export type Draft = {
  name: string;
  holidays: Calendar['holidays'];
  /** Monday first, always seven. */
  week: Hours[][];
  exceptions: { day: string; name: string; hours: Hours[] }[];
};

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
export const NINE_TO_SIX: Hours = { from: '09:00', to: '18:00' };

export const emptyDraft = (): Draft => ({
  name: '',
  holidays: 'KR',
  week: WEEKDAYS.map((weekday) => (weekday < 6 ? [NINE_TO_SIX] : [])),
  exceptions: [],
});

export const draftOf = ({ name, holidays, week, exceptions }: Calendar): Draft => ({
  name,
  holidays,
  week: WEEKDAYS.map((weekday) => week.find((each) => each.weekday === weekday)?.hours ?? []),
  exceptions,
});

export const inputOf = ({ name, holidays, week, exceptions }: Draft) => ({
  name: name.trim(),
  holidays,
  week: week.map((hours, index) => ({ weekday: index + 1, hours })).filter(({ hours }) => hours.length > 0),
  exceptions: exceptions.map((each) => ({ ...each, name: each.name.trim() })),
});

type Wrong = 'missingTime' | 'order' | 'overlap';

/** null: these hours can stand so. */
export function whatIsWrong(hours: readonly Hours[]): Wrong | null {
  if (hours.some(({ from, to }) => !from || !to)) return 'missingTime';
  if (hours.some(({ from, to }) => from >= to)) return 'order';
  const sorted = [...hours].sort((one, other) => one.from.localeCompare(other.from));
  return sorted.some(({ from }, index) => index > 0 && from < (sorted[index - 1]?.to ?? ''))
    ? 'overlap'
    : null;
}

export type WrongDay = 'dayMissing' | 'dayTwice' | 'nameMissing';

export function whatIsWrongWith({ exceptions }: Draft, index: number): WrongDay | null {
  const { day = '', name = '' } = exceptions[index] ?? {};
  if (!day) return 'dayMissing';
  if (exceptions.findIndex((each) => each.day === day) < index) return 'dayTwice';
  return name.trim() ? null : 'nameMissing';
}

export const isRight = (draft: Draft): boolean =>
  draft.name.trim() !== '' &&
  [...draft.week, ...draft.exceptions.map(({ hours }) => hours)].every((hours) => !whatIsWrong(hours)) &&
  draft.exceptions.every((_, index) => !whatIsWrongWith(draft, index));
