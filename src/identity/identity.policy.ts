// Who sees and who may do what with companies and people.
import { type Actor, hasRole, isStaff } from '../platform/actor.js';
import { type Sql, sql } from '../platform/database/index.js';
import { denied } from '../platform/errors.js';
import type { Company } from './company.entity.js';
import type { Person } from './person.entity.js';

/** Companies under the alias `company`. */
export function visibleCompanies(actor: Actor): Sql {
  if (isStaff(actor) || actor.kind === 'system') return sql`true`;
  return actor.kind === 'contact' ? sql`company.id = ${actor.companyId}` : sql`false`;
}

/** People under the alias `person`. */
export function visiblePeople(actor: Actor): Sql {
  if (isStaff(actor) || actor.kind === 'system') return sql`true`;
  if (actor.kind !== 'contact') return sql`false`;
  return sql`(person.staff_role is not null or person.id in (
    select cc.person_id from hotline.company_contact cc where cc.company_id = ${actor.companyId}))`;
}

export const canManageCompanies = (actor: Actor): boolean => hasRole(actor, 'ADMIN', 'LEAD');

export const canManageStaff = (actor: Actor): boolean => hasRole(actor, 'ADMIN');

/** Staff who answer may invite anywhere, owners of a space into their own company. */
export function canInviteContacts(actor: Actor, companyId: string): boolean {
  if (actor.kind === 'contact') return actor.companyId === companyId && actor.memberRole === 'OWNER';
  return hasRole(actor, 'ADMIN', 'LEAD', 'AGENT');
}

/** Ends or gives back a person's access; nobody locks themselves out. */
export const canDeactivate = (actor: Actor, person: Pick<Person, 'id' | 'staffRole'>): boolean =>
  isStaff(actor) &&
  actor.personId !== person.id &&
  (person.staffRole === null ? hasRole(actor, 'ADMIN', 'LEAD') : hasRole(actor, 'ADMIN'));

/** Merging duplicates and undoing it; the preview and the proposals. */
export const canMerge = (actor: Actor): boolean => hasRole(actor, 'ADMIN');

/** Signing somebody else out everywhere. */
export const canEndSessions = (actor: Actor): boolean => hasRole(actor, 'ADMIN');

/** Everything that is kept of a person: they themselves, and whoever answers for them when they ask. */
export const canExportData = (actor: Actor, personId: string): boolean =>
  hasRole(actor, 'ADMIN') || ('personId' in actor && actor.personId === personId);

/** For good; nobody erases themselves, so that an administrator stays. */
export const canErase = (actor: Actor, personId: string): boolean =>
  hasRole(actor, 'ADMIN') && !('personId' in actor && actor.personId === personId);

export const canReadAudit = (actor: Actor): boolean => hasRole(actor, 'ADMIN');

/** Bringing history in, and taking it back; commands of the installation itself do it too. */
export const canImport = (actor: Actor): boolean => hasRole(actor, 'ADMIN') || actor.kind === 'system';

export const canReadOutbox = (actor: Actor): boolean => hasRole(actor, 'ADMIN');

export const companyAbilities = (actor: Actor, company: Pick<Company, 'id'>) => ({
  edit: canManageCompanies(actor),
  invite: canInviteContacts(actor, company.id),
});

/** For fields that only the provider's side may read. */
export function staffOnly(actor: Actor): void {
  if (!isStaff(actor)) throw denied('STAFF_ONLY', 'Only staff can read this.');
}
