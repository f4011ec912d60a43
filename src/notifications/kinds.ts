// What people can be told of, who it is for, and what holds until they choose otherwise.
import type { StaffRole } from '../platform/actor.js';

export const NOTIFICATION_KINDS = [
  'ANSWERED',
  'MENTIONED',
  'ASSIGNED',
  'CLIENT_WROTE',
  'COLLEAGUE_WROTE',
  'RESOLVED',
  'NEWS',
  'QUESTION_OPENED',
  'REPORT_WAITS',
  'REPORT_PUBLISHED',
  'TRAINING_INVITED',
  'TRAINING_CHANGED',
  'TRAINING_CANCELLED',
  'TRAINING_SOON',
  'TRAINING_CONTENT',
  'MISSION_SOON',
  'MISSION_LATE',
  'MISSION_REVIEWED',
  'CERTIFICATE_GIVEN',
  'BOARD_ANSWERED',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** By which roads somebody hears of a kind: in the app, by mail. */
export type Roads = { inApp: boolean; mail: boolean };

/** `roles`: only for these of the staff. */
type Kind = Roads & { contacts: boolean; staff: boolean; roles?: readonly StaffRole[] };

export const KINDS: Readonly<Record<NotificationKind, Kind>> = {
  /** We answered in a thread that a contact takes part in. */
  ANSWERED: { contacts: true, staff: false, inApp: true, mail: true },
  /** Somebody wrote a person's name behind an @. */
  MENTIONED: { contacts: true, staff: true, inApp: true, mail: true },
  /** A colleague gave a thread to somebody. */
  ASSIGNED: { contacts: false, staff: true, inApp: true, mail: true },
  /** A contact wrote in a thread that somebody takes care of. */
  CLIENT_WROTE: { contacts: false, staff: true, inApp: true, mail: false },
  /** A colleague of the same company wrote in a thread that a contact takes part in. */
  COLLEAGUE_WROTE: { contacts: true, staff: false, inApp: true, mail: false },
  RESOLVED: { contacts: true, staff: true, inApp: true, mail: false },
  /** What became of something that a contact asked for: an answer to nobody, said by the product. */
  NEWS: { contacts: true, staff: false, inApp: true, mail: true },
  /** A client asked something new; hundreds a week, so only for those who want it. */
  QUESTION_OPENED: { contacts: false, staff: true, inApp: false, mail: false },
  /** Monday at ten, and the draft of last week's report is not published yet. */
  REPORT_WAITS: { contacts: false, staff: true, inApp: true, mail: true, roles: ['LEAD', 'ADMIN'] },
  /** The mail is the report itself, with its charts. */
  REPORT_PUBLISHED: {
    contacts: false,
    staff: true,
    inApp: true,
    mail: true,
    roles: ['PLANNER', 'LEAD', 'ADMIN'],
  },
  /** Somebody takes part in a session from now on; the mail carries an entry for their calendar. */
  TRAINING_INVITED: { contacts: true, staff: false, inApp: true, mail: true },
  TRAINING_CHANGED: { contacts: true, staff: false, inApp: true, mail: true },
  /** It does not take place, or goes on without them. */
  TRAINING_CANCELLED: { contacts: true, staff: false, inApp: true, mail: true },
  /** It is tomorrow. */
  TRAINING_SOON: { contacts: true, staff: false, inApp: true, mail: true },
  /** There is new content for their company; no mail that nobody asked for. */
  TRAINING_CONTENT: { contacts: true, staff: false, inApp: true, mail: false },
  /** A step of theirs, or of their team, is due within a day. */
  MISSION_SOON: { contacts: true, staff: false, inApp: true, mail: true },
  /** It is due and was not shown. */
  MISSION_LATE: { contacts: true, staff: false, inApp: true, mail: true },
  /** What they showed has passed, or was sent back. */
  MISSION_REVIEWED: { contacts: true, staff: false, inApp: true, mail: true },
  /** They have finished a training. */
  CERTIFICATE_GIVEN: { contacts: true, staff: false, inApp: true, mail: true },
  /** Something was said in a thread that they follow, on a board with names. */
  BOARD_ANSWERED: { contacts: true, staff: true, inApp: true, mail: true },
};

export const kindsForContacts = (): NotificationKind[] =>
  NOTIFICATION_KINDS.filter((kind) => KINDS[kind].contacts);

export const kindsForStaff = (role: StaffRole): NotificationKind[] =>
  NOTIFICATION_KINDS.filter((kind) => KINDS[kind].staff && (KINDS[kind].roles?.includes(role) ?? true));
