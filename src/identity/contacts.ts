// Who is contact of which company, as rows that merges move.
import { type Transaction, sql } from '../platform/database/index.js';
import { type Change, type KeptTable, type Row, rowsOf } from './kept-rows.js';

export const CONTACTS: KeptTable = {
  table: 'company_contact',
  key: ['company_id', 'person_id'],
  rest: ['joined_at', 'left_at'],
};

type Side = 'company_id' | 'person_id';

/** Everything that is contact of (or has as contact) the duplicate, and what the kept one has of it already. */
export async function contactChanges(
  tx: Transaction,
  side: Side,
  keptId: string,
  duplicateId: string,
): Promise<Change[]> {
  const whose = (id: string) =>
    side === 'company_id' ? sql`each.company_id = ${id}` : sql`each.person_id = ${id}`;
  const other: Side = side === 'company_id' ? 'person_id' : 'company_id';
  const theirs = await rowsOf(tx, CONTACTS, whose(duplicateId));
  const ours = new Map((await rowsOf(tx, CONTACTS, whose(keptId))).map((row) => [row[other], row]));
  return theirs.flatMap((row) => {
    const there = ours.get(row[other]) ?? null;
    // Who left stays one who left: colleagues go on seeing the name beside what was written.
    const moved: Row = { ...row, [side]: keptId };
    const given: Change[] =
      !there || (there.left_at !== null && row.left_at === null) ? [{ before: there, after: moved }] : [];
    const taken: Change[] =
      row.left_at === null ? [{ before: row, after: { ...row, left_at: tx.at.toISOString() } }] : [];
    return [...given, ...taken];
  });
}

/** Undoing gives nobody back what they lost since: who left the kept one stays away from the other as well. */
export async function stillThere(
  tx: Transaction,
  changes: Change[],
  side: Side,
  keptId: string,
): Promise<Change[]> {
  const other: Side = side === 'company_id' ? 'person_id' : 'company_id';
  const here = await rowsOf(
    tx,
    CONTACTS,
    side === 'company_id'
      ? sql`each.company_id = ${keptId} and each.left_at is null`
      : sql`each.person_id = ${keptId} and each.left_at is null`,
  );
  const active = new Set(here.map((row) => row[other]));
  return changes.filter(
    ({ before, after }) => (after ?? before)?.[side] === keptId || active.has((before ?? after)?.[other]),
  );
}

/**
 * Somebody whose words stand in a company that they are no contact of: named there, as one who left.
 * Who is, or was, a contact already stays what they are.
 */
export async function nameAsFormer(tx: Transaction, companyId: string, personIds: string[]): Promise<void> {
  await tx.sql(sql`insert into hotline.company_contact (company_id, person_id, joined_at, left_at)
    select distinct ${companyId}::uuid, named.id, ${tx.at}::timestamptz, ${tx.at}::timestamptz
    from hotline.person person
    cross join lateral unnest(array[person.id, coalesce(person.merged_into_id, person.id)]) named(id)
    where person.id = any(${personIds}::uuid[])
    on conflict (company_id, person_id) do nothing`);
}
