// Whose notifications somebody sees: their own, in the role in which they act.
import type { Actor } from '../platform/actor.js';
import { type Sql, sql } from '../platform/database/index.js';
import { unauthenticated } from '../platform/errors.js';
import { type NotificationKind, kindsForContacts, kindsForStaff } from './kinds.js';

/** Notifications under the alias `n`. */
export function ownNotifications(actor: Actor): Sql {
  if (actor.kind === 'staff') return sql`n.person_id = ${actor.personId} and n.company_id is null`;
  return actor.kind === 'contact'
    ? sql`n.person_id = ${actor.personId} and n.company_id = ${actor.companyId}`
    : sql`false`;
}

/** What somebody can be told of. Throws UNAUTHENTICATED for who is neither staff nor contact. */
export function kindsOf(actor: Actor): NotificationKind[] {
  if (actor.kind !== 'staff' && actor.kind !== 'contact') throw unauthenticated();
  return actor.kind === 'staff' ? kindsForStaff(actor.role) : kindsForContacts();
}
