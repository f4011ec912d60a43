// Changing many threads at once, in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Ctx, type GraphqlContext, globalId, localId, localIdOrNull } from '../platform/graphql/index.js';
import * as shapes from './bulk.graphql.js';
import { BulkService } from './bulk.service.js';
import { ThreadsReads } from './threads.reads.js';
import { loadThread } from './threads.shapes.js';

@Resolver()
export class BulkResolver {
  constructor(
    @Inject(BulkService) private readonly bulk: BulkService,
    @Inject(ThreadsReads) private readonly reads: ThreadsReads,
  ) {}

  @Mutation(() => shapes.ChangeThreadsPayload, {
    description: 'Assigns, tags and resolves many threads; each by itself. For staff who answer.',
  })
  async changeThreads(
    @Args('input') { threadIds, assigneeId, addTagIds, resolve }: shapes.ChangeThreadsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ChangeThreadsPayload> {
    const { changed, refused } = await this.bulk.change(
      context.actor,
      threadIds.map((id) => localId('thread', id)),
      {
        ...(assigneeId === undefined ? {} : { assigneeId: localIdOrNull('person', assigneeId) }),
        addTagIds: (addTagIds ?? []).map((id) => localId('tag', id)),
        resolve: resolve ?? false,
      },
    );
    return {
      threads: await Promise.all(changed.map((id) => loadThread(context, this.reads, id))),
      refused: refused.map(({ threadId, refusal: { code, reason, message } }) => ({
        threadId: globalId('thread', threadId),
        code,
        reason,
        message,
      })),
    };
  }
}
