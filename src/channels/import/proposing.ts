// Which column is what: by its head in Korean or English, else by what stands in it. Pure.
import { CHANNELS } from '../../threads/index.js';
import { type Field, type Mapping, categoryOf, channelWordOf, plainWord } from './fields.js';
import { momentReader } from './moments.js';

export type FileColumn = { name: string; /** Of the first rows, shortened. */ samples: string[] };

/** The first word that a head equals wins; fields that could be meant by another's word come later. */
const HEADS: Record<Field, readonly string[]> = {
  EXTERNAL_ID: [
    'externalid',
    'ticketid',
    'ticketno',
    'ticketnumber',
    'id',
    'no',
    'number',
    '외부id',
    '티켓번호',
    '문의번호',
    '접수번호',
    '번호',
    '고유번호',
  ],
  COMPANY: [
    'company',
    'companyname',
    'organization',
    'organisation',
    'customer',
    'client',
    '고객사',
    '고객사명',
    '회사',
    '회사명',
    '업체',
    '업체명',
    '기업명',
    '소속',
  ],
  COMPANY_DOMAIN: ['companydomain', 'domain', 'website', '도메인', '회사도메인', '고객사도메인'],
  COMPANY_EMPLOYEES: [
    'companyemployees',
    'employees',
    'companysize',
    'seats',
    '임직원수',
    '직원수',
    '인원',
    '규모',
    '사용자수',
  ],
  CONTACT_NAME: [
    'contactname',
    'contact',
    'name',
    'requester',
    'requestername',
    'author',
    '담당자',
    '담당자명',
    '문의자',
    '문의자명',
    '작성자',
    '고객명',
    '이름',
    '성함',
    '요청자',
  ],
  CONTACT_EMAIL: [
    'contactemail',
    'email',
    'emailaddress',
    'mail',
    'requesteremail',
    '이메일',
    '이메일주소',
    '메일',
    '메일주소',
    '담당자이메일',
    '문의자이메일',
  ],
  CHANNEL: ['channel', 'via', 'medium', '채널', '접수채널', '문의채널', '경로', '접수경로', '유입경로'],
  DATE: [
    'occurredat',
    'createdat',
    'created',
    'date',
    'datetime',
    'timestamp',
    'receivedat',
    '날짜',
    '일시',
    '일자',
    '접수일',
    '접수일시',
    '문의일',
    '문의일시',
    '문의일자',
    '작성일',
    '작성일시',
    '등록일',
    '등록일시',
    '생성일',
  ],
  TIME: ['time', 'occurredtime', '시간', '시각', '접수시간', '문의시간', '등록시간'],
  TITLE: ['title', 'subject', 'summary', '제목', '문의제목'],
  TEXT: [
    'body',
    'text',
    'message',
    'content',
    'description',
    'question',
    'inquiry',
    '내용',
    '본문',
    '문의내용',
    '질문',
    '문의',
    '상세내용',
    '메시지',
  ],
  CATEGORY: ['category', 'type', 'voccategory', '분류', '유형', '카테고리', '문의유형', 'voc분류'],
  LANGUAGE: ['language', 'lang', 'locale', '언어'],
};

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const LONG_ENOUGH = 12;

/** What most filled cells of a column look like. */
const most = (column: FileColumn, fits: (cell: string) => boolean): boolean => {
  const filled = column.samples.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.filter(fits).length * 5 >= filled.length * 4;
};

/** A proposal that a person looks at; nothing is proposed for what cannot be told. */
export function proposeMapping(columns: FileColumn[], zone: string): Mapping {
  const mapping: Mapping = {};
  const free = new Set(columns.keys());
  const take = (field: Field, column: number | undefined): void => {
    if (column === undefined || mapping[field]) return;
    mapping[field] = { column };
    free.delete(column);
  };
  const plain = columns.map(({ name }) => plainWord(name));
  for (const [field, heads] of Object.entries(HEADS) as [Field, readonly string[]][]) {
    const word = heads.find((each) => [...free].some((column) => plain[column] === each));
    take(
      field,
      [...free].find((column) => word !== undefined && plain[column] === word),
    );
  }
  const read = momentReader(zone);
  const byContent = (field: Field, fits: (cell: string) => boolean): void =>
    take(
      field,
      [...free].find((column) => most(columns[column] as FileColumn, fits)),
    );
  byContent('CONTACT_EMAIL', (cell) => EMAIL.test(cell.trim()));
  byContent('DATE', (cell) => read(cell, '') !== null);
  byContent('CHANNEL', (cell) => CHANNELS.some((each) => each === (channelWordOf(cell) ?? cell.trim())));
  byContent('CATEGORY', (cell) => categoryOf(cell) !== null);
  if (!mapping.TEXT) take('TEXT', longest(columns, free));
  return mapping;
}

/** The column with the longest words, if they are long enough to be said by somebody. */
function longest(columns: FileColumn[], free: Set<number>): number | undefined {
  const length = (column: number): number => {
    const samples = columns[column]?.samples ?? [];
    return samples.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, samples.length);
  };
  const [first] = [...free].sort((one, other) => length(other) - length(one));
  return first !== undefined && length(first) >= LONG_ENOUGH ? first : undefined;
}
