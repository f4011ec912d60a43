// The door of insights: figures over what several modules keep. It reads, and keeps nothing.
export { INSIGHTS_RESOLVERS, InsightsModule } from './insights.module.js';
