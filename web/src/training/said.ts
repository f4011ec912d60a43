// Words of courses in the reader's language, or in the one there is.
import type { Locale } from '../words/words';

export function inLocale<Text extends { locale: Locale }>(
  texts: readonly Text[],
  locale: Locale,
): Text | null {
  return texts.find((each) => each.locale === locale) ?? texts[0] ?? null;
}

/** '4.3' */
export const points = (locale: Locale, score: number): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(score);

export const number = (locale: Locale, n: number): string => n.toLocaleString(locale);

/** 0.5 → '50%' */
export const share = (locale: Locale, part: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(part);

/** The address of a certificate's file in one language. */
export const pdfIn = (url: string, locale: Locale): string =>
  `${url}${url.includes('?') ? '&' : '?'}locale=${locale}`;
