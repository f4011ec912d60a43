// The door of sessions: how tokens travel and who turns them into actors.
export { ActorSource, type Credentials } from './actor-source.js';
export {
  COMPANY_HEADER,
  credentialsOfRequest,
  credentialsOfSocket,
  dropCookie,
  keepCookie,
  originAllowed,
  SESSION_COOKIE,
} from './transport.js';
