// Which companies are not heard of any more: since when, after which training, and who of us looks after them.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database, type Sql, rows, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import { canReadQuiet } from './quiet.policy.js';
import type { QuietDay } from './quiet-day.js';

export type QuietRow = {
  company_id: string;
  company_name: string;
  handle: string;
  since: Date;
  session_id: string | null;
  trained_at: Date | null;
  word_at: Date | null;
  responsible_id: string | null;
  responsible_name: string | null;
};

/** Of companies that were trained, of those that were not, or (null) of both. */
export type Trained = boolean | null;

@Injectable()
export class QuietReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  async zone(actor: Actor): Promise<string> {
    const row = await this.database.readOne<{ zone: string }>(
      actor,
      sql`select zone from hotline.installation`,
    );
    if (!row) throw new Error('The installation has not written down its own facts.');
    return row.zone;
  }

  /** Who is quiet longest comes first. */
  async page(
    actor: Actor,
    on: QuietDay,
    trained: Trained,
    first: number,
    after: { at: string; id: string } | null,
  ): Promise<QuietRow[]> {
    must(canReadQuiet(actor) || actor.kind === 'system', 'STAFF_ONLY', 'Only staff read who is quiet.');
    const beyond = after
      ? sql`and (heard.since, heard.company_id) > (${after.at}::timestamptz, ${after.id}::uuid)`
      : sql``;
    return this.database.read(
      actor,
      sql`with page as (
            select heard.* from (${heardOf(on)}) heard where ${quiet(on, trained)} ${beyond}
            order by heard.since, heard.company_id limit ${rows(first + 1)})
          select page.company_id, page.company_name, page.handle, page.since, page.session_id, page.trained_at, page.word_at,
            responsible.id as responsible_id, responsible.name as responsible_name
          from page
          left join lateral (
            select staff.id, staff.name from (
              (select thread.assignee_id as person_id, 1 as rank from hotline.thread thread
               join hotline.person assignee on assignee.id = thread.assignee_id
                 and assignee.staff_role is not null and assignee.deactivated_at is null
               where thread.space_id = page.space_id order by thread.last_message_at desc, thread.id desc limit 1)
              union all
              select session.trainer_id, 2 from hotline.training_session session where session.id = page.session_id) asked
            join hotline.person staff on staff.id = asked.person_id
              and staff.staff_role is not null and staff.deactivated_at is null
            order by asked.rank limit 1) responsible on true
          order by page.since, page.company_id`,
    );
  }

  async count(actor: Actor, on: QuietDay, trained: Trained): Promise<number> {
    must(canReadQuiet(actor) || actor.kind === 'system', 'STAFF_ONLY', 'Only staff read who is quiet.');
    const row = await this.database.readOne<{ n: number }>(
      actor,
      sql`select count(*)::int as n from (${heardOf(on)}) heard where ${quiet(on, trained)}`,
    );
    return row?.n ?? 0;
  }
}

/**
 * Every company that could be heard by the end of the day, with a space or after a training: its last training, its last
 * word (of a contact in a thread, or shown for a mission), and since when nothing more is known of it.
 */
const heardOf = ({ until }: QuietDay): Sql => sql`
  select company.id as company_id, company.name as company_name, company.handle, space.id as space_id,
    trained.session_id, trained.at as trained_at, word.at as word_at,
    greatest(space.opened_at, trained.at, word.at) as since
  from hotline.company company
  left join hotline.space space on space.company_id = company.id and space.opened_at < ${until}
  left join lateral (
    select session.id as session_id, greatest(session.ends_at, session.closed_at) as at
    from hotline.training_participant participant
    join hotline.training_session session on session.id = participant.session_id
    where participant.company_id = company.id and participant.removed_at is null and participant.attended_at is not null
      and session.state = 'CLOSED' and greatest(session.ends_at, session.closed_at) < ${until}
    order by 2 desc, 1 limit 1) trained on true
  left join lateral (
    select greatest(
      (select max(message.created_at) from hotline.message message
       where message.space_id = space.id and message.side = 'CONTACT' and message.created_at < ${until}),
      (select max(submission.at) from hotline.mission_submission submission
       join hotline.training_project_member member on member.id = submission.member_id
       join hotline.training_project project on project.id = member.project_id
       where project.company_id = company.id and submission.at < ${until})) as at) word on true
  where company.merged_into_id is null and (space.id is not null or trained.session_id is not null)`;

const quiet = ({ before }: QuietDay, trained: Trained): Sql =>
  sql`heard.since < ${before} and ${
    trained === null ? sql`true` : trained ? sql`heard.session_id is not null` : sql`heard.session_id is null`
  }`;
