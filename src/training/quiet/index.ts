// The door of quiet companies.
export { QUIET_RESOLVERS, QuietModule } from './quiet.module.js';
