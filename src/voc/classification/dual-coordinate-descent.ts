// The mathematics of learning: a separating plane by dual coordinate descent, and splits that repeat themselves.
import { BUCKETS, type SparseVector } from './features.js';

/** One point to be separated: weight (> 0) multiplies what a mistake on it costs. */
export type Point = { readonly features: SparseVector; readonly inside: boolean; readonly weight: number };

/** Margin of a vector = Σ weights[bucket] × value + bias; above 0 is inside. weights has BUCKETS entries. */
export type Plane = { readonly weights: Float64Array; readonly bias: number };

const SEED = 20_260_101;

/** The largest correction of a pass below which more passes change nothing that matters. */
const CALM = 0.05;

/**
 * L2-regularised squared hinge loss by dual coordinate descent (Hsieh et al. 2008). The bias is a feature that
 * is always 1. The same points in the same order give the same plane.
 */
export function separate(points: readonly Point[], cost: number, passes: number): Plane {
  const weights = new Float64Array(BUCKETS);
  const alphas = new Float64Array(points.length);
  const order = Int32Array.from(points.keys());
  const random = randomNumbers(SEED);
  let bias = 0;
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    let worst = 0;
    for (const i of order) {
      const { features, inside, weight } = points[i] as Point;
      const { buckets, values } = features;
      const sign = inside ? 1 : -1;
      const softness = 1 / (2 * cost * weight);
      const alpha = alphas[i] as number;
      let margin = bias;
      let curvature = 1 + softness;
      for (let j = 0; j < buckets.length; j++) {
        const value = values[j] as number;
        margin += (weights[buckets[j] as number] as number) * value;
        curvature += value * value;
      }
      const gradient = sign * margin - 1 + softness * alpha;
      if (alpha === 0 && gradient >= 0) continue;
      worst = Math.max(worst, Math.abs(gradient));
      const next = Math.max(0, alpha - gradient / curvature);
      const step = (next - alpha) * sign;
      alphas[i] = next;
      bias += step;
      for (let j = 0; j < buckets.length; j++) {
        const bucket = buckets[j] as number;
        weights[bucket] = (weights[bucket] as number) + step * (values[j] as number);
      }
    }
    if (worst < CALM) break;
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
    visit(mixed.filter((item, i) => !isHeld(item, i)), mixed.filter(isHeld));
  }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
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
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
