// Every SELECT about how far categories can be trusted. A figure of a week is about the items of that week.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type StaffActor, system } from '../../platform/actor.js';
import { Database, type Sql, join, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import type { Monday } from '../../platform/week.js';
import type { Channel } from '../../threads/index.js';
import type { Category } from '../classification/index.js';
import type { Pair } from './agreement.js';
import { canReadAgreement, canReadCoders, offeredTo } from './quality.policy.js';

export type WeekPair = Pair & { week: Monday };
/** `first_coder` and `second_coder` are the persons kept, should somebody have been merged. */
export type CoderPair = WeekPair & { first_coder: string; second_coder: string };
export type DecisionCount = { week: Monday; coder: string; decisions: number; corrections: number };
export type Pairs = { people: WeekPair[]; model: WeekPair[]; outside: WeekPair[] };

/** Exactly what a second coder is shown. No column here may tell what somebody or something thought of the item. */
export type TaskRow = {
  id: string;
  quote: string;
  language: 'ko' | 'en';
  channel: Channel;
  occurred_at: Date;
};

export type SampleRow = {
  percent: number;
  changed_by: string | null;
  changed_at: Date | null;
};

export type SecondCodingRow = {
  item_id: string;
  at: Date;
  category: Category;
  coder_id: string;
  first_category: Category;
  first_coder_id: string;
  settled: boolean;
};

export type SecondCodingFilter = {
  fromWeek: Monday | null;
  toWeek: Monday | null;
  /** As first or as second coder. */
  coderId: string | null;
  first: Category | null;
  second: Category | null;
  agreed: boolean | null;
  /** true: somebody has decided on the item after the second look. */
  settled: boolean | null;
};

export const CODING_KINDS = ['CONFIRMED', 'CORRECTED'] as const;
export type CodingKind = (typeof CODING_KINDS)[number];

export type CodingRow = {
  id: string;
  item_id: string;
  at: Date;
  actor_id: string | null;
  kind: CodingKind;
  from_value: Category;
  to_value: Category;
};

export type CodingFilter = {
  fromWeek: Monday | null;
  toWeek: Monday | null;
  coderId: string | null;
  kind: CodingKind | null;
  from: Category | null;
  to: Category | null;
};

type After = [at: string, id: string] | null;

const SECOND = sql`hotline.voc_second_coding second join hotline.voc_item item on item.id = second.item_id`;

/** What counts as doubly coded: an item that still counts, with both codings. */
const DONE = sql`second.category is not null and item.state = 'COUNTED'`;

const SETTLED = sql`exists (select 1 from hotline.voc_change change where change.item_id = second.item_id
  and change.kind in ('CONFIRMED', 'CORRECTED') and change.at > second.at)`;

const within = (fromWeek: Monday | null, toWeek: Monday | null): Sql[] => [
  ...(fromWeek ? [sql`item.week >= ${fromWeek}::date`] : []),
  ...(toWeek ? [sql`item.week <= ${toWeek}::date`] : []),
];

/** Somebody, also under an id that was merged into theirs. */
const sameAs = (personId: string): Sql =>
  sql`(select id from hotline.person where ${personId}::uuid in (id, merged_into_id))`;

@Injectable()
export class QualityReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  async zone(): Promise<string> {
    const row = await this.database.readOne<{ zone: string }>(
      system,
      sql`select zone from hotline.installation`,
    );
    return row?.zone ?? 'Asia/Seoul';
  }

  /** In an order of each coder's own, so that two who begin at once do not meet at the same item. */
  tasks(actor: StaffActor, now: Date, most: number): Promise<TaskRow[]> {
    return this.database.read(
      actor,
      sql`select second.id, item.quote, item.language, item.channel, item.occurred_at
          from ${SECOND} where ${offeredTo(actor, now)}
          order by md5(second.id::text || ${actor.personId}::text) limit ${most}`,
    );
  }

  async waiting(actor: StaffActor, now: Date): Promise<number> {
    const row = await this.database.readOne<{ n: number }>(
      actor,
      sql`select count(*)::int as n from ${SECOND} where ${offeredTo(actor, now)}`,
    );
    return row?.n ?? 0;
  }

  async sample(actor: Actor): Promise<SampleRow> {
    must(canReadAgreement(actor), 'STAFF_ONLY', 'Only staff see the sample.');
    const row = await this.database.readOne<SampleRow>(
      actor,
      sql`select second_look_percent as percent, changed_by, changed_at from hotline.voc_quality`,
    );
    return row ?? { percent: 0, changed_by: null, changed_at: null };
  }

  /** Counts of pairs: the two people of a second look, and model and person. */
  async pairs(actor: Actor, fromWeek: Monday, toWeek: Monday): Promise<Pairs> {
    must(canReadAgreement(actor), 'STAFF_ONLY', 'Only staff see how far coders agree.');
    const weeks = sql`item.week between ${fromWeek}::date and ${toWeek}::date`;
    const row = await this.database.readOne<{ pairs: Pairs }>(
      actor,
      sql`select json_build_object(
        'people', (select coalesce(json_agg(p), '[]') from (
          select item.week, second.first_category as first, second.category as second, count(*)::int as n
          from ${SECOND} where ${DONE} and ${weeks} group by 1, 2, 3) p),
        'model', (select coalesce(json_agg(p), '[]') from (
          select item.week, item.proposed_category as first, item.category as second, count(*)::int as n
          from hotline.voc_item item where item.coded_by is not null and item.state = 'COUNTED' and ${weeks}
          group by 1, 2, 3) p),
        'outside', (select coalesce(json_agg(p), '[]') from (
          select item.week, coding.category as first, item.category as second, count(*)::int as n
          from hotline.voc_machine_coding coding join hotline.voc_item item on item.id = coding.item_id
          where item.coded_by is not null and item.state = 'COUNTED' and ${weeks}
          group by 1, 2, 3) p)) as pairs`,
    );
    return row?.pairs ?? { people: [], model: [], outside: [] };
  }

  /** The doubly coded, with both coders; and what everybody decided. */
  async coders(
    actor: Actor,
    fromWeek: Monday,
    toWeek: Monday,
  ): Promise<{ pairs: CoderPair[]; decisions: DecisionCount[] }> {
    must(canReadCoders(actor), 'LEADS_ONLY', 'Only leads see how colleagues code.');
    const weeks = sql`item.week between ${fromWeek}::date and ${toWeek}::date`;
    const row = await this.database.readOne<{ pairs: CoderPair[]; decisions: DecisionCount[] }>(
      actor,
      sql`select
        (select coalesce(json_agg(p), '[]') from (
          select item.week, coalesce(one.merged_into_id, one.id) as first_coder,
            coalesce(other.merged_into_id, other.id) as second_coder,
            second.first_category as first, second.category as second, count(*)::int as n
          from ${SECOND} join hotline.person one on one.id = second.first_coder_id
          join hotline.person other on other.id = second.coder_id
          where ${DONE} and ${weeks} group by 1, 2, 3, 4, 5) p) as pairs,
        (select coalesce(json_agg(d), '[]') from (
          select item.week, coalesce(coder.merged_into_id, coder.id) as coder, count(*)::int as decisions,
            (count(*) filter (where change.kind = 'CORRECTED'))::int as corrections
          from hotline.voc_item item join hotline.voc_change change on change.item_id = item.id
          join hotline.person coder on coder.id = change.actor_id
          where change.kind in ('CONFIRMED', 'CORRECTED') and item.state = 'COUNTED' and ${weeks}
          group by 1, 2) d) as decisions`,
    );
    return row ?? { pairs: [], decisions: [] };
  }

  opinions(
    actor: Actor,
    itemIds: readonly string[],
  ): Promise<{ item_id: string; category: Category; summary: string; model: string; at: Date }[]> {
    return this.database.read(
      actor,
      sql`select item_id, category, summary, model, at from hotline.voc_machine_coding
          where item_id = any(${[...itemIds]}::uuid[])`,
    );
  }

  /** By moment: the items that were the newest decisions by then. */
  async lastLearned(actor: Actor, moments: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.read<{ moment: string; ids: string[] }>(
      actor,
      sql`select moment, array(select item.id from hotline.voc_item item
            where item.coded_by is not null and item.state = 'COUNTED' and item.quote <> ''
              and item.coded_at <= moment::timestamptz
            order by item.coded_at desc, item.id desc limit 10) as ids
          from unnest(${[...moments]}::text[]) as moment`,
    );
    return new Map(rows.map(({ moment, ids }) => [moment, ids]));
  }

  secondCodings(
    actor: Actor,
    filter: SecondCodingFilter,
    first: number,
    after: After,
  ): Promise<SecondCodingRow[]> {
    must(canReadCoders(actor), 'LEADS_ONLY', 'Only leads see who coded what.');
    const where = [
      ...codingsBy(filter),
      ...(after ? [sql`(second.at, second.item_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
    ];
    return this.database.read(
      actor,
      sql`select second.item_id, second.at, second.category, second.coder_id, second.first_category,
            second.first_coder_id, ${SETTLED} as settled
          from ${SECOND} where ${join(where, ' and ')}
          order by second.at desc, second.item_id desc limit ${first + 1}`,
    );
  }

  async countSecondCodings(actor: Actor, filter: SecondCodingFilter): Promise<number> {
    must(canReadCoders(actor), 'LEADS_ONLY', 'Only leads see who coded what.');
    const row = await this.database.readOne<{ n: number }>(
      actor,
      sql`select count(*)::int as n from ${SECOND} where ${join(codingsBy(filter), ' and ')}`,
    );
    return row?.n ?? 0;
  }

  codings(actor: Actor, filter: CodingFilter, first: number, after: After): Promise<CodingRow[]> {
    must(canReadCoders(actor), 'LEADS_ONLY', 'Only leads see who coded what.');
    const where = [
      ...changesBy(filter),
      ...(after ? [sql`(change.at, change.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
    ];
    return this.database.read(
      actor,
      sql`select change.id, change.item_id, change.at, change.actor_id, change.kind, change.from_value, change.to_value
          from hotline.voc_change change join hotline.voc_item item on item.id = change.item_id
          where ${join(where, ' and ')} order by change.at desc, change.id desc limit ${first + 1}`,
    );
  }

  async countCodings(actor: Actor, filter: CodingFilter): Promise<number> {
    must(canReadCoders(actor), 'LEADS_ONLY', 'Only leads see who coded what.');
    const row = await this.database.readOne<{ n: number }>(
      actor,
      sql`select count(*)::int as n from hotline.voc_change change join hotline.voc_item item on item.id = change.item_id
          where ${join(changesBy(filter), ' and ')}`,
    );
    return row?.n ?? 0;
  }
}

function codingsBy(filter: SecondCodingFilter): Sql[] {
  const { coderId, first, second, agreed, settled } = filter;
  const same = sql`second.category = second.first_category`;
  return [
    DONE,
    ...within(filter.fromWeek, filter.toWeek),
    ...(coderId
      ? [sql`(second.coder_id in ${sameAs(coderId)} or second.first_coder_id in ${sameAs(coderId)})`]
      : []),
    ...(first ? [sql`second.first_category = ${first}`] : []),
    ...(second ? [sql`second.category = ${second}`] : []),
    ...(agreed === null ? [] : [agreed ? same : sql`not (${same})`]),
    ...(settled === null ? [] : [settled ? SETTLED : sql`not ${SETTLED}`]),
  ];
}

function changesBy(filter: CodingFilter): Sql[] {
  return [
    sql`change.kind in ('CONFIRMED', 'CORRECTED') and change.actor_id is not null and item.state = 'COUNTED'`,
    ...within(filter.fromWeek, filter.toWeek),
    ...(filter.coderId ? [sql`change.actor_id in ${sameAs(filter.coderId)}`] : []),
    ...(filter.kind ? [sql`change.kind = ${filter.kind}`] : []),
    ...(filter.from ? [sql`change.from_value = ${filter.from}`] : []),
    ...(filter.to ? [sql`change.to_value = ${filter.to}`] : []),
  ];
}
