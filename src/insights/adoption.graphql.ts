// How adoption looks in GraphQL: every figure with its definition.
import { ArgsType, Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { PageArgs, connectionOf } from '../platform/graphql/index.js';
import { type Category, CategoryEnum } from '../voc/index.js';
import type { Narrow } from './adoption.reads.js';

@ObjectType()
export class AdoptionThreads {
  @Field(() => CategoryEnum)
  category: Category;

  @Field(() => Int)
  count: number;
}

@ObjectType({ description: 'What a company said in some whole weeks.' })
export class AdoptionFigures {
  @Field(() => [AdoptionThreads], {
    description:
      'Threads whose VOC item counts, by its category as it is now, in the weeks in which they were opened: all five. Exactly vocItems(companyId, week, toWeek, category, origin: THREAD, state: COUNTED).',
  })
  threads: AdoptionThreads[];

  @Field(() => Int, { description: 'The sum of the five.' })
  threadCount: number;

  @Field(() => Int, {
    description:
      'Messages that contacts wrote in the space, the first of a thread with them; also those that were deleted since.',
  })
  messages: number;
}

@ObjectType({ description: 'Whole ISO weeks on one side of a training; its own week belongs to neither.' })
export class AdoptionWindow {
  @Field(() => String, { description: 'The first week, such as 2026-W42.' })
  fromWeek: string;

  @Field(() => String, { description: 'The last week; it is counted.' })
  toWeek: string;

  @Field(() => Boolean, {
    description:
      'Before: the space was open, or had history, when the first week began. After: the last week is over. Only complete windows have figures.',
  })
  complete: boolean;

  @Field(() => AdoptionFigures, { nullable: true, description: 'Null while it is not complete.' })
  figures: AdoptionFigures | null;
}

@ObjectType({
  description:
    'One training of one company (a session that is over and at which somebody of it was there): what was practised, and what it said in as many weeks before and after.',
})
export class Adoption {
  @Field(() => Int, {
    description: 'Mission steps that it was given; those of people who left are not counted.',
  })
  stepsGiven: number;

  @Field(() => Int, { description: 'Of these, those that have passed by now.' })
  stepsPassed: number;

  @Field(() => AdoptionWindow)
  before: AdoptionWindow;

  @Field(() => AdoptionWindow)
  after: AdoptionWindow;

  @Field(() => GraphQLISODateTime, { description: 'When the last of the weeks after it is over.' })
  completeAt: Date;

  @Field(() => Int, {
    description:
      'Other trainings of the company from the first week before to the last after: what changed may be theirs.',
  })
  otherTrainings: number;

  sessionUuid: string;
  companyUuid: string;
}

@ObjectType({
  description: 'Sums over the trainings of which both windows are complete; the others are in none of them.',
})
export class AdoptionSums {
  @Field(() => Int, { description: 'All trainings of the list.' })
  trainings: number;

  @Field(() => Int, { description: 'Of these, those with two complete windows.' })
  compared: number;

  @Field(() => Int)
  stepsGiven: number;

  @Field(() => Int)
  stepsPassed: number;

  @Field(() => AdoptionFigures)
  before: AdoptionFigures;

  @Field(() => AdoptionFigures)
  after: AdoptionFigures;
}

@ObjectType()
export class AdoptionConnection extends connectionOf(Adoption, 'Adoption') {
  @Field(() => Int, { description: 'Weeks on either side.' })
  weeks: number;

  /** For the lazily counted sums. */
  narrow: Narrow;
}

@ArgsType()
export class TrainingAdoptionArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Of one course, whatever the version.' })
  courseId?: string | null;

  @Field(() => ID, { nullable: true })
  companyId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '1 to 26 weeks on either side; left out: what the installation has set (ADOPTION_WEEKS, 4).',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(26)
  weeks?: number | null;
}
