// Numbers as figures show them.
import type { Locale } from '../words/words';

const tag = (locale: Locale): string => (locale === 'ko' ? 'ko-KR' : 'en-GB');

const formats = new Map<string, Intl.NumberFormat>();

function format(locale: Locale, key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = `${locale} ${key}`;
  let made = formats.get(name);
  if (!made) {
    made = new Intl.NumberFormat(tag(locale), options);
    formats.set(name, made);
  }
  return made;
}

/** 1,204; half items happen in medians: 3.5 */
export const count = (locale: Locale, n: number): string =>
  format(locale, 'count', { maximumFractionDigits: 1 }).format(n);

/** 0.873 → 87% */
export const percent = (locale: Locale, part: number): string =>
  format(locale, 'percent', { style: 'percent', maximumFractionDigits: 0 }).format(part);
