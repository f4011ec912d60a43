// Pictures of boards travel beside GraphQL: POST /boards/pictures takes one in, GET gives one out to whoever may read its post now. No
// line, span, figure or use of a session tells that anybody came.
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { personOf } from '../platform/actor.js';
import { found, invalid, unauthenticated } from '../platform/errors.js';
import { Incoming, inspectPicture } from '../platform/files/index.js';
import { answer, localId } from '../platform/graphql/index.js';
import { BOARDS } from '../platform/limits.js';
import { LOG, type Logger, leaveNoTrace } from '../platform/observe/index.js';
import { Rates } from '../platform/rates.js';
import { ActorSource, credentialsOfRequest } from '../platform/session/index.js';
import { type BoardAccess, BoardDoor } from './board-access.js';
import { BOARD } from './boards.shapes.js';
import { PicturesService } from './pictures.service.js';
import { WritingService, mustBeRandom } from './writing.service.js';

type Asked = { Params: { id: string }; Querystring: Record<string, unknown> };

/** Multipart's own lines around the one file. */
const ENVELOPE = 16_384;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function serveBoardPictures(app: NestFastifyApplication): Promise<void> {
  const get = <T>(token: unknown): T => app.get<T>(token as never, { strict: false });
  const log = get<Logger>(LOG);
  const rates = get<Rates>(Rates);
  const incoming = get<Incoming>(Incoming);
  const actors = get<ActorSource>(ActorSource);
  const door = get<BoardDoor>(BoardDoor);
  const writing = get<WritingService>(WritingService);
  const pictures = get<PicturesService>(PicturesService);

  /** An <img> sends no header: its company stands in the address. */
  const enter = async (request: FastifyRequest, command: boolean): Promise<BoardAccess> => {
    const credentials = credentialsOfRequest(request);
    const company = textOf(request, 'company').slice(0, 60) || null;
    const actor = await actors.actorOf(
      { ...credentials, company: credentials.company ?? company },
      'UNNOTED',
    );
    if (actor.kind === 'anonymous' || actor.kind === 'guest') throw unauthenticated();
    if (command) rates.operation(personOf(actor), request.ip, 'COMMAND');
    return door.enter(actor);
  };

  const take = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    // As for GraphQL: a form of a foreign page cannot send this header.
    if (!request.headers['apollo-require-preflight'])
      throw invalid('PREFLIGHT', 'Send the header apollo-require-preflight with every upload.');
    const access = await enter(request, true);
    const id = textOf(request, 'id');
    mustBeRandom(id);
    await writing.mustTakePicture(access, localId(BOARD, textOf(request, 'boardId')));
    const limit = BOARDS.largestPicture;
    if (Number(request.headers['content-length']) > limit + ENVELOPE) throw incoming.tooLarge(limit);
    const part = await request.file().catch(() => undefined);
    if (!part) throw noUpload();
    const name = part.filename ?? '';
    const picture = await incoming.receiveInMemory(part.file, limit, (bytes) => inspectPicture(bytes, name));
    await pictures.keep(access, id, picture);
    return reply.send({ id, width: picture.width, height: picture.height });
  };

  const give = async (
    request: FastifyRequest<Asked>,
    reply: FastifyReply,
    small: boolean,
  ): Promise<FastifyReply> => {
    const access = await enter(request, false);
    const id = found(UUID.test(request.params.id) ? request.params.id : null);
    const bytes = await pictures.one(access, id, small);
    return (
      reply
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('cross-origin-resource-policy', 'same-origin')
        // Nor does a shared computer keep what was looked at.
        .header('cache-control', 'no-store')
        .header('content-disposition', 'inline')
        .type('image/webp')
        .send(bytes)
    );
  };

  // A scope of its own: nothing else of the server takes multipart here.
  await app.register(async (scope: FastifyInstance) => {
    scope.removeAllContentTypeParsers();
    await scope.register(multipart, {
      limits: { files: 1, fileSize: BOARDS.largestPicture + 1 },
      throwFileSizeLimit: false,
    });
    scope.addHook('onRequest', async (request) => leaveNoTrace(request));
    scope.setErrorHandler((error, _request, reply) => {
      const { statusCode = 500 } = error as { statusCode?: number };
      // Below 500 it is Fastify's own complaint of a request that is no upload.
      return answer(reply, statusCode < 500 ? noUpload() : error, log);
    });
    scope.post('/boards/pictures', take);
    scope.get<Asked>('/boards/pictures/:id/thumbnail', (request, reply) => give(request, reply, true));
    scope.get<Asked>('/boards/pictures/:id', (request, reply) => give(request, reply, false));
  });
}

function textOf(request: FastifyRequest, name: string): string {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}

const noUpload = () => invalid('FILE', 'Send one file as multipart/form-data.', 'file');
