// Wiring of the weekly figures.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { ItemsModule } from '../items/index.js';
import { WeeklyJobs } from './weekly.jobs.js';
import { WeeklyReads } from './weekly.reads.js';
import { CompanyFigureResolver, WeeklyResolver } from './weekly.resolver.js';
import { WeeklyService } from './weekly.service.js';

/** What adds to the GraphQL schema. */
export const WEEKLY_RESOLVERS = [WeeklyResolver, CompanyFigureResolver];

@Module({
  imports: [IdentityModule, ItemsModule],
  providers: [WeeklyReads, WeeklyService, WeeklyJobs, ...WEEKLY_RESOLVERS],
  exports: [WeeklyService, WeeklyReads],
})
export class WeeklyModule {}
