// The few words in which a refusal is said; mapped to GraphQL in graphql/format-error.ts.

export const ERROR_CODES = [
  'NOT_FOUND',
  'DENIED',
  'INVALID',
  'CONFLICT',
  'UNAUTHENTICATED',
  'RATE_LIMITED',
  'UNAVAILABLE',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * A refusal that the caller can understand.
 * `reason` is a stable word for programs and for translation, `field` the input that was wrong.
 */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason: string,
    message: string,
    readonly field: string | null = null,
    /** After how many seconds to try again. */
    readonly retryAfter: number | null = null,
    /** What was behind it, for the log alone. */
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'Refusal';
  }
}

/** The same answer for what does not exist and for what the actor may not see. */
export const notFound = (): Refusal =>
  new Refusal('NOT_FOUND', 'NOT_FOUND', 'There is nothing here that you can see.');

export const denied = (reason: string, message: string): Refusal => new Refusal('DENIED', reason, message);

export const invalid = (reason: string, message: string, field: string | null = null): Refusal =>
  new Refusal('INVALID', reason, message, field);

export const conflict = (reason: string, message: string, field: string | null = null): Refusal =>
  new Refusal('CONFLICT', reason, message, field);

export const unauthenticated = (): Refusal =>
  new Refusal('UNAUTHENTICATED', 'UNAUTHENTICATED', 'Please sign in first.');

export const rateLimited = (reason: string, message: string, retryAfter: number): Refusal =>
  new Refusal('RATE_LIMITED', reason, message, null, Math.max(1, Math.ceil(retryAfter)));

/** For a moment something we need is away; the same request may be sent again. */
export const unavailable = (reason: string, message: string, cause: unknown): Refusal =>
  new Refusal('UNAVAILABLE', reason, message, null, null, cause);

/** Throws DENIED unless the policy said yes. */
export function must(
  allowed: boolean,
  reason = 'NOT_ALLOWED',
  message = 'You may not do this here.',
): asserts allowed {
  if (!allowed) throw denied(reason, message);
}

export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}
