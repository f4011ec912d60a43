// Findings in what somebody writes: where they stand after more was typed, and what takes their place.
type Language = 'ko' | 'en';
type Kind = 'COMPANY' | 'PERSON' | 'EMAIL' | 'PHONE' | 'KEY' | 'LINK';

/** `start` and `end` count UTF-16 units of a text. */
export type Finding = { kind: Kind; start: number; end: number; text: string };

const MASKS: Record<Language, Record<Kind, string>> = {
  ko: {
    COMPANY: '○○사',
    PERSON: '○○○ 님',
    EMAIL: '[메일]',
    PHONE: '[전화번호]',
    KEY: '[열쇠]',
    LINK: '[링크]',
  },
  en: {
    COMPANY: '[company]',
    PERSON: '[name]',
    EMAIL: '[mail]',
    PHONE: '[phone]',
    KEY: '[key]',
    LINK: '[link]',
  },
};

export const maskOf = (language: Language, kind: Kind): string => MASKS[language][kind];

/** Parts are looked through as one text; no number reaches over a blank line, and no name. */
const BETWEEN = '\n\n';

export const joined = (parts: readonly string[]): string => parts.join(BETWEEN);

/** Findings of the joined text, part by part, counted from where each part begins. */
export function byPart(parts: readonly string[], findings: readonly Finding[]): Finding[][] {
  let begins = 0;
  return parts.map((part) => {
    const from = begins;
    begins += part.length + BETWEEN.length;
    return findings
      .filter(({ start, end }) => start >= from && end <= from + part.length)
      .map((each) => ({ ...each, start: each.start - from, end: each.end - from }));
  });
}

/** The text with these findings masked. ○○○ 님 takes the 님 behind a name along. */
export function masked(text: string, findings: readonly Finding[], language: Language): string {
  let written = text;
  for (const { kind, start, end } of findings.toSorted((a, b) => b.start - a.start)) {
    const mask = maskOf(language, kind);
    const rest = written.slice(end);
    const title = mask.endsWith(' 님') ? /^\s?님/.exec(rest)?.[0].length : 0;
    written = written.slice(0, start) + mask + rest.slice(title ?? 0);
  }
  return written;
}

/** Findings of `before` that stand untouched in `after`, where they are now. */
export function carried(findings: readonly Finding[], before: string, after: string): Finding[] {
  if (before === after) return [...findings];
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same++;
  let tail = 0;
  while (tail < most - same && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const moved = after.length - before.length;
  return findings.flatMap((each) => {
    if (each.end <= same) return [each];
    if (each.start < before.length - tail) return [];
    return [{ ...each, start: each.start + moved, end: each.end + moved }];
  });
}
