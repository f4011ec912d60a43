// The file of an import comes beside GraphQL: POST /imports, one file as multipart/form-data, for administrators.
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../platform/config.js';
import { invalid, unauthenticated } from '../../platform/errors.js';
import { Incoming } from '../../platform/files/index.js';
import { answer, globalId } from '../../platform/graphql/index.js';
import { LOG, type Logger } from '../../platform/observe/index.js';
import { ActorSource, credentialsOfRequest } from '../../platform/session/index.js';
import { mustImport } from './imports.reads.js';
import { ImportsService } from './imports.service.js';

/** Multipart's own lines around the one file. */
const ENVELOPE = 16_384;

export async function serveImports(app: NestFastifyApplication): Promise<void> {
  const config = app.get<Config>(CONFIG, { strict: false });
  const log = app.get<Logger>(LOG, { strict: false });
  const actors = app.get(ActorSource, { strict: false });
  const incoming = app.get(Incoming, { strict: false });
  const service = app.get(ImportsService, { strict: false });
  const limit = config.fileLimitMb * 1_048_576;

  const take = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    // As for GraphQL: a form of a foreign page cannot send this header.
    if (!request.headers['apollo-require-preflight'])
      throw invalid('PREFLIGHT', 'Send the header apollo-require-preflight with every upload.');
    const actor = await actors.actorOf(credentialsOfRequest(request));
    if (actor.kind === 'anonymous' || actor.kind === 'guest') throw unauthenticated();
    // Asked before the first byte is read.
    mustImport(actor);
    if (Number(request.headers['content-length']) > limit + ENVELOPE) throw incoming.tooLarge();
    const part = await request.file().catch(() => undefined);
    if (!part) throw noUpload();
    const id = await incoming.receive(part.file, (bytes) =>
      service.receive(actor, part.filename || 'import.csv', bytes),
    );
    return reply.header('cache-control', 'no-store').send({ id: globalId('import', id) });
  };

  // A scope of its own, as for attachments: nothing else of the server takes multipart.
  await app.register(async (scope: FastifyInstance) => {
    scope.removeAllContentTypeParsers();
    await scope.register(multipart, { limits: { files: 1, fileSize: limit + 1 }, throwFileSizeLimit: false });
    scope.setErrorHandler((error, _request, reply) => {
      const { statusCode = 500 } = error as { statusCode?: number };
      // Below 500 it is Fastify's own complaint of a request that is no upload.
      return answer(reply, statusCode < 500 ? noUpload() : error, log);
    });
    scope.post('/imports', take);
  });
}

const noUpload = () => invalid('FILE', 'Send one file as multipart/form-data.', 'file');
