// Rows of courses as GraphQL shows them.
import { found } from '../../platform/errors.js';
import { isPicture } from '../../platform/files/index.js';
import { type GraphqlContext, byKey, globalId, groupBy } from '../../platform/graphql/index.js';
import { type IdentityReads, loadCompany } from '../../identity/index.js';
import type * as shapes from './courses.graphql.js';
import type { CourseRow, CoursesReads, FileRow, StepRow, TextRow, VersionRow } from './courses.reads.js';

export const courseShape = (row: CourseRow): shapes.CourseType => ({
  id: globalId('course', row.id),
  uuid: row.id,
  stage: row.stage,
  createdAt: row.created_at,
  archivedAt: row.archived_at,
  version: row.version,
});

export const versionShape = (row: VersionRow): shapes.CourseVersionType => ({
  id: globalId('courseversion', row.id),
  uuid: row.id,
  courseUuid: row.course_id,
  number: row.number,
  state: row.state,
  publishedAt: row.published_at,
  version: row.version,
});

export const textShape = ({ locale, title, summary, body }: TextRow): shapes.CourseText => ({
  locale,
  title,
  summary,
  body,
});

export const stepShape = (row: StepRow): shapes.CourseStep => ({
  id: globalId('coursestep', row.id),
  uuid: row.id,
  shownBy: row.shown_by,
  dueDays: row.due_days,
  teamMode: row.team_mode,
});

/** `company`: the handle that a contact acts for; a link sends no header, so that it stands in the address. */
export function fileShape(row: FileRow, company: string | null): shapes.CourseFile {
  const id = globalId('coursefile', row.id);
  const query = company ? `?company=${encodeURIComponent(company)}` : '';
  return {
    id,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    url: `/training/files/${id}/${encodeURIComponent(row.name)}${query}`,
    inline: isPicture(row.media_type),
  };
}

export const companyInUrls = async (
  context: GraphqlContext,
  identity: IdentityReads,
): Promise<string | null> =>
  context.actor.kind === 'contact'
    ? (await loadCompany(context, identity, context.actor.companyId)).handle
    : null;

export async function loadCourse(
  context: GraphqlContext,
  reads: CoursesReads,
  id: string,
): Promise<shapes.CourseType> {
  const row = await context.load('course', id, async (ids) =>
    byKey(await reads.byIds(context.actor, ids), (each) => each.id),
  );
  return courseShape(found(row));
}

export async function loadCourseVersion(
  context: GraphqlContext,
  reads: CoursesReads,
  id: string,
): Promise<shapes.CourseVersionType> {
  const row = await context.load('courseVersion', id, async (ids) =>
    byKey(await reads.versionsByIds(context.actor, ids), (each) => each.id),
  );
  return versionShape(found(row));
}

/** The words of anything that has some, ko first. */
export async function loadTexts(
  context: GraphqlContext,
  reads: CoursesReads,
  subjectId: string,
): Promise<shapes.CourseText[]> {
  const rows = await context.load('courseTexts', subjectId, async (ids) =>
    groupBy(await reads.texts(context.actor, ids), (row) => row.subject_id),
  );
  return (rows ?? []).map(textShape);
}

/** Newest first. */
export async function loadVersionsOf(
  context: GraphqlContext,
  reads: CoursesReads,
  courseId: string,
): Promise<shapes.CourseVersionType[]> {
  const rows = await context.load('courseVersions', courseId, async (ids) =>
    groupBy(await reads.versionsOf(context.actor, ids), (row) => row.course_id),
  );
  return (rows ?? []).map(versionShape);
}
