// What the page that is open offers to be done now, for the command palette; the page says it, the palette only asks.
import { useEffect, useRef } from 'react';

export type Offer = {
  id: string;
  label: string;
  /** As the help shows the key that does the same. */
  keys?: readonly string[];
  /** Found by typing only: one of many of its kind. */
  seldom?: boolean;
  run: () => unknown;
};

const open = new Set<{ current: readonly Offer[] }>();

/** While the part is on the page. */
export function useOffers(offers: readonly Offer[]): void {
  const latest = useRef(offers);
  latest.current = offers;
  useEffect(() => {
    open.add(latest);
    return () => void open.delete(latest);
  }, []);
}

/** Everything that is offered at this moment. */
export const offersNow = (): Offer[] => [...open].flatMap(({ current }) => current);
