// The person who asks, in GraphQL; and what the sign-in page may know.
import { Field, ID, InputType, ObjectType, Int } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { type StaffRole } from '../platform/actor.js';
import { Name } from '../platform/graphql/index.js';
import { type AvatarColor, LOCALES, type Locale } from './person.entity.js';
import { AvatarColorEnum, LocaleEnum, StaffRoleEnum } from './words.graphql.js';
import { CompanyType } from './company.graphql.js';
import { PersonType } from './person.graphql.js';
import { DonePayload } from './fields.graphql.js';

@ObjectType({ description: 'What the person who asks may do anywhere.' })
export class Abilities {
  @Field(() => Boolean, { description: 'See how much each colleague has to do.' })
  leadTeam: boolean;

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

  @Field(() => Boolean, { description: 'Merge duplicates of people and of companies, and undo it.' })
  merge: boolean;

  @Field(() => Boolean, { description: 'Read who changed whose access.' })
  readAudit: boolean;

  @Field(() => Boolean, { description: 'Bring history in from a file.' })
  import: boolean;
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

  @Field(() => String, { nullable: true, description: 'IANA time zone; null: that of the installation.' })
  zone?: string | null;

  @Field(() => String, { nullable: true, description: 'Quiet hours begin, local time such as 22:00.' })
  quietFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'Quiet hours end, local time such as 08:00.' })
  quietTo?: string | null;

  @Field(() => Boolean, { description: 'Saturdays and Sundays are quiet.' })
  quietWeekends: boolean;

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

  @Field(() => Int, { description: 'Largest file that can be attached, in MB (1,048,576 bytes).' })
  fileLimitMb: number;
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

const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

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

  @Field(() => String, { nullable: true, description: 'IANA time zone; null: that of the installation.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  zone?: string | null;

  @Field(() => String, { nullable: true, description: 'HH:MM; null, together with quietTo: no quiet hours.' })
  @IsOptional()
  @Matches(CLOCK_TIME)
  quietFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'HH:MM; may be on the next day.' })
  @IsOptional()
  @Matches(CLOCK_TIME)
  quietTo?: string | null;

  @Field(() => Boolean, { nullable: true })
  @ValidateIf((input: UpdateProfileInput) => input.quietWeekends !== undefined)
  @IsBoolean()
  quietWeekends?: boolean;

  @Field(() => AvatarColorEnum, { nullable: true, description: 'null: a colour that follows from the name.' })
  avatarColor?: AvatarColor | null;
}

@ObjectType()
export class UpdateProfilePayload extends DonePayload {}
