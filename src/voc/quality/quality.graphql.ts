// How the second look and the agreement of coders look in GraphQL.
import {
  ArgsType,
  Field,
  Float,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  IntersectionType,
  ObjectType,
} from '@nestjs/graphql';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { PageArgs, connectionOf, wordsEnum } from '../../platform/graphql/index.js';
import { type Channel, ChannelEnum } from '../../threads/index.js';
import { CategoryEnum } from '../items/index.js';
import type { Category } from '../classification/index.js';
import { NO_KAPPA, type NoKappa } from './agreement.js';
import {
  CODING_KINDS,
  type CodingFilter,
  type CodingKind,
  type SecondCodingFilter,
} from './quality.reads.js';

const NoKappaEnum = wordsEnum(
  'NoKappa',
  NO_KAPPA,
  'Why there is no kappa. NOTHING: nothing was coded twice. ONE_CATEGORY: both put everything in the same single category, so that chance alone agrees fully.',
);
const CodingKindEnum = wordsEnum('CodingKind', CODING_KINDS);

const WEEK = /^\d{4}-W\d{2}$/;

@ObjectType({
  description:
    'An item that somebody else has coded, to be coded again without knowing how. It names neither the item nor its thread, so that nothing leads from here to the first category, the model’s proposal or its confidence.',
})
export class SecondLookTask {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'What was said, at most 2,000 characters.' })
  quote: string;

  @Field(() => String, { description: 'ko or en.' })
  language: string;

  @Field(() => ChannelEnum)
  channel: Channel;

  @Field(() => GraphQLISODateTime)
  occurredAt: Date;
}

@ObjectType()
export class SecondLookQueue {
  @Field(() => Int, { description: 'How many wait for you.' })
  waiting: number;

  @Field(() => [SecondLookTask], { description: 'The next few.' })
  tasks: SecondLookTask[];
}

@ObjectType()
export class SecondLookSampleAbilities {
  @Field(() => Boolean, { description: 'Set how many are looked at twice.' })
  change: boolean;

  @Field(() => Boolean, { description: 'See how single colleagues code, and settle disagreements.' })
  readCoders: boolean;

  @Field(() => Boolean, { description: 'Look a second time.' })
  look: boolean;
}

@ObjectType({ description: 'Which share of the items that people code is coded again by somebody else.' })
export class SecondLookSample {
  @Field(() => Int, { description: 'Percent, 0 to 100; whether an item is in it cannot be foreseen.' })
  percent: number;

  @Field(() => GraphQLISODateTime, { nullable: true })
  changedAt?: Date | null;

  @Field(() => SecondLookSampleAbilities)
  abilities: SecondLookSampleAbilities;

  changedByUuid: string | null;
}

@ObjectType({ description: 'How far two agree over items that both have coded.' })
export class Agreement {
  @Field(() => Int, { description: 'Doubly coded items.' })
  n: number;

  @Field(() => Int, { description: 'Those on which both say the same.' })
  agreed: number;

  @Field(() => Float, { nullable: true, description: 'agreed ÷ n, 0 to 1; null without items.' })
  share: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Cohen’s κ, −1 to 1: (observed agreement − agreement by chance) ÷ (1 − agreement by chance).',
  })
  kappa: number | null;

  @Field(() => NoKappaEnum, { nullable: true })
  noKappa: NoKappa | null;

  @Field(() => [[Int]], {
    description:
      'Five rows, what the first (or the model, or the coder in question) said; five columns, what the other said; in the order of Category.',
  })
  confusion: number[][];
}

@ObjectType()
export class WeekAgreement {
  @Field(() => String)
  week: string;

  @Field(() => Agreement, { description: 'First against second coder.' })
  people: Agreement;

  @Field(() => Agreement, {
    description: 'What the model proposed against what people left it at; items that somebody has looked at.',
  })
  model: Agreement;

  @Field(() => Agreement, {
    description: 'What a language model outside said against what people left it at, where one is named.',
  })
  outside: Agreement;
}

@ObjectType({ description: 'Agreement over twelve weeks. A week has the items that came in during it.' })
export class CategoryAgreement {
  @Field(() => String, { description: 'The first of the weeks.' })
  fromWeek: string;

  @Field(() => String, { description: 'The last of the weeks.' })
  toWeek: string;

  @Field(() => [WeekAgreement], { description: 'Oldest first, also those without items.' })
  weeks: WeekAgreement[];

  @Field(() => Agreement)
  people: Agreement;

  @Field(() => Agreement)
  model: Agreement;

  @Field(() => Agreement)
  outside: Agreement;
}

@ObjectType()
export class CoderFigures {
  @Field(() => Int, { description: 'Confirmed or corrected.' })
  decisions: number;

  @Field(() => Int, { description: 'Of these, corrected.' })
  corrections: number;

  @Field(() => Agreement, { description: 'With the other coder of the same items, as first or as second.' })
  agreement: Agreement;
}

@ObjectType()
export class CoderWeek extends CoderFigures {
  @Field(() => String)
  week: string;
}

@ObjectType()
export class CoderQuality {
  @Field(() => CoderFigures)
  total: CoderFigures;

  @Field(() => [CoderWeek], { description: 'Oldest first, also those without items.' })
  weeks: CoderWeek[];

  coderUuid: string;
}

@ObjectType({ description: 'An item that was coded twice.' })
export class SecondCoding {
  @Field(() => GraphQLISODateTime)
  at: Date;

  @Field(() => CategoryEnum, { description: 'As it was when the second coder looked.' })
  firstCategory: Category;

  @Field(() => CategoryEnum)
  category: Category;

  @Field(() => Boolean, { description: 'Both say the same.' })
  agreed: boolean;

  @Field(() => Boolean, { description: 'Somebody has decided on the item since.' })
  settled: boolean;

  itemUuid: string;
  coderUuid: string;
  firstCoderUuid: string;
}

@ObjectType()
export class SecondCodingConnection extends connectionOf(SecondCoding, 'SecondCoding') {
  filter: SecondCodingFilter;
}

@ObjectType({ description: 'One decision of a person on the category of an item.' })
export class Coding {
  @Field(() => GraphQLISODateTime)
  at: Date;

  @Field(() => CodingKindEnum)
  kind: CodingKind;

  @Field(() => CategoryEnum)
  from: Category;

  @Field(() => CategoryEnum)
  to: Category;

  itemUuid: string;
  coderUuid: string | null;
}

@ObjectType()
export class CodingConnection extends connectionOf(Coding, 'Coding') {
  filter: CodingFilter;
}

@ArgsType()
export class AgreementArgs {
  @Field(() => String, { nullable: true, description: 'The last of the twelve weeks; the running one.' })
  @IsOptional()
  @Matches(WEEK)
  toWeek?: string | null;
}

@ArgsType()
class WeeksArgs {
  @Field(() => String, { nullable: true, description: 'The first week of the items, such as 2026-W46.' })
  @IsOptional()
  @Matches(WEEK)
  week?: string | null;

  @Field(() => String, { nullable: true, description: 'The last one; left out, there is one week.' })
  @IsOptional()
  @Matches(WEEK)
  toWeek?: string | null;

  @Field(() => ID, { nullable: true, description: 'A person.' })
  coderId?: string | null;
}

@ArgsType()
class SecondCodingFilterArgs extends WeeksArgs {
  @Field(() => CategoryEnum, { nullable: true, description: 'The first coder’s.' })
  firstCategory?: Category | null;

  @Field(() => CategoryEnum, { nullable: true, description: 'The second coder’s.' })
  category?: Category | null;

  @Field(() => Boolean, { nullable: true })
  agreed?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  settled?: boolean | null;
}

@ArgsType()
export class SecondCodingsArgs extends IntersectionType(PageArgs, SecondCodingFilterArgs, ArgsType) {}

@ArgsType()
class CodingFilterArgs extends WeeksArgs {
  @Field(() => CodingKindEnum, { nullable: true })
  kind?: CodingKind | null;

  @Field(() => CategoryEnum, { nullable: true })
  from?: Category | null;

  @Field(() => CategoryEnum, { nullable: true })
  to?: Category | null;
}

@ArgsType()
export class CodingsArgs extends IntersectionType(PageArgs, CodingFilterArgs, ArgsType) {}

@InputType()
export class CodeSecondLookInput {
  @Field(() => ID)
  taskId: string;

  @Field(() => CategoryEnum)
  category: Category;
}

@InputType()
export class SetSecondLookSampleInput {
  @Field(() => Int, { description: 'Percent, 0 to 100, of what people code from now on.' })
  @IsInt()
  @Min(0)
  @Max(100)
  percent: number;
}

@ObjectType()
export class CodeSecondLookPayload {
  @Field(() => SecondLookQueue, { description: 'What waits now. Nothing is said of the first coding.' })
  queue: SecondLookQueue;
}

@ObjectType()
export class SetSecondLookSamplePayload {
  @Field(() => SecondLookSample)
  sample: SecondLookSample;
}
