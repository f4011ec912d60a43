// What of a report has to be drawn: pages and pictures.
import { asPng } from './report-charts.js';
import type { ReportView } from './report-view.service.js';
import type { Locale } from './report-words.js';

export type Drawing =
  { kind: 'pdf'; view: ReportView; locale: Locale } | { kind: 'png'; /** SVG. */ picture: string };

/** What writes PDF is read when the first one is asked for: a start need not wait for it. */
export async function draw(drawing: Drawing): Promise<Uint8Array> {
  if (drawing.kind === 'png') return asPng(drawing.picture);
  const { reportPdf } = await import('./report-pdf.js');
  return reportPdf(drawing.view, drawing.locale);
}
