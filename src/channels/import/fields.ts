// What a row of history consists of, and what each column of a file is for. Pure.
export const FIELDS = [
  'COMPANY',
  'COMPANY_DOMAIN',
  'COMPANY_EMPLOYEES',
  'CONTACT_NAME',
  'CONTACT_EMAIL',
  'CHANNEL',
  'DATE',
  'TIME',
  'TITLE',
  'TEXT',
  'CATEGORY',
  'EXTERNAL_ID',
  'LANGUAGE',
] as const;
export type Field = (typeof FIELDS)[number];

/** Without these there is no row; each comes from a column or, where that makes sense, is the same for all rows. */
export const REQUIRED: readonly Field[] = ['COMPANY', 'CONTACT_EMAIL', 'CHANNEL', 'DATE', 'TEXT'];

/** May be said once for the whole file. */
export const CONSTANT: readonly Field[] = [
  'COMPANY',
  'COMPANY_DOMAIN',
  'COMPANY_EMPLOYEES',
  'CHANNEL',
  'LANGUAGE',
];

/** Where a field's value stands: in a column, counted from 0, or in these words for every row. */
export type Origin = { column: number } | { constant: string };
export type Mapping = Partial<Record<Field, Origin>>;

export const missingFields = (mapping: Mapping): Field[] => REQUIRED.filter((field) => !mapping[field]);

/** The five categories as files name them; what they mean is the business of VOC. */
const CATEGORY_WORDS: Record<string, readonly string[]> = {
  USAGE: ['usage', 'question', 'howto', '사용문의', '문의', '사용법'],
  DEFECT: ['defect', 'bug', 'error', '오류장애', '오류', '장애', '버그'],
  IMPROVEMENT: ['improvement', '개선요청', '개선'],
  FEATURE: ['feature', 'featurerequest', '기능요청', '기능'],
  ACCOUNT: ['account', 'billing', 'accountbilling', '계정결제', '계정', '결제'],
};

const CHANNEL_WORDS: Record<string, readonly string[]> = {
  HOTLINE: ['hotline', '핫라인'],
  CHAT: ['chat', '채팅', '1대1채팅', '11채팅'],
  EMAIL: ['email', 'mail', '메일', '이메일'],
  PHONE: ['phone', 'call', 'tel', 'telephone', '전화', '유선'],
  KAKAO: ['kakao', 'kakaotalk', '카카오', '카카오톡', '카톡'],
  CHANNEL_TALK: ['channeltalk', '채널톡'],
  COMMUNITY: ['community', '커뮤니티'],
  TRAINING: ['training', '교육'],
  API: ['api'],
};

/** One form for words that differ only in case, spaces and signs: 'Contact E-mail' and 'contact_email'. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const among = (words: Record<string, readonly string[]>, text: string): string | null => {
  const plain = plainWord(text);
  return Object.entries(words).find(([, each]) => each.includes(plain))?.[0] ?? null;
};

export const categoryOf = (text: string): string | null => among(CATEGORY_WORDS, text);
export const channelWordOf = (text: string): string | null => among(CHANNEL_WORDS, text);
