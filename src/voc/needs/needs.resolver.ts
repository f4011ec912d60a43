// Needs in GraphQL, and the need of a VOC item.
import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { found } from '../../platform/errors.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  Nodes,
  byKey,
  groupBy,
  localId,
  localIdOrNull,
  toPage,
} from '../../platform/graphql/index.js';
import { type Monday, weekOf } from '../../platform/week.js';
import {
  CompanyType,
  IdentityReads,
  PersonType,
  loadCompany,
  loadPersonOrNull,
} from '../../identity/index.js';
import { ItemsReads, ProductAreaType, VocItemType, loadArea, loadItem } from '../items/index.js';
import * as shapes from './needs.graphql.js';
import { canReadNeeds, needAbilities } from './needs.policy.js';
import { type ListedNeed, type NeedFilter, NeedsReads } from './needs.reads.js';
import { NeedsService } from './needs.service.js';
import { changeShape, figuresShape, loadNeed, needShape } from './needs.shapes.js';

const toFilter = (args: shapes.NeedsArgs): NeedFilter => ({
  search: args.search?.trim() || null,
  productAreaId: args.productAreaId === 'NONE' ? 'NONE' : localIdOrNull('area', args.productAreaId),
});

const itemUuids = (ids: string[]): string[] => ids.map((id) => localId('vocitem', id));

@Resolver(() => shapes.NeedType)
export class NeedsResolver {
  constructor(
    @Inject(NeedsService) private readonly service: NeedsService,
    @Inject(NeedsReads) private readonly reads: NeedsReads,
    @Inject(ItemsReads) private readonly items: ItemsReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('need', 'Need', (context, id) =>
      canReadNeeds(context.actor) ? loadNeed(context, this.reads, id) : Promise.resolve(null),
    );
  }

  @Query(() => shapes.NeedConnection, { description: 'Staff only. Merged needs are with the one kept.' })
  async needs(@Args() args: shapes.NeedsArgs, @Acting() actor: Actor): Promise<shapes.NeedConnection> {
    const filter = toFilter(args);
    const list = { name: 'needs', filter: [filter, args.order] };
    const position = args.after ? this.cursors.decode(list, args.after) : null;
    const after = position ? ([position[0] ?? '', String(position[1])] as [string | number, string]) : null;
    const week = await this.week(actor);
    const rows = await this.reads.list(actor, filter, args.order, week, args.first, after);
    const at = ({ sorted }: ListedNeed) => (sorted instanceof Date ? sorted.toISOString() : sorted);
    return { ...toPage(this.cursors, list, args.first, rows, (row) => [at(row), row.id], needShape), filter };
  }

  @Query(() => shapes.NeedType, { description: 'Staff only.' })
  async need(
    @Args('number', { type: () => Int }) number: number,
    @Acting() actor: Actor,
  ): Promise<shapes.NeedType> {
    return needShape(found(await this.reads.byNumber(actor, number)));
  }

  @ResolveField(() => shapes.NeedFigures)
  async figures(
    @Parent() need: shapes.NeedType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.NeedFigures> {
    const { actor } = context;
    const week = await this.weekOnce(context);
    const row = await context.load('needFigures', need.uuid, async (ids) =>
      byKey(await this.reads.figures(actor, ids, week), (each) => each.need_id),
    );
    return figuresShape(row, week);
  }

  @ResolveField(() => [shapes.NeedCompany], {
    description: 'Whose need it is, most mentions first; at most 100.',
  })
  async companies(
    @Parent() need: shapes.NeedType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.NeedCompany[]> {
    const rows = await context.load('needCompanies', need.uuid, async (ids) =>
      groupBy(await this.reads.companies(context.actor, ids), (row) => row.need_id),
    );
    return (rows ?? []).map(({ company_id, n, seats }) => ({ companyUuid: company_id, mentions: n, seats }));
  }

  @ResolveField(() => [shapes.NeedChange], { description: 'The newest hundred.' })
  async changes(
    @Parent() need: shapes.NeedType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.NeedChange[]> {
    const rows = await context.load('needChanges', need.uuid, async (ids) =>
      groupBy(await this.reads.changes(context.actor, ids), (row) => row.need_id),
    );
    return (rows ?? []).map(changeShape);
  }

  @ResolveField(() => shapes.NeedType, {
    nullable: true,
    description: 'The need that this one turned out to be.',
  })
  mergedInto(
    @Parent() need: shapes.NeedType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.NeedType> | null {
    return need.mergedIntoUuid ? loadNeed(context, this.reads, need.mergedIntoUuid) : null;
  }

  @ResolveField(() => ProductAreaType, { nullable: true })
  productArea(
    @Parent() need: shapes.NeedType,
    @Ctx() context: GraphqlContext,
  ): Promise<ProductAreaType | null> {
    return loadArea(context, this.items, need.areaUuid);
  }

  @ResolveField(() => PersonType, { nullable: true })
  createdBy(@Parent() need: shapes.NeedType, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, need.createdByUuid);
  }

  @ResolveField(() => shapes.NeedAbilities)
  abilities(@Parent() need: shapes.NeedType, @Acting() actor: Actor): shapes.NeedAbilities {
    return needAbilities(actor, { mergedIntoId: need.mergedIntoUuid });
  }

  @Mutation(() => shapes.CreateNeedPayload, { description: 'A need out of what some items say. Staff only.' })
  async createNeed(
    @Args('input') input: shapes.CreateNeedInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CreateNeedPayload> {
    const { title, idempotencyKey } = input;
    const need = {
      title,
      description: input.description || null,
      productAreaId: localIdOrNull('area', input.productAreaId),
      itemIds: itemUuids(input.itemIds),
    };
    return this.payload(context, await this.service.make(context.actor, need, idempotencyKey ?? null));
  }

  @Mutation(() => shapes.ChangeNeedPayload, {
    description: 'Its name, description and product area. Staff only.',
  })
  async changeNeed(
    @Args('input') input: shapes.ChangeNeedInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ChangeNeedPayload> {
    const { needId, version, title, description, productAreaId } = input;
    const wishes = {
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description: description || null }),
      ...(productAreaId === undefined ? {} : { productAreaId: localIdOrNull('area', productAreaId) }),
    };
    const id = await this.service.change(context.actor, localId('need', needId), version, wishes);
    return this.payload(context, id);
  }

  @Mutation(() => shapes.JoinNeedPayload, { description: 'Items become mentions of the need. Staff only.' })
  async joinNeed(
    @Args('input') { needId, itemIds }: shapes.JoinNeedInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.JoinNeedPayload> {
    const id = await this.service.join(context.actor, localId('need', needId), itemUuids(itemIds));
    return this.payload(context, id);
  }

  @Mutation(() => shapes.LeaveNeedPayload, { description: 'Items belong to no need any more. Staff only.' })
  async leaveNeed(
    @Args('input') { itemIds }: shapes.LeaveNeedInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.LeaveNeedPayload> {
    const ids = await this.service.takeOut(context.actor, itemUuids(itemIds));
    return { items: await Promise.all(ids.map((id) => loadItem(context, this.items, id))) };
  }

  @Mutation(() => shapes.MergeNeedsPayload, { description: 'Two needs turned out to be one. Staff only.' })
  async mergeNeeds(
    @Args('input') { keepNeedId, duplicateNeedId }: shapes.MergeNeedsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MergeNeedsPayload> {
    const [kept, duplicate] = [localId('need', keepNeedId), localId('need', duplicateNeedId)];
    return this.payload(context, await this.service.merge(context.actor, kept, duplicate));
  }

  @Mutation(() => shapes.UndoNeedMergePayload, {
    description:
      'Two needs again, each with its own items; what was joined since stays with the kept one. Staff only.',
  })
  async undoNeedMerge(
    @Args('input') { needMergeId }: shapes.UndoNeedMergeInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.UndoNeedMergePayload> {
    const id = await this.service.undoMerge(context.actor, localId('needmerge', needMergeId));
    return this.payload(context, id);
  }

  private async payload(context: GraphqlContext, id: string): Promise<{ need: shapes.NeedType }> {
    return { need: await loadNeed(context, this.reads, id) };
  }

  private async week(actor: Actor): Promise<Monday> {
    return weekOf(await this.reads.zone(actor), this.clock.now());
  }

  /** The running week, asked for once a request. */
  private async weekOnce(context: GraphqlContext): Promise<Monday> {
    const week = await context.load(
      'needsWeek',
      'running',
      async () => new Map([['running', await this.week(context.actor)]]),
    );
    return week ?? this.week(context.actor);
  }
}

@Resolver(() => shapes.NeedConnection)
export class NeedConnectionResolver {
  constructor(@Inject(NeedsReads) private readonly reads: NeedsReads) {}

  @ResolveField(() => Int, { description: 'How many needs the list has in all; each counts once.' })
  totalCount(@Parent() { filter }: shapes.NeedConnection, @Acting() actor: Actor): Promise<number> {
    return this.reads.count(actor, filter);
  }
}

@Resolver(() => shapes.NeedCompany)
export class NeedCompanyResolver {
  constructor(@Inject(IdentityReads) private readonly identity: IdentityReads) {}

  @ResolveField(() => CompanyType)
  company(@Parent() each: shapes.NeedCompany, @Ctx() context: GraphqlContext): Promise<CompanyType> {
    return loadCompany(context, this.identity, each.companyUuid);
  }
}

@Resolver(() => shapes.NeedChange)
export class NeedChangeResolver {
  constructor(
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(ItemsReads) private readonly items: ItemsReads,
    @Inject(NeedsReads) private readonly reads: NeedsReads,
  ) {}

  @ResolveField(() => PersonType, { nullable: true })
  actor(@Parent() change: shapes.NeedChange, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, change.actorUuid);
  }

  @ResolveField(() => VocItemType, { nullable: true, description: 'Of JOINED and LEFT.' })
  item(@Parent() change: shapes.NeedChange, @Ctx() context: GraphqlContext): Promise<VocItemType> | null {
    return change.itemUuid ? loadItem(context, this.items, change.itemUuid) : null;
  }

  @ResolveField(() => shapes.NeedType, {
    nullable: true,
    description: 'Of a way or a merge: where it came from.',
  })
  fromNeed(
    @Parent() change: shapes.NeedChange,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.NeedType> | null {
    return change.fromNeedUuid ? loadNeed(context, this.reads, change.fromNeedUuid) : null;
  }

  @ResolveField(() => shapes.NeedType, { nullable: true, description: 'Of a way or a merge: where it went.' })
  toNeed(
    @Parent() change: shapes.NeedChange,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.NeedType> | null {
    return change.toNeedUuid ? loadNeed(context, this.reads, change.toNeedUuid) : null;
  }
}

@Resolver(() => VocItemType)
export class ItemNeedResolver {
  constructor(@Inject(NeedsReads) private readonly reads: NeedsReads) {}

  @ResolveField(() => shapes.NeedType, { nullable: true, description: 'One need at most.' })
  need(@Parent() item: VocItemType, @Ctx() context: GraphqlContext): Promise<shapes.NeedType> | null {
    return item.needUuid ? loadNeed(context, this.reads, item.needUuid) : null;
  }
}
