// The review: which item is chosen, what was decided in this visit, and what is shown before the server has answered.
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { sayError } from '../../kit/errors';
import { refusalOf } from '../../session/client';
import { useWords } from '../../words/words';
import { type Decision, foresee, useDecide } from '../useDecide';
import { useItems } from '../useItems';
import type { Area, Item } from '../voc.gql';
import { type Filters, toItemFilter } from './filters';
import { useNews } from './useNews';

/** RESTORED: taken back in this visit, open for another decision. */
export type Outcome = 'CONFIRMED' | 'CORRECTED' | 'WITHDRAWN' | 'RESTORED';
export type Mark = { outcome: Outcome; before: Item; pending: boolean };

const OUTCOMES = { CONFIRM: 'CONFIRMED', CORRECT: 'CORRECTED', WITHDRAW: 'WITHDRAWN' } as const;

/** So many rows before the end the next page is fetched, so that nobody waits at the end. */
const AHEAD = 6;

export function useReview(filters: Filters, areas: readonly Area[]) {
  const words = useWords();
  const decide = useDecide();
  const filter = useMemo(() => toItemFilter(filters), [filters]);
  const list = useItems(filter);
  const { items, settled, replace, reload, loadMore, hasMore } = list;
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map());
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  // Decisions that the last total from the server knows of already.
  const [counted, setCounted] = useState<ReadonlySet<string>>(new Set());
  const [loads, setLoads] = useState(0);
  const latest = useRef({ items, marks, chosenId });
  latest.current = { items, marks, chosenId };

  const forget = useCallback(() => {
    setMarks(new Map());
    setRefused(new Map());
    setCounted(new Set());
  }, []);

  // Another list: nothing of the one before is remembered.
  const key = JSON.stringify(filter);
  useEffect(() => {
    if (!settled) return;
    forget();
    setChosenId(latest.current.items[0]?.id ?? null);
    setLoads((n) => n + 1);
  }, [settled, key, forget]);

  const { news, soon } = useNews(filter, loads, () => {
    const known = [...latest.current.marks].filter(([, mark]) => !mark.pending).map(([id]) => id);
    setCounted(new Set(known));
  });

  const refresh = useCallback(async () => {
    await reload();
    forget();
    setLoads((n) => n + 1);
    setChosenId(latest.current.items[0]?.id ?? null);
  }, [reload, forget]);

  const index = items.findIndex(({ id }) => id === chosenId);
  const chosen = items[index] ?? items[0] ?? null;

  useEffect(() => {
    if (hasMore && index >= items.length - AHEAD) void loadMore();
  }, [hasMore, index, items.length, loadMore]);

  const move = useCallback((step: 1 | -1) => {
    const { items: all, chosenId: id } = latest.current;
    const at = all.findIndex((each) => each.id === id);
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
    if (next) setChosenId(next.id);
  }, []);

  /** After a decision: the next item on which nobody has decided in this visit. */
  const moveOn = useCallback((from: string) => {
    const { items: all, marks: decided } = latest.current;
    const at = all.findIndex(({ id }) => id === from);
    const next =
      all.slice(at + 1).find(({ id }) => (decided.get(id)?.outcome ?? 'RESTORED') === 'RESTORED') ??
      all[at + 1];
    if (next) setChosenId(next.id);
  }, []);

  const setMark = useCallback((id: string, mark: Mark | null) => {
    setMarks((before) => {
      const after = new Map(before);
      // Set anew, so that the last decision stands last.
      after.delete(id);
      if (mark) after.set(id, mark);
      return after;
    });
  }, []);

  const setRefusal = useCallback((id: string, text: string | null) => {
    setRefused((before) => {
      const after = new Map(before);
      if (text) after.set(id, text);
      else after.delete(id);
      return after;
    });
  }, []);

  /** Shown at once, sent, and taken back in sight of everybody when it is refused. */
  const send = useCallback(
    async (item: Item, decision: Decision, mark: Omit<Mark, 'pending'> | null): Promise<boolean> => {
      const markBefore = latest.current.marks.get(item.id) ?? null;
      if (markBefore?.pending) return false;
      setRefusal(item.id, null);
      replace(foresee(item, decision, areas));
      if (decision.kind !== 'AREA') setMark(item.id, mark && { ...mark, pending: true });
      const answer = await decide(item, decision);
      if (answer.item) {
        replace(answer.item);
        if (mark) setMark(item.id, { ...mark, pending: false });
        soon();
        return true;
      }
      replace(answer.newer ?? item);
      if (decision.kind !== 'AREA') setMark(item.id, answer.newer ? null : markBefore);
      const stale = refusalOf(answer.error)?.reason === 'STALE';
      const text = stale
        ? words.voc.review.stale
        : (sayError(words, answer.error) ?? words.shell.errors.other ?? '');
      setRefusal(item.id, text);
      notifications.show({
        color: 'red',
        title: `“${item.quote.slice(0, 40)}”`,
        message: text,
        autoClose: 8_000,
        closeButtonProps: { 'aria-label': words.shell.close },
      });
      soon();
      return false;
    },
    [areas, decide, replace, setMark, setRefusal, soon, words],
  );

  const act = useCallback(
    async (item: Item, decision: Decision) => {
      const { shell, voc } = words;
      if (decision.kind === 'AREA') {
        if (await send(item, decision, null)) setSaid(voc.review.said.AREA);
        return;
      }
      if (decision.kind === 'RESTORE') {
        if (await send(item, decision, { outcome: 'RESTORED', before: item }))
          setSaid(voc.review.said.RESTORED);
        return;
      }
      if (!item.abilities.review || item.state === 'WITHDRAWN') return;
      const before = latest.current.marks.get(item.id)?.before ?? item;
      const sending = send(item, decision, { outcome: OUTCOMES[decision.kind], before });
      moveOn(item.id);
      if (!(await sending)) return;
      const { said: say } = voc.review;
      if (decision.kind === 'WITHDRAW') setSaid(say.WITHDRAWN(voc.reasons[decision.reason]));
      else if (decision.kind === 'CORRECT') setSaid(say.CORRECTED(shell.categories[decision.category]));
      else setSaid(say.CONFIRMED(shell.categories[item.category]));
    },
    [moveOn, send, words],
  );

  /** Counts again what was withdrawn, or corrects back what was corrected. */
  const undo = useCallback(
    async (item: Item) => {
      const mark = latest.current.marks.get(item.id);
      setChosenId(item.id);
      if (item.state === 'WITHDRAWN') await act(item, { kind: 'RESTORE' });
      else if (mark && mark.before.category !== item.category) {
        const { category } = mark.before;
        const taken = await send(
          item,
          { kind: 'CORRECT', category },
          { outcome: 'RESTORED', before: mark.before },
        );
        if (taken) setSaid(words.voc.review.said.CORRECTED(words.shell.categories[category]));
      }
    },
    [act, send, words],
  );

  /** z: the chosen item, or else the last decision of this visit that can be undone. */
  const undoLast = useCallback(() => {
    const { items: all, marks: decided, chosenId: id } = latest.current;
    const here = all.find((each) => each.id === id);
    const undoable = (item: Item | undefined): item is Item =>
      item !== undefined &&
      (item.state === 'WITHDRAWN' ||
        (decided.get(item.id)?.before.category ?? item.category) !== item.category);
    const last = [...decided.keys()]
      .reverse()
      .map((each) => all.find((item) => item.id === each))
      .find(undoable);
    const target = undoable(here) ? here : last;
    if (target) void undo(target);
  }, [undo]);

  const uncounted = [...marks.keys()].filter((id) => !counted.has(id)).length;
  const leaves = filters.view === 'queue';
  const total = (news?.total ?? list.totalCount) - (leaves ? uncounted : 0);

  return {
    list,
    marks,
    refused,
    chosen,
    choose: setChosenId,
    move,
    act,
    undo,
    undoLast,
    said,
    refresh,
    total: Math.max(0, total),
    fresh: news?.fresh ?? 0,
  };
}

export type Review = ReturnType<typeof useReview>;
