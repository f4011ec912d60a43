// Fields of what stands in a thread's timeline, threads of a space, and live hints.
import { Inject } from '@nestjs/common';
import { Args, Int, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { type Actor, isStaff } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { unauthenticated, must } from '../platform/errors.js';
import { Hub } from '../platform/events/index.js';
import { Acting, Ctx, type GraphqlContext, byKey, globalId, groupBy } from '../platform/graphql/index.js';
import { IdentityReads, PersonType, loadPerson, loadPersonOrNull, personTopic } from '../identity/index.js';
import { SpaceType, STAFF_TOPIC, spaceTopic } from '../spaces/index.js';
import type { Doing } from './presence.js';
import * as entries from './entries.graphql.js';
import { Hint } from './hints.graphql.js';
import * as shapes from './threads.graphql.js';
import { canDeleteMessage, canEditMessage, canEditNote, canReadHistory } from './threads.policy.js';
import { ThreadsReads } from './threads.reads.js';
import { ThreadsResolver } from './threads.resolver.js';

@Resolver(() => entries.MessageType)
export class MessageResolver {
  constructor(
    @Inject(ThreadsReads) private readonly reads: ThreadsReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
  ) {}

  @ResolveField(() => PersonType)
  author(@Parent() message: entries.MessageType, @Ctx() context: GraphqlContext): Promise<PersonType> {
    return loadPerson(context, this.identity, message.authorUuid);
  }

  @ResolveField(() => entries.MessageAbilities)
  abilities(@Parent() message: entries.MessageType, @Acting() actor: Actor): entries.MessageAbilities {
    const row = {
      authorId: message.authorUuid,
      spaceId: message.spaceUuid,
      deletedAt: message.deletedAt ?? null,
      side: message.side,
    };
    return { edit: canEditMessage(actor, row), delete: canDeleteMessage(actor, row) };
  }

  @ResolveField(() => [entries.Revision], {
    nullable: true,
    description: 'Earlier texts. Staff who answer only.',
  })
  async revisions(
    @Parent() message: entries.MessageType,
    @Ctx() context: GraphqlContext,
  ): Promise<entries.Revision[]> {
    must(canReadHistory(context.actor), 'STAFF_ONLY', 'Only staff read the history.');
    const rows = await context.load('messageRevisions', message.uuid, async (ids) =>
      groupBy(await this.reads.messageRevisions(context.actor, ids), (row) => row.entry_id),
    );
    return (rows ?? []).map((row) => ({ version: row.version, body: row.body, replacedAt: row.replaced_at }));
  }
}

@Resolver(() => entries.NoteType)
export class NoteResolver {
  constructor(@Inject(IdentityReads) private readonly identity: IdentityReads) {}

  @ResolveField(() => PersonType)
  author(@Parent() note: entries.NoteType, @Ctx() context: GraphqlContext): Promise<PersonType> {
    return loadPerson(context, this.identity, note.authorUuid);
  }

  @ResolveField(() => entries.MessageAbilities)
  abilities(@Parent() note: entries.NoteType, @Acting() actor: Actor): entries.MessageAbilities {
    const may = canEditNote(actor, { authorId: note.authorUuid, deletedAt: note.deletedAt ?? null });
    return { edit: may, delete: may };
  }
}

@Resolver(() => entries.ThreadChangeType)
export class ThreadChangeResolver {
  constructor(@Inject(IdentityReads) private readonly identity: IdentityReads) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Null: the calendar.' })
  actor(
    @Parent() change: entries.ThreadChangeType,
    @Ctx() context: GraphqlContext,
  ): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, change.actorUuid);
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'The new assignee; null when the state changed, or nobody takes care now.',
  })
  assignee(
    @Parent() change: entries.ThreadChangeType,
    @Ctx() context: GraphqlContext,
  ): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, change.assigneeUuid);
  }
}

const USUAL_DAYS = 90;

@Resolver(() => SpaceType)
export class SpaceThreadsResolver {
  constructor(
    @Inject(ThreadsResolver) private readonly resolver: ThreadsResolver,
    @Inject(ThreadsReads) private readonly reads: ThreadsReads,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Minutes in which half of the questions of the last 90 days got their first answer; null for fewer than three.',
  })
  async usualAnswer(@Parent() space: SpaceType, @Ctx() context: GraphqlContext): Promise<number | null> {
    const since = new Date(this.clock.now().getTime() - USUAL_DAYS * 86_400_000);
    const row = await context.load('usualAnswer', space.uuid, async (ids) =>
      byKey(await this.reads.usualAnswers(context.actor, ids, since), (each) => each.space_id),
    );
    return row?.minutes ?? null;
  }

  @ResolveField(() => shapes.ThreadConnection, { description: 'Threads of this space.' })
  threads(
    @Parent() space: SpaceType,
    @Args() args: shapes.ThreadsArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.ThreadConnection> {
    return this.resolver.threads({ ...args, spaceId: globalId('space', space.uuid) }, actor);
  }
}

type RawHint = {
  kind: string;
  threadId?: string;
  spaceId?: string;
  personId?: string;
  personName?: string;
  doing?: Doing;
};

@Resolver()
export class HintsResolver {
  constructor(@Inject(Hub) private readonly hub: Hub) {}

  /** The topics follow from who watches, so that nobody can ask for another's. */
  @Subscription(() => Hint, {
    description:
      'Everything that changes where the viewer may look: read again what the hint names. READY comes first: what changes after it is heard. RESYNC: anything may have changed.',
    resolve: (hint: RawHint): Hint => ({
      kind: hint.kind,
      threadId: hint.threadId ? globalId('thread', hint.threadId) : null,
      spaceId: hint.spaceId ? globalId('space', hint.spaceId) : null,
      personId: hint.personId ? globalId('person', hint.personId) : null,
      personName: hint.personName ?? null,
      doing: hint.doing ?? null,
    }),
  })
  hints(@Acting() actor: Actor): AsyncIterableIterator<object> {
    if (actor.kind === 'anonymous' || actor.kind === 'guest' || actor.kind === 'system')
      throw unauthenticated();
    const topics = [personTopic(actor.personId)];
    if (isStaff(actor)) topics.push(STAFF_TOPIC);
    else if (actor.spaceId) topics.push(spaceTopic(actor.spaceId));
    return this.hub.watch(topics, actor.sessionEnds);
  }
}
