// One thread and its timeline, live; and commands on it that show their effect at once.
import { type CombinedError, useClient } from 'urql';
import { refusalOf } from '../session/client';
import { useHints } from '../session/live';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import { notifyRefusal } from './notify';
import { type FetchPage, usePages } from './pages';
import { type Entry, type ThreadHead, ThreadQuery } from './threads.gql';

const SIZE = 40;

export type ThreadModel = ReturnType<typeof useThread>;

export function useThread(threadId: string) {
  const client = useClient();
  const words = useWords();
  const desk = useSignedIn().abilities.answer;
  const fetch: FetchPage<Entry, ThreadHead> = async (after, first) => {
    const { data, error } = await client
      .query(ThreadQuery, { id: threadId, desk, first, after }, { requestPolicy: 'network-only' })
      .toPromise();
    if (!data) return error as CombinedError;
    const { timeline, ...head } = data.thread;
    return {
      rows: timeline.edges.map(({ node }) => node),
      next: timeline.pageInfo.hasNextPage ? timeline.pageInfo.endCursor : null,
      head,
    };
  };
  const { rows, head, next, loaded, loadingMore, error, refresh, loadMore, patchHead } = usePages(
    `thread ${threadId}`,
    SIZE,
    fetch,
  );
  useHints(
    // Who looks at it changes nothing in it.
    (hint) => hint.threadId === threadId && hint.kind !== 'PRESENCE',
    () => void refresh(),
  );

  /** Shows `change` at once, runs the command, and takes the change back visibly when it is refused. */
  const command = async (
    change: Partial<ThreadHead>,
    run: () => Promise<{ error?: CombinedError | undefined }>,
  ): Promise<boolean> => {
    patchHead(change);
    const { error: refused } = await run();
    if (refused) notifyRefusal(words, refused);
    await refresh();
    return !refused;
  };

  return {
    threadId,
    thread: head,
    /** Newest first, as the server gives them. */
    entries: rows,
    hasEarlier: next !== null,
    loadingEarlier: loadingMore,
    loadEarlier: loadMore,
    loading: !loaded && !error,
    missing: ['NOT_FOUND', 'DENIED'].includes(refusalOf(error ?? undefined)?.code ?? ''),
    error,
    refresh,
    command,
  };
}
