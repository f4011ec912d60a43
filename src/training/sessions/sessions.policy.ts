// Who sees sessions and participants, and who may do what with them.
import { type Actor, answers, isStaff } from '../../platform/actor.js';
import { type Sql, sql } from '../../platform/database/index.js';
import { type TrainingState, feedbackUntil } from './training-session.entity.js';

export { visibleSessions } from '../courses/index.js';

/** Participants under the alias `participant`, in sessions that are seen: of a contact's own company alone. */
export function visibleParticipants(actor: Actor): Sql {
  if (isStaff(actor) || actor.kind === 'system') return sql`true`;
  return actor.kind === 'contact' ? sql`participant.company_id = ${actor.companyId}` : sql`false`;
}

/** Plan, change, invite, hold, end, cancel: staff who answer. Planners read the figures. */
export const canTeach = (actor: Actor): boolean => answers(actor);

type Looked = {
  state: TrainingState;
  endsAt: Date;
  closedAt: Date | null;
};

/** What somebody is in a session: not invited (null), invited, or there. */
type Mine = { attendedAt: Date | null } | null;

/** Contacts of companies that a session is open to take part by themselves. */
export const canJoin = (actor: Actor, { state }: Looked, open: boolean, mine: Mine): boolean =>
  actor.kind === 'contact' && state === 'PLANNED' && open && mine === null;

export const canLeave = (actor: Actor, { state }: Looked, mine: Mine): boolean =>
  actor.kind === 'contact' && state === 'PLANNED' && mine !== null;

/** Saying "I am here": while it is held. Whoever it is open to may come without having said so before. */
export const canAttend = (actor: Actor, { state }: Looked, open: boolean, mine: Mine): boolean =>
  actor.kind === 'contact' && state === 'HELD' && (mine ? mine.attendedAt === null : open);

export function canGiveFeedback(actor: Actor, session: Looked, mine: Mine, at: Date): boolean {
  const until = feedbackUntil(session);
  return (
    actor.kind === 'contact' && mine !== null && mine.attendedAt !== null && until !== null && at < until
  );
}

export const trainingAbilities = (actor: Actor, session: Looked, open: boolean, mine: Mine, at: Date) => {
  const teaches = canTeach(actor);
  const { state } = session;
  return {
    change: teaches && state === 'PLANNED',
    invite: teaches && (state === 'PLANNED' || state === 'HELD'),
    hold: teaches && state === 'PLANNED',
    markAttendance: teaches && state === 'HELD',
    end: teaches && state === 'HELD',
    cancel: teaches && state === 'PLANNED',
    join: canJoin(actor, session, open, mine),
    leave: canLeave(actor, session, mine),
    attend: canAttend(actor, session, open, mine),
    giveFeedback: canGiveFeedback(actor, session, mine, at),
  };
};
