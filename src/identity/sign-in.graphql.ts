// How signing in and out looks in GraphQL.
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsString, MaxLength, ValidateIf } from 'class-validator';
import { Name, wordsEnum } from '../platform/graphql/index.js';
import { type Locale } from './person.entity.js';
import { LocaleEnum } from './words.graphql.js';
import { Email, Password, Token, DonePayload } from './fields.graphql.js';

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

@ObjectType()
export class RequestSignInLinkPayload extends DonePayload {}

@ObjectType()
export class RequestPasswordLinkPayload extends DonePayload {}

@ObjectType()
export class SignOutPayload extends DonePayload {}

@ObjectType()
export class SignOutEverywherePayload extends DonePayload {}
