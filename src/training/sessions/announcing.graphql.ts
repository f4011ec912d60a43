// How new content looks in GraphQL.
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { wordsEnum } from '../../platform/graphql/index.js';
import { type Tier, TierEnum } from '../../identity/index.js';
import { CourseVersionType } from '../courses/index.js';
import { AUDIENCES } from './announcing.reads.js';

const AnnouncementAudienceEnum = wordsEnum(
  'AnnouncementAudience',
  AUDIENCES,
  'PARTICIPANTS: companies whose people take or took part in a session of the course. Those without a space are left out.',
);

const MOST_COMPANIES = 200;

@ObjectType({ description: 'Whom an announcement would reach.' })
export class AnnouncementPreview {
  @Field(() => Int, { description: 'Companies that were not told of this version yet.' })
  companies: number;

  @Field(() => Int, { description: 'Their contacts.' })
  people: number;

  @Field(() => Int, { description: 'Companies that know it already.' })
  announced: number;
}

@ObjectType({ description: 'A version of a course that was announced to the viewer’s company.' })
export class NewContent {
  @Field(() => GraphQLISODateTime)
  at: Date;

  versionUuid: string;
}

@ArgsType()
export class AnnouncementPreviewArgs {
  @Field(() => ID)
  courseVersionId: string;

  @Field(() => AnnouncementAudienceEnum, { defaultValue: 'PARTICIPANTS' })
  @IsIn(AUDIENCES)
  audience: (typeof AUDIENCES)[number];

  @Field(() => TierEnum, { nullable: true })
  tier?: Tier | null;

  @Field(() => [ID], { nullable: true, description: `At most ${MOST_COMPANIES}.` })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_COMPANIES)
  companyIds?: string[] | null;
}

@InputType()
export class AnnounceCourseInput {
  @Field(() => ID)
  courseVersionId: string;

  @Field(() => AnnouncementAudienceEnum, { defaultValue: 'PARTICIPANTS' })
  @IsIn(AUDIENCES)
  audience: (typeof AUDIENCES)[number];

  @Field(() => TierEnum, { nullable: true, description: 'With TIER.' })
  tier?: Tier | null;

  @Field(() => [ID], { nullable: true, description: `With COMPANIES; at most ${MOST_COMPANIES}.` })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_COMPANIES)
  companyIds?: string[] | null;
}

@ObjectType()
export class AnnounceCoursePayload {
  @Field(() => CourseVersionType)
  courseVersion: CourseVersionType;

  @Field(() => Int, { description: 'To how many companies it was announced now; 0: all of them knew it.' })
  companies: number;
}
