// The mathematics of learning: separating planes by dual coordinate descent, and repeatable random splits.
import { BUCKETS, type SparseVector } from './features.js';

/** One point; weight (> 0) multiplies what a mistake on it costs. */
export type Point = { readonly features: SparseVector; readonly weight: number };

/** All points in one array, buckets renumbered as rows by first sight: what is used together is together. */
export type Points = {
  readonly count: number;
  /** Point i owns the entries starts[i] to starts[i + 1] of rows and values. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly bucketOfRow: Int32Array;
  /** By how much the values of a row were stretched, because rare features say more than common ones. */
  readonly rarity: Float64Array;
};

/** Margin of an unstretched vector = Σ weights[row of bucket] × value + bias; above 0 is inside. */
export type Plane = { readonly weights: Float64Array; readonly bias: number };

/** Held locally: where globals are proxied, as in tests, looking up Math takes longer than the arithmetic. */
const { abs, floor, imul, log, max, sqrt } = Math;

const SEED = 20_260_101;

/**
 * Value of the feature that every point has. Far below 1, so that a text in which nothing is known is not
 * given to whatever is most frequent.
 */
const ALWAYS = 0.15;

/** The largest correction of a pass below which more passes change nothing that matters. */
const CALM = 0.1;

/** Gathers points for `separate`; needed once for all classes. */
export function compact(points: readonly Point[]): Points {
  const size = points.reduce((sum, point) => sum + point.features.buckets.length, 0);
  const starts = new Int32Array(points.length + 1);
  const rows = new Int32Array(size);
  const values = new Float64Array(size);
  const rowOfBucket = new Int32Array(BUCKETS).fill(-1);
  const bucketOfRow: number[] = [];
  let at = 0;
  for (let i = 0; i < points.length; i++) {
    const { features } = points[i] as Point;
    values.set(features.values, at);
    for (let j = 0; j < features.buckets.length; j++) {
      const bucket = features.buckets[j] as number;
      if (rowOfBucket[bucket] === -1) rowOfBucket[bucket] = bucketOfRow.push(bucket) - 1;
      rows[at++] = rowOfBucket[bucket] as number;
    }
    starts[i + 1] = at;
  }
  const rarity = raritiesOf(rows, bucketOfRow.length, points.length);
  for (let j = 0; j < size; j++) values[j] = (values[j] as number) * (rarity[rows[j] as number] as number);
  const weights = Float64Array.from(points, (point) => point.weight);
  return {
    count: points.length,
    starts,
    rows,
    values,
    weights,
    bucketOfRow: Int32Array.from(bucketOfRow),
    rarity,
  };
}

/** Half the root of the inverse document frequency: 0.5 for what is in every text, 1.4 for what is in one. */
function raritiesOf(rows: Int32Array, rowCount: number, pointCount: number): Float64Array {
  const seenIn = new Float64Array(rowCount);
  for (let j = 0; j < rows.length; j++) seenIn[rows[j] as number] = (seenIn[rows[j] as number] as number) + 1;
  return seenIn.map((times) => sqrt(1 + log((pointCount + 1) / (times + 1))) / 2);
}

/**
 * The plane between the points that are inside and the rest: L2-regularised squared hinge loss by dual
 * coordinate descent (Hsieh et al. 2008). The bias is a feature that every point has. The same points give
 * the same plane.
 */
export function separate(
  points: Points,
  isInside: (i: number) => boolean,
  cost: number,
  passes: number,
): Plane {
  const { count, starts, rows, values } = points;
  const weights = new Float64Array(points.bucketOfRow.length);
  const signs = Int8Array.from({ length: count }, (_, i) => (isInside(i) ? 1 : -1));
  const alphas = new Float64Array(count);
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const random = randomNumbers(SEED);
  let bias = 0;
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    let worst = 0;
    for (let turn = 0; turn < count; turn++) {
      const i = order[turn] as number;
      const to = starts[i + 1] as number;
      const sign = signs[i] as number;
      const alpha = alphas[i] as number;
      const softness = 1 / (2 * cost * (points.weights[i] as number));
      let margin = bias;
      let curvature = ALWAYS * ALWAYS + softness;
      for (let j = starts[i] as number; j < to; j++) {
        const value = values[j] as number;
        margin += (weights[rows[j] as number] as number) * value;
        curvature += value * value;
      }
      const gradient = sign * margin - 1 + softness * alpha;
      if (alpha === 0 && gradient >= 0) continue;
      const next = max(0, alpha - gradient / curvature);
      const step = (next - alpha) * sign;
      worst = max(worst, abs(gradient));
      alphas[i] = next;
      bias += step * ALWAYS * ALWAYS;
      for (let j = starts[i] as number; j < to; j++) {
        const row = rows[j] as number;
        weights[row] = (weights[row] as number) + step * (values[j] as number);
      }
    }
    if (worst < CALM) break;
  }
  for (let row = 0; row < weights.length; row++) {
    weights[row] = (weights[row] as number) * (points.rarity[row] as number);
  }
  return { weights, bias };
}

/** Splits at random, but the same way each time; every example is held out in exactly one fold. */
export function eachFold<T>(items: readonly T[], folds: number, visit: (rest: T[], held: T[]) => void): void {
  const order = Int32Array.from(items.keys());
  shuffle(order, randomNumbers(SEED));
  const mixed = Array.from(order, (i) => items[i] as T);
  for (let fold = 0; fold < folds; fold++) {
    const isHeld = (_: T, i: number) => i % folds === fold;
    visit(
      mixed.filter((item, i) => !isHeld(item, i)),
      mixed.filter(isHeld),
    );
  }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = floor(random() * (i + 1));
    const moved = order[i] as number;
    order[i] = order[j] as number;
    order[j] = moved;
  }
}

/** mulberry32: uniform in [0, 1), the same sequence for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = imul(state ^ (state >>> 15), 1 | state);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
