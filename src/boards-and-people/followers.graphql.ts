// Following threads on boards with names.
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';

@InputType()
export class FollowBoardThreadInput {
  @Field(() => ID)
  threadId: string;

  @Field(() => Boolean, { defaultValue: true, description: 'False: no longer.' })
  @IsBoolean()
  following: boolean = true;
}

@ObjectType()
export class FollowBoardThreadPayload {
  @Field(() => ID)
  threadId: string;

  @Field(() => Boolean)
  following: boolean;
}

@ObjectType({ description: 'A thread on a board with names, as a notification leads to it.' })
export class FollowedBoardThread {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  boardId: string;

  @Field(() => String)
  boardName: string;

  @Field(() => String, { nullable: true, description: 'Null once its author has deleted the question.' })
  title?: string | null;
}
