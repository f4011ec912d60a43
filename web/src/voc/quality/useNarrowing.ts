// Which weeks, coder and categories the address narrows a list to.
import { useSearchParams } from 'react-router';
import { CATEGORIES, type Category } from '../../gql/words';
import { mondayOf } from '../weeks';

export function useNarrowing() {
  const [params, setParams] = useSearchParams();
  const week = (name: string): string | null => {
    const value = params.get(name);
    return value && mondayOf(value) !== null ? value : null;
  };
  const category = (name: string): Category | null =>
    CATEGORIES.find((each) => each === params.get(name)) ?? null;
  const change = (next: Record<string, string | null>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(next)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      },
      { replace: true },
    );
  return { params, week: week('week'), toWeek: week('toWeek'), coder: params.get('coder'), category, change };
}

/** “2026-W36 – 2026-W47”, or one of them; null: all weeks. */
export const spanText = (week: string | null, toWeek: string | null): string | null =>
  week && toWeek && week !== toWeek ? `${week} – ${toWeek}` : (week ?? toWeek);
