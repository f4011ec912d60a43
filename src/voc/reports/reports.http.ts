// Reports as files, beside GraphQL: GET /reports/2026-W46.pdf, .xlsx, .csv; locale=en for English.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { personOf } from '../../platform/actor.js';
import { found, notFound, unauthenticated } from '../../platform/errors.js';
import { disposition } from '../../platform/files/index.js';
import { answer } from '../../platform/graphql/index.js';
import { LOG, type Logger } from '../../platform/observe/index.js';
import { Rates } from '../../platform/rates.js';
import { ActorSource, credentialsOfRequest } from '../../platform/session/index.js';
import { parseWeek } from '../../platform/week.js';
import { drawReport } from './drawing-apart.js';
import { reportAsCsv, reportAsXlsx } from './report-tables.js';
import { type ReportView, ReportViews } from './report-view.service.js';
import type { Locale } from './report-words.js';
import { ReportsReads } from './reports.reads.js';

type Asked = { Params: { file: string }; Querystring: Record<string, unknown> };

const MEDIA = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
type Kind = keyof typeof MEDIA;

export async function serveReports(app: NestFastifyApplication): Promise<void> {
  const log = app.get<Logger>(LOG, { strict: false });
  const actors = app.get(ActorSource, { strict: false });
  const rates = app.get(Rates, { strict: false });
  const reads = app.get(ReportsReads, { strict: false });
  const views = app.get(ReportViews, { strict: false });

  const give = async (request: FastifyRequest<Asked>, reply: FastifyReply): Promise<FastifyReply> => {
    const [, week, kind] = /^(\d{4}-W\d{2})\.(pdf|xlsx|csv)$/.exec(request.params.file) ?? [];
    if (!week || !kind) throw notFound();
    const actor = await actors.actorOf(credentialsOfRequest(request));
    if (actor.kind === 'anonymous' || actor.kind === 'guest') throw unauthenticated();
    // Drawing costs as much as a command.
    rates.operation(personOf(actor), request.ip, 'COMMAND');
    const row = found(await reads.ofWeek(actor, parseWeek(week)));
    const view = await views.of(actor, row);
    const locale: Locale = request.query.locale === 'en' ? 'en' : 'ko';
    const items = () => reads.itemTable(actor, row);
    const bytes = await draw(kind as Kind, view, items, locale);
    return reply
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', disposition('attachment', `voc-${week}.${kind}`))
      .type(MEDIA[kind as Kind])
      .send(bytes);
  };

  const fastify = app.getHttpAdapter().getInstance();
  fastify.get<Asked>('/reports/:file', async (request, reply) => {
    try {
      return await give(request, reply);
    } catch (error) {
      return answer(reply, error, log);
    }
  });
}

async function draw(
  kind: Kind,
  view: ReportView,
  items: () => ReturnType<ReportsReads['itemTable']>,
  locale: Locale,
): Promise<Buffer> {
  if (kind === 'pdf') return drawReport({ kind, view, locale });
  if (kind === 'csv') return Buffer.from(reportAsCsv(view, locale));
  return reportAsXlsx(view, await items(), locale);
}
