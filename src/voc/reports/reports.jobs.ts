// What the calendar does with weekly reports, and what follows from publishing one.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../../platform/actor.js';
import { Database, sql } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import { weekName } from '../../platform/week.js';
import { Describers } from '../../notifications/index.js';
import { ReportMail } from './report-mail.service.js';
import { weeklyReportPublished } from './reports.events.js';
import { ReportsReads } from './reports.reads.js';
import { ReportsService } from './reports.service.js';

const HEADING = {
  ko: (week: string) => `${week} 주간 보고서`,
  en: (week: string) => `Weekly report ${week}`,
};

@Injectable()
export class ReportsJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(ReportsService) reports: ReportsService,
    @Inject(ReportsReads) reads: ReportsReads,
    @Inject(ReportMail) mail: ReportMail,
    @Inject(Database) database: Database,
    @Inject(Describers) describers: Describers,
  ) {
    // Monday 06:00 and 10:00 are those of the installation's zone, which may shift its clocks: looked at every ten
    // minutes, by the next of which what was missed is made up for.
    events.every('*/10 * * * *', 'draftWeeklyReports', async () => {
      await reports.draftDue();
      await reports.remindDue();
    });
    events.after(weeklyReportPublished, 'tellOfReportWhenPublished', ({ reportId }) => mail.tell(reportId));
    events.job<{ reportId: string; personId: string }>('mailReportToReader', ({ reportId, personId }) =>
      mail.write(reportId, personId),
    );
    describers.register('report', async ({ personId }, subjects) => {
      const reader = await database.readOne<{ locale: 'ko' | 'en' }>(
        system,
        sql`select locale from hotline.person where id = ${personId}`,
      );
      const rows = await reads.byIds(
        system,
        subjects.map(({ subjectId }) => subjectId),
      );
      return rows.map((row) => ({
        subjectId: row.id,
        heading: HEADING[reader?.locale ?? 'ko'](weekName(row.week)),
        path: `/weekly/${weekName(row.week)}`,
        said: [],
      }));
    });
  }
}
