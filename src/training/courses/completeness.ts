// What a draft lacks before it can be taught: every part is said in every language that the course has.
import { type Transaction, sql } from '../../platform/database/index.js';
import { invalid } from '../../platform/errors.js';

export async function mustBeWhole(tx: Transaction, versionId: string): Promise<void> {
  const unsaid = await tx.one<{ locale: string }>(sql`
    select language.locale from hotline.course_text language
    cross join (
      select id from hotline.course_material where course_version_id = ${versionId}
      union all select id from hotline.course_mission where course_version_id = ${versionId}
      union all select id from hotline.course_mission_step where course_version_id = ${versionId}) part
    where language.subject_id = ${versionId} and not exists (
      select 1 from hotline.course_text said where said.subject_id = part.id and said.locale = language.locale)
    limit 1`);
  if (unsaid)
    throw invalid(
      'UNTRANSLATED',
      `Something of this course is not said in '${unsaid.locale}' yet.`,
      'locale',
    );
  const stepless = await tx.one(sql`
    select 1 from hotline.course_mission mission where mission.course_version_id = ${versionId}
      and not exists (select 1 from hotline.course_mission_step step where step.mission_id = mission.id) limit 1`);
  if (stepless) throw invalid('NO_STEPS', 'A mission of this course has no step yet.', 'steps');
}
