// Whether a session has places left. Contacts learn only that it is full, never how many others come.
import { type Transaction, sql } from '../../platform/database/index.js';
import { conflict } from '../../platform/errors.js';

/** `more`: who is about to come; the caller holds the session's row. Needs staff's or the system's rights. */
export async function mustHaveRoom(tx: Transaction, sessionId: string, more: number): Promise<void> {
  const full = await tx.one(sql`
    select 1 from hotline.training_desk desk where desk.session_id = ${sessionId} and desk.capacity < ${more} + (
      select count(*) from hotline.training_participant participant
      where participant.session_id = desk.session_id and participant.removed_at is null)`);
  if (full) throw conflict('FULL', 'There are not as many places in this session.');
}
