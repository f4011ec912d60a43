// Takes out of a text what says who somebody is, before it leaves the house.

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Korean and international ways to write a number that rings: 010-1234-5678, 02 123 4567, +82 10 1234 5678, (02) 123-4567. */
const PHONE = /(?<![\p{Script=Latin}\d])\+?\(?\d{1,4}\)?(?:[ .-]?\(?\d{2,4}\)?){1,4}(?!\d)/gu;

/** Fewer digits are an amount, a year or the number of a thread. */
const FEWEST_DIGITS = 8;
const DATE = /^(?:19|20)\d\d[ .-]+\d{1,2}[ .-]+\d{1,2}$/;

const rings = (found: string): boolean =>
  found.replace(/\D/g, '').length >= FEWEST_DIGITS && !DATE.test(found);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Not within a longer word of the same script: Korean endings may follow a name in either. */
const alone = (word: string): string =>
  /[가-힣]/.test(word)
    ? `(?<![가-힣])${escaped(word)}`
    : `(?<![\\p{Script=Latin}\\d])${escaped(word)}(?![\\p{Script=Latin}\\d])`;

const HANGUL_NAME = /^[가-힣]{3,4}$/;

/** Rather one word too many than a name too few: what was an ordinary word is still sorted rightly without it. */
function patternsOf(name: string): string[] {
  const whole = name.trim();
  if (whole.length < 2) return [];
  // 김민지 is spoken of as 민지님, 민지 씨, 민지가.
  if (HANGUL_NAME.test(whole)) return [escaped(whole), alone(whole.slice(1))];
  // Of a name in several words each one that is long enough to be one.
  const words = whole.split(/\s+/).filter((word) => word.length >= 3);
  return [whole, ...words].map(alone);
}

/** The text with addresses, telephone numbers and these names replaced by what they were. */
export function masked(text: string, names: readonly string[]): string {
  const patterns = names.flatMap(patternsOf).sort((a, b) => b.length - a.length);
  const without = text
    .replace(EMAIL, '[e-mail]')
    .replace(PHONE, (found) => (rings(found) ? '[phone]' : found));
  return patterns.length === 0 ? without : without.replace(new RegExp(patterns.join('|'), 'giu'), '[name]');
}
