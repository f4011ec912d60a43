// How far two coders agree: pure figures over a table of what the one said against what the other said.
import { CATEGORIES, type Category } from '../classification/index.js';

/** `n` items that the one called `first` and the other `second`. */
export type Pair = { first: Category; second: Category; n: number };

/**
 * Why there is no kappa. NOTHING: nothing was coded twice. ONE_CATEGORY: both put everything in one and the same category,
 * so that chance alone would agree fully and there is nothing to measure against.
 */
export const NO_KAPPA = ['NOTHING', 'ONE_CATEGORY'] as const;
export type NoKappa = (typeof NO_KAPPA)[number];

export type Agreement = {
  n: number;
  agreed: number;
  /** 0–1; null without items. */
  share: number | null;
  /** Cohen's kappa, −1 to 1: (observed − chance) ÷ (1 − chance); null where `noKappa` says why. */
  kappa: number | null;
  noKappa: NoKappa | null;
  /** confusion[what the one said][what the other said], in the order of CATEGORIES. */
  confusion: number[][];
};

export function agreementOf(pairs: readonly Pair[]): Agreement {
  const confusion = CATEGORIES.map(() => CATEGORIES.map(() => 0));
  for (const { first, second, n } of pairs) {
    const row = confusion[CATEGORIES.indexOf(first)] as number[];
    const column = CATEGORIES.indexOf(second);
    row[column] = (row[column] ?? 0) + n;
  }
  const rows = confusion.map(sum);
  const columns = CATEGORIES.map((_, column) => sum(confusion.map((row) => row[column] ?? 0)));
  const n = sum(rows);
  const agreed = sum(confusion.map((row, index) => row[index] ?? 0));
  // In whole numbers, so that "everything in one category" is met exactly and not but for a rounding.
  const chance = sum(rows.map((row, index) => row * (columns[index] ?? 0)));
  const noKappa = n === 0 ? 'NOTHING' : chance === n * n ? 'ONE_CATEGORY' : null;
  return {
    n,
    agreed,
    share: n === 0 ? null : agreed / n,
    kappa: noKappa === null ? (agreed * n - chance) / (n * n - chance) : null,
    noKappa,
    confusion,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
