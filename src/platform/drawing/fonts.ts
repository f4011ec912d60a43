// What everything is drawn with outside the browser: our own letters, shipped with the product, and the inks of the web app.
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const font = (weight: string): string =>
  resolve(`pretendard/dist/public/static/alternative/Pretendard-${weight}.ttf`);

/** Without a font file a renderer leaves all words out, silently. */
export const FONTS = { regular: font('Regular'), bold: font('Bold') };

export const INK = '#1c2330';
export const QUIET = '#5c6474';
export const LINE = '#e3e6ec';
