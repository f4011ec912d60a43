// The door of the weekly reports.
export { Report } from './report.entity.js';
export { weeklyReportPublished } from './reports.events.js';
export { REPORTS_RESOLVERS, ReportsModule } from './reports.module.js';
export { serveReports } from './reports.http.js';
export { ReportsReads } from './reports.reads.js';
export { ReportsService } from './reports.service.js';
