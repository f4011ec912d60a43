// How moderation looks in GraphQL: what was reported and offered, what was decided, never whom it concerned.
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, wordsEnum } from '../platform/graphql/index.js';
import { BoardPost, BoardReportReasonEnum, WithBoard, WithPost } from './boards.graphql.js';
import type { ReportReason } from './boards.reads.js';

const DECISION_KINDS = ['HIDDEN', 'RESTORED', 'DISMISSED', 'BANNED', 'LIFTED'] as const;

const BoardDecisionKindEnum = wordsEnum('BoardDecisionKind', DECISION_KINDS);

@ObjectType()
export class BoardReportLine {
  @Field(() => ID)
  id: string;

  @Field(() => BoardReportReasonEnum)
  reason: ReportReason;

  @Field(() => String)
  words: string;

  @Field(() => String, { description: 'YYYY-MM-DD.' })
  reportedOn: string;
}

@ObjectType({ description: 'A post with the reports that wait for it.' })
export class ReportedBoardPost {
  @Field(() => BoardPost)
  post: BoardPost;

  @Field(() => ID)
  boardId: string;

  @Field(() => [BoardReportLine])
  reports: BoardReportLine[];
}

@ObjectType({
  description: 'An answer that our team would like to see as a help article, with what it answers.',
})
export class OfferedBoardAnswer {
  @Field(() => BoardPost)
  post: BoardPost;

  @Field(() => ID)
  boardId: string;

  @Field(() => String)
  boardName: string;

  @Field(() => String, { nullable: true, description: 'Null once its author has deleted the question.' })
  title?: string | null;

  @Field(() => String, { description: 'The question, Markdown.' })
  question: string;

  @Field(() => [String])
  tags: string[];

  @Field(() => String, { description: 'YYYY-MM-DD.' })
  offeredOn: string;

  @Field(() => String, { description: 'The name of whoever of our team offered it.' })
  offeredBy: string;
}

@ObjectType()
export class OfferedBoardAnswerConnection extends connectionOf(OfferedBoardAnswer, 'OfferedBoardAnswer') {}

@ObjectType({ description: 'What a moderator decided; never whom it concerned.' })
export class BoardDecision {
  @Field(() => ID)
  id: string;

  @Field(() => BoardDecisionKindEnum)
  kind: (typeof DECISION_KINDS)[number];

  @Field(() => String)
  reason: string;

  @Field(() => String)
  moderatorName: string;

  @Field(() => String, { description: 'YYYY-MM-DD.' })
  decidedOn: string;

  @Field(() => ID, { nullable: true })
  postId?: string | null;

  @Field(() => Boolean, { description: 'A ban that holds and can be lifted.' })
  liftable: boolean;
}

@ObjectType()
export class BoardDecisionConnection extends connectionOf(BoardDecision, 'BoardDecision') {}

@ObjectType()
export class HideBoardPostPayload extends WithPost {}

@ObjectType()
export class RestoreBoardPostPayload extends WithPost {}

@ObjectType()
export class DismissBoardReportsPayload extends WithPost {}

@ObjectType()
export class OfferBoardAnswerPayload extends WithPost {}

@ObjectType()
export class BanBoardAuthorPayload extends WithPost {}

@ObjectType()
export class LiftBoardBanPayload extends WithBoard {}
