// VOC items in GraphQL, and the item of a thread.
import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { Refusal, must } from '../../platform/errors.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  Nodes,
  globalId,
  groupBy,
  localId,
  localIdOrNull,
  toPage,
} from '../../platform/graphql/index.js';
import { parseWeek } from '../../platform/week.js';
import {
  CompanyType,
  IdentityReads,
  PersonType,
  loadCompany,
  loadPersonOrNull,
} from '../../identity/index.js';
import { ThreadType, ThreadsReads, loadThread } from '../../threads/index.js';
import { Classifier } from '../classification/index.js';
import { MOST_TABLE_ROWS, itemsAsCsv } from './items-table.js';
import * as shapes from './items.graphql.js';
import { canReadVoc, itemAbilities } from './items.policy.js';
import { type ItemFilter, type ItemRow, ItemsReads, positionIn } from './items.reads.js';
import { ItemsService } from './items.service.js';
import { areaShape, changed, itemShape, loadArea, loadItem } from './items.shapes.js';

function toFilter(args: shapes.VocFilterArgs): ItemFilter {
  const week = args.week ? parseWeek(args.week) : null;
  return {
    fromWeek: week,
    toWeek: args.toWeek ? parseWeek(args.toWeek) : week,
    category: args.category ?? null,
    proposed: args.proposedCategory ?? null,
    channel: args.channel ?? null,
    companyId: localIdOrNull('company', args.companyId),
    tier: args.tier ?? null,
    productAreaId: args.productAreaId === 'NONE' ? 'NONE' : localIdOrNull('area', args.productAreaId),
    needId: args.needId === 'NONE' ? 'NONE' : localIdOrNull('need', args.needId),
    state: args.state ?? null,
    reviewed: args.reviewed ?? null,
    origin: args.origin ?? null,
    search: args.search?.trim() || null,
  };
}

@Resolver(() => shapes.VocItemType)
export class ItemsResolver {
  constructor(
    @Inject(ItemsService) private readonly service: ItemsService,
    @Inject(ItemsReads) private readonly reads: ItemsReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(ThreadsReads) private readonly threads: ThreadsReads,
    @Inject(Classifier) private readonly model: Classifier,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('vocitem', 'VocItem', (context, id) =>
      canReadVoc(context.actor) ? loadItem(context, this.reads, id) : Promise.resolve(null),
    );
  }

  @Query(() => shapes.VocItemConnection, {
    description:
      'Staff only. For a week and category it holds exactly what the figure counts (state: COUNTED).',
  })
  async vocItems(
    @Args() args: shapes.VocItemsArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.VocItemConnection> {
    const filter = toFilter(args);
    const list = { name: 'vocItems', filter: [filter, args.order] };
    const after = args.after ? this.cursors.decode(list, args.after) : null;
    const rows = await this.reads.list(actor, filter, args.order, args.first, after);
    const position = (row: ItemRow) => positionIn(args.order, row);
    return { ...toPage(this.cursors, list, args.first, rows, position, itemShape), filter };
  }

  @Query(() => String, {
    description: `The same list as CSV (UTF-8 with a byte order mark), at most ${MOST_TABLE_ROWS} rows. Staff only.`,
  })
  async vocItemsCsv(@Args() args: shapes.VocFilterArgs, @Acting() actor: Actor): Promise<string> {
    return itemsAsCsv(await this.reads.table(actor, toFilter(args), args.order, MOST_TABLE_ROWS));
  }

  @Query(() => [shapes.ProductAreaType], { description: 'Staff only.' })
  async productAreas(@Acting() actor: Actor): Promise<shapes.ProductAreaType[]> {
    return (await this.reads.areas(actor)).map(areaShape);
  }

  @Query(() => shapes.ClassifierCard, { description: 'Staff only.' })
  async classifier(@Acting() actor: Actor): Promise<shapes.ClassifierCard> {
    must(canReadVoc(actor), 'STAFF_ONLY', 'Only staff see the model.');
    return this.model.card();
  }

  @ResolveField(() => ThreadType, {
    nullable: true,
    description: 'The original; null also for whoever does not see that thread.',
  })
  async thread(
    @Parent() item: shapes.VocItemType,
    @Ctx() context: GraphqlContext,
  ): Promise<ThreadType | null> {
    if (!item.threadUuid) return null;
    try {
      return await loadThread(context, this.threads, item.threadUuid);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  @ResolveField(() => CompanyType, { nullable: true })
  company(@Parent() item: shapes.VocItemType, @Ctx() context: GraphqlContext): Promise<CompanyType> | null {
    return item.companyUuid ? loadCompany(context, this.identity, item.companyUuid) : null;
  }

  @ResolveField(() => PersonType, { nullable: true })
  person(@Parent() item: shapes.VocItemType, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, item.personUuid);
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'Who confirmed, corrected or withdrew it last.',
  })
  codedBy(@Parent() item: shapes.VocItemType, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, item.codedByUuid);
  }

  @ResolveField(() => shapes.ProductAreaType, { nullable: true })
  productArea(
    @Parent() item: shapes.VocItemType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ProductAreaType | null> {
    return loadArea(context, this.reads, item.areaUuid);
  }

  @ResolveField(() => [shapes.VocChange])
  async changes(
    @Parent() item: shapes.VocItemType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.VocChange[]> {
    const rows = await context.load('vocChanges', item.uuid, async (ids) =>
      groupBy(await this.reads.changes(context.actor, ids), (row) => row.item_id),
    );
    return (rows ?? []).map((row) => ({
      at: row.at,
      kind: row.kind,
      from: changed(row.kind, row.from_value),
      to: changed(row.kind, row.to_value),
      reason: row.reason,
      actorUuid: row.actor_id,
    }));
  }

  @ResolveField(() => shapes.VocItemAbilities)
  abilities(@Acting() actor: Actor): shapes.VocItemAbilities {
    return itemAbilities(actor);
  }

  @Mutation(() => shapes.ConfirmVocItemPayload, { description: 'The model was right; it learns that too.' })
  async confirmVocItem(
    @Args('input') input: shapes.ConfirmVocItemInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ConfirmVocItemPayload> {
    return this.payload(
      context,
      await this.service.code(context.actor, localId('vocitem', input.itemId), input.version, null),
    );
  }

  @Mutation(() => shapes.CorrectVocItemPayload, {
    description: 'The figures of the item’s own week follow at once.',
  })
  async correctVocItem(
    @Args('input') input: shapes.CorrectVocItemInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CorrectVocItemPayload> {
    return this.payload(
      context,
      await this.service.code(context.actor, localId('vocitem', input.itemId), input.version, input.category),
    );
  }

  @Mutation(() => shapes.WithdrawVocItemPayload, {
    description: 'It counts no longer, stays listed and can be restored.',
  })
  async withdrawVocItem(
    @Args('input') input: shapes.WithdrawVocItemInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.WithdrawVocItemPayload> {
    return this.payload(
      context,
      await this.service.withdraw(
        context.actor,
        localId('vocitem', input.itemId),
        input.version,
        input.reason,
      ),
    );
  }

  @Mutation(() => shapes.RestoreVocItemPayload)
  async restoreVocItem(
    @Args('input') input: shapes.RestoreVocItemInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.RestoreVocItemPayload> {
    return this.payload(
      context,
      await this.service.restore(context.actor, localId('vocitem', input.itemId), input.version),
    );
  }

  @Mutation(() => shapes.RedateVocItemPayload, {
    description: 'It was written down under a wrong moment; the figures of both weeks follow at once.',
  })
  async redateVocItem(
    @Args('input') input: shapes.RedateVocItemInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.RedateVocItemPayload> {
    const id = localId('vocitem', input.itemId);
    const { version, occurredAt, reason } = input;
    return this.payload(context, await this.service.redate(context.actor, id, version, occurredAt, reason));
  }

  @Mutation(() => shapes.SetVocItemAreaPayload)
  async setVocItemArea(
    @Args('input') input: shapes.SetVocItemAreaInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.SetVocItemAreaPayload> {
    const area = localIdOrNull('area', input.productAreaId);
    return this.payload(
      context,
      await this.service.setArea(context.actor, localId('vocitem', input.itemId), input.version, area),
    );
  }

  @Mutation(() => shapes.CreateProductAreaPayload, { description: 'For planners, leads and administrators.' })
  async createProductArea(
    @Args('input') input: shapes.CreateProductAreaInput,
    @Acting() actor: Actor,
  ): Promise<shapes.CreateProductAreaPayload> {
    const { nameKo, nameEn, parentId } = input;
    const parent = localIdOrNull('area', parentId);
    const id = await this.service.createArea(actor, nameKo, nameEn, parent);
    return { productArea: { id: globalId('area', id), parentId: parentId ?? null, nameKo, nameEn } };
  }

  private async payload(context: GraphqlContext, id: string): Promise<{ item: shapes.VocItemType }> {
    return { item: await loadItem(context, this.reads, id) };
  }
}

@Resolver(() => shapes.VocItemConnection)
export class VocItemConnectionResolver {
  constructor(@Inject(ItemsReads) private readonly reads: ItemsReads) {}

  @ResolveField(() => Int, { description: 'How many items the list has in all.' })
  totalCount(@Parent() { filter }: shapes.VocItemConnection, @Acting() actor: Actor): Promise<number> {
    return this.reads.count(actor, filter);
  }
}

@Resolver(() => shapes.VocChange)
export class VocChangeResolver {
  constructor(@Inject(IdentityReads) private readonly identity: IdentityReads) {}

  @ResolveField(() => PersonType, { nullable: true })
  actor(@Parent() change: shapes.VocChange, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, change.actorUuid);
  }
}

@Resolver(() => ThreadType)
export class ThreadVocResolver {
  constructor(@Inject(ItemsReads) private readonly reads: ItemsReads) {}

  @ResolveField(() => shapes.VocItemType, {
    nullable: true,
    description:
      'What this thread counts as. Staff only; null within the first moment, or when staff opened it.',
  })
  async vocItem(
    @Parent() thread: ThreadType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.VocItemType | null> {
    must(canReadVoc(context.actor), 'STAFF_ONLY', 'Only staff read VOC items.');
    const rows = await context.load('threadVoc', thread.uuid, async (ids) =>
      groupBy(await this.reads.byThreads(context.actor, ids), (each) => each.thread_id ?? ''),
    );
    const whole = rows?.find(({ message_id }) => message_id === null);
    return whole ? itemShape(whole) : null;
  }
}
