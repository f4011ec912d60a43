// Bytes of materials travel beside GraphQL: POST /training/files takes one in, GET gives one out to whoever may see it now.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, personOf } from '../../platform/actor.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { found } from '../../platform/errors.js';
import {
  FileStore,
  Incoming,
  type Inspected,
  disposition,
  fileOf,
  inspect,
  isPicture,
  mustBePreflighted,
  servedAs,
  uploadScope,
} from '../../platform/files/index.js';
import { localId } from '../../platform/graphql/index.js';
import { LOG, type Logger } from '../../platform/observe/index.js';
import { Rates } from '../../platform/rates.js';
import { ActorSource, actorOfRequest } from '../../platform/session/index.js';
import { CourseFilesService } from './course-files.service.js';
import { CoursesReads } from './courses.reads.js';
import { fileShape } from './courses.shapes.js';

type Asked = { Params: { id: string }; Querystring: Record<string, unknown> };

/** Files of one kind: where they are sent, and who may send and see them. */
export type TrainingFiles = {
  path: string;
  word: string;
  /** Asked before the first byte is read. */
  mustTake: (actor: Actor) => void | Promise<void>;
  keep: (actor: Actor, file: Inspected) => Promise<object>;
  find: (
    actor: Actor,
    id: string,
  ) => Promise<{ id: string; name: string; media_type: string; bytes: number; sha256: string } | null>;
};

export async function serveCourseFiles(app: NestFastifyApplication): Promise<void> {
  const service = app.get(CourseFilesService, { strict: false });
  const reads = app.get(CoursesReads, { strict: false });
  await serveTrainingFiles(app, {
    path: '/training/files',
    word: 'coursefile',
    mustTake: (actor) => service.mustTake(actor),
    keep: async (actor, file) => fileShape(await service.keep(actor, file), null),
    find: (actor, id) => reads.file(actor, id),
  });
}

export async function serveTrainingFiles(app: NestFastifyApplication, kind: TrainingFiles): Promise<void> {
  const get = <T>(token: unknown): T => app.get<T>(token as never, { strict: false });
  const config = get<Config>(CONFIG);
  const log = get<Logger>(LOG);
  const rates = get<Rates>(Rates);
  const incoming = get<Incoming>(Incoming);
  const files = get<FileStore>(FileStore);
  const actors = get<ActorSource>(ActorSource);
  const largest = config.fileLimitMb * 1_048_576;

  const take = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    mustBePreflighted(request);
    const actor = await actorOfRequest(actors, request);
    rates.operation(personOf(actor), request.ip, 'COMMAND');
    await kind.mustTake(actor);
    const part = await fileOf(request, incoming, largest);
    const file = await incoming.receive(part.file, (bytes) => inspect(bytes, part.filename ?? ''));
    return reply.send(await kind.keep(actor, file));
  };

  const give = async (request: FastifyRequest<Asked>, reply: FastifyReply): Promise<FastifyReply> => {
    const actor = await actorOfRequest(actors, request);
    const row = found(await kind.find(actor, localId(kind.word, request.params.id)));
    const etag = `"${row.sha256.slice(0, 32)}"`;
    // Whatever the bytes are: they run nowhere, are believed to be nothing else, and are asked for anew every time.
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', 'private, no-cache')
      .header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply
      .type(servedAs(row.media_type))
      .header('content-length', row.bytes)
      .header(
        'content-disposition',
        disposition(isPicture(row.media_type) ? 'inline' : 'attachment', row.name),
      )
      .send(found(await files.get(row.id)));
  };

  await uploadScope(app, largest, log, (scope) => {
    scope.post(kind.path, take);
    scope.get<Asked>(`${kind.path}/:id/:name`, give);
  });
}
