// Pictures of boards travel beside GraphQL: POST /boards/pictures takes one in, GET gives one out to whoever may read its post now. No
// line, span, figure or use of a session tells that anybody came.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { personOf } from '../platform/actor.js';
import { found } from '../platform/errors.js';
import { Incoming, fileOf, inspectPicture, mustBePreflighted, uploadScope } from '../platform/files/index.js';
import { localId } from '../platform/graphql/index.js';
import { BOARDS } from '../platform/limits.js';
import { LOG, type Logger, leaveNoName } from '../platform/observe/index.js';
import { Rates } from '../platform/rates.js';
import { ActorSource, actorOfRequest } from '../platform/session/index.js';
import { BoardDoor } from './board-access.js';
import { BOARD } from './boards.shapes.js';
import { PicturesService } from './pictures.service.js';
import { WritingService, mustBeRandom } from './writing.service.js';

type Asked = { Params: { id: string }; Querystring: Record<string, unknown> };

const LIMIT = BOARDS.largestPicture;

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

  const take = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    mustBePreflighted(request);
    const actor = await actorOfRequest(actors, request, 'UNNOTED');
    rates.operation(personOf(actor), request.ip, 'COMMAND');
    const access = await door.enter(actor);
    const id = textOf(request, 'id');
    mustBeRandom(id);
    await writing.mustTakePicture(access, localId(BOARD, textOf(request, 'boardId')));
    const part = await fileOf(request, incoming, LIMIT);
    const name = part.filename ?? '';
    const picture = await incoming.receiveInMemory(part.file, LIMIT, (bytes) => inspectPicture(bytes, name));
    await pictures.keep(access, id, picture);
    return reply.send({ id, width: picture.width, height: picture.height });
  };

  const give = async (
    request: FastifyRequest<Asked>,
    reply: FastifyReply,
    small: boolean,
  ): Promise<FastifyReply> => {
    const access = await door.enter(await actorOfRequest(actors, request, 'UNNOTED'));
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

  await uploadScope(app, LIMIT, log, (scope) => {
    scope.addHook('onRequest', async (request) => leaveNoName(request));
    scope.post('/boards/pictures', take);
    scope.get<Asked>('/boards/pictures/:id/thumbnail', (request, reply) => give(request, reply, true));
    scope.get<Asked>('/boards/pictures/:id', (request, reply) => give(request, reply, false));
  });
}

function textOf(request: FastifyRequest, name: string): string {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}
