// What became of the threads in which somebody wrote, as this browser remembers them.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useQuery } from 'urql';
import { MineQuery, type Thread } from './boards.gql';
import { useOwnKey, whenWrittenChanges, writtenOf } from './kept';
import { useOnReturn } from './useOnReturn';

/** As often the server is asked at most, by pages that only show whether there is something. */
const SELDOM_MS = 5 * 60_000;

/** Asks when the page is looked at, never in the background. */
export function useNewReplies({ seldom }: { seldom: boolean }) {
  const own = useOwnKey();
  const kept = useSyncExternalStore(whenWrittenChanges, () => JSON.stringify(writtenOf(own)));
  const written = writtenOf(own);
  const ids = written.map(({ id }) => id);
  const [visible, setVisible] = useState(document.visibilityState === 'visible');
  const [asked, setAsked] = useState(() => Date.now());
  const [{ data, error, fetching }, again] = useQuery({
    query: MineQuery,
    variables: { threadIds: ids },
    pause: ids.length === 0 || !visible,
    requestPolicy: seldom ? 'cache-first' : 'cache-and-network',
  });
  const read = () => {
    setAsked(Date.now());
    again({ requestPolicy: 'network-only' });
  };
  useOnReturn(() => {
    setVisible(true);
    if (ids.length > 0 && (!seldom || Date.now() - asked > SELDOM_MS)) read();
  });
  const [threads, setThreads] = useState<readonly Thread[]>([]);
  useEffect(() => {
    if (data) setThreads(data.myBoardThreads);
  }, [data]);
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  return {
    own,
    /** Newest first, as far as they are still there. */
    rows: written.flatMap(({ id, seen }) => {
      const thread = byId.get(id);
      return thread ? [{ thread, more: Math.max(0, thread.lastSeq - seen) }] : [];
    }),
    /** Threads of which this browser knows. */
    count: kept === '[]' ? 0 : written.length,
    loading: ids.length > 0 && !data && threads.length === 0 && !error,
    fetching,
    error,
    again: read,
  };
}
