// How trouble on a step looks in GraphQL.
import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Name, PageArgs, connectionOf } from '../../platform/graphql/index.js';
import { LONGEST_BODY, Said, ThreadPayload, WordsOrFiles } from '../../threads/index.js';
import { CourseText } from '../courses/index.js';

@ObjectType({
  description: 'What a thread is about that was opened because somebody was stuck on a step of a mission.',
})
export class MissionTrouble {
  @Field(() => ID)
  id: string;

  @Field(() => [CourseText], { description: 'Of the course: titles alone.' })
  courseTexts: CourseText[];

  @Field(() => [CourseText], { description: 'Of the mission: titles alone.' })
  missionTexts: CourseText[];

  @Field(() => [CourseText], { description: 'Of the step: titles alone.' })
  texts: CourseText[];

  threadUuid: string;
  projectUuid: string;
  stepUuid: string;
  openedByUuid: string;
  openedAt: Date;
  seen: boolean;
}

@ObjectType()
export class MissionTroubleConnection extends connectionOf(MissionTrouble, 'MissionTrouble') {}

@ArgsType()
export class MissionTroublesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Of one step of a course; left out: of all.' })
  stepId?: string | null;
}

@InputType()
export class OpenTroubleInput extends Said {
  @Field(() => ID)
  missionStepId: string;

  @Field(() => String, { nullable: true, description: 'May be left out: then the first line stands for it.' })
  @IsOptional()
  @Name(1, 140)
  title?: string | null;

  @Field(() => String, {
    description: `Markdown, at most ${LONGEST_BODY} characters; empty only with files.`,
  })
  @WordsOrFiles(LONGEST_BODY)
  body: string;
}

@ObjectType()
export class OpenTroublePayload extends ThreadPayload {}
