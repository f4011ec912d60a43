// Who reads what a training has changed: staff, planners too; no contact.
import { type Actor, isStaff } from '../platform/actor.js';

export const canReadAdoption = (actor: Actor): boolean => isStaff(actor);
