// The door of needs.
export { Need } from './need.entity.js';
export { NEEDS_RESOLVERS, NeedsModule } from './needs.module.js';
export { NeedsReads } from './needs.reads.js';
export { NeedsService } from './needs.service.js';
