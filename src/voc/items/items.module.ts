// Wiring of VOC items.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { ThreadsModule } from '../../threads/index.js';
import { SessionsModule } from '../../training/index.js';
import { ClassificationModule } from '../classification/index.js';
import { BoardItems } from './board-items.service.js';
import { CompanyVocReads } from './company.reads.js';
import { CompanyVocResolver, MergeVocResolver } from './company.resolver.js';
import { DoubtFigures } from './doubt.js';
import { FeedbackItems } from './feedback.service.js';
import { ItemFollowing } from './following.service.js';
import { ItemsJobs } from './items.jobs.js';
import { ItemsReads } from './items.reads.js';
import {
  ItemsResolver,
  ThreadVocResolver,
  VocChangeResolver,
  VocItemConnectionResolver,
} from './items.resolver.js';
import { ItemsService } from './items.service.js';
import { ItemsMerging } from './merging.service.js';
import { SourcesResolver, ThreadItemsResolver } from './sources.resolver.js';
import { ItemSources } from './sources.service.js';

/** What adds to the GraphQL schema. */
export const ITEMS_RESOLVERS = [
  ItemsResolver,
  VocItemConnectionResolver,
  VocChangeResolver,
  ThreadVocResolver,
  CompanyVocResolver,
  MergeVocResolver,
  SourcesResolver,
  ThreadItemsResolver,
];

@Module({
  imports: [IdentityModule, ThreadsModule, SessionsModule, ClassificationModule],
  providers: [
    ItemsService,
    ItemsMerging,
    ItemSources,
    ItemFollowing,
    FeedbackItems,
    BoardItems,
    ItemsReads,
    CompanyVocReads,
    ItemsJobs,
    DoubtFigures,
    ...ITEMS_RESOLVERS,
  ],
  exports: [ItemsService, ItemSources, FeedbackItems, BoardItems, ItemsReads],
})
export class ItemsModule {}
