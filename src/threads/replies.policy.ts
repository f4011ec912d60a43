// Who may use saved replies, and change them.
import { type Actor, answers, hasRole } from '../platform/actor.js';

export const canUseReplies = (actor: Actor): boolean => answers(actor);

/** One's own, and for heads everybody's. */
export const canChangeReply = (actor: Actor, createdBy: string | null): boolean =>
  answers(actor) && (actor.personId === createdBy || hasRole(actor, 'LEAD', 'ADMIN'));
