// What missions do when people or companies turn out to be one, and when somebody leaves: projects stay whole, each with its team.
import { type Transaction, sql } from '../../platform/database/index.js';
import { recallPart, rememberPart } from '../../identity/index.js';
import { hintProjects } from './missions.hints.js';
import { COUNT_DUES, type WhoseDays } from './giving.service.js';

type Merge = { mergeId: string; keptId: string; duplicateId: string };
type Contact = { companyId: string; personId: string };

const PEOPLE = 'training_project_member of people';
const TWICE = 'training_project_member twice';
const COMPANIES = 'training_project of companies';
const FILES = 'mission_file of companies';

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

/** Where both were there, the duplicate's steps stay as they are, and nobody waits for them. */
export async function mergePeople(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
  const moved = await tx.sql<{ id: string }>(sql`
    update hotline.training_project_member member set person_id = ${keptId} where member.person_id = ${duplicateId}
      and not exists (select 1 from hotline.training_project_member other
        where other.project_id = member.project_id and other.person_id = ${keptId})
    returning member.id`);
  await rememberPart(tx, mergeId, PEOPLE, idsOf(moved));
  const twice = await tx.sql<{ id: string }>(sql`
    update hotline.training_project_member set left_at = ${tx.at}
    where person_id = ${duplicateId} and left_at is null returning id`);
  await rememberPart(tx, mergeId, TWICE, idsOf(twice));
}

export async function undoPeople(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
  const ids = (await recallPart<string[]>(tx, mergeId, PEOPLE)) ?? [];
  await tx.sql(sql`update hotline.training_project_member member set person_id = ${duplicateId}
    where member.id = any(${ids}::uuid[]) and member.person_id = ${keptId}
      and not exists (select 1 from hotline.training_project_member other
        where other.project_id = member.project_id and other.person_id = ${duplicateId})`);
  const twice = (await recallPart<string[]>(tx, mergeId, TWICE)) ?? [];
  await tx.sql(sql`update hotline.training_project_member set left_at = null
    where id = any(${twice}::uuid[]) and person_id = ${duplicateId}`);
}

/** Two projects of one session stay two teams of the kept company. */
export async function mergeCompanies(
  tx: Transaction,
  { mergeId, keptId, duplicateId }: Merge,
): Promise<void> {
  const projects = await tx.sql<{ id: string }>(sql`
    update hotline.training_project set company_id = ${keptId} where company_id = ${duplicateId} returning id`);
  await rememberPart(tx, mergeId, COMPANIES, idsOf(projects));
  const files = await tx.sql<{ id: string }>(sql`
    update hotline.mission_file set company_id = ${keptId} where company_id = ${duplicateId} returning id`);
  await rememberPart(tx, mergeId, FILES, idsOf(files));
  countAgain(tx, keptId);
}

export async function undoCompanies(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
  const projects = (await recallPart<string[]>(tx, mergeId, COMPANIES)) ?? [];
  await tx.sql(sql`update hotline.training_project set company_id = ${duplicateId}
    where id = any(${projects}::uuid[]) and company_id = ${keptId}`);
  const files = (await recallPart<string[]>(tx, mergeId, FILES)) ?? [];
  await tx.sql(sql`update hotline.mission_file set company_id = ${duplicateId}
    where id = any(${files}::uuid[]) and company_id = ${keptId}`);
  countAgain(tx, keptId);
  countAgain(tx, duplicateId);
}

/** Whoever is no contact of the company any more is not waited for. */
export async function contactLeaves(tx: Transaction, { companyId, personId }: Contact): Promise<void> {
  const projects = await tx.sql<{ id: string }>(sql`
    update hotline.training_project_member member set left_at = ${tx.at}
    from hotline.training_project project where project.id = member.project_id and project.company_id = ${companyId}
      and member.person_id = ${personId} and member.left_at is null returning project.id`);
  await hintProjects(tx, idsOf(projects));
}

/** Whoever comes back goes on where they were. */
export async function contactReturns(tx: Transaction, { companyId, personId }: Contact): Promise<void> {
  const projects = await tx.sql<{ id: string }>(sql`
    update hotline.training_project_member member set left_at = null
    from hotline.training_project project where project.id = member.project_id and project.company_id = ${companyId}
      and member.person_id = ${personId} and member.left_at is not null returning project.id`);
  await hintProjects(tx, idsOf(projects));
}

/** Another company has another calendar. */
function countAgain(tx: Transaction, companyId: string): void {
  const whose: WhoseDays = { companyId };
  tx.enqueue(COUNT_DUES, whose);
}
