// The arithmetic of one week: shares, changes, medians. Pure; rows in, figures out.
import { type Monday, addWeeks } from '../../platform/week.js';
import { CATEGORIES, type Category } from '../classification/index.js';

/** n VOC items of one category in one week. */
export type Cell = { week: Monday; category: Category; n: number };

export type CategoryFigure = {
  category: Category;
  count: number;
  /** Part of the week's total, 0–1; null in a week without items. */
  share: number | null;
  previous: number;
  change: number;
  /** Median of the four complete weeks before. */
  median4: number;
  changeToMedian: number;
};

export type TrendPoint = { week: Monday; total: number; counts: Record<Category, number> };

/** Weeks shown in the trend, the chosen one last. */
export const TREND_WEEKS = 26;

const MEDIAN_WEEKS = 4;

/** The middle of some numbers; of an even count, the mean of the two in the middle. 0 for none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Every week of the span with all five categories, zeros included, oldest first. */
export function trend(cells: readonly Cell[], last: Monday, weeks: number = TREND_WEEKS): TrendPoint[] {
  const counts = new Map(cells.map(({ week, category, n }) => [`${week} ${category}`, n]));
  return Array.from({ length: weeks }, (_, index) => {
    const week = addWeeks(last, index - weeks + 1);
    const row = Object.fromEntries(
      CATEGORIES.map((category) => [category, counts.get(`${week} ${category}`) ?? 0]),
    );
    return {
      week,
      total: Object.values(row).reduce((sum, n) => sum + n, 0),
      counts: row as Record<Category, number>,
    };
  });
}

/** The five figures of the last point of a trend of at least five weeks. */
export function categoryFigures(points: readonly TrendPoint[]): CategoryFigure[] {
  const week = points.at(-1);
  if (!week) return [];
  const before = points.slice(-1 - MEDIAN_WEEKS, -1);
  return CATEGORIES.map((category) => {
    const count = week.counts[category];
    const previous = before.at(-1)?.counts[category] ?? 0;
    const median4 = median(before.map((point) => point.counts[category]));
    return {
      category,
      count,
      share: week.total === 0 ? null : count / week.total,
      previous,
      change: count - previous,
      median4,
      changeToMedian: count - median4,
    };
  });
}
