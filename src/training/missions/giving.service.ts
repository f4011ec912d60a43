// What follows a session: a project for each company that was there, its steps for each who was, and when they are due.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../../platform/actor.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database, type Transaction, sql } from '../../platform/database/index.js';
import { CalendarReads, type WorkingCalendar, workingCalendar } from '../../spaces/index.js';
import { dueAfterChange, dueAt } from './due.js';
import { hintProjects } from './missions.hints.js';

export type WhoseDays = { calendarId: string } | { companyId: string };

export const COUNT_DUES = 'countMissionDues';

@Injectable()
export class GivingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CalendarReads) private readonly calendars: CalendarReads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** All of it in one transaction, and nothing where anything is there: a job that runs again gives nothing twice. */
  async give(sessionId: string): Promise<void> {
    await this.database.transact(system, async (tx) => {
      const session = await tx.one<{ version_id: string; ended_at: Date; given: boolean }>(sql`
        select session.course_version_id as version_id, greatest(session.ends_at, session.closed_at) as ended_at,
          exists (select 1 from hotline.training_project project where project.session_id = session.id) as given
        from hotline.training_session session
        where session.id = ${sessionId} and session.state = 'CLOSED' for update`);
      if (!session || session.given) return;
      const steps = await tx.sql<{ due_days: number }>(sql`
        select distinct due_days from hotline.course_mission_step where course_version_id = ${session.version_id}`);
      if (steps.length === 0) return;
      const projects = await this.gather(tx, sessionId, session);
      const companyIds = projects.map(({ company_id }) => company_id);
      const calendars = await this.calendarsOf(tx, { companyIds });
      const dues = companyIds.flatMap((companyId) =>
        steps.map(({ due_days: days }) => {
          const calendar = calendars.get(companyId);
          return { companyId, days, due: calendar ? dueAt(calendar, session.ended_at, days) : null };
        }),
      );
      await tx.sql(sql`
        insert into hotline.mission_step (id, project_id, step_id, member_id, state, due_at)
        select gen_random_uuid(), project.id, step.id, member.id, 'OPEN', due.due
        from hotline.training_project project
        join hotline.course_mission_step step on step.course_version_id = project.course_version_id
        left join hotline.training_project_member member
          on member.project_id = project.id and step.team_mode <> 'ANY'
        left join json_to_recordset(${JSON.stringify(dues)}::json) as due("companyId" uuid, days int, due timestamptz)
          on due."companyId" = project.company_id and due.days = step.due_days
        where project.session_id = ${sessionId}`);
      await hintProjects(
        tx,
        projects.map(({ id }) => id),
      );
    });
  }

  /** A calendar has changed: what is still to be done is due by the new one; what was due already stays so. */
  async countDues(whose: WhoseDays): Promise<void> {
    await this.database.transact(system, async (tx) => {
      const calendars = await this.calendarsOf(
        tx,
        'calendarId' in whose ? whose : { companyIds: [whose.companyId] },
      );
      const open = sql`assigned.state in ('OPEN', 'AGAIN') and (assigned.due_at is null or assigned.due_at > ${tx.at})`;
      const rows = await tx.sql<{ project_id: string; company_id: string; ended_at: Date; days: number }>(sql`
        select distinct project.id as project_id, project.company_id, project.ended_at, step.due_days as days
        from hotline.training_project project
        join hotline.mission_step assigned on assigned.project_id = project.id
        join hotline.course_mission_step step on step.id = assigned.step_id
        where project.company_id = any(${[...calendars.keys()]}::uuid[]) and ${open}`);
      const dues = rows.flatMap(({ project_id: projectId, company_id, ended_at, days }) => {
        const calendar = calendars.get(company_id);
        return calendar ? [{ projectId, days, due: dueAfterChange(calendar, ended_at, days, tx.at) }] : [];
      });
      const moved = await tx.sql<{ project_id: string }>(sql`
        update hotline.mission_step assigned set due_at = due.due
        from json_to_recordset(${JSON.stringify(dues)}::json) as due("projectId" uuid, days int, due timestamptz)
        join hotline.course_mission_step step on step.due_days = due.days
        where assigned.project_id = due."projectId" and assigned.step_id = step.id and ${open}
          and assigned.due_at is distinct from due.due
        returning assigned.project_id`);
      await hintProjects(tx, [...new Set(moved.map(({ project_id }) => project_id))]);
    });
  }

  /** Projects and their people. Whoever has left the company meanwhile is not waited for. */
  private async gather(
    tx: Transaction,
    sessionId: string,
    session: { version_id: string; ended_at: Date },
  ): Promise<{ id: string; company_id: string }[]> {
    const there = sql`hotline.training_participant participant
      where participant.session_id = ${sessionId} and participant.attended_at is not null and participant.removed_at is null`;
    const projects = await tx.sql<{ id: string; company_id: string }>(sql`
      insert into hotline.training_project
        (id, session_id, company_id, origin_company_id, course_version_id, ended_at, created_at)
      select gen_random_uuid(), ${sessionId}::uuid, company_id, company_id, ${session.version_id}::uuid,
        ${session.ended_at}::timestamptz, ${tx.at}::timestamptz
      from (select distinct participant.company_id from ${there}) each
      returning id, company_id`);
    await tx.sql(sql`
      insert into hotline.training_project_member (id, project_id, person_id, left_at)
      select gen_random_uuid(), project.id, each.person_id, case when not exists (
          select 1 from hotline.company_contact contact where contact.person_id = each.person_id
            and contact.company_id = each.company_id and contact.left_at is null) then ${tx.at}::timestamptz end
      from (select participant.person_id, participant.company_id from ${there}) each
      join hotline.training_project project on project.session_id = ${sessionId} and project.company_id = each.company_id`);
    return projects;
  }

  private async calendarsOf(
    tx: Transaction,
    which: { companyIds: readonly string[] } | { calendarId: string },
  ): Promise<Map<string, WorkingCalendar>> {
    const rows = await this.calendars.holding(tx, which);
    const made = new Map<string, WorkingCalendar>();
    const byId = new Map<string, WorkingCalendar>();
    for (const row of rows) {
      const calendar = byId.get(row.id) ?? (await workingCalendar(this.config.zone, row));
      byId.set(row.id, calendar);
      made.set(row.company_id, calendar);
    }
    return made;
  }
}
