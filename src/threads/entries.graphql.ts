// How what stands in a thread's timeline looks in GraphQL: messages, notes, changes, and how they are written.
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Min } from 'class-validator';
import { Node, PageInfo, Words, wordsEnum } from '../platform/graphql/index.js';
import { SideEnum } from '../identity/index.js';
import { WordsOrFiles } from './attachments.graphql.js';
import { LONGEST_BODY, Said } from './said.graphql.js';
import { AFTERWARDS, type Afterwards, type Side, type ThreadState } from './thread.entity.js';
import { ThreadPayload, ThreadStateEnum } from './threads.graphql.js';

const AfterwardsEnum = wordsEnum('Afterwards', AFTERWARDS, 'What a staff message does to its thread.');

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

  @Field(() => Boolean, {
    description:
      'Said by the product on its author’s behalf: it answers nobody, and no response time counts it.',
  })
  automatic: boolean;

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

@InputType()
export class PostMessageInput extends Said {
  @Field(() => ID)
  threadId: string;

  @Field(() => String, {
    description: `Markdown, at most ${LONGEST_BODY} characters; empty only with files.`,
  })
  @WordsOrFiles(LONGEST_BODY)
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

  @Field(() => [ID], {
    nullable: true,
    description: 'People whose name stands behind an @; INVALID for who would not see it.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  mentionIds?: string[] | null;
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
export class WriteNoteInput extends Said {
  @Field(() => ID)
  threadId: string;

  @Field(() => String)
  @WordsOrFiles(LONGEST_BODY)
  body: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Let planners read it too.' })
  openToPlanners: boolean;

  @Field(() => [ID], {
    nullable: true,
    description: 'People whose name stands behind an @; INVALID for who would not see it.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  mentionIds?: string[] | null;
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
