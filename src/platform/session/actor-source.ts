// The port through which a request becomes somebody; identity implements it.
import type { Actor } from '../actor.js';

export type Credentials = {
  /** From the cookie or the Authorization header; null for a stranger. */
  token: string | null;
  /** The company (by handle) that a contact of several acts for; from the URL. */
  company: string | null;
};

export abstract class ActorSource {
  /** UNNOTED: whether the session counts as used is said later, by `noteUse`. */
  abstract actorOf(credentials: Credentials, use?: 'NOTED' | 'UNNOTED'): Promise<Actor>;

  /** Their session was used today. */
  abstract noteUse(actor: Actor): void;
}
