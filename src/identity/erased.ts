// What stands where a person's words were, and how their name and address are found in the words of others. Pure.
import { type Sql, sql } from '../platform/database/index.js';

/** The same words as hotline.removed() of the database; the web app says them in the reader's language. */
export const REMOVED = '[removed on request]';

/** Nobody has this address: nothing is ever sent to it and nobody signs in by it. */
export const addressOfErased = (id: string): string => `${id}@removed.invalid`;

/** Regular expressions of PostgreSQL, to be used without regard to case. */
export type Traces = {
  /** Addresses are nobody else's: they go wherever they stand. */
  addresses: string;
  /** Other people have the same name: it goes only where this person was. */
  names: string;
};

export function tracesOf(people: readonly { name: string; email: string }[]): Traces {
  const addresses = people.map(({ email }) => `(?<![a-z0-9._+-])${literal(email)}(?![a-z0-9-])`).join('|');
  return { addresses, names: [addresses, ...people.flatMap(({ name }) => spellings(name))].join('|') };
}

/** `column ~ traces`, and the column without them. */
export const names = (column: Sql, pattern: string): Sql => sql`${column} ~* ${pattern}`;
export const without = (column: Sql, pattern: string): Sql =>
  sql`regexp_replace(${column}, ${pattern}, ${REMOVED}, 'gi')`;

const SHORT = 3;

/** A short name is a part of many words: it goes only where somebody is spoken to, or of, by it. */
function spellings(name: string): string[] {
  const plain = literal(name);
  const letters = [...name].length;
  if (letters < SHORT) return [`@${plain}`, `${plain} ?님`];
  const whole = `(?<![a-z0-9])${plain}(?![a-z0-9])`;
  // As it stands in JSON, where that is something else.
  const quoted = JSON.stringify(name).slice(1, -1);
  return quoted === name ? [whole] : [whole, literal(quoted)];
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
