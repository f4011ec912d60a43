// Draws only the rows in sight, however many there are, and holds still what one reads while others come and go.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { ThreadInInbox } from './threads.gql';
import type { Rows } from './useRows';

/** Where each list was left, by its key. */
const left = new Map<string, number>();

type Props = {
  box: RefObject<HTMLElement | null>;
  listKey: string;
  items: readonly ThreadInInbox[];
  rows: Rows;
  height: number;
};

export function useVirtualRows({ box, listKey, items, rows, height }: Props) {
  const { active, wish } = rows;
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 6,
    initialOffset: () => left.get(listKey) ?? 0,
    initialRect: { width: 340, height: 900 },
    // The row one stands on stays on the page, or the focus would be lost by scrolling.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      if (active < 0 || seen.includes(active)) return seen;
      return active < (seen[0] ?? 0) ? [active, ...seen] : [...seen, active];
    },
  });
  useEffect(() => virtual.measure(), [virtual, height]);

  const before = useRef(items);
  const held = useRef<string | null>(null);
  // What stands at the top of the view stays there when rows above it come or go.
  useLayoutEffect(() => {
    const was = before.current;
    before.current = items;
    const element = box.current;
    if (!element || was === items) return;
    if (element.scrollTop > height / 2) {
      const places = new Map(items.map(({ id }, index) => [id, index]));
      const top = Math.floor(element.scrollTop / height);
      for (let index = top; index < Math.min(was.length, top + 30); index++) {
        const now = places.get(was[index]?.id ?? '');
        if (now === undefined) continue;
        element.scrollTop += (now - index) * height;
        break;
      }
    }
    // A focused row that was moved in the page, or that has left, took the focus with it.
    if (held.current && document.activeElement === document.body) {
      const row = rowIn(element, held.current) ?? rowIn(element, items[active]?.id ?? '');
      row?.focus({ preventScroll: true });
    }
  }, [items, box, height, active]);

  useLayoutEffect(() => {
    if (!wish.id) return;
    const index = items.findIndex(({ id }) => id === wish.id);
    if (index < 0) return;
    virtual.scrollToIndex(index, { align: 'auto' });
    if (box.current) rowIn(box.current, wish.id)?.focus({ preventScroll: true });
  }, [wish]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const keepPlace = () => void left.set(listKey, element.scrollTop);
    const take = (event: FocusEvent) => {
      held.current = (event.target as HTMLElement).dataset.threadRow ?? null;
    };
    const lose = (event: FocusEvent) => {
      if (event.relatedTarget) held.current = null;
    };
    const elsewhere = (event: PointerEvent) => {
      if (!element.contains(event.target as Node)) held.current = null;
    };
    element.addEventListener('scroll', keepPlace, { passive: true });
    element.addEventListener('focusin', take);
    element.addEventListener('focusout', lose);
    document.addEventListener('pointerdown', elsewhere);
    return () => {
      element.removeEventListener('scroll', keepPlace);
      element.removeEventListener('focusin', take);
      element.removeEventListener('focusout', lose);
      document.removeEventListener('pointerdown', elsewhere);
    };
  }, [box, listKey]);
  return virtual;
}

const rowIn = (box: HTMLElement, id: string): HTMLElement | null =>
  box.querySelector<HTMLElement>(`[data-thread-row="${id}"]`);
