// The door of VOC: from words to figures.
import { ITEMS_RESOLVERS } from './items/index.js';
import { NEEDS_RESOLVERS } from './needs/index.js';
import { PLANNING_RESOLVERS } from './planning/index.js';
import { REPORTS_RESOLVERS } from './reports/index.js';
import { QUALITY_RESOLVERS } from './quality/index.js';
import { WEEKLY_RESOLVERS } from './weekly/index.js';

export { CATEGORIES, type Category, ClassificationModule } from './classification/index.js';
export {
  BoardItems,
  CategoryEnum,
  FeedbackItems,
  ItemSources,
  ItemsModule,
  ItemsReads,
  ItemsService,
  type Utterance,
  VocItem,
} from './items/index.js';
export { Need, NeedsModule, NeedsReads, NeedsService } from './needs/index.js';
export {
  DecisionTelling,
  PlanningItem,
  type PlanningKind,
  PlanningModule,
  PlanningService,
  type PlanningState,
  serveHooks,
  type Wording,
} from './planning/index.js';
export { Report, ReportsModule, ReportsReads, ReportsService, serveReports } from './reports/index.js';
export { QualityModule, QualityService } from './quality/index.js';
export {
  type Week,
  weekAsCsv,
  weekAsText,
  WeeklyModule,
  WeeklyReads,
  WeeklyService,
} from './weekly/index.js';

/** What adds to the GraphQL schema. */
export const VOC_RESOLVERS = [
  ...ITEMS_RESOLVERS,
  ...QUALITY_RESOLVERS,
  ...NEEDS_RESOLVERS,
  ...WEEKLY_RESOLVERS,
  ...REPORTS_RESOLVERS,
  ...PLANNING_RESOLVERS,
];
