// What in a text points at somebody: addresses, numbers, keys, names of companies and people we know. Pure.
import type { KnownName } from './board-access.js';

export const FINDING_KINDS = ['COMPANY', 'PERSON', 'EMAIL', 'PHONE', 'KEY', 'LINK'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** `start` and `end` count UTF-16 units, as text fields of browsers do. */
export type Finding = { kind: FindingKind; start: number; end: number; text: string };

const PATTERNS: readonly (readonly [FindingKind, RegExp])[] = [
  ['EMAIL', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['LINK', /https?:\/\/[^\s<>"')\]]+/giu],
  [
    'KEY',
    /\b(?:AKIA[0-9A-Z]{16}|(?:sk|pk|rk)[-_][\w-]{16,}|gh[pousr]_\w{20,}|xox[abprs]-[\w-]{10,}|eyJ[\w-]{10,}\.[\w-]{10,}(?:\.[\w-]+)?|[0-9a-f]{32,})\b/gu,
  ],
  // Korean numbers at home and abroad, and whatever international number begins with +.
  [
    'PHONE',
    /(?<![\d-])(?:\+\d{1,3}[\s.-]?\d{1,4}(?:[\s.-]?\d{2,4}){2,3}|0\d{1,2}[\s.-]?\d{3,4}[\s.-]?\d{4}|1\d{3}[\s.-]\d{4})(?![\d-])/gu,
  ],
];

const LETTER = /[\p{L}\p{N}]/u;

/** Left of a name stands no letter; right of it none either, except that Korean hangs its particles on. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  if (before && LETTER.test(before)) return false;
  const hangul = /\p{Script=Hangul}/u.test(text[end - 1] ?? '');
  return !after || !LETTER.test(after) || (hangul && /\p{Script=Hangul}/u.test(after));
}

/** In the order of the text, none within another. */
export function findingsIn(text: string, names: readonly KnownName[]): Finding[] {
  const found: Finding[] = [];
  const free = (start: number, end: number): boolean =>
    found.every((each) => end <= each.start || start >= each.end);
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (free(match.index, end)) found.push({ kind, start: match.index, end, text: match[0] });
    }
  }
  // Case may change the length of a text: names are looked for only where it does not.
  const folded = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
  for (const { kind, name } of names.toSorted((a, b) => b.name.length - a.name.length)) {
    const wanted = folded === text ? name : name.toLowerCase();
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length;
      if (standsAlone(folded, at, end) && free(at, end))
        found.push({ kind, start: at, end, text: text.slice(at, end) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
