// The door of sessions: how tokens travel and who turns them into actors.
export { ACCESS_ENDED, type AccessEnded } from './access-ended.js';
export { actorOfRequest } from './actor-of-request.js';
export { ActorSource, type Credentials } from './actor-source.js';
export {
  credentialsOfRequest,
  credentialsOfSocket,
  dropCookie,
  keepCookie,
  originAllowed,
} from './transport.js';
