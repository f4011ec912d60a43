// How saved replies look in GraphQL.
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, Min } from 'class-validator';
import { LocaleEnum } from '../identity/index.js';
import { Name, Words } from '../platform/graphql/index.js';

@ObjectType()
export class ReplyAbilities {
  @Field(() => Boolean)
  change: boolean;
}

@ObjectType('SavedReply', {
  description:
    'A reply that is written again and again; {{contact}}, {{company}} and {{me}} stand for names.',
})
export class SavedReplyType {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'Markdown.' })
  body: string;

  @Field(() => LocaleEnum)
  locale: 'ko' | 'en';

  @Field(() => Int)
  version: number;

  @Field(() => ReplyAbilities)
  abilities: ReplyAbilities;
}

@InputType()
export class CreateReplyInput {
  @Field(() => String)
  @Name(1, 80)
  name: string;

  @Field(() => String)
  @Words(1, 5_000)
  body: string;

  @Field(() => LocaleEnum)
  locale: 'ko' | 'en';
}

@InputType()
export class ChangeReplyInput extends CreateReplyInput {
  @Field(() => ID)
  replyId: string;

  @Field(() => Int, { description: 'The version that was seen; CONFLICT when there is a newer one.' })
  @IsInt()
  @Min(1)
  version: number;
}

@InputType()
export class DeleteReplyInput {
  @Field(() => ID)
  replyId: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;
}

@ObjectType({ isAbstract: true })
class RepliesPayload {
  @Field(() => [SavedReplyType], { description: 'All of them, as they are now.' })
  replies: SavedReplyType[];
}

@ObjectType()
export class CreateReplyPayload extends RepliesPayload {}

@ObjectType()
export class ChangeReplyPayload extends RepliesPayload {}

@ObjectType()
export class DeleteReplyPayload extends RepliesPayload {}
