// How the trail of role and access changes looks in GraphQL.
import { ArgsType, Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageArgs, connectionOf, wordsEnum } from '../platform/graphql/index.js';
import { AUDIT_ACTIONS, type AuditAction } from './audit.js';

export const AuditActionEnum = wordsEnum('AuditAction', AUDIT_ACTIONS);

@ObjectType({ description: 'One change of access: who did what, to whom, when.' })
export class AuditEntry {
  @Field(() => ID)
  id: string;

  @Field(() => GraphQLISODateTime)
  at: Date;

  @Field(() => AuditActionEnum)
  action: AuditAction;

  @Field(() => String, { nullable: true, description: 'The role before.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'The role given: a MemberRole or a StaffRole.' })
  role?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who did it.' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'The address invited or merged.' })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who was merged, as they were called then; or the file brought, or the calendar.',
  })
  otherName?: string | null;

  @Field(() => Int, { nullable: true, description: 'Threads that an import brought or its undoing took.' })
  count?: number | null;

  actorUuid: string | null;
  personUuid: string | null;
  companyUuid: string | null;
  otherUuid: string | null;
}

@ObjectType()
export class AuditEntryConnection extends connectionOf(AuditEntry, 'AuditEntry') {}

@ArgsType()
export class AuditTrailArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Who did it, or to whom it was done.' })
  personId?: string | null;

  @Field(() => AuditActionEnum, { nullable: true })
  action?: AuditAction | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Included.' })
  from?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Not included.' })
  to?: Date | null;
}
