// What of a report has to be drawn: pages and pictures.
import { asPng } from './report-charts.js';
import { reportPdf } from './report-pdf.js';
import type { ReportView } from './report-view.service.js';
import type { Locale } from './report-words.js';

export type Drawing =
  { kind: 'pdf'; view: ReportView; locale: Locale } | { kind: 'png'; /** SVG. */ picture: string };

export const draw = async (drawing: Drawing): Promise<Uint8Array> =>
  drawing.kind === 'pdf' ? reportPdf(drawing.view, drawing.locale) : asPng(drawing.picture);
