// The door of planning.
export { serveHooks } from './hooks.http.js';
export { PlanningItem } from './planning-item.entity.js';
export { PLANNING_RESOLVERS, PlanningModule } from './planning.module.js';
export { PlanningService } from './planning.service.js';
