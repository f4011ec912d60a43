// npm run classify -- FILE.jsonl: category and confidence for each `text`; figures where lines carry a `category`.
import { readFile } from 'node:fs/promises';
import {
  type Judged,
  crossValidate,
  figuresOf,
  isCategory,
  loadExamples,
  predict,
  train,
} from '../voc/classification/index.js';
import { Usage, finish, parseOptions, tell } from './command.js';

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

await finish(async () => {
  const { rest } = parseOptions([]);
  const [file] = rest;
  const examples = loadExamples();
  if (!file) {
    tell(
      'No file named: cross-validating the shipped examples (10 folds). For a file: npm run classify -- FILE.jsonl',
    );
    const { all, byLanguage } = crossValidate(examples, 10);
    for (const [name, figures] of Object.entries({ all, ...byLanguage })) {
      process.stdout.write(
        `${name.padEnd(4)} n ${figures.count}  accuracy ${percent(figures.accuracy)}  macro-F1 ${percent(figures.macroF1)}  most confident half ${percent(figures.confidentHalfAccuracy)}\n`,
      );
    }
    return 0;
  }
  const lines = (
    await readFile(file, 'utf8').catch(() => {
      throw new Usage(`${file} cannot be read.`);
    })
  ).split('\n');
  // The shipped examples only: the same file gives the same answer on every installation.
  const model = train(examples);
  const judged: Judged[] = [];
  let wrong = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const value = parse(line);
    if (typeof value?.text !== 'string') {
      wrong += 1;
      tell(`line ${index + 1}: a JSON object with a text is needed; left out`);
      continue;
    }
    const { category, confidence } = predict(model, value.text);
    process.stdout.write(
      `${category.padEnd(11)} ${confidence.toFixed(3)}  ${value.text.replace(/\s+/g, ' ').slice(0, 100)}\n`,
    );
    if (isCategory(value.category))
      judged.push({ expected: value.category, predicted: category, confidence });
  }
  if (judged.length > 0) {
    const figures = figuresOf(judged);
    const half = Math.ceil(judged.length / 2);
    const missed = Math.round((1 - (figures.confidentHalfAccuracy ?? 1)) * half);
    process.stdout.write(
      `\nn ${figures.count}  accuracy ${percent(figures.accuracy)}  macro-F1 ${percent(figures.macroF1)}  ` +
        `most confident half ${percent(figures.confidentHalfAccuracy)} (${missed} of ${half} wrong)\n`,
    );
  }
  return wrong > 0 ? 1 : 0;
});

function parse(line: string): { text?: unknown; category?: unknown } | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
