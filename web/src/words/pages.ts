// Words of pages that few come for: they come with those pages, not with the first view.
import { useMemo } from 'react';
import { auditEn, auditKo } from './audit';
import { calendarsEn, calendarsKo } from './calendars';
import { erasingEn, erasingKo } from './erasing';
import { figuresEn, figuresKo } from './figures';
import { leavingEn, leavingKo } from './leaving';
import { mergingEn, mergingKo } from './merging';
import { ownEn, ownKo } from './own';
import { peopleEn, peopleKo } from './people';
import { sessionsEn, sessionsKo } from './sessions';
import { type Locale, useLocale, useWords, type Words } from './words';

const ko = {
  audit: auditKo,
  calendars: calendarsKo,
  erasing: erasingKo,
  figures: figuresKo,
  leaving: leavingKo,
  merging: mergingKo,
  own: ownKo,
  people: peopleKo,
  sessions: sessionsKo,
};
const en: typeof ko = {
  audit: auditEn,
  calendars: calendarsEn,
  erasing: erasingEn,
  figures: figuresEn,
  leaving: leavingEn,
  merging: mergingEn,
  own: ownEn,
  people: peopleEn,
  sessions: sessionsEn,
};
const WORDS: Record<Locale, typeof ko> = { ko, en };

export type PageWords = Words & typeof ko;

export function usePageWords(): PageWords {
  const words = useWords();
  const locale = useLocale();
  return useMemo(() => {
    const more = WORDS[locale];
    const errors = {
      ...more.people.errors,
      ...more.leaving.refusals,
      ...more.erasing.refusals,
      ...more.calendars.refusals,
    };
    return { ...words, ...more, people: { ...more.people, errors } };
  }, [words, locale]);
}
