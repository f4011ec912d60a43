// Words of the page about what a training has changed. They come with that page.
import { useMemo } from 'react';
import { type TrainingWords, useTrainingWords } from './training';
import { type Locale, useLocale } from './words';

const adoptionKo = {
  lead: (compared: string, all: string, weeks: string) =>
    `교육 ${all}건 가운데 ${compared}건을 앞뒤 ${weeks}주씩 견주었어요.`,
  about: '교육 전후는 이렇게 세요',
  windowMeans: (weeks: string) =>
    `교육이 있던 주는 빼고, 그 앞의 온전한 ${weeks}주와 뒤의 온전한 ${weeks}주를 견주어요. 두 기간의 길이는 늘 같아요.`,
  completeMeans:
    '앞 기간이 시작될 때 공간이 없었거나 뒤 기간이 아직 끝나지 않은 교육은 견주지 않고, 합계에도 넣지 않아요.',
  threadsMeans: '담당자가 연 대화 가운데 VOC로 세는 것이에요. 분류는 지금의 분류예요.',
  messagesMeans: '담당자가 공간에 쓴 메시지예요. 첫 말과 나중에 지운 메시지도 세요.',
  stepsMeans: '교육 뒤에 받은 단계와 지금까지 통과한 단계예요. 회사를 떠난 사람의 단계는 빼요.',
  cautionMeans: '달라진 까닭이 교육만은 아닐 수 있어요. 같은 기간에 다른 교육이 있었으면 표에 적어 두었어요.',
  course: '과정',
  anyCourse: '모든 과정',
  window: '견줄 기간',
  weeksOf: (weeks: string) => `앞뒤 ${weeks}주`,
  steps: '통과한 단계',
  stepsOf: (passed: string, given: string) => `${passed} / ${given}`,
  threads: '대화',
  messages: '메시지',
  before: '전',
  after: '후',
  chart: '분류별 대화, 교육 전과 후',
  bar: (name: string, before: string, after: string) => `${name}: 전 ${before}, 후 ${after}`,
  change: (before: string, after: string) => `${before} → ${after}`,
  table: '고객사별 교육 전후',
  company: '고객사와 교육',
  open: (what: string, when: string, n: string) => `${what} ${when} ${n}건 보기`,
  notBefore: '앞 기간은 견줄 수 없어요. 그때는 공간이 다 열려 있지 않았어요.',
  notYet: (day: string) => `뒤 기간은 ${day}부터 볼 수 있어요.`,
  others: (n: string) => `같은 기간에 다른 교육 ${n}건`,
  weeks: (span: string) => `견준 주: ${span}`,
  span: (before: string, after: string) => `전 ${before}, 후 ${after}`,
  none: '끝난 교육이 없어요',
  noneText: '교육이 끝나고 몇 주가 지나면 무엇이 달라졌는지 여기에서 봐요.',
  noCompared: '아직 앞뒤가 모두 온전한 교육이 없어요.',
  export: 'CSV로 받기',
  exportFailed: '파일을 만들지 못했어요. 잠시 뒤 다시 해 주세요.',
  exported: (n: number) => `${n}줄을 받았어요.`,
  columns: {
    company: '고객사',
    course: '과정',
    trained: '교육한 날',
    given: '받은 단계',
    passed: '통과한 단계',
    weeksBefore: '전 기간',
    weeksAfter: '후 기간',
    others: '다른 교육',
  },
};

const adoptionEn: typeof adoptionKo = {
  lead: (compared, all, weeks) =>
    `Of ${all} trainings ${compared} could be compared, ${weeks} weeks on either side.`,
  about: 'How before and after are counted',
  windowMeans: (weeks) =>
    `The ${weeks} whole weeks before and the ${weeks} whole weeks after; the training’s own week is in neither. Both are always of the same length.`,
  completeMeans:
    'Where the space was not there when the weeks before began, or the weeks after are not over, nothing is compared and nothing is summed up.',
  threadsMeans: 'Threads that contacts opened and that count as VOC, by their category as it is now.',
  messagesMeans:
    'Messages that contacts wrote in their space, first words with them, also those that were deleted since.',
  stepsMeans: 'Steps given after the training, and those passed by now; without those of people who left.',
  cautionMeans:
    'A training need not be the reason for what changed. Where there was another one in the same weeks, the table says so.',
  course: 'Course',
  anyCourse: 'All courses',
  window: 'Weeks compared',
  weeksOf: (weeks) => `${weeks} weeks each`,
  steps: 'Steps passed',
  stepsOf: (passed, given) => `${passed} / ${given}`,
  threads: 'Threads',
  messages: 'Messages',
  before: 'before',
  after: 'after',
  chart: 'Threads by category, before and after the training',
  bar: (name, before, after) => `${name}: ${before} before, ${after} after`,
  change: (before, after) => `${before} → ${after}`,
  table: 'Before and after, by company',
  company: 'Company and training',
  open: (what, when, n) => `${what}: open the ${n} ${when}`,
  notBefore: 'The weeks before cannot be compared: the space was not open in all of them.',
  notYet: (day) => `The weeks after are complete on ${day}.`,
  others: (n) => (n === '1' ? '1 other training in these weeks' : `${n} other trainings in these weeks`),
  weeks: (span) => `Weeks compared: ${span}`,
  span: (before, after) => `before ${before}, after ${after}`,
  none: 'No training is over yet',
  noneText: 'Some weeks after a training you see here what has changed.',
  noCompared: 'No training is complete on both sides yet.',
  export: 'Save as CSV',
  exportFailed: 'The file could not be made. Try again in a moment.',
  exported: (n) => `${n} rows saved.`,
  columns: {
    company: 'Company',
    course: 'Course',
    trained: 'Trained on',
    given: 'Steps given',
    passed: 'Steps passed',
    weeksBefore: 'Weeks before',
    weeksAfter: 'Weeks after',
    others: 'Other trainings',
  },
};

const WORDS: Record<Locale, typeof adoptionKo> = { ko: adoptionKo, en: adoptionEn };

export type AdoptionWords = TrainingWords & { adoption: typeof adoptionKo };

export function useAdoptionWords(): AdoptionWords {
  const words = useTrainingWords();
  const locale = useLocale();
  return useMemo(() => ({ ...words, adoption: WORDS[locale] }), [words, locale]);
}
