// Every sentence a person reads, in Korean and English; a missing one does not compile.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { ko } from './ko';

export type Locale = 'ko' | 'en';
export type Words = typeof ko;

/** A browser fetches the language that is read in it; the other one when somebody switches. */
const FETCH: Record<Locale, () => Promise<Words>> = {
  ko: () => import('./ko').then((file) => file.ko),
  en: () => import('./en').then((file) => file.en),
};
const WORDS: Partial<Record<Locale, Words>> = {};
export async function fetchWords(locale: Locale): Promise<void> {
  WORDS[locale] ??= await FETCH[locale]();
}

const KEPT = 'hotline.locale';

const WordsContext = createContext<{ words: Words; locale: Locale } | null>(null);

/** What somebody chose in this browser; null: nobody did. */
export function keptLocale(): Locale | null {
  const kept = localStorage.getItem(KEPT);
  return kept === 'ko' || kept === 'en' ? kept : null;
}

/** Until it is known who looks: what was chosen here last, or what the browser speaks. */
export const guessLocale = (): Locale => keptLocale() ?? (navigator.language.startsWith('ko') ? 'ko' : 'en');

/** The language of the page, for what stands outside its components. */
export const spokenLocale = (): Locale => (document.documentElement.lang === 'en' ? 'en' : 'ko');

export const keepLocale = (locale: Locale): void => localStorage.setItem(KEPT, locale);

/** Speaks the language that was asked for as soon as its words are here, until then the one before. */
export function WordsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [spoken, setSpoken] = useState(locale);
  useEffect(() => {
    let wanted = true;
    void fetchWords(locale).then(() => wanted && setSpoken(locale));
    return () => {
      wanted = false;
    };
  }, [locale]);
  const value = useMemo(() => {
    const words = WORDS[spoken];
    return words ? { words, locale: spoken } : null;
  }, [spoken]);
  document.documentElement.lang = spoken;
  return <WordsContext value={value}>{children}</WordsContext>;
}

function useSpoken(): { words: Words; locale: Locale } {
  const spoken = useContext(WordsContext);
  if (!spoken) throw new Error('The words are fetched before the first page is drawn.');
  return spoken;
}

export const useWords = (): Words => useSpoken().words;
export const useLocale = (): Locale => useSpoken().locale;
