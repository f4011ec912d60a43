// What the review page lists: kept in the address.
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { CATEGORIES, CHANNELS, type Category, type Channel } from '../../gql/words';
import type { ItemFilter } from '../useItems';
import { mondayOf } from '../weeks';

export const VIEWS = ['queue', 'reviewed', 'withdrawn', 'all'] as const;
export type View = (typeof VIEWS)[number];

export const ORDERS = ['MOST_DOUBTFUL', 'NEWEST'] as const;
export type Order = (typeof ORDERS)[number];

export type Filters = {
  view: View;
  order: Order;
  category: Category | null;
  channel: Channel | null;
  area: string | null;
  week: string | null;
  search: string;
};

const oneOf = <T extends string>(words: readonly T[], word: string | null): T | null =>
  words.find((each) => each === word) ?? null;

function read(params: URLSearchParams): Filters {
  const view = oneOf(VIEWS, params.get('view')) ?? 'queue';
  const week = params.get('week');
  return {
    view,
    order: oneOf(ORDERS, params.get('order')) ?? (view === 'queue' ? 'MOST_DOUBTFUL' : 'NEWEST'),
    category: oneOf(CATEGORIES, params.get('category')),
    channel: oneOf(CHANNELS, params.get('channel')),
    area: params.get('area'),
    week: week && mondayOf(week) !== null ? week : null,
    search: (params.get('search') ?? '').slice(0, 100),
  };
}

const STATES = { queue: 'COUNTED', reviewed: 'COUNTED', withdrawn: 'WITHDRAWN', all: null } as const;
const REVIEWED = { queue: false, reviewed: true, withdrawn: null, all: null } as const;

export function toItemFilter(filters: Filters): ItemFilter {
  return {
    order: filters.order,
    state: STATES[filters.view],
    reviewed: REVIEWED[filters.view],
    category: filters.category,
    channel: filters.channel,
    productAreaId: filters.area,
    week: filters.week,
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
    () => change({ category: null, channel: null, area: null, week: null, search: null }),
    [change],
  );
  const narrowed =
    Boolean(filters.category ?? filters.channel ?? filters.area ?? filters.week) || filters.search !== '';
  return { filters, change, clear, narrowed };
}
