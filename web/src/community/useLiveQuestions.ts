// A board's list while it is looked at: rows change where they stand, and new questions are counted rather than put above them.
import { useState } from 'react';
import { useClient } from 'urql';
import { MineQuery, type Thread } from './boards.gql';
import { useBoardHints } from './useBoardHints';

/** The server looks at no more at once. */
const MOST = 100;

/** A row as it is now, in the place of what was read before; null: its words are gone. */
type Change = { of: Thread; now: Thread | null };

type Reads = {
  /** The list is read again as a whole. */
  list: () => void;
  /** The board itself is. */
  board: () => void;
};

const gone = (thread: Thread): Thread => ({ ...thread, title: null, excerpt: '', tags: [] });

export function useLiveQuestions(boardId: string, rows: readonly Thread[], read: Reads) {
  const client = useClient();
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const [changes, setChanges] = useState<ReadonlyMap<string, Change>>(new Map());

  const lookAgain = async (threads: readonly Thread[]) => {
    const threadIds = threads.slice(0, MOST).map(({ id }) => id);
    const { data } = await client.query(MineQuery, { threadIds }, { requestPolicy: 'network-only' });
    if (!data) return;
    const now = new Map(data.myBoardThreads.map((thread) => [thread.id, thread]));
    setChanges(
      (old) =>
        new Map([
          ...old,
          ...threads.map((of): [string, Change] => [of.id, { of, now: now.get(of.id) ?? null }]),
        ]),
    );
  };

  useBoardHints(boardId, null, (heard) => {
    const kinds = new Set(heard.map(({ kind }) => kind));
    if (['BOARD', 'RESYNC', 'ENDED'].some((kind) => kinds.has(kind))) read.board();
    if (kinds.has('RESYNC')) {
      setAsked(new Set());
      return read.list();
    }
    setAsked((old) => {
      const next = new Set(old);
      for (const { kind, threadId } of heard) {
        if (kind === 'QUESTION' && threadId) next.add(threadId);
        if (kind === 'GONE' && threadId) next.delete(threadId);
      }
      return next;
    });
    const named = new Set(heard.map(({ threadId }) => threadId));
    const changed = rows.filter(({ id }) => named.has(id));
    if (changed.length > 0) void lookAgain(changed);
  });

  return {
    /** What was read since holds for a row only as long as the list itself was not read again. */
    rows: rows.map((row) => {
      const change = changes.get(row.id);
      return change?.of === row ? (change.now ?? gone(row)) : row;
    }),
    /** Asked since the list was read, and not in it. */
    fresh: [...asked].filter((id) => !rows.some((row) => row.id === id)).length,
    forget: () => setAsked(new Set()),
  };
}
