// Rows of sessions as GraphQL shows them.
import { found } from '../../platform/errors.js';
import { type GraphqlContext, byKey, globalId } from '../../platform/graphql/index.js';
import type * as shapes from './sessions.graphql.js';
import type { FeedbackRow, FiguresRow, ParticipantRow, SessionRow, SessionsReads } from './sessions.reads.js';
import { feedbackUntil } from './training-session.entity.js';

export const sessionShape = (row: SessionRow): shapes.TrainingSessionType => ({
  id: globalId('trainingsession', row.id),
  uuid: row.id,
  versionUuid: row.course_version_id,
  trainerUuid: row.trainer_id,
  state: row.state,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  link: row.link,
  closedAt: row.closed_at,
  feedbackUntil: feedbackUntil({ state: row.state, endsAt: row.ends_at, closedAt: row.closed_at }),
  version: row.version,
});

export const participantShape = (row: ParticipantRow): shapes.TrainingParticipant => ({
  id: globalId('trainingparticipant', row.id),
  uuid: row.id,
  personUuid: row.person_id,
  companyUuid: row.company_id,
  addedAt: row.added_at,
  attendedAt: row.attended_at,
  attendedBy: row.attended_by,
});

/** Nobody takes part yet: zeros. */
export const figuresShape = (row: FiguresRow | null): shapes.TrainingFigures => ({
  participants: row?.participants ?? 0,
  attended: row?.attended ?? 0,
  feedbacks: row?.feedbacks ?? 0,
  average: row?.average ?? null,
  median: row?.median ?? null,
  scores: row?.scores ?? [0, 0, 0, 0, 0],
});

export const feedbackShape = (row: FeedbackRow): shapes.TrainingFeedback => ({
  id: globalId('trainingfeedback', row.id),
  score: row.score,
  words: row.words,
  givenAt: row.given_at,
  personUuid: row.person_id,
  companyUuid: row.company_id,
});

export async function loadSession(
  context: GraphqlContext,
  reads: SessionsReads,
  id: string,
): Promise<shapes.TrainingSessionType> {
  const row = await context.load('trainingSession', id, async (ids) =>
    byKey(await reads.byIds(context.actor, ids), (each) => each.id),
  );
  return sessionShape(found(row));
}
