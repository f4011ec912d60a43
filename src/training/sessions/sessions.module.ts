// Wiring of sessions.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { NotificationsModule } from '../../notifications/index.js';
import { SpacesModule } from '../../spaces/index.js';
import { CoursesModule } from '../courses/index.js';
import { AnnouncingReads } from './announcing.reads.js';
import { AnnouncingResolver, NotificationContentResolver } from './announcing.resolver.js';
import { AnnouncingService } from './announcing.service.js';
import { NotificationSessionResolver } from './session-notifications.resolver.js';
import { SessionsJobs } from './sessions.jobs.js';
import { SessionsReads } from './sessions.reads.js';
import {
  SessionsResolver,
  TrainingFeedbackResolver,
  TrainingParticipantResolver,
} from './sessions.resolver.js';
import { SessionsService } from './sessions.service.js';
import { TakingPartService } from './taking-part.service.js';
import { TeachingResolver } from './teaching.resolver.js';
import { TellingService } from './telling.service.js';

/** What adds to the GraphQL schema. */
export const SESSIONS_RESOLVERS = [
  SessionsResolver,
  TrainingParticipantResolver,
  TrainingFeedbackResolver,
  TeachingResolver,
  NotificationSessionResolver,
  AnnouncingResolver,
  NotificationContentResolver,
];

@Module({
  imports: [IdentityModule, NotificationsModule, SpacesModule, CoursesModule],
  providers: [
    SessionsReads,
    SessionsService,
    TakingPartService,
    TellingService,
    AnnouncingReads,
    AnnouncingService,
    SessionsJobs,
    ...SESSIONS_RESOLVERS,
  ],
  exports: [SessionsReads, SessionsService, TakingPartService],
})
export class SessionsModule {}
