// How far people, steps and companies are, where they get stuck, and what waits for a review.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isStaff } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Sql, join, raw, rows, sql } from '../../platform/database/index.js';
import { visibleThreads } from '../../threads/index.js';
import { seesEveryone, visibleProjects } from './missions.policy.js';
import { ASSIGNED, lateAt } from './missions.reads.js';
import { TROUBLE } from './trouble.reads.js';

export type Progress = {
  steps: number;
  open: number;
  submitted: number;
  again: number;
  passed: number;
  late: number;
};

export type PersonProgress = Progress & { id: string; project_id: string; person_id: string };
export type StepProgress = Progress & {
  project_id: string;
  step_id: string;
  mission_id: string;
  shown_by: string;
  team_mode: string;
  due_at: Date | null;
};

export type StuckRow = {
  step_id: string;
  mission_id: string;
  course_version_id: string;
  people: number;
  late: number;
  sent_back: number;
  stuck: number;
  troubles: number;
  troubled_companies: number;
};

export type Narrow = { courseId: string | null; companyId: string | null };
export type QueueFilter = { queue: 'ALL' | 'FIRST' | 'REPEATED'; companyId: string | null };
export type QueueRow = { id: string; at: Date };

/** What waits: nobody has judged it. */
const WAITING = sql`from hotline.mission_submission submission
  join ${ASSIGNED} on assigned.id = submission.mission_step_id
  where assigned.state = 'SUBMITTED' and not exists (
    select 1 from hotline.mission_review review where review.submission_id = submission.id)`;

const QUEUES: Record<QueueFilter['queue'], Sql> = {
  ALL: sql`true`,
  FIRST: sql`assigned.sent_back = 0`,
  REPEATED: sql`assigned.sent_back > 0`,
};

/** Steps that still count: of whoever left the company nobody waits for. */
const counts = (now: Date): Sql =>
  sql`count(assigned.id)::int as steps, ${join(
    ['OPEN', 'SUBMITTED', 'AGAIN', 'PASSED'].map(
      (state) => sql`(count(*) filter (where assigned.state = ${state}))::int as ${raw(state.toLowerCase())}`,
    ),
  )}, (count(*) filter (where assigned.state <> 'PASSED' and ${lateAt(now)}))::int as late`;

@Injectable()
export class ProgressReads {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  ofProjects(actor: Actor, ids: readonly string[]): Promise<(Progress & { project_id: string })[]> {
    return this.database.read(
      actor,
      sql`select assigned.project_id, ${counts(this.clock.now())} from ${ASSIGNED}
          where assigned.project_id = any(${[...ids]}::uuid[]) and member.left_at is null and ${visibleProjects(actor)}
          group by assigned.project_id`,
    );
  }

  /** In the order of the course. */
  ofSteps(actor: Actor, projectIds: readonly string[]): Promise<StepProgress[]> {
    return this.database.read(
      actor,
      sql`select assigned.project_id, step.id as step_id, mission.id as mission_id, step.shown_by, step.team_mode,
            max(assigned.due_at) as due_at, ${counts(this.clock.now())} from ${ASSIGNED}
          where assigned.project_id = any(${[...projectIds]}::uuid[]) and member.left_at is null
            and ${visibleProjects(actor)}
          group by assigned.project_id, step.id, mission.id
          order by assigned.project_id, mission.position, mission.id, step.position, step.id`,
    );
  }

  /** By name; a participant sees themselves, the owner and staff see all. What a team does is nobody's own. */
  ofPeople(actor: Actor, projectIds: readonly string[]): Promise<PersonProgress[]> {
    const who =
      seesEveryone(actor) || actor.kind !== 'contact' ? sql`true` : sql`one.person_id = ${actor.personId}`;
    return this.database.read(
      actor,
      sql`select one.id, one.project_id, one.person_id, ${counts(this.clock.now())}
          from hotline.training_project_member one
          join hotline.training_project project on project.id = one.project_id
          join hotline.person person on person.id = one.person_id
          left join hotline.mission_step assigned on assigned.member_id = one.id
          where one.project_id = any(${[...projectIds]}::uuid[]) and one.left_at is null and ${who}
            and ${visibleProjects(actor)}
          group by one.id, person.name order by one.project_id, person.name, one.id`,
    );
  }

  /** Steps by the share of those who have them and are late with them or were sent back; and those about which people ask. */
  async stuck(actor: Actor, { courseId, companyId }: Narrow): Promise<StuckRow[]> {
    if (!isStaff(actor)) return [];
    const late = sql`(assigned.state <> 'PASSED' and ${lateAt(this.clock.now())})`;
    const count = (condition: Sql): Sql => sql`(count(*) filter (where ${condition}))::int`;
    const stuck = count(sql`assigned.sent_back > 0 or ${late}`);
    const narrow = sql`(${courseId}::uuid is null or version.course_id = ${courseId}::uuid)
      and (${companyId}::uuid is null or project.company_id = ${companyId}::uuid)`;
    return this.database.read(
      actor,
      sql`with asked as (
            select assigned.step_id, count(*)::int as troubles, count(distinct project.company_id)::int as companies
            from ${TROUBLE} join hotline.course_version version on version.id = project.course_version_id
            where ${visibleThreads(actor)} and ${narrow} group by assigned.step_id)
          select step.id as step_id, mission.id as mission_id, project.course_version_id, count(*)::int as people,
            ${count(late)} as late, ${count(sql`assigned.sent_back > 0`)} as sent_back, ${stuck} as stuck,
            coalesce(max(asked.troubles), 0) as troubles, coalesce(max(asked.companies), 0) as troubled_companies
          from ${ASSIGNED} join hotline.course_version version on version.id = project.course_version_id
          left join asked on asked.step_id = step.id
          where member.left_at is null and ${narrow}
          group by step.id, mission.id, project.course_version_id
          having ${stuck} > 0 or max(asked.troubles) > 0
          order by ${stuck}::float8 / count(*) desc, coalesce(max(asked.troubles), 0) desc, count(*) desc, step.id
          limit ${rows(50)}`,
    );
  }

  /** What was shown and waits, the oldest first. */
  async queue(
    actor: Actor,
    { queue, companyId }: QueueFilter,
    first: number,
    after: { at: string; id: string } | null,
  ): Promise<QueueRow[]> {
    if (!isStaff(actor)) return [];
    const beyond = after
      ? sql`and (submission.at, submission.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
      : sql``;
    return this.database.read(
      actor,
      sql`select submission.id, submission.at ${WAITING} and ${QUEUES[queue]}
            and (${companyId}::uuid is null or project.company_id = ${companyId}::uuid) ${beyond}
          order by submission.at, submission.id limit ${first + 1}`,
    );
  }

  async waiting(
    actor: Actor,
  ): Promise<{ all: number; first: number; repeated: number; oldest: Date | null }> {
    const row = await this.database.readOne<{
      all: number;
      first: number;
      repeated: number;
      oldest: Date | null;
    }>(
      actor,
      sql`select count(*)::int as all, (count(*) filter (where ${QUEUES.FIRST}))::int as first,
            (count(*) filter (where ${QUEUES.REPEATED}))::int as repeated, min(submission.at) as oldest
          ${WAITING} and ${isStaff(actor)}`,
    );
    return row ?? { all: 0, first: 0, repeated: 0, oldest: null };
  }
}
