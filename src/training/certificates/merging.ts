// What certificates do when two people or two companies turn out to be one: they come along, and go back when it is undone.
// A wall stays as the kept company's owner wants it.
import { type Transaction, sql } from '../../platform/database/index.js';
import { recallPart, rememberPart } from '../../identity/index.js';

type Merge = { mergeId: string; keptId: string; duplicateId: string };

const PEOPLE = 'certificate of people';
const ABSENCE = 'honour_absence';
const COMPANIES = 'certificate of companies';

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

/** Both finished the same session: both certificates are true. Whoever kept away under one name keeps away. */
export async function mergePeople(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
  const moved = await tx.sql<{ id: string }>(sql`
    update hotline.certificate set person_id = ${keptId} where person_id = ${duplicateId} returning id`);
  await rememberPart(tx, mergeId, PEOPLE, idsOf(moved));
  const away = await tx.sql<{ id: string }>(sql`
    insert into hotline.honour_absence (person_id, since)
    select ${keptId}::uuid, since from hotline.honour_absence where person_id = ${duplicateId}
    on conflict (person_id) do nothing returning person_id as id`);
  await rememberPart(tx, mergeId, ABSENCE, idsOf(away));
}

export async function undoPeople(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
  const ids = (await recallPart<string[]>(tx, mergeId, PEOPLE)) ?? [];
  await tx.sql(sql`update hotline.certificate set person_id = ${duplicateId}
    where id = any(${ids}::uuid[]) and person_id = ${keptId}`);
  const away = (await recallPart<string[]>(tx, mergeId, ABSENCE)) ?? [];
  await tx.sql(sql`delete from hotline.honour_absence where person_id = any(${away}::uuid[])`);
}

export async function mergeCompanies(
  tx: Transaction,
  { mergeId, keptId, duplicateId }: Merge,
): Promise<void> {
  const moved = await tx.sql<{ id: string }>(sql`
    update hotline.certificate set company_id = ${keptId} where company_id = ${duplicateId} returning id`);
  await rememberPart(tx, mergeId, COMPANIES, idsOf(moved));
}

export async function undoCompanies(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
  const ids = (await recallPart<string[]>(tx, mergeId, COMPANIES)) ?? [];
  await tx.sql(sql`update hotline.certificate set company_id = ${duplicateId}
    where id = any(${ids}::uuid[]) and company_id = ${keptId}`);
}
