// Wiring of the weekly reports.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { NotificationsModule } from '../../notifications/index.js';
import { ItemsModule } from '../items/index.js';
import { ReportMail } from './report-mail.service.js';
import { ReportViews } from './report-view.service.js';
import { ReportsJobs } from './reports.jobs.js';
import { ReportsReads } from './reports.reads.js';
import {
  NotificationReportResolver,
  ReportDifferenceResolver,
  ReportItemConnectionResolver,
  ReportItemResolver,
  ReportQuoteResolver,
  ReportsResolver,
} from './reports.resolver.js';
import { ReportsService } from './reports.service.js';

/** What adds to the GraphQL schema. */
export const REPORTS_RESOLVERS = [
  ReportsResolver,
  ReportQuoteResolver,
  ReportDifferenceResolver,
  ReportItemResolver,
  ReportItemConnectionResolver,
  NotificationReportResolver,
];

@Module({
  imports: [IdentityModule, NotificationsModule, ItemsModule],
  providers: [ReportsService, ReportsReads, ReportViews, ReportMail, ReportsJobs, ...REPORTS_RESOLVERS],
  exports: [ReportsService, ReportsReads],
})
export class ReportsModule {}
