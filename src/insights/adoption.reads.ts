// What a company did before and after it was trained: one SELECT over what others keep, nothing is kept here.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database, type Sql, rows, sql } from '../platform/database/index.js';
import { must } from '../platform/errors.js';
import type { Monday } from '../platform/week.js';
import type { Category } from '../voc/index.js';
import { canReadAdoption } from './adoption.policy.js';

export type Side = 'BEFORE' | 'AFTER';
export type Counted = { side: Side; category: Category; n: number };

export type AdoptionRow = {
  session_id: string;
  company_id: string;
  starts_at: Date;
  ends_at: Date;
  first_week: Monday;
  last_week: Monday;
  /** The company could be heard from the first day of the weeks before. */
  before_complete: boolean;
  /** The weeks after are over. */
  after_complete: boolean;
  given: number;
  passed: number;
  threads: Counted[];
  messages_before: number;
  messages_after: number;
  other_trainings: number;
};

/** Over the trainings of which both sides are complete. */
export type AdoptionSums = {
  trainings: number;
  compared: number;
  given: number;
  passed: number;
  messages_before: number;
  messages_after: number;
  threads: Counted[];
};

export type Narrow = { courseId: string | null; companyId: string | null };
export type After = { at: string; sessionId: string; companyId: string };

@Injectable()
export class AdoptionReads {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async zone(actor: Actor): Promise<string> {
    const row = await this.database.readOne<{ zone: string }>(
      actor,
      sql`select zone from hotline.installation`,
    );
    if (!row) throw new Error('The installation has not written down its own facts.');
    return row.zone;
  }

  /** The latest training first. */
  async page(
    actor: Actor,
    narrow: Narrow,
    weeks: number,
    first: number,
    after: After | null,
  ): Promise<AdoptionRow[]> {
    this.staffOnly(actor);
    const beyond = after
      ? sql`where (starts_at, session_id, company_id)
          < (${after.at}::timestamptz, ${after.sessionId}::uuid, ${after.companyId}::uuid)`
      : sql``;
    const page = sql`select * from (${trained(narrow)}) trained ${beyond}
      order by starts_at desc, session_id desc, company_id desc limit ${rows(first + 1)}`;
    return this.database.read(
      actor,
      sql`select * from (${this.measured(page, weeks)}) measured
          order by starts_at desc, session_id desc, company_id desc`,
    );
  }

  /** Sums, never averages of averages: what is not complete on both sides is in none of them. */
  async sums(actor: Actor, narrow: Narrow, weeks: number): Promise<AdoptionSums> {
    this.staffOnly(actor);
    const row = await this.database.readOne<AdoptionSums>(
      actor,
      sql`with measured as materialized (${this.measured(trained(narrow), weeks)}),
          compared as (select * from measured where before_complete and after_complete)
          select (select count(*)::int from measured) as trainings, count(*)::int as compared,
            coalesce(sum(given), 0)::int as given, coalesce(sum(passed), 0)::int as passed,
            coalesce(sum(messages_before), 0)::int as messages_before,
            coalesce(sum(messages_after), 0)::int as messages_after,
            (select coalesce(json_agg(json_build_object('side', side, 'category', category, 'n', n)), '[]') from (
              select said.side, said.category, sum(said.n)::int as n
              from compared, json_to_recordset(compared.threads) as said(side text, category text, n int)
              group by 1, 2) sums) as threads
          from compared`,
    );
    if (!row) throw new Error('The sums gave no answer.');
    return row;
  }

  private staffOnly(actor: Actor): void {
    must(canReadAdoption(actor), 'STAFF_ONLY', 'Only staff read what a training has changed.');
  }

  /** Each of `trainings` with what is counted of it. */
  private measured(trainings: Sql, weeks: number): Sql {
    const days = weeks * 7;
    const moment = (day: Sql): Sql => sql`((${day})::timestamp at time zone installation.zone)`;
    const [from, until] = [
      sql`training.first_week - ${days}::int`,
      sql`training.last_week + ${days + 7}::int`,
    ];
    const written = (since: Sql, before: Sql): Sql => sql`(select count(*)::int from hotline.message message
      where message.space_id = space.id and message.side = 'CONTACT'
        and message.created_at >= ${moment(since)} and message.created_at < ${moment(before)})`;
    return sql`
      select training.session_id, training.company_id, training.starts_at, training.ends_at, training.first_week,
        training.last_week,
        coalesce(heard.since <= ${moment(from)}, false) as before_complete,
        ${moment(until)} <= ${this.clock.now()}::timestamptz as after_complete,
        practised.given, practised.passed, counted.threads,
        ${written(from, sql`training.first_week`)} as messages_before,
        ${written(sql`training.last_week + 7`, until)} as messages_after,
        others.n as other_trainings
      from (${trainings}) training
      cross join hotline.installation installation
      left join hotline.space space on space.company_id = training.company_id
      cross join lateral (
        select least(space.opened_at, (select min(thread.created_at) from hotline.thread thread
          where thread.space_id = space.id)) as since) heard
      cross join lateral (
        select count(*)::int as given, (count(*) filter (where assigned.state = 'PASSED'))::int as passed
        from hotline.training_project project
        join hotline.mission_step assigned on assigned.project_id = project.id
        left join hotline.training_project_member member on member.id = assigned.member_id
        where project.session_id = training.session_id and project.company_id = training.company_id
          and member.left_at is null) practised
      cross join lateral (
        select coalesce(json_agg(json_build_object('side', side, 'category', category, 'n', n)), '[]') as threads from (
          select case when item.week < training.first_week then 'BEFORE' else 'AFTER' end as side, item.category,
            count(*)::int as n
          from hotline.voc_item item
          where item.company_id = training.company_id and item.state = 'COUNTED'
            and split_part(item.source, ':', 1) = 'thread'
            and (item.week >= ${from} and item.week < training.first_week
              or item.week > training.last_week and item.week < ${until})
          group by 1, 2) each) counted
      cross join lateral (
        select count(distinct session.id)::int as n from hotline.training_participant participant
        join hotline.training_session session on session.id = participant.session_id
        where participant.company_id = training.company_id and participant.removed_at is null
          and participant.attended_at is not null and session.state = 'CLOSED' and session.id <> training.session_id
          and session.starts_at >= ${moment(from)} and session.starts_at < ${moment(until)}) others`;
  }
}

/** A training of a company: a session that is over and at which somebody of it was there. */
const trained = ({ courseId, companyId }: Narrow): Sql => sql`
  select session.id as session_id, there.company_id, session.starts_at, session.ends_at,
    hotline.week_of(session.starts_at, installation.zone) as first_week,
    hotline.week_of(session.ends_at, installation.zone) as last_week
  from hotline.training_session session
  cross join hotline.installation installation
  join hotline.course_version version on version.id = session.course_version_id
  cross join lateral (
    select distinct participant.company_id from hotline.training_participant participant
    where participant.session_id = session.id and participant.removed_at is null and participant.attended_at is not null
      and (${companyId}::uuid is null or participant.company_id = ${companyId}::uuid)) there
  where session.state = 'CLOSED' and (${courseId}::uuid is null or version.course_id = ${courseId}::uuid)`;
