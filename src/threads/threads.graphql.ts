// How threads look in GraphQL.
import {
  ArgsType,
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  createUnionType,
} from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsOptional, IsString, MaxLength, Min, MinLength } from 'class-validator';
import { Name, Node, PageArgs, PageInfo, Words, connectionOf, wordsEnum } from '../platform/graphql/index.js';
import { SideEnum } from '../identity/index.js';
import {
  AFTERWARDS,
  type Afterwards,
  CHANNELS,
  type Channel,
  type Side,
  THREAD_STATES,
  type ThreadState,
} from './thread.entity.js';
import { ORDERS, type Order, PRIORITIES, type Priority, QUEUES, type Queue } from './threads.reads.js';

export const ThreadStateEnum = wordsEnum(
  'ThreadState',
  THREAD_STATES,
  'OPEN: our turn. WAITING_FOR_CLIENT: theirs. RESOLVED becomes CLOSED after 7 days.',
);
export const ChannelEnum = wordsEnum('Channel', CHANNELS, 'The way by which something reached us.');
const AfterwardsEnum = wordsEnum('Afterwards', AFTERWARDS, 'What a staff message does to its thread.');
const QueueEnum = wordsEnum(
  'Queue',
  QUEUES,
  'ALL leaves out closed threads for staff; MINE: assigned to me, for contacts: opened by me.',
);
const OrderEnum = wordsEnum(
  'ThreadOrder',
  ORDERS,
  'LONGEST_WAITING lists threads with an unanswered message, oldest first.',
);
const PriorityEnum = wordsEnum('Priority', PRIORITIES);

/** Longest message or note, in characters. */
export const LONGEST_BODY = 20_000;

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
export class MessageAbilities {
  @Field(() => Boolean)
  edit: boolean;

  @Field(() => Boolean)
  delete: boolean;
}

@ObjectType({ description: 'An earlier text. Staff only.' })
export class Revision {
  @Field(() => Int)
  version: number;

  @Field(() => String)
  body: string;

  @Field(() => GraphQLISODateTime)
  replacedAt: Date;
}

@ObjectType('Message', { description: 'One public reply, in Markdown.', implements: () => [Node] })
export class MessageType extends Node {
  @Field(() => Int, { description: 'Its place in the thread, from 1.' })
  seq: number;

  @Field(() => SideEnum)
  side: Side;

  @Field(() => String, { nullable: true, description: 'Markdown; null once deleted.' })
  body?: string | null;

  @Field(() => GraphQLISODateTime)
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  editedAt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  deletedAt?: Date | null;

  @Field(() => Int, { description: 'Send it back with an edit.' })
  version: number;

  uuid: string;
  spaceUuid: string;
  threadUuid: string;
  authorUuid: string;
}

@ObjectType('Note', {
  description:
    'An internal message: staff who answer, and planners where the writer opened it. Never a contact.',
  implements: () => [Node],
})
export class NoteType extends Node {
  @Field(() => String, { nullable: true, description: 'Markdown; null once deleted.' })
  body?: string | null;

  @Field(() => Boolean)
  openToPlanners: boolean;

  @Field(() => GraphQLISODateTime)
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  editedAt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  deletedAt?: Date | null;

  @Field(() => Int)
  version: number;

  uuid: string;
  threadUuid: string;
  authorUuid: string;
}

@ObjectType('ThreadChange', { description: 'A change of state or of who takes care.' })
export class ThreadChangeType {
  @Field(() => ID)
  id: string;

  @Field(() => GraphQLISODateTime)
  at: Date;

  @Field(() => ThreadStateEnum, {
    nullable: true,
    description: 'The new state; null when the assignee changed.',
  })
  state?: ThreadState | null;

  actorUuid: string | null;
  assigneeUuid: string | null;
}

export const TimelineEntry = createUnionType({
  name: 'TimelineEntry',
  types: () => [MessageType, NoteType, ThreadChangeType] as const,
  resolveType: (value: object) =>
    'seq' in value ? MessageType : 'openToPlanners' in value ? NoteType : ThreadChangeType,
});

@ObjectType()
export class TimelineEdge {
  @Field(() => TimelineEntry)
  node: typeof TimelineEntry;

  @Field(() => String)
  cursor: string;
}

@ObjectType()
export class TimelineConnection {
  @Field(() => [TimelineEdge])
  edges: TimelineEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
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

  @Field(() => String, {
    nullable: true,
    description: 'Number, title or first line; for staff also company and person (초성 too).',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;
}

@InputType({ isAbstract: true })
class Repeatable {
  @Field(() => String, {
    nullable: true,
    description: 'Your own random word: sent again with it, the command happens once.',
  })
  @IsOptional()
  @IsString()
  @MinLength(8)
  @MaxLength(64)
  idempotencyKey?: string | null;
}

@InputType()
export class OpenThreadInput extends Repeatable {
  @Field(() => ID)
  spaceId: string;

  @Field(() => String, { nullable: true, description: 'May be left out: then the first line stands for it.' })
  @IsOptional()
  @Name(1, 140)
  title?: string | null;

  @Field(() => String, { description: `Markdown, at most ${LONGEST_BODY} characters.` })
  @Words(1, LONGEST_BODY)
  body: string;
}

@InputType()
export class PostMessageInput extends Repeatable {
  @Field(() => ID)
  threadId: string;

  @Field(() => String, { description: `Markdown, at most ${LONGEST_BODY} characters.` })
  @Words(1, LONGEST_BODY)
  body: string;

  @Field(() => AfterwardsEnum, {
    nullable: true,
    description: 'For staff; left out: the thread then waits for the client.',
  })
  afterwards?: Afterwards | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'For contacts after the resolution; left out: a mere thank-you does not reopen.',
  })
  reopens?: boolean | null;
}

@InputType({ isAbstract: true })
class VersionedMessage {
  @Field(() => ID)
  messageId: string;

  @Field(() => Int, { description: 'The version that was seen; CONFLICT when there is a newer one.' })
  @IsInt()
  @Min(1)
  version: number;
}

@InputType()
export class EditMessageInput extends VersionedMessage {
  @Field(() => String)
  @Words(1, LONGEST_BODY)
  body: string;
}

@InputType()
export class DeleteMessageInput extends VersionedMessage {}

@InputType()
export class WriteNoteInput extends Repeatable {
  @Field(() => ID)
  threadId: string;

  @Field(() => String)
  @Words(1, LONGEST_BODY)
  body: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Let planners read it too.' })
  openToPlanners: boolean;
}

@InputType({ isAbstract: true })
class VersionedNote {
  @Field(() => ID)
  noteId: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;
}

@InputType()
export class EditNoteInput extends VersionedNote {
  @Field(() => String)
  @Words(1, LONGEST_BODY)
  body: string;

  @Field(() => Boolean, { defaultValue: false })
  openToPlanners: boolean;
}

@InputType()
export class DeleteNoteInput extends VersionedNote {}

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
class ThreadPayload {
  @Field(() => ThreadType)
  thread: ThreadType;
}

@ObjectType({ isAbstract: true })
class MessagePayload extends ThreadPayload {
  @Field(() => MessageType)
  message: MessageType;
}

@ObjectType({ isAbstract: true })
class NotePayload extends ThreadPayload {
  @Field(() => NoteType)
  note: NoteType;
}

@ObjectType()
export class OpenThreadPayload extends ThreadPayload {}
@ObjectType({ description: 'The thread is another one when the message followed a closed thread.' })
export class PostMessagePayload extends MessagePayload {}
@ObjectType()
export class EditMessagePayload extends MessagePayload {}
@ObjectType()
export class DeleteMessagePayload extends MessagePayload {}
@ObjectType()
export class WriteNotePayload extends NotePayload {}
@ObjectType()
export class EditNotePayload extends NotePayload {}
@ObjectType()
export class DeleteNotePayload extends NotePayload {}
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

@ObjectType({ description: 'Something changed: read it again. Holds ids, never content.' })
export class Hint {
  @Field(() => String, { description: 'THREAD, SPACE, READ, VOC, or RESYNC: everything may have changed.' })
  kind: string;

  @Field(() => ID, { nullable: true })
  threadId?: string | null;

  @Field(() => ID, { nullable: true })
  spaceId?: string | null;
}

export { PriorityEnum };
