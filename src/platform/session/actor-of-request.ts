// Who asks for a file: an <img> or a link sends no header, so its company stands in the address.
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.js';
import { unauthenticated } from '../errors.js';
import type { ActorSource } from './actor-source.js';
import { credentialsOfRequest } from './transport.js';

/** `use` as of ActorSource. Throws UNAUTHENTICATED for strangers and guests. */
export async function actorOfRequest(
  actors: ActorSource,
  request: FastifyRequest,
  use: 'NOTED' | 'UNNOTED' = 'NOTED',
): Promise<Actor> {
  const credentials = credentialsOfRequest(request);
  const { company } = request.query as { company?: unknown };
  const named = typeof company === 'string' && company ? company.slice(0, 60) : null;
  const actor = await actors.actorOf({ ...credentials, company: credentials.company ?? named }, use);
  if (actor.kind === 'anonymous' || actor.kind === 'guest') throw unauthenticated();
  return actor;
}
