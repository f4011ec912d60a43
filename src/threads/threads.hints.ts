// Live hints of threads: which thread, never what was said. What only staff may know goes to staff alone.
import type { Transaction } from '../platform/database/index.js';
import { spaceTopic, STAFF_TOPIC } from '../spaces/index.js';

type Where = { id: string; spaceId: string };

const hint = (thread: Where) => ({ kind: 'THREAD', threadId: thread.id, spaceId: thread.spaceId });

export const hintThread = (tx: Transaction, thread: Where): void =>
  tx.hint([spaceTopic(thread.spaceId), STAFF_TOPIC], hint(thread));

/** For notes, priority and tags: a contact's client must not even learn that something happened. */
export const hintStaff = (tx: Transaction, thread: Where): void => tx.hint([STAFF_TOPIC], hint(thread));

/** Public writing is for both sides; that somebody looks, or writes a note, only for staff. */
export const hintPresence = (
  tx: Transaction,
  thread: Where,
  who: { personId: string; personName: string; doing: string },
  open: boolean,
): void =>
  tx.hint(open ? [spaceTopic(thread.spaceId), STAFF_TOPIC] : [STAFF_TOPIC], {
    kind: 'PRESENCE',
    threadId: thread.id,
    ...who,
  });
