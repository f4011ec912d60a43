// Who sees and who may do what with spaces.
import { type Actor, answers, hasRole, isStaff } from '../platform/actor.js';
import { type Sql, sql } from '../platform/database/index.js';

/** Spaces under the alias `space`. */
export function visibleSpaces(actor: Actor): Sql {
  if (isStaff(actor) || actor.kind === 'system') return sql`true`;
  return actor.kind === 'contact' && actor.spaceId ? sql`space.id = ${actor.spaceId}` : sql`false`;
}

type SpaceId = { id: string };

export const canOpenSpace = (actor: Actor): boolean => hasRole(actor, 'ADMIN', 'LEAD');

/** Owners and members of the client's side, and staff who answer. */
export function canOpenThread(actor: Actor, space: SpaceId): boolean {
  if (actor.kind === 'contact')
    return actor.spaceId === space.id && (actor.memberRole === 'OWNER' || actor.memberRole === 'MEMBER');
  return answers(actor);
}

export function canManageMembers(actor: Actor, space: SpaceId): boolean {
  if (actor.kind === 'contact') return actor.spaceId === space.id && actor.memberRole === 'OWNER';
  return hasRole(actor, 'ADMIN', 'LEAD', 'AGENT');
}

export const spaceAbilities = (actor: Actor, space: SpaceId) => ({
  openThread: canOpenThread(actor, space),
  manageMembers: canManageMembers(actor, space),
});
