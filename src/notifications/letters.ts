// The letter about what is unread, in the reader's language.
import type { Letter } from '../platform/mail/index.js';
import type { NotificationKind } from './kinds.js';

/** What one letter tells of one subject. */
export type Part = {
  heading: string;
  url: string;
  lines: { kind: NotificationKind; actor: string | null; text: string | null }[];
};

type To = { personId: string; email: string; locale: 'ko' | 'en' };
type Sentence = (actor: string | null) => string;

const by =
  (known: (actor: string) => string, unknown: string): Sentence =>
  (actor) =>
    actor === null ? unknown : known(actor);

const SENTENCES: Record<'ko' | 'en', Record<NotificationKind, Sentence>> = {
  ko: {
    ANSWERED: by((who) => `${who} 님이 답변했어요`, '답변이 왔어요'),
    MENTIONED: by((who) => `${who} 님이 나를 언급했어요`, '나를 언급한 글이 있어요'),
    ASSIGNED: by((who) => `${who} 님이 담당자로 지정했어요`, '담당자로 지정됐어요'),
    CLIENT_WROTE: by((who) => `${who} 님이 다시 썼어요`, '고객이 다시 썼어요'),
    COLLEAGUE_WROTE: by((who) => `동료 ${who} 님이 글을 남겼어요`, '동료가 글을 남겼어요'),
    RESOLVED: by((who) => `${who} 님이 해결됨으로 바꿨어요`, '해결됐어요'),
    NEWS: () => '요청하신 것의 소식이 있어요',
    QUESTION_OPENED: by((who) => `${who} 님이 새로 문의했어요`, '새 문의가 왔어요'),
    REPORT_WAITS: () => '주간 보고서가 발행을 기다려요',
    REPORT_PUBLISHED: by((who) => `${who} 님이 주간 보고서를 발행했어요`, '주간 보고서가 나왔어요'),
    TRAINING_INVITED: by((who) => `${who} 님이 교육에 초대했어요`, '교육에 초대됐어요'),
    TRAINING_CHANGED: () => '교육 일정이 바뀌었어요',
    TRAINING_CANCELLED: () => '교육이 취소됐어요',
    TRAINING_SOON: () => '곧 교육이 있어요',
    TRAINING_CONTENT: () => '새 교육 콘텐츠가 나왔어요',
    MISSION_SOON: () => '미션 마감이 하루 안으로 다가왔어요',
    MISSION_LATE: () => '미션 마감이 지났어요. 지금이라도 제출할 수 있어요',
    MISSION_REVIEWED: by((who) => `${who} 님이 제출한 미션을 살펴봤어요`, '제출한 미션을 살펴봤어요'),
    CERTIFICATE_GIVEN: () => '수료를 축하해요! 수료증이 나왔어요',
    BOARD_ANSWERED: () => '따라가는 게시판 글에 새 글이 달렸어요',
  },
  en: {
    ANSWERED: by((who) => `${who} answered`, 'There is an answer'),
    MENTIONED: by((who) => `${who} mentioned you`, 'You were mentioned'),
    ASSIGNED: by((who) => `${who} gave this thread to you`, 'This thread was given to you'),
    CLIENT_WROTE: by((who) => `${who} wrote again`, 'The client wrote again'),
    COLLEAGUE_WROTE: by((who) => `Your colleague ${who} wrote`, 'A colleague wrote'),
    RESOLVED: by((who) => `${who} resolved this thread`, 'This thread was resolved'),
    NEWS: () => 'There is news of what you asked for',
    QUESTION_OPENED: by((who) => `${who} asked something new`, 'There is a new question'),
    REPORT_WAITS: () => 'The weekly report waits to be published',
    REPORT_PUBLISHED: by((who) => `${who} published the weekly report`, 'The weekly report is out'),
    TRAINING_INVITED: by((who) => `${who} invited you to a training`, 'You are invited to a training'),
    TRAINING_CHANGED: () => 'A training was changed',
    TRAINING_CANCELLED: () => 'A training was cancelled',
    TRAINING_SOON: () => 'A training is coming up',
    TRAINING_CONTENT: () => 'There is new training content',
    MISSION_SOON: () => 'A mission step is due within a day',
    MISSION_LATE: () => 'A mission step is past due; you can still send it in',
    MISSION_REVIEWED: by((who) => `${who} reviewed what you sent in`, 'What you sent in was reviewed'),
    CERTIFICATE_GIVEN: () => 'Congratulations! Your certificate is here',
    BOARD_ANSWERED: () => 'There is something new in a board thread that you follow',
  },
};

const WORDS = {
  ko: {
    several: (threads: number) => `읽지 않은 소식이 있어요 · 문의 ${threads}건`,
    more: (threads: number) => `그 밖에 ${threads}건이 더 있어요. 앱에서 모두 볼 수 있어요.`,
    open: '열어 보기',
    off: '이런 메일 그만 받기',
  },
  en: {
    several: (threads: number) => `Unread news in ${threads} threads`,
    more: (threads: number) => `There are ${threads} more; the app shows them all.`,
    open: 'Open it',
    off: 'Stop these mails',
  },
};

/** A line break in somebody's text must not become one in the subject of a mail. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** `more`: how many subjects it does not name. */
export function newsLetter(
  to: To,
  parts: [Part, ...Part[]],
  more: number,
  home: string,
  offUrl: string,
): Letter {
  const words = WORDS[to.locale];
  const sentences = SENTENCES[to.locale];
  const say = ({ kind, actor }: Part['lines'][number]) => sentences[kind](actor);
  const [only, ...others] = parts;
  const last = only.lines.at(-1);
  const single = others.length + more === 0 && last;
  return {
    personId: to.personId,
    to: to.email,
    locale: to.locale,
    kind: 'NEWS',
    subject: oneLine(single ? `${say(last)}: ${only.heading}` : words.several(parts.length + more)),
    paragraphs: [
      ...parts.flatMap(({ heading, url, lines }) => [
        ...(single ? [heading] : [`${heading}\n${url}`]),
        ...lines.map((line) => (line.text ? `${say(line)}\n${line.text}` : say(line))),
      ]),
      ...(more > 0 ? [words.more(more)] : []),
    ],
    action: { label: words.open, url: single ? only.url : home },
    off: { label: words.off, url: offUrl },
  };
}
