// Every SELECT about VOC items.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system } from '../../platform/actor.js';
import { containing, Database, join, rows, type Sql, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import { searchTerm } from '../../platform/hangul.js';
import { REMOVED, type Tier } from '../../identity/index.js';
import type { Channel } from '../../threads/index.js';
import type { Category } from '../classification/index.js';
import { canReadVoc, visibleItems } from './items.policy.js';
import type { Severity, VocState, WithdrawReason } from './voc-item.entity.js';

export const VOC_ORDERS = ['NEWEST', 'MOST_DOUBTFUL', 'MOST_REACH'] as const;
export type VocOrder = (typeof VOC_ORDERS)[number];

export const VOC_ORIGINS = ['THREAD', 'MESSAGE', 'HAND', 'API', 'CHANNEL'] as const;
export type VocOrigin = (typeof VOC_ORIGINS)[number];

export type ItemRow = {
  id: string;
  source: string;
  thread_id: string | null;
  message_id: string | null;
  company_id: string | null;
  company_tier: Tier | null;
  company_seats: number;
  person_id: string | null;
  channel: Channel;
  language: 'ko' | 'en';
  quote: string;
  summary: string | null;
  severity: Severity | null;
  category: Category;
  product_area_id: string | null;
  need_id: string | null;
  original_url: string | null;
  created_by: string | null;
  state: VocState;
  withdrawn_reason: WithdrawReason | null;
  proposed_category: Category;
  confidence: number;
  coded_by: string | null;
  coded_at: Date | null;
  occurred_at: Date;
  week: string;
  version: number;
};

export type TableRow = ItemRow & {
  company: string | null;
  area: string | null;
  coder: string | null;
  number: number | null;
};

export type AreaRow = { id: string; parent_id: string | null; name_ko: string; name_en: string };

export type ItemFilter = {
  /** Mondays, both included. */
  fromWeek: string | null;
  toWeek: string | null;
  category: Category | null;
  /** What the model said when the item was made. */
  proposed: Category | null;
  channel: Channel | null;
  companyId: string | null;
  tier: Tier | null;
  /** An area's uuid; 'NONE': items without one. */
  productAreaId: string | 'NONE' | null;
  /** A need's uuid; 'NONE': items that belong to none. */
  needId: string | 'NONE' | null;
  state: VocState | null;
  /** true: somebody has looked at it. */
  reviewed: boolean | null;
  /** How it came to be an item. */
  origin: VocOrigin | null;
  search: string | null;
};

const COLUMNS = sql`item.id, item.source, item.thread_id, item.message_id, item.company_id, item.company_tier, item.company_seats, item.person_id, item.channel, item.language,
  item.quote, item.summary, item.severity, item.category, item.product_area_id, item.need_id, item.original_url,
  item.created_by, item.state, item.withdrawn_reason, item.proposed_category,
  item.confidence, item.coded_by, item.coded_at, item.occurred_at, item.week, item.version`;

/** Where a row stands in each order; the last part is its id. */
export const positionIn = (order: VocOrder, row: ItemRow): [...(string | number)[], string] => {
  if (order === 'NEWEST') return [row.occurred_at.toISOString(), row.id];
  return order === 'MOST_DOUBTFUL' ? [row.confidence, row.id] : [-row.company_seats, row.confidence, row.id];
};

const BY: Record<VocOrder, Sql> = {
  NEWEST: sql`item.occurred_at desc, item.id desc`,
  MOST_DOUBTFUL: sql`item.confidence, item.id`,
  // The largest companies first, and of each what the model was least sure of.
  MOST_REACH: sql`-item.company_seats, item.confidence, item.id`,
};

const BEYOND: Record<VocOrder, (after: readonly unknown[]) => Sql> = {
  NEWEST: ([at, id]) => sql`(item.occurred_at, item.id) < (${at}::timestamptz, ${id}::uuid)`,
  MOST_DOUBTFUL: ([doubt, id]) => sql`(item.confidence, item.id) > (${doubt}::real, ${id}::uuid)`,
  MOST_REACH: ([seats, doubt, id]) =>
    sql`(-item.company_seats, item.confidence, item.id) > (${seats}::int, ${doubt}::real, ${id}::uuid)`,
};

/** The word before the colon of a source; whatever has none of these words was brought by a channel. */
const ORIGIN_WORDS: Record<Exclude<VocOrigin, 'CHANNEL'>, string> = {
  THREAD: 'thread',
  MESSAGE: 'message',
  HAND: 'hand',
  API: 'api',
};

export function originOf(source: string): VocOrigin {
  const word = source.split(':', 1)[0];
  const origins = Object.keys(ORIGIN_WORDS) as (keyof typeof ORIGIN_WORDS)[];
  return origins.find((origin) => ORIGIN_WORDS[origin] === word) ?? 'CHANNEL';
}

function cameAs(origin: VocOrigin): Sql {
  const word = sql`split_part(item.source, ':', 1)`;
  return origin === 'CHANNEL'
    ? sql`${word} <> all(${Object.values(ORIGIN_WORDS)}::text[])`
    : sql`${word} = ${ORIGIN_WORDS[origin]}`;
}

function conditions(actor: Actor, filter: ItemFilter): Sql[] {
  const { needId, productAreaId: area } = filter;
  return [
    visibleItems(actor),
    ...(filter.fromWeek ? [sql`item.week >= ${filter.fromWeek}::date`] : []),
    ...(filter.toWeek ? [sql`item.week <= ${filter.toWeek}::date`] : []),
    ...(filter.category ? [sql`item.category = ${filter.category}`] : []),
    ...(filter.proposed ? [sql`item.proposed_category = ${filter.proposed}`] : []),
    ...(filter.channel ? [sql`item.channel = ${filter.channel}`] : []),
    ...(filter.companyId ? [sql`item.company_id = ${filter.companyId}`] : []),
    ...(filter.tier ? [sql`item.company_tier = ${filter.tier}`] : []),
    ...(area
      ? [area === 'NONE' ? sql`item.product_area_id is null` : sql`item.product_area_id = ${area}`]
      : []),
    ...(needId ? [needId === 'NONE' ? sql`item.need_id is null` : sql`item.need_id = ${needId}`] : []),
    ...(filter.state ? [sql`item.state = ${filter.state}`] : []),
    ...(filter.reviewed === null
      ? []
      : [filter.reviewed ? sql`item.coded_by is not null` : sql`item.coded_by is null`]),
    ...(filter.origin ? [cameAs(filter.origin)] : []),
    ...(filter.search
      ? [
          sql`(item.quote ilike ${containing(filter.search)} or item.summary ilike ${containing(filter.search)} or item.company_id in (select company.id
            from hotline.company company where company.name_search like ${containing(searchTerm(filter.search))}))`,
        ]
      : []),
  ];
}

@Injectable()
export class ItemsReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  list(
    actor: Actor,
    filter: ItemFilter,
    order: VocOrder,
    first: number,
    after: readonly unknown[] | null,
  ): Promise<ItemRow[]> {
    must(canReadVoc(actor), 'STAFF_ONLY', 'Only staff read VOC items.');
    const where = [...conditions(actor, filter), ...(after ? [BEYOND[order](after)] : [])];
    return this.database.read(
      actor,
      sql`select ${COLUMNS} from hotline.voc_item item where ${join(where, ' and ')}
          order by ${BY[order]} limit ${rows(first + 1)}`,
    );
  }

  /** The same list with what a table needs beside it, in one statement. */
  table(actor: Actor, filter: ItemFilter, order: VocOrder, most: number): Promise<TableRow[]> {
    must(canReadVoc(actor), 'STAFF_ONLY', 'Only staff read VOC items.');
    return this.database.read(
      actor,
      sql`select ${COLUMNS}, company.name as company, area.name_ko as area, coder.name as coder, thread.number
          from hotline.voc_item item
          left join hotline.company company on company.id = item.company_id
          left join hotline.product_area area on area.id = item.product_area_id
          left join hotline.person coder on coder.id = item.coded_by
          left join hotline.thread thread on thread.id = item.thread_id
          where ${join(conditions(actor, filter), ' and ')}
          order by ${BY[order]}
          limit ${rows(most)}`,
    );
  }

  async count(actor: Actor, filter: ItemFilter): Promise<number> {
    const row = await this.database.readOne<{ n: number }>(
      actor,
      sql`select count(*) as n from hotline.voc_item item where ${join(conditions(actor, filter), ' and ')}`,
    );
    return row?.n ?? 0;
  }

  byIds(actor: Actor, ids: readonly string[]): Promise<ItemRow[]> {
    must(canReadVoc(actor), 'STAFF_ONLY', 'Only staff read VOC items.');
    return this.database.read(
      actor,
      sql`select ${COLUMNS} from hotline.voc_item item where ${visibleItems(actor)} and item.id = any(${[...ids]}::uuid[])`,
    );
  }

  byThreads(actor: Actor, threadIds: readonly string[]): Promise<ItemRow[]> {
    must(canReadVoc(actor), 'STAFF_ONLY', 'Only staff read VOC items.');
    return this.database.read(
      actor,
      sql`select ${COLUMNS} from hotline.voc_item item
          where ${visibleItems(actor)} and item.thread_id = any(${[...threadIds]}::uuid[])
          order by item.occurred_at, item.id`,
    );
  }

  changes(
    actor: Actor,
    itemIds: readonly string[],
  ): Promise<
    {
      item_id: string;
      at: Date;
      actor_id: string | null;
      kind: string;
      from_value: string | null;
      to_value: string | null;
      reason: string | null;
    }[]
  > {
    return this.database.read(
      actor,
      sql`select item_id, at, actor_id, kind, from_value, to_value, reason from hotline.voc_change
          where item_id = any(${[...itemIds]}::uuid[]) order by at desc`,
    );
  }

  areas(actor: Actor): Promise<AreaRow[]> {
    must(canReadVoc(actor), 'STAFF_ONLY', 'Only staff see product areas.');
    return this.database.read(
      actor,
      sql`select id, parent_id, name_ko, name_en from hotline.product_area order by position, name_ko`,
    );
  }

  /** What people decided, newest first: the model learns from it. `until` leaves out what came after a moment. */
  decided(most: number, until: Date | null = null): Promise<{ text: string; category: Category }[]> {
    return this.database.read(
      system,
      sql`select item.quote as text, item.category from hotline.voc_item item
          where item.coded_by is not null and item.state = 'COUNTED' and item.quote not in ('', ${REMOVED})
            and (${until}::timestamptz is null or item.coded_at <= ${until})
          order by item.coded_at desc limit ${rows(most)}`,
    );
  }

  /** How sure the classifier was of the items of the seven days before a moment; null where there are none. */
  async doubt(at: Date): Promise<{ confidence: number | null; unreviewed: number }> {
    const row = await this.database.readOne<{ confidence: number | null; unreviewed: number }>(
      system,
      sql`select avg(confidence)::float8 as confidence, (count(*) filter (where coded_by is null))::int as unreviewed
          from hotline.voc_item where occurred_at >= ${at}::timestamptz - interval '7 days' and state = 'COUNTED'`,
    );
    return row ?? { confidence: null, unreviewed: 0 };
  }
}
