// Wiring of needs.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { NotificationsModule } from '../../notifications/index.js';
import { ItemsModule } from '../items/index.js';
import { NeedsJobs } from './needs.jobs.js';
import { NeedsReads } from './needs.reads.js';
import {
  ItemNeedResolver,
  NeedChangeResolver,
  NeedCompanyResolver,
  NeedConnectionResolver,
  NeedsResolver,
} from './needs.resolver.js';
import { NeedsService } from './needs.service.js';
import { ReadingService } from './reading.service.js';
import { SimilarReads } from './similar.reads.js';
import { SimilarItemResolver, SimilarNeedResolver, SimilarResolver } from './similar.resolver.js';
import { WeeklyNeeds } from './weekly-needs.js';

/** What adds to the GraphQL schema. */
export const NEEDS_RESOLVERS = [
  NeedsResolver,
  NeedConnectionResolver,
  NeedCompanyResolver,
  NeedChangeResolver,
  ItemNeedResolver,
  SimilarResolver,
  SimilarItemResolver,
  SimilarNeedResolver,
];

@Module({
  imports: [IdentityModule, NotificationsModule, ItemsModule],
  providers: [
    NeedsReads,
    NeedsService,
    ReadingService,
    SimilarReads,
    NeedsJobs,
    WeeklyNeeds,
    ...NEEDS_RESOLVERS,
  ],
  exports: [NeedsReads, NeedsService, ReadingService],
})
export class NeedsModule {}
