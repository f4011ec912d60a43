// How a week's figures look in GraphQL.
import { ArgsType, Field, Float, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Matches } from 'class-validator';
import { type Tier, TierEnum } from '../../identity/index.js';
import { type Channel, ChannelEnum } from '../../threads/index.js';
import type { Category } from '../classification/index.js';
import { CategoryEnum, ProductAreaType } from '../items/index.js';

@ArgsType()
export class WeeklyVocArgs {
  @Field(() => String, { nullable: true, description: 'Such as 2026-W46; left out: the last complete week.' })
  @IsOptional()
  @Matches(/^\d{4}-W\d{2}$/)
  week?: string | null;
}

@ObjectType('CategoryFigure')
export class CategoryFigureType {
  @Field(() => CategoryEnum)
  category: Category;

  @Field(() => Int, {
    description: 'Counted VOC items of the week; exactly the list vocItems(week, category, state: COUNTED).',
  })
  count: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Part of the week’s total, 0 to 1; null in a week without items.',
  })
  share: number | null;

  @Field(() => Int, { description: 'The week before; for the running week, its same hours.' })
  previous: number;

  @Field(() => Int)
  change: number;

  @Field(() => Float, {
    description: 'Median of the four complete weeks before; for the running week, of their same hours.',
  })
  median4: number;

  @Field(() => Float)
  changeToMedian: number;
}

@ObjectType({ description: 'One week of the trend, zeros included.' })
export class TrendPointType {
  @Field(() => String)
  week: string;

  @Field(() => Int)
  total: number;

  @Field(() => Int)
  usage: number;

  @Field(() => Int)
  defect: number;

  @Field(() => Int)
  improvement: number;

  @Field(() => Int)
  feature: number;

  @Field(() => Int)
  account: number;
}

@ObjectType()
export class ChannelFigure {
  @Field(() => ChannelEnum)
  channel: Channel;

  @Field(() => Int)
  count: number;
}

@ObjectType()
export class TierFigure {
  @Field(() => TierEnum)
  tier: Tier;

  @Field(() => Int)
  count: number;
}

@ObjectType()
export class AreaFigure {
  @Field(() => ProductAreaType, { nullable: true, description: 'Null: items without an area.' })
  productArea: ProductAreaType | null;

  @Field(() => Int)
  count: number;
}

@ObjectType()
export class CompanyFigure {
  @Field(() => Int)
  count: number;

  companyUuid: string;
}

@ObjectType({ description: 'The statistics of one ISO week in the installation’s zone.' })
export class WeeklyVoc {
  @Field(() => String, { description: 'Such as 2026-W46.' })
  week: string;

  @Field(() => GraphQLISODateTime)
  from: Date;

  @Field(() => GraphQLISODateTime, { description: 'The moment the next week begins.' })
  to: Date;

  @Field(() => Boolean, { description: 'False: the week runs still; everything is so far.' })
  complete: boolean;

  @Field(() => Int)
  total: number;

  @Field(() => Int)
  previousTotal: number;

  @Field(() => [CategoryFigureType], { description: 'All five, in their fixed order.' })
  categories: CategoryFigureType[];

  @Field(() => [TrendPointType], { description: '26 weeks, this one last.' })
  trend: TrendPointType[];

  @Field(() => [ChannelFigure], { description: 'Most first.' })
  channels: ChannelFigure[];

  @Field(() => [TierFigure])
  tiers: TierFigure[];

  @Field(() => [AreaFigure])
  areas: AreaFigure[];

  @Field(() => [CompanyFigure], { description: 'The ten companies with most items.' })
  companies: CompanyFigure[];

  @Field(() => String, { nullable: true, description: 'The first week that has items.' })
  firstWeek: string | null;

  @Field(() => String, { nullable: true, description: 'The week before, while there is anything.' })
  previousWeek: string | null;

  @Field(() => String, { nullable: true, description: 'The week after; null for the running one.' })
  nextWeek: string | null;

  @Field(() => Int, { description: 'Cells of this week that the nightly recount found wrong; 0 is right.' })
  alarms: number;
}
