// How companies look in GraphQL.
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { Name, Node, PageArgs, connectionOf } from '../platform/graphql/index.js';
import { TIERS, type Tier } from './company.entity.js';
import { TierEnum } from './words.graphql.js';

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

@ObjectType()
export class CompanyConnection extends connectionOf(CompanyType, 'Company') {}

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
