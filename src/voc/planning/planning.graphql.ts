// How planning items look in GraphQL.
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Name, Node, PageArgs, Words, connectionOf, wordsEnum } from '../../platform/graphql/index.js';
import { LocaleEnum } from '../../identity/index.js';
import { type Channel, ChannelEnum } from '../../threads/index.js';
import type { Category } from '../classification/index.js';
import { CategoryEnum } from '../items/index.js';
import { COULD_NOT, type CouldNot } from './askers.js';
import { LINK_STATES, type LinkState, PROVIDERS, type Provider } from './links.js';
import {
  DECISIONS,
  type Decision,
  PLANNING_KINDS,
  PLANNING_STATES,
  type PlanningKind,
  type PlanningState,
} from './planning-item.entity.js';
import type { PlanningFilter, VoiceFilter } from './planning.reads.js';

export const PlanningKindEnum = wordsEnum('PlanningKind', PLANNING_KINDS);
export const PlanningStateEnum = wordsEnum('PlanningState', PLANNING_STATES);
export const DecisionEnum = wordsEnum('Decision', DECISIONS, 'Of what everybody who asked is told.');
const CouldNotEnum = wordsEnum(
  'CouldNotTell',
  COULD_NOT,
  'NO_THREAD: it came by a road on which nothing can be said back. ANONYMOUS: nobody knows who asked; on a board our team’s answer after the decision is the telling, seen the night after. PERSON_LEFT: they work there no longer. NO_ACCESS: they are no member of the space.',
);
const ProviderEnum = wordsEnum('WorkProvider', PROVIDERS);
const LinkStateEnum = wordsEnum('WorkState', LINK_STATES, 'What the provider said last.');

@ObjectType()
export class PlanningAbilities {
  @Field(() => Boolean, { description: 'Make, change, decide, link.' })
  plan: boolean;
}

@ObjectType({ description: 'The words meant for contacts.' })
export class PlanningWording {
  @Field(() => String, { nullable: true })
  titleKo?: string | null;

  @Field(() => String, { nullable: true })
  titleEn?: string | null;

  @Field(() => String, { nullable: true })
  bodyKo?: string | null;

  @Field(() => String, { nullable: true })
  bodyEn?: string | null;
}

@ObjectType({ description: 'Every item counts once.' })
export class PlanningReach {
  @Field(() => Int, { description: 'Items that count behind its needs.' })
  mentions: number;

  @Field(() => Int, { description: 'Distinct companies among them; an item without one adds none.' })
  companies: number;

  @Field(() => Int, { description: 'Employees of those companies.' })
  seats: number;

  @Field(() => Int, { description: 'Mentions of the last four weeks less those of the four before.' })
  growth: number;
}

@ObjectType({ description: 'A need of which the planning item was made.' })
export class PlannedNeed {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  number: number;

  @Field(() => String)
  title: string;

  @Field(() => Int)
  mentions: number;

  @Field(() => Int)
  companies: number;
}

@ObjectType({ description: 'A change of state and why, oldest first.' })
export class PlanningDecision {
  @Field(() => GraphQLISODateTime)
  at: Date;

  @Field(() => PlanningStateEnum, { nullable: true, description: 'Null: it was made.' })
  from?: PlanningState | null;

  @Field(() => PlanningStateEnum)
  to: PlanningState;

  @Field(() => String)
  reason: string;

  actorUuid: string;
}

@ObjectType({ description: 'Where the work is done.' })
export class WorkLinkType {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  url: string;

  @Field(() => ProviderEnum)
  provider: Provider;

  @Field(() => String, { nullable: true, description: 'How the provider names it.' })
  key?: string | null;

  @Field(() => LinkStateEnum, { nullable: true, description: 'Null until the provider says something.' })
  state?: LinkState | null;

  @Field(() => String, { nullable: true, description: 'The provider’s own word.' })
  stateWord?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  stateAt?: Date | null;
}

@ObjectType({ description: 'Items of one week and category behind a planning item.' })
export class PlanningWeek {
  @Field(() => String, { description: 'Such as 2026-W46.' })
  week: string;

  @Field(() => CategoryEnum)
  category: Category;

  @Field(() => Int)
  count: number;
}

@ObjectType({
  description: 'What somebody said that stands behind a planning item, and whether they were told.',
})
export class PlanningVoice {
  @Field(() => ID, { description: 'The VOC item.' })
  itemId: string;

  @Field(() => String)
  quote: string;

  @Field(() => LocaleEnum)
  language: 'ko' | 'en';

  @Field(() => CategoryEnum)
  category: Category;

  @Field(() => ChannelEnum)
  channel: Channel;

  @Field(() => String)
  week: string;

  @Field(() => GraphQLISODateTime)
  occurredAt: Date;

  @Field(() => LocaleEnum, { description: 'In which language they are told.' })
  locale: 'ko' | 'en';

  @Field(() => GraphQLISODateTime, { nullable: true })
  toldAt?: Date | null;

  @Field(() => CouldNotEnum, { nullable: true, description: 'Why they cannot be told.' })
  couldNot?: CouldNot | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it can be read when that is no thread: a path of the web app, or an address.',
  })
  originalUrl?: string | null;

  planningItemUuid: string;
  threadUuid: string | null;
  companyUuid: string | null;
  personUuid: string | null;
}

@ObjectType()
export class PlanningVoiceConnection extends connectionOf(PlanningVoice, 'PlanningVoice') {
  filter: VoiceFilter;
}

@ObjectType()
export class PlanningVoiceCounts {
  @Field(() => Int)
  total: number;

  @Field(() => Int)
  told: number;

  @Field(() => Int, { description: 'Who cannot be told.' })
  couldNot: number;

  @Field(() => Int, { description: 'Threads in which a message is still to be posted.' })
  places: number;
}

@ObjectType('PlanningItem', {
  description: 'What product planning decided to look at because of needs. Staff only.',
  implements: () => [Node],
})
export class PlanningItemType extends Node {
  @Field(() => Int, { description: 'Short, for speaking of it.' })
  number: number;

  @Field(() => String, { description: 'Staff’s own; contacts read the wording.' })
  title: string;

  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => PlanningKindEnum)
  kind: PlanningKind;

  @Field(() => PlanningStateEnum)
  state: PlanningState;

  @Field(() => String, { nullable: true, description: 'What it came with.' })
  release?: string | null;

  @Field(() => Boolean, { description: 'On the roadmap that contacts see.' })
  public: boolean;

  @Field(() => PlanningWording)
  wording: PlanningWording;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was shipped or declined.' })
  decidedAt?: Date | null;

  @Field(() => GraphQLISODateTime)
  createdAt: Date;

  @Field(() => Int, { description: 'Send it back with a change.' })
  version: number;

  uuid: string;
  ownerUuid: string | null;
  createdByUuid: string;
}

@ObjectType()
export class PlanningStateCount {
  @Field(() => PlanningStateEnum)
  state: PlanningState;

  @Field(() => Int)
  count: number;
}

@ObjectType()
export class PlanningItemConnection extends connectionOf(PlanningItemType, 'PlanningItem') {
  filter: PlanningFilter;
}

@ArgsType()
export class PlanningItemsArgs extends PageArgs {
  @Field(() => PlanningStateEnum, { nullable: true })
  state?: PlanningState | null;

  @Field(() => PlanningKindEnum, { nullable: true })
  kind?: PlanningKind | null;

  @Field(() => ID, { nullable: true, description: 'Made of this need.' })
  needId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shipped or declined in it, such as 2026-Q4.' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  quarter?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: with at least one VOC item behind it.' })
  withVoc?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Words of title or description, or a number.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;
}

@ArgsType()
export class PlanningVoicesArgs extends PageArgs {
  @Field(() => DecisionEnum, {
    nullable: true,
    description: 'Who is or would be told of it; left out: the decision that stands, or SHIPPED.',
  })
  decision?: Decision | null;

  @Field(() => Boolean, { nullable: true })
  told?: boolean | null;
}

@ArgsType()
export class AllVoicesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Of what was decided in it, such as 2026-Q4.' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  quarter?: string | null;

  @Field(() => CategoryEnum, { nullable: true })
  category?: Category | null;

  @Field(() => ID, { nullable: true })
  companyId?: string | null;

  @Field(() => Boolean, { nullable: true })
  told?: boolean | null;
}

@InputType()
export class CreatePlanningItemInput {
  @Field(() => String)
  @Name(1, 120)
  title: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Words(0, 4_000)
  description?: string | null;

  @Field(() => PlanningKindEnum)
  kind: PlanningKind;

  @Field(() => [ID], { description: 'The needs it is made of.' })
  @ArrayMaxSize(50)
  needIds: string[];

  @Field(() => ID, { nullable: true, description: 'Who looks after it.' })
  ownerId?: string | null;

  @Field(() => String, { description: 'Why it is looked at; the first line of its log.' })
  @Words(1, 2_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'Sent again with the same key, it is made once.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  idempotencyKey?: string | null;
}

@InputType({ isAbstract: true })
class VersionedPlanningItem {
  @Field(() => ID)
  planningItemId: string;

  @Field(() => Int, { description: 'The version that was seen; CONFLICT when somebody was quicker.' })
  @IsInt()
  @Min(1)
  version: number;
}

@InputType({ description: 'What is left out stays as it is.' })
export class ChangePlanningItemInput extends VersionedPlanningItem {
  @Field(() => String, { nullable: true })
  @ValidateIf(({ title }: ChangePlanningItemInput) => title !== undefined)
  @Name(1, 120)
  title?: string;

  @Field(() => String, { nullable: true, description: 'Null takes it away.' })
  @IsOptional()
  @Words(0, 4_000)
  description?: string | null;

  @Field(() => PlanningKindEnum, { nullable: true })
  kind?: PlanningKind | null;

  @Field(() => ID, { nullable: true, description: 'Null: nobody.' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Words(0, 60)
  release?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'On the roadmap that contacts see.' })
  @IsOptional()
  @IsBoolean()
  public?: boolean | null;

  @Field(() => String, { nullable: true, description: 'For contacts.' })
  @IsOptional()
  @Words(0, 120)
  titleKo?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Words(0, 120)
  titleEn?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Words(0, 4_000)
  bodyKo?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Words(0, 4_000)
  bodyEn?: string | null;
}

@InputType({ description: 'What everybody who asked is told, in their own language.' })
export class WordingInput {
  @Field(() => String)
  @Words(1, 120)
  titleKo: string;

  @Field(() => String)
  @Words(1, 120)
  titleEn: string;

  @Field(() => String)
  @Words(1, 4_000)
  bodyKo: string;

  @Field(() => String)
  @Words(1, 4_000)
  bodyEn: string;
}

@InputType()
export class DecidePlanningItemInput extends VersionedPlanningItem {
  @Field(() => PlanningStateEnum)
  state: PlanningState;

  @Field(() => String, { description: 'Why; staff read it.' })
  @Words(1, 2_000)
  reason: string;

  @Field(() => WordingInput, {
    nullable: true,
    description: 'Needed for SHIPPED and DECLINED, unless it is written already.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => WordingInput)
  wording?: WordingInput | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Words(0, 60)
  release?: string | null;
}

@InputType()
export class TellDecisionAgainInput {
  @Field(() => ID)
  planningItemId: string;
}

@InputType()
export class AddPlanningNeedInput {
  @Field(() => ID)
  planningItemId: string;

  @Field(() => ID)
  needId: string;
}

@InputType()
export class RemovePlanningNeedInput extends AddPlanningNeedInput {}

@InputType()
export class AddWorkLinkInput {
  @Field(() => ID)
  planningItemId: string;

  @Field(() => String, { description: 'An issue in GitHub, Jira or Linear, or any web address.' })
  @Words(1, 500)
  url: string;
}

@InputType()
export class RemoveWorkLinkInput {
  @Field(() => ID)
  linkId: string;
}

@ObjectType({ isAbstract: true })
class PlanningItemPayload {
  @Field(() => PlanningItemType)
  planningItem: PlanningItemType;
}

@ObjectType()
export class CreatePlanningItemPayload extends PlanningItemPayload {}
@ObjectType()
export class ChangePlanningItemPayload extends PlanningItemPayload {}
@ObjectType()
export class DecidePlanningItemPayload extends PlanningItemPayload {}
@ObjectType()
export class TellDecisionAgainPayload extends PlanningItemPayload {}
@ObjectType()
export class AddPlanningNeedPayload extends PlanningItemPayload {}
@ObjectType()
export class RemovePlanningNeedPayload extends PlanningItemPayload {}
@ObjectType()
export class AddWorkLinkPayload extends PlanningItemPayload {}
@ObjectType()
export class RemoveWorkLinkPayload extends PlanningItemPayload {}
