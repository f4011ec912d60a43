// What a notification of a training leads to, through the ordinary read of sessions.
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Refusal } from '../../platform/errors.js';
import { Ctx, type GraphqlContext } from '../../platform/graphql/index.js';
import { NotificationType } from '../../notifications/index.js';
import { TrainingSessionType } from './sessions.graphql.js';
import { SessionsReads } from './sessions.reads.js';
import { loadSession } from './sessions.shapes.js';

@Resolver(() => NotificationType)
export class NotificationSessionResolver {
  constructor(@Inject(SessionsReads) private readonly reads: SessionsReads) {}

  @ResolveField(() => TrainingSessionType, {
    nullable: true,
    description: 'Null when the viewer no longer sees it.',
  })
  async trainingSession(
    @Parent() notification: NotificationType,
    @Ctx() context: GraphqlContext,
  ): Promise<TrainingSessionType | null> {
    if (notification.subjectType !== 'trainingsession') return null;
    try {
      return await loadSession(context, this.reads, notification.subjectUuid);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }
}
