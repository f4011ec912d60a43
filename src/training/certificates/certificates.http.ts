// A certificate as a file, beside GraphQL: GET /certificates/certificate_….pdf, locale=en for English, company=… for a contact.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { personOf } from '../../platform/actor.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { drawApart } from '../../platform/drawing/index.js';
import { conflict, found, notFound } from '../../platform/errors.js';
import { disposition } from '../../platform/files/index.js';
import { answer, localId } from '../../platform/graphql/index.js';
import { dateIn } from '../../platform/local-time.js';
import { LOG, type Logger } from '../../platform/observe/index.js';
import { Rates } from '../../platform/rates.js';
import { ActorSource, actorOfRequest } from '../../platform/session/index.js';
import { IdentityReads } from '../../identity/index.js';
import { certificatePdf } from './certificate-pdf.js';
import { CertificatesReads } from './certificates.reads.js';
import { verifyPath } from './certificates.shapes.js';

type Asked = { Params: { file: string }; Querystring: Record<string, unknown> };

const THREAD = new URL('./drawing-thread.js', import.meta.url);

export async function serveCertificates(app: NestFastifyApplication): Promise<void> {
  const get = <T>(token: unknown): T => app.get<T>(token as never, { strict: false });
  const config = get<Config>(CONFIG);
  const log = get<Logger>(LOG);
  const rates = get<Rates>(Rates);
  const actors = get<ActorSource>(ActorSource);
  const reads = get<CertificatesReads>(CertificatesReads);
  const identity = get<IdentityReads>(IdentityReads);

  const give = async (request: FastifyRequest<Asked>, reply: FastifyReply): Promise<FastifyReply> => {
    const actor = await actorOfRequest(actors, request);
    // Drawing costs as much as a command.
    rates.operation(personOf(actor), request.ip, 'COMMAND');
    const [, name] = /^(\w+)\.pdf$/.exec(request.params.file) ?? [];
    if (!name) throw notFound();
    const [row] = await reads.byIds(actor, [localId('certificate', name)]);
    const { token, withdrawn_at, ...certificate } = found(row);
    if (token === null) throw notFound();
    if (withdrawn_at) throw conflict('WITHDRAWN', 'This certificate has been withdrawn.');
    const { provider_name: provider } = await identity.installation();
    const locale = request.query.locale === 'en' ? ('en' as const) : ('ko' as const);
    const titles = [certificate.title_ko, certificate.title_en];
    const bytes = await drawApart(
      THREAD,
      {
        locale,
        number: certificate.number,
        person: certificate.person_name,
        company: certificate.company_name,
        title: (locale === 'ko' ? titles : titles.reverse()).find((title) => title !== null) ?? '',
        stage: certificate.stage,
        day: dateIn(config.zone, certificate.issued_at),
        provider,
        verifyUrl: `${config.publicUrl}${verifyPath(token)}`,
      },
      certificatePdf,
    );
    return reply
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', disposition('attachment', `certificate-${certificate.number}.pdf`))
      .type('application/pdf')
      .send(bytes);
  };

  await app.register(async (scope: FastifyInstance) => {
    scope.setErrorHandler((error, _request, reply) => answer(reply, error, log));
    scope.get<Asked>('/certificates/:file', give);
  });
}
