// What the review page lists: kept in the address.
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import {
  CATEGORIES,
  CHANNELS,
  type Category,
  type Channel,
  ORIGINS,
  TIERS,
  type Tier,
  type VocOrigin,
} from '../../gql/words';
import type { ItemFilter } from '../useItems';
import { mondayOf } from '../weeks';

export const VIEWS = ['queue', 'reviewed', 'counted', 'withdrawn', 'all'] as const;
export type View = (typeof VIEWS)[number];

export const ORDERS = ['MOST_DOUBTFUL', 'MOST_REACH', 'NEWEST'] as const;
export type Order = (typeof ORDERS)[number];

export type Filters = {
  view: View;
  order: Order;
  category: Category | null;
  /** What the model had said. */
  proposed: Category | null;
  channel: Channel | null;
  area: string | null;
  company: string | null;
  tier: Tier | null;
  week: string | null;
  /** The last of several weeks. */
  toWeek: string | null;
  /** How it came to be an item; from other pages. */
  origin: VocOrigin | null;
  search: string;
};

const oneOf = <T extends string>(words: readonly T[], word: string | null): T | null =>
  words.find((each) => each === word) ?? null;

function read(params: URLSearchParams): Filters {
  const view = oneOf(VIEWS, params.get('view')) ?? 'queue';
  const week = params.get('week');
  const toWeek = params.get('toWeek');
  return {
    view,
    order: oneOf(ORDERS, params.get('order')) ?? (view === 'queue' ? 'MOST_DOUBTFUL' : 'NEWEST'),
    category: oneOf(CATEGORIES, params.get('category')),
    proposed: oneOf(CATEGORIES, params.get('proposed')),
    channel: oneOf(CHANNELS, params.get('channel')),
    area: params.get('area'),
    company: params.get('company'),
    tier: oneOf(TIERS, params.get('tier')),
    week: week && mondayOf(week) !== null ? week : null,
    toWeek: week && toWeek && mondayOf(toWeek) !== null ? toWeek : null,
    origin: oneOf(ORIGINS, params.get('origin')),
    search: (params.get('search') ?? '').slice(0, 100),
  };
}

const STATES = {
  queue: 'COUNTED',
  reviewed: 'COUNTED',
  counted: 'COUNTED',
  withdrawn: 'WITHDRAWN',
  all: null,
} as const;
const REVIEWED = { queue: false, reviewed: true, counted: null, withdrawn: null, all: null } as const;

export function toItemFilter(filters: Filters): ItemFilter {
  return {
    order: filters.order,
    state: STATES[filters.view],
    reviewed: REVIEWED[filters.view],
    category: filters.category,
    proposedCategory: filters.proposed,
    channel: filters.channel,
    productAreaId: filters.area,
    companyId: filters.company,
    tier: filters.tier,
    week: filters.week,
    toWeek: filters.toWeek,
    origin: filters.origin,
    search: filters.search || null,
  };
}

export function useFilters() {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => read(params), [params]);
  const change = useCallback(
    (next: Partial<Record<keyof Filters, string | null>>) => {
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          // The order goes back to what suits the view.
          if ('view' in next) after.delete('order');
          // One week takes the place of several.
          if ('week' in next) after.delete('toWeek');
          for (const [name, value] of Object.entries(next)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          if (after.get('view') === 'queue') after.delete('view');
          return after;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  const clear = useCallback(
    () =>
      change({
        category: null,
        proposed: null,
        channel: null,
        area: null,
        company: null,
        tier: null,
        week: null,
        toWeek: null,
        origin: null,
        search: null,
      }),
    [change],
  );
  const narrowed =
    Boolean(
      filters.category ??
      filters.proposed ??
      filters.channel ??
      filters.area ??
      filters.company ??
      filters.tier ??
      filters.origin ??
      filters.week,
    ) || filters.search !== '';
  return { filters, change, clear, narrowed };
}
