// What people can be told of, who it is for, and what holds until they choose otherwise.

export const NOTIFICATION_KINDS = [
  'ANSWERED',
  'MENTIONED',
  'ASSIGNED',
  'CLIENT_WROTE',
  'COLLEAGUE_WROTE',
  'RESOLVED',
  'QUESTION_OPENED',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** By which roads somebody hears of a kind: in the app, by mail. */
export type Roads = { inApp: boolean; mail: boolean };

type Kind = Roads & { contacts: boolean; staff: boolean };

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
  /** A client asked something new; hundreds a week, so only for those who want it. */
  QUESTION_OPENED: { contacts: false, staff: true, inApp: false, mail: false },
};

export const kindsFor = (side: 'contacts' | 'staff'): NotificationKind[] =>
  NOTIFICATION_KINDS.filter((kind) => KINDS[kind][side]);
