// How needs look in GraphQL.
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { Name, Node, PageArgs, Words, connectionOf, wordsEnum } from '../../platform/graphql/index.js';
import type { Category } from '../classification/index.js';
import { CategoryEnum, VocItemType } from '../items/index.js';
import { NEED_ORDERS, type NeedFilter, type NeedOrder, TREND_WEEKS } from './needs.reads.js';

/** Items that one command may move. */
const MOST_ITEMS = 100;

const NeedOrderEnum = wordsEnum(
  'NeedOrder',
  NEED_ORDERS,
  'GROWING: the mentions of the last four weeks, the running one with them, less those of the four before.',
);

@ObjectType()
export class NeedAbilities {
  @Field(() => Boolean, { description: 'Join, take out, merge, rename.' })
  sort: boolean;
}

@ObjectType()
export class NeedWeek {
  @Field(() => String, { description: 'Such as 2026-W46.' })
  week: string;

  @Field(() => Int)
  mentions: number;
}

@ObjectType()
export class NeedCategory {
  @Field(() => CategoryEnum)
  category: Category;

  @Field(() => Int)
  mentions: number;
}

@ObjectType({ description: 'A figure is exactly what vocItems lists for the need and state COUNTED.' })
export class NeedFigures {
  @Field(() => Int, { description: 'Items of the need that count; withdrawn ones do not.' })
  mentions: number;

  @Field(() => Int, { description: 'Distinct companies among the mentions; an item without one adds none.' })
  companies: number;

  @Field(() => Int, { description: 'Employees of those companies, each company once.' })
  seats: number;

  @Field(() => Int, {
    description: 'Mentions of the last four weeks, the running one with them, less those of the four before.',
  })
  growth: number;

  @Field(() => [NeedWeek], {
    description: `${TREND_WEEKS} weeks, the running one last; empty ones have zeros.`,
  })
  trend: NeedWeek[];

  @Field(() => [NeedCategory], { description: 'Most mentions first; only those that occur.' })
  categories: NeedCategory[];

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was said last.' })
  lastSaidAt?: Date | null;
}

@ObjectType('Need', {
  description: 'What several VOC items have in common: counted once as a need, n times as mentions.',
  implements: () => [Node],
})
export class NeedType extends Node {
  @Field(() => Int, { description: 'Short, for speaking of it.' })
  number: number;

  @Field(() => String)
  title: string;

  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => GraphQLISODateTime)
  createdAt: Date;

  @Field(() => Int, { description: 'Send it back with a change.' })
  version: number;

  uuid: string;
  areaUuid: string | null;
  createdByUuid: string | null;
  mergedIntoUuid: string | null;
}

@ObjectType({ description: 'A company that says it.' })
export class NeedCompany {
  @Field(() => Int)
  mentions: number;

  @Field(() => Int, { description: 'Its employees.' })
  seats: number;

  companyUuid: string;
}

@ObjectType({ description: 'What happened to a need, newest first.' })
export class NeedChange {
  @Field(() => GraphQLISODateTime)
  at: Date;

  @Field(() => String, {
    description: 'MADE, RENAMED, DESCRIBED, AREA, JOINED, LEFT, MERGED or TAKEN_APART.',
  })
  kind: string;

  @Field(() => String, { nullable: true })
  from?: string | null;

  @Field(() => String, { nullable: true })
  to?: string | null;

  @Field(() => Int, { description: 'Of a merge: how many items came along.' })
  items: number;

  @Field(() => ID, { nullable: true, description: 'Of a merge, for undoing it.' })
  needMergeId?: string | null;

  @Field(() => Boolean, { description: 'A merge that stands and on which nothing builds.' })
  undoable: boolean;

  actorUuid: string | null;
  itemUuid: string | null;
  fromNeedUuid: string | null;
  toNeedUuid: string | null;
}

@ObjectType()
export class NeedConnection extends connectionOf(NeedType, 'Need') {
  /** For the lazily counted total. */
  filter: NeedFilter;
}

@ArgsType()
export class NeedsArgs extends PageArgs {
  @Field(() => NeedOrderEnum, { defaultValue: 'MOST_MENTIONED' })
  order: NeedOrder;

  @Field(() => ID, { nullable: true, description: 'A product area, or NONE: needs without one.' })
  productAreaId?: string | null;

  @Field(() => String, { nullable: true, description: 'Words of title or description, or a number.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;
}

@InputType()
export class CreateNeedInput {
  @Field(() => String)
  @Name(1, 120)
  title: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Words(0, 2_000)
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'Left out: the one that its items agree on.' })
  productAreaId?: string | null;

  @Field(() => [ID], { description: `The items that say it, at most ${MOST_ITEMS}.` })
  @ArrayMaxSize(MOST_ITEMS)
  itemIds: string[];

  @Field(() => String, { nullable: true, description: 'Sent again with the same key, it is made once.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  idempotencyKey?: string | null;
}

@InputType()
export class ChangeNeedInput {
  @Field(() => ID)
  needId: string;

  @Field(() => Int, { description: 'The version that was seen; CONFLICT when somebody was quicker.' })
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => String, { nullable: true, description: 'Left out: as it is.' })
  @ValidateIf(({ title }: ChangeNeedInput) => title !== undefined)
  @Name(1, 120)
  title?: string;

  @Field(() => String, { nullable: true, description: 'Null takes it away.' })
  @IsOptional()
  @Words(0, 2_000)
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'Null takes the area away.' })
  productAreaId?: string | null;
}

@InputType()
export class JoinNeedInput {
  @Field(() => ID)
  needId: string;

  @Field(() => [ID], { description: 'An item in another need leaves it.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ITEMS)
  itemIds: string[];
}

@InputType()
export class LeaveNeedInput {
  @Field(() => [ID])
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ITEMS)
  itemIds: string[];
}

@InputType()
export class MergeNeedsInput {
  @Field(() => ID, { description: 'The one that stays.' })
  keepNeedId: string;

  @Field(() => ID, { description: 'The one that turned out to be the same.' })
  duplicateNeedId: string;
}

@InputType()
export class UndoNeedMergeInput {
  @Field(() => ID)
  needMergeId: string;
}

@ObjectType({ isAbstract: true })
class NeedPayload {
  @Field(() => NeedType)
  need: NeedType;
}

@ObjectType()
export class CreateNeedPayload extends NeedPayload {}
@ObjectType()
export class ChangeNeedPayload extends NeedPayload {}
@ObjectType()
export class JoinNeedPayload extends NeedPayload {}
@ObjectType()
export class MergeNeedsPayload extends NeedPayload {}
@ObjectType({ description: 'The need that stands by itself again.' })
export class UndoNeedMergePayload extends NeedPayload {}

@ObjectType()
export class LeaveNeedPayload {
  @Field(() => [VocItemType])
  items: VocItemType[];
}
