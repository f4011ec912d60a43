// Where a figure of agreement leads: to exactly the items that it counts.
import type { Category } from '../../gql/words';
import { paths } from '../../paths';

export type Weeks = { week: string; toWeek: string };

const query = (values: Record<string, string | null | undefined>): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) params.set(name, value);
  return params.toString();
};

type Cell = { first?: Category; second?: Category };

/** Items that two people coded. */
export const twiceOf = (weeks: Weeks, cell: Cell & { coder?: string } = {}): string =>
  `${paths.quality}?${query({ show: 'twice', view: 'all', ...weeks, ...cell })}`;

/** Items of which the model said one thing and people another, or the same. */
export const reviewedOf = (weeks: Weeks, { first, second }: Cell = {}): string =>
  `${paths.review}?${query({
    view: 'reviewed',
    week: weeks.week,
    toWeek: weeks.toWeek === weeks.week ? null : weeks.toWeek,
    proposed: first,
    category: second,
  })}`;

/** Items of which a model outside and people say one thing and another, or the same; `differs`: only where they differ. */
export const outsideOf = (
  weeks: Weeks,
  { first, second, differs }: Cell & { differs?: boolean } = {},
): string =>
  `${paths.quality}?${query({ show: 'outside', ...weeks, first, second, differs: differs ? '1' : null })}`;

type Decided = { coder?: string; kind?: 'CONFIRMED' | 'CORRECTED' };

/** Decisions of a person. */
export const decisionsOf = (weeks: Weeks, decided: Decided): string =>
  `${paths.quality}?${query({ show: 'changes', ...weeks, ...decided })}`;

export const coderOf = (coder: string): string => `${paths.quality}?${query({ show: 'coders', coder })}`;
