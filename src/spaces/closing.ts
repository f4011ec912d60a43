// Spaces that came with an import: they go again when it is taken back and nothing stands in them.
import { type Transaction, sql } from '../platform/database/index.js';

type Contact = { companyId: string; personId: string };

/** Contacts who are none any more leave the space as if they had never been there. */
export async function forgetMembers(tx: Transaction, contacts: Contact[]): Promise<void> {
  await tx.sql(sql`delete from hotline.space_member member
    using hotline.space space, json_to_recordset(${JSON.stringify(contacts)}::json) as gone("companyId" uuid, "personId" uuid)
    where space.id = member.space_id and space.company_id = gone."companyId" and member.person_id = gone."personId"
      and member.side = 'CONTACT'`);
}

/** Closes those of these spaces in which nobody and nothing is left. */
export async function closeEmptySpaces(tx: Transaction, ids: string[]): Promise<void> {
  const empty = await tx.sql<{ id: string }>(sql`
    select space.id from hotline.space space where space.id = any(${ids}::uuid[])
      and not exists (select 1 from hotline.space_member member where member.space_id = space.id)`);
  await tx.takeAway(
    empty.map(({ id }) => id),
    (each) => tx.sql(sql`delete from hotline.space where id = any(${each}::uuid[])`),
  );
}
