// How one's sessions look in GraphQL.
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { PersonType } from './person.graphql.js';

@ObjectType('Session', { description: 'One device or program on which somebody is signed in.' })
export class SessionType {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true, description: 'Such as Chrome; null where it is not recognised.' })
  browser?: string | null;

  @Field(() => String, { nullable: true, description: 'Such as Windows or iPhone.' })
  system?: string | null;

  @Field(() => GraphQLISODateTime)
  createdAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The day of its last use, YYYY-MM-DD, in the zone of the installation. Null: not yet known.',
  })
  lastUsedOn?: string | null;

  @Field(() => Boolean, { description: 'The one that asks.' })
  current: boolean;
}

@InputType()
export class EndSessionInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class EndPersonSessionsInput {
  @Field(() => ID)
  personId: string;
}

@ObjectType({ isAbstract: true })
class SessionsPayload {
  @Field(() => [SessionType], { description: 'What is left.' })
  sessions: SessionType[];
}

@ObjectType()
export class EndSessionPayload extends SessionsPayload {}

@ObjectType()
export class EndOtherSessionsPayload extends SessionsPayload {}

@ObjectType()
export class EndPersonSessionsPayload {
  @Field(() => PersonType)
  person: PersonType;
}
