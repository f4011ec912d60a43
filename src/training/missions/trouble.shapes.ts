// Rows of trouble as GraphQL shows them.
import { globalId } from '../../platform/graphql/index.js';
import type { CourseText } from '../courses/index.js';
import type { MissionTrouble } from './trouble.graphql.js';
import type { TroubleRow } from './trouble.reads.js';

export function troubleShape(row: TroubleRow): MissionTrouble {
  const titles = (subjectId: string): CourseText[] =>
    row.texts
      .filter(({ subject_id }) => subject_id === subjectId)
      .map(({ locale, title }) => ({ locale, title, summary: null, body: null }));
  return {
    id: globalId('missiontrouble', row.thread_id),
    courseTexts: titles(row.course_version_id),
    missionTexts: titles(row.mission_id),
    texts: titles(row.step_id),
    threadUuid: row.thread_id,
    projectUuid: row.project_id,
    stepUuid: row.mission_step_id,
    openedByUuid: row.opened_by,
    openedAt: row.opened_at,
    seen: row.seen,
  };
}
