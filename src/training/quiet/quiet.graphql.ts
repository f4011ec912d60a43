// How quiet companies look in GraphQL.
import { ArgsType, Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { PageArgs, connectionOf } from '../../platform/graphql/index.js';
import type { QuietDay } from './quiet-day.js';
import type { Trained } from './quiet.reads.js';

@ObjectType({
  description:
    'A company that could be heard (it has a space, or somebody of it was trained) and of which nothing was heard: no message of a contact in its space, nothing shown for a mission.',
})
export class QuietCompany {
  @Field(() => GraphQLISODateTime, {
    description:
      'The latest of its last word, the end of its last training and the opening of its space: since then nothing was heard.',
  })
  since: Date;

  @Field(() => Int, { description: 'Whole weeks from the day of `since` to today.' })
  weeks: number;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When a contact last wrote a message or showed something for a mission, also before the training; null: never.',
  })
  lastWordAt: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When the last training ended at which somebody of it was there; null: there was none, and silence counts from the opening of the space.',
  })
  trainedAt: Date | null;

  companyUuid: string;
  sessionUuid: string | null;
  responsibleUuid: string | null;
}

@ObjectType()
export class QuietCompanyConnection extends connectionOf(QuietCompany, 'QuietCompany') {
  @Field(() => Int, { description: 'So many weeks without a word make a company quiet.' })
  weeks: number;

  /** For the lazily counted total. */
  on: QuietDay;
  trained: Trained;
}

@ArgsType()
export class QuietCompaniesArgs extends PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: '1 to 52 weeks without a word; left out: what the installation has set (QUIET_WEEKS, 4).',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(52)
  weeks?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: of companies that were trained; false: of those that never were; left out: of both.',
  })
  @IsOptional()
  @IsBoolean()
  trained?: boolean | null;
}
