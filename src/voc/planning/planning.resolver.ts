// Planning items in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { found, must } from '../../platform/errors.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  Nodes,
  byKey,
  globalId,
  groupBy,
  localId,
  localIdOrNull,
  toPage,
} from '../../platform/graphql/index.js';
import { weekName } from '../../platform/week.js';
import { IdentityReads, PersonType, loadPerson, loadPersonOrNull } from '../../identity/index.js';
import { type Decision, isDecision } from './planning-item.entity.js';
import * as shapes from './planning.graphql.js';
import { canPlan, canReadPlanning } from './planning.policy.js';
import { type PlanningFilter, PlanningReads, type VoiceFilter } from './planning.reads.js';
import { PlanningService } from './planning.service.js';
import { linkShape, loadPlanningItem, planningShape } from './planning.shapes.js';
import { PlanningVoices } from './voices.js';
import { parseQuarter } from './quarters.js';

/** The decision of which the list of who is told speaks. */
const decisionOf = (item: shapes.PlanningItemType, wanted?: Decision | null): Decision =>
  wanted ?? (isDecision(item.state) ? item.state : 'SHIPPED');

const voicesOf = (item: shapes.PlanningItemType, args: Partial<shapes.PlanningVoicesArgs>): VoiceFilter => ({
  planningItemId: item.uuid,
  decision: decisionOf(item, args.decision),
  decidedFrom: null,
  decidedBefore: null,
  category: null,
  companyId: null,
  told: args.told ?? null,
});

/** Undefined stays as it is, an empty text is none. */
const text = (value: string | null | undefined): string | null | undefined =>
  value === undefined ? undefined : value || null;

const given = <Wishes extends object>(wishes: Wishes): Wishes =>
  Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined)) as Wishes;

@Resolver(() => shapes.PlanningItemType)
export class PlanningResolver {
  constructor(
    @Inject(PlanningService) private readonly service: PlanningService,
    @Inject(PlanningReads) private readonly reads: PlanningReads,
    @Inject(PlanningVoices) private readonly voiceLists: PlanningVoices,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('planningitem', 'PlanningItem', (context, id) =>
      canReadPlanning(context.actor) ? loadPlanningItem(context, this.reads, id) : Promise.resolve(null),
    );
  }

  @Query(() => shapes.PlanningItemConnection, {
    description: 'Staff only. The last that was decided or made first.',
  })
  async planningItems(
    @Args() args: shapes.PlanningItemsArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.PlanningItemConnection> {
    must(canReadPlanning(actor), 'STAFF_ONLY', 'Only staff read planning.');
    const quarter = args.quarter ? parseQuarter(await this.reads.zone(actor), args.quarter) : null;
    const filter: PlanningFilter = {
      state: args.state ?? null,
      kind: args.kind ?? null,
      needId: localIdOrNull('need', args.needId),
      search: args.search?.trim() || null,
      decidedFrom: quarter?.from ?? null,
      decidedBefore: quarter?.before ?? null,
      withVoc: args.withVoc ?? null,
    };
    const list = { name: 'planningItems', filter: [filter] };
    const position = args.after ? this.cursors.decode(list, args.after) : null;
    const after = position ? ([String(position[0]), String(position[1])] as [string, string]) : null;
    const rows = await this.reads.list(actor, filter, args.first, after);
    return {
      ...toPage(
        this.cursors,
        list,
        args.first,
        rows,
        (row) => [(row.decided_at ?? row.created_at).toISOString(), row.id],
        planningShape,
      ),
      filter,
    };
  }

  @Query(() => shapes.PlanningItemType, { description: 'By its number. Staff only.' })
  async planningItem(
    @Args('number', { type: () => Int }) number: number,
    @Acting() actor: Actor,
  ): Promise<shapes.PlanningItemType> {
    return planningShape(found(await this.reads.byNumber(actor, number)));
  }

  @ResolveField(() => shapes.PlanningReach)
  async reach(
    @Parent() item: shapes.PlanningItemType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.PlanningReach> {
    const row = await context.load('planningReach', item.uuid, async (ids) =>
      byKey(await this.reads.reach(context.actor, ids, this.clock.now()), (each) => each.id),
    );
    return {
      mentions: row?.mentions ?? 0,
      companies: row?.companies ?? 0,
      seats: row?.seats ?? 0,
      growth: row?.growth ?? 0,
    };
  }

  @ResolveField(() => [shapes.PlannedNeed], { description: 'Most mentions first.' })
  async needs(
    @Parent() item: shapes.PlanningItemType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.PlannedNeed[]> {
    const rows = await context.load('plannedNeeds', item.uuid, async (ids) =>
      groupBy(await this.reads.needs(context.actor, ids), (row) => row.planning_item_id),
    );
    return (rows ?? []).map(({ id, number, title, mentions, companies }) => ({
      id: globalId('need', id),
      number,
      title,
      mentions,
      companies,
    }));
  }

  @ResolveField(() => [shapes.PlanningDecision])
  async decisions(
    @Parent() item: shapes.PlanningItemType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.PlanningDecision[]> {
    const rows = await context.load('planningDecisions', item.uuid, async (ids) =>
      groupBy(await this.reads.decisions(context.actor, ids), (row) => row.planning_item_id),
    );
    return (rows ?? []).map((row) => ({
      at: row.at,
      from: row.from_state,
      to: row.to_state,
      reason: row.reason,
      actorUuid: row.actor_id,
    }));
  }

  @ResolveField(() => [shapes.WorkLinkType])
  async links(
    @Parent() item: shapes.PlanningItemType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.WorkLinkType[]> {
    const rows = await context.load('planningLinks', item.uuid, async (ids) =>
      groupBy(await this.reads.links(context.actor, ids), (row) => row.planning_item_id),
    );
    return (rows ?? []).map(linkShape);
  }

  @ResolveField(() => [shapes.PlanningWeek], { description: 'In which figures its items count.' })
  async weeks(
    @Parent() item: shapes.PlanningItemType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.PlanningWeek[]> {
    const rows = await context.load('planningWeeks', item.uuid, async (ids) =>
      groupBy(await this.reads.weeks(context.actor, ids), (row) => row.planning_item_id),
    );
    return (rows ?? []).map(({ week, category, n }) => ({ week: weekName(week), category, count: n }));
  }

  @ResolveField(() => shapes.PlanningVoiceConnection, {
    description:
      'The words behind it, newest first, each with who was told, is to be told, or cannot be and why.',
  })
  voices(
    @Parent() item: shapes.PlanningItemType,
    @Args() args: shapes.PlanningVoicesArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.PlanningVoiceConnection> {
    return this.voiceLists.page(actor, voicesOf(item, args), args);
  }

  @ResolveField(() => shapes.PlanningVoiceCounts)
  async telling(
    @Parent() item: shapes.PlanningItemType,
    @Acting() actor: Actor,
    @Args('decision', { type: () => shapes.DecisionEnum, nullable: true }) decision?: Decision | null,
  ): Promise<shapes.PlanningVoiceCounts> {
    const counts = await this.reads.voiceCounts(actor, voicesOf(item, { decision: decision ?? null }));
    return { total: counts.total, told: counts.told, couldNot: counts.not, places: counts.places };
  }

  @ResolveField(() => PersonType, { nullable: true })
  owner(@Parent() item: shapes.PlanningItemType, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, item.ownerUuid);
  }

  @ResolveField(() => PersonType)
  createdBy(@Parent() item: shapes.PlanningItemType, @Ctx() context: GraphqlContext): Promise<PersonType> {
    return loadPerson(context, this.identity, item.createdByUuid);
  }

  @ResolveField(() => shapes.PlanningAbilities)
  abilities(@Acting() actor: Actor): shapes.PlanningAbilities {
    return { plan: canPlan(actor) };
  }

  @Mutation(() => shapes.CreatePlanningItemPayload, {
    description: 'Out of needs. For planners, leads and administrators.',
  })
  async createPlanningItem(
    @Args('input') input: shapes.CreatePlanningItemInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CreatePlanningItemPayload> {
    const { title, kind, reason, idempotencyKey } = input;
    const made = {
      title,
      kind,
      reason,
      description: input.description || null,
      needIds: input.needIds.map((id) => localId('need', id)),
      ownerId: localIdOrNull('person', input.ownerId),
    };
    return this.payload(context, await this.service.make(context.actor, made, idempotencyKey ?? null));
  }

  @Mutation(() => shapes.ChangePlanningItemPayload, {
    description: 'For planners, leads and administrators.',
  })
  async changePlanningItem(
    @Args('input') input: shapes.ChangePlanningItemInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ChangePlanningItemPayload> {
    const wishes = given({
      title: input.title,
      description: text(input.description),
      kind: input.kind ?? undefined,
      ownerId: input.ownerId === undefined ? undefined : localIdOrNull('person', input.ownerId),
      release: text(input.release),
      public: input.public ?? undefined,
      titleKo: text(input.titleKo),
      titleEn: text(input.titleEn),
      bodyKo: text(input.bodyKo),
      bodyEn: text(input.bodyEn),
    }) as Parameters<PlanningService['change']>[3];
    const id = localId('planningitem', input.planningItemId);
    return this.payload(context, await this.service.change(context.actor, id, input.version, wishes));
  }

  @Mutation(() => shapes.DecidePlanningItemPayload, {
    description:
      'Another state, with its reason. SHIPPED and DECLINED are told to everybody who asked, where they asked, once. For planners, leads and administrators.',
  })
  async decidePlanningItem(
    @Args('input')
    { planningItemId, version, state, reason, wording, release }: shapes.DecidePlanningItemInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.DecidePlanningItemPayload> {
    const id = await this.service.decide(context.actor, localId('planningitem', planningItemId), version, {
      state,
      reason,
      wording: wording ?? null,
      ...(release === undefined ? {} : { release: release || null }),
    });
    return this.payload(context, id);
  }

  @Mutation(() => shapes.TellDecisionAgainPayload, {
    description:
      'Tries once more to tell those of a decision who could not be told. For planners, leads and administrators.',
  })
  async tellDecisionAgain(
    @Args('input') { planningItemId }: shapes.TellDecisionAgainInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TellDecisionAgainPayload> {
    const id = localId('planningitem', planningItemId);
    return this.payload(context, await this.service.tellAgain(context.actor, id));
  }

  @Mutation(() => shapes.AddPlanningNeedPayload, { description: 'For planners, leads and administrators.' })
  async addPlanningNeed(
    @Args('input') { planningItemId, needId }: shapes.AddPlanningNeedInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.AddPlanningNeedPayload> {
    const [id, need] = [localId('planningitem', planningItemId), localId('need', needId)];
    return this.payload(context, await this.service.addNeed(context.actor, id, need));
  }

  @Mutation(() => shapes.RemovePlanningNeedPayload, {
    description: 'For planners, leads and administrators.',
  })
  async removePlanningNeed(
    @Args('input') { planningItemId, needId }: shapes.RemovePlanningNeedInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.RemovePlanningNeedPayload> {
    const [id, need] = [localId('planningitem', planningItemId), localId('need', needId)];
    return this.payload(context, await this.service.removeNeed(context.actor, id, need));
  }

  @Mutation(() => shapes.AddWorkLinkPayload, { description: 'For planners, leads and administrators.' })
  async addWorkLink(
    @Args('input') { planningItemId, url }: shapes.AddWorkLinkInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.AddWorkLinkPayload> {
    const id = localId('planningitem', planningItemId);
    return this.payload(context, await this.service.addLink(context.actor, id, url));
  }

  @Mutation(() => shapes.RemoveWorkLinkPayload, { description: 'For planners, leads and administrators.' })
  async removeWorkLink(
    @Args('input') { linkId }: shapes.RemoveWorkLinkInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.RemoveWorkLinkPayload> {
    return this.payload(context, await this.service.removeLink(context.actor, localId('worklink', linkId)));
  }

  private async payload(
    context: GraphqlContext,
    id: string,
  ): Promise<{ planningItem: shapes.PlanningItemType }> {
    return { planningItem: await loadPlanningItem(context, this.reads, id) };
  }
}

@Resolver(() => shapes.PlanningItemConnection)
export class PlanningItemConnectionResolver {
  constructor(@Inject(PlanningReads) private readonly reads: PlanningReads) {}

  @ResolveField(() => Int, { description: 'How many the list has in all.' })
  totalCount(@Parent() { filter }: shapes.PlanningItemConnection, @Acting() actor: Actor): Promise<number> {
    return this.reads.count(actor, filter);
  }

  @ResolveField(() => [shapes.PlanningStateCount], {
    description: 'The same list by state, whichever state was asked for; only those that occur.',
  })
  async states(
    @Parent() { filter }: shapes.PlanningItemConnection,
    @Acting() actor: Actor,
  ): Promise<shapes.PlanningStateCount[]> {
    return (await this.reads.states(actor, filter)).map(({ state, n }) => ({ state, count: n }));
  }

  @ResolveField(() => shapes.PlanningAbilities)
  abilities(@Acting() actor: Actor): shapes.PlanningAbilities {
    return { plan: canPlan(actor) };
  }
}

@Resolver(() => shapes.PlanningDecision)
export class PlanningDecisionResolver {
  constructor(@Inject(IdentityReads) private readonly identity: IdentityReads) {}

  @ResolveField(() => PersonType)
  actor(@Parent() decision: shapes.PlanningDecision, @Ctx() context: GraphqlContext): Promise<PersonType> {
    return loadPerson(context, this.identity, decision.actorUuid);
  }
}
