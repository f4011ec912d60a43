// What VOC adds to companies and to the preview of a merge, in GraphQL.
import { Inject } from '@nestjs/common';
import { Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../../platform/clock.js';
import { Ctx, type GraphqlContext, groupBy } from '../../platform/graphql/index.js';
import { addWeeks, weekName, weekOf } from '../../platform/week.js';
import { CompanyType, MergePreview, staffOnly } from '../../identity/index.js';
import { CATEGORIES, type Category } from '../classification/index.js';
import { CompanyVocReads } from './company.reads.js';
import { CategoryEnum } from './items.graphql.js';

/** The running week and the three before it. */
const WEEKS = 4;

@ObjectType()
export class CategoryCount {
  @Field(() => CategoryEnum)
  category: Category;

  @Field(() => Int)
  count: number;
}

@ObjectType({
  description: 'VOC items of a company that count, in the running week and the three before it.',
})
export class CompanyVoc {
  @Field(() => String, { description: 'The first week, such as 2026-W44.' })
  week: string;

  @Field(() => String, { description: 'The running week.' })
  toWeek: string;

  @Field(() => [CategoryCount], { description: 'All five, also those without an item.' })
  categories: CategoryCount[];
}

@Resolver(() => CompanyType)
export class CompanyVocResolver {
  constructor(
    @Inject(CompanyVocReads) private readonly reads: CompanyVocReads,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField(() => CompanyVoc, { nullable: true, description: 'Staff only.' })
  async voc(@Parent() company: CompanyType, @Ctx() context: GraphqlContext): Promise<CompanyVoc> {
    const { actor } = context;
    staffOnly(actor);
    const toWeek = weekOf(await this.reads.zone(actor), this.clock.now());
    const week = addWeeks(toWeek, 1 - WEEKS);
    const rows = await context.load('companyVoc', company.uuid, async (ids) =>
      groupBy(await this.reads.byCategory(actor, ids, week, toWeek), (row) => row.company_id),
    );
    const counted = new Map((rows ?? []).map(({ category, n }) => [category, n]));
    return {
      week: weekName(week),
      toWeek: weekName(toWeek),
      categories: CATEGORIES.map((category) => ({ category, count: counted.get(category) ?? 0 })),
    };
  }
}

@Resolver(() => MergePreview)
export class MergeVocResolver {
  constructor(@Inject(CompanyVocReads) private readonly reads: CompanyVocReads) {}

  @ResolveField(() => Int)
  vocItems(@Parent() preview: MergePreview, @Ctx() context: GraphqlContext): Promise<number> {
    return this.reads.count(context.actor, preview.kind, preview.duplicateUuid);
  }
}
