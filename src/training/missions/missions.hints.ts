// Live hints of missions: whose space, never what was shown.
import { type Transaction, sql } from '../../platform/database/index.js';
import { personTopic } from '../../identity/index.js';
import { STAFF_TOPIC, spaceTopic } from '../../spaces/index.js';
import { trainingHint } from '../courses/index.js';

/** Staff, the space, and who was there: a company may have no space. */
export async function hintProjects(tx: Transaction, projectIds: readonly string[]): Promise<void> {
  const rows = await tx.sql<{ space_id: string | null; people: string[] }>(sql`
    select space.id as space_id, array(select member.person_id from hotline.training_project_member member
        where member.project_id = project.id and member.left_at is null) as people
    from hotline.training_project project left join hotline.space space on space.company_id = project.company_id
    where project.id = any(${[...projectIds]}::uuid[])`);
  for (const { space_id, people } of rows)
    tx.hint(
      [STAFF_TOPIC, ...(space_id ? [spaceTopic(space_id)] : []), ...people.map(personTopic)],
      space_id ? { ...trainingHint, spaceId: space_id } : trainingHint,
    );
}
