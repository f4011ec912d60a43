// Who says the same as an item, in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Field, Float, ID, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { found } from '../../platform/errors.js';
import { Ctx, type GraphqlContext, localId } from '../../platform/graphql/index.js';
import { ItemsReads, VocItemType, loadItem } from '../items/index.js';
import { wordsOf } from './grams.js';
import { NeedType } from './needs.graphql.js';
import { NeedsReads } from './needs.reads.js';
import { loadNeed } from './needs.shapes.js';
import { SimilarReads } from './similar.reads.js';

@ObjectType({ description: 'How much of what is said two have in common, 0 to 1.' })
export class SimilarItem {
  @Field(() => Float)
  score: number;

  itemUuid: string;
}

@ObjectType()
export class SimilarNeed {
  @Field(() => Float, { description: 'Of the most similar of its mentions, 0 to 1.' })
  score: number;

  needUuid: string;
}

@ObjectType({ description: 'The most similar first; items that belong to a need stand for it.' })
export class SimilarVoc {
  @Field(() => [SimilarNeed])
  needs: SimilarNeed[];

  @Field(() => [SimilarItem])
  items: SimilarItem[];
}

@Resolver()
export class SimilarResolver {
  constructor(
    @Inject(SimilarReads) private readonly similar: SimilarReads,
    @Inject(ItemsReads) private readonly items: ItemsReads,
  ) {}

  @Query(() => SimilarVoc, {
    description:
      'What probably says the same as an item. Staff only; an item is read within a moment of being made.',
  })
  async similarVoc(
    @Args('itemId', { type: () => ID }) itemId: string,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<SimilarVoc> {
    const id = localId('vocitem', itemId);
    const [row] = await this.items.byIds(actor, [id]);
    const item = found(row);
    const rows = await this.similar.like(actor, wordsOf(item), id, item.need_id);
    return {
      needs: rows.flatMap(({ kind, id: needUuid, score }) => (kind === 'NEED' ? [{ needUuid, score }] : [])),
      items: rows.flatMap(({ kind, id: itemUuid, score }) => (kind === 'ITEM' ? [{ itemUuid, score }] : [])),
    };
  }
}

@Resolver(() => SimilarItem)
export class SimilarItemResolver {
  constructor(@Inject(ItemsReads) private readonly items: ItemsReads) {}

  @ResolveField(() => VocItemType)
  item(@Parent() { itemUuid }: SimilarItem, @Ctx() context: GraphqlContext): Promise<VocItemType> {
    return loadItem(context, this.items, itemUuid);
  }
}

@Resolver(() => SimilarNeed)
export class SimilarNeedResolver {
  constructor(@Inject(NeedsReads) private readonly needs: NeedsReads) {}

  @ResolveField(() => NeedType)
  need(@Parent() { needUuid }: SimilarNeed, @Ctx() context: GraphqlContext): Promise<NeedType> {
    return loadNeed(context, this.needs, needUuid);
  }
}
