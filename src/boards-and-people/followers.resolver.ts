// Following in GraphQL: said by name, so it stands with what names people and never beside what is asked of a board.
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type GraphqlContext, globalId, localId } from '../platform/graphql/index.js';
import { NotificationType } from '../notifications/index.js';
import * as shapes from './followers.graphql.js';
import { FollowersService } from './followers.service.js';

const THREAD = 'boardthread';

@Resolver()
export class FollowersResolver {
  constructor(@Inject(FollowersService) private readonly service: FollowersService) {}

  @Query(() => Boolean, {
    description: 'Whether the viewer hears of a thread. INVALID ANONYMOUS_BOARD where nobody keeps that.',
  })
  followsBoardThread(
    @Args('threadId', { type: () => ID }) threadId: string,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<boolean> {
    return this.service.follows(actor, localId(THREAD, threadId));
  }

  @Mutation(() => shapes.FollowBoardThreadPayload, {
    description:
      'Hear of what is said in a thread on a board with names, or no longer. INVALID ANONYMOUS_BOARD on others.',
  })
  async followBoardThread(
    @Args('input') { threadId, following }: shapes.FollowBoardThreadInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<shapes.FollowBoardThreadPayload> {
    await this.service.follow(actor, localId(THREAD, threadId), following);
    return { threadId, following };
  }
}

@Resolver(() => NotificationType)
export class NotificationBoardResolver {
  constructor(@Inject(FollowersService) private readonly service: FollowersService) {}

  @ResolveField(() => shapes.FollowedBoardThread, {
    nullable: true,
    description: 'Null when the viewer no longer sees it.',
  })
  async boardThread(
    @Parent() { subjectType, subjectUuid }: NotificationType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.FollowedBoardThread | null> {
    if (subjectType !== THREAD) return null;
    const thread = await context.load('followedBoardThread', subjectUuid, (ids) =>
      this.service.threads(context.actor, ids),
    );
    if (!thread) return null;
    return {
      id: globalId(THREAD, thread.id),
      boardId: globalId('board', thread.board_id),
      boardName: thread.board_name,
      title: thread.title || null,
    };
  }
}
