// Who can be named behind an @: whoever sees what is written there. Others are answered like people who do not exist.
import { type Transaction, sql } from '../platform/database/index.js';
import { invalid } from '../platform/errors.js';

/** Colleagues who answer and, in a message, the contacts of its space. `spaceId` null: a note. */
export async function mentionable(tx: Transaction, ids: string[], spaceId: string | null): Promise<void> {
  if (ids.length === 0) return;
  const known = await tx.sql(
    sql`select person.id from hotline.person person
        where person.id = any(${ids}::uuid[]) and person.deactivated_at is null
          and (person.staff_role in ('AGENT', 'LEAD', 'ADMIN') or person.id in (
            select member.person_id from hotline.space_member member
            where member.space_id = ${spaceId}::uuid and member.side = 'CONTACT' and member.left_at is null))`,
  );
  if (known.length < new Set(ids).size)
    throw invalid('MENTION', 'Somebody you mention would not see this; take their name out.', 'mentionIds');
}
