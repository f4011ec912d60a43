// One structured log for all; never a message's text, a password or a link.
import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/** Injection token of the log. */
export const LOG = Symbol('log');

export const createLogger = (level: string, to: DestinationStream = pino.destination(2)): Logger =>
  pino({ level, base: { product: 'hotline' }, redact: ['password', 'token', '*.password', '*.token'] }, to);

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
