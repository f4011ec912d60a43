// The doors for VOC items in GraphQL: written down by hand, brought by a program, split off a message; and the tree of areas.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { must } from '../../platform/errors.js';
import {
  Acting,
  Ctx,
  type GraphqlContext,
  groupBy,
  localId,
  localIdOrNull,
} from '../../platform/graphql/index.js';
import { PersonType, IdentityReads, loadPersonOrNull } from '../../identity/index.js';
import { ThreadType } from '../../threads/index.js';
import { Classifier } from '../classification/index.js';
import * as shapes from './items.graphql.js';
import { canReadVoc } from './items.policy.js';
import { ItemsReads } from './items.reads.js';
import { ItemsService } from './items.service.js';
import { areaShape, itemShape, loadItem } from './items.shapes.js';
import { ItemSources } from './sources.service.js';

@Resolver(() => shapes.VocItemType)
export class SourcesResolver {
  constructor(
    @Inject(ItemSources) private readonly sources: ItemSources,
    @Inject(ItemsService) private readonly service: ItemsService,
    @Inject(ItemsReads) private readonly reads: ItemsReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Classifier) private readonly model: Classifier,
  ) {}

  @Query(() => shapes.CategoryProposal, { description: 'For words that are being written down. Staff only.' })
  async categoryProposal(
    @Args() { quote }: shapes.CategoryProposalArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.CategoryProposal> {
    must(canReadVoc(actor), 'STAFF_ONLY', 'Only staff ask the model.');
    return this.model.propose(quote);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who wrote it down or split it off.' })
  createdBy(@Parent() item: shapes.VocItemType, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, item.createdByUuid);
  }

  @Mutation(() => shapes.CreateVocItemPayload, {
    description: 'What was said on the phone or in a meeting, or what another program brings. Staff only.',
  })
  async createVocItem(
    @Args('input') input: shapes.CreateVocItemInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CreateVocItemPayload> {
    const { idempotencyKey, quote, channel } = input;
    const written = {
      quote,
      channel,
      occurredAt: input.occurredAt ?? null,
      companyId: localIdOrNull('company', input.companyId),
      personId: localIdOrNull('person', input.personId),
      category: input.category ?? null,
      productAreaId: localIdOrNull('area', input.productAreaId),
      summary: input.summary || null,
      severity: input.severity ?? null,
      originalUrl: input.originalUrl ?? null,
      externalId: input.externalId ?? null,
    };
    const id = await this.sources.writeDown(context.actor, written, idempotencyKey ?? null);
    return { item: await loadItem(context, this.reads, id) };
  }

  @Mutation(() => shapes.SplitMessagePayload, {
    description: 'A later message of a client that says something of its own. For staff who answer.',
  })
  async splitMessage(
    @Args('input') { messageId }: shapes.SplitMessageInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.SplitMessagePayload> {
    const id = await this.sources.split(context.actor, localId('message', messageId));
    return { item: await loadItem(context, this.reads, id) };
  }

  @Mutation(() => shapes.DescribeVocItemPayload, { description: 'Its summary and severity. Staff only.' })
  async describeVocItem(
    @Args('input') { itemId, version, ...wishes }: shapes.DescribeVocItemInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.DescribeVocItemPayload> {
    const { summary, severity } = wishes;
    const id = await this.service.describe(context.actor, localId('vocitem', itemId), version, {
      ...(summary === undefined ? {} : { summary: summary || null }),
      ...(severity === undefined ? {} : { severity }),
    });
    return { item: await loadItem(context, this.reads, id) };
  }

  @Mutation(() => shapes.ChangeProductAreaPayload, {
    description: 'Renames an area or moves it in the tree. For planners, leads and administrators.',
  })
  async changeProductArea(
    @Args('input') input: shapes.ChangeProductAreaInput,
    @Acting() actor: Actor,
  ): Promise<shapes.ChangeProductAreaPayload> {
    const { productAreaId, nameKo, nameEn, parentId, position } = input;
    await this.service.changeArea(actor, localId('area', productAreaId), {
      ...(nameKo === undefined ? {} : { nameKo }),
      ...(nameEn === undefined ? {} : { nameEn }),
      ...(parentId === undefined ? {} : { parentId: localIdOrNull('area', parentId) }),
      ...(position === undefined || position === null ? {} : { position }),
    });
    return { productAreas: (await this.reads.areas(actor)).map(areaShape) };
  }
}

@Resolver(() => ThreadType)
export class ThreadItemsResolver {
  constructor(@Inject(ItemsReads) private readonly reads: ItemsReads) {}

  @ResolveField(() => [shapes.VocItemType], {
    description:
      'All that this thread counts as, with what was split off later messages; oldest first. Staff only.',
  })
  async vocItems(
    @Parent() thread: ThreadType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.VocItemType[]> {
    must(canReadVoc(context.actor), 'STAFF_ONLY', 'Only staff read VOC items.');
    const rows = await context.load('threadVoc', thread.uuid, async (ids) =>
      groupBy(await this.reads.byThreads(context.actor, ids), (each) => each.thread_id ?? ''),
    );
    return (rows ?? []).map(itemShape);
  }
}
