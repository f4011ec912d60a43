// Every SELECT of the weekly reports.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system } from '../../platform/actor.js';
import { Database, type Sql, type Transaction, join, sql } from '../../platform/database/index.js';
import type { Monday } from '../../platform/week.js';
import type { Tier } from '../../identity/index.js';
import type { Channel } from '../../threads/index.js';
import type { Category } from '../classification/index.js';
import type { DifferenceRow } from './difference.js';
import type { Counted, MemberRow } from './document.js';
import type { ReportComment, ReportState } from './report.entity.js';
import { mustReadReports, visibleReports } from './reports.policy.js';

export type ReportRow = {
  id: string;
  week: Monday;
  state: ReportState;
  headline: string;
  comments: ReportComment[];
  quotes: string[];
  version: number;
  drafted_at: Date;
  edited_at: Date | null;
  edited_by: string | null;
  published_at: Date | null;
  published_by: string | null;
  canonical: string | null;
  hash: string | null;
};

/** A week of the list: those without a report too, and those without an item. */
export type WeekLine = {
  week: Monday;
  state: ReportState | null;
  headline: string | null;
  /** Counted now. */
  total: number;
  /** Frozen; null while nothing is published. */
  published_total: number | null;
};

export type CurrentCell = { dimension: string; key: string; n: number };

export type MemberFilter = {
  category: Category | null;
  channel: Channel | null;
  productAreaId: string | 'NONE' | null;
  tier: Tier | null;
  companyId: string | null;
};

const COLUMNS = sql`report.id, report.week, report.state, report.headline, report.comments, report.quotes, report.version,
  report.drafted_at, report.edited_at, report.edited_by, report.published_at, report.published_by, report.canonical, report.hash`;

const TOP_COMPANIES = 10;

@Injectable()
export class ReportsReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  byIds(actor: Actor, ids: readonly string[]): Promise<ReportRow[]> {
    mustReadReports(actor);
    return this.database.read(
      actor,
      sql`select ${COLUMNS} from hotline.report report
          where ${visibleReports(actor)} and report.id = any(${[...ids]}::uuid[])`,
    );
  }

  /** The report of a week; null while nobody and nothing has drafted one. */
  ofWeek(actor: Actor, week: Monday): Promise<ReportRow | null> {
    mustReadReports(actor);
    return this.database.readOne(
      actor,
      sql`select ${COLUMNS} from hotline.report report where ${visibleReports(actor)} and report.week = ${week}::date`,
    );
  }

  published(): Promise<ReportRow[]> {
    return this.database.read(
      system,
      sql`select ${COLUMNS} from hotline.report report where report.state = 'PUBLISHED' order by report.week`,
    );
  }

  /** The first week there is: of the first item, or of the installation. */
  async firstWeek(): Promise<{ items: Monday | null; installed: Monday; zone: string }> {
    const row = await this.database.readOne<{ items: Monday | null; installed: Monday; zone: string }>(
      system,
      sql`select (select min(week) from hotline.voc_item) as items, hotline.week_of(created_at, zone) as installed, zone
          from hotline.installation`,
    );
    if (!row) throw new Error('The installation has not written down its own facts.');
    return row;
  }

  /** Every week from the first to `last`, newest first, empty ones too. */
  weeks(actor: Actor, last: Monday, before: Monday | null, first: number): Promise<WeekLine[]> {
    mustReadReports(actor);
    return this.database.read(
      actor,
      sql`with span as (
            select least((select min(week) from hotline.voc_item), (select min(week) from hotline.report),
              (select hotline.week_of(created_at, zone) from hotline.installation), ${last}::date) as first),
          page as (
            select day::date as week from span,
              generate_series(coalesce(${before}::date - 7, ${last}::date)::timestamp, span.first::timestamp, '-7 days') as day
            limit ${first + 1}),
          counted as (
            select week, sum(n)::int as n from hotline.voc_week_now where week in (select week from page) group by week)
          select page.week, report.state, report.headline, coalesce(counted.n, 0) as total,
            (report.canonical::json ->> 'total')::int as published_total
          from page left join hotline.report report on report.week = page.week and ${visibleReports(actor)}
          left join counted on counted.week = page.week
          order by page.week desc`,
    );
  }

  /** Weeks up to `last` from which the calendar has missed a draft. */
  async missing(from: Monday, last: Monday): Promise<Monday[]> {
    const rows = await this.database.read<{ week: Monday }>(
      system,
      sql`select day::date as week from generate_series(${from}::timestamp, ${last}::timestamp, '7 days') as day
          where not exists (select 1 from hotline.report where report.week = day::date) order by 1`,
    );
    return rows.map(({ week }) => week);
  }

  /** Drafts that the calendar made and of which nobody was told yet. */
  waiting(): Promise<{ id: string; week: Monday }[]> {
    return this.database.read(
      system,
      sql`select id, week from hotline.report where state = 'DRAFT' and drafted_by is null and reminded_at is null
          order by week`,
    );
  }

  members(reportId: string): Promise<MemberRow[]> {
    return this.database.read(system, membersOf(reportId));
  }

  membersWithin(tx: Transaction, reportId: string): Promise<MemberRow[]> {
    return tx.sql(membersOf(reportId));
  }

  /** Items behind a published figure, whatever became of them since. */
  memberPage(
    actor: Actor,
    reportId: string,
    filter: MemberFilter,
    first: number,
    after: string | null,
  ): Promise<MemberRow[]> {
    mustReadReports(actor);
    return this.database.read(
      actor,
      sql`select item_id, category, channel, product_area_id, tier, company_id from hotline.report_item member
          where ${join([...memberConditions(reportId, filter), ...(after ? [sql`item_id > ${after}`] : [])], ' and ')}
          order by item_id limit ${first + 1}`,
    );
  }

  async memberCount(actor: Actor, reportId: string, filter: MemberFilter): Promise<number> {
    const row = await this.database.readOne<{ n: number }>(
      actor,
      sql`select count(*)::int as n from hotline.report_item member
          where ${join(memberConditions(reportId, filter), ' and ')}`,
    );
    return row?.n ?? 0;
  }

  /** What the week counts now, and every item that counts otherwise than when it was published; one statement. */
  async since(
    actor: Actor,
    report: Pick<ReportRow, 'id' | 'week' | 'published_at'>,
  ): Promise<{ cells: CurrentCell[]; differing: DifferenceRow[] }> {
    mustReadReports(actor);
    const row = await this.database.readOne<{ page: { cells: CurrentCell[]; differing: DifferenceRow[] } }>(
      actor,
      sql`with was as (
            select item_id, category, channel, product_area_id, tier, company_id from hotline.report_item
            where report_id = ${report.id}),
          now as (
            select id as item_id, category, channel, product_area_id, company_tier as tier, company_id from hotline.voc_item
            where week = ${report.week}::date and state = 'COUNTED'),
          cells as (
            select 'TOTAL' as dimension, '' as key, count(*)::int as n from now
            union all select 'CATEGORY', category, count(*)::int from now group by 2
            union all select 'CHANNEL', channel, count(*)::int from now group by 2
            union all select 'AREA', coalesce(product_area_id::text, ''), count(*)::int from now group by 2
            union all select 'TIER', tier, count(*)::int from now where tier is not null group by 2
            union all select 'COMPANY', company_id::text, count(*)::int from now where company_id is not null group by 2)
          select json_build_object(
            'cells', (select coalesce(json_agg(cells), '[]') from cells),
            'differing', (select coalesce(json_agg(json_build_object(
                'id', coalesce(was.item_id, now.item_id),
                'was', case when was.item_id is not null then row_to_json(was) end,
                'now', case when now.item_id is not null then row_to_json(now) end,
                'there', item.id is not null, 'state', item.state, 'week', item.week,
                'madeSince', item.created_at > ${report.published_at}::timestamptz,
                'redated', exists (select 1 from hotline.voc_change change where change.item_id = item.id
                  and change.kind = 'REDATED' and change.at >= ${report.published_at}::timestamptz)
              ) order by coalesce(was.item_id, now.item_id)), '[]')
              from was full join now on now.item_id = was.item_id
              left join hotline.voc_item item on item.id = coalesce(was.item_id, now.item_id)
              where was.item_id is null or now.item_id is null
                or (was.category, was.channel, was.product_area_id, was.tier, was.company_id)
                  is distinct from (now.category, now.channel, now.product_area_id, now.tier, now.company_id))) as page`,
    );
    return row?.page ?? { cells: [], differing: [] };
  }

  /** Names of product areas and companies as they are called now, by id. */
  async names(actor: Actor, areas: string[], companies: string[]): Promise<Map<string, [string, string]>> {
    const rows = await this.database.read<{ id: string; ko: string; en: string }>(
      actor,
      sql`select id, name_ko as ko, name_en as en from hotline.product_area where id = any(${areas}::uuid[])
          union all select id, name, name from hotline.company where id = any(${companies}::uuid[])`,
    );
    return new Map(rows.map(({ id, ko, en }) => [id, [ko, en]]));
  }

  /** Which of these items count in the week. */
  async countedIn(tx: Transaction, week: Monday, ids: string[]): Promise<number> {
    const row = await tx.one<{ n: number }>(
      sql`select count(*)::int as n from hotline.voc_item
          where id = any(${ids}::uuid[]) and week = ${week}::date and state = 'COUNTED'`,
    );
    return row?.n ?? 0;
  }

  /** The words of items that are quoted: null once they are gone or erased. */
  async words(actor: Actor, ids: readonly string[]): Promise<QuotedRow[]> {
    return this.database.read(
      actor,
      sql`select item.id, nullif(item.quote, '') as quote, item.category, item.channel, company.name as company
          from hotline.voc_item item left join hotline.company company on company.id = item.company_id
          where item.id = any(${[...ids]}::uuid[])`,
    );
  }

  /** The figures of a report that is being published: this week's from its own items, the weeks' before as they are kept. */
  async counted(tx: Transaction, reportId: string, week: Monday, trendFrom: Monday): Promise<Counted> {
    const member = sql`select * from hotline.report_item where report_id = ${reportId}`;
    return answered(await tx.one<{ counted: Counted }>(figures(member, week, trendFrom)));
  }

  /** The same figures as they are now, for a draft. */
  async countedNow(actor: Actor, week: Monday, trendFrom: Monday): Promise<Counted> {
    mustReadReports(actor);
    const member = sql`select id as item_id, category, channel, product_area_id, company_tier as tier, company_id
      from hotline.voc_item where week = ${week}::date and state = 'COUNTED'`;
    return answered(
      await this.database.readOne<{ counted: Counted }>(actor, figures(member, week, trendFrom)),
    );
  }

  /** Items of a report as a table: a published one's as they counted, a draft's as they count now. */
  async itemTable(actor: Actor, report: Pick<ReportRow, 'id' | 'week' | 'state'>): Promise<ItemTableRow[]> {
    mustReadReports(actor);
    const member =
      report.state === 'PUBLISHED'
        ? sql`select * from hotline.report_item where report_id = ${report.id}`
        : sql`select id as item_id, category, channel, product_area_id, company_tier as tier, company_id
            from hotline.voc_item where week = ${report.week}::date and state = 'COUNTED'`;
    return this.database.read(
      actor,
      sql`select member.item_id, member.category, member.channel, member.tier, area.name_ko as area_ko, area.name_en as area_en,
            company.name as company, item.occurred_at, nullif(item.quote, '') as quote, thread.number
          from (${member}) member
          left join hotline.voc_item item on item.id = member.item_id
          left join hotline.product_area area on area.id = member.product_area_id
          left join hotline.company company on company.id = member.company_id
          left join hotline.thread thread on thread.id = item.thread_id
          order by item.occurred_at nulls last, member.item_id`,
    );
  }
}

export type ItemTableRow = {
  item_id: string;
  category: Category;
  channel: Channel;
  tier: Tier | null;
  area_ko: string | null;
  area_en: string | null;
  company: string | null;
  /** Null once the item is gone. */
  occurred_at: Date | null;
  /** Null once it is gone or was erased. */
  quote: string | null;
  number: number | null;
};

function answered(row: { counted: Counted } | null): Counted {
  if (!row) throw new Error('The figures of the week gave no answer.');
  return row.counted;
}

/** All figures over the items of `member`, in one statement. */
const figures = (member: Sql, week: Monday, trendFrom: Monday): Sql => sql`
      with member as (${member})
      select json_build_object(
        'cells', (select coalesce(json_agg(c), '[]') from (
          select ${week}::date as week, category, count(*)::int as n from member group by 2
          union all
          select week, category, sum(n)::int from hotline.voc_week_now
          where week >= ${trendFrom}::date and week < ${week}::date group by 1, 2) c),
        'channels', (select coalesce(json_agg(c order by c.n desc, c.channel), '[]') from
          (select channel, count(*)::int as n from member group by 1) c),
        'areas', (select coalesce(json_agg(c order by c.n desc, c.id), '[]') from
          (select member.product_area_id as id, area.name_ko as ko, area.name_en as en, count(*)::int as n
           from member left join hotline.product_area area on area.id = member.product_area_id group by 1, 2, 3) c),
        'tiers', (select coalesce(json_agg(c order by c.n desc, c.tier), '[]') from
          (select tier, count(*)::int as n from member where tier is not null group by 1) c),
        'companies', (select coalesce(json_agg(c order by c.n desc, c.id), '[]') from
          (select member.company_id as id, company.name, count(*)::int as n
           from member join hotline.company company on company.id = member.company_id
           group by 1, 2 order by 3 desc, 1 limit ${TOP_COMPANIES}) c)) as counted`;

export type QuotedRow = {
  id: string;
  quote: string | null;
  category: Category;
  channel: Channel;
  company: string | null;
};

const membersOf = (reportId: string): Sql =>
  sql`select item_id, category, channel, product_area_id, tier, company_id from hotline.report_item
      where report_id = ${reportId}`;

function memberConditions(reportId: string, filter: MemberFilter): [Sql, ...Sql[]] {
  const { productAreaId: area } = filter;
  return [
    sql`report_id = ${reportId}`,
    ...(filter.category ? [sql`category = ${filter.category}`] : []),
    ...(filter.channel ? [sql`channel = ${filter.channel}`] : []),
    ...(area ? [area === 'NONE' ? sql`product_area_id is null` : sql`product_area_id = ${area}`] : []),
    ...(filter.tier ? [sql`tier = ${filter.tier}`] : []),
    ...(filter.companyId ? [sql`company_id = ${filter.companyId}`] : []),
  ];
}
