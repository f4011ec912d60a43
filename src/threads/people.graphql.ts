// How the threads of people and companies look in GraphQL.
import { Field, Float, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { type ThreadState } from './thread.entity.js';
import { ThreadStateEnum, ThreadType } from './threads.graphql.js';

@ObjectType({ description: 'Threads of one state that somebody has open.' })
export class OpenThreads {
  @Field(() => ThreadStateEnum)
  state: ThreadState;

  @Field(() => Int)
  count: number;

  @Field(() => [ThreadType], { description: 'The five that moved last.' })
  first: ThreadType[];
}

@ObjectType({ description: 'What a person leaves open when they go; named before they do.' })
export class OpenWork {
  @Field(() => [OpenThreads], { description: 'Assigned to them: open, waiting, or resolved within days.' })
  assigned: OpenThreads[];

  @Field(() => [OpenThreads], { description: 'Opened by them as a contact and not settled: they stay.' })
  started: OpenThreads[];
}

@ObjectType({ description: 'How the threads of a company are doing. Staff only.' })
export class CompanyFigures {
  @Field(() => Int, { description: 'Threads that wait for us or for the client.' })
  open: number;

  @Field(() => Int, { description: 'Threads in which it is our turn.' })
  waitingForUs: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Median minutes of calendar time from a contact opening a thread since `since` to the first public message of staff; threads not answered yet are left out. Null: none was answered.',
  })
  medianFirstResponseMinutes?: number | null;

  @Field(() => Int, { description: 'How many threads the median is of.' })
  firstResponses: number;

  @Field(() => GraphQLISODateTime)
  since: Date;
}
