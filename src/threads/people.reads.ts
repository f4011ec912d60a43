// What threads know about people and companies: what somebody has open, how a company is doing, what a merge would move.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Database, empty, sql } from '../platform/database/index.js';
import { visibleThreads } from './threads.policy.js';
import type { ThreadState } from './thread.entity.js';

export type WorkRow = { person_id: string; state: ThreadState; n: number; first: string[] };

export type CompanyFigureRow = {
  company_id: string;
  open: number;
  waiting_for_us: number;
  first_responses: number;
  median_first_response_minutes: number | null;
};

/** How many threads of each state are named before somebody leaves. */
const NAMED = 5;

@Injectable()
export class PeopleThreadsReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Threads that are assigned to each person, by state; closed ones are settled. */
  assigned(actor: Actor, personIds: readonly string[]): Promise<WorkRow[]> {
    return this.database.read(
      actor,
      sql`select thread.assignee_id as person_id, thread.state, count(*)::int as n,
            (array_agg(thread.id order by thread.last_message_at desc, thread.id desc))[1:${NAMED}::int] as first
          from hotline.thread thread
          where thread.assignee_id = any(${[...personIds]}::uuid[]) and thread.state <> 'CLOSED' and ${visibleThreads(actor)}
          group by 1, 2`,
    );
  }

  /** Threads that each contact opened and that are not settled; in one company's space, or everywhere. */
  started(actor: Actor, personIds: readonly string[], companyId: string | null): Promise<WorkRow[]> {
    return this.database.read(
      actor,
      sql`select thread.opened_by as person_id, thread.state, count(*)::int as n,
            (array_agg(thread.id order by thread.last_message_at desc, thread.id desc))[1:${NAMED}::int] as first
          from hotline.thread thread
          where thread.opened_by = any(${[...personIds]}::uuid[]) and thread.opened_side = 'CONTACT'
            and thread.state in ('OPEN', 'WAITING_FOR_CLIENT') and ${visibleThreads(actor)}
            ${
              companyId
                ? sql`and thread.space_id = (select space.id from hotline.space space where space.company_id = ${companyId})`
                : empty
            }
          group by 1, 2`,
    );
  }

  /** First response: from a contact's opening of a thread to the first public message of staff, in calendar time. */
  companyFigures(actor: Actor, companyIds: readonly string[], since: Date): Promise<CompanyFigureRow[]> {
    return this.database.read(
      actor,
      sql`select space.company_id,
            count(thread.id) filter (where thread.state in ('OPEN', 'WAITING_FOR_CLIENT'))::int as open,
            count(thread.id) filter (where thread.state = 'OPEN')::int as waiting_for_us,
            count(thread.id) filter (where ${answered(since)})::int as first_responses,
            (percentile_cont(0.5) within group (order by extract(epoch from thread.first_response_at - thread.created_at))
              filter (where ${answered(since)}) / 60)::float8 as median_first_response_minutes
          from hotline.space space
          left join hotline.thread thread on thread.space_id = space.id and ${visibleThreads(actor)}
          where space.company_id = any(${[...companyIds]}::uuid[]) group by space.company_id`,
    );
  }

  /** What a merge would move; the caller has checked that the actor may merge. */
  async ofPerson(actor: Actor, personId: string): Promise<{ threads: number; messages: number }> {
    const row = await this.database.readOne<{ threads: number; messages: number }>(
      actor,
      sql`select (select count(*)::int from hotline.thread
                  where opened_by = ${personId} or assignee_id = ${personId}) as threads,
            (select count(*)::int from hotline.message where author_id = ${personId}) as messages`,
    );
    return row ?? { threads: 0, messages: 0 };
  }

  async ofCompany(actor: Actor, companyId: string): Promise<{ threads: number; messages: number }> {
    const row = await this.database.readOne<{ threads: number; messages: number }>(
      actor,
      sql`select count(thread.id)::int as threads, coalesce(sum(thread.last_seq), 0)::int as messages
          from hotline.space space join hotline.thread thread on thread.space_id = space.id
          where space.company_id = ${companyId}`,
    );
    return row ?? { threads: 0, messages: 0 };
  }
}

const answered = (since: Date) => sql`thread.opened_side = 'CONTACT' and not thread.imported
  and thread.created_at >= ${since} and thread.first_response_at is not null`;
