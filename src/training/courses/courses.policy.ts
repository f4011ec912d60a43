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

/** Versions under the alias `version`: a contact knows of what is taught in sessions that they see. */
export function visibleVersions(actor: Actor): Sql {
  if (isStaff(actor) || actor.kind === 'system') return sql`true`;
  if (actor.kind !== 'contact') return sql`false`;
  return sql`exists (select 1 from hotline.training_session session
    where session.course_version_id = version.id and ${visibleSessions(actor)})`;
}

/** What is in a version, by the column that names it: a contact has it who takes part in a session of it. */
export function visibleParts(actor: Actor, versionId: Sql): Sql {
  if (isStaff(actor) || actor.kind === 'system') return sql`true`;
  return actor.kind === 'contact' ? sql`${versionId} in (select hotline.taught_to_me())` : sql`false`;
}

/** Write, copy, translate, publish, archive: staff who answer. Planners read. */
export const canWriteCourses = (actor: Actor): boolean => answers(actor);

type Archived = { archivedAt: Date | null };

export const courseAbilities = (actor: Actor, course: Archived) => ({
  write: canWriteCourses(actor) && course.archivedAt === null,
  archive: canWriteCourses(actor),
});
