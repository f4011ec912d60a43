// Who sees VOC items and who may decide on them. Contacts' database role has no right to the table.
import { type Actor, answers, hasRole, isStaff } from '../../platform/actor.js';
import { type Sql, sql } from '../../platform/database/index.js';

/** Items under the alias `item`. */
export const visibleItems = (actor: Actor): Sql =>
  isStaff(actor) || actor.kind === 'system' ? sql`true` : sql`false`;

export const canReadVoc = (actor: Actor): boolean => isStaff(actor);

/** Confirm, correct, withdraw, restore. */
export const canReview = (actor: Actor): boolean => answers(actor);

export const canSetArea = (actor: Actor): boolean => isStaff(actor);

/** The tree of product areas belongs to the planners. */
export const canManageAreas = (actor: Actor): boolean => hasRole(actor, 'PLANNER', 'LEAD', 'ADMIN');

export const itemAbilities = (actor: Actor) => ({ review: canReview(actor), setArea: canSetArea(actor) });

/** What was said on the phone or in a meeting, planners' too. */
export const canBring = (actor: Actor): boolean => isStaff(actor);

/** A later message becomes an item of its own. */
export const canSplit = (actor: Actor): boolean => answers(actor);
