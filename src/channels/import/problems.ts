// What can be wrong with a cell, and how it is said in the reader's language. Pure.
import type { Field } from './fields.js';

export const REASONS = [
  'CELLS',
  'EMPTY',
  'CHARACTERS',
  'LONG',
  'DOMAIN',
  'EMPLOYEES',
  'EMAIL',
  'CHANNEL',
  'DATE',
  'FUTURE',
  'CATEGORY',
  'LANGUAGE',
  'TWICE',
  'CHANGED',
] as const;
export type Reason = (typeof REASONS)[number];

export type Problem = {
  /** Of the file, the head being line 1. */
  line: number;
  /** Null: the row as a whole. */
  field: Field | null;
  /** As the file calls it; empty for the row as a whole and for what is the same in all rows. */
  column: string;
  /** What stands there, at most 100 characters. */
  value: string;
  reason: Reason;
  /** What the sentence names besides: a number of cells or characters, another line. */
  detail: string;
};

type Sentence = (problem: Pick<Problem, 'value' | 'detail'>) => string;

const en: Record<Reason, Sentence> = {
  CELLS: ({ value, detail }) => `has ${value} cells instead of ${detail}`,
  EMPTY: () => 'is empty',
  CHARACTERS: () => 'holds characters that cannot be stored',
  LONG: ({ detail }) => `is longer than ${detail} characters`,
  DOMAIN: ({ value }) => `'${value}' is no domain like hanbit.example`,
  EMPLOYEES: ({ value }) => `'${value}' is no whole number from 0 to 10000000`,
  EMAIL: ({ value }) => `'${value}' is no e-mail address`,
  CHANNEL: ({ value, detail }) => `'${value}' is none of ${detail}`,
  DATE: ({ value }) => `'${value}' is no date like 2026-06-28 17:09`,
  FUTURE: ({ value }) => `'${value}' lies in the future`,
  CATEGORY: ({ value, detail }) => `'${value}' is none of ${detail}`,
  LANGUAGE: ({ value }) => `'${value}' is neither ko nor en`,
  TWICE: ({ value, detail }) =>
    value ? `'${value}' stands in line ${detail} already` : `the same row stands in line ${detail} already`,
  CHANGED: ({ value }) => `'${value}' was imported before with other content; what is here stays as it is`,
};

const ko: Record<Reason, Sentence> = {
  CELLS: ({ value, detail }) => `칸이 ${detail}개여야 하는데 ${value}개예요`,
  EMPTY: () => '비어 있어요',
  CHARACTERS: () => '저장할 수 없는 문자가 들어 있어요',
  LONG: ({ detail }) => `${detail}자보다 길어요`,
  DOMAIN: ({ value }) => `도메인이 아니에요: '${value}' (예: hanbit.example)`,
  EMPLOYEES: ({ value }) => `인원수가 아니에요: '${value}' (0부터 10000000까지의 정수)`,
  EMAIL: ({ value }) => `이메일 주소가 아니에요: '${value}'`,
  CHANNEL: ({ value, detail }) => `모르는 채널이에요: '${value}' (쓸 수 있는 이름: ${detail})`,
  DATE: ({ value }) => `날짜로 읽을 수 없어요: '${value}' (예: 2026-06-28 17:09)`,
  FUTURE: ({ value }) => `아직 오지 않은 날이에요: '${value}'`,
  CATEGORY: ({ value, detail }) => `모르는 분류예요: '${value}' (쓸 수 있는 이름: ${detail})`,
  LANGUAGE: ({ value }) => `ko나 en이어야 해요: '${value}'`,
  TWICE: ({ value, detail }) =>
    value ? `${detail}번째 줄에 같은 번호가 있어요: '${value}'` : `${detail}번째 줄과 내용이 같아요`,
  CHANGED: ({ value }) => `전에 다른 내용으로 가져온 번호예요: '${value}'. 지금 있는 대화를 그대로 둬요`,
};

const SENTENCES = { ko, en };

export type Locale = keyof typeof SENTENCES;

export const sayProblem = (locale: Locale, problem: Pick<Problem, 'reason' | 'value' | 'detail'>): string =>
  SENTENCES[locale][problem.reason](problem);

/** The heads of the table of problems. */
export const PROBLEM_HEADS: Record<Locale, string[]> = {
  ko: ['줄', '열', '값', '이유'],
  en: ['line', 'column', 'value', 'reason'],
};

const SHOWN = 100;

/** A cell's words in a form that every place can keep. */
export const shownValue = (text: string): string =>
  [...text.toWellFormed().replaceAll('\u0000', '\uFFFD')].slice(0, SHOWN).join('');
