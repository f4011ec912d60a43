// Live hints of the boards: one subscription for what a page shows. They say that something can be read again, never by whom.
import { useEffect, useRef } from 'react';
import { type AnyVariables, type TypedDocumentNode, useSubscription } from 'urql';
import { graphql, type ResultOf } from '../gql/graphql';
import { mayPass } from '../session/client';

const BoardHintsSubscription = graphql(`
  subscription BoardHints($boardId: ID!, $threadId: ID) {
    boardHints(boardId: $boardId, threadId: $threadId) {
      kind
      boardId
      threadId
    }
  }
`);
const ReportHintsSubscription = graphql(`
  subscription BoardReportHints {
    boardReportHints {
      kind
      boardId
      threadId
    }
  }
`);

export type BoardHint = ResultOf<typeof BoardHintsSubscription>['boardHints'];
type React = (heard: readonly BoardHint[]) => void;

/** Hints of one moment are heard together. */
const TOGETHER_MS = 60;
/** A page reads and its subscription stands within this time, or it reads once more. */
const UNHEARD_MS = 1_000;
const AGAIN_MS = 5_000;

/** RESYNC also stands for a READY that came late or again: what happened before it was not heard. */
function useLive<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => BoardHint,
  react: React,
): void {
  const latest = useRef(react);
  latest.current = react;
  const what = JSON.stringify(variables);
  const state = useRef({ what, since: Date.now(), stood: false, heard: [] as BoardHint[] });
  if (state.current.what !== what) state.current = { what, since: Date.now(), stood: false, heard: [] };
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
    },
    [what],
  );
  const hear = (hint: BoardHint) => {
    const now = state.current;
    if (hint.kind === 'READY') {
      const late = now.stood || Date.now() - now.since > UNHEARD_MS;
      now.stood = true;
      if (!late) return;
    }
    now.heard.push(hint.kind === 'READY' ? { ...hint, kind: 'RESYNC' } : hint);
    timer.current ??= setTimeout(() => {
      timer.current = null;
      latest.current(now.heard.splice(0));
    }, TOGETHER_MS);
  };
  const [{ error }, again] = useSubscription({ query, variables } as never, (_: unknown, data: Data) => {
    hear(pick(data));
    return data;
  });
  // The boards may be away for a moment; a refusal is shown by what the page reads.
  useEffect(() => {
    if (!error || !mayPass(error)) return;
    const later = setTimeout(() => again(), AGAIN_MS * (0.5 + Math.random()));
    return () => clearTimeout(later);
  }, [error, again]);
}

/** Of a board's list, or of one thread alone. */
export const useBoardHints = (boardId: string, threadId: string | null, react: React): void =>
  useLive(BoardHintsSubscription, { boardId, threadId }, (data) => data.boardHints, react);

/** Something waits for moderators, or was decided by one. */
export const useReportHints = (react: () => void): void =>
  useLive(ReportHintsSubscription, {}, (data) => data.boardReportHints, react);
