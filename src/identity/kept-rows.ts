// Rows that a merge changes, as they were and as they became, so that undoing puts back exactly those untouched since.
import { type Sql, type Transaction, raw, sql } from '../platform/database/index.js';

/** A table and its columns; the names are ours, never a client's. */
export type KeptTable = { table: string; key: readonly string[]; rest: readonly string[] };

/** A row as jsonb has it: times are text, exact to the microsecond. */
export type Row = Record<string, unknown>;

/** null before: it was not there; null after: it was taken away. */
export type Change = { before: Row | null; after: Row | null };

const words = (names: readonly string[]): Sql => raw(names.join(', '));
const name = ({ table }: KeptTable): Sql => raw(`hotline.${table}`);

const upsert = (kept: KeptTable): Sql =>
  sql`on conflict (${words(kept.key)}) do update set (${words(kept.rest)}) =
    row (${words(kept.rest.map((column) => `excluded.${column}`))})`;

const sameKey = (kept: KeptTable, side: string): Sql =>
  raw(kept.key.map((column) => `each.${column}::text = change -> '${side}' ->> '${column}'`).join(' and '));

/** Whole rows, locked until the end of the transaction; `each` is the row. Others may still point at them. */
export async function rowsOf(tx: Transaction, kept: KeptTable, condition: Sql): Promise<Row[]> {
  const rows = await tx.sql<{ row: Row }>(
    sql`select to_jsonb(each) as row from ${name(kept)} each where ${condition} for no key update`,
  );
  return rows.map(({ row }) => row);
}

/** Makes the changes. */
export async function applyChanges(tx: Transaction, kept: KeptTable, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  const list = JSON.stringify(changes);
  await tx.sql(sql`
    delete from ${name(kept)} each using jsonb_array_elements(${list}::jsonb) change
    where jsonb_typeof(change -> 'after') = 'null' and ${sameKey(kept, 'before')}`);
  await tx.sql(sql`
    insert into ${name(kept)} (${words([...kept.key, ...kept.rest])})
    select ${words([...kept.key, ...kept.rest].map((column) => `became.${column}`))}
    from jsonb_array_elements(${list}::jsonb) change,
      jsonb_populate_record(null::${name(kept)}, nullif(change -> 'after', 'null')) became
    where jsonb_typeof(change -> 'after') = 'object' ${upsert(kept)}`);
}

/** Puts back what is still as the merge left it; what was changed since stays as it is now. */
export async function revertChanges(tx: Transaction, kept: KeptTable, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  const list = JSON.stringify(changes);
  await tx.sql(sql`
    insert into ${name(kept)} (${words([...kept.key, ...kept.rest])})
    select ${words([...kept.key, ...kept.rest].map((column) => `was.${column}`))}
    from jsonb_array_elements(${list}::jsonb) change,
      jsonb_populate_record(null::${name(kept)}, nullif(change -> 'before', 'null')) was
    where jsonb_typeof(change -> 'before') = 'object' and case jsonb_typeof(change -> 'after')
      when 'null' then not exists (select 1 from ${name(kept)} each where ${sameKey(kept, 'before')})
      else exists (select 1 from ${name(kept)} each
                   where each = jsonb_populate_record(null::${name(kept)}, nullif(change -> 'after', 'null'))) end
    ${upsert(kept)}`);
  await tx.sql(sql`
    delete from ${name(kept)} each using jsonb_array_elements(${list}::jsonb) change
    where jsonb_typeof(change -> 'before') = 'null'
      and each = jsonb_populate_record(null::${name(kept)}, nullif(change -> 'after', 'null'))`);
}

/** What a module writes down of a merge, to read it again when the merge is undone; a list said twice is one list. */
export async function rememberPart(
  tx: Transaction,
  mergeId: string,
  part: string,
  kept: unknown,
): Promise<void> {
  await tx.sql(sql`insert into hotline.merge_part (merge_id, part, kept)
    values (${mergeId}, ${part}, ${JSON.stringify(kept)}::jsonb)
    on conflict (merge_id, part) do update set kept = merge_part.kept || excluded.kept`);
}

export async function recallPart<Kept>(tx: Transaction, mergeId: string, part: string): Promise<Kept | null> {
  const row = await tx.one<{ kept: Kept }>(
    sql`select kept from hotline.merge_part where merge_id = ${mergeId} and part = ${part}`,
  );
  return row?.kept ?? null;
}
