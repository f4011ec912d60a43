// How people look in GraphQL, and what is commanded about them.
import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested, IsString, MaxLength } from 'class-validator';
import { type StaffRole } from '../platform/actor.js';
import { Node, PageArgs, connectionOf } from '../platform/graphql/index.js';
import type { AvatarColor } from './person.entity.js';
import { AvatarColorEnum, StaffRoleEnum, SideEnum } from './words.graphql.js';
import { DonePayload } from './fields.graphql.js';

@ObjectType('Person', { description: 'Anybody: a contact of a client, or staff.', implements: () => [Node] })
export class PersonType extends Node {
  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true, description: 'Job title.' })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Contacts see the addresses of their own colleagues only.',
  })
  email?: string | null;

  @Field(() => SideEnum)
  side: 'CONTACT' | 'STAFF';

  @Field(() => StaffRoleEnum, { nullable: true, description: 'Staff only.' })
  staffRole?: StaffRole | null;

  @Field(() => Boolean, { description: 'False once access was ended.' })
  active: boolean;

  @Field(() => Boolean, { description: 'Removed on request: the name is gone, what counts is not.' })
  erased: boolean;

  @Field(() => AvatarColorEnum, { nullable: true, description: 'null: it follows from the name.' })
  avatarColor?: AvatarColor | null;

  uuid: string;
}

@ObjectType()
export class PersonAbilities {
  @Field(() => Boolean, { description: 'End or give back access.' })
  deactivate: boolean;

  @Field(() => Boolean)
  changeRole: boolean;

  @Field(() => Boolean, { description: 'Sign them out everywhere.' })
  endSessions: boolean;

  @Field(() => Boolean, { description: 'Have a file made of everything that is kept of them.' })
  exportData: boolean;

  @Field(() => Boolean, { description: 'Erase them for good.' })
  erase: boolean;
}

@ObjectType()
export class PersonConnection extends connectionOf(PersonType, 'Person') {}

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Part of the name or, for staff, of the address.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => ID, { nullable: true })
  companyId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: staff, false: contacts, left out: all.' })
  staff?: boolean | null;
}

@InputType()
export class ChangeStaffRoleInput {
  @Field(() => ID)
  personId: string;

  @Field(() => StaffRoleEnum)
  role: StaffRole;

  @Field(() => ID, {
    nullable: true,
    description: 'Who takes over the open threads of somebody who becomes a planner; left out: nobody.',
  })
  successorId?: string | null;
}

@InputType({ isAbstract: true })
class OnePerson {
  @Field(() => ID)
  personId: string;
}

@InputType({ description: 'Who owns a company’s space from now on.' })
export class NewOwnerInput {
  @Field(() => ID)
  companyId: string;

  @Field(() => ID)
  personId: string;
}

@InputType()
export class DeactivatePersonInput extends OnePerson {
  @Field(() => ID, {
    nullable: true,
    description: 'A colleague who takes over the open threads; left out: they are nobody’s.',
  })
  successorId?: string | null;

  @Field(() => [NewOwnerInput], {
    defaultValue: [],
    description: 'For each space of which the person is the last owner: who owns it from now on.',
  })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => NewOwnerInput)
  newOwners: NewOwnerInput[];
}

@InputType()
export class ReactivatePersonInput extends OnePerson {}

@InputType()
export class RemoveContactInput {
  @Field(() => ID)
  companyId: string;

  @Field(() => ID)
  personId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who owns the space from now on, when the last owner is removed.',
  })
  newOwnerId?: string | null;
}

@ObjectType()
export class RemoveContactPayload extends DonePayload {}

@ObjectType({ isAbstract: true })
class PersonPayload {
  @Field(() => PersonType)
  person: PersonType;
}

@ObjectType()
export class DeactivatePersonPayload extends PersonPayload {}

@ObjectType()
export class ReactivatePersonPayload extends PersonPayload {}

@ObjectType()
export class ChangeStaffRolePayload extends PersonPayload {}
