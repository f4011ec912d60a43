// How changing many threads at once looks in GraphQL.
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsOptional, ValidateIf } from 'class-validator';
import { ThreadType } from './threads.graphql.js';

@InputType({ description: 'What is left out stays as it is.' })
export class ChangeThreadsInput {
  @Field(() => [ID], { description: '1 to 100 threads.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  threadIds: string[];

  @Field(() => ID, { nullable: true, description: 'A colleague who answers; null: nobody.' })
  assigneeId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Tags that are added to those a thread has.' })
  @ValidateIf((input: ChangeThreadsInput) => input.addTagIds !== undefined && input.addTagIds !== null)
  @IsArray()
  @ArrayMaxSize(30)
  addTagIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: resolve them.' })
  @IsOptional()
  @IsBoolean()
  resolve?: boolean | null;
}

@ObjectType({ description: 'Why one of many threads was not changed, or not in all that was asked.' })
export class ThreadRefusal {
  @Field(() => ID)
  threadId: string;

  @Field(() => ThreadType, { nullable: true, description: 'Null when it cannot be seen.' })
  thread?: ThreadType | null;

  @Field(() => String, { description: 'NOT_FOUND, INVALID, CONFLICT or DENIED.' })
  code: string;

  @Field(() => String, { description: 'A stable word, as in the errors of a single command.' })
  reason: string;

  @Field(() => String)
  message: string;
}

@ObjectType()
export class ChangeThreadsPayload {
  @Field(() => [ThreadType], { description: 'Those in which all that was asked is done.' })
  threads: ThreadType[];

  @Field(() => [ThreadRefusal])
  refused: ThreadRefusal[];

  @Field(() => ID, {
    nullable: true,
    description: 'For undoThreadChanges, within 10 minutes; null when every thread is as it was before.',
  })
  changeId?: string | null;
}

@InputType()
export class UndoThreadChangesInput {
  @Field(() => ID, { description: 'Of your own changeThreads.' })
  changeId: string;
}

@ObjectType()
export class UndoThreadChangesPayload {
  @Field(() => [ThreadType], { description: 'Those that are again as they were before.' })
  threads: ThreadType[];

  @Field(() => [ThreadRefusal], {
    description: 'Those that somebody has changed since: they stay as they are.',
  })
  refused: ThreadRefusal[];
}
