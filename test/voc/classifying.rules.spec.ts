// Rules of proposing a category: what is shipped, what is learnt, how sure it is; no text can break it.
import { CATEGORIES, type Category, isCategory } from '../../src/voc/classification/category.js';
import {
  accuracy,
  confusion,
  figuresOf,
  type Judged,
  macroF1,
  mostConfidentHalf,
} from '../../src/voc/classification/evaluation.js';
import { loadExamples, parseExamples } from '../../src/voc/classification/examples.js';
import { languageOf } from '../../src/platform/hangul.js';
import { BUCKETS, featuresOf, normalise } from '../../src/voc/classification/features.js';
import {
  crossValidate,
  deserialise,
  type LinearModel,
  predict,
  serialise,
  train,
} from '../../src/voc/classification/linear-model.js';

const shipped = loadExamples();
const model = train(shipped);

/** Fitting the temperature again would only make the tests slower. */
const { temperature } = model;

describe('The shipped examples', () => {
  it.each([
    ['ko', 130],
    ['en', 60],
  ] as const)('in %s show every category at least %i times', (language, least) => {
    const examples = loadExamples([language]);
    for (const category of CATEGORIES) {
      expect(examples.filter((example) => example.category === category).length).toBeGreaterThanOrEqual(
        least,
      );
    }
  });

  it('say nothing twice, not even with other spaces, case or punctuation', () => {
    const bare = shipped.map(({ text }) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s\p{P}]+/gu, ''),
    );
    expect(bare.filter((text, i) => bare.indexOf(text) !== i)).toEqual([]);
  });

  it('stand in the file of their language', () => {
    expect(loadExamples(['ko']).filter(({ text }) => languageOf(text) !== 'ko')).toEqual([]);
    expect(loadExamples(['en']).filter(({ text }) => languageOf(text) !== 'en')).toEqual([]);
  });

  it('are refused with file and line where one is broken', () => {
    expect(() => parseExamples('{"text":"a","category":"USAGE"}\n\n{oops', 'x.jsonl')).toThrow('x.jsonl:3');
    expect(() => parseExamples('{"text":"a","category":"OTHER"}', 'x.jsonl')).toThrow(
      'x.jsonl:1: no such category',
    );
    expect(() => parseExamples('{"text":" ","category":"USAGE"}', 'x.jsonl')).toThrow('x.jsonl:1: no text');
    expect(() => parseExamples('null', 'x.jsonl')).toThrow('x.jsonl:1: not an object');
  });
});

describe('Features', () => {
  it('do not depend on how letters are composed, on case or on white space', () => {
    const plain = featuresOf('결제 카드를 변경하고 싶어요 SSO');
    expect(featuresOf('  결제\n카드를\t변경하고  싶어요 sso '.normalize('NFD'))).toEqual(plain);
    expect(normalise('Ａｐｐ 2024년 3명')).toBe('app 00년 0명');
  });

  it('stay inside the buckets, each once, at length 1', () => {
    const { buckets, values } = featuresOf('알림이 안 와요, notifications never arrive 😀');
    expect(new Set(buckets).size).toBe(buckets.length);
    expect(buckets.every((bucket) => bucket >= 0 && bucket < BUCKETS)).toBe(true);
    expect(values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 10);
  });

  it('read only the beginning of a very long text', () => {
    const start = '업무가 저장이 안 됩니다. '.repeat(300).slice(0, 2000);
    expect(featuresOf(`${start}환불해 주세요`)).toEqual(featuresOf(start));
  });
});

describe('Training', () => {
  it('gives the same bytes for the same examples', () => {
    expect(serialise(train(shipped, { temperature })).equals(serialise(model))).toBe(true);
  });

  it('fits its own examples', () => {
    expect(rightOf(model, shipped)).toBeGreaterThan(0.99);
  });

  it('refuses what it cannot learn from', () => {
    expect(() => train([])).toThrow(RangeError);
    expect(() => train([{ text: 'a', category: 'USAGE', weight: 0 }])).toThrow(RangeError);
    expect(() => train([{ text: 'a', category: 'USAGE', weight: Number.NaN }])).toThrow(RangeError);
    expect(() => crossValidate(shipped, 1)).toThrow(RangeError);
  });

  it('works from very few examples, with modest confidence', () => {
    const small = train([
      { text: '환불해 주세요', category: 'ACCOUNT' },
      { text: '앱이 꺼져요', category: 'DEFECT' },
    ]);
    expect(predict(small, '환불 부탁드려요').category).toBe('ACCOUNT');
    expect(predict(small, '환불 부탁드려요').confidence).toBeLessThan(0.9);
  });

  it('learns a correction without forgetting what was shipped', () => {
    const text = '협력사 견적 담당자 화면에서 일괄 마감 처리 좀 살펴봐 주세요';
    const before = predict(model, text).category;
    const corrected = CATEGORIES.find((category) => category !== before) as Category;
    const relearnt = train([...shipped, { text, category: corrected, weight: 3 }], { temperature });
    expect(predict(relearnt, text).category).toBe(corrected);
    expect(rightOf(relearnt, shipped)).toBeGreaterThan(0.99);
  });

  it('lets the heavier of two opinions on one text win', () => {
    const text = '협력사 견적 담당자 화면에서 일괄 마감 처리 좀 살펴봐 주세요';
    const opinions = (usage: number, defect: number) => [
      ...shipped,
      { text, category: 'USAGE' as const, weight: usage },
      { text, category: 'DEFECT' as const, weight: defect },
    ];
    expect(predict(train(opinions(8, 1), { temperature }), text).category).toBe('USAGE');
    expect(predict(train(opinions(1, 8), { temperature }), text).category).toBe('DEFECT');
  });
});

describe('A proposal', () => {
  it.each([
    ['엑셀로 내려받는 방법을 알려주세요', 'USAGE'],
    ['업데이트 후에 앱이 자꾸 꺼집니다', 'DEFECT'],
    ['글씨가 너무 작아서 읽기 불편해요. 키워주세요', 'IMPROVEMENT'],
    ['회의록을 자동으로 만들어 주는 기능을 추가해 주세요', 'FEATURE'],
    ['세금계산서를 다시 발행해 주세요', 'ACCOUNT'],
    ['How do I restore a deleted file?', 'USAGE'],
    ['The app crashes whenever I open the calendar', 'DEFECT'],
    ['Please send the invoice to our new billing address', 'ACCOUNT'],
  ] as const)('for "%s" is %s', (text, category) => {
    expect(predict(model, text).category).toBe(category);
  });

  it('comes with probabilities that add up to 1, the highest being its confidence', () => {
    const { category, confidence, scores } = predict(model, '결제 화면에서 오류가 나요');
    expect(Object.keys(scores)).toEqual([...CATEGORIES]);
    expect(Object.values(scores).reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 10);
    expect(scores[category]).toBe(confidence);
    expect(Math.max(...Object.values(scores))).toBe(confidence);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['emoji', '😀🎉👍🏽👨‍👩‍👧'],
    ['half a surrogate pair', '\ud83d'],
    ['a megabyte of one letter', 'x'.repeat(2 ** 20)],
    ['a megabyte of syllables', '가'.repeat(2 ** 20)],
    ['a megabyte of combining marks', 'e\u0301'.repeat(2 ** 19)],
    ['control characters', '\u0000\u0007\u202e'],
  ])('survives %s', (_, text) => {
    const { category, confidence } = predict(model, text);
    expect(isCategory(category)).toBe(true);
    expect(confidence).toBeGreaterThanOrEqual(0.2);
    expect(confidence).toBeLessThanOrEqual(1);
  });

  it('is unsure where there is nothing to go by', () => {
    expect(predict(model, '').confidence).toBeLessThan(0.5);
    expect(predict(model, '😀🎉').confidence).toBeLessThan(0.6);
  });
});

describe('A stored model', () => {
  const stored = serialise(model);

  it('is small, and proposes exactly what the trained one did', () => {
    const restored = deserialise(stored);
    expect(stored.length).toBeLessThan(2_000_000);
    for (const { text } of shipped.slice(0, 300))
      expect(predict(restored, text)).toEqual(predict(model, text));
  });

  it('is refused when it is something else, cut off, or of another version', () => {
    const otherVersion = Buffer.from(stored);
    otherVersion.writeUInt32LE(99, 'VOC-MODEL-1'.length);
    expect(() => deserialise(Buffer.from('{}'))).toThrow('not a stored model');
    expect(() => deserialise(Buffer.alloc(500))).toThrow('not a stored model');
    expect(() => deserialise(otherVersion)).toThrow('another version');
    expect(() => deserialise(stored.subarray(0, stored.length - 3))).toThrow();
    expect(() => deserialise(Buffer.concat([stored, Buffer.alloc(1)]))).toThrow('broken');
  });
});

describe('Judged by models that have not seen the text', () => {
  const { all, byLanguage } = crossValidate(shipped, 5, { temperature });

  it('counts every example once', () => {
    expect(all.count).toBe(shipped.length);
    expect(byLanguage.ko.count + byLanguage.en.count).toBe(shipped.length);
  });

  it.each([
    ['ko', 0.9, 0.97],
    ['en', 0.81, 0.94],
  ] as const)(
    '%s is right in at least %d, and in the surer half in at least %d',
    (language, floor, surer) => {
      const figures = byLanguage[language];
      expect(figures.accuracy).toBeGreaterThan(floor);
      expect(figures.macroF1).toBeGreaterThan(floor);
      expect(figures.confidentHalfAccuracy).toBeGreaterThan(surer);
      expect(figures.confidentHalfAccuracy).toBeGreaterThan(figures.accuracy ?? 1);
    },
  );
});

describe('Figures of an evaluation', () => {
  // Right: 1st, 2nd, 4th. F1: USAGE 2·1/(2+2), DEFECT 2·1/(1+2), ACCOUNT 2·1/(2+1), others never occur.
  const items: Judged[] = [
    { expected: 'USAGE', predicted: 'USAGE', confidence: 0.9 },
    { expected: 'DEFECT', predicted: 'DEFECT', confidence: 0.5 },
    { expected: 'USAGE', predicted: 'DEFECT', confidence: 0.4 },
    { expected: 'ACCOUNT', predicted: 'ACCOUNT', confidence: 0.8 },
    { expected: 'ACCOUNT', predicted: 'USAGE', confidence: 0.6 },
  ];

  it('are those calculated by hand', () => {
    expect(accuracy(items)).toBeCloseTo(3 / 5);
    expect(macroF1(items)).toBeCloseTo((1 / 2 + 2 / 3 + 2 / 3) / 3);
    expect(mostConfidentHalf(items).map((item) => item.confidence)).toEqual([0.9, 0.8, 0.6]);
    expect(figuresOf(items).confidentHalfAccuracy).toBeCloseTo(2 / 3);
  });

  it('show what was taken for what', () => {
    const table = confusion(items);
    expect(table.USAGE).toEqual({ USAGE: 1, DEFECT: 1, IMPROVEMENT: 0, FEATURE: 0, ACCOUNT: 0 });
    expect(table.ACCOUNT).toEqual({ USAGE: 1, DEFECT: 0, IMPROVEMENT: 0, FEATURE: 0, ACCOUNT: 1 });
    expect(table.FEATURE).toEqual({ USAGE: 0, DEFECT: 0, IMPROVEMENT: 0, FEATURE: 0, ACCOUNT: 0 });
  });

  it('are nothing, not zero, when nothing was judged', () => {
    expect(figuresOf([])).toMatchObject({
      count: 0,
      accuracy: null,
      macroF1: null,
      confidentHalfAccuracy: null,
    });
    expect(mostConfidentHalf([])).toEqual([]);
  });
});

function rightOf(
  judge: LinearModel,
  examples: readonly { text: string; category: Category }[],
): number | null {
  return accuracy(
    examples.map(({ text, category }) => {
      const { category: predicted, confidence } = predict(judge, text);
      return { expected: category, predicted, confidence };
    }),
  );
}
