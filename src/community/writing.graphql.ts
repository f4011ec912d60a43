// What the commands of the boards take.
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { Name, Words } from '../platform/graphql/index.js';
import { BOARDS } from '../platform/limits.js';
import { BoardReportReasonEnum } from './boards.graphql.js';
import { REPORT_REASONS, type ReportReason } from './boards.reads.js';

const PICTURES = BOARDS.picturesOfPost;

@InputType()
export class BoardAudienceInput {
  @Field(() => Boolean, { defaultValue: false })
  @IsBoolean()
  everyone: boolean = false;

  @Field(() => [String], { defaultValue: [], description: 'STANDARD, PREMIUM or VIP.' })
  @ArrayUnique()
  @IsIn(['STANDARD', 'PREMIUM', 'VIP'], { each: true })
  tiers: string[] = [];

  @Field(() => [ID], { defaultValue: [], description: 'Companies, at most 1,000.' })
  @ArrayMaxSize(1_000)
  @ArrayUnique()
  @IsString({ each: true })
  companyIds: string[] = [];
}

@InputType()
export class OpenBoardInput {
  @Field(() => String)
  @Name(1, 60)
  name: string;

  @Field(() => String, { defaultValue: '' })
  @Words(0, 500)
  about: string = '';

  @Field(() => String, { defaultValue: '', description: 'Markdown.' })
  @Words(0, 4_000)
  rules: string = '';

  @Field(() => Boolean, { description: 'Never changes: it was promised to whoever wrote.' })
  @IsBoolean()
  anonymous: boolean;

  @Field(() => BoardAudienceInput, { defaultValue: { everyone: false, tiers: [], companyIds: [] } })
  @ValidateNested()
  @Type(() => BoardAudienceInput)
  audience: BoardAudienceInput;
}

@InputType()
export class ChangeBoardInput {
  @Field(() => ID)
  boardId: string;

  @Field(() => Int)
  @IsInt()
  version: number;

  @Field(() => String)
  @Name(1, 60)
  name: string;

  @Field(() => String)
  @Words(0, 500)
  about: string;

  @Field(() => String)
  @Words(0, 4_000)
  rules: string;

  @Field(() => BoardAudienceInput, { defaultValue: { everyone: false, tiers: [], companyIds: [] } })
  @ValidateNested()
  @Type(() => BoardAudienceInput)
  audience: BoardAudienceInput;
}

@InputType()
export class CloseBoardInput {
  @Field(() => ID)
  boardId: string;

  @Field(() => Int)
  @IsInt()
  version: number;

  @Field(() => Boolean)
  @IsBoolean()
  closed: boolean;
}

@InputType({ isAbstract: true })
class WriteOnBoardInput {
  @Field(() => String, {
    description: 'A random UUID (version 4) of the caller’s own: sent again, it is the same post.',
  })
  @IsUUID('4')
  id: string;

  @Field(() => String, { description: 'Markdown.' })
  @Words(1, 20_000)
  body: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Shows `Board.companyLabel` beside it.' })
  @IsBoolean()
  showCompany: boolean = false;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Pictures that POST /boards/pictures took, in this order; at most 4.',
  })
  @ArrayMaxSize(PICTURES)
  @ArrayUnique()
  @IsUUID('4', { each: true })
  pictureIds: string[] = [];
}

@InputType()
export class AskOnBoardInput extends WriteOnBoardInput {
  @Field(() => ID)
  boardId: string;

  @Field(() => String)
  @Name(1, 120)
  title: string;

  @Field(() => [String], { defaultValue: [] })
  @ArrayMaxSize(5)
  @ArrayUnique()
  @Name(1, 30, { each: true })
  tags: string[] = [];
}

@InputType()
export class SayOnBoardInput extends WriteOnBoardInput {
  @Field(() => ID)
  threadId: string;

  @Field(() => ID, { nullable: true, description: 'A comment on this question or answer; null: an answer.' })
  @IsOptional()
  @IsString()
  parentId?: string | null;
}

@InputType()
export class EditBoardPostInput {
  @Field(() => ID)
  postId: string;

  @Field(() => Int)
  @IsInt()
  version: number;

  @Field(() => String)
  @Words(1, 20_000)
  body: string;

  @Field(() => String, { nullable: true, description: 'Of a question; null: as it is.' })
  @IsOptional()
  @Name(1, 120)
  title?: string | null;

  @Field(() => [String], { nullable: true, description: 'Of a question; null: as they are.' })
  @IsOptional()
  @ArrayMaxSize(5)
  @ArrayUnique()
  @Name(1, 30, { each: true })
  tags?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'All that are to stand under it, in this order, new ones too; null: as they are.',
  })
  @IsOptional()
  @ArrayMaxSize(PICTURES)
  @ArrayUnique()
  @IsUUID('4', { each: true })
  pictureIds?: string[] | null;
}

@InputType({ isAbstract: true })
class BoardPostInput {
  @Field(() => ID)
  postId: string;
}

@InputType()
export class AcceptBoardAnswerInput extends BoardPostInput {
  @Field(() => Boolean, { defaultValue: true, description: 'False takes it back.' })
  @IsBoolean()
  accepted: boolean = true;
}

@InputType()
export class MarkBoardPostInput extends BoardPostInput {
  @Field(() => Boolean, { defaultValue: true, description: 'False takes it back.' })
  @IsBoolean()
  helpful: boolean = true;
}

@InputType()
export class ReportBoardPostInput extends BoardPostInput {
  @Field(() => String, { description: 'A random UUID (version 4).' })
  @IsUUID('4')
  id: string;

  @Field(() => BoardReportReasonEnum)
  @IsIn(REPORT_REASONS)
  reason: ReportReason;

  @Field(() => String, { defaultValue: '' })
  @Words(0, 500)
  words: string = '';
}

@InputType({ isAbstract: true })
class ModerateBoardPostInput extends BoardPostInput {
  @Field(() => String, { description: 'Of what is hidden, it is shown to all who read the thread.' })
  @Words(1, 300)
  reason: string;
}

@InputType()
export class OfferBoardAnswerInput extends BoardPostInput {
  @Field(() => Boolean, { defaultValue: true, description: 'False takes it back.' })
  @IsBoolean()
  offered: boolean = true;
}

@InputType()
export class LiftBoardBanInput {
  @Field(() => ID)
  decisionId: string;

  @Field(() => String)
  @Words(1, 300)
  reason: string;
}

@InputType()
export class DeleteBoardPostInput extends BoardPostInput {}

@InputType()
export class HideBoardPostInput extends ModerateBoardPostInput {}

@InputType()
export class RestoreBoardPostInput extends ModerateBoardPostInput {}

@InputType()
export class DismissBoardReportsInput extends ModerateBoardPostInput {}

@InputType()
export class BanBoardAuthorInput extends ModerateBoardPostInput {}
