// Wiring of threads.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { SpacesModule } from '../spaces/index.js';
import { BulkResolver } from './bulk.resolver.js';
import { BulkService } from './bulk.service.js';
import { DeskService } from './desk.service.js';
import {
  HintsResolver,
  MessageResolver,
  NoteResolver,
  SpaceThreadsResolver,
  ThreadChangeResolver,
} from './entries.resolver.js';
import { ThreadsJobs } from './threads.jobs.js';
import { ThreadsReads } from './threads.reads.js';
import { ThreadsResolver } from './threads.resolver.js';
import { ThreadsService } from './threads.service.js';

/** What adds to the GraphQL schema. */
export const THREADS_RESOLVERS = [
  ThreadsResolver,
  MessageResolver,
  NoteResolver,
  ThreadChangeResolver,
  SpaceThreadsResolver,
  BulkResolver,
  HintsResolver,
];

@Module({
  imports: [IdentityModule, SpacesModule],
  providers: [ThreadsService, DeskService, BulkService, ThreadsReads, ThreadsJobs, ...THREADS_RESOLVERS],
  exports: [ThreadsService, DeskService, ThreadsReads],
})
export class ThreadsModule {}
