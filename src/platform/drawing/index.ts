// The door of drawing.
export { drawApart } from './apart.js';
export { FONTS, INK, LINE, QUIET } from './fonts.js';
