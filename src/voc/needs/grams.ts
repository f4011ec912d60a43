// How much each n-gram of a text tells. Pure.
import { gramsOf } from '../../platform/grams.js';
import { loadExamples } from '../classification/index.js';

/** Raised whenever the same text would give other n-grams: all items are read again. */
export const GRAMS_VERSION = 1;

/** An n-gram in more than this part of all inquiries (습니, 나요, the) tells nothing. */
const TOO_COMMON = 0.06;

/** The rarest n-grams of a text choose whom it is compared with. */
const RARE = 24;

/** Below this likeness two texts only happen to share a word. */
export const LEAST_LIKE = 0.16;

export type Weighed = {
  /** Parallel to `weights`, the rarest first. */
  grams: number[];
  weights: number[];
  total: number;
  /** Those that choose candidates. */
  rare: number[];
};

/** How often n-grams occur in ordinary inquiries; made once, out of the examples that ship with the product. */
class Commonness {
  private readonly counts = new Map<number, number>();
  private readonly texts: number;

  constructor(texts: readonly string[]) {
    this.texts = texts.length;
    for (const text of texts)
      for (const gram of gramsOf(text)) this.counts.set(gram, (this.counts.get(gram) ?? 0) + 1);
  }

  /** 0: says nothing. */
  weight(gram: number): number {
    const n = this.counts.get(gram) ?? 0;
    return n > this.texts * TOO_COMMON ? 0 : Math.log((this.texts + 1) / (n + 1));
  }
}

let shipped: Commonness | null = null;

export function weigh(text: string): Weighed {
  shipped ??= new Commonness(loadExamples().map((example) => example.text));
  const common = shipped;
  const told = [...gramsOf(text)]
    .map((gram) => ({ gram, weight: common.weight(gram) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.gram - b.gram);
  return {
    grams: told.map(({ gram }) => gram),
    weights: told.map(({ weight }) => weight),
    total: told.reduce((sum, { weight }) => sum + weight, 0),
    rare: told.slice(0, RARE).map(({ gram }) => gram),
  };
}

/** What two texts share of what they say, 0 to 1: the same arithmetic as the SQL in similar.reads.ts. */
export function likeness(one: Weighed, other: Weighed): number {
  const there = new Set(other.grams);
  const shared = one.grams.reduce((sum, gram, at) => sum + (there.has(gram) ? (one.weights[at] ?? 0) : 0), 0);
  return shared === 0 ? 0 : shared / Math.sqrt(one.total * other.total);
}

/** What of an item is compared: its words, and what staff made of them. */
export const wordsOf = (item: { quote: string; summary: string | null }): string =>
  item.summary ? `${item.summary}\n${item.quote}` : item.quote;
