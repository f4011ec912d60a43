// Who reads which companies are quiet: staff, planners too. No contact learns how they, or others, are looked at.
import { type Actor, isStaff } from '../../platform/actor.js';

export const canReadQuiet = (actor: Actor): boolean => isStaff(actor);
