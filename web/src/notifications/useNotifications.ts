// The viewer's notifications, page by page and live.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient, useMutation } from 'urql';
import { useHints } from '../session/live';
import { leadsSomewhere } from './leads';
import { MarkNotificationsRead, type NotificationItem, NotificationsQuery } from './notifications.gql';

const SIZE = 20;

type State = {
  items: NotificationItem[];
  next: string | null;
  loaded: boolean;
  error: CombinedError | null;
};

export function useNotifications() {
  const client = useClient();
  const [state, setState] = useState<State>({ items: [], next: null, loaded: false, error: null });
  const shown = useRef(SIZE);
  const read = useCallback(
    async (first: number, after: string | null) => {
      const { data, error } = await client
        .query(NotificationsQuery, { first, after }, { requestPolicy: 'network-only' })
        .toPromise();
      const page = data?.notifications;
      setState((before) => {
        if (!page) return { ...before, error: error ?? null };
        // What leads nowhere any more is not shown.
        const fresh = page.edges.map(({ node }) => node).filter(leadsSomewhere);
        const items = after ? [...before.items, ...fresh] : fresh;
        shown.current = Math.min(100, Math.max(SIZE, items.length));
        return {
          items,
          next: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
          loaded: true,
          error: null,
        };
      });
    },
    [client],
  );
  const refresh = useCallback(() => read(shown.current, null), [read]);
  useEffect(() => void refresh(), [refresh]);
  useHints(
    ({ kind }) => kind === 'NOTIFICATION',
    () => void refresh(),
  );
  const [, mark] = useMutation(MarkNotificationsRead);

  /** Shown at once; the hint that follows reads again. Null: all. */
  const markRead = async (ids: string[] | null): Promise<CombinedError | undefined> => {
    setState((before) => ({
      ...before,
      items: before.items.map((item) => (!ids || ids.includes(item.id) ? { ...item, read: true } : item)),
    }));
    const { error } = await mark({ input: { ids } });
    if (error) await refresh();
    return error;
  };
  return { ...state, refresh, more: () => read(SIZE, state.next), markRead };
}
