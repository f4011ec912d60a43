// One structured log for all; never a message's text, a password or a link.
import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import { scopeNow } from './scope.js';
import { traceNow } from './traces.js';

export type { Logger };

/** Injection token of the log. */
export const LOG = Symbol('log');

/** Lines leave together, after a fifth of a second at the latest, and at the end of the process. */
const toStderr = (): DestinationStream =>
  pino.destination({ dest: 2, sync: false, minLength: 4_096, periodicFlush: 200 });

export const createLogger = (level: string, destination: DestinationStream = toStderr()): Logger =>
  pino(
    {
      level,
      base: { product: 'hotline', pid: process.pid },
      redact: ['password', 'token', '*.password', '*.token'],
      mixin: () => {
        const scope = scopeNow();
        return scope === 'HIDDEN' ? {} : { ...scope, ...traceNow() };
      },
    },
    destination,
  );

/** Gives Nest's own words to the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}
  private say(level: 'info' | 'error' | 'warn' | 'debug', message: unknown, rest: unknown[]): void {
    // Refusals are no errors, and what is one is logged where it is turned into an answer.
    if (rest.at(-1) === 'ExceptionsHandler') return;
    this.logger[level](
      { context: rest.at(-1), stack: level === 'error' ? rest[0] : undefined },
      String(message),
    );
  }
  log(message: unknown, ...rest: unknown[]): void {
    this.say('debug', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.say('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.say('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.say('debug', message, rest);
  }
}
