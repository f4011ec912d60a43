// Writing in threads, in GraphQL: messages to both sides, notes among staff.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Ctx, type GraphqlContext, Nodes, localId } from '../platform/graphql/index.js';
import { DeskService } from './desk.service.js';
import * as shapes from './entries.graphql.js';
import type { ThreadType } from './threads.graphql.js';
import { ThreadsReads } from './threads.reads.js';
import { ThreadsService } from './threads.service.js';
import { loadMessage, loadNote, loadThread, uploadIds } from './threads.shapes.js';

@Resolver()
export class WritingResolver {
  constructor(
    @Inject(ThreadsService) private readonly threads: ThreadsService,
    @Inject(DeskService) private readonly desk: DeskService,
    @Inject(ThreadsReads) private readonly reads: ThreadsReads,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('message', 'Message', (context, id) => loadMessage(context, this.reads, id));
    nodes.register('note', 'Note', (context, id) => loadNote(context, this.reads, id));
  }

  @Mutation(() => shapes.PostMessagePayload, {
    description: 'Posts a public message. After CLOSED it opens a thread that follows.',
  })
  async postMessage(
    @Args('input') input: shapes.PostMessageInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.PostMessagePayload> {
    const { threadId, idempotencyKey: key, body, attachmentIds, afterwards, reopens, mentionIds } = input;
    const id = await this.threads.post(context.actor, {
      threadId: localId('thread', threadId),
      body,
      attachmentIds: uploadIds(attachmentIds),
      afterwards: afterwards ?? null,
      reopens: reopens ?? null,
      mentionIds: mentionIds?.map((id) => localId('person', id)) ?? [],
      key,
    });
    return this.withMessage(context, id);
  }

  @Mutation(() => shapes.EditMessagePayload, {
    description: 'One’s own words; the earlier text stays in the history.',
  })
  async editMessage(
    @Args('input') { messageId, version, body }: shapes.EditMessageInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.EditMessagePayload> {
    return this.withMessage(
      context,
      await this.threads.edit(context.actor, localId('message', messageId), version, body),
    );
  }

  @Mutation(() => shapes.DeleteMessagePayload, { description: 'Leaves a tombstone.' })
  async deleteMessage(
    @Args('input') { messageId, version }: shapes.DeleteMessageInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.DeleteMessagePayload> {
    return this.withMessage(
      context,
      await this.threads.remove(context.actor, localId('message', messageId), version),
    );
  }

  @Mutation(() => shapes.WriteNotePayload, {
    description: 'Writes an internal note; contacts never see it, nor that there is one.',
  })
  async writeNote(
    @Args('input') input: shapes.WriteNoteInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.WriteNotePayload> {
    const { threadId, idempotencyKey: key, body, attachmentIds, openToPlanners, mentionIds } = input;
    return this.withNote(
      context,
      await this.desk.writeNote(context.actor, {
        threadId: localId('thread', threadId),
        body,
        attachmentIds: uploadIds(attachmentIds),
        openToPlanners,
        mentionIds: mentionIds?.map((id) => localId('person', id)) ?? [],
        key,
      }),
    );
  }

  @Mutation(() => shapes.EditNotePayload)
  async editNote(
    @Args('input') input: shapes.EditNoteInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.EditNotePayload> {
    const { noteId, version, body, openToPlanners } = input;
    return this.withNote(
      context,
      await this.desk.editNote(context.actor, localId('note', noteId), version, body, openToPlanners),
    );
  }

  @Mutation(() => shapes.DeleteNotePayload)
  async deleteNote(
    @Args('input') { noteId, version }: shapes.DeleteNoteInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.DeleteNotePayload> {
    return this.withNote(
      context,
      await this.desk.removeNote(context.actor, localId('note', noteId), version),
    );
  }

  private async withMessage(
    context: GraphqlContext,
    id: string,
  ): Promise<{ thread: ThreadType; message: shapes.MessageType }> {
    const message = await loadMessage(context, this.reads, id);
    return { message, thread: await loadThread(context, this.reads, message.threadUuid) };
  }

  private async withNote(
    context: GraphqlContext,
    id: string,
  ): Promise<{ thread: ThreadType; note: shapes.NoteType }> {
    const note = await loadNote(context, this.reads, id);
    return { note, thread: await loadThread(context, this.reads, note.threadUuid) };
  }
}
