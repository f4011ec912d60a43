// How being there looks in GraphQL.
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsIn } from 'class-validator';
import { wordsEnum } from '../platform/graphql/index.js';
import { DOINGS, type Doing } from './presence.js';

export const DoingEnum = wordsEnum('Doing', DOINGS, 'What somebody does with a thread at this moment.');

@InputType()
export class ShowPresenceInput {
  @Field(() => ID)
  threadId: string;

  @Field(() => DoingEnum)
  @IsIn(DOINGS)
  doing: Doing;
}

@ObjectType()
export class ShowPresencePayload {
  @Field(() => Boolean)
  done: boolean;
}
