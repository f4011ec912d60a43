// The door of events: handlers' register and the hub of live hints.
export { Events } from './events.js';
export { Hub } from './hub.js';
export { type Ears, PostgresNotices } from './postgres-notices.js';
export { RESYNC, Watching } from './watching.js';
