// Who sees (an SQL condition) and who may do what (pure functions on a loaded row) with threads.
import { type Actor, answers, hasRole, isStaff, personOf } from '../platform/actor.js';
import { type Sql, sql } from '../platform/database/index.js';
import { canOpenThread } from '../spaces/index.js';
import type { Message } from './message.entity.js';
import type { Note } from './note.entity.js';
import type { Thread } from './thread.entity.js';

/** Threads under the alias `thread`. Staff see all spaces, planners the threads that a client opened. */
export function visibleThreads(actor: Actor): Sql {
  if (actor.kind === 'system' || answers(actor)) return sql`true`;
  if (isStaff(actor)) return sql`thread.opened_side = 'CONTACT'`;
  return actor.kind === 'contact' && actor.spaceId ? sql`thread.space_id = ${actor.spaceId}` : sql`false`;
}

/** Notes under the alias `note`: for staff who answer, and for planners where the writer opened them. */
export function visibleNotes(actor: Actor): Sql {
  if (answers(actor)) return sql`true`;
  return isStaff(actor) ? sql`note.open_to_planners` : sql`false`;
}

type ThreadPart = Pick<Thread, 'spaceId' | 'state'>;

const writesIn = (actor: Actor, thread: Pick<Thread, 'spaceId'>): boolean =>
  canOpenThread(actor, { id: thread.spaceId });

export const canPost = (actor: Actor, thread: Pick<Thread, 'spaceId'>): boolean => writesIn(actor, thread);

export const canResolve = (actor: Actor, thread: ThreadPart): boolean =>
  writesIn(actor, thread) && thread.state !== 'RESOLVED' && thread.state !== 'CLOSED';

export const canReopen = (actor: Actor, thread: ThreadPart): boolean =>
  writesIn(actor, thread) && thread.state === 'RESOLVED';

/** Assign, priority, tags, notes: the desk's side of a thread. */
export const canWorkOn = (actor: Actor): boolean => answers(actor);

export const canRename = (actor: Actor, thread: Pick<Thread, 'spaceId'>): boolean => writesIn(actor, thread);

/** One's own words; heads may also take away what a colleague wrote. */
export const canEditMessage = (
  actor: Actor,
  message: Pick<Message, 'authorId' | 'spaceId' | 'deletedAt'>,
): boolean => message.deletedAt === null && personOf(actor) === message.authorId && writesIn(actor, message);

export const canDeleteMessage = (
  actor: Actor,
  message: Pick<Message, 'authorId' | 'spaceId' | 'deletedAt' | 'side'>,
): boolean =>
  canEditMessage(actor, message) ||
  (message.deletedAt === null && message.side === 'STAFF' && hasRole(actor, 'LEAD', 'ADMIN'));

export const canEditNote = (actor: Actor, note: Pick<Note, 'authorId' | 'deletedAt'>): boolean =>
  note.deletedAt === null &&
  answers(actor) &&
  (actor.personId === note.authorId || hasRole(actor, 'LEAD', 'ADMIN'));

/** What was edited or deleted is staff's to read. */
export const canReadHistory = (actor: Actor): boolean => answers(actor);

export const canManageTags = (actor: Actor): boolean => answers(actor);

export const threadAbilities = (actor: Actor, thread: ThreadPart) => ({
  post: canPost(actor, thread),
  note: canWorkOn(actor),
  resolve: canResolve(actor, thread),
  reopen: canReopen(actor, thread),
  rename: canRename(actor, thread),
  assign: canWorkOn(actor),
  triage: canWorkOn(actor),
});
