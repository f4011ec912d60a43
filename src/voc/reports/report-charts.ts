// The two charts of a report for mails, drawn by hand: SVG, and PNG with our own letters in it.
import { Resvg } from '@resvg/resvg-js';
import { FONTS, INK, LINE, QUIET } from '../../platform/drawing/index.js';
// Not through the door: the drawing thread loads as little as it can.
import { CATEGORIES, type Category } from '../classification/category.js';
import type { FrozenReport } from './document.js';
import { type Locale, REPORT_WORDS, number, percent, signed } from './report-words.js';

/** The same as in the web app's light theme. */
export const CATEGORY_COLORS: Record<Category, string> = {
  USAGE: '#0b5fa5',
  DEFECT: '#b83a00',
  IMPROVEMENT: '#00704f',
  FEATURE: '#7342c4',
  ACCOUNT: '#84590a',
};

const WIDTH = 560;
const FAMILY = 'Pretendard';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

type TextOptions = { size?: number; fill?: string; weight?: number; anchor?: 'start' | 'middle' | 'end' };

const text = (x: number, y: number, words: string, options: TextOptions = {}): string =>
  `<text x="${x}" y="${y}" font-family="${FAMILY}" font-size="${options.size ?? 14}" ` +
  `font-weight="${options.weight ?? 400}" fill="${options.fill ?? INK}" text-anchor="${options.anchor ?? 'start'}">${escape(words)}</text>`;

const rect = (x: number, y: number, width: number, height: number, fill: string, round = 0): string =>
  `<rect x="${x}" y="${y}" width="${Math.max(0, width)}" height="${height}" rx="${round}" fill="${fill}"/>`;

const svg = (height: number, parts: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">` +
  `${rect(0, 0, WIDTH, height, '#ffffff')}${parts.join('')}</svg>`;

/** One bar for each category, its count, share and change behind it. */
export function categoryChart(document: FrozenReport, locale: Locale): string {
  const words = REPORT_WORDS[locale];
  const most = Math.max(1, ...document.categories.map(({ count }) => count));
  const rows = document.categories.flatMap((figure, index) => {
    const y = 8 + index * 36;
    return [
      text(0, y + 19, words.categories[figure.category], {
        weight: 700,
        fill: CATEGORY_COLORS[figure.category],
      }),
      rect(140, y + 6, 240, 16, LINE, 8),
      rect(140, y + 6, (figure.count / most) * 240, 16, CATEGORY_COLORS[figure.category], 8),
      text(430, y + 19, number(locale, figure.count), { weight: 700, anchor: 'end' }),
      text(490, y + 19, percent(figure.share), { anchor: 'end', fill: QUIET }),
      text(WIDTH, y + 19, signed(locale, figure.change), { anchor: 'end' }),
    ];
  });
  return svg(16 + document.categories.length * 36, rows);
}

/** The weeks of the trend, stacked by category; the report's own week has its total above it. */
export function trendChart(document: FrozenReport, locale: Locale): string {
  const most = Math.max(1, ...document.trend.map(({ total }) => total));
  const step = WIDTH / document.trend.length;
  const height = 150;
  const bars = document.trend.flatMap(({ week, total, counts }, index) => {
    const x = index * step + step * 0.15;
    let y = 24 + height;
    const parts = CATEGORIES.map((category) => {
      const tall = (counts[category] / most) * height;
      y -= tall;
      return rect(x, y, step * 0.7, tall, CATEGORY_COLORS[category]);
    });
    const last = index === document.trend.length - 1;
    const middle = x + step * 0.35;
    return [
      ...parts,
      text(middle, y - 6, number(locale, total), {
        size: 11,
        anchor: 'middle',
        weight: last ? 700 : 400,
        fill: last ? INK : QUIET,
      }),
      text(middle, 24 + height + 16, week.slice(5), {
        size: 11,
        anchor: 'middle',
        fill: last ? INK : QUIET,
        weight: last ? 700 : 400,
      }),
    ];
  });
  return svg(height + 50, bars);
}

/** Twice as fine as it is shown, for dense screens. */
export function asPng(picture: string): Buffer {
  const made = new Resvg(picture, {
    fitTo: { mode: 'width', value: WIDTH * 2 },
    font: { fontFiles: [FONTS.regular, FONTS.bold], loadSystemFonts: false, defaultFontFamily: FAMILY },
  });
  return Buffer.from(made.render().asPng());
}
