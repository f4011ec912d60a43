// How "you said, we did" and the roadmap look in GraphQL: words meant for contacts, and nothing else.
import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { type Channel, ChannelEnum } from '../../threads/index.js';
import type { Decision, PlanningState } from './planning-item.entity.js';
import { DecisionEnum, PlanningStateEnum, PlanningWording } from './planning.graphql.js';

@ObjectType({ description: 'What became of what was said. Words only where they are open, or were told.' })
export class SaidPlan extends PlanningWording {
  @Field(() => ID)
  id: string;

  @Field(() => PlanningStateEnum)
  state: PlanningState;

  @Field(() => String, { nullable: true, description: 'What it came with.' })
  release?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was shipped or declined.' })
  decidedAt?: Date | null;
}

@ObjectType({ description: 'Something that a company asked for, and what became of it.' })
export class Said {
  @Field(() => ChannelEnum)
  channel: Channel;

  @Field(() => GraphQLISODateTime)
  occurredAt: Date;

  @Field(() => SaidPlan, { nullable: true, description: 'Null: heard, and not decided on yet.' })
  plan?: SaidPlan | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When they were told of the decision.' })
  toldAt?: Date | null;

  threadUuid: string | null;
}

@ObjectType({ description: 'What contacts see because a planner opened it.' })
export class RoadmapEntry extends SaidPlan {}

@ObjectType({ description: 'That a message tells of a decision.' })
export class PlanningNews {
  @Field(() => DecisionEnum)
  decision: Decision;

  @Field(() => String)
  titleKo: string;

  @Field(() => String)
  titleEn: string;

  @Field(() => ID, { nullable: true, description: 'Staff only.' })
  planningItemId?: string | null;
}
