// The letters about sessions, in the reader's language and zone.
import { dateIn } from '../../platform/local-time.js';
import type { Letter } from '../../platform/mail/index.js';

export type Occasion = 'INVITED' | 'CHANGED' | 'CANCELLED' | 'SOON';

export type TrainingLetter = {
  personId: string;
  to: string;
  locale: 'ko' | 'en';
  zone: string;
  title: string;
  summary: string | null;
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  link: string | null;
  trainer: string;
  url: string;
};

const WORDS = {
  ko: {
    subject: {
      INVITED: (title: string) => `교육 초대: ${title}`,
      CHANGED: (title: string) => `교육 일정이 바뀌었어요: ${title}`,
      CANCELLED: (title: string) => `교육이 취소됐어요: ${title}`,
      SOON: (title: string) => `내일 교육이 있어요: ${title}`,
    },
    first: {
      INVITED: '교육에 초대해요. 첨부한 일정을 캘린더에 추가할 수 있어요.',
      CHANGED: '교육 일정이 아래처럼 바뀌었어요. 캘린더도 함께 바뀌어요.',
      CANCELLED: '이 교육에 오지 않으셔도 돼요. 캘린더에서도 지워져요.',
      SOON: '교육이 곧 열려요. 그때 만나요.',
    },
    when: '일시',
    where: '장소',
    link: '접속 링크',
    trainer: '강사',
    open: '교육 보기',
  },
  en: {
    subject: {
      INVITED: (title: string) => `Training: ${title}`,
      CHANGED: (title: string) => `Training changed: ${title}`,
      CANCELLED: (title: string) => `Training cancelled: ${title}`,
      SOON: (title: string) => `Training tomorrow: ${title}`,
    },
    first: {
      INVITED: 'You are invited to a training. The attached entry goes into your calendar.',
      CHANGED: 'The training has changed as below; your calendar follows.',
      CANCELLED: 'You need not come to this training; it leaves your calendar as well.',
      SOON: 'The training is about to start. See you there.',
    },
    when: 'When',
    where: 'Where',
    link: 'Link',
    trainer: 'Trainer',
    open: 'See the training',
  },
} as const;

/** '2026년 11월 21일 토요일 오후 3:00 – 오후 5:00'; of several days both are said whole. */
export function timeOf(locale: 'ko' | 'en', zone: string, startsAt: Date, endsAt: Date): string {
  const say = (moment: Date, whole: boolean): string => {
    const said = new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
      timeZone: zone,
      timeStyle: 'short',
      ...(whole ? { dateStyle: 'full' } : {}),
    }).format(moment);
    // Newer tables of languages shorten them to Latin letters.
    return locale === 'ko' ? said.replace('AM', '오전').replace('PM', '오후') : said;
  };
  const oneDay = dateIn(zone, startsAt) === dateIn(zone, endsAt);
  return `${say(startsAt, true)} – ${say(endsAt, !oneDay)}`;
}

export function trainingLetter(occasion: Occasion, letter: TrainingLetter): Omit<Letter, 'off' | 'calendar'> {
  const words = WORDS[letter.locale];
  const facts: [string, string | null][] = [
    [words.when, timeOf(letter.locale, letter.zone, letter.startsAt, letter.endsAt)],
    [words.where, letter.place],
    [words.link, letter.link],
    [words.trainer, letter.trainer],
  ];
  return {
    personId: letter.personId,
    to: letter.to,
    locale: letter.locale,
    kind: 'TRAINING',
    subject: words.subject[occasion](letter.title).replace(/\s+/g, ' '),
    paragraphs: [
      words.first[occasion],
      [letter.title, ...(letter.summary ? [letter.summary] : [])].join('\n'),
      facts.flatMap(([name, said]) => (said ? [`${name}: ${said}`] : [])).join('\n'),
    ],
    action: { label: words.open, url: letter.url },
  };
}
