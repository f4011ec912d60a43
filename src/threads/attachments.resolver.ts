// Attachments in GraphQL: what hangs on a message and on a note.
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type GraphqlContext, groupBy } from '../platform/graphql/index.js';
import { IdentityReads } from '../identity/index.js';
import { AttachmentType } from './attachments.graphql.js';
import { type AttachmentRow, AttachmentsReads } from './attachments.reads.js';
import { attachmentShape, companyInUrls } from './attachments.shapes.js';
import { MessageType, NoteType } from './entries.graphql.js';

@Resolver(() => MessageType)
export class MessageAttachmentsResolver {
  constructor(
    @Inject(AttachmentsReads) private readonly reads: AttachmentsReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
  ) {}

  @ResolveField(() => [AttachmentType], { description: 'None once the message is deleted.' })
  async attachments(
    @Parent() message: MessageType,
    @Ctx() context: GraphqlContext,
  ): Promise<AttachmentType[]> {
    const rows = await context.load('messageAttachments', message.uuid, async (ids) =>
      groupBy(await this.reads.ofMessages(context.actor, ids), (row) => row.message_id),
    );
    return shown(context, this.identity, rows);
  }
}

@Resolver(() => NoteType)
export class NoteAttachmentsResolver {
  constructor(
    @Inject(AttachmentsReads) private readonly reads: AttachmentsReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
  ) {}

  @ResolveField(() => [AttachmentType], { description: 'None once the note is deleted.' })
  async attachments(@Parent() note: NoteType, @Ctx() context: GraphqlContext): Promise<AttachmentType[]> {
    const rows = await context.load('noteAttachments', note.uuid, async (ids) =>
      groupBy(await this.reads.ofNotes(context.actor, ids), (row) => row.note_id),
    );
    return shown(context, this.identity, rows);
  }
}

async function shown(
  context: GraphqlContext,
  identity: IdentityReads,
  rows: AttachmentRow[] | null,
): Promise<AttachmentType[]> {
  if (!rows?.length) return [];
  const company = await companyInUrls(context, identity);
  return rows.map((row) => attachmentShape(row, company));
}
