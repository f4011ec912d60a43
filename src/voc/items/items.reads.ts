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
import type { VocState, WithdrawReason } from './voc-item.entity.js';

export const VOC_ORDERS = ['NEWEST', 'MOST_DOUBTFUL'] as const;
export type VocOrder = (typeof VOC_ORDERS)[number];

export type ItemRow = {
  id: string;
  thread_id: string | null;
  company_id: string | null;
  company_tier: Tier | null;
  person_id: string | null;
  channel: Channel;
  language: 'ko' | 'en';
  quote: string;
  category: Category;
  product_area_id: string | null;
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
  channel: Channel | null;
  companyId: string | null;
  tier: Tier | null;
  /** An area's uuid; 'NONE': items without one. */
  productAreaId: string | 'NONE' | null;
  state: VocState | null;
  /** true: somebody has looked at it. */
  reviewed: boolean | null;
  search: string | null;
};

const COLUMNS = sql`item.id, item.thread_id, item.company_id, item.company_tier, item.person_id, item.channel, item.language,
  item.quote, item.category, item.product_area_id, item.state, item.withdrawn_reason, item.proposed_category,
  item.confidence, item.coded_by, item.coded_at, item.occurred_at, item.week, item.version`;

function conditions(actor: Actor, filter: ItemFilter): Sql[] {
  const area = filter.productAreaId;
  return [
    visibleItems(actor),
    ...(filter.fromWeek ? [sql`item.week >= ${filter.fromWeek}::date`] : []),
    ...(filter.toWeek ? [sql`item.week <= ${filter.toWeek}::date`] : []),
    ...(filter.category ? [sql`item.category = ${filter.category}`] : []),
    ...(filter.channel ? [sql`item.channel = ${filter.channel}`] : []),
    ...(filter.companyId ? [sql`item.company_id = ${filter.companyId}`] : []),
    ...(filter.tier ? [sql`item.company_tier = ${filter.tier}`] : []),
    ...(area
      ? [area === 'NONE' ? sql`item.product_area_id is null` : sql`item.product_area_id = ${area}`]
      : []),
    ...(filter.state ? [sql`item.state = ${filter.state}`] : []),
    ...(filter.reviewed === null
      ? []
      : [filter.reviewed ? sql`item.coded_by is not null` : sql`item.coded_by is null`]),
    ...(filter.search
      ? [
          sql`(item.quote ilike ${containing(filter.search)} or item.company_id in (select company.id
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
    after: [string | number, string] | null,
  ): Promise<ItemRow[]> {
    must(canReadVoc(actor), 'STAFF_ONLY', 'Only staff read VOC items.');
    const doubt = order === 'MOST_DOUBTFUL';
    const where = [
      ...conditions(actor, filter),
      ...(after
        ? [
            doubt
              ? sql`(item.confidence, item.id) > (${after[0]}::real, ${after[1]}::uuid)`
              : sql`(item.occurred_at, item.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
          ]
        : []),
    ];
    return this.database.read(
      actor,
      sql`select ${COLUMNS} from hotline.voc_item item where ${join(where, ' and ')}
          order by ${doubt ? sql`item.confidence, item.id` : sql`item.occurred_at desc, item.id desc`} limit ${rows(first + 1)}`,
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
          order by ${order === 'MOST_DOUBTFUL' ? sql`item.confidence, item.id` : sql`item.occurred_at desc, item.id desc`}
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
          where ${visibleItems(actor)} and item.thread_id = any(${[...threadIds]}::uuid[]) order by item.occurred_at`,
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
    }[]
  > {
    return this.database.read(
      actor,
      sql`select item_id, at, actor_id, kind, from_value, to_value from hotline.voc_change
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

  /** What people decided, newest first: the model learns from it. */
  decided(most: number): Promise<{ text: string; category: Category }[]> {
    return this.database.read(
      system,
      sql`select item.quote as text, item.category from hotline.voc_item item
          where item.coded_by is not null and item.state = 'COUNTED'
            and item.quote not in ('', ${REMOVED})
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
