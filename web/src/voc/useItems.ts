// A list of VOC items page by page. It is held here and not in the cache, so that no decision moves it under the cursor.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { VariablesOf } from '../gql/graphql';
import { type Item, ItemsQuery } from './voc.gql';

export type ItemFilter = Omit<VariablesOf<typeof ItemsQuery>, 'first' | 'after'>;

type Held = { key: string; items: Item[]; totalCount: number; more: string | null };

const PAGE = 30;
const MOST = 100;

export function useItems(filter: ItemFilter) {
  const client = useClient();
  const key = JSON.stringify(filter);
  const [held, setHeld] = useState<Held | null>(null);
  const [fetching, setFetching] = useState(true);
  const [error, setError] = useState<CombinedError | undefined>();
  const latest = useRef({ key, held, run: 0 });
  latest.current.key = key;
  latest.current.held = held;

  /** `from` null: anew, as many as were shown; otherwise the page after it. */
  const read = useCallback(
    async (from: string | null, size: number): Promise<void> => {
      const run = ++latest.current.run;
      const asked = latest.current.key;
      setFetching(true);
      const variables = { ...(JSON.parse(asked) as ItemFilter), first: size, after: from };
      const result = await client.query(ItemsQuery, variables, { requestPolicy: 'network-only' }).toPromise();
      // A slower answer to an older question is dropped.
      if (run !== latest.current.run) return;
      setFetching(false);
      setError(result.error);
      const list = result.data?.vocItems;
      if (!list) return;
      const items = list.edges.map((edge) => edge.node);
      const more = list.pageInfo.hasNextPage ? (list.pageInfo.endCursor ?? null) : null;
      setHeld((before) => {
        if (from === null || before?.key !== asked)
          return { key: asked, items, totalCount: list.totalCount, more };
        const known = new Set(before.items.map(({ id }) => id));
        return {
          key: asked,
          items: [...before.items, ...items.filter(({ id }) => !known.has(id))],
          totalCount: list.totalCount,
          more,
        };
      });
    },
    [client],
  );

  useEffect(() => {
    void read(null, PAGE);
  }, [read, key]);

  const reload = useCallback(() => {
    const { held: shown, key: now } = latest.current;
    return read(null, shown?.key === now ? Math.min(MOST, Math.max(PAGE, shown.items.length)) : PAGE);
  }, [read]);

  const loadMore = useCallback(() => {
    const more = latest.current.held?.more;
    return more ? read(more, PAGE) : Promise.resolve();
  }, [read]);

  /** Puts a newer state of one item in its place. */
  const replace = useCallback((item: Item) => {
    setHeld(
      (before) =>
        before && { ...before, items: before.items.map((each) => (each.id === item.id ? item : each)) },
    );
  }, []);

  return {
    items: held?.items ?? [],
    totalCount: held?.totalCount ?? 0,
    hasMore: (held?.more ?? null) !== null,
    /** The list shown answers the question asked. */
    settled: held?.key === key,
    loaded: held !== null,
    fetching,
    error,
    reload,
    loadMore,
    replace,
  };
}
