// The items behind the agreement with a language model outside: exactly those that it counts.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database, type Sql, join, rows, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import type { Monday } from '../../platform/week.js';
import type { Category } from '../classification/index.js';
import { canReadAgreement } from './quality.policy.js';

export type OutsideCodingRow = {
  item_id: string;
  at: Date;
  opinion: Category;
  category: Category;
};

export type OutsideCodingFilter = {
  fromWeek: Monday | null;
  toWeek: Monday | null;
  /** What the model said. */
  opinion: Category | null;
  /** What people left it at. */
  category: Category | null;
  agreed: boolean | null;
};

const CODINGS = sql`hotline.voc_machine_coding coding join hotline.voc_item item on item.id = coding.item_id`;

const conditions = (filter: OutsideCodingFilter): Sql[] => {
  const { fromWeek, toWeek, opinion, category, agreed } = filter;
  return [
    sql`item.coded_by is not null and item.state = 'COUNTED'`,
    ...(fromWeek ? [sql`item.week >= ${fromWeek}::date`] : []),
    ...(toWeek ? [sql`item.week <= ${toWeek}::date`] : []),
    ...(opinion ? [sql`coding.category = ${opinion}`] : []),
    ...(category ? [sql`item.category = ${category}`] : []),
    ...(agreed === null ? [] : [sql`(coding.category = item.category) = ${agreed}`]),
  ];
};

@Injectable()
export class OutsideReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  list(
    actor: Actor,
    filter: OutsideCodingFilter,
    first: number,
    after: [at: string, id: string] | null,
  ): Promise<OutsideCodingRow[]> {
    must(canReadAgreement(actor), 'STAFF_ONLY', 'Only staff see how far coders agree.');
    const where = [
      ...conditions(filter),
      ...(after ? [sql`(coding.at, coding.item_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
    ];
    return this.database.read(
      actor,
      sql`select coding.item_id, coding.at, coding.category as opinion, item.category
          from ${CODINGS} where ${join(where, ' and ')}
          order by coding.at desc, coding.item_id desc limit ${rows(first + 1)}`,
    );
  }

  async count(actor: Actor, filter: OutsideCodingFilter): Promise<number> {
    must(canReadAgreement(actor), 'STAFF_ONLY', 'Only staff see how far coders agree.');
    const row = await this.database.readOne<{ n: number }>(
      actor,
      sql`select count(*)::int as n from ${CODINGS} where ${join(conditions(filter), ' and ')}`,
    );
    return row?.n ?? 0;
  }
}
