// The inbox as its address says it: ?queue= which threads, ?q= what is searched, ?order= how they are sorted.
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { type CombinedError, useClient } from 'urql';
import type { Queue } from '../gql/words';
import { useHints } from '../session/live';
import { type FetchPage, usePages } from './pages';
import { InboxThreadsQuery, type ThreadInInbox } from './threads.gql';

export const INBOX_QUEUES = [
  'MINE',
  'UNASSIGNED',
  'WAITING_FOR_US',
  'UNREAD',
  'ALL',
  'RESOLVED',
  'CLOSED',
] as const satisfies readonly Queue[];
export type InboxQueue = (typeof INBOX_QUEUES)[number];
export const ORDERS = ['NEWEST', 'LONGEST_WAITING'] as const;

const SIZE = 30;

export type InboxPlace = ReturnType<typeof useInboxPlace>;

export function useInboxPlace() {
  const [params, setParams] = useSearchParams();
  const queue = INBOX_QUEUES.find((each) => each === params.get('queue')) ?? 'MINE';
  const order = ORDERS.find((each) => each === params.get('order')) ?? 'NEWEST';
  const search = params.get('q')?.trim() ?? '';
  const change = useCallback(
    (next: Partial<Record<'queue' | 'order' | 'q', string>>) => {
      setParams(
        (old) => {
          const made = new URLSearchParams(old);
          for (const [name, value] of Object.entries(next)) {
            if (value) made.set(name, value);
            else made.delete(name);
          }
          return made;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  const query = params.toString();
  /** Another queue keeps the order and forgets the search. */
  const suffixOf = (next: InboxQueue) => `?queue=${next}${order === 'NEWEST' ? '' : `&order=${order}`}`;
  return {
    queue,
    order,
    search,
    change,
    suffix: query ? `?${query}` : '',
    suffixOf,
  };
}

export function useInboxThreads({ queue, order, search }: Pick<InboxPlace, 'queue' | 'order' | 'search'>) {
  const client = useClient();
  const fetch: FetchPage<ThreadInInbox, null> = async (after, first) => {
    const variables = { queue, order, search: search || null, first, after };
    const { data, error } = await client
      .query(InboxThreadsQuery, variables, { requestPolicy: 'network-only' })
      .toPromise();
    if (!data) return error as CombinedError;
    const { edges, pageInfo } = data.threads;
    return {
      rows: edges.map(({ node }) => node),
      next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
      head: null,
    };
  };
  const pages = usePages(`inbox ${queue} ${order} ${search}`, SIZE, fetch);
  useHints(
    (hint) => hint.kind === 'THREAD' || hint.kind === 'READ',
    () => void pages.refresh(),
  );
  return pages;
}
