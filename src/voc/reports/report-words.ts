// The few words of a report outside the web app: its PDF, tables and mail, in both languages.
import type { Channel } from '../../threads/index.js';
import type { Tier } from '../../identity/index.js';
import type { Category } from '../classification/index.js';

export type Locale = 'ko' | 'en';

const ko = {
  title: '주간 VOC 보고서',
  draft: '초안 · 숫자가 바뀔 수 있어요',
  publishedOn: (day: string) => `${day} 발행`,
  total: '전체 VOC',
  previous: (n: string) => `지난주 ${n}건`,
  category: '분류',
  count: '건수',
  share: '비율',
  change: '지난주 대비',
  median: '4주 중앙값',
  trend: '13주 추이',
  channels: '채널',
  areas: '제품 영역',
  tiers: '고객 등급',
  companies: '많이 말한 고객사',
  noArea: '영역 없음',
  noCompany: '회사 없음',
  comments: '의견',
  week: '전체',
  quotes: '고객의 말',
  removed: '[요청에 따라 지웠어요]',
  hash: '지문 (SHA-256)',
  page: (n: number, all: number) => `${n} / ${all}`,
  howCounted: '집계에서 제외한 항목을 뺀 그 주의 항목 수예요. 4주 중앙값은 바로 앞 네 주의 가운데 값이에요.',
  sheets: { figures: '숫자', breakdowns: '나누어 보기', items: '항목' },
  columns: {
    kind: '구분',
    name: '이름',
    item: '항목',
    tier: '등급',
    area: '제품 영역',
    channel: '채널',
    company: '고객사',
    occurred: '들어온 때 (UTC)',
    quote: '내용',
    thread: '대화 번호',
    previousWeek: '지난주',
  },
  categories: {
    USAGE: '사용 문의',
    DEFECT: '오류·장애',
    IMPROVEMENT: '개선 요청',
    FEATURE: '기능 요청',
    ACCOUNT: '계정·결제',
  } satisfies Record<Category, string> as Record<Category, string>,
  channelNames: {
    HOTLINE: '핫라인',
    CHAT: '채팅',
    EMAIL: '메일',
    PHONE: '전화',
    KAKAO: '카카오톡',
    CHANNEL_TALK: '채널톡',
    COMMUNITY: '커뮤니티',
    TRAINING: '교육',
    API: 'API',
  } satisfies Record<Channel, string> as Record<Channel, string>,
  tierNames: { STANDARD: '스탠다드', PREMIUM: '프리미엄', VIP: 'VIP' } satisfies Record<
    Tier,
    string
  > as Record<Tier, string>,
  mail: {
    subject: (week: string, headline: string) => `주간 VOC ${week}${headline ? ` · ${headline}` : ''}`,
    line: (total: string, previous: string) =>
      `이번 주에는 VOC ${total}건이 들어왔어요. 지난주는 ${previous}건이었어요.`,
    open: '보고서 열기',
    charts: { categories: '분류별 VOC', trend: '13주 추이' },
  },
};

const en: typeof ko = {
  title: 'Weekly VOC report',
  draft: 'Draft · figures may change',
  publishedOn: (day) => `Published ${day}`,
  total: 'All VOC',
  previous: (n) => `${n} last week`,
  category: 'Category',
  count: 'Count',
  share: 'Share',
  change: 'vs. last week',
  median: '4-week median',
  trend: '13 weeks',
  channels: 'Channels',
  areas: 'Product areas',
  tiers: 'Tiers',
  companies: 'Who says it most',
  noArea: 'No area',
  noCompany: 'No company',
  comments: 'Comments',
  week: 'The week',
  quotes: 'In their words',
  removed: '[removed on request]',
  hash: 'Fingerprint (SHA-256)',
  page: (n, all) => `${n} / ${all}`,
  howCounted:
    'Items of the week, without the withdrawn ones. The 4-week median is the middle of the four weeks before.',
  sheets: { figures: 'Figures', breakdowns: 'Breakdowns', items: 'Items' },
  columns: {
    kind: 'Kind',
    name: 'Name',
    item: 'Item',
    tier: 'Tier',
    area: 'Product area',
    channel: 'Channel',
    company: 'Company',
    occurred: 'Occurred (UTC)',
    quote: 'Quote',
    thread: 'Thread',
    previousWeek: 'Last week',
  },
  categories: {
    USAGE: 'Usage',
    DEFECT: 'Defect',
    IMPROVEMENT: 'Improvement',
    FEATURE: 'Feature',
    ACCOUNT: 'Account & billing',
  },
  channelNames: {
    HOTLINE: 'Hotline',
    CHAT: 'Chat',
    EMAIL: 'Mail',
    PHONE: 'Phone',
    KAKAO: 'KakaoTalk',
    CHANNEL_TALK: 'Channel Talk',
    COMMUNITY: 'Community',
    TRAINING: 'Training',
    API: 'API',
  },
  tierNames: { STANDARD: 'Standard', PREMIUM: 'Premium', VIP: 'VIP' },
  mail: {
    subject: (week, headline) => `Weekly VOC ${week}${headline ? ` · ${headline}` : ''}`,
    line: (total, previous) => `${total} VOC items came in this week; ${previous} the week before.`,
    open: 'Open the report',
    charts: { categories: 'VOC by category', trend: '13 weeks' },
  },
};

export const REPORT_WORDS: Record<Locale, typeof ko> = { ko, en };

/** 1,204; half items happen in medians. */
export const number = (locale: Locale, n: number): string =>
  new Intl.NumberFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', { maximumFractionDigits: 1 }).format(n);

export const percent = (share: number | null): string =>
  share === null ? '–' : `${Math.round(share * 100)}%`;

export const signed = (locale: Locale, n: number): string =>
  n === 0 ? '–' : `${n > 0 ? '+' : '−'}${number(locale, Math.abs(n))}`;
