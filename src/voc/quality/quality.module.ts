// Wiring of the quality of categories.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { ClassificationModule } from '../classification/index.js';
import { ItemsModule } from '../items/index.js';
import { LanguageModel } from './language-model.js';
import { ModelResolver } from './model.resolver.js';
import { OpinionResolver } from './opinion.resolver.js';
import { OpinionsService } from './opinions.service.js';
import { OutsideReads } from './outside.reads.js';
import { OutsideCodingConnectionResolver, OutsideCodingResolver } from './outside.resolver.js';
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
  OutsideCodingResolver,
  OutsideCodingConnectionResolver,
];

@Module({
  imports: [IdentityModule, ItemsModule, ClassificationModule],
  providers: [
    LanguageModel,
    OpinionsService,
    QualityService,
    QualityReads,
    OutsideReads,
    QualityJobs,
    ...QUALITY_RESOLVERS,
  ],
  exports: [QualityService],
})
export class QualityModule {}
