// The proof that what customers say arrives: shipped changes with VOC behind them, and whether the loop was closed.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import type { Category } from '../classification/index.js';
import { askers } from './askers.js';
import { canReadPlanning } from './planning.policy.js';
import type { Quarter } from './quarters.js';

/** Pairs of planning item and VOC item; days are the median from the decision to the telling. */
export type Closure = { total: number; told: number; days: number | null };
export type QuarterRow = Closure & { name: string; shipped: number; with_voc: number };
export type ProofRow = {
  quarters: QuarterRow[];
  categories: (Closure & { category: Category })[];
  companies: (Closure & { company_id: string })[];
};

/** Companies with the most words of which nobody was told come first; so many are listed. */
const MOST_COMPANIES = 50;

const CLOSURE = sql`count(*)::int as total, count(told_at)::int as told,
  (percentile_cont(0.5) within group (order by extract(epoch from told_at - decided_at)) filter (where told_at is not null)
    / 86400)::float8 as days`;

@Injectable()
export class ProofReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** One statement. `shown`: what categories and companies speak of. */
  async proof(actor: Actor, quarters: Quarter[], shown: { from: Date; before: Date }): Promise<ProofRow> {
    must(canReadPlanning(actor), 'STAFF_ONLY', 'Only staff read planning.');
    const spans = JSON.stringify(
      quarters.map(({ name, from, before }) => ({ name, starts: from, ends: before })),
    );
    const first = quarters[0]?.from ?? shown.from;
    const begin = first < shown.from ? first : shown.from;
    const row = await this.database.readOne<ProofRow>(
      actor,
      sql`with quarter as (
            select * from json_to_recordset(${spans}::json) as q(name text, starts timestamptz, ends timestamptz)),
          asked as materialized (
            ${askers(sql`plan.decided_at >= ${begin}`, sql`plan.state`)}),
          shown as (select * from asked where decided_at >= ${shown.from} and decided_at < ${shown.before}),
          by_quarter as (
            select quarter.name, ${CLOSURE} from quarter
            join asked on asked.decided_at >= quarter.starts and asked.decided_at < quarter.ends group by 1),
          shipped as (
            select quarter.name, count(*)::int as shipped, count(*) filter (where exists (
              select 1 from asked where asked.planning_item_id = plan.id))::int as with_voc
            from quarter join hotline.planning_item plan on plan.state = 'SHIPPED'
              and plan.decided_at >= quarter.starts and plan.decided_at < quarter.ends group by 1),
          by_category as (select category, ${CLOSURE} from shown group by 1),
          by_company as (
            select company_id, ${CLOSURE} from shown where company_id is not null group by 1
            order by count(*) - count(told_at) desc, count(*) desc, company_id limit ${MOST_COMPANIES})
          select
            (select coalesce(json_agg(json_build_object('name', quarter.name, 'shipped', coalesce(shipped.shipped, 0),
                'with_voc', coalesce(shipped.with_voc, 0), 'total', coalesce(by_quarter.total, 0),
                'told', coalesce(by_quarter.told, 0), 'days', by_quarter.days) order by quarter.starts), '[]')
              from quarter left join shipped on shipped.name = quarter.name
              left join by_quarter on by_quarter.name = quarter.name) as quarters,
            (select coalesce(json_agg(to_json(by_category) order by total desc, category), '[]') from by_category) as categories,
            (select coalesce(json_agg(to_json(by_company) order by total - told desc, total desc, company_id), '[]')
              from by_company) as companies`,
    );
    return row ?? { quarters: [], categories: [], companies: [] };
  }
}
