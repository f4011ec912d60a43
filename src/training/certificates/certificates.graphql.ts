// How certificates and the wall of honour look in GraphQL.
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { LocaleEnum, PersonType } from '../../identity/index.js';
import { Node, Words } from '../../platform/graphql/index.js';
import { type CourseStage, CourseStageEnum } from '../courses/index.js';

@ObjectType({ description: 'What a course was called in one language on that day.' })
export class CertificateTitle {
  @Field(() => LocaleEnum)
  locale: 'ko' | 'en';

  @Field(() => String)
  title: string;
}

@ObjectType()
export class CertificateAbilities {
  @Field(() => Boolean, { description: 'Take it back, with a reason that its person reads.' })
  withdraw: boolean;

  @Field(() => Boolean, { description: 'Give it again.' })
  restore: boolean;
}

@ObjectType('Certificate', {
  description:
    'That somebody has finished a training, as names and titles were then. Its person, the owner of the space and staff see it.',
  implements: () => [Node],
})
export class CertificateType extends Node {
  @Field(() => String, { description: 'Such as 2026-7K3M-92QF.' })
  number: string;

  @Field(() => String, { description: 'The person’s name as it was then.' })
  personName: string;

  @Field(() => String, { description: 'The company’s name as it was then.' })
  companyName: string;

  @Field(() => CourseStageEnum)
  stage: CourseStage;

  @Field(() => [CertificateTitle])
  titles: CertificateTitle[];

  @Field(() => GraphQLISODateTime)
  issuedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  withdrawnAt?: Date | null;

  @Field(() => String, { nullable: true })
  withdrawnReason?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'An address at which anybody can see whether it is true; null after its person was erased.',
  })
  verifyUrl?: string | null;

  @Field(() => CertificateAbilities)
  abilities: CertificateAbilities;

  uuid: string;
  personUuid: string;
  companyUuid: string;
  sessionUuid: string;
  valid: boolean;
}

@ObjectType({ description: 'All that whoever has a certificate’s link may know of it.' })
export class CertificateCheck {
  @Field(() => String)
  personName: string;

  @Field(() => String)
  companyName: string;

  @Field(() => [CertificateTitle])
  titles: CertificateTitle[];

  @Field(() => String, { description: 'The day in the installation’s zone: 2026-11-28.' })
  issuedOn: string;

  @Field(() => Boolean, { description: 'False: it was withdrawn.' })
  valid: boolean;
}

@ObjectType({ description: 'Somebody who stands on the wall for a course.' })
export class Honoured {
  @Field(() => PersonType)
  person: PersonType;

  @Field(() => GraphQLISODateTime)
  since: Date;

  @Field(() => [String], { description: 'What reviewers said aloud, newest first.' })
  praise: string[];
}

@ObjectType()
export class HonouredCourse {
  @Field(() => ID)
  id: string;

  @Field(() => CourseStageEnum)
  stage: CourseStage;

  @Field(() => [CertificateTitle])
  titles: CertificateTitle[];

  @Field(() => [Honoured], { description: 'By name.' })
  people: Honoured[];
}

@ObjectType()
export class WallAbilities {
  @Field(() => Boolean, { description: 'Open and close it: the owner of the space.' })
  open: boolean;

  @Field(() => Boolean, { description: 'Keep away from it: every contact for themselves.' })
  keepAway: boolean;
}

@ObjectType({ description: 'A company’s people who have finished a training, for itself and the CX team.' })
export class WallOfHonour {
  @Field(() => Boolean, { description: 'False until an owner opens it; then nobody stands on it.' })
  open: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer keeps away from all walls.' })
  away: boolean;

  @Field(() => [HonouredCourse])
  courses: HonouredCourse[];

  @Field(() => WallAbilities)
  abilities: WallAbilities;
}

@InputType()
export class WithdrawCertificateInput {
  @Field(() => ID)
  certificateId: string;

  @Field(() => String, { description: 'Its person and the owner of their space read it.' })
  @Words(1, 500)
  reason: string;
}

@InputType()
export class RestoreCertificateInput {
  @Field(() => ID)
  certificateId: string;
}

@InputType()
export class OpenWallOfHonourInput {
  @Field(() => Boolean)
  @IsBoolean()
  open: boolean;
}

@InputType()
export class KeepOffWallOfHonourInput {
  @Field(() => Boolean)
  @IsBoolean()
  away: boolean;
}

@ObjectType()
export class WithdrawCertificatePayload {
  @Field(() => CertificateType)
  certificate: CertificateType;
}

@ObjectType()
export class RestoreCertificatePayload {
  @Field(() => CertificateType)
  certificate: CertificateType;
}

@ObjectType()
export class OpenWallOfHonourPayload {
  @Field(() => Boolean)
  open: boolean;
}

@ObjectType()
export class KeepOffWallOfHonourPayload {
  @Field(() => Boolean)
  away: boolean;
}
