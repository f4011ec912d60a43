// Whatever HTTP itself refuses – broken JSON, a body too large, a path that is not there – in the words of every other refusal.
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refusal, invalid } from '../errors.js';
import type { Logger } from '../observe/index.js';
import { refusalOf } from './format-error.js';

/** By status; what Fastify says beyond it may name a parser or a path of ours. */
const SAID: Record<number, readonly [reason: string, message: string]> = {
  413: ['TOO_LARGE', 'This request is too large.'],
  415: ['MEDIA_TYPE', 'Send application/json.'],
  431: ['TOO_LARGE', 'The headers of this request are too large.'],
};

@Catch()
export class HttpRefusals implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    // GraphQL has words of its own for what its resolvers throw.
    if (host.getType() !== 'http') throw exception;
    answer(host.switchToHttp().getResponse<FastifyReply>(), exception, this.log);
  }
}

/** Answers with what was thrown, for what stands beside Nest too. */
export function answer(reply: FastifyReply, exception: unknown, log: Logger): FastifyReply {
  const { status, errors, retryAfter } = refusalOf(inOurWords(exception), log);
  if (retryAfter) void reply.header('retry-after', retryAfter);
  return reply
    .code(statusOf(exception) ?? status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors }));
}

function inOurWords(exception: unknown): unknown {
  const status = statusOf(exception);
  if (exception instanceof Refusal || status === null) return exception;
  if (status === 404) return new Refusal('NOT_FOUND', 'NO_SUCH_PATH', 'There is nothing at this address.');
  const [reason, message] = SAID[status] ?? ['REQUEST', 'This request cannot be read.'];
  return invalid(reason, message);
}

/** The status of a complaint of HTTP's own; null for a refusal of ours and for a fault. */
function statusOf(exception: unknown): number | null {
  if (exception instanceof Refusal) return null;
  const status =
    exception instanceof HttpException
      ? exception.getStatus()
      : (exception as { statusCode?: number } | null)?.statusCode;
  return status !== undefined && status >= 400 && status < 500 ? status : null;
}
