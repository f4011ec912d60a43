// The one GraphQL client: fetch for reads and commands, one socket for live hints.
import { createClient as createSocket } from 'graphql-ws';
import {
  Client,
  type CombinedError,
  cacheExchange,
  fetchExchange,
  mapExchange,
  subscriptionExchange,
} from 'urql';
import { companyInPath } from '../paths';
import { sayRemoved } from '../words/removed';
import { spokenLocale } from '../words/words';

/** Sockets come back by themselves, sooner at first, then about every ten seconds; never all people at one moment. */
const pause = (retries: number): number => Math.min(10_000, 300 * 2 ** retries) * (0.5 + Math.random());

/** A cut that nobody announces (a laptop that slept, another network) is noticed by a ping without an answer. */
const ASK_EVERY_MS = 10_000;
const ANSWER_MS = 5_000;

/** What a server says that ends in good order: another one is there. */
const GOING_AWAY = 1001;

/** A request whose answer never comes would wait for ever, and whatever is to be sent after it. */
const PATIENCE_MS = 30_000;
const patiently: typeof fetch = (input, init) => {
  const late = AbortSignal.timeout(PATIENCE_MS);
  return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, late]) : late });
};

export type ConnectionState = 'connecting' | 'online' | 'offline';
type Listener = (state: ConnectionState) => void;

export function createClient() {
  const listeners = new Set<Listener>();
  let state: ConnectionState = 'connecting';
  const tell = (next: ConnectionState) => {
    state = next;
    for (const listener of listeners) listener(next);
  };
  let comeBack = (): void => {};
  let late: ReturnType<typeof setTimeout> | undefined;
  const socket = createSocket({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) =>
      new Promise((resolve) => {
        comeBack = resolve;
        setTimeout(resolve, pause(retries));
      }),
    keepAlive: ASK_EVERY_MS,
    connectionParams: () => ({ company: companyInPath(location.pathname) ?? undefined }),
    on: {
      connected: () => tell('online'),
      ping: (received) => {
        if (!received) late = setTimeout(() => socket.terminate(), ANSWER_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(late);
      },
      closed: (event) => {
        clearTimeout(late);
        const moves = (event as CloseEvent).code === GOING_AWAY && state === 'online';
        tell(moves ? 'connecting' : 'offline');
      },
    },
  });
  // The browser knows first; and whoever comes back to the page does not wait for the next try.
  const lost = () => socket.terminate();
  const found = () => comeBack();
  const seen = () => document.visibilityState === 'visible' && comeBack();
  addEventListener('offline', lost);
  addEventListener('online', found);
  document.addEventListener('visibilitychange', seen);
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: patiently,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => {
      const company = companyInPath(location.pathname);
      return company ? { headers: { 'hotline-company': company } } : {};
    },
    exchanges: [
      // In front of the cache, so that another language says it anew.
      mapExchange({ onResult: (result) => ({ ...result, data: sayRemoved(result.data, spokenLocale()) }) }),
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription(request) {
          const input = { ...request, query: request.query ?? '' };
          return {
            subscribe(sink) {
              return { unsubscribe: socket.subscribe(input as never, sink as never) };
            },
          };
        },
      }),
    ],
  });
  return {
    client,
    // Its close frame may come back as a refusal of what was still open: nobody is interested any more.
    close: () => {
      removeEventListener('offline', lost);
      removeEventListener('online', found);
      document.removeEventListener('visibilitychange', seen);
      void Promise.resolve(socket.dispose()).catch(() => {});
    },
    connection: {
      get: () => state,
      subscribe: (listener: Listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
}

export type Session = ReturnType<typeof createClient>;

/** Nobody answered, or somebody who cannot work at the moment: the same may be sent again. */
export const mayPass = (error: CombinedError): boolean =>
  ['OFFLINE', 'UNAVAILABLE'].includes(refusalOf(error)?.code ?? '');

/** What a program and our words can read of an error: the code and the reason of its first refusal. */
export function refusalOf(error: CombinedError | undefined): {
  code: string;
  reason: string;
  message: string;
  field: string | null;
  /** After how many seconds to try again. */
  retryAfter: number | null;
} | null {
  if (!error) return null;
  const first = error.graphQLErrors[0];
  if (!first)
    return { code: 'OFFLINE', reason: 'OFFLINE', message: error.message, field: null, retryAfter: null };
  const { code, reason, field, retryAfter } = first.extensions as {
    code?: string;
    reason?: string;
    field?: string;
    retryAfter?: number;
  };
  return {
    code: code ?? 'INTERNAL',
    reason: reason ?? 'INTERNAL',
    message: first.message,
    field: field ?? null,
    retryAfter: retryAfter ?? null,
  };
}
