// How threads look in GraphQL.
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { Name, Node, PageArgs, connectionOf, wordsEnum } from '../platform/graphql/index.js';
import { SideEnum } from '../identity/index.js';
import { WordsOrFiles } from './attachments.graphql.js';
import { LONGEST_BODY, Said } from './said.graphql.js';
import { CHANNELS, type Channel, type Side, THREAD_STATES, type ThreadState } from './thread.entity.js';
import { ORDERS, type Order, PRIORITIES, type Priority, QUEUES, type Queue } from './threads.reads.js';

export const ThreadStateEnum = wordsEnum(
  'ThreadState',
  THREAD_STATES,
  'OPEN: our turn. WAITING_FOR_CLIENT: theirs. RESOLVED becomes CLOSED after 7 days.',
);

export const ChannelEnum = wordsEnum('Channel', CHANNELS, 'The way by which something reached us.');

const QueueEnum = wordsEnum(
  'Queue',
  QUEUES,
  'ALL leaves out closed threads for staff; MINE: assigned to me, for contacts: opened by me; IN_PROGRESS: either side’s turn.',
);

const OrderEnum = wordsEnum(
  'ThreadOrder',
  ORDERS,
  'LONGEST_WAITING lists threads with an unanswered message, oldest first.',
);

export const PriorityEnum = wordsEnum('Priority', PRIORITIES);

@ObjectType({ description: 'What the viewer may do with this thread.' })
export class ThreadAbilities {
  @Field(() => Boolean)
  post: boolean;

  @Field(() => Boolean)
  note: boolean;

  @Field(() => Boolean)
  resolve: boolean;

  @Field(() => Boolean)
  reopen: boolean;

  @Field(() => Boolean)
  rename: boolean;

  @Field(() => Boolean)
  assign: boolean;

  @Field(() => Boolean, { description: 'Priority and tags.' })
  triage: boolean;
}

@ObjectType('Tag')
export class TagType {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;
}

@ObjectType('Thread', {
  description: 'One request or topic in a space, from first message to resolution.',
  implements: () => [Node],
})
export class ThreadType extends Node {
  @Field(() => Int, { description: 'Short enough for the phone.' })
  number: number;

  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => String, { description: 'The title, or the first line of the first message.' })
  heading: string;

  @Field(() => ThreadStateEnum)
  state: ThreadState;

  @Field(() => ChannelEnum)
  channel: Channel;

  @Field(() => SideEnum, { description: 'Which side began.' })
  openedSide: Side;

  @Field(() => Boolean, {
    description: 'True: brought in from an older system; it counts in the VOC figures only.',
  })
  imported: boolean;

  @Field(() => GraphQLISODateTime)
  createdAt: Date;

  @Field(() => GraphQLISODateTime)
  lastMessageAt: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when the oldest unanswered message of a contact waits.',
  })
  unansweredSince?: Date | null;

  @Field(() => Int, { description: 'Messages so far, deleted ones included.' })
  messageCount: number;

  @Field(() => Int, { description: 'Messages the viewer has not read.' })
  unread: number;

  @Field(() => Int, {
    description: 'How far the other side has read, by the number of the message; 0: not at all.',
  })
  seenSeq: number;

  @Field(() => Int, { description: 'Send it back when renaming.' })
  version: number;

  uuid: string;
  spaceUuid: string;
  openedByUuid: string;
  assigneeUuid: string | null;
  followsUuid: string | null;
  followedByUuid: string | null;
  shownPriority: Priority | null;
}

@ObjectType()
export class ThreadConnection extends connectionOf(ThreadType, 'Thread') {}

@ObjectType({ description: 'How many open threads stand in each queue.' })
export class QueueCounts {
  @Field(() => Int)
  mine: number;

  @Field(() => Int)
  unassigned: number;

  @Field(() => Int)
  waitingForUs: number;

  @Field(() => Int)
  unread: number;

  @Field(() => Int)
  all: number;
}

@ArgsType()
export class ThreadsArgs extends PageArgs {
  @Field(() => QueueEnum, { defaultValue: 'ALL' })
  queue: Queue;

  @Field(() => OrderEnum, { defaultValue: 'NEWEST' })
  order: Order;

  @Field(() => ID, { nullable: true })
  spaceId?: string | null;

  @Field(() => ID, { nullable: true })
  assigneeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Staff only.' })
  tagId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'True: only threads that nobody takes care of.' })
  unassigned: boolean;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Which of these threads are in this list: for a client that was told of a change. At most 100.',
  })
  @IsOptional()
  @ArrayMaxSize(100)
  threadIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number, title or first line; for staff also company and person (초성 too).',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;
}

@InputType()
export class OpenThreadInput extends Said {
  @Field(() => ID)
  spaceId: string;

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

@InputType({ isAbstract: true })
class OneThread {
  @Field(() => ID)
  threadId: string;
}

@InputType()
export class ResolveThreadInput extends OneThread {}

@InputType()
export class ReopenThreadInput extends OneThread {}

@InputType()
export class RenameThreadInput extends OneThread {
  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => String, { nullable: true, description: 'Null takes the title away.' })
  @IsOptional()
  @Name(1, 140)
  title?: string | null;
}

@InputType()
export class AssignThreadInput extends OneThread {
  @Field(() => ID, { nullable: true, description: 'Null: nobody.' })
  assigneeId?: string | null;
}

@InputType()
export class SetThreadPriorityInput extends OneThread {
  @Field(() => PriorityEnum)
  priority: Priority;
}

@InputType()
export class SetThreadTagsInput extends OneThread {
  @Field(() => [ID])
  @ArrayMaxSize(30)
  tagIds: string[];
}

@InputType()
export class MarkThreadReadInput extends OneThread {
  @Field(() => Int, { description: 'The newest message seen, by its seq.' })
  @IsInt()
  @Min(0)
  seq: number;
}

@InputType()
export class CreateTagInput {
  @Field(() => String)
  @Name(1, 40)
  name: string;
}

@ObjectType({ isAbstract: true })
export class ThreadPayload {
  @Field(() => ThreadType)
  thread: ThreadType;
}

@ObjectType()
export class OpenThreadPayload extends ThreadPayload {}

@ObjectType()
export class ResolveThreadPayload extends ThreadPayload {}

@ObjectType()
export class ReopenThreadPayload extends ThreadPayload {}

@ObjectType()
export class RenameThreadPayload extends ThreadPayload {}

@ObjectType()
export class AssignThreadPayload extends ThreadPayload {}

@ObjectType()
export class SetThreadPriorityPayload extends ThreadPayload {}

@ObjectType()
export class SetThreadTagsPayload extends ThreadPayload {}

@ObjectType()
export class MarkThreadReadPayload extends ThreadPayload {}

@ObjectType()
export class CreateTagPayload {
  @Field(() => TagType)
  tag: TagType;
}
