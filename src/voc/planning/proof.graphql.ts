// How the proof looks in GraphQL; every figure is the length of a list that can be asked for.
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Category } from '../classification/index.js';
import { CategoryEnum } from '../items/index.js';

@ObjectType({
  isAbstract: true,
  description: 'Pairs of a decided planning item and a VOC item behind it.',
})
class Closing {
  @Field(() => Int, { description: 'VOC items on planning items that were shipped or declined.' })
  asked: number;

  @Field(() => Int, { description: 'Of these, those whose requester was told.' })
  told: number;

  @Field(() => Float, { nullable: true, description: 'told ÷ asked, 0 to 1; null where nobody asked.' })
  closure?: number | null;

  @Field(() => Float, { nullable: true, description: 'Median days from the decision to the telling.' })
  medianDays?: number | null;
}

@ObjectType()
export class ProofQuarter extends Closing {
  @Field(() => String, { description: 'Such as 2026-Q4.' })
  quarter: string;

  @Field(() => Int, { description: 'Planning items that were shipped in it.' })
  shipped: number;

  @Field(() => Int, { description: 'Of these, those with at least one VOC item that counts.' })
  shippedWithVoc: number;

  @Field(() => Float, { nullable: true, description: 'VOC share of changes: shippedWithVoc ÷ shipped.' })
  share?: number | null;
}

@ObjectType()
export class ProofCategory extends Closing {
  @Field(() => CategoryEnum)
  category: Category;
}

@ObjectType()
export class ProofCompany extends Closing {
  companyUuid: string;
}

@ObjectType({
  description: 'Whether what customers say becomes what is shipped, and whether they learn of it.',
})
export class PlanningProof {
  @Field(() => [ProofQuarter], { description: 'The last four quarters, the running one last.' })
  quarters: ProofQuarter[];

  @Field(() => [ProofCategory], { description: 'Of the quarter asked for, or of all four.' })
  categories: ProofCategory[];

  @Field(() => [ProofCompany], {
    description: 'The same by company, at most 50; those with the most that was not told first.',
  })
  companies: ProofCompany[];
}
