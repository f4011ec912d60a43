// Turns a customer's words, Hangul or Latin, into a sparse vector: hashed n-grams and word beginnings.
import { languageOf } from '../../platform/hangul.js';

/** Held locally: where globals are proxied, as in tests, looking up Math takes longer than the arithmetic. */
const { imul, log, min, sqrt } = Math;

/** Only so many UTF-16 units are read: what a customer wants comes first, and work stays bounded. */
const READ_AT_MOST = 2_000;

/** Characters and words live in ranges of their own, so that one never counts as the other. */
const NGRAM_BUCKETS = 3 << 16;
const WORD_BUCKETS = 1 << 16;
export const BUCKETS = NGRAM_BUCKETS + WORD_BUCKETS;

/** Raised whenever the same text would give other features; a stored model of another version is useless. */
export const FEATURES_VERSION = 1;

const LONGEST_NGRAM = 4;

/** Shares of the squared length of the vector, chosen by cross-validation; flat between 0.2 and 0.5. */
const WORD_SHARE = 0.35;

/** Beginnings stand in for stems: 결제가/결제를/결제도 share 결제, invoice/invoices share invoi. */
const HANGUL_BEGINNINGS = [2, 3] as const;
const LATIN_BEGINNINGS = [4, 5] as const;

const WORD = /[\p{L}\p{N}]+/gu;

export type Language = 'ko' | 'en';

/** Parallel arrays: bucket numbers (each once, 0 ≤ bucket < BUCKETS) and values; Euclidean length ≤ 1. */
export type SparseVector = { readonly buckets: Int32Array; readonly values: Float64Array };

/** NFKC (full-width and decomposed letters become ordinary ones), lower case, digits as 0, single spaces. */
export function normalise(text: string): string {
  return text
    .slice(0, READ_AT_MOST)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+/g, (digits) => (digits.length > 1 ? '00' : '0'))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Never throws; an empty text gives an empty vector. */
export function featuresOf(text: string): SparseVector {
  const normalised = normalise(text);
  const ngrams = countNgrams(normalised);
  const words = countWords(normalised);
  const buckets = new Int32Array(ngrams.size + words.size);
  const values = new Float64Array(ngrams.size + words.size);
  writeBlock(ngrams, 1 - WORD_SHARE, buckets, values, 0);
  writeBlock(words, WORD_SHARE, buckets, values, ngrams.size);
  return { buckets, values };
}

type Counts = Map<number, number>;

function countNgrams(text: string): Counts {
  const counts: Counts = new Map();
  if (text === '') return counts;
  // Spaces at both ends make "begins with" and "ends with" features of their own.
  const padded = ` ${text} `;
  for (let start = 0; start < padded.length; start++) {
    let hash = FNV_OFFSET;
    const longest = min(LONGEST_NGRAM, padded.length - start);
    for (let length = 1; length <= longest; length++) {
      hash = imul(hash ^ padded.charCodeAt(start + length - 1), FNV_PRIME);
      count(counts, scatter(hash ^ imul(length, 77_777)) % NGRAM_BUCKETS);
    }
  }
  return counts;
}

function countWords(text: string): Counts {
  const counts: Counts = new Map();
  for (const word of text.match(WORD) ?? []) {
    count(counts, wordBucket(0, word));
    for (const length of languageOf(word) === 'ko' ? HANGUL_BEGINNINGS : LATIN_BEGINNINGS) {
      if (word.length > length) count(counts, wordBucket(length, word.slice(0, length)));
    }
  }
  return counts;
}

function count(counts: Counts, bucket: number): void {
  counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
}

/** Sublinear counts (said five times is not five times the reason), then the block's share of the length. */
function writeBlock(
  counts: Counts,
  share: number,
  buckets: Int32Array,
  values: Float64Array,
  offset: number,
): void {
  let at = offset;
  let squares = 0;
  for (const [bucket, times] of counts) {
    const value = 1 + log(times);
    buckets[at] = bucket;
    values[at++] = value;
    squares += value * value;
  }
  const factor = sqrt(share / (squares || 1));
  for (let i = offset; i < at; i++) values[i] = (values[i] ?? 0) * factor;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function wordBucket(kind: number, word: string): number {
  let hash = FNV_OFFSET ^ kind;
  for (let i = 0; i < word.length; i++) hash = imul(hash ^ word.charCodeAt(i), FNV_PRIME);
  return NGRAM_BUCKETS + (scatter(hash) % WORD_BUCKETS);
}

/** FNV-1a leaves the low bits of short strings badly mixed; this is the finaliser of murmur3. */
function scatter(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = imul(h, 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
