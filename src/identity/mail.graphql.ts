// How our mails look in GraphQL.
import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/index.js';

@ObjectType('Mail', { description: 'A mail of ours: waiting, sent or failed.' })
export class MailType {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  to: string;

  @Field(() => String)
  kind: string;

  @Field(() => String)
  subject: string;

  @Field(() => String, { description: 'Emptied once sent.' })
  text: string;

  @Field(() => GraphQLISODateTime)
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  sentAt?: Date | null;

  @Field(() => String, { nullable: true })
  error?: string | null;
}

@ObjectType()
export class MailConnection extends connectionOf(MailType, 'Mail') {}
