// Which request or job a line of the log belongs to, without handing it through every call.
import { AsyncLocalStorage } from 'node:async_hooks';

/** What every line says that is written meanwhile; never who somebody is. */
type Scope = { requestId: string } | { task: string };

const scopes = new AsyncLocalStorage<Scope>();

export const within = <Result>(scope: Scope, work: () => Result): Result => scopes.run(scope, work);

export const scopeNow = (): Scope | undefined => scopes.getStore();
