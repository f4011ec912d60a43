// How well categories were proposed: pure figures over what was expected, what was said, and how surely.
import { CATEGORIES, type Category } from './category.js';

export type Judged = {
  readonly expected: Category;
  readonly predicted: Category;
  /** 0–1; only its order matters here. */
  readonly confidence: number;
};

/** confusion[expected][predicted] = how many. */
export type Confusion = Record<Category, Record<Category, number>>;

export type Figures = {
  readonly count: number;
  /** 0–1, null without items. */
  readonly accuracy: number | null;
  /** 0–1, null without items. */
  readonly macroF1: number | null;
  /** Accuracy of the half the machine was surest of, 0–1, null without items. */
  readonly confidentHalfAccuracy: number | null;
  readonly confusion: Confusion;
};

/** Share of right ones, 0–1; null without items, because nothing is neither right nor wrong. */
export function accuracy(items: readonly Judged[]): number | null {
  if (items.length === 0) return null;
  return items.filter(isRight).length / items.length;
}

/** Mean F1 of the categories that were expected or predicted at least once, 0–1; null without items. */
export function macroF1(items: readonly Judged[]): number | null {
  if (items.length === 0) return null;
  const table = confusion(items);
  const scores: number[] = [];
  for (const category of CATEGORIES) {
    const right = table[category][category];
    const expected = sum(CATEGORIES.map((other) => table[category][other]));
    const predicted = sum(CATEGORIES.map((other) => table[other][category]));
    if (expected + predicted > 0) scores.push((2 * right) / (expected + predicted));
  }
  return sum(scores) / scores.length;
}

/** All 25 cells, zeros included, in the order of CATEGORIES. */
export function confusion(items: readonly Judged[]): Confusion {
  const table = recordOf(() => recordOf(() => 0));
  for (const { expected, predicted } of items) table[expected][predicted] += 1;
  return table;
}

/** The surer half, surest first (the middle one of an odd number included); equals keep their order. */
export function mostConfidentHalf<T extends Judged>(items: readonly T[]): T[] {
  const surestFirst = [...items].sort((a, b) => b.confidence - a.confidence);
  return surestFirst.slice(0, Math.ceil(items.length / 2));
}

export type CategoryFigures = {
  readonly category: Category;
  /** How many belong here. */
  readonly expected: number;
  /** Of those called so, the share that is so; null where nothing was called so. */
  readonly precision: number | null;
  /** Of those that are so, the share called so; null where nothing is so. */
  readonly recall: number | null;
};

/** What a confusion says of each category, in the order of CATEGORIES. */
export function byCategory(table: Confusion): CategoryFigures[] {
  return CATEGORIES.map((category) => {
    const right = table[category][category];
    const expected = sum(CATEGORIES.map((other) => table[category][other]));
    const predicted = sum(CATEGORIES.map((other) => table[other][category]));
    return {
      category,
      expected,
      precision: predicted === 0 ? null : right / predicted,
      recall: expected === 0 ? null : right / expected,
    };
  });
}

export function figuresOf(items: readonly Judged[]): Figures {
  return {
    count: items.length,
    accuracy: accuracy(items),
    macroF1: macroF1(items),
    confidentHalfAccuracy: accuracy(mostConfidentHalf(items)),
    confusion: confusion(items),
  };
}

function isRight(item: Judged): boolean {
  return item.expected === item.predicted;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function recordOf<T>(make: () => T): Record<Category, T> {
  return Object.fromEntries(CATEGORIES.map((category) => [category, make()])) as Record<Category, T>;
}
