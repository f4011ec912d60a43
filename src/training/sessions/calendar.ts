// A session as an entry for somebody's calendar (RFC 5545): one id for ever, a higher sequence with every change.
import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

type Party = { name: string; email: string };

export type CalendarEntry = {
  method: CalendarMethod;
  /** Of the session, the same in every mail to everybody. */
  uid: string;
  sequence: number;
  /** When this entry was written. */
  stamp: Date;
  startsAt: Date;
  endsAt: Date;
  title: string;
  description: string;
  place: string | null;
  link: string | null;
  organizer: Party;
  /** Only the reader: nobody learns from a calendar who else comes. */
  attendee: Party;
};

export function calendarFile(entry: CalendarEntry): string {
  const cancelled = entry.method === 'CANCEL';
  const calendar = ical({
    method: ICalCalendarMethod[entry.method],
    prodId: { company: 'hotline', product: 'training', language: 'EN' },
  });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.stamp,
    start: entry.startsAt,
    end: entry.endsAt,
    summary: entry.title,
    description: entry.description,
    location: entry.place ?? entry.link,
    url: entry.link,
    organizer: entry.organizer,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    attendees: [{ ...entry.attendee, rsvp: !cancelled, status: ICalAttendeeStatus.NEEDSACTION }],
  });
  return calendar.toString();
}

/** 'Name <address>' or an address alone, as MAIL_FROM has it. */
export function partyOf(from: string): Party {
  const [, name, email] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return email
    ? { name: name?.replace(/^"|"$/g, '') || email, email }
    : { name: from.trim(), email: from.trim() };
}
