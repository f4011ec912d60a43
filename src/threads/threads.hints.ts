// Live hints of threads: which thread, never what was said. What only staff may know goes to staff alone.
import type { Transaction } from '../platform/database/index.js';
import { spaceTopic, STAFF_TOPIC } from '../spaces/index.js';

type Where = { id: string; spaceId: string };

const hint = (thread: Where) => ({ kind: 'THREAD', threadId: thread.id, spaceId: thread.spaceId });

export const hintThread = (tx: Transaction, thread: Where): void =>
  tx.hint([spaceTopic(thread.spaceId), STAFF_TOPIC], hint(thread));

/** For notes, priority and tags: a contact's client must not even learn that something happened. */
export const hintStaff = (tx: Transaction, thread: Where): void => tx.hint([STAFF_TOPIC], hint(thread));
