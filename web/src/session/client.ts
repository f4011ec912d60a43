// The one GraphQL client: fetch for reads and commands, one socket for live hints.
import { createClient as createSocket } from 'graphql-ws';
import { Client, type CombinedError, cacheExchange, fetchExchange, subscriptionExchange } from 'urql';
import { companyInPath } from '../paths';

/** Sockets come back by themselves, sooner at first, then every ten seconds. */
const pause = (retries: number): number => Math.min(10_000, 300 * 2 ** retries) + Math.random() * 300;

export type ConnectionState = 'connecting' | 'online' | 'offline';
type Listener = (state: ConnectionState) => void;

export function createClient() {
  const listeners = new Set<Listener>();
  let state: ConnectionState = 'connecting';
  const tell = (next: ConnectionState) => {
    state = next;
    for (const listener of listeners) listener(next);
  };
  const socket = createSocket({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, pause(retries))),
    connectionParams: () => ({ company: companyInPath(location.pathname) ?? undefined }),
    on: {
      connecting: () => tell(state === 'online' ? 'online' : 'connecting'),
      connected: () => tell('online'),
      closed: () => tell('offline'),
    },
  });
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => {
      const company = companyInPath(location.pathname);
      return company ? { headers: { 'hotline-company': company } } : {};
    },
    exchanges: [
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
    close: () => void Promise.resolve(socket.dispose()).catch(() => {}),
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

/** What a program and our words can read of an error: the code and the reason of its first refusal. */
export function refusalOf(
  error: CombinedError | undefined,
): { code: string; reason: string; message: string; field: string | null } | null {
  if (!error) return null;
  const first = error.graphQLErrors[0];
  if (!first) return { code: 'OFFLINE', reason: 'OFFLINE', message: error.message, field: null };
  const { code, reason, field } = first.extensions as { code?: string; reason?: string; field?: string };
  return {
    code: code ?? 'INTERNAL',
    reason: reason ?? 'INTERNAL',
    message: first.message,
    field: field ?? null,
  };
}
