// Where reports are drawn.
import { drawApart } from '../../platform/drawing/index.js';
import { type Drawing, draw } from './drawing.js';

const THREAD = new URL('./drawing-thread.js', import.meta.url);

export const drawReport = (drawing: Drawing): Promise<Buffer> => drawApart(THREAD, drawing, draw);
