// Saved replies in GraphQL. For staff who answer.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/actor.js';
import { must } from '../platform/errors.js';
import { Acting, globalId, localId } from '../platform/graphql/index.js';
import * as shapes from './replies.graphql.js';
import { canChangeReply, canUseReplies } from './replies.policy.js';
import { RepliesReads } from './replies.reads.js';
import { RepliesService } from './replies.service.js';

@Resolver(() => shapes.SavedReplyType)
export class RepliesResolver {
  constructor(
    @Inject(RepliesService) private readonly service: RepliesService,
    @Inject(RepliesReads) private readonly reads: RepliesReads,
  ) {}

  @Query(() => [shapes.SavedReplyType], { description: 'By name. Staff who answer only.' })
  async savedReplies(@Acting() actor: Actor): Promise<shapes.SavedReplyType[]> {
    must(canUseReplies(actor), 'STAFF_ONLY', 'Only staff who answer have saved replies.');
    return (await this.reads.all(actor)).map(({ id, created_by, ...row }) => ({
      ...row,
      id: globalId('reply', id),
      abilities: { change: canChangeReply(actor, created_by) },
    }));
  }

  @Mutation(() => shapes.CreateReplyPayload)
  async createReply(
    @Args('input') input: shapes.CreateReplyInput,
    @Acting() actor: Actor,
  ): Promise<shapes.CreateReplyPayload> {
    await this.service.create(actor, input);
    return { replies: await this.savedReplies(actor) };
  }

  @Mutation(() => shapes.ChangeReplyPayload, { description: 'One’s own; heads may change everybody’s.' })
  async changeReply(
    @Args('input') { replyId, version, ...reply }: shapes.ChangeReplyInput,
    @Acting() actor: Actor,
  ): Promise<shapes.ChangeReplyPayload> {
    await this.service.change(actor, localId('reply', replyId), version, reply);
    return { replies: await this.savedReplies(actor) };
  }

  @Mutation(() => shapes.DeleteReplyPayload)
  async deleteReply(
    @Args('input') { replyId, version }: shapes.DeleteReplyInput,
    @Acting() actor: Actor,
  ): Promise<shapes.DeleteReplyPayload> {
    await this.service.remove(actor, localId('reply', replyId), version);
    return { replies: await this.savedReplies(actor) };
  }
}
