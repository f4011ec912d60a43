// A command that a client may send twice: the first answer is the answer.
import { createHash } from 'node:crypto';
import { type Transaction, sql } from '../platform/database/index.js';
import { conflict } from '../platform/errors.js';

/**
 * Runs `work` once per person and key and gives its id to every repetition.
 * Eight at once: seven wait for the first one's commit. Throws CONFLICT when the key stood for something else.
 */
export async function once(
  tx: Transaction,
  key: string | null | undefined,
  operation: string,
  content: unknown,
  newId: string,
  work: () => Promise<void>,
): Promise<string> {
  if (!key) {
    await work();
    return newId;
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([operation, content]))
    .digest('hex');
  const mine = await tx.one(sql`
    insert into hotline.idempotency (person_id, key, operation, body_hash, result_id, created_at)
    values (${tx.person}, ${key}, ${operation}, ${hash}, ${newId}, ${tx.at})
    on conflict (person_id, key) do nothing returning key`);
  if (mine) {
    await work();
    return newId;
  }
  const earlier = await tx.one<{ body_hash: string; result_id: string }>(
    sql`select body_hash, result_id from hotline.idempotency where person_id = ${tx.person} and key = ${key}`,
  );
  if (!earlier || earlier.body_hash !== hash) {
    throw conflict('KEY_REUSED', 'This idempotency key was used for something else; make a new one.');
  }
  return earlier.result_id;
}
