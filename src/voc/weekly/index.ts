// The door of the weekly figures.
export { type CategoryFigure, type Cell, type TrendPoint, categoryFigures, trend } from './report.js';
export { weekAsCsv, weekAsText } from './table.js';
export { WEEKLY_RESOLVERS, WeeklyModule } from './weekly.module.js';
export { CategoryFigureType, ChannelFigure, TierFigure, TrendPointType } from './weekly.graphql.js';
export { WeeklyReads } from './weekly.reads.js';
export { type Week, WeeklyService } from './weekly.service.js';
