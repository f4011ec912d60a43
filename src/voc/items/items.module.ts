// Wiring of VOC items.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { ThreadsModule } from '../../threads/index.js';
import { ClassificationModule } from '../classification/index.js';
import { ItemsJobs } from './items.jobs.js';
import { ItemsReads } from './items.reads.js';
import {
  ItemsResolver,
  ThreadVocResolver,
  VocChangeResolver,
  VocItemConnectionResolver,
} from './items.resolver.js';
import { ItemsService } from './items.service.js';

/** What adds to the GraphQL schema. */
export const ITEMS_RESOLVERS = [
  ItemsResolver,
  VocItemConnectionResolver,
  VocChangeResolver,
  ThreadVocResolver,
];

@Module({
  imports: [IdentityModule, ThreadsModule, ClassificationModule],
  providers: [ItemsService, ItemsReads, ItemsJobs, ...ITEMS_RESOLVERS],
  exports: [ItemsService, ItemsReads],
})
export class ItemsModule {}
