// The file of an import comes beside GraphQL: POST /imports, one file as multipart/form-data, for administrators.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../platform/config.js';
import { unauthenticated } from '../../platform/errors.js';
import { Incoming, fileOf, mustBePreflighted, uploadScope } from '../../platform/files/index.js';
import { globalId } from '../../platform/graphql/index.js';
import { LOG, type Logger } from '../../platform/observe/index.js';
import { ActorSource, credentialsOfRequest } from '../../platform/session/index.js';
import { mustImport } from './imports.reads.js';
import { ImportsService } from './imports.service.js';

export async function serveImports(app: NestFastifyApplication): Promise<void> {
  const config = app.get<Config>(CONFIG, { strict: false });
  const log = app.get<Logger>(LOG, { strict: false });
  const actors = app.get(ActorSource, { strict: false });
  const incoming = app.get(Incoming, { strict: false });
  const service = app.get(ImportsService, { strict: false });
  const limit = config.fileLimitMb * 1_048_576;

  const take = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    mustBePreflighted(request);
    const actor = await actors.actorOf(credentialsOfRequest(request));
    if (actor.kind === 'anonymous' || actor.kind === 'guest') throw unauthenticated();
    // Asked before the first byte is read.
    mustImport(actor);
    const part = await fileOf(request, incoming, limit);
    const id = await incoming.receive(part.file, (bytes) =>
      service.receive(actor, part.filename || 'import.csv', bytes),
    );
    return reply.header('cache-control', 'no-store').send({ id: globalId('import', id) });
  };

  await uploadScope(app, limit, log, (scope) => scope.post('/imports', take));
}
