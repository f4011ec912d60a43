// The threads of the inbox as its address says, kept true by what one hears: news of one thread reads that thread alone.
import { useRef } from 'react';
import { type CombinedError, useClient } from 'urql';
import { type Hint, useHints } from '../session/live';
import type { InboxPlace } from './place';
import { type FetchPage, usePages } from './pages';
import { InboxThreadsQuery, type ThreadInInbox } from './threads.gql';

const SIZE = 50;
/** More news than this at once: the list is read again. */
const MOST_NEWS = 100;

const desc = (one: string, other: string): number => (one < other ? 1 : one > other ? -1 : 0);

/** As the server sorts. */
const ORDER = {
  NEWEST: (one: ThreadInInbox, other: ThreadInInbox) =>
    desc(one.lastMessageAt, other.lastMessageAt) || desc(one.id, other.id),
  LONGEST_WAITING: (one: ThreadInInbox, other: ThreadInInbox) =>
    -desc(one.unansweredSince ?? '9', other.unansweredSince ?? '9') || -desc(one.id, other.id),
};

export type InboxThreads = ReturnType<typeof useInboxThreads>;

export function useInboxThreads({ filter, key }: Pick<InboxPlace, 'filter' | 'key'>) {
  const client = useClient();
  const ask = (page: { first: number; after?: string | null; threadIds?: string[] }) =>
    client
      .query(InboxThreadsQuery, { ...filter, after: null, ...page }, { requestPolicy: 'network-only' })
      .toPromise();
  const fetch: FetchPage<ThreadInInbox, null> = async (after, first) => {
    const { data, error } = await ask({ first, after });
    if (!data) return error as CombinedError;
    const { edges, pageInfo } = data.threads;
    return {
      rows: edges.map(({ node }) => node),
      next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
      head: null,
    };
  };
  const list = usePages(`inbox ${key}`, SIZE, fetch);
  const hearing = useRef<Promise<void>>(Promise.resolve());
  useHints(
    (hint) => hint.kind === 'THREAD' || hint.kind === 'READ',
    (heard) => {
      // One after the other: an older answer must not come in after a newer one and undo what it brought.
      hearing.current = hearing.current.then(() => hear(heard)).catch(() => {});
    },
  );
  const hear = async (heard: readonly Hint[]): Promise<void> => {
    const ids = new Set(heard.map(({ threadId }) => threadId).filter((id) => id !== null));
    const known = heard.every(({ kind, threadId }) => kind !== 'RESYNC' && threadId !== null);
    if (!known || ids.size > MOST_NEWS) return list.refresh();
    const { data } = await ask({ first: MOST_NEWS, threadIds: [...ids] });
    if (!data) return list.refresh();
    const rows = data.threads.edges.map(({ node }) => node);
    list.merge(ids, rows, ORDER[filter.order]);
  };
  // While another list is on its way, what was there stays, so that nothing jumps.
  const before = useRef({ rows: list.rows, next: list.next, key, loaded: list.loaded });
  if (list.loaded) before.current = { rows: list.rows, next: list.next, key, loaded: true };
  return { ...list, shown: before.current, stale: !list.loaded };
}
