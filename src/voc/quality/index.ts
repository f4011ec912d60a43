// The door of the quality of categories.
export { QUALITY_RESOLVERS, QualityModule } from './quality.module.js';
export { QualityService } from './quality.service.js';
