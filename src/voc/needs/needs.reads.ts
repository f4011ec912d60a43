// Every SELECT about needs. A need counts once; its mentions are the items in it that count.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system } from '../../platform/actor.js';
import { Database, type Sql, containing, join, rows, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import { type Monday, addWeeks } from '../../platform/week.js';
import type { Category } from '../classification/index.js';
import { visibleItems } from '../items/index.js';
import { canReadNeeds } from './needs.policy.js';

export const NEED_ORDERS = ['NEWEST', 'MOST_MENTIONED', 'GROWING'] as const;
export type NeedOrder = (typeof NEED_ORDERS)[number];

/** Weeks of the trend, the running one last. */
export const TREND_WEEKS = 12;

/** Growth: the mentions of so many weeks, the running one with them, less those of as many before. */
export const GROWTH_WEEKS = 4;

export type NeedRow = {
  id: string;
  number: number;
  title: string;
  description: string | null;
  product_area_id: string | null;
  created_by: string | null;
  created_at: Date;
  version: number;
  merged_into_id: string | null;
};

/** `sorted` is what the list is ordered by beside the id. */
export type ListedNeed = NeedRow & { sorted: number | Date };

export type NeedFilter = { search: string | null; productAreaId: string | 'NONE' | null };

export type FiguresRow = {
  need_id: string;
  mentions: number;
  companies: number;
  seats: number;
  growth: number;
  trend: { week: Monday; n: number }[];
  categories: { category: Category; n: number }[];
  last_at: Date | null;
};

/** `fresh`: nobody had said it before this week. */
export type MovedNeed = { number: number; title: string; n: number; before: number; fresh: boolean };

export type NeedCompanyRow = { need_id: string; company_id: string; n: number; seats: number };

export type NeedChangeRow = {
  id: string;
  need_id: string;
  at: Date;
  actor_id: string | null;
  kind: string;
  item_id: string | null;
  from_need_id: string | null;
  to_need_id: string | null;
  merge_id: string | null;
  from_value: string | null;
  to_value: string | null;
  items: number;
  undoable: boolean;
};

const COLUMNS = sql`need.id, need.number, need.title, need.description, need.product_area_id, need.created_by,
  need.created_at, need.version, need.merged_into_id`;

/** How many companies and how many changes a need shows. */
const MOST_COMPANIES = 100;
const MOST_CHANGES = 100;

/** Needs that a week's report names. */
const MOST_MOVED = 10;

const reading = (actor: Actor): void => must(canReadNeeds(actor), 'STAFF_ONLY', 'Only staff read needs.');

function conditions({ search, productAreaId: area }: NeedFilter): Sql[] {
  const number = search && /^#?(\d{1,9})$/.exec(search)?.[1];
  return [
    sql`need.merged_into_id is null`,
    ...(search
      ? [
          sql`(need.title ilike ${containing(search)} or need.description ilike ${containing(search)}
            ${number ? sql`or need.number = ${Number(number)}` : sql``})`,
        ]
      : []),
    ...(area
      ? [area === 'NONE' ? sql`need.product_area_id is null` : sql`need.product_area_id = ${area}`]
      : []),
  ];
}

@Injectable()
export class NeedsReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  async zone(actor: Actor): Promise<string> {
    reading(actor);
    const row = await this.database.readOne<{ zone: string }>(
      actor,
      sql`select zone from hotline.installation`,
    );
    return row?.zone ?? 'Asia/Seoul';
  }

  /** Needs that were said more often in a week than in the one before; the most said first. With the system's rights. */
  movedIn(week: Monday): Promise<MovedNeed[]> {
    return this.database.read(
      system,
      sql`select need.number, need.title, said.n, said.before, not exists (
            select 1 from hotline.voc_item earlier
            where earlier.need_id = need.id and earlier.state = 'COUNTED' and earlier.week < ${week}::date) as fresh
          from (select item.need_id, (count(*) filter (where item.week = ${week}::date))::int as n,
                  (count(*) filter (where item.week < ${week}::date))::int as before
                from hotline.voc_item item
                where item.need_id is not null and item.state = 'COUNTED'
                  and item.week in (${week}::date, ${addWeeks(week, -1)}::date)
                group by item.need_id) said
          join hotline.need need on need.id = said.need_id
          where said.n > said.before order by said.n desc, need.number limit ${rows(MOST_MOVED)}`,
    );
  }

  /** `week` is the running one: growth is counted from it. */
  list(
    actor: Actor,
    filter: NeedFilter,
    order: NeedOrder,
    week: Monday,
    first: number,
    after: [string | number, string] | null,
  ): Promise<ListedNeed[]> {
    reading(actor);
    const newest = order === 'NEWEST';
    const key = newest ? sql`need.created_at` : sql`coalesce(figure.n, 0)`;
    const where = [
      ...conditions(filter),
      ...(after
        ? [
            newest
              ? sql`(need.created_at, need.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
              : sql`(coalesce(figure.n, 0), need.id) < (${after[0]}::int, ${after[1]}::uuid)`,
          ]
        : []),
    ];
    const { recent, before } = spans(week);
    const counted =
      order === 'GROWING'
        ? sql`(count(*) filter (where item.week >= ${recent}::date)
            - count(*) filter (where item.week >= ${before}::date and item.week < ${recent}::date))::int`
        : sql`count(*)::int`;
    const from = order === 'GROWING' ? sql`and item.week >= ${before}::date` : sql``;
    return this.database.read(
      actor,
      sql`select ${COLUMNS}, ${key} as sorted from hotline.need need
          ${
            newest
              ? sql``
              : sql`left join (select item.need_id, ${counted} as n from hotline.voc_item item
                  where item.need_id is not null and item.state = 'COUNTED' and ${visibleItems(actor)} ${from}
                  group by 1) figure on figure.need_id = need.id`
          }
          where ${join(where, ' and ')} order by ${key} desc, need.id desc limit ${first + 1}`,
    );
  }

  async count(actor: Actor, filter: NeedFilter): Promise<number> {
    reading(actor);
    const row = await this.database.readOne<{ n: number }>(
      actor,
      sql`select count(*)::int as n from hotline.need need where ${join(conditions(filter), ' and ')}`,
    );
    return row?.n ?? 0;
  }

  byIds(actor: Actor, ids: readonly string[]): Promise<NeedRow[]> {
    reading(actor);
    return this.database.read(
      actor,
      sql`select ${COLUMNS} from hotline.need need where need.id = any(${[...ids]}::uuid[])`,
    );
  }

  byNumber(actor: Actor, number: number): Promise<NeedRow | null> {
    reading(actor);
    return this.database.readOne(
      actor,
      sql`select ${COLUMNS} from hotline.need need where need.number = ${number}`,
    );
  }

  /** All figures of some needs; exactly what vocItems lists for the need and state COUNTED. `week` is the running one. */
  figures(actor: Actor, ids: readonly string[], week: Monday): Promise<FiguresRow[]> {
    reading(actor);
    const { recent, before } = spans(week);
    return this.database.read(
      actor,
      sql`with mention as (
            select item.need_id, item.company_id, item.category, item.week, count(*)::int as n, max(item.occurred_at) as last_at
            from hotline.voc_item item
            where item.need_id = any(${[...ids]}::uuid[]) and item.state = 'COUNTED' and ${visibleItems(actor)}
            group by 1, 2, 3, 4),
          seat as (
            select whose.need_id, count(*)::int as companies, sum(company.employees)::int as seats
            from (select distinct need_id, company_id from mention where company_id is not null) whose
            join hotline.company company on company.id = whose.company_id group by 1),
          trend as (
            select need_id, json_agg(json_build_object('week', week, 'n', n) order by week) as weeks
            from (select need_id, week, sum(n)::int as n from mention
                  where week > ${addWeeks(week, -TREND_WEEKS)}::date group by 1, 2) by_week group by 1),
          sort as (
            select need_id, json_agg(json_build_object('category', category, 'n', n) order by n desc, category) as categories
            from (select need_id, category, sum(n)::int as n from mention group by 1, 2) by_category group by 1)
          select mention.need_id, sum(mention.n)::int as mentions, coalesce(max(seat.companies), 0) as companies,
            coalesce(max(seat.seats), 0) as seats,
            (coalesce(sum(mention.n) filter (where week >= ${recent}::date), 0)
              - coalesce(sum(mention.n) filter (where week >= ${before}::date and week < ${recent}::date), 0))::int as growth,
            coalesce((select weeks from trend where trend.need_id = mention.need_id), '[]') as trend,
            (select categories from sort where sort.need_id = mention.need_id) as categories,
            max(mention.last_at) as last_at
          from mention left join seat on seat.need_id = mention.need_id
          group by mention.need_id`,
    );
  }

  /** Whose need it is, most mentions first. */
  companies(actor: Actor, ids: readonly string[]): Promise<NeedCompanyRow[]> {
    reading(actor);
    return this.database.read(
      actor,
      sql`select per.need_id, per.company_id, per.n, company.employees as seats
          from unnest(${[...ids]}::uuid[]) as wanted(id)
          cross join lateral (
            select item.need_id, item.company_id, count(*)::int as n from hotline.voc_item item
            where item.need_id = wanted.id and item.state = 'COUNTED' and item.company_id is not null
              and ${visibleItems(actor)}
            group by 1, 2 order by n desc, company_id limit ${MOST_COMPANIES}) per
          join hotline.company company on company.id = per.company_id
          order by per.n desc, company.employees desc, company.id`,
    );
  }

  /** Newest first. A merge is one line, with how many items came along; undoable: it stands and nothing builds on it. */
  changes(actor: Actor, ids: readonly string[]): Promise<NeedChangeRow[]> {
    reading(actor);
    return this.database.read(
      actor,
      sql`select each.id, each.need_id, each.at, each.actor_id, each.kind, each.item_id, each.from_need_id, each.to_need_id,
            each.merge_id, each.from_value, each.to_value,
            (select count(*) from hotline.need_change part
             where part.merge_id = each.merge_id and part.kind = each.kind and part.item_id is not null)::int as items,
            each.kind = 'MERGED' and duplicate.merged_into_id = kept.id and kept.merged_into_id is null
              and not exists (select 1 from hotline.need_change undone
                where undone.merge_id = each.merge_id and undone.kind = 'TAKEN_APART') as undoable
          from unnest(${[...ids]}::uuid[]) as wanted(id)
          cross join lateral (
            select * from hotline.need_change change
            where change.need_id = wanted.id and (change.merge_id is null or change.item_id is null)
            order by change.seq desc limit ${MOST_CHANGES}) each
          left join hotline.need duplicate on duplicate.id = each.from_need_id
          left join hotline.need kept on kept.id = each.to_need_id
          order by each.seq desc`,
    );
  }
}

/** Mondays on which the weeks of growth and those before them begin. */
const spans = (week: Monday): { recent: Monday; before: Monday } => ({
  recent: addWeeks(week, 1 - GROWTH_WEEKS),
  before: addWeeks(week, 1 - 2 * GROWTH_WEEKS),
});
