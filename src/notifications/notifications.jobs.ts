// What happens to notifications later: mails, forgetting, and when two turn out to be one.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../platform/events/index.js';
import {
  contactLeft,
  companiesMerged,
  companiesMergeUndone,
  peopleMerged,
  peopleMergeUndone,
  PersonalData,
  personDeactivated,
  personErasing,
} from '../identity/index.js';
import { erasePerson, NOTIFICATION_PARTS } from './erasing.js';
import * as merging from './merging.js';
import { NewsMailService } from './news-mail.service.js';
import { NotificationsService, type Recipient } from './notifications.service.js';

@Injectable()
export class NotificationsJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(NewsMailService) mails: NewsMailService,
    @Inject(NotificationsService) notifications: NotificationsService,
    @Inject(PersonalData) data: PersonalData,
  ) {
    events.rule(peopleMerged, merging.mergePeople);
    events.rule(peopleMergeUndone, merging.undoPeople);
    events.rule(companiesMerged, merging.mergeCompanies);
    events.rule(companiesMergeUndone, merging.undoCompanies);
    events.rule(personErasing, erasePerson);
    data.register(...NOTIFICATION_PARTS);
    events.rule(contactLeft, (tx, { personId }) => notifications.giveUpMails(tx, personId));
    events.rule(personDeactivated, (tx, { personId }) => notifications.giveUpMails(tx, personId));
    events.job<Recipient>('mailUnreadNews', (to) => mails.mailUnread(to));
    events.every('25 18 * * *', 'forgetOldNotifications', () => notifications.forget());
  }
}
