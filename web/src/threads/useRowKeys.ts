// j and k move the focus through the rows of the list; Enter then opens, as it does with any link.
import { useRef } from 'react';

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-thread-row]')];

export function useRowKeys(threadId: string | undefined): {
  down: () => void;
  up: () => void;
  /** The thread of the focused row, else the opened one. */
  current: () => string | null;
} {
  // A row that was answered may leave its queue; then one goes on from where it stood.
  const place = useRef(-1);
  const move = (by: 1 | -1) => {
    const all = rows();
    if (all.length === 0) return;
    const focused = all.findIndex((row) => row === document.activeElement);
    const opened = all.findIndex((row) => row.dataset.threadRow === threadId);
    const from = focused >= 0 ? focused : opened;
    let next = from + by;
    if (from < 0) next = place.current < 0 ? 0 : by > 0 ? place.current : place.current - 1;
    place.current = Math.min(all.length - 1, Math.max(0, next));
    const row = all[place.current];
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  const current = () =>
    rows().find((row) => row === document.activeElement)?.dataset.threadRow ?? threadId ?? null;
  return { down: () => move(1), up: () => move(-1), current };
}
