// Companies and people that came with an import and that nobody has used since: they go when it is taken back.
import { type Transaction, sql } from '../platform/database/index.js';

export type Contact = { companyId: string; personId: string };

export async function removeContacts(tx: Transaction, contacts: Contact[]): Promise<void> {
  await tx.sql(sql`delete from hotline.company_contact contact
    using json_to_recordset(${JSON.stringify(contacts)}::json) as gone("companyId" uuid, "personId" uuid)
    where contact.company_id = gone."companyId" and contact.person_id = gone."personId"`);
}

/** Removes those who are a name and an address and nothing else; returns who stays. */
export async function removeUnusedPeople(tx: Transaction, ids: string[]): Promise<string[]> {
  const unused = await tx.sql<{ id: string }>(sql`
    select person.id from hotline.person person
    where person.id = any(${ids}::uuid[]) and person.version = 1 and person.staff_role is null
      and person.merged_into_id is null and person.deactivated_at is null
      and not exists (select 1 from hotline.company_contact contact where contact.person_id = person.id)
      and not exists (select 1 from hotline.credential credential where credential.person_id = person.id)
      and not exists (select 1 from hotline.session session where session.person_id = person.id)
      and not exists (select 1 from hotline.mail_link link where link.person_id = person.id or link.email = person.email)
      and not exists (select 1 from hotline.notification news where news.person_id = person.id)
      and not exists (select 1 from hotline.merge merge where person.id in (merge.kept_id, merge.duplicate_id))`);
  const goes = unused.map(({ id }) => id);
  const held = await tx.takeAway(goes, (each) =>
    tx.sql(sql`delete from hotline.person where id = any(${each}::uuid[])`),
  );
  const gone = new Set(goes.filter((id) => !held.includes(id)));
  return ids.filter((id) => !gone.has(id));
}

/** Removes companies that nobody edited, invited into or merged, without contacts and space; returns which stay. */
export async function removeUnusedCompanies(tx: Transaction, ids: string[]): Promise<string[]> {
  const unused = await tx.sql<{ id: string }>(sql`
    select company.id from hotline.company company
    where company.id = any(${ids}::uuid[]) and ${untouched}
      and not exists (select 1 from hotline.company_contact contact where contact.company_id = company.id)
      and not exists (select 1 from hotline.space space where space.company_id = company.id)`);
  const goes = unused.map(({ id }) => id);
  const held = await tx.takeAway(goes, (each) =>
    tx.sql(sql`delete from hotline.company where id = any(${each}::uuid[])`),
  );
  const gone = new Set(goes.filter((id) => !held.includes(id)));
  return ids.filter((id) => !gone.has(id));
}

/** Companies as they were made, whatever stands in them. */
export async function untouchedCompanies(tx: Transaction, ids: string[]): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    sql`select company.id from hotline.company company where company.id = any(${ids}::uuid[]) and ${untouched}`,
  );
  return rows.map(({ id }) => id);
}

const untouched = sql`company.version = 1 and company.merged_into_id is null
  and not exists (select 1 from hotline.mail_link link where link.company_id = company.id)
  and not exists (select 1 from hotline.merge merge where company.id in (merge.kept_id, merge.duplicate_id))`;
