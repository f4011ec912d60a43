// Every SELECT about threads that were opened because somebody was stuck on a step.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isStaff } from '../../platform/actor.js';
import { Database, rows, sql } from '../../platform/database/index.js';
import { visibleThreads } from '../../threads/index.js';
import { namedProjects, visibleSteps } from './missions.policy.js';
import { ASSIGNED, type TextRow } from './missions.reads.js';

/** What a thread is about, in words: `subject_id` is the version, the mission or the step. */
type Words = Pick<TextRow, 'subject_id' | 'locale' | 'title'>;

export type TroubleRow = {
  thread_id: string;
  mission_step_id: string;
  project_id: string;
  course_version_id: string;
  mission_id: string;
  step_id: string;
  opened_by: string;
  opened_at: Date;
  /** Whether the viewer sees the step itself, and not its name alone. */
  seen: boolean;
  texts: Words[];
};

/** Threads with the step they are about; `trouble`, `thread` and all of ASSIGNED are there. */
export const TROUBLE = sql`hotline.mission_trouble trouble
  join hotline.thread thread on thread.id = trouble.thread_id
  join ${ASSIGNED} on assigned.id = trouble.mission_step_id`;

const columns = (
  actor: Actor,
) => sql`trouble.thread_id, assigned.id as mission_step_id, project.id as project_id,
  project.course_version_id, mission.id as mission_id, step.id as step_id, thread.opened_by, thread.created_at as opened_at,
  ${visibleSteps(actor)} as seen,
  coalesce((select json_agg(json_build_object('subject_id', said.subject_id, 'locale', said.locale, 'title', said.title)
      order by said.locale = 'en')
    from hotline.course_text said where said.subject_id in (project.course_version_id, mission.id, step.id)), '[]') as texts`;

@Injectable()
export class TroubleReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  ofThreads(actor: Actor, threadIds: readonly string[]): Promise<TroubleRow[]> {
    return this.database.read(
      actor,
      sql`select ${columns(actor)} from ${TROUBLE}
          where trouble.thread_id = any(${[...threadIds]}::uuid[]) and ${visibleThreads(actor)} and ${namedProjects(actor)}`,
    );
  }

  /** Threads about the same step of the course in the same company, newest first. */
  ofSteps(
    actor: Actor,
    missionStepIds: readonly string[],
  ): Promise<{ mission_step_id: string; thread_id: string }[]> {
    return this.database.read(
      actor,
      sql`select asked.id as mission_step_id, trouble.thread_id
          from hotline.mission_step asked
          join hotline.training_project of_asked on of_asked.id = asked.project_id
          join hotline.training_project project on project.company_id = of_asked.company_id
          join hotline.mission_step assigned on assigned.project_id = project.id and assigned.step_id = asked.step_id
          join hotline.mission_trouble trouble on trouble.mission_step_id = assigned.id
          join hotline.thread thread on thread.id = trouble.thread_id
          where asked.id = any(${[...missionStepIds]}::uuid[]) and ${visibleThreads(actor)} and ${namedProjects(actor)}
          order by thread.created_at desc, thread.id desc`,
    );
  }

  /** Of all companies or of one step of a course, newest first. */
  async list(
    actor: Actor,
    stepId: string | null,
    first: number,
    after: { at: string; id: string } | null,
  ): Promise<TroubleRow[]> {
    if (!isStaff(actor)) return [];
    const beyond = after
      ? sql`and (thread.created_at, thread.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
      : sql``;
    return this.database.read(
      actor,
      sql`select ${columns(actor)} from ${TROUBLE}
          where ${visibleThreads(actor)} and (${stepId}::uuid is null or step.id = ${stepId}::uuid) ${beyond}
          order by thread.created_at desc, thread.id desc limit ${rows(first + 1)}`,
    );
  }
}
