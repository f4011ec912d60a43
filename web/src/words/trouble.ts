// Words of being stuck on a step: on the step, in the thread that comes of it, and in the list of those.
import { type Locale, useLocale } from './words';

const troubleKo = {
  stuckHere: '여기서 막혔어요',
  stuckHereHint: '담당 팀에 바로 물어보세요. 어느 단계인지는 저희가 알고 있어요.',
  heading: '제목',
  headingOf: (step: string) => `‘${step}’에서 막혔어요`,
  where: '어디에서 막혔나요?',
  whereHint: '무엇을 했고 무엇이 보였는지 적어 주시면 더 빨리 도와드려요. 비워 두고 보내도 돼요.',
  ask: '물어보기',
  askedHere: '이 단계에서 물어본 대화',
  askedCount: (n: string) => `물어본 대화 ${n}`,
  mission: '교육 미션',
  doneOf: (name: string, done: string, all: string) => `${name} · ${all}단계 중 ${done}단계 통과`,
  seeStep: '단계와 제출 보기',
  myStep: '단계로 가기',
  title: '막혀서 물어본 대화',
  lead: '미션을 하다 막힌 참가자가 단계에서 연 대화예요. 새것부터 보여요.',
  all: '모든 단계 보기',
  none: '아직 물어본 사람이 없어요',
  noneText: '참가자가 단계에서 ‘여기서 막혔어요’를 누르면 여기에 모여요.',
  threads: '대화',
  companies: '고객사',
  openList: (n: string, step: string) => `${step}: 물어본 대화 ${n}개 보기`,
};

const troubleEn: typeof troubleKo = {
  stuckHere: 'I am stuck here',
  stuckHereHint: 'Ask the team right away. We know which step it is about.',
  heading: 'Title',
  headingOf: (step) => `Stuck on “${step}”`,
  where: 'Where are you stuck?',
  whereHint: 'What you did and what you saw helps us to help sooner. You may send it empty as well.',
  ask: 'Ask',
  askedHere: 'Asked about this step',
  askedCount: (n) => `${n} asked`,
  mission: 'Training mission',
  doneOf: (name, done, all) => `${name} · ${done} of ${all} steps passed`,
  seeStep: 'See the step and what was sent',
  myStep: 'Go to the step',
  title: 'Asked because they were stuck',
  lead: 'Threads that participants opened from a step of their missions, newest first.',
  all: 'Show all steps',
  none: 'Nobody has asked yet',
  noneText: 'When a participant says “I am stuck here” on a step, it shows up here.',
  threads: 'Threads',
  companies: 'Companies',
  openList: (n, step) => `${step}: see the ${n} threads`,
};

const WORDS: Record<Locale, typeof troubleKo> = { ko: troubleKo, en: troubleEn };

export const useTroubleWords = (): typeof troubleKo => WORDS[useLocale()];
