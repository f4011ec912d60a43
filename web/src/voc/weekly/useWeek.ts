// The figures of one week, kept while the next ones come, and the weeks beside it read ahead.
import { useEffect, useRef } from 'react';
import { useClient, useQuery } from 'urql';
import { useHints } from '../../session/live';
import { type Week, WeekQuery } from '../voc.gql';

/** Hints come in bursts; figures need not follow faster than people read. */
const CALM_MS = 400;

export function useWeek(week: string | null, onNews: () => void) {
  const client = useClient();
  const [{ data, error, fetching }, again] = useQuery({ query: WeekQuery, variables: { week } });
  const kept = useRef<Week | null>(null);
  if (data?.weeklyVoc) kept.current = data.weeklyVoc;
  const shown = data?.weeklyVoc ?? kept.current;

  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useHints(
    ({ kind }) => kind === 'VOC',
    () => {
      timer.current ??= setTimeout(() => {
        timer.current = null;
        again({ requestPolicy: 'network-only' });
        onNews();
      }, CALM_MS);
    },
  );
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), []);

  const [before, after] = [shown?.previousWeek, shown?.nextWeek];
  useEffect(() => {
    for (const beside of [before, after]) {
      if (beside)
        void client.query(WeekQuery, { week: beside }, { requestPolicy: 'cache-first' }).toPromise();
    }
  }, [client, before, after]);

  return {
    week: error && !data ? null : shown,
    /** Another week is asked for than the one that is shown. */
    changing: fetching && !data?.weeklyVoc,
    error: data ? undefined : error,
    again: () => again({ requestPolicy: 'network-only' }),
  };
}
