// One file as multipart/form-data, as all doors beside GraphQL take it and refuse it.
import multipart, { type MultipartFile } from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalid } from '../errors.js';
import { answer } from '../graphql/index.js';
import type { Logger } from '../observe/index.js';
import type { Incoming } from './incoming.js';

/** Multipart's own lines around the one file. */
const ENVELOPE = 16_384;

const noUpload = () => invalid('FILE', 'Send one file as multipart/form-data.', 'file');

/** Throws INVALID. As for GraphQL: a form of a foreign page cannot send this header. */
export function mustBePreflighted(request: FastifyRequest): void {
  if (!request.headers['apollo-require-preflight'])
    throw invalid('PREFLIGHT', 'Send the header apollo-require-preflight with every upload.');
}

/** The one file of a request, of which nothing was read yet; `limit` in bytes. Throws INVALID. */
export async function fileOf(
  request: FastifyRequest,
  incoming: Incoming,
  limit: number,
): Promise<MultipartFile> {
  if (Number(request.headers['content-length']) > limit + ENVELOPE) throw incoming.tooLarge(limit);
  const part = await request.file().catch(() => undefined);
  if (!part) throw noUpload();
  return part;
}

/** A scope of its own: nothing else of the server takes multipart. `limit` in bytes. */
export async function uploadScope(
  app: NestFastifyApplication,
  limit: number,
  log: Logger,
  serve: (scope: FastifyInstance) => void,
): Promise<void> {
  await app.register(async (scope: FastifyInstance) => {
    scope.removeAllContentTypeParsers();
    await scope.register(multipart, { limits: { files: 1, fileSize: limit + 1 }, throwFileSizeLimit: false });
    scope.setErrorHandler((error, _request, reply) => {
      const { statusCode = 500 } = error as { statusCode?: number };
      // Below 500 it is Fastify's own complaint of a request that is no upload.
      return answer(reply, statusCode < 500 ? noUpload() : error, log);
    });
    serve(scope);
  });
}
