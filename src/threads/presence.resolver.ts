// Who looks at a thread or writes in it: said to those who watch, kept nowhere.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/actor.js';
import { Acting, localId } from '../platform/graphql/index.js';
import * as shapes from './presence.graphql.js';
import { PresenceService } from './presence.service.js';

@Resolver()
export class PresenceResolver {
  constructor(@Inject(PresenceService) private readonly presence: PresenceService) {}

  @Mutation(() => shapes.ShowPresencePayload, {
    description:
      'Tells who watches what the viewer does with a thread; say it again every 20 seconds. Contacts hear of public writing only.',
  })
  async showPresence(
    @Args('input') { threadId, doing }: shapes.ShowPresenceInput,
    @Acting() actor: Actor,
  ): Promise<shapes.ShowPresencePayload> {
    await this.presence.show(actor, localId('thread', threadId), doing);
    return { done: true };
  }
}
