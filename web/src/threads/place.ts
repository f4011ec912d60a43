// The inbox as its address says it, and nowhere else: a copied address shows the same threads.
// ?queue= which threads, ?q= what is searched, ?order= how they are sorted, ?assignee= ?tag= ?company= whose.
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Queue } from '../gql/words';

export const INBOX_QUEUES = [
  'MINE',
  'UNASSIGNED',
  'WAITING_FOR_US',
  'UNREAD',
  'IN_PROGRESS',
  'ALL',
  'RESOLVED',
  'CLOSED',
] as const satisfies readonly Queue[];
export type InboxQueue = (typeof INBOX_QUEUES)[number];
export const FILTERS = ['assignee', 'tag', 'company'] as const;
export const ORDERS = ['NEWEST', 'LONGEST_WAITING'] as const;
type Order = (typeof ORDERS)[number];

/** In place of a colleague: threads that nobody takes care of. */
export const NOBODY = 'nobody';

export type PlaceChange = Partial<Record<'queue' | 'order' | 'q' | 'assignee' | 'tag' | 'company', string>>;
export type InboxPlace = ReturnType<typeof useInboxPlace>;

/** The end of an address that shows these threads; other parts of a place are forgotten. */
export function inboxSuffix(change: PlaceChange): string {
  const made = new URLSearchParams(Object.entries(change).filter(([, value]) => value));
  return made.size ? `?${made}` : '';
}

export function useInboxPlace() {
  const [params, setParams] = useSearchParams();
  const queue: InboxQueue = INBOX_QUEUES.find((each) => each === params.get('queue')) ?? 'MINE';
  const order: Order = ORDERS.find((each) => each === params.get('order')) ?? 'NEWEST';
  const search = params.get('q')?.trim().slice(0, 100) ?? '';
  const assignee = params.get('assignee');
  const tag = params.get('tag');
  const company = params.get('company');
  const change = useCallback(
    (next: PlaceChange) => {
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
  const filter = useMemo(
    () => ({
      queue,
      order,
      search: search || null,
      assigneeId: assignee && assignee !== NOBODY ? assignee : null,
      unassigned: assignee === NOBODY,
      tagId: tag || null,
      spaceId: company || null,
    }),
    [queue, order, search, assignee, tag, company],
  );
  const query = params.toString();
  /** Another queue keeps the order and forgets the search and the filters. */
  const suffixOf = (next: InboxQueue) => inboxSuffix({ queue: next, order: order === 'NEWEST' ? '' : order });
  return {
    queue,
    order,
    search,
    assignee,
    tag,
    company,
    filter,
    /** Names the list: two places with one key show the same threads. */
    key: JSON.stringify(filter),
    narrowed: Boolean(assignee ?? tag ?? company),
    change,
    suffix: query ? `?${query}` : '',
    suffixOf,
  };
}
