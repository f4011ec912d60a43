// The door of notifications: telling a person, in the app and by mail.
export { type Described, Describers, type ToDescribe } from './described.js';
export { NotificationType } from './notifications.graphql.js';
export { NOTIFICATIONS_RESOLVERS, NotificationsModule } from './notifications.module.js';
export { NotificationsService, type Recipient } from './notifications.service.js';
export { OwnLetters, type LetterReader } from './own-letters.js';
export { type WeeklyLine, type WeeklySection, WeeklySections, type WholeWeek } from './weekly-lines.js';
