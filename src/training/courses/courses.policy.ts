// Who sees courses and who may write them.
import { type Actor, answers, isStaff } from '../../platform/actor.js';
import { type Sql, sql } from '../../platform/database/index.js';

/** Sessions under the alias `session`: of a contact those that are open to their company, or in which they take part. */
export function visibleSessions(actor: Actor): Sql {
  if (isStaff(actor) || actor.kind === 'system') return sql`true`;
  if (actor.kind !== 'contact') return sql`false`;
  return sql`(exists (select 1 from hotline.training_company open
      where open.session_id = session.id and open.company_id = ${actor.companyId})
    or exists (select 1 from hotline.training_participant me where me.session_id = session.id
      and me.person_id = ${actor.personId} and me.company_id = ${actor.companyId} and me.removed_at is null))`;
}

/** By the column that names a version: whether it was announced to the contact's company. */
const announced = (versionId: Sql): Sql =>
  sql`${versionId} in (select course_version_id from hotline.announced_to_us())`;

/** Versions under the alias `version`: a contact knows of what is taught in sessions that they see, and of what was announced. */
export function visibleVersions(actor: Actor): Sql {
  if (isStaff(actor) || actor.kind === 'system') return sql`true`;
  if (actor.kind !== 'contact') return sql`false`;
  return sql`(exists (select 1 from hotline.training_session session
    where session.course_version_id = version.id and ${visibleSessions(actor)}) or ${announced(sql`version.id`)})`;
}

/** Missions and their steps, by the column that names it: a contact has it who takes part in a session of it. */
export function visibleParts(actor: Actor, versionId: Sql): Sql {
  if (isStaff(actor) || actor.kind === 'system') return sql`true`;
  return actor.kind === 'contact' ? sql`${versionId} in (select hotline.taught_to_me())` : sql`false`;
}

/** Materials by the column that names their version: what was announced is read by the whole company. */
export function visibleMaterials(actor: Actor, versionId: Sql): Sql {
  const parts = visibleParts(actor, versionId);
  return actor.kind === 'contact' ? sql`(${parts} or ${announced(versionId)})` : parts;
}

/** Write, copy, translate, publish, archive: staff who answer. Planners read. */
export const canWriteCourses = (actor: Actor): boolean => answers(actor);

type Archived = { archivedAt: Date | null };

export const courseAbilities = (actor: Actor, course: Archived) => ({
  write: canWriteCourses(actor) && course.archivedAt === null,
  archive: canWriteCourses(actor),
});
