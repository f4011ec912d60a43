// What remains and what came in meanwhile, without touching the list on the screen.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useHints } from '../../session/live';
import type { ItemFilter } from '../useItems';
import { NewsQuery } from '../voc.gql';

const CALM_MS = 250;

type News = { total: number; fresh: number };

/** `loads` counts the lists loaded so far: what is newest at that moment is no news. `settled` runs with every fresh total. */
export function useNews(filter: ItemFilter, loads: number, settled: () => void) {
  const client = useClient();
  const { order: _, tier: __, ...variables } = filter;
  const key = JSON.stringify(variables);
  const [news, setNews] = useState<News | null>(null);
  const newest = useRef<string | null>(null);
  const run = useRef(0);
  const done = useRef(settled);
  done.current = settled;

  const ask = useCallback(
    async (first: boolean) => {
      const mine = ++run.current;
      const { data } = await client
        .query(NewsQuery, JSON.parse(key), { requestPolicy: 'network-only' })
        .toPromise();
      if (mine !== run.current || !data) return;
      const { totalCount, edges } = data.vocItems;
      if (first) newest.current = edges[0]?.node.occurredAt ?? null;
      const since = newest.current;
      const fresh = first ? 0 : edges.filter(({ node }) => since === null || node.occurredAt > since).length;
      done.current();
      setNews({ total: totalCount, fresh });
    },
    [client, key],
  );

  useEffect(() => {
    setNews(null);
    if (loads > 0) void ask(true);
  }, [ask, loads]);

  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const soon = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => void ask(newest.current === null), CALM_MS);
  }, [ask]);
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), [soon]);
  useHints(({ kind }) => kind === 'VOC', soon);

  return { news, soon };
}
