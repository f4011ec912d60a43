// The door of planning.
export { serveHooks } from './hooks.http.js';
export { PlanningItem, type PlanningKind, type PlanningState, type Wording } from './planning-item.entity.js';
export { PLANNING_RESOLVERS, PlanningModule } from './planning.module.js';
export { PlanningService } from './planning.service.js';
export { DecisionTelling } from './telling.service.js';
