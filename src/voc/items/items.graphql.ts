// How VOC items look in GraphQL.
import {
  ArgsType,
  Field,
  Float,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  IntersectionType,
} from '@nestjs/graphql';
import {
  IsDate,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { Name, Node, PageArgs, Words, connectionOf, wordsEnum } from '../../platform/graphql/index.js';
import { type Tier, TierEnum } from '../../identity/index.js';
import { type Channel, ChannelEnum } from '../../threads/index.js';
import { CATEGORIES, type Category } from '../classification/index.js';
import { type ItemFilter, VOC_ORDERS, VOC_ORIGINS, type VocOrder, type VocOrigin } from './items.reads.js';
import {
  SEVERITIES,
  type Severity,
  VOC_STATES,
  type VocState,
  WITHDRAW_REASONS,
  type WithdrawReason,
} from './voc-item.entity.js';

export const CategoryEnum = wordsEnum(
  'Category',
  CATEGORIES,
  'USAGE: how do I. DEFECT: it does not do what it promises. IMPROVEMENT: it works, but badly. FEATURE: it does not exist yet. ACCOUNT: plan, seats, payment, log-in.',
);
const VocStateEnum = wordsEnum('VocState', VOC_STATES);
const WithdrawReasonEnum = wordsEnum('WithdrawReason', WITHDRAW_REASONS, 'Why something does not count.');
const SeverityEnum = wordsEnum('Severity', SEVERITIES, 'How much it hurts whoever said it.');
const VocOrderEnum = wordsEnum(
  'VocOrder',
  VOC_ORDERS,
  'For the review. MOST_DOUBTFUL: least confident first. MOST_REACH: the company with the most seats first, and of each the least confident.',
);

const VocOriginEnum = wordsEnum(
  'VocOrigin',
  VOC_ORIGINS,
  'THREAD: its first words. MESSAGE: a later message, split off. HAND: written down by staff. API: another program. CHANNEL: brought by community, training or a channel.',
);

@ObjectType()
export class VocItemAbilities {
  @Field(() => Boolean)
  review: boolean;

  @Field(() => Boolean, { description: 'Area, summary and severity.' })
  setArea: boolean;
}

@ObjectType('ProductArea', { description: 'A part of the product; a tree owned by the planners.' })
export class ProductAreaType {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { nullable: true })
  parentId?: string | null;

  @Field(() => String)
  nameKo: string;

  @Field(() => String)
  nameEn: string;
}

@ObjectType('VocItem', {
  description: 'One utterance of a customer that counts in the statistics.',
  implements: () => [Node],
})
export class VocItemType extends Node {
  @Field(() => String, { description: 'What was said, at most 2,000 characters.' })
  quote: string;

  @Field(() => String, { nullable: true, description: 'What it says in one sentence, written by staff.' })
  summary?: string | null;

  @Field(() => SeverityEnum, { nullable: true })
  severity?: Severity | null;

  @Field(() => CategoryEnum)
  category: Category;

  @Field(() => CategoryEnum, { description: 'What the model said when the item was made.' })
  proposedCategory: Category;

  @Field(() => Float, { description: 'How sure the model was, 0 to 1.' })
  confidence: number;

  @Field(() => Boolean, { description: 'Somebody confirmed, corrected or withdrew it.' })
  reviewed: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true })
  codedAt?: Date | null;

  @Field(() => ChannelEnum)
  channel: Channel;

  @Field(() => String, { description: 'ko or en.' })
  language: string;

  @Field(() => TierEnum, { nullable: true, description: 'As it was when the item was made.' })
  tier?: Tier | null;

  @Field(() => Int, { description: 'People of its company when the item was made; 0: no company.' })
  companySeats: number;

  @Field(() => GraphQLISODateTime)
  occurredAt: Date;

  @Field(() => String, { description: 'Its week, such as 2026-W46.' })
  week: string;

  @Field(() => VocStateEnum)
  state: VocState;

  @Field(() => WithdrawReasonEnum, { nullable: true })
  withdrawnReason?: WithdrawReason | null;

  @Field(() => Int, { description: 'Send it back with a decision.' })
  version: number;

  @Field(() => ID, { nullable: true, description: 'The message that it was split off from.' })
  messageId?: string | null;

  @Field(() => VocOriginEnum, { description: 'How it came to be an item.' })
  origin: VocOrigin;

  @Field(() => String, {
    nullable: true,
    description: 'Where the original can be read when it is no thread: a path of this product or an address.',
  })
  originalUrl?: string | null;

  uuid: string;
  threadUuid: string | null;
  messageUuid: string | null;
  needUuid: string | null;
  createdByUuid: string | null;
  companyUuid: string | null;
  personUuid: string | null;
  codedByUuid: string | null;
  areaUuid: string | null;
}

@ObjectType({ description: 'Who decided what about an item, newest first.' })
export class VocChange {
  @Field(() => GraphQLISODateTime)
  at: Date;

  @Field(() => String, {
    description: 'CONFIRMED, CORRECTED, AREA, SUMMARY, SEVERITY, WITHDRAWN, RESTORED or REDATED.',
  })
  kind: string;

  @Field(() => String, { nullable: true })
  from?: string | null;

  @Field(() => String, { nullable: true })
  to?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was moved to another moment.' })
  reason?: string | null;

  actorUuid: string | null;
}

@ObjectType()
export class VocItemConnection extends connectionOf(VocItemType, 'VocItem') {
  /** For the lazily counted total. */
  filter: ItemFilter;
}

@ObjectType({ description: 'The model that proposes categories.' })
export class ClassifierCard {
  @Field(() => Int)
  version: number;

  @Field(() => GraphQLISODateTime)
  trainedAt: Date;

  @Field(() => Int, { description: 'Examples that ship with the product.' })
  examples: number;

  @Field(() => Int, { description: 'Decisions of people it has learned.' })
  learned: number;
}

const WEEK = /^\d{4}-W\d{2}$/;

@ArgsType()
export class VocFilterArgs {
  @Field(() => VocOrderEnum, { defaultValue: 'NEWEST' })
  order: VocOrder;

  @Field(() => String, {
    nullable: true,
    description: 'One week, such as 2026-W46; or the first of several with toWeek.',
  })
  @IsOptional()
  @Matches(WEEK)
  week?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(WEEK)
  toWeek?: string | null;

  @Field(() => CategoryEnum, { nullable: true })
  category?: Category | null;

  @Field(() => CategoryEnum, { nullable: true, description: 'What the model said when the item was made.' })
  proposedCategory?: Category | null;

  @Field(() => ChannelEnum, { nullable: true })
  channel?: Channel | null;

  @Field(() => ID, { nullable: true })
  companyId?: string | null;

  @Field(() => TierEnum, { nullable: true })
  tier?: Tier | null;

  @Field(() => ID, { nullable: true, description: 'A product area, or NONE: items without one.' })
  productAreaId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A need, or NONE: items that belong to none.' })
  needId?: string | null;

  @Field(() => VocStateEnum, { nullable: true })
  state?: VocState | null;

  @Field(() => Boolean, { nullable: true, description: 'true: somebody has looked at it.' })
  reviewed?: boolean | null;

  @Field(() => VocOriginEnum, { nullable: true })
  origin?: VocOrigin | null;

  @Field(() => String, { nullable: true, description: 'Words in the quote, or of the company’s name.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;
}

@ArgsType()
export class VocItemsArgs extends IntersectionType(PageArgs, VocFilterArgs, ArgsType) {}

@InputType({ isAbstract: true })
class OneItem {
  @Field(() => ID)
  itemId: string;

  @Field(() => Int, { description: 'The version that was seen; CONFLICT when somebody was quicker.' })
  @IsInt()
  @Min(1)
  version: number;
}

@InputType()
export class ConfirmVocItemInput extends OneItem {}

@InputType()
export class CorrectVocItemInput extends OneItem {
  @Field(() => CategoryEnum)
  category: Category;
}

@InputType()
export class WithdrawVocItemInput extends OneItem {
  @Field(() => WithdrawReasonEnum, { defaultValue: 'NO_INQUIRY' })
  reason: WithdrawReason;
}

@InputType()
export class RestoreVocItemInput extends OneItem {}

@InputType()
export class RedateVocItemInput extends OneItem {
  @Field(() => GraphQLISODateTime, { description: 'When it was really said; not in the future.' })
  @IsDate()
  occurredAt: Date;

  @Field(() => String, { description: 'Why; it stands in the history of the item.' })
  @Words(1, 300)
  reason: string;
}

@InputType()
export class SetVocItemAreaInput extends OneItem {
  @Field(() => ID, { nullable: true, description: 'Null takes the area away.' })
  productAreaId?: string | null;
}

@InputType()
export class CreateProductAreaInput {
  @Field(() => String)
  @Name(1, 60)
  nameKo: string;

  @Field(() => String)
  @Name(1, 60)
  nameEn: string;

  @Field(() => ID, { nullable: true })
  parentId?: string | null;
}

@InputType()
export class ChangeProductAreaInput {
  @Field(() => ID)
  productAreaId: string;

  @Field(() => String, { nullable: true, description: 'Left out: as it is.' })
  @ValidateIf(({ nameKo }: ChangeProductAreaInput) => nameKo !== undefined)
  @Name(1, 60)
  nameKo?: string;

  @Field(() => String, { nullable: true, description: 'Left out: as it is.' })
  @ValidateIf(({ nameEn }: ChangeProductAreaInput) => nameEn !== undefined)
  @Name(1, 60)
  nameEn?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The area that it stands below; null: it stands at the top.',
  })
  parentId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place among its sisters, from 0.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  position?: number | null;
}

@InputType()
export class DescribeVocItemInput extends OneItem {
  @Field(() => String, { nullable: true, description: 'What it says in one sentence; null takes it away.' })
  @IsOptional()
  @Words(0, 300)
  summary?: string | null;

  @Field(() => SeverityEnum, { nullable: true })
  severity?: Severity | null;
}

@InputType()
export class CreateVocItemInput {
  @Field(() => String, { description: 'What was said, in the customer’s words.' })
  @Words(1, 2_000)
  quote: string;

  @Field(() => ChannelEnum, { description: 'By which way it reached us.' })
  channel: Channel;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was said; left out: now.' })
  occurredAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Null where nobody knows who said it.' })
  companyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A contact of the company.' })
  personId?: string | null;

  @Field(() => CategoryEnum, { nullable: true, description: 'Left out: what the model proposes.' })
  category?: Category | null;

  @Field(() => ID, { nullable: true })
  productAreaId?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Words(0, 300)
  summary?: string | null;

  @Field(() => SeverityEnum, { nullable: true })
  severity?: Severity | null;

  @Field(() => String, { nullable: true, description: 'Where the original can be read: http or https.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @Matches(/^https?:\/\/[^\s]+$/)
  originalUrl?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The key of another program: repeated, it gives the same item; with another content, CONFLICT.',
  })
  @IsOptional()
  @Name(1, 120)
  externalId?: string | null;

  @Field(() => String, { nullable: true, description: 'Sent again with the same key, it is made once.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  idempotencyKey?: string | null;
}

@InputType()
export class SplitMessageInput {
  @Field(() => ID)
  messageId: string;
}

@ArgsType()
export class CategoryProposalArgs {
  @Field(() => String)
  @Words(1, 2_000)
  quote: string;
}

@ObjectType({ description: 'What the model says of some words.' })
export class CategoryProposal {
  @Field(() => CategoryEnum)
  category: Category;

  @Field(() => Float, { description: '0 to 1.' })
  confidence: number;
}

@ObjectType({ isAbstract: true })
class ItemPayload {
  @Field(() => VocItemType)
  item: VocItemType;
}

@ObjectType()
export class ConfirmVocItemPayload extends ItemPayload {}
@ObjectType()
export class CorrectVocItemPayload extends ItemPayload {}
@ObjectType()
export class WithdrawVocItemPayload extends ItemPayload {}
@ObjectType()
export class RestoreVocItemPayload extends ItemPayload {}
@ObjectType()
export class RedateVocItemPayload extends ItemPayload {}
@ObjectType()
export class SetVocItemAreaPayload extends ItemPayload {}
@ObjectType()
export class DescribeVocItemPayload extends ItemPayload {}
@ObjectType()
export class CreateVocItemPayload extends ItemPayload {}
@ObjectType()
export class SplitMessagePayload extends ItemPayload {}

@ObjectType()
export class ChangeProductAreaPayload {
  @Field(() => [ProductAreaType], { description: 'The whole tree as it is now.' })
  productAreas: ProductAreaType[];
}

@ObjectType()
export class CreateProductAreaPayload {
  @Field(() => ProductAreaType)
  productArea: ProductAreaType;
}
