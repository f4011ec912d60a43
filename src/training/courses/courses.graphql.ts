// How courses look in GraphQL.
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
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
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { LocaleEnum } from '../../identity/index.js';
import { Name, Node, Words, wordsEnum } from '../../platform/graphql/index.js';
import { COURSE_STAGES, type CourseStage } from './course.entity.js';
import {
  COURSE_VERSION_STATES,
  type CourseVersionState,
  MATERIAL_KINDS,
  type MaterialKind,
  SHOWN_BY,
  type ShownBy,
  TEAM_MODES,
  type TeamMode,
} from './course-version.entity.js';
import type { Locale } from './courses.reads.js';

export const CourseStageEnum = wordsEnum('CourseStage', COURSE_STAGES);
const CourseVersionStateEnum = wordsEnum(
  'CourseVersionState',
  COURSE_VERSION_STATES,
  'What is PUBLISHED never changes.',
);
const MaterialKindEnum = wordsEnum('MaterialKind', MATERIAL_KINDS);
export const ShownByEnum = wordsEnum('ShownBy', SHOWN_BY, 'How it is shown that a step is done.');
export const TeamModeEnum = wordsEnum(
  'TeamMode',
  TEAM_MODES,
  'Of a company’s participants: EACH for themselves, ANY one for all, or ALL together.',
);

@ObjectType()
export class CourseAbilities {
  @Field(() => Boolean, { description: 'Begin a draft, write it, publish it.' })
  write: boolean;

  @Field(() => Boolean, { description: 'Archive it and bring it back.' })
  archive: boolean;
}

@ObjectType({ description: 'The words of a course, a material, a mission or a step in one language.' })
export class CourseText {
  @Field(() => LocaleEnum)
  locale: Locale;

  @Field(() => String)
  title: string;

  @Field(() => String, { nullable: true, description: 'Of a course: what it is in a sentence or two.' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown.' })
  body?: string | null;
}

@ObjectType({ description: 'Seen by whom it may be at its address, anew every time.' })
export class CourseFile {
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
export class CourseMaterial {
  @Field(() => ID)
  id: string;

  @Field(() => MaterialKindEnum)
  kind: MaterialKind;

  @Field(() => String, { nullable: true, description: 'Of a LINK and a VIDEO.' })
  url?: string | null;

  @Field(() => CourseFile, { nullable: true, description: 'Of a FILE.' })
  file?: CourseFile | null;

  uuid: string;
}

@ObjectType({ description: 'What participants practise after a session of the course.' })
export class CourseMission {
  @Field(() => ID)
  id: string;

  uuid: string;
}

@ObjectType()
export class CourseStep {
  @Field(() => ID)
  id: string;

  @Field(() => ShownByEnum)
  shownBy: ShownBy;

  @Field(() => Int, { description: 'Working days after the session’s end.' })
  dueDays: number;

  @Field(() => TeamModeEnum)
  teamMode: TeamMode;

  uuid: string;
}

@ObjectType('CourseVersion', { implements: () => [Node] })
export class CourseVersionType extends Node {
  @Field(() => Int, { description: '1, 2, 3 … of its course.' })
  number: number;

  @Field(() => CourseVersionStateEnum)
  state: CourseVersionState;

  @Field(() => GraphQLISODateTime, { nullable: true })
  publishedAt?: Date | null;

  @Field(() => Int, { description: 'Send it back with a change of the draft or of its parts.' })
  version: number;

  uuid: string;
  courseUuid: string;
}

@ObjectType('Course', {
  description: 'What is taught. Contacts see those of which they see a session.',
  implements: () => [Node],
})
export class CourseType extends Node {
  @Field(() => CourseStageEnum)
  stage: CourseStage;

  @Field(() => GraphQLISODateTime)
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  archivedAt?: Date | null;

  @Field(() => Int, { description: 'Send it back with a change of the course itself.' })
  version: number;

  uuid: string;
}

@ArgsType()
export class CoursesArgs {
  @Field(() => CourseStageEnum, { nullable: true })
  @IsOptional()
  @IsIn(COURSE_STAGES)
  stage?: CourseStage | null;

  @Field(() => Boolean, { defaultValue: false, description: 'True: only archived ones.' })
  @IsBoolean()
  archived: boolean;

  @Field(() => String, { nullable: true, description: 'Words of title or summary.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;
}

@InputType()
export class CreateCourseInput {
  @Field(() => CourseStageEnum)
  @IsIn(COURSE_STAGES)
  stage: CourseStage;

  @Field(() => LocaleEnum, { description: 'The language it is written in first.' })
  locale: Locale;

  @Field(() => String)
  @Name(1, 120)
  title: string;
}

@InputType()
export class CopyCourseInput {
  @Field(() => ID)
  courseId: string;
}

@InputType()
export class StartCourseDraftInput {
  @Field(() => ID)
  courseId: string;
}

@InputType({ isAbstract: true })
class OfCourseInput {
  @Field(() => ID)
  courseId: string;

  @Field(() => Int, { description: 'The version that was seen; CONFLICT when somebody was quicker.' })
  @IsInt()
  @Min(1)
  version: number;
}

@InputType()
export class ChangeCourseStageInput extends OfCourseInput {
  @Field(() => CourseStageEnum)
  @IsIn(COURSE_STAGES)
  stage: CourseStage;
}

@InputType()
export class ArchiveCourseInput extends OfCourseInput {
  @Field(() => Boolean, { description: 'False brings it back.' })
  @IsBoolean()
  archived: boolean;
}

@InputType({ isAbstract: true })
class OfDraftInput {
  @Field(() => ID)
  courseVersionId: string;

  @Field(() => Int, { description: 'The version that was seen; CONFLICT when somebody was quicker.' })
  @IsInt()
  @Min(1)
  version: number;
}

@InputType()
export class PublishCourseInput extends OfDraftInput {}

@InputType()
export class WriteCourseTextInput extends OfDraftInput {
  @Field(() => LocaleEnum)
  locale: Locale;

  @Field(() => String)
  @Name(1, 120)
  title: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Words(0, 300)
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown.' })
  @IsOptional()
  @Words(0, 20_000)
  body?: string | null;
}

@InputType()
export class RemoveCourseLanguageInput extends OfDraftInput {
  @Field(() => LocaleEnum)
  locale: Locale;
}

@InputType({ description: 'Languages that are not named stay as they are.' })
export class CoursePartTextInput {
  @Field(() => LocaleEnum)
  locale: Locale;

  @Field(() => String)
  @Name(1, 120)
  title: string;

  @Field(() => String, { nullable: true, description: 'Markdown.' })
  @IsOptional()
  @Words(0, 10_000)
  body?: string | null;
}

@InputType({ isAbstract: true })
class OfPartInput extends OfDraftInput {
  @Field(() => [CoursePartTextInput])
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique(({ locale }: CoursePartTextInput) => locale)
  @ValidateNested({ each: true })
  @Type(() => CoursePartTextInput)
  texts: CoursePartTextInput[];
}

@InputType()
export class WriteCourseMaterialInput extends OfPartInput {
  @Field(() => ID, { nullable: true, description: 'Left out: a new one at the end.' })
  materialId?: string | null;

  @Field(() => MaterialKindEnum)
  @IsIn(MATERIAL_KINDS)
  kind: MaterialKind;

  @Field(() => String, { nullable: true, description: 'Of a LINK and a VIDEO.' })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(2_000)
  url?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a FILE: what POST /training/files answered.' })
  fileId?: string | null;
}

@InputType()
export class WriteCourseMissionInput extends OfPartInput {
  @Field(() => ID, { nullable: true, description: 'Left out: a new one at the end.' })
  missionId?: string | null;
}

@InputType()
export class WriteCourseStepInput extends OfPartInput {
  @Field(() => ID)
  missionId: string;

  @Field(() => ID, { nullable: true, description: 'Left out: a new one at the end.' })
  stepId?: string | null;

  @Field(() => ShownByEnum)
  @IsIn(SHOWN_BY)
  shownBy: ShownBy;

  @Field(() => Int)
  @IsInt()
  @Min(0)
  @Max(250)
  dueDays: number;

  @Field(() => TeamModeEnum)
  @IsIn(TEAM_MODES)
  teamMode: TeamMode;
}

@InputType()
export class ArrangeCoursePartsInput extends OfDraftInput {
  @Field(() => [ID], { description: 'All materials, all missions, or all steps of one mission.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  partIds: string[];
}

@InputType()
export class RemoveCoursePartInput extends OfDraftInput {
  @Field(() => ID, { description: 'A material, a mission with its steps, or a step.' })
  partId: string;
}

@ObjectType({ isAbstract: true })
class CoursePayload {
  @Field(() => CourseType)
  course: CourseType;
}

@ObjectType()
export class CreateCoursePayload extends CoursePayload {}
@ObjectType()
export class CopyCoursePayload extends CoursePayload {}
@ObjectType()
export class StartCourseDraftPayload extends CoursePayload {}
@ObjectType()
export class ChangeCourseStagePayload extends CoursePayload {}
@ObjectType()
export class ArchiveCoursePayload extends CoursePayload {}
@ObjectType()
export class PublishCoursePayload extends CoursePayload {}

@ObjectType({ isAbstract: true })
class DraftPayload {
  @Field(() => CourseVersionType)
  courseVersion: CourseVersionType;
}

@ObjectType()
export class WriteCourseTextPayload extends DraftPayload {}
@ObjectType()
export class RemoveCourseLanguagePayload extends DraftPayload {}
@ObjectType()
export class WriteCourseMaterialPayload extends DraftPayload {}
@ObjectType()
export class WriteCourseMissionPayload extends DraftPayload {}
@ObjectType()
export class WriteCourseStepPayload extends DraftPayload {}
@ObjectType()
export class ArrangeCoursePartsPayload extends DraftPayload {}
@ObjectType()
export class RemoveCoursePartPayload extends DraftPayload {}
