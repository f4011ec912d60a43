// You said, we did: what one company has said and what became of it, the roadmap, and which messages tell of a decision.
// Contacts ask three narrow functions of the database; staff read the same rows from the tables.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isStaff } from '../../platform/actor.js';
import { Database, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import type { Channel } from '../../threads/index.js';
import type { Decision, PlanningState } from './planning-item.entity.js';
import { canReadPlanning, canReadRoadmap } from './planning.policy.js';

export type WordsRow = {
  title_ko: string | null;
  title_en: string | null;
  body_ko: string | null;
  body_en: string | null;
  release: string | null;
  decided_at: Date | null;
};
export type SaidRow = WordsRow & {
  company_id: string;
  thread_id: string | null;
  channel: Channel;
  occurred_at: Date;
  plan_id: string | null;
  state: PlanningState | null;
  told_at: Date | null;
};
export type RoadmapRow = WordsRow & { id: string; state: PlanningState };
export type NewsRow = {
  message_id: string;
  decision: Decision;
  title_ko: string;
  title_en: string;
  plan_id?: string;
};

/** So many of the newest are shown; as the function that contacts ask. */
const MOST_SAID = 300;

@Injectable()
export class SaidReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * What counts of the companies and asks for a change, stands in a need or behind a planning item; newest first.
   * A contact reads their own company's alone, whichever was asked for.
   */
  said(actor: Actor, companyIds: readonly string[]): Promise<SaidRow[]> {
    if (actor.kind === 'contact') {
      return this.database.read(
        actor,
        sql`select ${actor.companyId}::uuid as company_id, said.* from hotline.you_said() said
            where ${actor.companyId}::uuid = any(${[...companyIds]}::uuid[])`,
      );
    }
    must(canReadPlanning(actor), 'STAFF_ONLY', 'Only staff read planning.');
    return this.database.read(
      actor,
      sql`select said.* from unnest(${[...companyIds]}::uuid[]) as wanted(id)
          cross join lateral (
            select item.company_id, item.thread_id, item.channel, item.occurred_at, plan.id as plan_id, plan.state, plan.title_ko,
              plan.title_en, plan.body_ko, plan.body_en, plan.release, plan.decided_at, telling.told_at
            from hotline.voc_item item
            left join hotline.planning_voc behind on behind.item_id = item.id
            left join hotline.planning_item plan on plan.id = behind.planning_item_id
            left join hotline.planning_telling telling on telling.planning_item_id = plan.id
              and telling.decision = plan.state and telling.item_id = item.id
            where item.company_id = wanted.id and item.state = 'COUNTED'
              and (plan.id is not null or item.need_id is not null or item.category in ('DEFECT', 'IMPROVEMENT', 'FEATURE'))
            order by item.occurred_at desc, item.id limit ${MOST_SAID}) said`,
    );
  }

  roadmap(actor: Actor): Promise<RoadmapRow[]> {
    must(canReadRoadmap(actor));
    const from = isStaff(actor)
      ? sql`(select id, state, title_ko, title_en, body_ko, body_en, release, decided_at from hotline.planning_item
             where public and state <> 'DECLINED')`
      : sql`hotline.roadmap()`;
    return this.database.read(
      actor,
      sql`select plan.* from ${from} plan order by plan.decided_at desc nulls first, plan.title_ko limit 200`,
    );
  }

  /** Of which decision these messages tell. */
  news(actor: Actor, messageIds: readonly string[]): Promise<NewsRow[]> {
    const ids = sql`${[...messageIds]}::uuid[]`;
    if (!isStaff(actor)) return this.database.read(actor, sql`select * from hotline.planning_said(${ids})`);
    return this.database.read(
      actor,
      sql`select notice.message_id, notice.decision, plan.title_ko, plan.title_en, plan.id as plan_id
          from hotline.planning_notice notice join hotline.planning_item plan on plan.id = notice.planning_item_id
          where notice.message_id = any(${ids})`,
    );
  }
}
