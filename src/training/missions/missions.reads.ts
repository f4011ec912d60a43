// Every SELECT about projects, their steps and what was shown.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Sql, rows, sql } from '../../platform/database/index.js';
import type { ShownBy, TeamMode } from '../courses/index.js';
import {
  type StepState,
  ownSteps,
  visibleProjects,
  visibleSteps,
  visibleSubmissions,
} from './missions.policy.js';

export type ProjectRow = {
  id: string;
  session_id: string;
  company_id: string;
  course_version_id: string;
  ended_at: Date;
  created_at: Date;
};

export type StepRow = {
  id: string;
  project_id: string;
  step_id: string;
  mission_id: string;
  person_id: string | null;
  shown_by: ShownBy;
  team_mode: TeamMode;
  state: StepState;
  due_at: Date | null;
  late: boolean;
  sent_back: number;
  own: boolean;
  /** Of what all do together: how many there are, and how many have passed. */
  team: number | null;
  team_passed: number | null;
};

export type TextRow = {
  subject_id: string;
  locale: 'ko' | 'en';
  title: string;
  summary: string | null;
  body: string | null;
};

export type FileRow = { id: string; name: string; media_type: string; bytes: number; sha256: string };

export type SubmissionRow = {
  id: string;
  mission_step_id: string;
  person_id: string;
  at: Date;
  words: string | null;
  url: string | null;
  file: FileRow | null;
  review: {
    verdict: 'PASS' | 'AGAIN';
    comment: string | null;
    praise: string | null;
    at: string;
    reviewer_id: string;
  } | null;
};

export type PraiseRow = {
  id: string;
  project_id: string;
  step_id: string;
  person_id: string;
  words: string;
  at: Date;
};

const PROJECT = sql`project.id, project.session_id, project.company_id, project.course_version_id, project.ended_at,
  project.created_at`;

/** Steps with all that is asked of them; `assigned`, `project`, `step`, `mission` and `member` are there. */
export const ASSIGNED = sql`hotline.mission_step assigned
  join hotline.training_project project on project.id = assigned.project_id
  join hotline.course_mission_step step on step.id = assigned.step_id
  join hotline.course_mission mission on mission.id = step.mission_id
  left join hotline.training_project_member member on member.id = assigned.member_id`;

/** Due, and not shown in time. */
export const lateAt = (now: Date): Sql =>
  sql`coalesce(assigned.due_at < coalesce(assigned.submitted_at, ${now}), false)`;

const SUBMISSION = sql`submission.id, submission.mission_step_id, submitter.person_id, submission.at, submission.words,
  submission.url,
  case when file.id is not null then json_build_object('id', file.id, 'name', file.name, 'media_type', file.media_type,
    'bytes', file.bytes, 'sha256', file.sha256) end as file,
  case when review.id is not null then json_build_object('verdict', review.verdict, 'comment', review.comment,
    'praise', praise.words, 'at', review.at, 'reviewer_id', review.reviewer_id) end as review
  from hotline.mission_submission submission
  join ${ASSIGNED} on assigned.id = submission.mission_step_id
  join hotline.training_project_member submitter on submitter.id = submission.member_id
  left join hotline.mission_file file on file.id = submission.file_id
  left join hotline.mission_review review on review.submission_id = submission.id
  left join hotline.mission_praise praise on praise.review_id = review.id`;

@Injectable()
export class MissionsReads {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  projectsByIds(actor: Actor, ids: readonly string[]): Promise<ProjectRow[]> {
    return this.projects(actor, sql`project.id = any(${[...ids]}::uuid[])`);
  }

  /** Newest first. */
  projectsOf(actor: Actor, companyIds: readonly string[]): Promise<ProjectRow[]> {
    return this.projects(actor, sql`project.company_id = any(${[...companyIds]}::uuid[])`);
  }

  projectsOfSessions(actor: Actor, sessionIds: readonly string[]): Promise<ProjectRow[]> {
    return this.projects(actor, sql`project.session_id = any(${[...sessionIds]}::uuid[])`);
  }

  /** What the viewer has to do, alone or with their team; what is due first comes first. */
  async mine(actor: Actor): Promise<StepRow[]> {
    if (actor.kind !== 'contact') return [];
    return this.steps(actor, ownSteps(actor));
  }

  stepsByIds(actor: Actor, ids: readonly string[]): Promise<StepRow[]> {
    return this.steps(actor, sql`assigned.id = any(${[...ids]}::uuid[])`);
  }

  /** Of people who are still waited for, and the team's. */
  stepsOfProjects(actor: Actor, projectIds: readonly string[]): Promise<StepRow[]> {
    return this.steps(
      actor,
      sql`assigned.project_id = any(${[...projectIds]}::uuid[]) and member.left_at is null`,
    );
  }

  /** The words of courses, missions and steps of projects that are seen. */
  texts(actor: Actor, subjectIds: readonly string[]): Promise<TextRow[]> {
    return this.database.read(
      actor,
      sql`select said.subject_id, said.locale, said.title, said.summary, said.body from hotline.course_text said
          where said.subject_id = any(${[...subjectIds]}::uuid[]) and said.subject in ('COURSE', 'MISSION', 'STEP')
            and exists (select 1 from hotline.training_project project
              where project.course_version_id = said.course_version_id and ${visibleProjects(actor)})
          order by said.subject_id, said.locale = 'en'`,
    );
  }

  /** Oldest first: what was shown, and what was said to it. */
  submissions(actor: Actor, stepIds: readonly string[]): Promise<SubmissionRow[]> {
    return this.database.read(
      actor,
      sql`select ${SUBMISSION}
          where submission.mission_step_id = any(${[...stepIds]}::uuid[]) and ${visibleSubmissions(actor)}
          order by submission.mission_step_id, submission.at, submission.id`,
    );
  }

  submissionsByIds(actor: Actor, ids: readonly string[]): Promise<SubmissionRow[]> {
    return this.database.read(
      actor,
      sql`select ${SUBMISSION} where submission.id = any(${[...ids]}::uuid[]) and ${visibleSubmissions(actor)}`,
    );
  }

  /** Newest first; who was praised, and what for. */
  praise(actor: Actor, projectIds: readonly string[]): Promise<PraiseRow[]> {
    return this.database.read(
      actor,
      sql`select praise.review_id as id, assigned.project_id, assigned.step_id, praised.person_id, praise.words, praise.at
          from hotline.mission_praise praise
          join hotline.mission_step assigned on assigned.id = praise.mission_step_id
          join hotline.training_project project on project.id = assigned.project_id
          join hotline.training_project_member praised on praised.id = praise.member_id
          where assigned.project_id = any(${[...projectIds]}::uuid[]) and ${visibleProjects(actor)}
          order by praise.at desc, praise.review_id`,
    );
  }

  /** Anew for every download: an upload is its sender's, and what was shown is seen with what it shows. */
  file(actor: Actor, id: string): Promise<FileRow | null> {
    const sent =
      actor.kind === 'contact'
        ? sql`file.uploaded_by = ${actor.personId} and file.company_id = ${actor.companyId}`
        : sql`false`;
    return this.database.readOne(
      actor,
      sql`select file.id, file.name, file.media_type, file.bytes, file.sha256 from hotline.mission_file file
          where file.id = ${id} and ((${sent}) or exists (
            select 1 from hotline.mission_submission submission join ${ASSIGNED} on assigned.id = submission.mission_step_id
            where submission.file_id = file.id and ${visibleSubmissions(actor)}))`,
    );
  }

  /** What a letter says of steps: their name in the reader's language, and what a reviewer wrote. */
  inLetters(
    actor: Actor & { personId: string },
    ids: readonly string[],
    reviewIds: readonly string[],
  ): Promise<
    {
      id: string;
      handle: string;
      title: string;
      said: { causeId: string; text: string }[];
    }[]
  > {
    return this.database.read(
      actor,
      sql`select assigned.id, company.handle, (select said.title from hotline.course_text said
              where said.subject_id = assigned.step_id order by said.locale <> reader.locale limit 1) as title,
            coalesce((select json_agg(json_build_object('causeId', review.id,
                'text', concat_ws(E'\\n', review.comment, praise.words)) order by review.at)
              from hotline.mission_review review
              join hotline.mission_submission submission on submission.id = review.submission_id
              left join hotline.mission_praise praise on praise.review_id = review.id
              where submission.mission_step_id = assigned.id and review.id = any(${[...reviewIds]}::uuid[])), '[]') as said
          from ${ASSIGNED} join hotline.company company on company.id = project.company_id
          join hotline.person reader on reader.id = ${actor.personId}
          where assigned.id = any(${[...ids]}::uuid[]) and ${ownSteps(actor)}`,
    );
  }

  private projects(actor: Actor, which: Sql): Promise<ProjectRow[]> {
    return this.database.read(
      actor,
      sql`select ${PROJECT} from hotline.training_project project where ${which} and ${visibleProjects(actor)}
          order by project.ended_at desc, project.id desc limit ${rows(500)}`,
    );
  }

  private steps(actor: Actor, which: Sql): Promise<StepRow[]> {
    return this.database.read(
      actor,
      sql`select assigned.id, assigned.project_id, assigned.step_id, step.mission_id, member.person_id, step.shown_by,
            step.team_mode, assigned.state, assigned.due_at, ${lateAt(this.clock.now())} as late, assigned.sent_back,
            ${ownSteps(actor)} as own, team.people as team, team.passed as team_passed
          from ${ASSIGNED}
          left join lateral (
            select count(*)::int as people, (count(*) filter (where other.state = 'PASSED'))::int as passed
            from hotline.mission_step other
            join hotline.training_project_member among on among.id = other.member_id and among.left_at is null
            where other.project_id = assigned.project_id and other.step_id = assigned.step_id) team
            on step.team_mode = 'ALL'
          where ${which} and ${visibleSteps(actor)}
          order by assigned.due_at nulls last, mission.position, mission.id, step.position, step.id, assigned.id`,
    );
  }
}
