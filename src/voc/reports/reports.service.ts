// Commands on weekly reports: draft, remind, edit, publish; and the proof that what is published is as it was.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system, systemFor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction, newId, sql } from '../../platform/database/index.js';
import { conflict, found, invalid, must } from '../../platform/errors.js';
import { momentAt, startOfDay } from '../../platform/local-time.js';
import { type Monday, addWeeks, weekName, weekOf } from '../../platform/week.js';
import { NotificationsService, WeeklySections, type WholeWeek } from '../../notifications/index.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { REPORT_TREND, freeze, holds } from './document.js';
import { Report, type ReportComment } from './report.entity.js';
import { weeklyReportPublished } from './reports.events.js';
import { canPublish } from './reports.policy.js';
import { type ReportRow, ReportsReads } from './reports.reads.js';

/** Minutes after Monday's midnight, on the installation's clocks. */
const DRAFTED_AT = 6 * 60;
const REMINDED_AT = 10 * 60;

export type Edit = { headline: string; comments: ReportComment[]; quotes: string[] };

@Injectable()
export class ReportsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ReportsReads) private readonly reads: ReportsReads,
    @Inject(NotificationsService) private readonly notifications: NotificationsService,
    @Inject(WeeklySections) private readonly sections: WeeklySections,
  ) {}

  /**
   * Drafts the reports that are due: each week from Monday 06:00 after it, also those that were missed while no process
   * ran, from the installation's own first week. What came before it (imported history) is drafted by hand.
   */
  async draftDue(): Promise<Monday[]> {
    const now = this.clock.now();
    const { installed, zone } = await this.reads.firstWeek();
    let last = addWeeks(weekOf(zone, now), -1);
    if (now < momentAt(zone, addWeeks(last, 1), DRAFTED_AT)) last = addWeeks(last, -1);
    const drafted: Monday[] = [];
    for (const week of last < installed ? [] : await this.reads.missing(installed, last)) {
      if (await this.database.transact(system, (tx) => this.insert(tx, week, null))) drafted.push(week);
    }
    return drafted;
  }

  /** Tells the leads (administrators, where there is no lead) at 10:00 of drafts that still wait; once for each. */
  async remindDue(): Promise<void> {
    const now = this.clock.now();
    const { zone } = await this.reads.firstWeek();
    for (const { id, week } of await this.reads.waiting()) {
      if (now < momentAt(zone, addWeeks(week, 1), REMINDED_AT)) continue;
      await this.database.transact(system, async (tx) => {
        const told = await tx.one(
          sql`update hotline.report set reminded_at = ${tx.at}
              where id = ${id} and state = 'DRAFT' and reminded_at is null returning id`,
        );
        if (!told) return;
        const leads = await tx.sql<{ id: string }>(sql`
          select id from hotline.person where deactivated_at is null and staff_role = coalesce(
            (select 'LEAD' from hotline.person where deactivated_at is null and staff_role = 'LEAD' limit 1), 'ADMIN')`);
        await this.notifications.tell(tx, {
          kind: 'REPORT_WAITS',
          subject: { type: 'report', id },
          causeId: id,
          actorId: null,
          at: tx.at,
          to: leads.map((person) => ({ personId: person.id, companyId: null })),
        });
      });
    }
  }

  /** Drafts one by hand, such as of a week that was imported; returns the one that is there already. */
  async draft(actor: Actor, week: Monday): Promise<string> {
    must(canPublish(actor));
    const { zone } = await this.reads.firstWeek();
    if (week >= weekOf(zone, this.clock.now()))
      throw invalid('WEEK_RUNS', `${weekName(week)} is not over yet.`, 'week');
    return this.database.transact(systemFor(actor), async (tx) => {
      await this.insert(tx, week, tx.person);
      const row = await tx.one<{ id: string }>(sql`select id from hotline.report where week = ${week}::date`);
      return found(row).id;
    });
  }

  async edit(actor: Actor, reportId: string, version: number, edit: Edit): Promise<string> {
    must(canPublish(actor));
    const said = edit.comments.map(({ category }) => category ?? 'GENERAL');
    if (new Set(said).size < said.length)
      throw invalid('COMMENTS', 'There is one comment for each category, and one for the week.', 'comments');
    const quotes = [...new Set(edit.quotes)];
    return this.database.transact(systemFor(actor), async (tx) => {
      const report = await this.load(tx, reportId, version);
      // Of those chosen earlier, some may have been withdrawn meanwhile: they may stay.
      const fresh = quotes.filter((id) => !report.quotes.includes(id));
      if ((await this.reads.countedIn(tx, report.week, fresh)) < fresh.length)
        throw invalid('QUOTES', 'Only items that count in this week can be quoted.', 'quoteIds');
      report.edit({ ...edit, quotes }, tx.person, tx.at);
      await tx.save(report);
      tx.hint([STAFF_TOPIC], { kind: 'VOC' });
      return reportId;
    });
  }

  /** Freezes it: what counts at this moment is written down item by item, and the figures are theirs. */
  async publish(actor: Actor, reportId: string, version: number): Promise<string> {
    must(canPublish(actor));
    const { zone } = await this.reads.firstWeek();
    const [row] = await this.reads.byIds(actor, [reportId]);
    const sections = await this.sections.of(wholeWeek(zone, found(row).week));
    return this.database.transact(systemFor(actor), async (tx) => {
      const report = await this.load(tx, reportId, version);
      const { week, headline, comments, quotes } = report;
      await tx.sql(sql`
        insert into hotline.report_item (report_id, item_id, category, channel, product_area_id, tier, company_id)
        select ${reportId}, id, category, channel, product_area_id, company_tier, company_id
        from hotline.voc_item where week = ${week}::date and state = 'COUNTED'`);
      const members = await this.reads.membersWithin(tx, reportId);
      const counted = await this.reads.counted(tx, reportId, week, addWeeks(week, 1 - REPORT_TREND));
      const said = { headline, comments, quotes };
      report.publish(freeze(week, zone, tx.at, said, counted, sections, members), tx.person, tx.at);
      await tx.save(report);
      await tx.emit(weeklyReportPublished, { reportId });
      tx.hint([STAFF_TOPIC], { kind: 'VOC' });
      return reportId;
    });
  }

  /** Whether a published report is, to the byte and to the item, what was published. */
  async holds({ id, canonical, hash }: Pick<ReportRow, 'id' | 'canonical' | 'hash'>): Promise<boolean> {
    return canonical !== null && hash !== null && holds(canonical, hash, await this.reads.members(id));
  }

  private async insert(tx: Transaction, week: Monday, by: string | null): Promise<boolean> {
    const made = await tx.one(sql`
      insert into hotline.report (id, week, drafted_at, drafted_by)
      values (${newId()}, ${week}, ${tx.at}, ${by}) on conflict (week) do nothing returning id`);
    if (made) tx.hint([STAFF_TOPIC], { kind: 'VOC' });
    return made !== null;
  }

  private async load(tx: Transaction, id: string, version: number): Promise<Report> {
    const [loaded] = await tx.load(Report, sql`select * from hotline.report where id = ${id} for update`);
    const report = found(loaded);
    report.mustBeDraft();
    if (report.version !== version)
      throw conflict('STALE', 'Somebody changed this report in the meantime; look again.');
    return report;
  }
}

export const wholeWeek = (zone: string, week: Monday): WholeWeek => ({
  week,
  from: startOfDay(zone, week),
  to: startOfDay(zone, addWeeks(week, 1)),
});
