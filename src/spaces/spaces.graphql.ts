// How spaces look in GraphQL.
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { MemberRole } from '../platform/actor.js';
import { Node, Words } from '../platform/graphql/index.js';
import { MemberRoleEnum, PersonType, SideEnum } from '../identity/index.js';

@ObjectType()
export class SpaceAbilities {
  @Field(() => Boolean)
  openThread: boolean;

  @Field(() => Boolean)
  manageMembers: boolean;
}

@ObjectType('Member', { description: 'A person in a space, on one of its two sides.' })
export class MemberType {
  @Field(() => PersonType)
  person: PersonType;

  @Field(() => SideEnum)
  side: 'CONTACT' | 'STAFF';

  @Field(() => MemberRoleEnum)
  role: MemberRole;

  @Field(() => GraphQLISODateTime)
  joinedAt: Date;
}

@ObjectType('Space', {
  description: 'The one shared space of a company and the CX team.',
  implements: () => [Node],
})
export class SpaceType extends Node {
  @Field(() => GraphQLISODateTime)
  openedAt: Date;

  @Field(() => String, { nullable: true, description: 'Why it was opened by hand. Staff only.' })
  reason?: string | null;

  uuid: string;
  companyUuid: string;
}

@InputType()
export class OpenSpaceInput {
  @Field(() => ID)
  companyId: string;

  @Field(() => String, { description: 'Why a company of this size gets a space.' })
  @Words(1, 500)
  reason: string;
}

@ObjectType()
export class OpenSpacePayload {
  @Field(() => SpaceType)
  space: SpaceType;
}

@InputType()
export class ChangeMemberRoleInput {
  @Field(() => ID)
  spaceId: string;

  @Field(() => ID)
  personId: string;

  @Field(() => MemberRoleEnum)
  role: MemberRole;
}

@ObjectType()
export class ChangeMemberRolePayload {
  @Field(() => SpaceType)
  space: SpaceType;
}
