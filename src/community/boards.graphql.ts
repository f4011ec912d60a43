// How boards look in GraphQL. Days have no time, and authors have no id.
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsOptional, IsString } from 'class-validator';
import { Name, PageArgs, Words, connectionOf, wordsEnum } from '../platform/graphql/index.js';
import { BOARD_ORDERS, type BoardOrder, REPORT_REASONS } from './boards.reads.js';
import { FINDING_KINDS, type FindingKind } from './care.js';

const POST_KINDS = ['QUESTION', 'ANSWER', 'COMMENT'] as const;

const BoardOrderEnum = wordsEnum(
  'BoardOrder',
  BOARD_ORDERS,
  'Within a day, what is NEWEST is in no order: nobody is to know when in a day something was written.',
);
const BoardPostKindEnum = wordsEnum('BoardPostKind', POST_KINDS);
export const BoardReportReasonEnum = wordsEnum('BoardReportReason', REPORT_REASONS);
const BoardFindingKindEnum = wordsEnum('BoardFindingKind', FINDING_KINDS, 'What may point at somebody.');

@ObjectType({ description: 'Whom a board is open to.' })
export class BoardAudience {
  @Field(() => Boolean)
  everyone: boolean;

  @Field(() => [String], { description: 'STANDARD, PREMIUM or VIP.' })
  tiers: string[];

  @Field(() => [ID], { description: 'Companies.' })
  companyIds: string[];
}

@ObjectType()
export class BoardAbilities {
  @Field(() => Boolean)
  ask: boolean;

  @Field(() => Boolean)
  answer: boolean;

  @Field(() => Boolean, { description: 'Hide, restore, ban.' })
  moderate: boolean;

  @Field(() => Boolean, { description: 'Change and close it.' })
  arrange: boolean;
}

// No Node: what can be asked for by any id would be asked for beside what names somebody.
@ObjectType('Board')
export class BoardType {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String)
  about: string;

  @Field(() => String, { description: 'Markdown.' })
  rules: string;

  @Field(() => Boolean, { description: 'False: whoever writes does so under their name.' })
  anonymous: boolean;

  @Field(() => BoardAudience, { nullable: true, description: 'Told to our team alone.' })
  audience?: BoardAudience | null;

  @Field(() => String, { nullable: true, description: 'The day of the newest question, YYYY-MM-DD.' })
  newestOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The day on which it was closed; our team alone sees it then.',
  })
  closedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the viewer’s company, where they may show it: where enough of its people may write.',
  })
  companyLabel?: string | null;

  @Field(() => Int)
  version: number;

  @Field(() => BoardAbilities)
  abilities: BoardAbilities;
}

@ObjectType({
  description: 'Whoever wrote: a name of this thread alone, or one’s own where a board has names.',
})
export class BoardAuthor {
  @Field(() => Int, { nullable: true, description: 'Draws the picture; null for our own team.' })
  number?: number | null;

  @Field(() => String)
  ko: string;

  @Field(() => String)
  en: string;

  @Field(() => Boolean, { description: 'Our own team, under its name.' })
  official: boolean;

  @Field(() => Boolean, { description: 'Whoever asked the question of this thread.' })
  asker: boolean;

  @Field(() => String, { nullable: true, description: 'Their company, where they chose to show it.' })
  companyLabel?: string | null;
}

@ObjectType()
export class BoardPostAbilities {
  @Field(() => Boolean)
  edit: boolean;

  @Field(() => Boolean)
  delete: boolean;

  @Field(() => Boolean)
  accept: boolean;

  @Field(() => Boolean)
  mark: boolean;

  @Field(() => Boolean)
  report: boolean;

  @Field(() => Boolean)
  hide: boolean;

  @Field(() => Boolean)
  restore: boolean;

  @Field(() => Boolean)
  ban: boolean;

  @Field(() => Boolean, { description: 'As a help article.' })
  offer: boolean;
}

@ObjectType({ description: 'A question, an answer or a comment.' })
export class BoardPost {
  uuid: string;

  @Field(() => ID)
  id: string;

  @Field(() => ID)
  threadId: string;

  @Field(() => Int, { description: 'Its place in the thread, from 1.' })
  seq: number;

  @Field(() => BoardPostKindEnum)
  kind: (typeof POST_KINDS)[number];

  @Field(() => ID, { nullable: true, description: 'Of a comment: the question or answer it is said of.' })
  parentId?: string | null;

  @Field(() => BoardAuthor)
  author: BoardAuthor;

  @Field(() => Boolean, {
    description: 'Written by the viewer; found out anew each time, and stored nowhere.',
  })
  mine: boolean;

  @Field(() => String, { description: 'Markdown; empty when deleted, or hidden from the viewer.' })
  body: string;

  @Field(() => [BoardPicture], { description: 'None when deleted, or hidden from the viewer.' })
  pictures: BoardPicture[];

  @Field(() => String, { description: 'YYYY-MM-DD.' })
  createdOn: string;

  @Field(() => String, { nullable: true })
  editedOn?: string | null;

  @Field(() => String, { nullable: true })
  deletedOn?: string | null;

  @Field(() => String, { nullable: true })
  hiddenOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Said to all who read the thread.' })
  hiddenReason?: string | null;

  @Field(() => Boolean, { description: 'The answer that helped whoever asked.' })
  accepted: boolean;

  @Field(() => Int, {
    description: 'How many said that it helped them; of a question, that it is theirs too.',
  })
  helpful: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Our team would like to see it as a help article; told to our team alone.',
  })
  offered?: boolean | null;

  @Field(() => Int)
  version: number;

  @Field(() => BoardPostAbilities)
  abilities: BoardPostAbilities;
}

@ObjectType({
  description: 'A picture that was posted: drawn anew, without its name and where it was taken.',
})
export class BoardPicture {
  @Field(() => ID, { description: 'What `pictureIds` take.' })
  id: string;

  @Field(() => Int, { description: 'Pixels.' })
  width: number;

  @Field(() => Int, { description: 'Pixels.' })
  height: number;

  @Field(() => String, { description: 'WebP. Contacts of several companies add `?company=` and its handle.' })
  url: string;

  @Field(() => String, { description: 'WebP of at most 480 pixels.' })
  thumbnailUrl: string;
}

@ObjectType({ description: 'A question with all that was said under it.' })
export class BoardThread {
  uuid: string;

  boardUuid: string;

  @Field(() => ID, { description: 'The question’s as well.' })
  id: string;

  @Field(() => ID)
  boardId: string;

  @Field(() => String, { nullable: true, description: 'Null once its author has deleted the question.' })
  title?: string | null;

  @Field(() => String, { description: 'The beginning of the question.' })
  excerpt: string;

  @Field(() => [String])
  tags: string[];

  @Field(() => BoardAuthor)
  author: BoardAuthor;

  @Field(() => Boolean)
  mine: boolean;

  @Field(() => String, { description: 'YYYY-MM-DD.' })
  createdOn: string;

  @Field(() => Int)
  answers: number;

  @Field(() => Int)
  helpful: number;

  @Field(() => Int, {
    description: 'Counts what was said: the viewer’s browser remembers how far it has read.',
  })
  lastSeq: number;

  @Field(() => Boolean, { description: 'Our team has answered.' })
  official: boolean;

  @Field(() => Boolean, { description: 'An answer was accepted.' })
  accepted: boolean;

  @Field(() => Boolean)
  hidden: boolean;
}

@ObjectType()
export class BoardThreadConnection extends connectionOf(BoardThread, 'BoardThread') {}

@ObjectType()
export class BoardPostConnection extends connectionOf(BoardPost, 'BoardPost') {}

@ArgsType()
export class BoardThreadsArgs extends PageArgs {
  @Field(() => ID)
  boardId: string;

  @Field(() => BoardOrderEnum, { defaultValue: 'NEWEST' })
  @IsIn(BOARD_ORDERS)
  order: BoardOrder = 'NEWEST';

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Words(0, 200)
  search?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Name(1, 30)
  tag?: string | null;
}

@ArgsType()
export class MyBoardThreadsArgs {
  @Field(() => [ID], {
    description:
      'As the viewer’s browser remembers them; what is not there any more is left out. At most 100.',
  })
  @ArrayMaxSize(100)
  @IsString({ each: true })
  threadIds: string[];
}

@ObjectType({ description: 'Something in a text that may point at somebody.' })
export class BoardFinding {
  @Field(() => BoardFindingKindEnum)
  kind: FindingKind;

  @Field(() => Int, { description: 'In UTF-16 units, from 0.' })
  start: number;

  @Field(() => Int, { description: 'Behind it.' })
  end: number;

  @Field(() => String)
  text: string;
}

@ObjectType({ description: 'What holds on this installation, for whoever does not believe it.' })
export class BoardFacts {
  @Field(() => Boolean, {
    description:
      'The boards have a PostgreSQL cluster of their own, so that its transaction numbers say nothing of the rest.',
  })
  ownCluster: boolean;

  @Field(() => Int, { description: 'How many versions of the key there are.' })
  keys: number;

  @Field(() => Int, { description: 'An anonymous board is open to at least so many companies.' })
  leastCompanies: number;

  @Field(() => Int)
  leastPeople: number;

  @Field(() => Int, { description: 'A company can be shown when at least so many of its people may write.' })
  labelFrom: number;
}

@ObjectType({ isAbstract: true })
export class WithBoard {
  @Field(() => BoardType)
  board: BoardType;
}

@ObjectType({ isAbstract: true })
class WithThread {
  @Field(() => BoardThread)
  thread: BoardThread;
}

@ObjectType({ isAbstract: true })
export class WithPost {
  @Field(() => BoardPost)
  post: BoardPost;
}

@ObjectType()
export class OpenBoardPayload extends WithBoard {}

@ObjectType()
export class ChangeBoardPayload extends WithBoard {}

@ObjectType()
export class CloseBoardPayload extends WithBoard {}

@ObjectType()
export class AskOnBoardPayload extends WithThread {}

@ObjectType()
export class SayOnBoardPayload extends WithPost {}

@ObjectType()
export class EditBoardPostPayload extends WithPost {}

@ObjectType()
export class DeleteBoardPostPayload {
  @Field(() => ID)
  postId: string;

  @Field(() => BoardThread, { nullable: true, description: 'Null when it went as well.' })
  thread?: BoardThread | null;
}

@ObjectType()
export class AcceptBoardAnswerPayload extends WithPost {}

@ObjectType()
export class MarkBoardPostPayload extends WithPost {}

@ObjectType()
export class ReportBoardPostPayload extends WithPost {}
