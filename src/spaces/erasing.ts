// What spaces do when a person is erased: a hotline keeps an owner, and nobody's reason for it names them.
import { type Transaction, sql } from '../platform/database/index.js';
import { type PersonalPart, type Traces, names, without } from '../identity/index.js';
import { type Owners, soleOwnership } from './owners.js';

type Erasing = { personIds: string[]; traces: Traces };

/** Their memberships stay as they are: how many were where is a figure. */
export async function erasePerson(
  tx: Transaction,
  owners: Owners,
  { personIds, traces }: Erasing,
): Promise<void> {
  await tx.sql(sql`update hotline.space space set reason = ${without(sql`space.reason`, traces.names)}
    where space.id in (select space_id from hotline.space_member where person_id = any(${personIds}::uuid[]))
      and ${names(sql`space.reason`, traces.names)}`);
  // Whoever erased them has named the next owner; nobody is asked when an older backup came back.
  const next = await tx.sql<{ space_id: string; person_id: string }>(sql`
    select distinct on (member.space_id) member.space_id, member.person_id from hotline.space_member member
    join hotline.person person on person.id = member.person_id and person.deactivated_at is null
    where member.side = 'CONTACT' and member.left_at is null and member.space_id in (
      select space.id from ${soleOwnership} and leaving.person_id = any(${personIds}::uuid[]))
    order by member.space_id, member.joined_at, member.person_id`);
  for (const { space_id, person_id } of next) await owners.give(tx, space_id, person_id, 'OWNER');
}

export const SPACE_PARTS: PersonalPart[] = [
  {
    name: 'spaces',
    rows: (
      ids,
    ) => sql`select member.space_id || ' ' || member.person_id || ' ' || member.side as key, json_build_object(
        'company', company.name, 'side', member.side, 'role', member.role, 'joinedAt', member.joined_at,
        'leftAt', member.left_at) as entry
      from hotline.space_member member join hotline.space space on space.id = member.space_id
      join hotline.company company on company.id = space.company_id
      where member.person_id = any(${[...ids]}::uuid[])`,
  },
];
