// What a notification leads to: fields that threads add to it, each through the ordinary read of threads.
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Refusal } from '../platform/errors.js';
import { Ctx, type GraphqlContext, byKey } from '../platform/graphql/index.js';
import { NotificationType } from '../notifications/index.js';
import { firstLineOf } from './thread.entity.js';
import { ThreadType } from './threads.graphql.js';
import { ThreadsReads } from './threads.reads.js';
import { loadThread } from './threads.shapes.js';

@Resolver(() => NotificationType)
export class NotificationThreadResolver {
  constructor(@Inject(ThreadsReads) private readonly reads: ThreadsReads) {}

  @ResolveField(() => ThreadType, { nullable: true, description: 'Null when the viewer no longer sees it.' })
  async thread(
    @Parent() notification: NotificationType,
    @Ctx() context: GraphqlContext,
  ): Promise<ThreadType | null> {
    if (notification.subjectType !== 'thread') return null;
    try {
      return await loadThread(context, this.reads, notification.subjectUuid);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The first line of what was said, as far as the viewer sees it; null when nothing was.',
  })
  async excerpt(
    @Parent() { causeUuid }: NotificationType,
    @Ctx() context: GraphqlContext,
  ): Promise<string | null> {
    const entry = await context.load('entryText', causeUuid, async (ids) =>
      byKey(
        [
          ...(await this.reads.messagesByIds(context.actor, ids)),
          ...(await this.reads.notesByIds(context.actor, ids)),
        ],
        (each) => each.id,
      ),
    );
    return entry && !entry.deleted_at && entry.body ? firstLineOf(entry.body) : null;
  }
}
