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
import { graphql, type ResultOf } from '../gql/graphql';
import type { ConnectionState, Session } from './client';

const HintsSubscription = graphql(`
  subscription Hints {
    hints {
      kind
      threadId
      spaceId
      personId
      personName
      doing
    }
  }
`);

/** A page reads and its socket stands within this time, or it reads once more. */
const UNHEARD_MS = 1_000;

export type Hint = ResultOf<typeof HintsSubscription>['hints'];
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
  const stood = useRef({ since: Date.now(), before: false });
  useSubscription({ query: HintsSubscription }, (_, news) => {
    const hint = news.hints;
    if (hint.kind === 'READY') {
      // What changed before the socket stood was not heard: after a cut, or when the first connection took its
      // time, everyone who listens reads again.
      const late = stood.current.before || Date.now() - stood.current.since > UNHEARD_MS;
      stood.current.before = true;
      if (late) for (const listener of value.listeners) listener({ ...hint, kind: 'RESYNC' });
    } else for (const listener of value.listeners) listener(hint);
    return news;
  });
  return <LiveContext value={value}>{children}</LiveContext>;
}

/** Runs for every hint; RESYNC means that anything may have changed. Several at once are heard together. */
export function useHints(wanted: (hint: Hint) => boolean, react: (heard: readonly Hint[]) => void): void {
  const live = useContext(LiveContext);
  const latest = useRef({ wanted, react });
  latest.current = { wanted, react };
  useEffect(() => {
    if (!live) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let heard: Hint[] = [];
    const listener: Listener = (hint) => {
      if (hint.kind !== 'RESYNC' && !latest.current.wanted(hint)) return;
      heard.push(hint);
      timer ??= setTimeout(() => {
        const told = heard;
        timer = null;
        heard = [];
        latest.current.react(told);
      }, 40);
    };
    live.listeners.add(listener);
    return () => {
      live.listeners.delete(listener);
      if (timer) clearTimeout(timer);
    };
  }, [live]);
}

/** Runs for each hint by itself, for what is told in the hint and nowhere else: who is here. */
export function useEachHint(react: (hint: Hint) => void): void {
  const live = useContext(LiveContext);
  const latest = useRef(react);
  latest.current = react;
  useEffect(() => {
    if (!live) return;
    const listener: Listener = (hint) => latest.current(hint);
    live.listeners.add(listener);
    return () => void live.listeners.delete(listener);
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
