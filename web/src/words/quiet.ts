// Words of the page about companies that are not heard of any more. They come with that page.
import { useMemo } from 'react';
import { type TrainingWords, useTrainingWords } from './training';
import { type Locale, useLocale } from './words';

const quietKo = {
  title: '조용한 고객사',
  lead: (n: string, weeks: string) => `${weeks}주 넘게 아무 말이 없는 고객사가 ${n}곳이에요.`,
  about: '조용한 고객사란?',
  means:
    '담당자가 대화에 메시지를 쓰지도, 미션을 보내지도 않은 고객사예요. 한 마디라도 하면 바로 목록에서 빠져요.',
  meansSince:
    '마지막 말, 마지막 교육의 끝, 공간이 열린 때 가운데 가장 늦은 날부터 세요. 교육을 받지 않은 고객사는 공간이 열린 때나 마지막 말부터예요.',
  whose: '어느 고객사',
  all: '모두',
  trained: '교육받은 곳',
  untrained: '교육 전',
  silence: '조용한 기간',
  atLeast: (weeks: string) => `${weeks}주 이상`,
  none: '조용한 고객사가 없어요',
  noneText: '모든 고객사가 말하고 있어요.',
  company: '고객사',
  since: '조용한 지',
  training: '마지막 교육',
  word: '마지막 말',
  responsible: '담당',
  space: '공간',
  forWeeks: (n: number) => `${n}주`,
  sinceDay: (day: string) => `${day}부터`,
  noTraining: '교육 전',
  noWord: '아직 없음',
  nobody: '아직 없음',
  noSpace: '공간 없음',
  open: '공간 열기',
  openSpace: (name: string) => `${name} 공간 열기`,
};

const quietEn: typeof quietKo = {
  title: 'Quiet companies',
  lead: (n, weeks) =>
    n === '1'
      ? `Nothing was heard of 1 company for ${weeks} weeks or more.`
      : `Nothing was heard of ${n} companies for ${weeks} weeks or more.`,
  about: 'What is a quiet company?',
  means:
    'None of its contacts wrote a message or showed something for a mission. With a single word it leaves the list.',
  meansSince:
    'Counted from the latest of its last word, the end of its last training and the opening of its space; without a training from the space’s opening or the last word.',
  whose: 'Which companies',
  all: 'All',
  trained: 'Trained',
  untrained: 'Not trained yet',
  silence: 'Silence',
  atLeast: (weeks) => `${weeks} weeks or more`,
  none: 'No quiet companies',
  noneText: 'All companies are talking.',
  company: 'Company',
  since: 'Quiet for',
  training: 'Last training',
  word: 'Last word',
  responsible: 'Looked after by',
  space: 'Space',
  forWeeks: (n) => (n === 1 ? '1 week' : `${n} weeks`),
  sinceDay: (day) => `since ${day}`,
  noTraining: 'Not trained yet',
  noWord: 'None yet',
  nobody: 'Nobody yet',
  noSpace: 'No space',
  open: 'Open space',
  openSpace: (name) => `Open the space of ${name}`,
};

const WORDS: Record<Locale, typeof quietKo> = { ko: quietKo, en: quietEn };

export function useQuietWords(): TrainingWords & { quiet: typeof quietKo } {
  const words = useTrainingWords();
  const locale = useLocale();
  return useMemo(() => ({ ...words, quiet: WORDS[locale] }), [words, locale]);
}
