// The door of the weekly figures.
export { weekAsCsv, weekAsText } from './table.js';
export { WEEKLY_RESOLVERS, WeeklyModule } from './weekly.module.js';
export { WeeklyReads } from './weekly.reads.js';
export { type Week, WeeklyService } from './weekly.service.js';
