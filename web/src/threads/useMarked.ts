// Which rows of the list are marked for a change of all of them.
import { useCallback, useMemo, useRef, useState } from 'react';

export type Marked = ReturnType<typeof useMarked>;

/** `on`: marking has begun, so that every row shows its box. */
export function useMarked() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [on, setOn] = useState(false);
  const last = useRef<string | null>(null);

  /** With `through`, everything between the row marked last and this one follows it. */
  const toggle = useCallback((id: string, through: readonly string[] | null) => {
    const from = through && last.current ? through.indexOf(last.current) : -1;
    const to = through?.indexOf(id) ?? -1;
    setOn(true);
    setIds((before) => {
      const after = new Set(before);
      const wanted = !before.has(id);
      const reach =
        through && from >= 0 && to >= 0 ? through.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
      for (const each of reach) {
        if (wanted) after.add(each);
        else after.delete(each);
      }
      return after;
    });
    last.current = id;
  }, []);

  const keep = useCallback((kept: Iterable<string>) => {
    const next = new Set(kept);
    setIds(next);
    setOn(next.size > 0);
    last.current = null;
  }, []);

  /** Marks on from one row to the next, both included. */
  const extend = useCallback((from: string | null, to: string) => {
    setOn(true);
    setIds((before) => new Set([...before, ...(from ? [from] : []), to]));
    last.current = to;
  }, []);

  const begin = useCallback(() => setOn(true), []);
  const clear = useCallback(() => keep([]), [keep]);
  return useMemo(
    () => ({ ids, on, toggle, extend, keep, begin, clear }),
    [ids, on, toggle, extend, keep, begin, clear],
  );
}
