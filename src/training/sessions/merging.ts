// What sessions do when two people or two companies turn out to be one: participants come along, and go back when it is undone.
import { type Transaction, sql } from '../../platform/database/index.js';
import { recallPart, rememberPart } from '../../identity/index.js';

type Merge = { mergeId: string; keptId: string; duplicateId: string };

const PEOPLE = 'training_participant of people';
const COMPANIES = 'training_participant of companies';
const OPEN = 'training_company';
const ANNOUNCED = 'course_announcement';

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

/** Where both took part in one session, the duplicate's row stays theirs and is read by the kept name. */
export async function mergePeople(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
  const moved = await tx.sql<{ id: string }>(sql`
    update hotline.training_participant participant set person_id = ${keptId} where participant.person_id = ${duplicateId}
      and not exists (select 1 from hotline.training_participant other
        where other.session_id = participant.session_id and other.person_id = ${keptId})
    returning participant.id`);
  await rememberPart(tx, mergeId, PEOPLE, idsOf(moved));
}

export async function undoPeople(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
  const ids = (await recallPart<string[]>(tx, mergeId, PEOPLE)) ?? [];
  await tx.sql(sql`update hotline.training_participant participant set person_id = ${duplicateId}
    where participant.id = any(${ids}::uuid[]) and participant.person_id = ${keptId}
      and not exists (select 1 from hotline.training_participant other
        where other.session_id = participant.session_id and other.person_id = ${duplicateId})`);
}

export async function mergeCompanies(
  tx: Transaction,
  { mergeId, keptId, duplicateId }: Merge,
): Promise<void> {
  const moved = await tx.sql<{ id: string }>(sql`
    update hotline.training_participant set company_id = ${keptId} where company_id = ${duplicateId} returning id`);
  await rememberPart(tx, mergeId, COMPANIES, idsOf(moved));
  const opened = await tx.sql<{ id: string }>(sql`
    update hotline.training_company open set company_id = ${keptId} where open.company_id = ${duplicateId}
      and not exists (select 1 from hotline.training_company other
        where other.session_id = open.session_id and other.company_id = ${keptId})
    returning open.session_id as id`);
  await rememberPart(tx, mergeId, OPEN, idsOf(opened));
  const announced = await tx.sql<{ id: string }>(sql`
    update hotline.course_announcement announcement set company_id = ${keptId} where announcement.company_id = ${duplicateId}
      and not exists (select 1 from hotline.course_announcement other
        where other.course_version_id = announcement.course_version_id and other.company_id = ${keptId})
    returning announcement.course_version_id as id`);
  await rememberPart(tx, mergeId, ANNOUNCED, idsOf(announced));
}

export async function undoCompanies(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
  const ids = (await recallPart<string[]>(tx, mergeId, COMPANIES)) ?? [];
  await tx.sql(sql`update hotline.training_participant set company_id = ${duplicateId}
    where id = any(${ids}::uuid[]) and company_id = ${keptId}`);
  const opened = (await recallPart<string[]>(tx, mergeId, OPEN)) ?? [];
  await tx.sql(sql`update hotline.training_company open set company_id = ${duplicateId}
    where open.session_id = any(${opened}::uuid[]) and open.company_id = ${keptId}
      and not exists (select 1 from hotline.training_company other
        where other.session_id = open.session_id and other.company_id = ${duplicateId})`);
  const announced = (await recallPart<string[]>(tx, mergeId, ANNOUNCED)) ?? [];
  await tx.sql(sql`update hotline.course_announcement announcement set company_id = ${duplicateId}
    where announcement.course_version_id = any(${announced}::uuid[]) and announcement.company_id = ${keptId}
      and not exists (select 1 from hotline.course_announcement other
        where other.course_version_id = announcement.course_version_id and other.company_id = ${duplicateId})`);
}

/** Whoever is no contact of the company any more is not waited for. */
export async function contactLeaves(
  tx: Transaction,
  { companyId, personId }: { companyId: string; personId: string },
): Promise<void> {
  await tx.sql(sql`update hotline.training_participant participant set removed_at = ${tx.at}
    from hotline.training_session session
    where session.id = participant.session_id and session.state = 'PLANNED' and participant.removed_at is null
      and participant.person_id = ${personId} and participant.company_id = ${companyId}`);
}
