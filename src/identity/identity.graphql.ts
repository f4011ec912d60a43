// How companies, people and sign-in look in GraphQL.
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Transform, Type } from 'class-transformer';
import { MEMBER_ROLES, type MemberRole, STAFF_ROLES, type StaffRole } from '../platform/actor.js';
import { Name, Node, PageArgs, connectionOf, tidyEmail, wordsEnum } from '../platform/graphql/index.js';
import { TIERS, type Tier } from './company.entity.js';
import { LOCALES, type Locale } from './person.entity.js';

export const TierEnum = wordsEnum('Tier', TIERS, 'The tier of a client company.');
export const LocaleEnum = wordsEnum('Locale', LOCALES);
export const StaffRoleEnum = wordsEnum('StaffRole', STAFF_ROLES);
export const MemberRoleEnum = wordsEnum(
  'MemberRole',
  MEMBER_ROLES,
  'OWNER invites, MEMBER writes, READER only reads.',
);
export const SideEnum = wordsEnum(
  'Side',
  ['CONTACT', 'STAFF'] as const,
  'CONTACT: the client company. STAFF: us.',
);

@ObjectType()
export class CompanyAbilities {
  @Field(() => Boolean)
  edit: boolean;

  @Field(() => Boolean)
  invite: boolean;
}

@ObjectType('Company', { description: 'An enterprise client.', implements: () => [Node] })
export class CompanyType extends Node {
  @Field(() => String, { description: "The company's word in addresses." })
  handle: string;

  @Field(() => String)
  name: string;

  @Field(() => Int, { nullable: true, description: 'How many people work there. Staff only.' })
  employees?: number | null;

  @Field(() => TierEnum, { nullable: true, description: 'Staff only.' })
  tier?: Tier | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Staff only.' })
  createdAt?: Date | null;

  @Field(() => Int, { nullable: true, description: 'Send it back with an edit. Staff only.' })
  version?: number | null;

  /** The uuid inside. */
  uuid: string;
}

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

  uuid: string;
}

@ObjectType()
export class PersonAbilities {
  @Field(() => Boolean, { description: 'End or give back access.' })
  deactivate: boolean;

  @Field(() => Boolean)
  changeRole: boolean;
}

@ObjectType({ description: 'What the person who asks may do anywhere.' })
export class Abilities {
  @Field(() => Boolean, { description: 'Work in the inbox: answer, assign, write notes.' })
  answer: boolean;

  @Field(() => Boolean)
  reviewVoc: boolean;

  @Field(() => Boolean)
  readWeekly: boolean;

  @Field(() => Boolean)
  manageCompanies: boolean;

  @Field(() => Boolean)
  manageStaff: boolean;

  @Field(() => Boolean)
  readOutbox: boolean;
}

@ObjectType({ description: 'The person who asks, and for whom they act.' })
export class Me {
  @Field(() => PersonType)
  person: PersonType;

  @Field(() => LocaleEnum)
  locale: Locale;

  @Field(() => StaffRoleEnum, {
    nullable: true,
    description: 'The role in which this request acts, for staff.',
  })
  role?: StaffRole | null;

  @Field(() => CompanyType, {
    nullable: true,
    description: 'The company for which this request acts, for contacts.',
  })
  company?: CompanyType | null;

  @Field(() => [CompanyType], {
    description:
      'All companies the person is a contact of; name one by its handle in the header `hotline-company`.',
  })
  companies: CompanyType[];

  @Field(() => Abilities)
  abilities: Abilities;
}

@ObjectType('Installation', { description: 'What the sign-in page may know.' })
export class InstallationType {
  @Field(() => String)
  providerName: string;

  @Field(() => String, { description: 'IANA time zone in which weeks begin.' })
  zone: string;

  @Field(() => Boolean, { description: 'False: mails wait in the outbox page.' })
  mailIsSent: boolean;
}

@ObjectType({ description: 'A person of the demonstration, for one-click log-in on this machine.' })
export class DemoPerson {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => StaffRoleEnum, { nullable: true, description: 'Null for contacts.' })
  role?: StaffRole | null;

  @Field(() => String, { nullable: true })
  company?: string | null;
}

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
export class CompanyConnection extends connectionOf(CompanyType, 'Company') {}
@ObjectType()
export class PersonConnection extends connectionOf(PersonType, 'Person') {}
@ObjectType()
export class MailConnection extends connectionOf(MailType, 'Mail') {}

@ArgsType()
export class CompaniesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name; initial consonants (ㅎㅂ) find 한빛.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;
}

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

const Email = () => (target: object, key: string) => {
  Transform(({ value }) => (typeof value === 'string' ? tidyEmail(value) : value))(target, key);
  IsEmail()(target, key);
  MaxLength(254)(target, key);
};

const Password = () => (target: object, key: string) => {
  IsString()(target, key);
  MinLength(10)(target, key);
  MaxLength(256)(target, key);
};

const Token = () => (target: object, key: string) => {
  IsString()(target, key);
  MaxLength(200)(target, key);
};

export const KeepEnum = wordsEnum(
  'Keep',
  ['COOKIE', 'TOKEN'] as const,
  'COOKIE: for browsers. TOKEN: shown once, for programs (Authorization: Bearer).',
);

@InputType({ isAbstract: true })
class Keeping {
  @Field(() => KeepEnum, { defaultValue: 'COOKIE' })
  keep: 'COOKIE' | 'TOKEN';
}

@InputType()
export class SignInInput extends Keeping {
  @Field(() => String)
  @Email()
  email: string;

  @Field(() => String)
  @IsString()
  @MaxLength(256)
  password: string;
}

@InputType({ isAbstract: true })
class EmailOnly {
  @Field(() => String)
  @Email()
  email: string;
}

@InputType()
export class RequestSignInLinkInput extends EmailOnly {}
@InputType()
export class RequestPasswordLinkInput extends EmailOnly {}

@InputType()
export class UseSignInLinkInput extends Keeping {
  @Field(() => String, { description: 'What stands behind # in the mail.' })
  @Token()
  token: string;
}

@InputType()
export class SetPasswordInput {
  @Field(() => String)
  @Token()
  token: string;

  @Field(() => String, { description: '10 to 256 characters.' })
  @Password()
  password: string;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String)
  @Token()
  token: string;

  @Field(() => String)
  @Name(1, 80)
  name: string;

  @Field(() => String, {
    nullable: true,
    description: '10 to 256 characters; without one, sign in by mail link.',
  })
  @ValidateIf((input: AcceptInvitationInput) => input.password !== undefined && input.password !== null)
  @Password()
  password?: string | null;

  @Field(() => LocaleEnum, { defaultValue: 'ko' })
  locale: Locale;
}

@InputType()
export class MakeFirstAdministratorInput {
  @Field(() => String)
  @Token()
  token: string;

  @Field(() => String)
  @Name(1, 80)
  name: string;

  @Field(() => String)
  @Email()
  email: string;

  @Field(() => String, { description: '10 to 256 characters.' })
  @Password()
  password: string;

  @Field(() => LocaleEnum, { defaultValue: 'ko' })
  locale: Locale;
}

@InputType()
export class SignInAsDemoInput {
  @Field(() => ID)
  personId: string;
}

@ObjectType({ isAbstract: true })
class SessionPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The session token, only when asked for with keep: TOKEN.',
  })
  token?: string | null;
}

@ObjectType()
export class SignInPayload extends SessionPayload {}
@ObjectType()
export class UseSignInLinkPayload extends SessionPayload {}
@ObjectType()
export class SetPasswordPayload extends SessionPayload {}
@ObjectType()
export class AcceptInvitationPayload extends SessionPayload {}
@ObjectType()
export class MakeFirstAdministratorPayload extends SessionPayload {}
@ObjectType()
export class SignInAsDemoPayload extends SessionPayload {}

@ObjectType({ isAbstract: true })
class DonePayload {
  @Field(() => Boolean, {
    description: 'Always true: the answer gives away neither who is known nor what there was to do.',
  })
  done: boolean;
}

@ObjectType()
export class RequestSignInLinkPayload extends DonePayload {}
@ObjectType()
export class RequestPasswordLinkPayload extends DonePayload {}
@ObjectType()
export class SignOutPayload extends DonePayload {}
@ObjectType()
export class SignOutEverywherePayload extends DonePayload {}
@ObjectType()
export class InviteContactsPayload extends DonePayload {}
@ObjectType()
export class InviteStaffPayload extends DonePayload {}
@ObjectType()
export class RemoveContactPayload extends DonePayload {}
@ObjectType()
export class UpdateProfilePayload extends DonePayload {}

@InputType()
export class CreateCompanyInput {
  @Field(() => String)
  @Name(1, 120)
  name: string;

  @Field(() => Int)
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  employees: number;

  @Field(() => TierEnum, { defaultValue: 'STANDARD' })
  tier: Tier;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Mail domains of its people, such as hanbit.example.',
  })
  @ArrayMaxSize(50)
  @IsString({ each: true })
  domains: string[];
}

@InputType()
export class UpdateCompanyInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The version that was edited.' })
  version: number;

  @Field(() => String, { nullable: true })
  @ValidateIf((input: UpdateCompanyInput) => input.name !== undefined)
  @IsNotEmpty()
  @Name(1, 120)
  name?: string;

  @Field(() => Int, { nullable: true })
  @ValidateIf((input: UpdateCompanyInput) => input.employees !== undefined)
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  employees?: number;

  @Field(() => TierEnum, { nullable: true })
  @ValidateIf((input: UpdateCompanyInput) => input.tier !== undefined)
  @IsIn(TIERS)
  tier?: Tier;
}

@ObjectType({ isAbstract: true })
class CompanyPayload {
  @Field(() => CompanyType)
  company: CompanyType;
}

@ObjectType()
export class CreateCompanyPayload extends CompanyPayload {}
@ObjectType()
export class UpdateCompanyPayload extends CompanyPayload {}

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

@InputType()
export class ChangeStaffRoleInput {
  @Field(() => ID)
  personId: string;

  @Field(() => StaffRoleEnum)
  role: StaffRole;
}

@InputType({ isAbstract: true })
class OnePerson {
  @Field(() => ID)
  personId: string;
}

@InputType()
export class DeactivatePersonInput extends OnePerson {}
@InputType()
export class ReactivatePersonInput extends OnePerson {}

@InputType()
export class RemoveContactInput {
  @Field(() => ID)
  companyId: string;

  @Field(() => ID)
  personId: string;
}

@InputType()
export class UpdateProfileInput {
  @Field(() => String, { nullable: true })
  @ValidateIf((input: UpdateProfileInput) => input.name !== undefined)
  @Name(1, 80)
  name?: string;

  @Field(() => String, { nullable: true, description: 'Empty text takes the title away.' })
  @ValidateIf((input: UpdateProfileInput) => input.title !== undefined)
  @Name(0, 80)
  title?: string;

  @Field(() => LocaleEnum, { nullable: true })
  @ValidateIf((input: UpdateProfileInput) => input.locale !== undefined)
  @IsIn(LOCALES)
  locale?: Locale;
}

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
