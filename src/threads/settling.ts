// What is asked of an assignment, a tag and a resolution: the same for one thread and for a hundred.
import type { Actor } from '../platform/actor.js';
import { type Transaction, sql } from '../platform/database/index.js';
import { invalid, must } from '../platform/errors.js';
import type { Thread } from './thread.entity.js';
import { canPost, canResolve } from './threads.policy.js';

/** Resolves a loaded thread; false: it is resolved already, which is no error. */
export function resolveBy(actor: Actor, thread: Thread, at: Date): boolean {
  must(canPost(actor, thread));
  if (thread.state === 'RESOLVED') return false;
  must(canResolve(actor, thread), 'NOT_OPEN', 'This thread cannot be resolved by you now.');
  thread.resolve(at);
  return true;
}

/** Null: nobody, which is always possible. */
export async function mayBeGiven(tx: Transaction, assigneeId: string | null, field: string): Promise<void> {
  if (!assigneeId) return;
  const colleague = await tx.one(sql`select 1 from hotline.person where id = ${assigneeId}
    and staff_role in ('AGENT', 'LEAD', 'ADMIN') and deactivated_at is null`);
  if (!colleague)
    throw invalid('ASSIGNEE', 'Only an active colleague who answers can be given a thread.', field);
}

export async function tagsExist(tx: Transaction, tagIds: readonly string[], field: string): Promise<void> {
  const known = await tx.sql(sql`select id from hotline.tag where id = any(${[...tagIds]}::uuid[])`);
  if (known.length < new Set(tagIds).size)
    throw invalid('TAG', 'One of these tags does not exist any more.', field);
}
