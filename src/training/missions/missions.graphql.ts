// How missions look in GraphQL.
import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsUrl, MaxLength } from 'class-validator';
import { Node, PageArgs, Words, connectionOf, wordsEnum } from '../../platform/graphql/index.js';
import { CourseText, type ShownBy, ShownByEnum, type TeamMode, TeamModeEnum } from '../courses/index.js';
import { STEP_STATES, type StepState } from './missions.policy.js';

const MissionStepStateEnum = wordsEnum(
  'MissionStepState',
  STEP_STATES,
  'SUBMITTED: it waits for a review. AGAIN: it was sent back with a comment.',
);

export const VERDICTS = ['PASS', 'AGAIN'] as const;
const MissionVerdictEnum = wordsEnum('MissionVerdict', VERDICTS);

export const QUEUES = ['ALL', 'FIRST', 'REPEATED'] as const;
const MissionQueueEnum = wordsEnum(
  'MissionQueue',
  QUEUES,
  'FIRST: shown for the first time. REPEATED: shown again after it was sent back.',
);

@ObjectType({ description: 'Counted in steps; those of people who left the company are not counted.' })
export class MissionProgress {
  @Field(() => Int)
  steps: number;

  @Field(() => Int, { description: 'Not shown yet.' })
  open: number;

  @Field(() => Int, { description: 'Shown, and waiting for a review.' })
  submitted: number;

  @Field(() => Int, { description: 'Sent back.' })
  again: number;

  @Field(() => Int)
  passed: number;

  @Field(() => Int, { description: 'Not passed, and not shown in time.' })
  late: number;
}

@ObjectType()
export class TrainingProjectMember {
  @Field(() => ID)
  id: string;

  @Field(() => MissionProgress, { description: 'Of their own steps.' })
  progress: MissionProgress;

  personUuid: string;
}

@ObjectType({ description: 'A step of the course as a whole company stands with it.' })
export class TrainingProjectStep {
  @Field(() => ID)
  id: string;

  @Field(() => ShownByEnum)
  shownBy: ShownBy;

  @Field(() => TeamModeEnum)
  teamMode: TeamMode;

  @Field(() => GraphQLISODateTime, { nullable: true })
  dueAt?: Date | null;

  @Field(() => MissionProgress)
  progress: MissionProgress;

  stepUuid: string;
  missionUuid: string;
}

@ObjectType({ description: 'What the team says aloud of something that was shown.' })
export class MissionPraise {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  words: string;

  @Field(() => GraphQLISODateTime)
  at: Date;

  personUuid: string;
  stepUuid: string;
}

@ObjectType('TrainingProject', {
  description: 'What the people of one company practise after a session.',
  implements: () => [Node],
})
export class TrainingProjectType extends Node {
  @Field(() => GraphQLISODateTime, { description: 'The session’s end, from which working days are counted.' })
  endedAt: Date;

  @Field(() => GraphQLISODateTime)
  createdAt: Date;

  uuid: string;
  sessionUuid: string;
  companyUuid: string;
  versionUuid: string;
}

@ObjectType()
export class MissionStepAbilities {
  @Field(() => Boolean, { description: 'Show that it is done.' })
  submit: boolean;

  @Field(() => Boolean, { description: 'Open a thread about it in the space: stuck here.' })
  ask: boolean;
}

@ObjectType({ description: 'How many of the team have it, and how many have passed.' })
export class TeamCount {
  @Field(() => Int)
  people: number;

  @Field(() => Int)
  passed: number;
}

@ObjectType('MissionStep', { description: 'A step as somebody has it.', implements: () => [Node] })
export class MissionStepType extends Node {
  @Field(() => ShownByEnum)
  shownBy: ShownBy;

  @Field(() => TeamModeEnum)
  teamMode: TeamMode;

  @Field(() => ID, { description: 'The step of the course: the id of the TrainingProjectStep that it is.' })
  courseStepId: string;

  @Field(() => MissionStepStateEnum)
  state: StepState;

  @Field(() => Boolean, { description: 'Passed; of what all do together, by all.' })
  done: boolean;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'The end of a working day of the company; null: its calendar never opens again.',
  })
  dueAt?: Date | null;

  @Field(() => Boolean, { description: 'It was not shown in time.' })
  late: boolean;

  @Field(() => Int, { description: 'How often it was sent back.' })
  sentBack: number;

  @Field(() => TeamCount, { nullable: true, description: 'Of what all do together.' })
  team?: TeamCount | null;

  @Field(() => MissionStepAbilities)
  abilities: MissionStepAbilities;

  uuid: string;
  projectUuid: string;
  stepUuid: string;
  missionUuid: string;
  personUuid: string | null;
}

@ObjectType({ description: 'Seen by whom it may be at its address, anew every time.' })
export class MissionFile {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String)
  mediaType: string;

  @Field(() => Int)
  bytes: number;

  @Field(() => String, { description: 'A path of this server.' })
  url: string;

  @Field(() => Boolean, { description: 'A picture that a page may show.' })
  inline: boolean;
}

@ObjectType()
export class MissionReview {
  @Field(() => MissionVerdictEnum)
  verdict: (typeof VERDICTS)[number];

  @Field(() => String, { nullable: true })
  comment?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole team reads it.' })
  praise?: string | null;

  @Field(() => GraphQLISODateTime)
  at: Date;

  reviewerUuid: string;
}

@ObjectType()
export class MissionSubmissionAbilities {
  @Field(() => Boolean)
  review: boolean;
}

@ObjectType('MissionSubmission', {
  description:
    'What was shown, and what was said to it. Its sender, their team where it is the team’s, and staff see it.',
  implements: () => [Node],
})
export class MissionSubmissionType extends Node {
  @Field(() => GraphQLISODateTime)
  at: Date;

  @Field(() => String, { nullable: true })
  words?: string | null;

  @Field(() => String, { nullable: true })
  url?: string | null;

  @Field(() => MissionReview, { nullable: true })
  review?: MissionReview | null;

  @Field(() => MissionSubmissionAbilities)
  abilities: MissionSubmissionAbilities;

  uuid: string;
  stepUuid: string;
  personUuid: string;
  fileRow: { id: string; name: string; media_type: string; bytes: number } | null;
}

@ObjectType()
export class MissionSubmissionConnection extends connectionOf(MissionSubmissionType, 'MissionSubmission') {}

@ObjectType()
export class MissionReviewCounts {
  @Field(() => Int)
  all: number;

  @Field(() => Int)
  first: number;

  @Field(() => Int)
  repeated: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when the oldest waits.' })
  oldest?: Date | null;
}

@ObjectType({
  description: 'A step with which people are late, that was sent back to them, or about which they asked.',
})
export class StuckStep {
  @Field(() => ID)
  id: string;

  @Field(() => [CourseText])
  courseTexts: CourseText[];

  @Field(() => [CourseText])
  missionTexts: CourseText[];

  @Field(() => [CourseText])
  texts: CourseText[];

  @Field(() => Int, { description: 'Who have it; a team’s step counts once.' })
  people: number;

  @Field(() => Int)
  late: number;

  @Field(() => Int, { description: 'To whom it was sent back at least once.' })
  sentBack: number;

  @Field(() => Float, { description: 'Of those who have it, who are late or were sent back; 0 to 1.' })
  share: number;

  @Field(() => Int, { description: 'Threads that were opened because somebody was stuck on it.' })
  troubles: number;

  @Field(() => Int, { description: 'Companies that opened them.' })
  troubledCompanies: number;
}

@ArgsType()
export class MissionReviewsArgs extends PageArgs {
  @Field(() => MissionQueueEnum, { defaultValue: 'ALL' })
  @IsIn(QUEUES)
  queue: (typeof QUEUES)[number];

  @Field(() => ID, { nullable: true })
  companyId?: string | null;
}

@ArgsType()
export class StuckStepsArgs {
  @Field(() => ID, { nullable: true })
  courseId?: string | null;

  @Field(() => ID, { nullable: true })
  companyId?: string | null;
}

@InputType()
export class SubmitStepInput {
  @Field(() => ID)
  missionStepId: string;

  @Field(() => String, { nullable: true, description: 'A text, an answer, or a word beside anything else.' })
  @IsOptional()
  @Words(0, 10_000)
  words?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(1_000)
  url?: string | null;

  @Field(() => ID, { nullable: true, description: 'What POST /training/missions/files answered.' })
  missionFileId?: string | null;
}

@InputType()
export class ReviewSubmissionInput {
  @Field(() => ID)
  submissionId: string;

  @Field(() => MissionVerdictEnum)
  @IsIn(VERDICTS)
  verdict: (typeof VERDICTS)[number];

  @Field(() => String, { nullable: true, description: 'AGAIN says what is still missing.' })
  @IsOptional()
  @Words(0, 4_000)
  comment?: string | null;

  @Field(() => String, { nullable: true, description: 'Of what has passed: the whole team reads it.' })
  @IsOptional()
  @Words(0, 1_000)
  praise?: string | null;
}

@ObjectType()
export class SubmitStepPayload {
  @Field(() => MissionStepType)
  missionStep: MissionStepType;
}

@ObjectType()
export class ReviewSubmissionPayload {
  @Field(() => MissionSubmissionType)
  submission: MissionSubmissionType;
}
