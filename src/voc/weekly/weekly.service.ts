// One week's figures as the page, the terminal and programs show them; and the recount that watches over them.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database, sql } from '../../platform/database/index.js';
import { invalid } from '../../platform/errors.js';
import { LOG, type Logger } from '../../platform/observe/index.js';
import { startOfDay } from '../../platform/local-time.js';
import { type Monday, addWeeks, weekName, weekOf } from '../../platform/week.js';
import { type CategoryFigure, type TrendPoint, categoryFigures, trend } from './report.js';
import { type Difference, type WeekRows, WeeklyReads } from './weekly.reads.js';

export type Week = {
  week: Monday;
  /** Half-open: the moment the week begins and the moment the next one does. */
  from: Date;
  to: Date;
  /** False: it runs still; changes compare the same hours of earlier weeks. */
  complete: boolean;
  total: number;
  previousTotal: number;
  categories: CategoryFigure[];
  trend: TrendPoint[];
  rows: WeekRows;
};

@Injectable()
export class WeeklyService {
  constructor(
    @Inject(WeeklyReads) private readonly reads: WeeklyReads,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** The last complete week unless one is named. Throws INVALID for a week that has not begun. */
  async week(actor: Actor, named: Monday | null): Promise<Week> {
    const now = this.clock.now();
    const zone = await this.reads.zone();
    const running = weekOf(zone, now);
    const week = named ?? addWeeks(running, -1);
    if (week > running) throw invalid('FUTURE_WEEK', `${weekName(week)} has not begun yet.`, 'week');
    const complete = week < running;
    const rows = await this.reads.week(actor, week);
    const points = trend(rows.cells, week);
    const from = startOfDay(zone, week);
    // The running week itself is what was kept, to the last item; only the weeks before are cut at this hour.
    const compared = complete
      ? points
      : [...(await this.soFar(actor, zone, week, now.getTime() - from.getTime())), ...points.slice(-1)];
    return {
      week,
      from,
      to: startOfDay(zone, addWeeks(week, 1)),
      complete,
      total: points.at(-1)?.total ?? 0,
      previousTotal: compared.at(-2)?.total ?? 0,
      categories: categoryFigures(compared),
      trend: points,
      rows,
    };
  }

  /** Compares every cell with a count and rings when one differs. */
  async recount(): Promise<Difference[]> {
    await this.reads.fold();
    const wrong = await this.reads.mendSums();
    if (wrong > 0)
      this.log.error({ wrong }, 'sums of whole weeks differed from a recount and were put right');
    const differences = await this.reads.differences();
    if (differences.length > 0) {
      this.log.error(
        { cells: differences.length, first: differences[0] },
        'weekly figures differ from a recount',
      );
    }
    await this.database.transact(system, async (tx) => {
      await tx.sql(sql`delete from hotline.voc_alarm`);
      await tx.sql(sql`
        insert into hotline.voc_alarm (at, week, category, channel, product_area_id, kept, counted)
        select ${tx.at}, week, category, channel, product_area_id, kept, counted
        from json_to_recordset(${JSON.stringify(differences)}::json)
          as d(week date, category text, channel text, product_area_id uuid, kept bigint, counted bigint)`);
    });
    return differences;
  }

  /** Writes the counted figures over the kept ones; returns what it mended. */
  async mend(): Promise<Difference[]> {
    const differences = await this.reads.differences();
    await this.database.transact(system, async (tx) => {
      await tx.sql(sql`
        insert into hotline.voc_week_delta (week, category, channel, product_area_id, n)
        select week, category, channel, product_area_id, counted - kept
        from json_to_recordset(${JSON.stringify(differences)}::json)
          as d(week date, category text, channel text, product_area_id uuid, kept bigint, counted bigint)`);
      await tx.sql(sql`delete from hotline.voc_alarm`);
    });
    await this.reads.fold();
    await this.reads.mendSums();
    return differences;
  }

  private async soFar(actor: Actor, zone: string, week: Monday, elapsedMs: number): Promise<TrendPoint[]> {
    const weeks = Array.from({ length: 5 }, (_, index) => addWeeks(week, index - 4));
    return trend(await this.reads.soFar(actor, zone, weeks, elapsedMs), week, 5).slice(0, -1);
  }
}
