// Bytes travel beside GraphQL: POST /files takes one in, GET /files/… gives one out to whoever may see it now.
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, personOf } from '../platform/actor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { found, invalid, unauthenticated } from '../platform/errors.js';
import { FileStore, Incoming, disposition, inspect, isPicture, servedAs } from '../platform/files/index.js';
import { GraphqlContext, answer, localId } from '../platform/graphql/index.js';
import { LOG, type Logger } from '../platform/observe/index.js';
import { Rates } from '../platform/rates.js';
import { ActorSource, credentialsOfRequest } from '../platform/session/index.js';
import { IdentityReads } from '../identity/index.js';
import { type AttachmentRow, AttachmentsReads } from './attachments.reads.js';
import { AttachmentsService, thumbnailOf } from './attachments.service.js';
import { attachmentShape, companyInUrls } from './attachments.shapes.js';

type Asked = { Params: { id: string }; Querystring: Record<string, unknown> };

/** Multipart's own lines around the one file. */
const ENVELOPE = 16_384;

export async function serveAttachments(app: NestFastifyApplication): Promise<void> {
  const doors = new AttachmentDoors(app);
  // A scope of its own: nothing else of the server takes multipart.
  await app.register(async (scope: FastifyInstance) => {
    scope.removeAllContentTypeParsers();
    const fileSize = doors.config.fileLimitMb * 1_048_576 + 1;
    await scope.register(multipart, { limits: { files: 1, fileSize }, throwFileSizeLimit: false });
    scope.setErrorHandler((error, _request, reply) => doors.refuse(error, reply));
    scope.post('/files', (request, reply) => doors.take(request, reply));
    scope.get<Asked>('/files/:id/thumbnail', (request, reply) => doors.give(request, reply, true));
    scope.get<Asked>('/files/:id/:name', (request, reply) => doors.give(request, reply, false));
  });
}

class AttachmentDoors {
  readonly config: Config;
  private readonly log: Logger;
  private readonly actors: ActorSource;
  private readonly rates: Rates;
  private readonly incoming: Incoming;
  private readonly files: FileStore;
  private readonly service: AttachmentsService;
  private readonly reads: AttachmentsReads;
  private readonly identity: IdentityReads;

  constructor(app: NestFastifyApplication) {
    const get = <T>(token: unknown): T => app.get<T>(token as never, { strict: false });
    this.config = get(CONFIG);
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
    // As for GraphQL: a form of a foreign page cannot send this header.
    if (!request.headers['apollo-require-preflight']) {
      throw invalid('PREFLIGHT', 'Send the header apollo-require-preflight with every upload.');
    }
    const actor = await this.actorOf(request);
    this.rates.operation(personOf(actor), request.ip, 'COMMAND');
    const { spaceId } = request.query as { spaceId?: unknown };
    const space = localId('space', typeof spaceId === 'string' ? spaceId : '');
    await this.service.mustTake(actor, space);
    if (Number(request.headers['content-length']) > this.config.fileLimitMb * 1_048_576 + ENVELOPE)
      throw this.incoming.tooLarge();
    const part = await request.file().catch(() => undefined);
    if (!part) throw noUpload();
    const file = await this.incoming.receive(part.file, (bytes) => inspect(bytes, part.filename ?? ''));
    const row = await this.service.keep(actor, space, file);
    const context = new GraphqlContext(actor, request, reply);
    return reply.send(attachmentShape(row, await companyInUrls(context, this.identity)));
  }

  async give(request: FastifyRequest<Asked>, reply: FastifyReply, small: boolean): Promise<FastifyReply> {
    const row = found(
      await this.reads.one(await this.actorOf(request), localId('attachment', request.params.id)),
    );
    const etag = `"${row.sha256.slice(0, 32)}${small ? '-small' : ''}"`;
    guard(reply).header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    const bytes = found(await this.files.get(small ? thumbnailOf(row.id) : row.id));
    return describe(reply, row, small).send(bytes);
  }

  refuse(error: unknown, reply: FastifyReply): FastifyReply {
    const { statusCode = 500 } = error as { statusCode?: number };
    // Below 500 it is Fastify's own complaint of a request that is no upload.
    return answer(reply, statusCode < 500 ? noUpload() : error, this.log);
  }

  /** An <img> sends no header: its company stands in the address. */
  private async actorOf(request: FastifyRequest): Promise<Actor> {
    const credentials = credentialsOfRequest(request);
    const { company } = request.query as { company?: unknown };
    const named = typeof company === 'string' && company ? company.slice(0, 60) : null;
    const actor = await this.actors.actorOf({ ...credentials, company: credentials.company ?? named });
    if (actor.kind === 'anonymous' || actor.kind === 'guest') throw unauthenticated();
    return actor;
  }
}

const noUpload = () => invalid('FILE', 'Send one file as multipart/form-data.', 'file');

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
