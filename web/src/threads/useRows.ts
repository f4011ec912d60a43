// Which row of the list one stands on: j and k move it, also past what was loaded; a row that leaves hands on its place.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { InboxThreads } from './useInbox';

export type Rows = ReturnType<typeof useRows>;

/** `shown`: the rows as they stand; the opened thread is where one stands until one moves. */
export function useRows(
  { shown, loadMore }: Pick<InboxThreads, 'shown' | 'loadMore'>,
  threadId: string | undefined,
) {
  const { rows } = shown;
  const [chosen, setChosen] = useState<string | null>(threadId ?? null);
  /** Asks the list to bring the row into view and to focus it; the number makes a second wish a new one. */
  const [wish, setWish] = useState({ id: '', times: 0 });
  const stood = useRef(-1);
  const latest = useRef(rows);
  latest.current = rows;

  useEffect(() => {
    if (threadId) setChosen(threadId);
  }, [threadId]);
  const index = rows.findIndex(({ id }) => id === chosen);
  if (index >= 0) stood.current = index;
  useEffect(() => {
    stood.current = -1;
  }, [shown.key]);

  const stand = useCallback((id: string) => setChosen(id), []);
  const focus = useCallback((id: string) => {
    setChosen(id);
    setWish(({ times }) => ({ id, times: times + 1 }));
  }, []);

  const move = async (by: number): Promise<string | null> => {
    let to = index + by;
    if (index < 0) to = stood.current < 0 ? 0 : by > 0 ? stood.current : stood.current - 1;
    if (to >= latest.current.length && shown.next) await loadMore();
    const row = latest.current[Math.min(latest.current.length - 1, Math.max(0, to))];
    if (!row) return null;
    focus(row.id);
    return row.id;
  };

  /** Where one goes on once this thread is done: the next, at the end the one before. */
  const after = (id: string): string | null => {
    const all = latest.current;
    const at = all.findIndex((row) => row.id === id);
    const next = at >= 0 ? (all[at + 1] ?? all[at - 1]) : (all[stood.current] ?? all.at(-1));
    return next && next.id !== id ? next.id : null;
  };

  /** The row that Tab reaches. */
  const active = Math.min(rows.length - 1, index >= 0 ? index : Math.max(0, stood.current));
  return { active, current: index >= 0 ? chosen : null, wish, stand, focus, move, after };
}
