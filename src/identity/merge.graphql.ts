// How duplicates and their merging look in GraphQL.
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, wordsEnum } from '../platform/graphql/index.js';
import { CompanyType } from './company.graphql.js';
import { PersonType } from './person.graphql.js';

export const MergeKindEnum = wordsEnum('MergeKind', ['PERSON', 'COMPANY'] as const);
export const SameBecauseEnum = wordsEnum(
  'SameBecause',
  ['NAME', 'MAIL', 'DOMAIN'] as const,
  'NAME: the same name (people: in one company). MAIL: the same name and word before the @. DOMAIN: the same first word of a domain.',
);

@ObjectType('Merge', { description: 'Two that turned out to be one; it can be undone.' })
export class MergeType {
  @Field(() => ID)
  id: string;

  @Field(() => MergeKindEnum)
  kind: 'PERSON' | 'COMPANY';

  @Field(() => ID, { description: 'The person or company that was kept.' })
  keptId: string;

  @Field(() => String)
  keptName: string;

  @Field(() => String, { description: 'As it was called when it was merged.' })
  duplicateName: string;

  @Field(() => String, { description: 'Its e-mail address, or its word in addresses.' })
  duplicateLabel: string;

  @Field(() => GraphQLISODateTime)
  mergedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  undoneAt?: Date | null;

  @Field(() => Boolean, { description: 'False once undone, and while a later merge builds on it.' })
  canUndo: boolean;

  mergedByUuid: string | null;
  undoneByUuid: string | null;
}

@ObjectType()
export class MergeConnection extends connectionOf(MergeType, 'Merge') {}

@ObjectType({ description: 'What a merge would do.' })
export class MergePreview {
  @Field(() => MergeKindEnum)
  kind: 'PERSON' | 'COMPANY';

  @Field(() => String, {
    nullable: true,
    description: 'Why it cannot be done: MERGED, SIDES, KEPT_INACTIVE, ERASED or OWN; null: it can.',
  })
  problem?: string | null;

  @Field(() => [String], {
    description: 'People: the address that will sign the kept person in. Companies: domains that move.',
  })
  addresses: string[];

  @Field(() => [CompanyType], { description: 'People: companies of which the duplicate is a contact.' })
  memberships: CompanyType[];

  @Field(() => Int, { description: 'Companies: contacts of the duplicate.' })
  contacts: number;

  keptUuid: string;
  duplicateUuid: string;
}

@ObjectType({ description: 'Two people who are probably one; the older first.' })
export class DuplicatePeople {
  @Field(() => PersonType)
  one: PersonType;

  @Field(() => PersonType)
  other: PersonType;

  @Field(() => SameBecauseEnum)
  why: 'NAME' | 'MAIL' | 'DOMAIN';
}

@ObjectType({ description: 'Two companies that are probably one; the older first.' })
export class DuplicateCompanies {
  @Field(() => CompanyType)
  one: CompanyType;

  @Field(() => CompanyType)
  other: CompanyType;

  @Field(() => SameBecauseEnum)
  why: 'NAME' | 'MAIL' | 'DOMAIN';
}

@InputType()
export class MergePeopleInput {
  @Field(() => ID, { description: 'Who stays.' })
  keepPersonId: string;

  @Field(() => ID, { description: 'Who turned out to be the same.' })
  duplicatePersonId: string;
}

@InputType()
export class MergeCompaniesInput {
  @Field(() => ID)
  keepCompanyId: string;

  @Field(() => ID)
  duplicateCompanyId: string;
}

@InputType()
export class UndoMergeInput {
  @Field(() => ID)
  mergeId: string;
}

@ObjectType({ isAbstract: true })
class MergePayload {
  @Field(() => MergeType)
  merge: MergeType;
}

@ObjectType()
export class MergePeoplePayload extends MergePayload {}
@ObjectType()
export class MergeCompaniesPayload extends MergePayload {}
@ObjectType()
export class UndoMergePayload extends MergePayload {}
