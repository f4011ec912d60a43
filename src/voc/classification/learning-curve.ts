// How the classifier gets better with more examples: trained on growing parts, judged on examples it has not seen.
import { eachFold } from './dual-coordinate-descent.js';
import { type Figures, type Judged, figuresOf } from './evaluation.js';
import type { Language } from './features.js';
import { type Example, predict, train } from './linear-model.js';
import { languageOf } from '../../platform/hangul.js';

export type CurvePoint = {
  /** Examples that it was trained on, the mean of the folds. */
  readonly examples: number;
  readonly all: Figures;
  readonly byLanguage: Record<Language, Figures>;
};

/** Each fifth of the examples is held out once, and the other four are what is learnt from. */
const FOLDS = 5;

/**
 * One point per share (above 0, at most 1) of what is there to learn from. A smaller part lies within the larger ones, and the
 * split is the same each time, so that the same examples give the same curve.
 */
export function learningCurve(examples: readonly Example[], shares: readonly number[]): CurvePoint[] {
  const judged = shares.map(() => [] as (Judged & { language: Language })[]);
  const sizes = shares.map(() => 0);
  eachFold(examples, FOLDS, (rest, held) => {
    for (const [at, share] of shares.entries()) {
      const part = rest.slice(0, Math.max(1, Math.round(rest.length * share)));
      sizes[at] = (sizes[at] ?? 0) + part.length;
      const model = train(part, { temperature: 1 });
      for (const { text, category } of held) {
        const { category: predicted, confidence } = predict(model, text);
        judged[at]?.push({ expected: category, predicted, confidence, language: languageOf(text) });
      }
    }
  });
  return judged.map((items, at) => {
    const of = (language: Language) => figuresOf(items.filter((item) => item.language === language));
    return {
      examples: Math.round((sizes[at] ?? 0) / FOLDS),
      all: figuresOf(items),
      byLanguage: { ko: of('ko'), en: of('en') },
    };
  });
}
