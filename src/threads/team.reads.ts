// How much each colleague has to do.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Database, sql } from '../platform/database/index.js';
import { visibleThreads } from './threads.policy.js';
import { queueCondition } from './threads.reads.js';

export type LoadRow = {
  /** Null: the threads that nobody takes care of. */
  person_id: string | null;
  in_progress: number;
  waiting_for_us: number;
  oldest_wait: Date | null;
};

@Injectable()
export class TeamReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The very conditions of the queues that open from the figures, so that figure and list cannot differ. Fullest first. */
  load(actor: Actor): Promise<LoadRow[]> {
    return this.database.read(
      actor,
      sql`with figures as (
            select thread.assignee_id as person_id, count(*)::int as in_progress,
                   count(*) filter (where ${queueCondition(actor, 'WAITING_FOR_US')})::int as waiting_for_us,
                   min(thread.unanswered_since) filter (where ${queueCondition(actor, 'WAITING_FOR_US')}) as oldest_wait
            from hotline.thread thread
            where ${visibleThreads(actor)} and ${queueCondition(actor, 'IN_PROGRESS')}
            group by thread.assignee_id),
          team as (
            select null::uuid as person_id
            union all
            select id from hotline.person where staff_role in ('AGENT', 'LEAD', 'ADMIN') and deactivated_at is null
            union
            select person_id from figures)
          select team.person_id, coalesce(in_progress, 0) as in_progress, coalesce(waiting_for_us, 0) as waiting_for_us,
                 oldest_wait
          from team left join figures on figures.person_id is not distinct from team.person_id
          order by team.person_id is null desc, waiting_for_us desc nulls last, oldest_wait, in_progress desc nulls last, team.person_id`,
    );
  }
}
