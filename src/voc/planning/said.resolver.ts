// You said, we did, the roadmap, and what a message tells of, in GraphQL.
import { Inject } from '@nestjs/common';
import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { Acting, Ctx, type GraphqlContext, byKey, globalId, groupBy } from '../../platform/graphql/index.js';
import { CompanyType } from '../../identity/index.js';
import { MessageType, ThreadType, ThreadsReads, threadShape } from '../../threads/index.js';
import type { PlanningState } from './planning-item.entity.js';
import { PlanningNews, RoadmapEntry, Said, type SaidPlan } from './said.graphql.js';
import { SaidReads, type WordsRow } from './said.reads.js';

const planOf = (id: string, state: PlanningState, row: WordsRow): SaidPlan => ({
  id: globalId('planningitem', id),
  state,
  titleKo: row.title_ko,
  titleEn: row.title_en,
  bodyKo: row.body_ko,
  bodyEn: row.body_en,
  release: row.release,
  decidedAt: row.decided_at,
});

@Resolver(() => CompanyType)
export class CompanySaidResolver {
  constructor(@Inject(SaidReads) private readonly reads: SaidReads) {}

  @ResolveField(() => [Said], {
    description:
      'You said, we did: what counts of this company and asks for a change, stands in a need or behind a planning item; the newest 300.',
  })
  async youSaid(@Parent() company: CompanyType, @Ctx() context: GraphqlContext): Promise<Said[]> {
    const rows = await context.load('youSaid', company.uuid, async (ids) =>
      groupBy(await this.reads.said(context.actor, ids), (row) => row.company_id),
    );
    return (rows ?? []).map((row) => ({
      channel: row.channel,
      occurredAt: row.occurred_at,
      plan: row.plan_id && row.state ? planOf(row.plan_id, row.state, row) : null,
      toldAt: row.told_at,
      threadUuid: row.thread_id,
    }));
  }
}

@Resolver(() => Said)
export class SaidResolver {
  constructor(@Inject(ThreadsReads) private readonly threads: ThreadsReads) {}

  @ResolveField(() => ThreadType, {
    nullable: true,
    description: 'Where they said it; null when it came by another road, or the viewer cannot see it.',
  })
  async thread(@Parent() said: Said, @Ctx() context: GraphqlContext): Promise<ThreadType | null> {
    if (!said.threadUuid) return null;
    const row = await context.load('thread', said.threadUuid, async (ids) =>
      byKey(await this.threads.byIds(context.actor, ids), (each) => each.id),
    );
    return row ? threadShape(row) : null;
  }
}

@Resolver()
export class RoadmapResolver {
  constructor(@Inject(SaidReads) private readonly reads: SaidReads) {}

  @Query(() => [RoadmapEntry], {
    description: 'What planners opened for contacts, without what was declined; not yet shipped first.',
  })
  async roadmap(@Acting() actor: Actor): Promise<RoadmapEntry[]> {
    return (await this.reads.roadmap(actor)).map((row) => planOf(row.id, row.state, row));
  }
}

@Resolver(() => MessageType)
export class MessagePlanningResolver {
  constructor(@Inject(SaidReads) private readonly reads: SaidReads) {}

  @ResolveField(() => PlanningNews, {
    nullable: true,
    description: 'The decision that this message tells of, because somebody asked for it here.',
  })
  async planning(
    @Parent() message: MessageType,
    @Ctx() context: GraphqlContext,
  ): Promise<PlanningNews | null> {
    // Ordinary words cost nothing.
    if (!message.automatic) return null;
    const row = await context.load('planningNews', message.uuid, async (ids) =>
      byKey(await this.reads.news(context.actor, ids), (each) => each.message_id),
    );
    if (!row) return null;
    return {
      decision: row.decision,
      titleKo: row.title_ko,
      titleEn: row.title_en,
      planningItemId: row.plan_id ? globalId('planningitem', row.plan_id) : null,
    };
  }
}
