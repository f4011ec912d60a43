// Wiring of threads.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { SpacesModule } from '../spaces/index.js';
import { MessageAttachmentsResolver, NoteAttachmentsResolver } from './attachments.resolver.js';
import { AttachmentsReads } from './attachments.reads.js';
import { AttachmentsService } from './attachments.service.js';
import { BulkResolver } from './bulk.resolver.js';
import { BulkService } from './bulk.service.js';
import { BulkUndoService } from './bulk-undo.service.js';
import { DeskService } from './desk.service.js';
import {
  HintsResolver,
  MessageResolver,
  NoteResolver,
  SpaceThreadsResolver,
  ThreadChangeResolver,
} from './entries.resolver.js';
import { ThreadsErasing } from './erasing.service.js';
import { HandingOn } from './handing-on.service.js';
import { ThreadsMerging } from './merging.service.js';
import { CompanyThreadsResolver, MergeThreadsResolver, PersonThreadsResolver } from './people.resolver.js';
import { PeopleThreadsReads } from './people.reads.js';
import { TeamReads } from './team.reads.js';
import { TeamResolver } from './team.resolver.js';
import { ThreadsJobs } from './threads.jobs.js';
import { NotificationThreadResolver } from './thread-notifications.resolver.js';
import { PresenceResolver } from './presence.resolver.js';
import { PresenceService } from './presence.service.js';
import { RepliesReads } from './replies.reads.js';
import { RepliesResolver } from './replies.resolver.js';
import { RepliesService } from './replies.service.js';
import { TellingService } from './telling.service.js';
import { ThreadNews } from './thread-news.js';
import { ThreadsReads } from './threads.reads.js';
import { ThreadsResolver } from './threads.resolver.js';
import { ThreadsService } from './threads.service.js';
import { WritingResolver } from './writing.resolver.js';

/** What adds to the GraphQL schema. */
export const THREADS_RESOLVERS = [
  ThreadsResolver,
  WritingResolver,
  MessageResolver,
  NoteResolver,
  ThreadChangeResolver,
  SpaceThreadsResolver,
  MessageAttachmentsResolver,
  NoteAttachmentsResolver,
  BulkResolver,
  TeamResolver,
  HintsResolver,
  NotificationThreadResolver,
  PresenceResolver,
  RepliesResolver,
  PersonThreadsResolver,
  CompanyThreadsResolver,
  MergeThreadsResolver,
];

@Module({
  imports: [IdentityModule, NotificationsModule, SpacesModule],
  providers: [
    ThreadsService,
    DeskService,
    BulkService,
    BulkUndoService,
    ThreadsReads,
    TeamReads,
    PresenceService,
    RepliesReads,
    RepliesService,
    TellingService,
    ThreadNews,
    AttachmentsService,
    AttachmentsReads,
    HandingOn,
    ThreadsMerging,
    ThreadsErasing,
    PeopleThreadsReads,
    ThreadsJobs,
    ...THREADS_RESOLVERS,
  ],
  exports: [ThreadsService, DeskService, ThreadsReads],
})
export class ThreadsModule {}
