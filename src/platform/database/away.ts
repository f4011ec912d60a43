// Whether an error means that the database is away for a moment, and how that is said.
import { unavailable } from '../errors.js';

/** Of the system: nobody listens there, or nobody answers. */
const SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Of PostgreSQL: connection exceptions, shutdown, crash, starting up, no connection free, closed to all for a while. */
const STATE = /^(08...|57P0[1-5]|53300|55000)$/;

/** Of the driver and of TypeORM, which give these no code. */
const WORDS =
  /^(Connection terminated|timeout e(xceeded|xpired)|Client (was closed|has encountered)|Query read timeout|Connection ended|The client is not queryable)|not queryable|Query runner/i;

/** The error itself, or a refusal that says the database is away, for whoever asked to try again. */
export function known(error: unknown): unknown {
  const { code = '', syscall = '', message = '' } = (error ?? {}) as Record<string, unknown>;
  // A missing file has the same code as a missing socket.
  const system = SYSTEM.has(String(code)) && syscall !== 'open' && syscall !== 'stat';
  const away = code ? system || STATE.test(String(code)) : WORDS.test(String(message));
  if (!away) return error;
  return unavailable(
    'DATABASE_AWAY',
    'The database cannot be reached at the moment. Nothing you wrote is lost; please try again soon.',
    error,
  );
}
