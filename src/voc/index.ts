// The door of VOC: from words to figures.
import { ITEMS_RESOLVERS } from './items/index.js';
import { NEEDS_RESOLVERS } from './needs/index.js';
import { WEEKLY_RESOLVERS } from './weekly/index.js';

export { type Category, ClassificationModule } from './classification/index.js';
export { ItemSources, ItemsModule, ItemsReads, ItemsService, type Utterance, VocItem } from './items/index.js';
export { Need, NeedsModule, NeedsReads, NeedsService } from './needs/index.js';
export {
  type Week,
  weekAsCsv,
  weekAsText,
  WeeklyModule,
  WeeklyReads,
  WeeklyService,
} from './weekly/index.js';

/** What adds to the GraphQL schema. */
export const VOC_RESOLVERS = [...ITEMS_RESOLVERS, ...NEEDS_RESOLVERS, ...WEEKLY_RESOLVERS];
