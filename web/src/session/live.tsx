// Live hints: one subscription per page load; parts say what they want to hear and read it again themselves.
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { useSubscription } from 'urql';
import { graphql } from '../gql/graphql';
import type { ConnectionState, Session } from './client';

const HintsSubscription = graphql(`
  subscription Hints {
    hints {
      kind
      threadId
      spaceId
    }
  }
`);

export type Hint = { kind: string; threadId: string | null; spaceId: string | null };
type Listener = (hint: Hint) => void;

const LiveContext = createContext<{ listeners: Set<Listener>; connection: Session['connection'] } | null>(
  null,
);

export function LiveProvider({
  connection,
  children,
}: {
  connection: Session['connection'];
  children: ReactNode;
}) {
  const value = useMemo(() => ({ listeners: new Set<Listener>(), connection }), [connection]);
  useSubscription({ query: HintsSubscription }, (_, news) => {
    for (const listener of value.listeners) listener(news.hints);
    return news;
  });
  // After a cut, what was missed is read again by everyone who listens.
  useEffect(() => {
    let was = connection.get();
    return connection.subscribe((now) => {
      if (was === 'offline' && now === 'online') {
        for (const listener of value.listeners) listener({ kind: 'RESYNC', threadId: null, spaceId: null });
      }
      was = now;
    });
  }, [connection, value]);
  return <LiveContext value={value}>{children}</LiveContext>;
}

/** Runs for every hint; RESYNC means that anything may have changed. Several at once are heard as one. */
export function useHints(wanted: (hint: Hint) => boolean, react: () => void): void {
  const live = useContext(LiveContext);
  const latest = useRef({ wanted, react });
  latest.current = { wanted, react };
  useEffect(() => {
    if (!live) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const listener: Listener = (hint) => {
      if (timer || (hint.kind !== 'RESYNC' && !latest.current.wanted(hint))) return;
      timer = setTimeout(() => {
        timer = null;
        latest.current.react();
      }, 40);
    };
    live.listeners.add(listener);
    return () => {
      live.listeners.delete(listener);
      if (timer) clearTimeout(timer);
    };
  }, [live]);
}

/** 'offline' once the socket is away; the page says so and catches up when it comes back. */
export function useConnection(): ConnectionState {
  const live = useContext(LiveContext);
  return useSyncExternalStore(
    (listener) => live?.connection.subscribe(listener) ?? (() => {}),
    () => live?.connection.get() ?? 'connecting',
  );
}
