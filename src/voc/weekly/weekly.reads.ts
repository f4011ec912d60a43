// Every SELECT of the weekly figures. They are kept, not counted: reading costs the same at ten million items.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system } from '../../platform/actor.js';
import { Database, rows, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import { startOfDay } from '../../platform/local-time.js';
import { type Monday, addWeeks } from '../../platform/week.js';
import type { Channel } from '../../threads/index.js';
import type { Category } from '../classification/index.js';
import { canReadVoc } from '../items/index.js';
import { type Cell, TREND_WEEKS } from './report.js';

export type WeekRows = {
  cells: Cell[];
  channels: { channel: Channel; n: number }[];
  areas: { area: string | null; n: number }[];
  companies: { company: string; n: number }[];
  tiers: { tier: string; n: number }[];
  /** Monday of the first week that has items; null before the first one. */
  firstWeek: Monday | null;
  alarms: number;
};

const TOP_COMPANIES = 10;

export type Difference = {
  week: Monday;
  category: Category;
  channel: Channel;
  product_area_id: string;
  kept: number;
  counted: number;
};

@Injectable()
export class WeeklyReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  async zone(): Promise<string> {
    const row = await this.database.readOne<{ zone: string }>(
      system,
      sql`select zone from hotline.installation`,
    );
    return row?.zone ?? 'Asia/Seoul';
  }

  /** All rows of one week's page in one SELECT. */
  async week(actor: Actor, week: Monday): Promise<WeekRows> {
    must(canReadVoc(actor) || actor.kind === 'system', 'STAFF_ONLY', 'Only staff read the weekly figures.');
    const from = addWeeks(week, 1 - TREND_WEEKS);
    const row = await this.database.readOne<{ page: WeekRows }>(
      actor,
      sql`with here as (
            select category, channel, product_area_id, n from hotline.voc_week where week = ${week}::date
            union all
            select category, channel, product_area_id, n from hotline.voc_week_delta where week = ${week}::date),
          whose as (select company_id, company_tier, n from hotline.voc_week_company_delta where week = ${week}::date),
          -- Those that the deltas do not name stand as they were kept, so that the top is among these.
          most as (
            (select company_id, n from hotline.voc_week_company where week = ${week}::date
             order by n desc, company_id limit ${rows(TOP_COMPANIES)} + (select count(distinct company_id) from whose))
            union
            select kept.company_id, kept.n from hotline.voc_week_company kept
            where kept.week = ${week}::date and kept.company_id in (select company_id from whose))
          select json_build_object(
            'cells', (select coalesce(json_agg(c), '[]') from
              (select week, category, sum(n)::int as n from (
                 select week, category, n from hotline.voc_week_category where week between ${from}::date and ${week}::date
                 union all
                 select week, category, n from hotline.voc_week_delta where week between ${from}::date and ${week}::date) cells
               group by 1, 2 having sum(n) <> 0) c),
            'channels', (select coalesce(json_agg(c order by c.n desc, c.channel), '[]') from
              (select channel, sum(n)::int as n from here group by 1 having sum(n) <> 0) c),
            'areas', (select coalesce(json_agg(c order by c.n desc, c.area), '[]') from
              (select nullif(product_area_id, hotline.voc_no_area()) as area, sum(n)::int as n from here group by 1 having sum(n) <> 0) c),
            'companies', (select coalesce(json_agg(c order by c.n desc, c.company), '[]') from
              (select company_id as company, sum(n)::int as n from (
                 select company_id, n from most union all
                 select company_id, n from whose where company_id is not null) sums
               group by 1 having sum(n) <> 0 order by 2 desc, 1 limit ${rows(TOP_COMPANIES)}) c),
            'tiers', (select coalesce(json_agg(c order by c.n desc, c.tier), '[]') from
              (select company_tier as tier, sum(n)::int as n from (
                 select company_tier, n from hotline.voc_week_tier where week = ${week}::date union all
                 select company_tier, n from whose where company_tier is not null) sums
               group by 1 having sum(n) <> 0) c),
            'firstWeek', (select min(week) from hotline.voc_item),
            'alarms', (select count(*)::int from hotline.voc_alarm alarm where alarm.week = ${week}::date)) as page`,
    );
    if (!row) throw new Error('The weekly figures gave no answer.');
    return row.page;
  }

  /** The same hours of several weeks: what had come by this time of the week. For the running week. */
  soFar(actor: Actor, zone: string, weeks: Monday[], elapsedMs: number): Promise<Cell[]> {
    must(canReadVoc(actor) || actor.kind === 'system', 'STAFF_ONLY', 'Only staff read the weekly figures.');
    const ends = weeks.map((week) => new Date(startOfDay(zone, week).getTime() + elapsedMs));
    return this.database.read(
      actor,
      sql`select item.week, item.category, count(*)::int as n
          from unnest(${weeks}::date[], ${ends}::timestamptz[]) as span(week, until)
          join hotline.voc_item item on item.week = span.week and item.occurred_at < span.until and item.state = 'COUNTED'
          group by 1, 2`,
    );
  }

  /** Folds the deltas into the roll-up; returns how many there were. */
  async fold(): Promise<number> {
    return this.database.transact(
      system,
      async (tx) => (await tx.one<{ n: number }>(sql`select hotline.voc_fold() as n`))?.n ?? 0,
    );
  }

  /** Companies, tiers and whole weeks against what they are counted from; returns how many were put right. */
  async mendSums(): Promise<number> {
    return this.database.transact(
      system,
      async (tx) => (await tx.one<{ n: number }>(sql`select hotline.voc_sums_mend() as n`))?.n ?? 0,
    );
  }

  /** Cells in which what is kept differs from what a count of the items gives; none is right. */
  differences(): Promise<Difference[]> {
    return this.database.read(
      system,
      sql`select coalesce(kept.week, counted.week) as week, coalesce(kept.category, counted.category) as category,
            coalesce(kept.channel, counted.channel) as channel,
            coalesce(kept.product_area_id, counted.product_area_id) as product_area_id,
            coalesce(kept.n, 0) as kept, coalesce(counted.n, 0) as counted
          from hotline.voc_week_now kept
          full join (select week, category, channel, coalesce(product_area_id, hotline.voc_no_area()) as product_area_id,
                       count(*) as n from hotline.voc_item where state = 'COUNTED' group by 1, 2, 3, 4) counted
            using (week, category, channel, product_area_id)
          where coalesce(kept.n, 0) <> coalesce(counted.n, 0)
          order by 1, 2, 3, 4`,
    );
  }
}
