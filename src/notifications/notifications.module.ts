// Wiring of notifications.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { Describers } from './described.js';
import { MailOff, MailOffController } from './mail-off.controller.js';
import { NewsMailService } from './news-mail.service.js';
import { NotificationsJobs } from './notifications.jobs.js';
import { NotificationsReads } from './notifications.reads.js';
import { NotificationsResolver } from './notifications.resolver.js';
import { NotificationsService } from './notifications.service.js';
import { OwnLetters } from './own-letters.js';
import { WeeklySections } from './weekly-lines.js';

/** What adds to the GraphQL schema. */
export const NOTIFICATIONS_RESOLVERS = [NotificationsResolver];

@Module({
  imports: [IdentityModule],
  controllers: [MailOffController],
  providers: [
    Describers,
    MailOff,
    NewsMailService,
    NotificationsJobs,
    NotificationsReads,
    NotificationsService,
    OwnLetters,
    WeeklySections,
    ...NOTIFICATIONS_RESOLVERS,
  ],
  exports: [Describers, NotificationsService, OwnLetters, WeeklySections],
})
export class NotificationsModule {}
