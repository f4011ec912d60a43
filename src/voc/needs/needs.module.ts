// Wiring of needs.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
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

/** What adds to the GraphQL schema. */
export const NEEDS_RESOLVERS = [
  NeedsResolver,
  NeedConnectionResolver,
  NeedCompanyResolver,
  NeedChangeResolver,
  ItemNeedResolver,
];

@Module({
  imports: [IdentityModule, ItemsModule],
  providers: [NeedsReads, NeedsService, NeedsJobs, ...NEEDS_RESOLVERS],
  exports: [NeedsReads, NeedsService],
})
export class NeedsModule {}
