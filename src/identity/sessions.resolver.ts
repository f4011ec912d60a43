// Where one is signed in, and ending it there.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/actor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Acting, Ctx, type GraphqlContext, globalId, localId } from '../platform/graphql/index.js';
import { dropCookie } from '../platform/session/index.js';
import { deviceOf } from './devices.js';
import { IdentityReads } from './identity.reads.js';
import { loadPerson } from './identity.shapes.js';
import * as shapes from './sessions.graphql.js';
import { type SessionRow, SessionsService } from './sessions.service.js';

const sessionShape = (actor: Actor, row: SessionRow): shapes.SessionType => ({
  id: globalId('session', row.id),
  ...deviceOf(row.user_agent),
  createdAt: row.created_at,
  lastUsedOn: row.last_used_on,
  current: isOwn(actor, row.id),
});

const isOwn = (actor: Actor, sessionId: string): boolean =>
  'sessionId' in actor && actor.sessionId === sessionId;

@Resolver(() => shapes.SessionType)
export class SessionsResolver {
  constructor(
    @Inject(SessionsService) private readonly service: SessionsService,
    @Inject(IdentityReads) private readonly reads: IdentityReads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => [shapes.SessionType], { description: 'One’s own, newest first.' })
  async mySessions(@Acting() actor: Actor): Promise<shapes.SessionType[]> {
    return (await this.service.mine(actor)).map((row) => sessionShape(actor, row));
  }

  @Mutation(() => shapes.EndSessionPayload, {
    description: 'Signs out one of one’s own devices; its live connection closes within a second.',
  })
  async endSession(
    @Args('input') input: shapes.EndSessionInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.EndSessionPayload> {
    const { actor, reply } = context;
    const id = localId('session', input.id);
    await this.service.end(actor, id);
    if (reply && isOwn(actor, id)) dropCookie(reply, this.config);
    return { sessions: await this.mySessions(actor) };
  }

  @Mutation(() => shapes.EndOtherSessionsPayload, { description: 'Signs out everywhere but here.' })
  async endOtherSessions(@Acting() actor: Actor): Promise<shapes.EndOtherSessionsPayload> {
    await this.service.endOthers(actor);
    return { sessions: await this.mySessions(actor) };
  }

  @Mutation(() => shapes.EndPersonSessionsPayload, {
    description: 'Signs somebody out everywhere. For administrators.',
  })
  async endPersonSessions(
    @Args('input') input: shapes.EndPersonSessionsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.EndPersonSessionsPayload> {
    const id = await this.service.endAllOf(context.actor, localId('person', input.personId));
    return { person: await loadPerson(context, this.reads, id) };
  }
}
