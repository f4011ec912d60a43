// Rows of missions as GraphQL shows them.
import type { Actor } from '../../platform/actor.js';
import { found } from '../../platform/errors.js';
import { isPicture } from '../../platform/files/index.js';
import { type GraphqlContext, byKey, globalId, groupBy } from '../../platform/graphql/index.js';
import { type CourseText, type ShownBy, type TeamMode, textShape } from '../courses/index.js';
import type * as shapes from './missions.graphql.js';
import { canAskAbout, canReview, canSubmit } from './missions.policy.js';
import type { FileRow, MissionsReads, ProjectRow, StepRow, SubmissionRow } from './missions.reads.js';
import type { PersonProgress, Progress, StepProgress } from './progress.reads.js';

export const projectShape = (row: ProjectRow): shapes.TrainingProjectType => ({
  id: globalId('trainingproject', row.id),
  uuid: row.id,
  sessionUuid: row.session_id,
  companyUuid: row.company_id,
  versionUuid: row.course_version_id,
  endedAt: row.ended_at,
  createdAt: row.created_at,
});

export const missionStepShape = (actor: Actor, row: StepRow): shapes.MissionStepType => ({
  id: globalId('missionstep', row.id),
  uuid: row.id,
  projectUuid: row.project_id,
  stepUuid: row.step_id,
  missionUuid: row.mission_id,
  personUuid: row.person_id,
  courseStepId: globalId('coursestep', row.step_id),
  shownBy: row.shown_by,
  teamMode: row.team_mode,
  state: row.state,
  done: row.state === 'PASSED' && (row.team === null || row.team === row.team_passed),
  dueAt: row.due_at,
  late: row.late,
  sentBack: row.sent_back,
  team: row.team === null ? null : { people: row.team, passed: row.team_passed ?? 0 },
  abilities: { submit: canSubmit(actor, row), ask: canAskAbout(actor, row) },
});

export const submissionShape = (actor: Actor, row: SubmissionRow): shapes.MissionSubmissionType => ({
  id: globalId('missionsubmission', row.id),
  uuid: row.id,
  stepUuid: row.mission_step_id,
  personUuid: row.person_id,
  at: row.at,
  words: row.words,
  url: row.url,
  fileRow: row.file,
  review: row.review && {
    verdict: row.review.verdict,
    comment: row.review.comment,
    praise: row.review.praise,
    at: new Date(row.review.at),
    reviewerUuid: row.review.reviewer_id,
  },
  abilities: { review: row.review === null && canReview(actor, row.person_id) },
});

/** `company`: the handle that a contact acts for; a link sends no header, so that it stands in the address. */
export function missionFileShape(row: Omit<FileRow, 'sha256'>, company: string | null): shapes.MissionFile {
  const id = globalId('missionfile', row.id);
  const query = company ? `?company=${encodeURIComponent(company)}` : '';
  return {
    id,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    url: `/training/missions/files/${id}/${encodeURIComponent(row.name)}${query}`,
    inline: isPicture(row.media_type),
  };
}

/** Nobody has a step: zeros. */
export const progressShape = (row: Progress | null): shapes.MissionProgress => ({
  steps: row?.steps ?? 0,
  open: row?.open ?? 0,
  submitted: row?.submitted ?? 0,
  again: row?.again ?? 0,
  passed: row?.passed ?? 0,
  late: row?.late ?? 0,
});

export const memberShape = (row: PersonProgress): shapes.TrainingProjectMember => ({
  id: globalId('trainingmember', row.id),
  personUuid: row.person_id,
  progress: progressShape(row),
});

export const projectStepShape = (row: StepProgress): shapes.TrainingProjectStep => ({
  id: globalId('coursestep', row.step_id),
  stepUuid: row.step_id,
  missionUuid: row.mission_id,
  shownBy: row.shown_by as ShownBy,
  teamMode: row.team_mode as TeamMode,
  dueAt: row.due_at,
  progress: progressShape(row),
});

export async function loadProject(
  context: GraphqlContext,
  reads: MissionsReads,
  id: string,
): Promise<shapes.TrainingProjectType> {
  const row = await context.load('trainingProject', id, async (ids) =>
    byKey(await reads.projectsByIds(context.actor, ids), (each) => each.id),
  );
  return projectShape(found(row));
}

export async function loadMissionStep(
  context: GraphqlContext,
  reads: MissionsReads,
  id: string,
): Promise<shapes.MissionStepType> {
  const row = await context.load('missionStep', id, async (ids) =>
    byKey(await reads.stepsByIds(context.actor, ids), (each) => each.id),
  );
  return missionStepShape(context.actor, found(row));
}

export async function loadSubmission(
  context: GraphqlContext,
  reads: MissionsReads,
  id: string,
): Promise<shapes.MissionSubmissionType> {
  const row = await context.load('missionSubmission', id, async (ids) =>
    byKey(await reads.submissionsByIds(context.actor, ids), (each) => each.id),
  );
  return submissionShape(context.actor, found(row));
}

/** The words of a course's version, a mission or a step, ko first. */
export async function loadMissionTexts(
  context: GraphqlContext,
  reads: MissionsReads,
  subjectId: string,
): Promise<CourseText[]> {
  const rows = await context.load('missionTexts', subjectId, async (ids) =>
    groupBy(await reads.texts(context.actor, ids), (row) => row.subject_id),
  );
  return (rows ?? []).map(textShape);
}
