// The door of sessions: how tokens travel and who turns them into actors.
export { ActorSource, type Credentials } from './actor-source.js';
export {
  credentialsOfRequest,
  credentialsOfSocket,
  dropCookie,
  keepCookie,
  originAllowed,
} from './transport.js';
