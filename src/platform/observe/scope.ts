// Which request or job a line of the log belongs to, without handing it through every call.
import { AsyncLocalStorage } from 'node:async_hooks';

/** What every line says that is written meanwhile; never who somebody is. */
type Scope = { requestId: string } | { task: string };

const scopes = new AsyncLocalStorage<{ scope: Scope; hidden: boolean }>();

export const within = <Result>(scope: Scope, work: () => Result): Result =>
  scopes.run({ scope, hidden: false }, work);

/** From here on no line says to which request it belongs. */
export function hideScope(): void {
  const now = scopes.getStore();
  if (now) now.hidden = true;
}

export const scopeNow = (): Scope | 'HIDDEN' | undefined => {
  const now = scopes.getStore();
  return now?.hidden ? 'HIDDEN' : now?.scope;
};
