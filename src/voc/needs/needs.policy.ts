// Who sees needs and who may sort items into them. Contacts' database role has no right to the table.
import { type Actor, isStaff } from '../../platform/actor.js';

export const canReadNeeds = (actor: Actor): boolean => isStaff(actor);

/** Make one, join items, take them out, merge and take apart, name it: whoever reads what customers say. */
export const canSortNeeds = (actor: Actor): boolean => isStaff(actor);

export const needAbilities = (actor: Actor, need: { mergedIntoId: string | null }) => ({
  sort: canSortNeeds(actor) && need.mergedIntoId === null,
});
