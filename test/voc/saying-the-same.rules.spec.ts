// Two who say the same in other words are found: Korean by pairs of syllables, English by threes of letters.
import { gramsOf } from '../../src/platform/grams.js';
import { LEAST_LIKE, likeness, weigh } from '../../src/voc/needs/grams.js';

/** Own examples: each group says one thing. */
const GROUPS: string[][] = [
  [
    '다른 부서 결재를 대신 처리할 대결자를 지정하고 싶어요',
    '팀장님 휴가 때 대결 지정이 안 돼서 결재가 멈춰 있어요',
    '결재 대결 기능은 언제 나오나요?',
    '출장 중에 결재를 위임할 대결자 설정이 필요합니다',
  ],
  [
    '아웃룩 일정이랑 캘린더를 연동해 주세요',
    '캘린더를 아웃룩과 동기화할 수 있나요',
    '외부 업체가 아웃룩만 써서 일정 연동이 꼭 필요해요',
  ],
  [
    '안드로이드 폰에 알림이 안 와요',
    '오늘부터 안드로이드에서 푸시 알림이 오지 않습니다',
    '알림 먹통이에요 안드로이드만요',
  ],
  [
    '도면 미리보기에서 글자가 깨져요',
    '미리보기로 열면 도면 글자가 물음표로 나옵니다',
    'dwg 도면 미리보기 글꼴 깨짐',
  ],
  [
    '세금계산서를 다시 발행해 주세요',
    '지난달 세금계산서 재발행 부탁드립니다',
    '세금계산서 담당자 메일로 다시 보내 주실 수 있나요',
  ],
  [
    'Two-way sync with Outlook calendars, please',
    'Any news on the Outlook sync?',
    'Can the calendar be synced with Outlook',
  ],
  [
    'Dark theme for the desktop app',
    'A dark mode would save my eyes',
    'Please add dark mode to the desktop client',
  ],
  [
    'Watermarks on exported PDFs',
    'We need a watermark in every PDF we export',
    'PDF export without watermark is a problem for us',
  ],
];

const texts = GROUPS.flatMap((group, index) => group.map((text) => ({ text, index })));
const neighbours = (text: string) =>
  texts
    .filter((other) => other.text !== text)
    .map((other) => ({ ...other, score: likeness(weigh(text), weigh(other.text)) }))
    .sort((a, b) => b.score - a.score);

it.each(texts)('“$text”: its nearest says the same', ({ text, index }) => {
  const [first] = neighbours(text);
  expect([first?.text, first?.index]).toEqual([first?.text, index]);
});

it('nine of ten of all nearest that are proposed say the same', () => {
  const proposed = texts.flatMap(({ text, index }) =>
    neighbours(text)
      .filter(({ score }) => score >= LEAST_LIKE)
      .slice(0, 5)
      .map((each) => each.index === index),
  );
  expect(proposed.length).toBeGreaterThan(texts.length);
  expect(proposed.filter(Boolean).length / proposed.length).toBeGreaterThanOrEqual(0.9);
});

it('a word of two syllables is enough', () => {
  expect(likeness(weigh('대결'), weigh('대결'))).toBeCloseTo(1);
  expect(likeness(weigh('대결 기능'), weigh('결재 대결을 지정하려면'))).toBeGreaterThan(LEAST_LIKE);
});

it('numbers and signs say nothing', () => {
  expect(weigh('').grams).toEqual([]);
  expect(weigh('12345 !!').grams).toEqual([]);
});

it('full-width and decomposed letters are the same letters', () => {
  expect(gramsOf('ＰＤＦ 알림')).toEqual(gramsOf('pdf 알림'));
  expect(gramsOf('알림'.normalize('NFD'))).toEqual(gramsOf('알림'));
});

it('order and repetition change nothing, and likeness is the same both ways', () => {
  const [one, other] = [weigh('캘린더를 아웃룩과 연동'), weigh('아웃룩과 캘린더를 연동 연동')];
  expect(likeness(one, other)).toBeCloseTo(1);
  for (const { text } of texts.slice(0, 6))
    expect(likeness(weigh(text), one)).toBeCloseTo(likeness(one, weigh(text)));
});
