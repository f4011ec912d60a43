// Who sees calendars and who changes them. Contacts see the hours of the one that holds for them, through their space.
import { type Actor, isStaff, leads } from '../../platform/actor.js';

export const canReadCalendars = (actor: Actor): boolean => isStaff(actor);

export const canChangeCalendars = (actor: Actor): boolean => leads(actor);

/** The default one stays; one that companies have stays until they have another. */
export const canDeleteCalendar = (
  actor: Actor,
  calendar: { is_default: boolean; company_count: number },
): boolean => canChangeCalendars(actor) && !calendar.is_default && calendar.company_count === 0;
