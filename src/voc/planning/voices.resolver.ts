// Who said it, where, and of which planning item they are told.
import { Inject } from '@nestjs/common';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { Acting, Ctx, type GraphqlContext, byKey } from '../../platform/graphql/index.js';
import {
  CompanyType,
  IdentityReads,
  PersonType,
  loadCompany,
  loadPersonOrNull,
} from '../../identity/index.js';
import { ThreadType, ThreadsReads, threadShape } from '../../threads/index.js';
import { PlanningItemType, PlanningVoice, PlanningVoiceConnection } from './planning.graphql.js';
import { PlanningReads } from './planning.reads.js';
import { loadPlanningItem } from './planning.shapes.js';

@Resolver(() => PlanningVoice)
export class PlanningVoiceResolver {
  constructor(
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(ThreadsReads) private readonly threads: ThreadsReads,
    @Inject(PlanningReads) private readonly reads: PlanningReads,
  ) {}

  @ResolveField(() => CompanyType, { nullable: true })
  company(@Parent() voice: PlanningVoice, @Ctx() context: GraphqlContext): Promise<CompanyType> | null {
    return voice.companyUuid ? loadCompany(context, this.identity, voice.companyUuid) : null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who asked.' })
  person(@Parent() voice: PlanningVoice, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, voice.personUuid);
  }

  @ResolveField(() => ThreadType, {
    nullable: true,
    description: 'Where they asked; null also for a planner where staff began the thread.',
  })
  async thread(@Parent() voice: PlanningVoice, @Ctx() context: GraphqlContext): Promise<ThreadType | null> {
    if (!voice.threadUuid) return null;
    const row = await context.load('thread', voice.threadUuid, async (ids) =>
      byKey(await this.threads.byIds(context.actor, ids), (each) => each.id),
    );
    return row ? threadShape(row) : null;
  }

  @ResolveField(() => PlanningItemType)
  planningItem(@Parent() voice: PlanningVoice, @Ctx() context: GraphqlContext): Promise<PlanningItemType> {
    return loadPlanningItem(context, this.reads, voice.planningItemUuid);
  }
}

@Resolver(() => PlanningVoiceConnection)
export class PlanningVoiceConnectionResolver {
  constructor(@Inject(PlanningReads) private readonly reads: PlanningReads) {}

  @ResolveField(() => Int, { description: 'How many the list has in all.' })
  async totalCount(@Parent() { filter }: PlanningVoiceConnection, @Acting() actor: Actor): Promise<number> {
    return (await this.reads.voiceCounts(actor, filter)).total;
  }
}
