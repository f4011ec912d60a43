// How invitations look in GraphQL, of contacts and of staff.
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsOptional, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { type MemberRole, type StaffRole } from '../platform/actor.js';
import { Name } from '../platform/graphql/index.js';
import { type Locale } from './person.entity.js';
import { LocaleEnum, StaffRoleEnum, MemberRoleEnum } from './words.graphql.js';
import { Email, DonePayload } from './fields.graphql.js';

@ObjectType()
export class Invitation {
  @Field(() => String)
  email: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { description: 'A MemberRole or a StaffRole.' })
  role: string;

  @Field(() => GraphQLISODateTime)
  sentAt: Date;

  @Field(() => GraphQLISODateTime)
  expiresAt: Date;
}

@InputType()
export class GuestInput {
  @Field(() => String)
  @Email()
  email: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Name(1, 80)
  name?: string | null;
}

@InputType({ isAbstract: true })
class Inviting {
  @Field(() => [GuestInput])
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => GuestInput)
  people: GuestInput[];

  @Field(() => LocaleEnum, { defaultValue: 'ko', description: 'The language of the invitation.' })
  locale: Locale;
}

@InputType()
export class InviteContactsInput extends Inviting {
  @Field(() => ID)
  companyId: string;

  @Field(() => MemberRoleEnum, { defaultValue: 'MEMBER' })
  role: MemberRole;
}

@InputType()
export class InviteStaffInput extends Inviting {
  @Field(() => StaffRoleEnum)
  role: StaffRole;
}

@ObjectType()
export class InviteContactsPayload extends DonePayload {}

@ObjectType()
export class InviteStaffPayload extends DonePayload {}
