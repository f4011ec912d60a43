// One text for one value, so that its SHA-256 can be computed anew by anybody (RFC 8785, JSON Canonicalization Scheme).
import { createHash } from 'node:crypto';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * No white space; names sorted by their UTF-16 code units; strings and numbers as ECMAScript writes them (1, 0.4286,
 * never 1.0 or 1e0). Throws for what JSON cannot say: NaN, infinities, half a surrogate pair.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const parts = Object.keys(value)
      .sort()
      .map((key) => `${canonicalJson(key)}:${canonicalJson(value[key] as Json)}`);
    return `{${parts.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`JSON has no ${value}.`);
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error('JSON has no half characters.');
  // -0 is written as 0.
  return JSON.stringify(value);
}

/** Of the text's UTF-8 bytes, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
