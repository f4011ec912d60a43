// How well the model does and what it learned last.
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { must } from '../../platform/errors.js';
import { Acting, Ctx, type GraphqlContext } from '../../platform/graphql/index.js';
import { CATEGORIES, Classifier, type Figures, byCategory } from '../classification/index.js';
import { ItemsReads, VocItemType, loadItem } from '../items/index.js';
import * as shapes from './model.graphql.js';
import { canReadAgreement } from './quality.policy.js';
import { QualityReads } from './quality.reads.js';

const evaluationShape = (figures: Figures): shapes.ModelEvaluation => ({
  n: figures.count,
  accuracy: figures.accuracy,
  macroF1: figures.macroF1,
  confidentHalf: figures.confidentHalfAccuracy,
  categories: byCategory(figures.confusion),
  confusion: CATEGORIES.map((row) => CATEGORIES.map((column) => figures.confusion[row][column])),
});

@Resolver(() => shapes.ModelVersion)
export class ModelResolver {
  constructor(
    @Inject(Classifier) private readonly model: Classifier,
    @Inject(QualityReads) private readonly reads: QualityReads,
    @Inject(ItemsReads) private readonly items: ItemsReads,
  ) {}

  @Query(() => [shapes.ModelVersion], {
    description: 'The last versions of the model, newest first. Staff only.',
  })
  async modelVersions(
    @Args() { first }: shapes.ModelVersionsArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.ModelVersion[]> {
    must(canReadAgreement(actor), 'STAFF_ONLY', 'Only staff see the model.');
    return (await this.model.versions(first)).map((version) => ({
      ...version,
      evaluation: version.evaluation && evaluationShape(version.evaluation),
    }));
  }

  @ResolveField(() => [VocItemType], {
    description: 'The newest decisions of people that this version has learned, at most ten.',
  })
  async lastLearned(
    @Parent() { trainedAt, learned }: shapes.ModelVersion,
    @Ctx() context: GraphqlContext,
  ): Promise<VocItemType[]> {
    const at = trainedAt.toISOString();
    const ids = await context.load('lastLearned', at, async (moments) =>
      this.reads.lastLearned(context.actor, moments),
    );
    return Promise.all((ids ?? []).slice(0, learned).map((id) => loadItem(context, this.items, id)));
  }
}
