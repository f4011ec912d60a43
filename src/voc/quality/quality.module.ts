// Wiring of the quality of categories.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { ClassificationModule } from '../classification/index.js';
import { ItemsModule } from '../items/index.js';
import { LanguageModel } from './language-model.js';
import { ModelResolver } from './model.resolver.js';
import { OpinionResolver } from './opinion.resolver.js';
import { OpinionsService } from './opinions.service.js';
import { QualityJobs } from './quality.jobs.js';
import { QualityReads } from './quality.reads.js';
import {
  CoderQualityResolver,
  CodingConnectionResolver,
  CodingResolver,
  QualityResolver,
  SecondCodingConnectionResolver,
  SecondCodingResolver,
} from './quality.resolver.js';
import { QualityService } from './quality.service.js';

/** What adds to the GraphQL schema. */
export const QUALITY_RESOLVERS = [
  QualityResolver,
  CoderQualityResolver,
  SecondCodingResolver,
  SecondCodingConnectionResolver,
  CodingResolver,
  CodingConnectionResolver,
  ModelResolver,
  OpinionResolver,
];

@Module({
  imports: [IdentityModule, ItemsModule, ClassificationModule],
  providers: [
    LanguageModel,
    OpinionsService,
    QualityService,
    QualityReads,
    QualityJobs,
    ...QUALITY_RESOLVERS,
  ],
  exports: [QualityService],
})
export class QualityModule {}
