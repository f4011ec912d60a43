// Changing many threads at once, in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Ctx, type GraphqlContext, globalId, localId, localIdOrNull } from '../platform/graphql/index.js';
import * as shapes from './bulk.graphql.js';
import { BulkUndoService } from './bulk-undo.service.js';
import { type BulkOutcome, BulkService } from './bulk.service.js';
import { ThreadsReads } from './threads.reads.js';
import { loadThread } from './threads.shapes.js';

@Resolver()
export class BulkResolver {
  constructor(
    @Inject(BulkService) private readonly bulk: BulkService,
    @Inject(BulkUndoService) private readonly undone: BulkUndoService,
    @Inject(ThreadsReads) private readonly reads: ThreadsReads,
  ) {}

  @Mutation(() => shapes.ChangeThreadsPayload, {
    description: 'Assigns, tags and resolves many threads; each by itself. For staff who answer.',
  })
  async changeThreads(
    @Args('input') { threadIds, assigneeId, addTagIds, resolve }: shapes.ChangeThreadsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ChangeThreadsPayload> {
    const outcome = await this.bulk.change(
      context.actor,
      threadIds.map((id) => localId('thread', id)),
      {
        ...(assigneeId === undefined ? {} : { assigneeId: localIdOrNull('person', assigneeId) }),
        addTagIds: (addTagIds ?? []).map((id) => localId('tag', id)),
        resolve: resolve ?? false,
      },
    );
    const { changeId } = outcome;
    return {
      ...(await this.told(context, outcome)),
      changeId: changeId === null ? null : globalId('deskchange', changeId),
    };
  }

  @Mutation(() => shapes.UndoThreadChangesPayload, {
    description:
      'Makes threads exactly as they were before one’s own changeThreads, where nobody changed them since.',
  })
  async undoThreadChanges(
    @Args('input') { changeId }: shapes.UndoThreadChangesInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.UndoThreadChangesPayload> {
    return this.told(context, await this.undone.undo(context.actor, localId('deskchange', changeId)));
  }

  private async told(
    context: GraphqlContext,
    { changed, refused }: Pick<BulkOutcome, 'changed' | 'refused'>,
  ): Promise<shapes.UndoThreadChangesPayload> {
    return {
      threads: await Promise.all(changed.map((id) => loadThread(context, this.reads, id))),
      refused: await Promise.all(
        refused.map(async ({ threadId, refusal: { code, reason, message } }) => ({
          threadId: globalId('thread', threadId),
          thread: await loadThread(context, this.reads, threadId).catch(() => null),
          code,
          reason,
          message,
        })),
      ),
    };
  }
}
