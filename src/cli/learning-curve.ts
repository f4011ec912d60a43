// npm run learning-curve: how accuracy grows with the shipped examples; writes the table and the picture of docs/classifier.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { type CurvePoint, learningCurve, loadExamples } from '../voc/classification/index.js';
import { Usage, finish, parseOptions, tell } from './command.js';

const SHARES = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1];
const PAGE = new URL('../../docs/classifier.md', import.meta.url);
const PICTURE = new URL('../../docs/learning-curve.svg', import.meta.url);
const [BEGIN, END] = ['<!-- learning curve: npm run learning-curve -->', '<!-- /learning curve -->'];

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

function table(points: CurvePoint[]): string {
  const rows = points.map(({ examples, all, byLanguage: { ko, en } }) =>
    [examples, ...[all, ko, en].map(({ accuracy }) => percent(accuracy)), percent(all.macroF1)].join(' | '),
  );
  return [
    '| examples learnt | accuracy | Korean | English | macro-F1 |',
    '| ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

/** A chart of its own, for both themes of a page: examples across, accuracy up. */
function picture(points: CurvePoint[]): string {
  const [width, height, left, right, top, bottom] = [640, 320, 56, 90, 20, 44];
  const most = Math.max(...points.map(({ examples }) => examples));
  const lowest = Math.floor(Math.min(...points.flatMap(accuracies)) * 10) / 10;
  const x = (examples: number): number => left + ((width - left - right) * examples) / most;
  const y = (share: number): number =>
    height - bottom - ((height - top - bottom) * (share - lowest)) / (1 - lowest);
  const round = (n: number): string => n.toFixed(1);
  const lines = [
    { name: 'Korean', colour: '#2f6fed', of: (point: CurvePoint) => point.byLanguage.ko.accuracy },
    { name: 'English', colour: '#c4561a', of: (point: CurvePoint) => point.byLanguage.en.accuracy },
  ];
  const marks: string[] = [];
  for (let share = lowest; share <= 1.0001; share += 0.1)
    marks.push(
      `<line x1="${left}" x2="${width - right}" y1="${round(y(share))}" y2="${round(y(share))}" stroke="#8884" />`,
      `<text x="${left - 8}" y="${round(y(share) + 4)}" text-anchor="end">${Math.round(share * 100)} %</text>`,
    );
  for (const { examples } of points.slice(-5))
    marks.push(
      `<text x="${round(x(examples))}" y="${height - bottom + 20}" text-anchor="middle">${examples}</text>`,
    );
  const curves = lines.flatMap(({ name, colour, of }) => {
    const at = points.map((point) => [x(point.examples), y(of(point) ?? lowest)] as const);
    const last = at.at(-1);
    return [
      `<polyline fill="none" stroke="${colour}" stroke-width="2.5" points="${at.map(([a, b]) => `${round(a)},${round(b)}`).join(' ')}" />`,
      ...at.map(([a, b]) => `<circle cx="${round(a)}" cy="${round(b)}" r="3.5" fill="${colour}" />`),
      last
        ? `<text x="${round(last[0] + 10)}" y="${round(last[1] + 4)}" fill="${colour}">${name}</text>`
        : '',
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Accuracy on held-out examples by the number of examples learnt" font-family="system-ui, sans-serif" font-size="12" fill="#8a8f98">`,
    ...marks,
    ...curves,
    `<text x="${left}" y="${height - 6}">examples learnt</text>`,
    '</svg>',
    '',
  ].join('\n');
}

const accuracies = ({ byLanguage: { ko, en } }: CurvePoint): number[] => [ko.accuracy ?? 0, en.accuracy ?? 0];

await finish(async () => {
  const { options } = parseOptions(['write']);
  const write = options.get('write') ?? 'yes';
  if (write !== 'yes' && write !== 'no') throw new Usage('--write is yes or no.');
  tell('Training on growing parts, five times each …');
  const points = learningCurve(loadExamples(), SHARES);
  const text = table(points);
  process.stdout.write(`${text}\n`);
  if (write === 'no') return 0;
  const page = readFileSync(PAGE, 'utf8');
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error('docs/classifier.md has lost the place of the table.');
  writeFileSync(PAGE, `${page.slice(0, from + BEGIN.length)}\n\n${text}\n\n${page.slice(to)}`);
  writeFileSync(PICTURE, picture(points));
  tell('docs/classifier.md and docs/learning-curve.svg are written.');
  return 0;
});
