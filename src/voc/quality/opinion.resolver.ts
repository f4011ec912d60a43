// What a language model outside said of an item, as a field of the item.
import { Inject } from '@nestjs/common';
import { Field, GraphQLISODateTime, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type GraphqlContext, byKey } from '../../platform/graphql/index.js';
import type { Category } from '../classification/index.js';
import { CategoryEnum, VocItemType } from '../items/index.js';
import { QualityReads } from './quality.reads.js';

@ObjectType({
  description: 'What a language model outside the house made of an item. It changes nothing of it.',
})
export class VocOpinion {
  @Field(() => CategoryEnum)
  category: Category;

  @Field(() => String, { description: 'One sentence.' })
  summary: string;

  @Field(() => String, { description: 'The name of the model.' })
  model: string;

  @Field(() => GraphQLISODateTime)
  at: Date;
}

@Resolver(() => VocItemType)
export class OpinionResolver {
  constructor(@Inject(QualityReads) private readonly reads: QualityReads) {}

  @ResolveField(() => VocOpinion, {
    nullable: true,
    description: 'Null unless the installation has named a language model and it has answered.',
  })
  opinion(@Parent() item: VocItemType, @Ctx() context: GraphqlContext): Promise<VocOpinion | null> {
    return context.load('vocOpinion', item.uuid, async (ids) =>
      byKey(await this.reads.opinions(context.actor, ids), (row) => row.item_id),
    );
  }
}
