// Every SELECT about planning items: lists, their reach, their decisions, and the items behind them.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database, type Sql, containing, join, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import { type Monday, addWeeks, weekOf } from '../../platform/week.js';
import type { Category } from '../classification/index.js';
import type { Channel } from '../../threads/index.js';
import { type CouldNot, askers } from './askers.js';
import type { Decision, PlanningKind, PlanningState } from './planning-item.entity.js';
import { canReadPlanning } from './planning.policy.js';

/** Growth: the mentions of so many weeks, the running one with them, less those of as many before; as for needs. */
const GROWTH_WEEKS = 4;

export type PlanningRow = {
  id: string;
  number: number;
  title: string;
  description: string | null;
  kind: PlanningKind;
  state: PlanningState;
  owner_id: string | null;
  release: string | null;
  public: boolean;
  title_ko: string | null;
  title_en: string | null;
  body_ko: string | null;
  body_en: string | null;
  decided_at: Date | null;
  decided_by: string | null;
  created_by: string;
  created_at: Date;
  version: number;
};

export type PlanningFilter = {
  state: PlanningState | null;
  kind: PlanningKind | null;
  needId: string | null;
  search: string | null;
  /** Decided from, and before: moments. */
  decidedFrom: Date | null;
  decidedBefore: Date | null;
  /** true: at least one item that counts stands behind it. */
  withVoc: boolean | null;
};

export type ReachRow = { id: string; mentions: number; companies: number; seats: number; growth: number };
export type NeedRow = {
  planning_item_id: string;
  id: string;
  number: number;
  title: string;
  mentions: number;
  companies: number;
};
export type DecisionRow = {
  planning_item_id: string;
  at: Date;
  actor_id: string;
  from_state: PlanningState | null;
  to_state: PlanningState;
  reason: string;
};
export type LinkRow = {
  id: string;
  planning_item_id: string;
  url: string;
  provider: string;
  key: string | null;
  state: string | null;
  state_word: string | null;
  state_at: Date | null;
};
export type WeekRow = { planning_item_id: string; week: Monday; category: Category; n: number };
export type VoiceRow = {
  planning_item_id: string;
  item_id: string;
  quote: string;
  language: 'ko' | 'en';
  category: Category;
  channel: Channel;
  week: Monday;
  occurred_at: Date;
  decided_at: Date | null;
  thread_id: string | null;
  company_id: string | null;
  person_id: string | null;
  locale: 'ko' | 'en';
  told_at: Date | null;
  could_not: CouldNot | null;
  original_url: string | null;
};
export type VoiceFilter = {
  planningItemId: string | null;
  decision: Decision | null;
  /** Of all decided ones. */
  decidedFrom: Date | null;
  decidedBefore: Date | null;
  category: Category | null;
  companyId: string | null;
  told: boolean | null;
};

export const PLANNING_COLUMNS = sql`plan.id, plan.number, plan.title, plan.description, plan.kind, plan.state, plan.owner_id, plan.release,
  plan.public, plan.title_ko, plan.title_en, plan.body_ko, plan.body_en, plan.decided_at, plan.decided_by, plan.created_by,
  plan.created_at, plan.version`;

/** What a list is ordered by beside the id: the last thing of weight that happened. */
const MOVED = sql`coalesce(plan.decided_at, plan.created_at)`;

const reading = (actor: Actor): void =>
  must(canReadPlanning(actor), 'STAFF_ONLY', 'Only staff read planning.');

function conditions(filter: PlanningFilter): Sql[] {
  const { search } = filter;
  const number = search && /^#?(\d{1,9})$/.exec(search)?.[1];
  const behind = sql`exists (select 1 from hotline.planning_voc behind where behind.planning_item_id = plan.id)`;
  return [
    sql`true`,
    ...(filter.state ? [sql`plan.state = ${filter.state}`] : []),
    ...(filter.kind ? [sql`plan.kind = ${filter.kind}`] : []),
    ...(filter.needId
      ? [
          sql`plan.id in (select planning_item_id from hotline.planning_stand where need_id = ${filter.needId})`,
        ]
      : []),
    ...(search
      ? [
          sql`(plan.title ilike ${containing(search)} or plan.description ilike ${containing(search)}
            ${number ? sql`or plan.number = ${Number(number)}` : sql``})`,
        ]
      : []),
    ...(filter.decidedFrom ? [sql`plan.decided_at >= ${filter.decidedFrom}`] : []),
    ...(filter.decidedBefore ? [sql`plan.decided_at < ${filter.decidedBefore}`] : []),
    ...(filter.withVoc === null ? [] : [filter.withVoc ? behind : sql`not ${behind}`]),
  ];
}

@Injectable()
export class PlanningReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  async zone(actor: Actor): Promise<string> {
    const row = await this.database.readOne<{ zone: string }>(
      actor,
      sql`select zone from hotline.installation`,
    );
    return row?.zone ?? 'Asia/Seoul';
  }

  list(
    actor: Actor,
    filter: PlanningFilter,
    first: number,
    after: [string, string] | null,
  ): Promise<PlanningRow[]> {
    reading(actor);
    const where = [
      ...conditions(filter),
      ...(after ? [sql`(${MOVED}, plan.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
    ];
    return this.database.read(
      actor,
      sql`select ${PLANNING_COLUMNS} from hotline.planning_item plan where ${join(where, ' and ')}
          order by ${MOVED} desc, plan.id desc limit ${first + 1}`,
    );
  }

  async count(actor: Actor, filter: PlanningFilter): Promise<number> {
    reading(actor);
    const row = await this.database.readOne<{ n: number }>(
      actor,
      sql`select count(*)::int as n from hotline.planning_item plan where ${join(conditions(filter), ' and ')}`,
    );
    return row?.n ?? 0;
  }

  states(actor: Actor, filter: PlanningFilter): Promise<{ state: PlanningState; n: number }[]> {
    reading(actor);
    const any = { ...filter, state: null };
    return this.database.read(
      actor,
      sql`select plan.state, count(*)::int as n from hotline.planning_item plan where ${join(conditions(any), ' and ')} group by 1`,
    );
  }

  byIds(actor: Actor, ids: readonly string[]): Promise<PlanningRow[]> {
    reading(actor);
    return this.database.read(
      actor,
      sql`select ${PLANNING_COLUMNS} from hotline.planning_item plan where plan.id = any(${[...ids]}::uuid[])`,
    );
  }

  byNumber(actor: Actor, number: number): Promise<PlanningRow | null> {
    reading(actor);
    return this.database.readOne(
      actor,
      sql`select ${PLANNING_COLUMNS} from hotline.planning_item plan where plan.number = ${number}`,
    );
  }

  /** Each item counts once, also when two needs of a planning item were merged. */
  async reach(actor: Actor, ids: readonly string[], now: Date): Promise<ReachRow[]> {
    const week = weekOf(await this.zone(actor), now);
    const [recent, before] = [addWeeks(week, 1 - GROWTH_WEEKS), addWeeks(week, 1 - 2 * GROWTH_WEEKS)];
    return this.database.read(
      actor,
      sql`with mention as (
            select behind.planning_item_id as id, item.company_id, item.week, count(*)::int as n
            from hotline.planning_voc behind join hotline.voc_item item on item.id = behind.item_id
            where behind.planning_item_id = any(${[...ids]}::uuid[]) group by 1, 2, 3),
          seat as (
            select whose.id, count(*)::int as companies, sum(company.employees)::int as seats
            from (select distinct id, company_id from mention where company_id is not null) whose
            join hotline.company company on company.id = whose.company_id group by 1)
          select mention.id, sum(n)::int as mentions, coalesce(max(seat.companies), 0) as companies,
            coalesce(max(seat.seats), 0) as seats,
            (coalesce(sum(n) filter (where week >= ${recent}::date), 0)
              - coalesce(sum(n) filter (where week >= ${before}::date and week < ${recent}::date), 0))::int as growth
          from mention left join seat on seat.id = mention.id group by mention.id`,
    );
  }

  needs(actor: Actor, ids: readonly string[]): Promise<NeedRow[]> {
    return this.database.read(
      actor,
      sql`select stand.planning_item_id, need.id, need.number, need.title, count(distinct item.id)::int as mentions,
            count(distinct item.company_id)::int as companies
          from hotline.planning_stand stand
          join hotline.need need on need.id = stand.need_id and need.merged_into_id is null
          left join hotline.voc_item item on item.need_id = need.id and item.state = 'COUNTED'
          where stand.planning_item_id = any(${[...ids]}::uuid[])
          group by 1, 2, 3, 4 order by mentions desc, need.number`,
    );
  }

  decisions(actor: Actor, ids: readonly string[]): Promise<DecisionRow[]> {
    return this.database.read(
      actor,
      sql`select planning_item_id, at, actor_id, from_state, to_state, reason from hotline.planning_decision
          where planning_item_id = any(${[...ids]}::uuid[]) order by seq`,
    );
  }

  links(actor: Actor, ids: readonly string[]): Promise<LinkRow[]> {
    return this.database.read(
      actor,
      sql`select id, planning_item_id, url, provider, key, state, state_word, state_at from hotline.planning_link
          where planning_item_id = any(${[...ids]}::uuid[]) order by created_at, id`,
    );
  }

  /** The weeks in whose figures its items count, and in which category. */
  weeks(actor: Actor, ids: readonly string[]): Promise<WeekRow[]> {
    return this.database.read(
      actor,
      sql`select behind.planning_item_id, item.week, item.category, count(*)::int as n
          from hotline.planning_voc behind join hotline.voc_item item on item.id = behind.item_id
          where behind.planning_item_id = any(${[...ids]}::uuid[])
          group by 1, 2, 3 order by item.week, n desc, item.category`,
    );
  }

  /** Words behind planning items with whether their askers were told, newest first. */
  voices(
    actor: Actor,
    filter: VoiceFilter,
    first: number,
    after: [string, string, string] | null,
  ): Promise<VoiceRow[]> {
    reading(actor);
    return this.database.read(
      actor,
      sql`select asked.*, item.quote, item.language, item.channel from (${this.asked(filter)}) asked
          join hotline.voc_item item on item.id = asked.item_id
          where ${voiceConditions(filter)} ${
            after
              ? sql`and (asked.occurred_at, asked.item_id, asked.planning_item_id) < (${after[0]}::timestamptz, ${after[1]}::uuid, ${after[2]}::uuid)`
              : sql``
          }
          order by asked.occurred_at desc, asked.item_id desc, asked.planning_item_id desc limit ${first + 1}`,
    );
  }

  /** How many, how many were told, and how many cannot be. */
  async voiceCounts(
    actor: Actor,
    filter: VoiceFilter,
  ): Promise<{ total: number; told: number; not: number; places: number }> {
    reading(actor);
    const row = await this.database.readOne<{ total: number; told: number; not: number; places: number }>(
      actor,
      sql`select count(*)::int as total, count(asked.told_at)::int as told, count(asked.could_not)::int as not,
            count(distinct asked.thread_id) filter (where asked.could_not is null and asked.told_at is null)::int as places
          from (${this.asked(filter)}) asked where ${voiceConditions(filter)}`,
    );
    return row ?? { total: 0, told: 0, not: 0, places: 0 };
  }

  private asked(filter: VoiceFilter): Sql {
    return askers(
      join(
        [
          filter.planningItemId ? sql`plan.id = ${filter.planningItemId}` : sql`plan.decided_at is not null`,
          ...(filter.decidedFrom ? [sql`plan.decided_at >= ${filter.decidedFrom}`] : []),
          ...(filter.decidedBefore ? [sql`plan.decided_at < ${filter.decidedBefore}`] : []),
        ],
        ' and ',
      ),
      filter.decision ? sql`${filter.decision}` : sql`plan.state`,
    );
  }
}

const voiceConditions = (filter: VoiceFilter): Sql =>
  join(
    [
      sql`true`,
      ...(filter.category ? [sql`asked.category = ${filter.category}`] : []),
      ...(filter.companyId ? [sql`asked.company_id = ${filter.companyId}`] : []),
      ...(filter.told === null
        ? []
        : [filter.told ? sql`asked.told_at is not null` : sql`asked.told_at is null`]),
    ],
    ' and ',
  );
