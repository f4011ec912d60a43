// Keeps the newest message in view while one is there, and the place one reads while older ones are loaded.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

type Watched = {
  ready: boolean;
  /** Oldest and newest entry shown. */
  first: string | null;
  last: string | null;
  /** How many of one's own are on their way: sending one always leads to the end. */
  own: number;
};

/** Nearer than this counts as the end. */
const NEAR = 48;

export function useEnd({ ready, first, last, own }: Watched) {
  const box = useRef<HTMLElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const before = useRef<Watched & { height: number }>({
    ready: false,
    first: null,
    last: null,
    own: 0,
    height: 0,
  });
  const [atEnd, setAtEnd] = useState(true);
  const near = useRef(true);

  const toEnd = useCallback(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !ready) return;
    const was = before.current;
    if (!was.ready) {
      const mark = element.querySelector<HTMLElement>('[data-new]');
      if (mark) element.scrollTop = mark.offsetTop - element.offsetTop - 24;
      else toEnd();
    } else if (own > was.own) {
      toEnd();
    } else if (first !== was.first && last === was.last) {
      element.scrollTop += element.scrollHeight - was.height;
    } else if (near.current) {
      toEnd();
    }
    near.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    before.current = { ready, first, last, own, height: element.scrollHeight };
  }, [ready, first, last, own, toEnd]);

  useEffect(() => {
    const element = box.current;
    const mark = end.current;
    if (!element || !mark || !ready) return;
    const seen = new IntersectionObserver(
      ([entry]) => {
        near.current = Boolean(entry?.isIntersecting);
        setAtEnd(near.current);
      },
      { root: element, rootMargin: `0px 0px ${NEAR}px 0px` },
    );
    seen.observe(mark);
    // A growing writing field, a turned phone or a refusal below a message must not push the newest away.
    const sized = new ResizeObserver(() => {
      if (near.current) toEnd();
    });
    sized.observe(element);
    const list = element.querySelector('ol');
    if (list) sized.observe(list);
    return () => {
      seen.disconnect();
      sized.disconnect();
    };
  }, [ready, toEnd]);

  return { box, end, atEnd, toEnd };
}
