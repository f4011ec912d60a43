// How live hints look in GraphQL.
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DoingEnum } from './presence.graphql.js';
import type { Doing } from './presence.js';

@ObjectType({ description: 'Something changed: read it again. Holds ids, never content.' })
export class Hint {
  @Field(() => String, {
    description:
      'THREAD, SPACE, READ, NOTIFICATION, PRESENCE, VOC, TRAINING, IMPORT, or RESYNC: everything may have changed.',
  })
  kind: string;

  @Field(() => ID, { nullable: true })
  threadId?: string | null;

  @Field(() => ID, { nullable: true })
  spaceId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of PRESENCE: who.' })
  personId?: string | null;

  @Field(() => String, { nullable: true })
  personName?: string | null;

  @Field(() => DoingEnum, { nullable: true })
  doing?: Doing | null;
}
