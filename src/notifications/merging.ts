// What happens to notifications when two people turn out to be one, and when that is taken back. When two companies
// become one, news of threads follows the threads (NotificationsService.follow, by the module whose they are), all other news its company.
import { type Transaction, sql } from '../platform/database/index.js';
import { recallPart, rememberPart } from '../identity/index.js';
import { type MovedRow, mailAgain } from './notifications.service.js';

type Merge = { mergeId: string; keptId: string; duplicateId: string };

const PART = 'notifications';
const COMPANIES = 'notifications of companies';

/** What the duplicate was told, the kept one is told, where they were not told of the same already. */
export async function mergePeople(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
  const moved = await tx.sql<MovedRow & { id: string }>(sql`
    update hotline.notification n set person_id = ${keptId} where n.person_id = ${duplicateId}
      and not exists (select 1 from hotline.notification other
        where other.person_id = ${keptId} and other.cause_id = n.cause_id)
    returning n.id, n.person_id, n.company_id, n.mail and n.mailed_at is null and n.read_at is null as waiting`);
  await rememberPart(
    tx,
    mergeId,
    PART,
    moved.map(({ id }) => id),
  );
  mailAgain(tx, moved);
}

export async function undoPeople(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
  const ids = (await recallPart<string[]>(tx, mergeId, PART)) ?? [];
  mailAgain(
    tx,
    await tx.sql<MovedRow>(sql`
      update hotline.notification n set person_id = ${duplicateId}
      where n.id = any(${ids}::uuid[]) and n.person_id = ${keptId}
        and not exists (select 1 from hotline.notification other
          where other.person_id = ${duplicateId} and other.cause_id = n.cause_id)
      returning n.person_id, n.company_id, n.mail and n.mailed_at is null and n.read_at is null as waiting`),
  );
}

export async function mergeCompanies(
  tx: Transaction,
  { mergeId, keptId, duplicateId }: Merge,
): Promise<void> {
  const moved = await tx.sql<MovedRow & { id: string }>(sql`
    update hotline.notification n set company_id = ${keptId}
    where n.company_id = ${duplicateId} and n.subject_type <> 'thread'
    returning n.id, n.person_id, n.company_id, n.mail and n.mailed_at is null and n.read_at is null as waiting`);
  await rememberPart(
    tx,
    mergeId,
    COMPANIES,
    moved.map(({ id }) => id),
  );
  mailAgain(tx, moved);
}

export async function undoCompanies(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
  const ids = (await recallPart<string[]>(tx, mergeId, COMPANIES)) ?? [];
  mailAgain(
    tx,
    await tx.sql<MovedRow>(sql`
      update hotline.notification n set company_id = ${duplicateId}
      where n.id = any(${ids}::uuid[]) and n.company_id = ${keptId}
      returning n.person_id, n.company_id, n.mail and n.mailed_at is null and n.read_at is null as waiting`),
  );
}
