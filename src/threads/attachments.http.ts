// Bytes travel beside GraphQL: POST /files takes one in, GET /files/… gives one out to whoever may see it now.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { personOf } from '../platform/actor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { found } from '../platform/errors.js';
import {
  FileStore,
  Incoming,
  disposition,
  fileOf,
  inspect,
  isPicture,
  mustBePreflighted,
  servedAs,
  uploadScope,
} from '../platform/files/index.js';
import { GraphqlContext, localId } from '../platform/graphql/index.js';
import { LOG, type Logger } from '../platform/observe/index.js';
import { Rates } from '../platform/rates.js';
import { ActorSource, actorOfRequest } from '../platform/session/index.js';
import { IdentityReads } from '../identity/index.js';
import { type AttachmentRow, AttachmentsReads } from './attachments.reads.js';
import { AttachmentsService, thumbnailOf } from './attachments.service.js';
import { attachmentShape, companyInUrls } from './attachments.shapes.js';

type Asked = { Params: { id: string }; Querystring: Record<string, unknown> };

export async function serveAttachments(app: NestFastifyApplication): Promise<void> {
  const doors = new AttachmentDoors(app);
  await uploadScope(app, doors.limit, doors.log, (scope) => {
    scope.post('/files', (request, reply) => doors.take(request, reply));
    scope.get<Asked>('/files/:id/thumbnail', (request, reply) => doors.give(request, reply, true));
    scope.get<Asked>('/files/:id/:name', (request, reply) => doors.give(request, reply, false));
  });
}

class AttachmentDoors {
  /** Bytes. */
  readonly limit: number;
  readonly log: Logger;
  private readonly actors: ActorSource;
  private readonly rates: Rates;
  private readonly incoming: Incoming;
  private readonly files: FileStore;
  private readonly service: AttachmentsService;
  private readonly reads: AttachmentsReads;
  private readonly identity: IdentityReads;

  constructor(app: NestFastifyApplication) {
    const get = <T>(token: unknown): T => app.get<T>(token as never, { strict: false });
    this.limit = get<Config>(CONFIG).fileLimitMb * 1_048_576;
    this.log = get(LOG);
    this.actors = get(ActorSource);
    this.rates = get(Rates);
    this.incoming = get(Incoming);
    this.files = get(FileStore);
    this.service = get(AttachmentsService);
    this.reads = get(AttachmentsReads);
    this.identity = get(IdentityReads);
  }

  async take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    mustBePreflighted(request);
    const actor = await actorOfRequest(this.actors, request);
    this.rates.operation(personOf(actor), request.ip, 'COMMAND');
    const { spaceId } = request.query as { spaceId?: unknown };
    const space = localId('space', typeof spaceId === 'string' ? spaceId : '');
    await this.service.mustTake(actor, space);
    const part = await fileOf(request, this.incoming, this.limit);
    const file = await this.incoming.receive(part.file, (bytes) => inspect(bytes, part.filename ?? ''));
    const row = await this.service.keep(actor, space, file);
    const context = new GraphqlContext(actor, request, reply);
    return reply.send(attachmentShape(row, await companyInUrls(context, this.identity)));
  }

  async give(request: FastifyRequest<Asked>, reply: FastifyReply, small: boolean): Promise<FastifyReply> {
    const row = found(
      await this.reads.one(
        await actorOfRequest(this.actors, request),
        localId('attachment', request.params.id),
      ),
    );
    const etag = `"${row.sha256.slice(0, 32)}${small ? '-small' : ''}"`;
    guard(reply).header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    const bytes = found(await this.files.get(small ? thumbnailOf(row.id) : row.id));
    return describe(reply, row, small).send(bytes);
  }
}

/** Whatever the bytes are: they run nowhere, are believed to be nothing else, and are asked for anew every time. */
const guard = (reply: FastifyReply): FastifyReply =>
  reply
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-cache');

function describe(reply: FastifyReply, row: AttachmentRow, small: boolean): FastifyReply {
  if (small) return reply.type('image/webp').header('content-disposition', 'inline');
  const kind = isPicture(row.media_type) ? 'inline' : 'attachment';
  return reply
    .type(servedAs(row.media_type))
    .header('content-length', row.bytes)
    .header('content-disposition', disposition(kind, row.name));
}
