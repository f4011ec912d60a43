// A person's file beside GraphQL: GET /people/:id/data, for themselves and for administrators, written into the trail.
import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { personOf } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { unauthenticated } from '../platform/errors.js';
import { disposition } from '../platform/files/index.js';
import { answer, localId } from '../platform/graphql/index.js';
import { LOG, type Logger } from '../platform/observe/index.js';
import { Rates } from '../platform/rates.js';
import { ActorSource, credentialsOfRequest } from '../platform/session/index.js';
import { ExportingService } from './exporting.service.js';

type Asked = { Params: { id: string } };

export async function servePersonalData(app: NestFastifyApplication): Promise<void> {
  const log = app.get<Logger>(LOG, { strict: false });
  const actors = app.get(ActorSource, { strict: false });
  const rates = app.get(Rates, { strict: false });
  const service = app.get(ExportingService, { strict: false });
  const clock = app.get(Clock, { strict: false });

  const give = async (request: FastifyRequest<Asked>, reply: FastifyReply): Promise<FastifyReply> => {
    const actor = await actors.actorOf(credentialsOfRequest(request));
    if (actor.kind === 'anonymous') throw unauthenticated();
    rates.operation(personOf(actor), request.ip, 'COMMAND');
    const pieces = await service.file(actor, localId('person', request.params.id));
    return reply
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', disposition('attachment', `hotline-${dayOf(clock.now())}.json`))
      .type('application/json; charset=utf-8')
      .send(Readable.from(pieces));
  };

  await app.register(async (scope: FastifyInstance) => {
    scope.setErrorHandler((error, _request, reply) => answer(reply, error, log));
    scope.get<Asked>('/people/:id/data', give);
  });
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
