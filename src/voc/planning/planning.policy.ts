// Who reads planning and who decides. Contacts' database role has no right to its tables: what they may learn are three
// narrow questions of the database (roadmap, you_said, planning_said).
import { type Actor, hasRole, isStaff } from '../../platform/actor.js';

export const canReadPlanning = (actor: Actor): boolean => isStaff(actor);

/** Make, change, decide, link. */
export const canPlan = (actor: Actor): boolean => hasRole(actor, 'PLANNER', 'LEAD', 'ADMIN');

export const canReadRoadmap = (actor: Actor): boolean => isStaff(actor) || actor.kind === 'contact';
