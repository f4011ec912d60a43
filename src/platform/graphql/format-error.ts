// Every error that leaves: one of few codes, a sentence, a reason, the field; never a driver's text.
import { BadRequestException, HttpException } from '@nestjs/common';
import { type GraphQLFormattedError, GraphQLError } from 'graphql';
import { Refusal } from '../errors.js';
import type { Logger } from '../observe/index.js';

/** PostgreSQL errors that a client's input can cause. */
const INPUT_ERRORS = new Set([
  '22021',
  '22P05',
  '22P02',
  '22003',
  '22001',
  '22007',
  '22008',
  '22025',
  '42601',
  '54001',
]);

const APOLLO_INPUT = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** How HTTP says the same. */
const STATUS: Record<string, number> = {
  TOO_LARGE: 413,
  INVALID: 400,
  UNAUTHENTICATED: 401,
  DENIED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

type Shown = {
  code: string;
  reason: string;
  message: string;
  field: string | null;
  retryAfter?: number | null;
};

export const formatError =
  (log: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, code, reason, field, retryAfter } = shown(formatted, error, log);
    return {
      message,
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code, reason, ...(field ? { field } : {}), ...(retryAfter ? { retryAfter } : {}) },
    };
  };

/** The same answer for what is asked beside GraphQL. */
export function refusalOf(
  error: unknown,
  log: Logger,
): { status: number; errors: GraphQLFormattedError[]; retryAfter: number | null } {
  const answer = formatError(log)({ message: '' }, error);
  const { code, reason } = answer.extensions as { code: string; reason: string };
  const retryAfter = error instanceof Refusal ? error.retryAfter : null;
  return { status: STATUS[reason] ?? STATUS[code] ?? 500, errors: [answer], retryAfter };
}

function shown(formatted: GraphQLFormattedError, error: unknown, log: Logger): Shown {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (original instanceof Refusal) {
    if (original.code === 'UNAVAILABLE')
      log.warn({ reason: (original.cause as Error | undefined)?.message }, original.message);
    return original;
  }
  if (original instanceof BadRequestException) return fromValidation(original);
  const code = String(formatted.extensions?.code ?? '');
  if (APOLLO_INPUT.has(code)) {
    return { code: 'INVALID', reason: code, message: formatted.message, field: null };
  }
  if (original instanceof HttpException && original.getStatus() < 500) {
    return { code: 'INVALID', reason: 'REQUEST', message: original.message, field: null };
  }
  if (INPUT_ERRORS.has((original as { code?: string } | null)?.code ?? '')) {
    return {
      code: 'INVALID',
      reason: 'INPUT',
      message: 'This input holds something that cannot be stored.',
      field: null,
    };
  }
  if ((original as { code?: string } | null)?.code === '23503') {
    log.warn(
      { error: (original as Error).message, path: formatted.path },
      'what a command belongs to has gone',
    );
    return {
      code: 'CONFLICT',
      reason: 'GONE',
      message: 'What this belongs to was changed by somebody in this moment. Look again.',
      field: null,
    };
  }
  if ((original as { code?: string } | null)?.code === '42501') {
    log.error(
      { error: (original as Error).message, path: formatted.path },
      'the last wall refused a command',
    );
    return { code: 'DENIED', reason: 'NOT_ALLOWED', message: 'You may not do this here.', field: null };
  }
  log.error(
    { error: (original as Error)?.message, stack: (original as Error)?.stack, path: formatted.path },
    'a request failed',
  );
  return {
    code: 'INTERNAL',
    reason: 'INTERNAL',
    message: 'Something went wrong on our side. Nothing you wrote is lost; please try again.',
    field: null,
  };
}

/** class-validator's answers, one sentence per field. */
function fromValidation(error: BadRequestException): Shown {
  const answer = error.getResponse() as { message?: string | string[] };
  const sentences = [answer.message ?? error.message].flat();
  const first = sentences[0] ?? 'This input is not valid.';
  const field = /^([\w.]+) /.exec(first)?.[1] ?? null;
  return { code: 'INVALID', reason: 'FIELD', message: sentences.join('; '), field };
}
