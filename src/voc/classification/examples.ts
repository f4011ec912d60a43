// The examples the product ships with, so that the first inquiry of an installation already gets a proposal.
import { readFileSync } from 'node:fs';
import { isCategory } from './category.js';
import type { Language } from './features.js';
import type { Example } from './linear-model.js';

const LANGUAGES = ['ko', 'en'] as const satisfies readonly Language[];

/** Shipped examples, of all languages or of some, in file order. Throws when a file is missing or broken. */
export function loadExamples(languages: readonly Language[] = LANGUAGES): Example[] {
  return languages.flatMap((language) => {
    const url = new URL(`./examples/${language}.jsonl`, import.meta.url);
    return parseExamples(readFileSync(url, 'utf8'), `examples/${language}.jsonl`);
  });
}

/** One JSON object { text, category } a line, empty ones skipped. Throws an Error naming file and line. */
export function parseExamples(jsonl: string, name: string): Example[] {
  const examples: Example[] = [];
  for (const [index, line] of jsonl.split('\n').entries()) {
    if (line.trim() === '') continue;
    examples.push(parseExample(line, `${name}:${index + 1}`));
  }
  return examples;
}

function parseExample(line: string, place: string): Example {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new Error(`${place}: not JSON`, { cause });
  }
  if (typeof value !== 'object' || value === null) throw new Error(`${place}: not an object`);
  const { text, category } = value as { text?: unknown; category?: unknown };
  if (typeof text !== 'string' || text.trim() === '') throw new Error(`${place}: no text`);
  if (!isCategory(category)) throw new Error(`${place}: no such category`);
  return { text, category };
}
