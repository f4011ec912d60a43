// How the items look on which a language model outside has an opinion.
import { ArgsType, Field, GraphQLISODateTime, IntersectionType, ObjectType } from '@nestjs/graphql';
import { IsOptional, Matches } from 'class-validator';
import { PageArgs, connectionOf } from '../../platform/graphql/index.js';
import type { Category } from '../classification/index.js';
import { CategoryEnum } from '../items/index.js';
import type { OutsideCodingFilter } from './outside.reads.js';

const WEEK = /^\d{4}-W\d{2}$/;

@ObjectType({ description: 'What a language model outside said of an item that people have coded.' })
export class OutsideCoding {
  @Field(() => GraphQLISODateTime)
  at: Date;

  @Field(() => CategoryEnum, { description: 'The model’s.' })
  opinion: Category;

  @Field(() => CategoryEnum, { description: 'What people left the item at.' })
  category: Category;

  @Field(() => Boolean, { description: 'Both say the same.' })
  agreed: boolean;

  itemUuid: string;
}

@ObjectType()
export class OutsideCodingConnection extends connectionOf(OutsideCoding, 'OutsideCoding') {
  filter: OutsideCodingFilter;
}

@ArgsType()
class OutsideCodingFilterArgs {
  @Field(() => String, { nullable: true, description: 'The first week of the items, such as 2026-W46.' })
  @IsOptional()
  @Matches(WEEK)
  week?: string | null;

  @Field(() => String, { nullable: true, description: 'The last one; left out, there is one week.' })
  @IsOptional()
  @Matches(WEEK)
  toWeek?: string | null;

  @Field(() => CategoryEnum, { nullable: true, description: 'The model’s.' })
  opinion?: Category | null;

  @Field(() => CategoryEnum, { nullable: true, description: 'What people left the item at.' })
  category?: Category | null;

  @Field(() => Boolean, { nullable: true })
  agreed?: boolean | null;
}

@ArgsType()
export class OutsideCodingsArgs extends IntersectionType(PageArgs, OutsideCodingFilterArgs, ArgsType) {}
