// One row per change of access: who, what, to whom.
import { personOf } from '../platform/actor.js';
import { type Transaction, sql } from '../platform/database/index.js';

export async function audit(
  tx: Transaction,
  action: string,
  subjectType: string,
  subjectId: string | null,
  detail: object = {},
): Promise<void> {
  await tx.sql(sql`insert into hotline.audit (at, actor_id, action, subject_type, subject_id, detail)
    values (${tx.at}, ${personOf(tx.actor)}, ${action}, ${subjectType}, ${subjectId}, ${JSON.stringify(detail)}::jsonb)`);
}
