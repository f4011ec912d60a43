// How the load of the team looks in GraphQL.
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'What one colleague has to do now. Each figure is a list: threads(queue, assigneeId).',
})
export class TeamLoad {
  @Field(() => Int, { description: 'Queue IN_PROGRESS.' })
  inProgress: number;

  @Field(() => Int, { description: 'Queue WAITING_FOR_US.' })
  waitingForUs: number;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Since when the oldest unanswered message waits: queue WAITING_FOR_US, order LONGEST_WAITING.',
  })
  oldestWait?: Date | null;

  personUuid: string | null;
}
