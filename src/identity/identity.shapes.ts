// Rows to GraphQL objects; what a viewer may not know is left out here, in one place.
import { type Actor, isStaff } from '../platform/actor.js';
import { type GraphqlContext, byKey, globalId } from '../platform/graphql/index.js';
import { found } from '../platform/errors.js';
import type { CompanyType } from './company.graphql.js';
import type { CompanyRow, IdentityReads, InvitationRow, PersonRow } from './identity.reads.js';
import type { GuestInput, Invitation } from './invitation.graphql.js';
import type { PersonType } from './person.graphql.js';

export const companyShape = (row: CompanyRow): CompanyType => ({
  id: globalId('company', row.id),
  uuid: row.id,
  handle: row.handle,
  name: row.name,
  employees: row.employees ?? null,
  tier: row.tier ?? null,
  createdAt: row.created_at ?? null,
  version: row.version ?? null,
});

/** Contacts see their colleagues' addresses, not those of staff, nor who has which role there. */
export const personShape = (actor: Actor, row: PersonRow): PersonType => ({
  id: globalId('person', row.id),
  uuid: row.id,
  name: row.name,
  title: row.title,
  email:
    row.erased_at === null &&
    (isStaff(actor) || row.staff_role === null || row.id === ('personId' in actor ? actor.personId : null))
      ? row.email
      : null,
  side: row.staff_role === null ? 'CONTACT' : 'STAFF',
  staffRole: isStaff(actor) ? row.staff_role : null,
  active: row.deactivated_at === null,
  erased: row.erased_at !== null,
  avatarColor: row.avatar_color,
});

/** One person, loaded in batches per request; NOT_FOUND for whom the viewer may not see. */
export async function loadPerson(
  context: GraphqlContext,
  reads: IdentityReads,
  id: string,
): Promise<PersonType> {
  const row = await context.load('person', id, async (ids) =>
    byKey(await reads.peopleByIds(context.actor, ids), (each) => each.asked_id),
  );
  return personShape(context.actor, found(row));
}

export const loadPersonOrNull = async (
  context: GraphqlContext,
  reads: IdentityReads,
  id: string | null,
): Promise<PersonType | null> => (id === null ? null : loadPerson(context, reads, id));

export async function loadCompany(
  context: GraphqlContext,
  reads: IdentityReads,
  id: string,
): Promise<CompanyType> {
  const row = await context.load('company', id, async (ids) =>
    byKey(await reads.companiesByIds(context.actor, ids), (each) => each.asked_id),
  );
  return companyShape(found(row));
}

export const invitationShape = (row: InvitationRow): Invitation => ({
  email: row.email,
  name: row.name,
  role: row.as_role,
  sentAt: row.created_at,
  expiresAt: row.expires_at,
});

export const guests = (people: GuestInput[]): { email: string; name: string | null }[] =>
  people.map(({ email, name }) => ({ email, name: name ?? null }));
