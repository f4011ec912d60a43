// How well the model does, in GraphQL.
import { ArgsType, Field, Float, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { Max, Min } from 'class-validator';
import type { Category } from '../classification/index.js';
import { CategoryEnum } from '../items/index.js';

@ObjectType()
export class CategoryJudged {
  @Field(() => CategoryEnum)
  category: Category;

  @Field(() => Int, { description: 'Examples that belong here.' })
  expected: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Of those that the model called so, the share that is so; 0 to 1.',
  })
  precision: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Of those that are so, the share that the model called so; 0 to 1.',
  })
  recall: number | null;
}

@ObjectType({
  description:
    'Found out by cross-validation in five folds: every example, shipped or decided by people, was judged by a model that had not seen it.',
})
export class ModelEvaluation {
  @Field(() => Int, { description: 'Examples judged.' })
  n: number;

  @Field(() => Float, { nullable: true, description: 'Share of right ones, 0 to 1.' })
  accuracy: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean F1 of the categories, 0 to 1.' })
  macroF1: number | null;

  @Field(() => Float, { nullable: true, description: 'Accuracy of the half it was surest of, 0 to 1.' })
  confidentHalf: number | null;

  @Field(() => [CategoryJudged], { description: 'All five, in the order of Category.' })
  categories: CategoryJudged[];

  @Field(() => [[Int]], { description: 'Five rows, what it is; five columns, what the model said.' })
  confusion: number[][];
}

@ObjectType()
export class ModelVersion {
  @Field(() => Int)
  version: number;

  @Field(() => GraphQLISODateTime)
  trainedAt: Date;

  @Field(() => Int, { description: 'Examples that ship with the product; every version knows them all.' })
  examples: number;

  @Field(() => Int, { description: 'Decisions of people it has learned.' })
  learned: number;

  @Field(() => ModelEvaluation, {
    nullable: true,
    description: 'Null until it was found out, some minutes after the training.',
  })
  evaluation: ModelEvaluation | null;
}

@ArgsType()
export class ModelVersionsArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 20.' })
  @Min(1)
  @Max(20)
  first: number = 20;
}
