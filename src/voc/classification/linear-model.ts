// Proposes one of the five categories: a linear SVM, one against the rest, learnt by dual coordinate descent.
import { CATEGORIES, type Category } from './category.js';
import { compact, eachFold, separate } from './dual-coordinate-descent.js';
import { type Figures, figuresOf, type Judged } from './evaluation.js';
import { BUCKETS, FEATURES_VERSION, featuresOf, type Language, type SparseVector } from './features.js';
import { languageOf } from '../../platform/hangul.js';

/** Something whose category is known; weight (default 1, > 0) makes it count as that many of its kind. */
export type Example = { readonly text: string; readonly category: Category; readonly weight?: number };

export type TrainingOptions = {
  /** What a mistake costs against a simple model (the C of an SVM); default 2, by cross-validation. */
  readonly cost?: number;
  /** Most passes over the examples for each category; default 40, usually fewer are needed. */
  readonly passes?: number;
  /** Softness of confidences (> 0); left out, it is fitted on held-out folds, which doubles the time. */
  readonly temperature?: number;
};

/** Plain data. Margin of a category k = scale × Σ weights[bucket × 5 + k] × value + bias[k]. */
export type LinearModel = {
  /** BUCKETS × 5 whole numbers, so that a stored model predicts exactly what the trained one did. */
  readonly weights: Int16Array;
  readonly scale: number;
  /** One per category, in the order of CATEGORIES. */
  readonly bias: Float64Array;
  readonly temperature: number;
};

export type Prediction = {
  readonly category: Category;
  /** Probability of that category, 0.2–1. */
  readonly confidence: number;
  /** Probability of each category; they add up to 1. */
  readonly scores: Record<Category, number>;
};

export type CrossValidation = { readonly all: Figures; readonly byLanguage: Record<Language, Figures> };

/** Held locally: where globals are proxied, as in tests, looking up Math takes longer than the arithmetic. */
const { abs, exp, log, max, round } = Math;

const CLASSES = CATEGORIES.length;
const CALIBRATION_FOLDS = 3;

/** Held-out margins hardly move after this many passes. */
const CALIBRATION_PASSES = 6;
const [COLDEST, HOTTEST] = [0.05, 3] as const;
const WIDEST_WEIGHT = 32_767;

/** Below this many examples held-out folds say nothing, and confidences stay modest. */
const CALIBRATE_FROM = 50;
const MODEST_TEMPERATURE = 0.5;

/** First bytes of a stored model; the last digit is the version of the layout. */
const MAGIC = Buffer.from('VOC-MODEL-1');
const HEADER_BYTES = MAGIC.length + 4 + 8 * (2 + CLASSES) + 4;

/** Same examples in the same order give the same model, to the last bit. Throws a RangeError on bad input. */
export function train(examples: readonly Example[], options: TrainingOptions = {}): LinearModel {
  if (examples.length === 0) throw new RangeError('a model needs examples');
  return fit(examples.map(prepare), options);
}

/** Never throws; a text with nothing known in it gets a low confidence. */
export function predict(model: LinearModel, text: string): Prediction {
  return judge(model, featuresOf(text));
}

/** Every example is judged by a model that has not seen it. Throws a RangeError when there are too few. */
export function crossValidate(
  examples: readonly Example[],
  folds: number,
  options: TrainingOptions = {},
): CrossValidation {
  const possible = Number.isInteger(folds) && folds >= 2 && folds <= examples.length;
  if (!possible) throw new RangeError('folds must be a whole number from 2 to the number of examples');
  const prepared = examples.map(prepare);
  const judged: (Judged & { language: Language })[] = [];
  eachFold(prepared, folds, (rest, held) => {
    const model = fit(rest, options);
    for (const example of held) {
      const { category, confidence } = judge(model, example.features);
      judged.push({
        expected: example.category,
        predicted: category,
        confidence,
        language: example.language,
      });
    }
  });
  const of = (language: Language) => figuresOf(judged.filter((item) => item.language === language));
  return { all: figuresOf(judged), byLanguage: { ko: of('ko'), en: of('en') } };
}

/**
 * Layout, little-endian: magic, uint32 version of the features, float64 scale, temperature and five biases,
 * uint32 count of buckets that are not all zero; for each of those the step from the one before as LEB128 and
 * five int16.
 */
export function serialise({ weights, scale, bias, temperature }: LinearModel): Buffer {
  const body = Buffer.alloc(BUCKETS * (3 + 2 * CLASSES));
  let at = 0;
  let count = 0;
  let last = -1;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const start = bucket * CLASSES;
    if (!isUsed(weights, start)) continue;
    let step = bucket - last;
    for (; step >= 0x80; step >>>= 7) at = body.writeUInt8((step & 0x7f) | 0x80, at);
    at = body.writeUInt8(step, at);
    for (let k = 0; k < CLASSES; k++) at = body.writeInt16LE(weights[start + k] as number, at);
    last = bucket;
    count++;
  }
  const header = Buffer.alloc(HEADER_BYTES);
  let place = MAGIC.copy(header);
  place = header.writeUInt32LE(FEATURES_VERSION, place);
  for (const number of [scale, temperature, ...bias]) place = header.writeDoubleLE(number, place);
  header.writeUInt32LE(count, place);
  return Buffer.concat([header, body.subarray(0, at)]);
}

function isUsed(weights: Int16Array, start: number): boolean {
  for (let k = 0; k < CLASSES; k++) if (weights[start + k] !== 0) return true;
  return false;
}

/** The stored model. Throws an Error for other bytes or another version of the features: then retrain. */
export function deserialise(stored: Buffer): LinearModel {
  if (stored.length < HEADER_BYTES || !stored.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new Error('not a stored model');
  }
  let at = MAGIC.length;
  if (stored.readUInt32LE(at) !== FEATURES_VERSION) throw new Error('stored model of another version');
  at += 4;
  const numbers = Float64Array.from({ length: 2 + CLASSES }, (_, i) => stored.readDoubleLE(at + 8 * i));
  at += 8 * (2 + CLASSES);
  const count = stored.readUInt32LE(at);
  at += 4;
  const weights = new Int16Array(BUCKETS * CLASSES);
  let bucket = -1;
  for (let i = 0; i < count; i++) {
    let byte = 0x80;
    for (let shift = 0; byte >= 0x80; shift += 7) {
      byte = stored.readUInt8(at++);
      bucket += (byte & 0x7f) << shift;
    }
    if (bucket < 0 || bucket >= BUCKETS) throw new Error('broken stored model');
    for (let k = 0; k < CLASSES; k++, at += 2) weights[bucket * CLASSES + k] = stored.readInt16LE(at);
  }
  const [scale = 1, temperature = 1, ...bias] = numbers;
  if (at !== stored.length || !(temperature > 0)) throw new Error('broken stored model');
  return { weights, scale, temperature, bias: Float64Array.from(bias) };
}

type Prepared = {
  readonly features: SparseVector;
  readonly category: Category;
  readonly weight: number;
  readonly language: Language;
};

function prepare({ text, category, weight = 1 }: Example): Prepared {
  if (!(weight > 0 && Number.isFinite(weight))) throw new RangeError('an example needs a weight above 0');
  return { features: featuresOf(text), category, weight, language: languageOf(text) };
}

function fit(examples: readonly Prepared[], options: TrainingOptions): LinearModel {
  const { cost = 2, passes = 40 } = options;
  const temperature = options.temperature ?? fitTemperature(examples, options);
  const points = compact(examples);
  const planes = CATEGORIES.map((category) =>
    separate(points, (i) => examples[i]?.category === category, cost, passes),
  );
  const widest = planes.reduce((most, { weights }) => weights.reduce((w, x) => max(w, abs(x)), most), 0);
  const scale = widest / WIDEST_WEIGHT || 1;
  const weights = new Int16Array(BUCKETS * CLASSES);
  for (const [k, plane] of planes.entries()) {
    points.bucketOfRow.forEach((bucket, row) => {
      weights[bucket * CLASSES + k] = round((plane.weights[row] as number) / scale);
    });
  }
  return { weights, scale, bias: Float64Array.from(planes, (plane) => plane.bias), temperature };
}

function marginsOf({ weights, scale, bias }: LinearModel, { buckets, values }: SparseVector): Float64Array {
  const margins = new Float64Array(CLASSES);
  for (let j = 0; j < buckets.length; j++) {
    const start = (buckets[j] as number) * CLASSES;
    const value = values[j] as number;
    for (let k = 0; k < CLASSES; k++) {
      margins[k] = (margins[k] as number) + (weights[start + k] as number) * value;
    }
  }
  return margins.map((margin, k) => margin * scale + (bias[k] as number));
}

function judge(model: LinearModel, features: SparseVector): Prediction {
  const probabilities = softmax(marginsOf(model, features), model.temperature);
  let best = 0;
  for (let k = 1; k < CLASSES; k++) {
    if ((probabilities[k] as number) > (probabilities[best] as number)) best = k;
  }
  const scores = Object.fromEntries(CATEGORIES.map((category, k) => [category, probabilities[k] as number]));
  return {
    category: CATEGORIES[best] as Category,
    confidence: probabilities[best] as number,
    scores: scores as Record<Category, number>,
  };
}

function softmax(margins: Float64Array, temperature: number): Float64Array {
  const highest = max(...margins);
  const powers = margins.map((margin) => exp((margin - highest) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The temperature at which held-out answers are likeliest: "80 % sure" is then right about 8 times in 10. */
function fitTemperature(examples: readonly Prepared[], options: TrainingOptions): number {
  if (examples.length < CALIBRATE_FROM) return MODEST_TEMPERATURE;
  const held: { margins: Float64Array; truth: number }[] = [];
  eachFold(examples, CALIBRATION_FOLDS, (rest, left) => {
    const model = fit(rest, { ...options, passes: CALIBRATION_PASSES, temperature: 1 });
    for (const { features, category } of left) {
      held.push({ margins: marginsOf(model, features), truth: CATEGORIES.indexOf(category) });
    }
  });
  // The loss is convex in the inverse of the temperature, so a search by thirds finds the one lowest place.
  let [low, high] = [1 / HOTTEST, 1 / COLDEST];
  const loss = (inverse: number) =>
    held.reduce((sum, { margins, truth }) => {
      let others = 0;
      for (const margin of margins) others += exp((margin - (margins[truth] as number)) * inverse);
      return sum + log(others);
    }, 0);
  for (let turn = 0; turn < 15; turn++) {
    const third = (high - low) / 3;
    if (loss(low + third) < loss(high - third)) high -= third;
    else low += third;
  }
  return 2 / (low + high);
}
