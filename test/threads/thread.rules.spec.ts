// A thread's own rules: which state follows which, what its first line is, what a thank-you is.
import { Refusal } from '../../src/platform/errors.js';
import { reopensByDefault } from '../../src/threads/thanks.js';
import { THREAD_STATES, Thread, type ThreadState, firstLineOf } from '../../src/threads/thread.entity.js';

const START = new Date('2026-11-18T05:00:00Z');
const after = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000);

const opened = (side: 'CONTACT' | 'STAFF' = 'CONTACT'): Thread =>
  Thread.open(
    {
      id: 't',
      spaceId: 's',
      openedBy: 'p',
      openedSide: side,
      title: null,
      channel: 'HOTLINE',
      followsId: null,
    },
    START,
  );
const standing = (state: ThreadState): Thread => {
  const thread = opened();
  thread.hearContact('알림이 안 와요', START, true);
  return Object.assign(thread, { state });
};

const EVENTS: Record<string, (thread: Thread) => void> = {
  'a contact writes': (thread) => thread.hearContact('또 그래요', after(1), true),
  'a contact says thank you': (thread) => thread.hearContact('감사합니다', after(1), false),
  'staff answer': (thread) => thread.hearStaff('네', after(1), null),
  'staff answer and wait': (thread) => thread.hearStaff('네', after(1), 'WAIT_FOR_CLIENT'),
  'staff answer and keep it open': (thread) => thread.hearStaff('네', after(1), 'KEEP_OPEN'),
  'staff answer and resolve': (thread) => thread.hearStaff('네', after(1), 'RESOLVE'),
  'somebody resolves': (thread) => thread.resolve(after(1)),
  'somebody reopens': (thread) => thread.reopen(),
  'the calendar closes': (thread) => thread.close(),
};

/** What follows when a thread is OPEN, WAITING_FOR_CLIENT, RESOLVED; a word in lower case is a refusal. */
const TABLE: [event: string, open: string, waiting: string, resolved: string][] = [
  ['a contact writes', 'OPEN', 'OPEN', 'OPEN'],
  ['a contact says thank you', 'OPEN', 'OPEN', 'RESOLVED'],
  ['staff answer', 'WAITING_FOR_CLIENT', 'WAITING_FOR_CLIENT', 'RESOLVED'],
  ['staff answer and wait', 'WAITING_FOR_CLIENT', 'WAITING_FOR_CLIENT', 'WAITING_FOR_CLIENT'],
  ['staff answer and keep it open', 'OPEN', 'OPEN', 'OPEN'],
  ['staff answer and resolve', 'RESOLVED', 'RESOLVED', 'RESOLVED'],
  ['somebody resolves', 'RESOLVED', 'RESOLVED', 'conflict NOT_OPEN'],
  ['somebody reopens', 'conflict NOT_RESOLVED', 'conflict NOT_RESOLVED', 'OPEN'],
  ['the calendar closes', 'CLOSED', 'CLOSED', 'CLOSED'],
];

const outcome = (state: ThreadState, event: string): string => {
  const thread = standing(state);
  try {
    EVENTS[event]?.(thread);
    return thread.state;
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    expect(thread.state).toBe(state);
    return `${(error as Refusal).code.toLowerCase()} ${(error as Refusal).reason}`;
  }
};

describe('the state of a thread', () => {
  it('is OPEN when a contact began, and waits for the client when staff began', () => {
    expect(opened('CONTACT').state).toBe('OPEN');
    expect(opened('STAFF').state).toBe('WAITING_FOR_CLIENT');
    expect(THREAD_STATES).toHaveLength(4);
  });

  it.each(TABLE)('when %s: %s, %s, %s', (event, open, waiting, resolved) => {
    expect([
      outcome('OPEN', event),
      outcome('WAITING_FOR_CLIENT', event),
      outcome('RESOLVED', event),
    ]).toEqual([open, waiting, resolved]);
  });

  it('CLOSED is for good', () => {
    expect(outcome('CLOSED', 'somebody resolves')).toBe('conflict NOT_OPEN');
    expect(outcome('CLOSED', 'somebody reopens')).toBe('conflict CLOSED');
  });

  it('counts every resolution once, and an answer to a resolved one not again', () => {
    const thread = standing('OPEN');
    thread.hearStaff('고쳤어요', after(5), 'RESOLVE');
    expect([thread.resolvedCount, thread.resolvedAt]).toEqual([1, after(5)]);
    thread.hearStaff('덧붙이면', after(6), 'RESOLVE');
    expect([thread.resolvedCount, thread.resolvedAt]).toEqual([1, after(5)]);
    thread.hearContact('또 그래요', after(7), true);
    thread.resolve(after(8));
    expect([thread.resolvedCount, thread.resolvedAt]).toEqual([2, after(8)]);
  });
});

describe('waiting for an answer', () => {
  it('counts from the first of several messages, until staff answer', () => {
    const thread = standing('OPEN');
    thread.hearContact('급해요', after(10), true);
    expect(thread.unansweredSince).toEqual(START);
    thread.hearStaff('볼게요', after(12), 'KEEP_OPEN');
    expect([thread.unansweredSince, thread.firstResponseAt]).toEqual([null, after(12)]);
    thread.hearContact('네', after(20), true);
    expect(thread.unansweredSince).toEqual(after(20));
    thread.hearStaff('됐어요', after(30), null);
    expect([thread.unansweredSince, thread.firstResponseAt]).toEqual([null, after(12)]);
  });

  it('of a thread that staff began: the first response is the answer to the first word of a contact', () => {
    const thread = opened('STAFF');
    thread.hearStaff('점검 안내', START, null);
    thread.hearStaff('덧붙여', after(1), null);
    expect([thread.firstResponseAt, thread.unansweredSince]).toEqual([null, null]);
    thread.hearContact('언제예요?', after(5), true);
    thread.hearStaff('내일이요', after(9), null);
    expect(thread.firstResponseAt).toEqual(after(9));
  });

  it('ends with the resolution, and a thank-you does not begin it again', () => {
    const thread = standing('OPEN');
    thread.resolve(after(1));
    thread.hearContact('감사합니다', after(2), false);
    expect([thread.state, thread.unansweredSince, thread.lastSeq]).toEqual(['RESOLVED', null, 2]);
    thread.hearContact('그런데 또 그래요', after(3), true);
    expect(thread.unansweredSince).toEqual(after(3));
  });
});

describe('the first line', () => {
  it('is that of the first message and stays', () => {
    const thread = standing('OPEN');
    thread.hearContact('다른 말', after(1), true);
    expect([thread.firstLine, thread.lastSeq, thread.lastMessageAt]).toEqual(['알림이 안 와요', 2, after(1)]);
  });

  it.each([
    ['알림이 오지 않아요', '알림이 오지 않아요'],
    ['**알림**이 오지 않아요\n어제부터요', '알림이 오지 않아요'],
    ['\n\n   둘째 줄부터\n', '둘째 줄부터'],
    ['# 제목', '제목'],
    ['### 작은 제목\n본문', '작은 제목'],
    ['> 인용한 말\n답', '인용한 말'],
    ['- 첫째\n- 둘째', '첫째'],
    ['* 첫째', '첫째'],
    ['```\nnpm start\n```', 'npm start'],
    ['`code`로 했어요', 'code로 했어요'],
    ['[설명서](https://example.com/a) 봤어요', '설명서 봤어요'],
    ['![화면](https://example.com/a.png)\n이렇게 나와요', '화면'],
    ['***정말*** 급해요', '정말 급해요'],
    ['---\n본문', '본문'],
    ['1. 순서', '1. 순서'],
    ['', ''],
    [' \n\t\n', ''],
  ])('of %j is %j', (body, expected) => {
    expect(firstLineOf(body)).toBe(expected);
  });

  it('is cut after 140 characters, never through one', () => {
    expect(firstLineOf('가'.repeat(200))).toBe('가'.repeat(140));
    expect(firstLineOf('😀'.repeat(200))).toBe('😀'.repeat(140));
  });
});

describe('a thank-you', () => {
  it.each([
    '감사합니다',
    '감사합니다!',
    '네 감사합니다 :)',
    '네, 확인했습니다. 감사합니다.',
    '빠른 답변 감사드립니다~',
    '고맙습니다',
    '고마워요 ㅎㅎ',
    '땡큐!',
    '수고하셨습니다',
    '수고하세요~',
    '잘 됩니다',
    '잘 돼요! 감사해요',
    '이제 잘되네요',
    '해결됐어요',
    '해결되었습니다 감사합니다',
    '덕분에 해결됐습니다. 좋은 하루 보내세요',
    '확인했습니다',
    '확인하였습니다.',
    '다시 한번 감사드립니다',
    '다시 한 번 감사합니다!',
    '감사합니다. 앞으로도 잘 부탁드립니다',
    'Thanks!',
    'Thank you so much',
    'thank you very much for the quick help',
    'Thanks again!',
    'Thank you once again',
    'thx',
    'Cheers, works now',
    'Perfect, thanks',
    'Great, that solved it',
    'Got it, thank you',
  ])('%j does not reopen', (body) => {
    expect(reopensByDefault(body)).toBe(false);
  });

  it.each([
    '또 그래요',
    '여전히 안 돼요',
    '아직 안 됩니다',
    '다시 오류가 나요',
    '감사합니다. 그런데 아직 안 돼요',
    '감사합니다 근데 모바일은요',
    '감사합니다. 혹시 모바일에서도 되나요',
    '감사합니다. 하나만 더 여쭤봐도 될까요?',
    '확인했는데 다시 안 열려요',
    '확인했습니다. 엑셀 파일도 보내 주세요',
    '감사합니다. 추가로 하나 더 부탁드려요',
    '고맙습니다만 못 찾겠어요',
    '수고 많으십니다. 알림이 오지 않아요',
    '해결됐다고 하셨는데 에러가 나요',
    '결재선을 바꾸고 싶어요',
    'Thanks, but it still fails',
    'Thank you. One more question: where is the log?',
    "Thanks! It doesn't work on Android",
    'Great, however the export is empty',
    "thanks, I can't open it",
    'Perfect. Please also add my colleague',
    'It happened again',
    'Not solved',
    'How do I export?',
    '',
  ])('%j reopens', (body) => {
    expect(reopensByDefault(body)).toBe(true);
  });

  it('that goes on for long is read as more than that', () => {
    expect(reopensByDefault(`감사합니다. ${'그리고 이런 일도 있었습니다. '.repeat(10)}`)).toBe(true);
  });
});
