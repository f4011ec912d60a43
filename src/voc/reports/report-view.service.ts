// A report as it is drawn outside the web app: the frozen document, or of a draft what it would be now, with the words
// of its quotes as they are at this moment.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { addWeeks } from '../../platform/week.js';
import { WeeklySections } from '../../notifications/index.js';
import { type FrozenReport, REPORT_TREND, freeze } from './document.js';
import { type QuotedRow, type ReportRow, ReportsReads } from './reports.reads.js';
import { wholeWeek } from './reports.service.js';
import { documentOf } from './reports.shapes.js';

/** `quotes` in their order; null for what was removed on request or is gone. */
export type ReportView = {
  document: FrozenReport;
  published: boolean;
  hash: string | null;
  quotes: (QuotedRow | null)[];
};

@Injectable()
export class ReportViews {
  constructor(
    @Inject(ReportsReads) private readonly reads: ReportsReads,
    @Inject(WeeklySections) private readonly sections: WeeklySections,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async of(actor: Actor, row: ReportRow): Promise<ReportView> {
    const words = new Map((await this.reads.words(actor, row.quotes)).map((each) => [each.id, each]));
    return {
      document: documentOf(row) ?? (await this.asItWouldBe(actor, row)),
      published: row.state === 'PUBLISHED',
      hash: row.hash,
      quotes: row.quotes.map((id) => {
        const said = words.get(id);
        return said && said.quote !== null ? said : null;
      }),
    };
  }

  private async asItWouldBe(actor: Actor, row: ReportRow): Promise<FrozenReport> {
    const { zone } = await this.reads.firstWeek();
    const counted = await this.reads.countedNow(actor, row.week, addWeeks(row.week, 1 - REPORT_TREND));
    const sections = await this.sections.of(wholeWeek(zone, row.week));
    return freeze(row.week, zone, this.clock.now(), row, counted, sections, []).document;
  }
}
