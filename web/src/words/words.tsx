// Every sentence a person reads, in Korean and English; a missing one does not compile.
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { peopleEn, peopleKo } from './people';
import { shellEn, shellKo } from './shell';
import { signinEn, signinKo } from './signin';
import { threadsEn, threadsKo } from './threads';
import { vocEn, vocKo } from './voc';

export type Locale = 'ko' | 'en';

const ko = { shell: shellKo, signin: signinKo, threads: threadsKo, voc: vocKo, people: peopleKo };
const en: typeof ko = { shell: shellEn, signin: signinEn, threads: threadsEn, voc: vocEn, people: peopleEn };

export type Words = typeof ko;

const WORDS: Record<Locale, Words> = { ko, en };
const KEPT = 'hotline.locale';

const WordsContext = createContext<{ words: Words; locale: Locale }>({ words: ko, locale: 'ko' });

/** What somebody chose in this browser; null: nobody did. */
export function keptLocale(): Locale | null {
  const kept = localStorage.getItem(KEPT);
  return kept === 'ko' || kept === 'en' ? kept : null;
}

/** Until it is known who looks: what was chosen here last, or what the browser speaks. */
export const guessLocale = (): Locale => keptLocale() ?? (navigator.language.startsWith('ko') ? 'ko' : 'en');

export const keepLocale = (locale: Locale): void => localStorage.setItem(KEPT, locale);

export function WordsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const value = useMemo(() => ({ words: WORDS[locale], locale }), [locale]);
  document.documentElement.lang = locale;
  return <WordsContext value={value}>{children}</WordsContext>;
}

export const useWords = (): Words => useContext(WordsContext).words;
export const useLocale = (): Locale => useContext(WordsContext).locale;
