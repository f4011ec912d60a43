// How sessions look in GraphQL.
import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { Name, Node, PageArgs, Words, connectionOf, wordsEnum } from '../../platform/graphql/index.js';
import { TRAINING_STATES, type TrainingState } from './training-session.entity.js';

const TrainingStateEnum = wordsEnum(
  'TrainingState',
  TRAINING_STATES,
  'HELD: the doors are open. CLOSED: it is over, and who was there is final.',
);

export const TRAINING_WHEN = ['UPCOMING', 'PAST'] as const;
export type TrainingWhen = (typeof TRAINING_WHEN)[number];
const TrainingWhenEnum = wordsEnum(
  'TrainingWhen',
  TRAINING_WHEN,
  'UPCOMING: planned and held ones, the nearest first. PAST: closed and cancelled ones, the latest first.',
);

export const ATTENDED_BY = ['CODE', 'LIST'] as const;
export type AttendedBy = (typeof ATTENDED_BY)[number];
const AttendedByEnum = wordsEnum('AttendedBy', ATTENDED_BY, 'By their own hand, or ticked by the trainer.');

/** Participants that one command may name. */
const MOST_AT_ONCE = 100;

@ObjectType()
export class TrainingAbilities {
  @Field(() => Boolean)
  change: boolean;

  @Field(() => Boolean, { description: 'Add participants.' })
  invite: boolean;

  @Field(() => Boolean)
  hold: boolean;

  @Field(() => Boolean)
  markAttendance: boolean;

  @Field(() => Boolean)
  end: boolean;

  @Field(() => Boolean)
  cancel: boolean;

  @Field(() => Boolean, { description: 'Take part oneself, where it is open to one’s company.' })
  join: boolean;

  @Field(() => Boolean)
  leave: boolean;

  @Field(() => Boolean, { description: 'Say “I am here” with the code.' })
  attend: boolean;

  @Field(() => Boolean)
  giveFeedback: boolean;
}

@ObjectType()
export class TrainingFeedback {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: '1 to 5.' })
  score: number;

  @Field(() => String, { nullable: true })
  words?: string | null;

  @Field(() => GraphQLISODateTime)
  givenAt: Date;

  personUuid: string;
  companyUuid: string;
}

@ObjectType({ description: 'Figures of who was there and what they thought.' })
export class TrainingFigures {
  @Field(() => Int)
  participants: number;

  @Field(() => Int)
  attended: number;

  @Field(() => Int, { description: 'Scores given.' })
  feedbacks: number;

  @Field(() => Float, { nullable: true, description: 'Of the scores; null without any.' })
  average?: number | null;

  @Field(() => Float, { nullable: true })
  median?: number | null;

  @Field(() => [Int], { description: 'How many gave 1, 2, 3, 4 and 5.' })
  scores: number[];
}

@ObjectType({ description: 'Somebody who takes part. Contacts see those of their own company alone.' })
export class TrainingParticipant {
  @Field(() => ID)
  id: string;

  @Field(() => GraphQLISODateTime)
  addedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  attendedAt?: Date | null;

  @Field(() => AttendedByEnum, { nullable: true })
  attendedBy?: AttendedBy | null;

  uuid: string;
  personUuid: string;
  companyUuid: string;
}

@ObjectType('TrainingSession', { implements: () => [Node] })
export class TrainingSessionType extends Node {
  @Field(() => TrainingStateEnum)
  state: TrainingState;

  @Field(() => GraphQLISODateTime)
  startsAt: Date;

  @Field(() => GraphQLISODateTime)
  endsAt: Date;

  @Field(() => String, { nullable: true })
  place?: string | null;

  @Field(() => String, { nullable: true })
  link?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  closedAt?: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when those who were there may say, and change, what they thought.',
  })
  feedbackUntil?: Date | null;

  @Field(() => Int, { description: 'Send it back with a change.' })
  version: number;

  uuid: string;
  versionUuid: string;
  trainerUuid: string;
}

@ObjectType()
export class TrainingSessionConnection extends connectionOf(TrainingSessionType, 'TrainingSession') {}

@ArgsType()
export class TrainingSessionsArgs extends PageArgs {
  @Field(() => TrainingWhenEnum, { defaultValue: 'UPCOMING' })
  @IsIn(TRAINING_WHEN)
  when: TrainingWhen;

  @Field(() => ID, { nullable: true, description: 'Of one course, whatever the version.' })
  courseId?: string | null;
}

@InputType({ isAbstract: true })
class PlanInput {
  @Field(() => GraphQLISODateTime)
  startsAt: Date;

  @Field(() => GraphQLISODateTime)
  endsAt: Date;

  @Field(() => String, { nullable: true, description: 'A place, a link, or both.' })
  @IsOptional()
  @Name(0, 200)
  place?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(1_000)
  link?: string | null;

  @Field(() => ID, { description: 'Somebody of the staff who answers.' })
  trainerId: string;

  @Field(() => Int, { nullable: true, description: 'Left out: any number.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  capacity?: number | null;

  @Field(() => [ID], {
    description: 'Companies that it is open to: each of their contacts sees it and may take part.',
  })
  @ArrayMaxSize(MOST_AT_ONCE)
  companyIds: string[];
}

@InputType()
export class PlanTrainingSessionInput extends PlanInput {
  @Field(() => ID, { description: 'Its published version is taught.' })
  courseId: string;

  @Field(() => String, { nullable: true, description: 'Sent again with the same key, it is planned once.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  idempotencyKey?: string | null;
}

@InputType({ isAbstract: true })
class OfSessionInput {
  @Field(() => ID)
  trainingSessionId: string;
}

@InputType()
export class ChangeTrainingSessionInput extends PlanInput {
  @Field(() => ID)
  trainingSessionId: string;

  @Field(() => Int, { description: 'The version that was seen; CONFLICT when somebody was quicker.' })
  @IsInt()
  @Min(1)
  version: number;
}

@InputType()
export class HoldTrainingSessionInput extends OfSessionInput {}
@InputType()
export class EndTrainingSessionInput extends OfSessionInput {}
@InputType()
export class CancelTrainingSessionInput extends OfSessionInput {}
@InputType()
export class JoinTrainingSessionInput extends OfSessionInput {}
@InputType()
export class LeaveTrainingSessionInput extends OfSessionInput {}

@InputType({ description: 'A contact, and the company for which they come.' })
export class InvitedInput {
  @Field(() => ID)
  personId: string;

  @Field(() => ID)
  companyId: string;
}

@InputType()
export class InviteToTrainingInput extends OfSessionInput {
  @Field(() => [InvitedInput])
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ValidateNested({ each: true })
  @Type(() => InvitedInput)
  people: InvitedInput[];
}

@InputType()
export class RemoveTrainingParticipantInput {
  @Field(() => ID)
  participantId: string;
}

@InputType()
export class MarkTrainingAttendanceInput extends OfSessionInput {
  @Field(() => [ID])
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique()
  participantIds: string[];

  @Field(() => Boolean)
  @IsBoolean()
  attended: boolean;
}

@InputType()
export class AttendTrainingSessionInput extends OfSessionInput {
  @Field(() => String, { description: 'The six digits that the trainer shows.' })
  @Matches(/^\s*\d{3}[\s-]?\d{3}\s*$/)
  code: string;
}

@InputType()
export class GiveTrainingFeedbackInput extends OfSessionInput {
  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(5)
  score: number;

  @Field(() => String, {
    nullable: true,
    description: 'Said to the trainer’s team; it counts as a VOC item.',
  })
  @IsOptional()
  @Words(0, 4_000)
  words?: string | null;
}

@ObjectType({ isAbstract: true })
class SessionPayload {
  @Field(() => TrainingSessionType)
  trainingSession: TrainingSessionType;
}

@ObjectType()
export class PlanTrainingSessionPayload extends SessionPayload {}
@ObjectType()
export class ChangeTrainingSessionPayload extends SessionPayload {}
@ObjectType()
export class HoldTrainingSessionPayload extends SessionPayload {}
@ObjectType()
export class EndTrainingSessionPayload extends SessionPayload {}
@ObjectType()
export class CancelTrainingSessionPayload extends SessionPayload {}
@ObjectType()
export class JoinTrainingSessionPayload extends SessionPayload {}
@ObjectType({ description: 'They may not see the session any more.' })
export class LeaveTrainingSessionPayload {
  @Field(() => Boolean)
  done: boolean;
}
@ObjectType()
export class InviteToTrainingPayload extends SessionPayload {}
@ObjectType()
export class RemoveTrainingParticipantPayload extends SessionPayload {}
@ObjectType()
export class MarkTrainingAttendancePayload extends SessionPayload {}
@ObjectType()
export class AttendTrainingSessionPayload extends SessionPayload {}
@ObjectType()
export class GiveTrainingFeedbackPayload extends SessionPayload {}
