// Every SELECT about sessions, who takes part in them and what they thought.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isStaff, system } from '../../platform/actor.js';
import { Database, type Sql, join, sql } from '../../platform/database/index.js';
import { canTeach, visibleParticipants, visibleSessions } from './sessions.policy.js';
import type { TrainingState } from './training-session.entity.js';

export type SessionRow = {
  id: string;
  course_version_id: string;
  state: TrainingState;
  starts_at: Date;
  ends_at: Date;
  place: string | null;
  link: string | null;
  trainer_id: string;
  closed_at: Date | null;
  version: number;
};

export type ParticipantRow = {
  id: string;
  session_id: string;
  person_id: string;
  company_id: string;
  added_at: Date;
  attended_at: Date | null;
  attended_by: 'CODE' | 'LIST' | null;
  sequence: number;
};

export type DeskRow = { session_id: string; code: string; capacity: number | null };

export type FiguresRow = {
  session_id: string;
  participants: number;
  attended: number;
  feedbacks: number;
  average: number | null;
  median: number | null;
  scores: number[];
};

export type FeedbackRow = {
  id: string;
  session_id: string;
  person_id: string;
  company_id: string;
  score: number;
  words: string | null;
  given_at: Date;
};

/** A session as the viewer's calendar has it. */
export type EntryRow = {
  starts_at: Date;
  ends_at: Date;
  place: string | null;
  link: string | null;
  sequence: number;
  name: string;
  email: string;
  locale: 'ko' | 'en';
  titles: { locale: 'ko' | 'en'; title: string; summary: string | null }[];
};

/** Something that was said of a session, for those who count what customers say. */
export type SaidOfSession = {
  feedback_id: string;
  session_id: string;
  person_id: string;
  company_id: string;
  words: string | null;
  given_at: Date;
};

const SESSION = sql`session.id, session.course_version_id, session.state, session.starts_at, session.ends_at, session.place,
  session.link, session.trainer_id, session.closed_at, session.version`;

const PARTICIPANT = sql`participant.id, participant.session_id, participant.person_id, participant.company_id,
  participant.added_at, participant.attended_at, participant.attended_by, participant.sequence`;

const OPEN = sql`session.state in ('PLANNED', 'HELD')`;

export type SessionFilter = { when: 'UPCOMING' | 'PAST'; courseId: string | null };

@Injectable()
export class SessionsReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  list(
    actor: Actor,
    { when, courseId }: SessionFilter,
    first: number,
    after: { at: string; id: string } | null,
  ): Promise<SessionRow[]> {
    const upcoming = when === 'UPCOMING';
    const where: Sql[] = [visibleSessions(actor), upcoming ? OPEN : sql`not ${OPEN}`];
    if (courseId)
      where.push(
        sql`session.course_version_id in (select id from hotline.course_version where course_id = ${courseId})`,
      );
    if (after) {
      const position = sql`(${after.at}::timestamptz, ${after.id}::uuid)`;
      where.push(
        upcoming
          ? sql`(session.starts_at, session.id) > ${position}`
          : sql`(session.starts_at, session.id) < ${position}`,
      );
    }
    const order = upcoming
      ? sql`session.starts_at, session.id`
      : sql`session.starts_at desc, session.id desc`;
    return this.database.read(
      actor,
      sql`select ${SESSION} from hotline.training_session session
          where ${join(where, ' and ')} order by ${order} limit ${first + 1}`,
    );
  }

  byIds(actor: Actor, ids: readonly string[]): Promise<SessionRow[]> {
    return this.database.read(
      actor,
      sql`select ${SESSION} from hotline.training_session session
          where session.id = any(${[...ids]}::uuid[]) and ${visibleSessions(actor)}`,
    );
  }

  /** Who takes part, by company and name. */
  participants(actor: Actor, sessionIds: readonly string[]): Promise<ParticipantRow[]> {
    return this.database.read(
      actor,
      sql`select ${PARTICIPANT} from hotline.training_participant participant
          join hotline.training_session session on session.id = participant.session_id
          join hotline.company company on company.id = participant.company_id
          join hotline.person person on person.id = participant.person_id
          where participant.session_id = any(${[...sessionIds]}::uuid[]) and participant.removed_at is null
            and ${visibleParticipants(actor)} and ${visibleSessions(actor)}
          order by participant.session_id, company.name, person.name, participant.id`,
    );
  }

  /** The viewer as a participant. */
  async mine(actor: Actor, sessionIds: readonly string[]): Promise<ParticipantRow[]> {
    if (actor.kind !== 'contact') return [];
    return this.database.read(
      actor,
      sql`select ${PARTICIPANT} from hotline.training_participant participant
          where participant.session_id = any(${[...sessionIds]}::uuid[]) and participant.removed_at is null
            and participant.person_id = ${actor.personId} and participant.company_id = ${actor.companyId}`,
    );
  }

  /** Companies that a session is open to; of a contact their own at most. */
  openTo(actor: Actor, sessionIds: readonly string[]): Promise<{ session_id: string; company_id: string }[]> {
    const own = actor.kind === 'contact' ? sql`open.company_id = ${actor.companyId}` : sql`true`;
    return this.database.read(
      actor,
      sql`select open.session_id, open.company_id from hotline.training_company open
          join hotline.company company on company.id = open.company_id
          where open.session_id = any(${[...sessionIds]}::uuid[]) and ${own}
          order by open.session_id, company.name, company.id`,
    );
  }

  /** What contacts may not know; the code also not planners. */
  async desks(actor: Actor, sessionIds: readonly string[]): Promise<DeskRow[]> {
    if (!canTeach(actor)) return [];
    return this.database.read(
      actor,
      sql`select desk.session_id, desk.code, desk.capacity from hotline.training_desk desk
          where desk.session_id = any(${[...sessionIds]}::uuid[])`,
    );
  }

  async figures(actor: Actor, sessionIds: readonly string[]): Promise<FiguresRow[]> {
    if (!isStaff(actor)) return [];
    const gave = (score: number): Sql => sql`(count(*) filter (where feedback.score = ${score}))::int`;
    return this.database.read(
      actor,
      sql`select participant.session_id, count(*)::int as participants, count(participant.attended_at)::int as attended,
            count(feedback.id)::int as feedbacks, avg(feedback.score)::float8 as average,
            percentile_cont(0.5) within group (order by feedback.score) as median,
            array[${join([1, 2, 3, 4, 5].map(gave), ', ')}] as scores
          from hotline.training_participant participant
          left join hotline.training_feedback feedback on feedback.participant_id = participant.id
          where participant.session_id = any(${[...sessionIds]}::uuid[]) and participant.removed_at is null
          group by participant.session_id`,
    );
  }

  /** Newest first; of a contact only what they said themselves. */
  feedbacks(actor: Actor, sessionIds: readonly string[]): Promise<FeedbackRow[]> {
    const whose = actor.kind === 'contact' ? sql`participant.person_id = ${actor.personId}` : sql`true`;
    return this.database.read(
      actor,
      sql`select feedback.id, participant.session_id, participant.person_id, participant.company_id, feedback.score,
            feedback.words, feedback.given_at
          from hotline.training_feedback feedback
          join hotline.training_participant participant on participant.id = feedback.participant_id
          where participant.session_id = any(${[...sessionIds]}::uuid[]) and participant.removed_at is null
            and ${visibleParticipants(actor)} and ${whose}
          order by participant.session_id, feedback.given_at desc, feedback.id`,
    );
  }

  /** Of a participant who asks; null for everybody else, and when it does not take place. */
  async entry(actor: Actor, sessionId: string): Promise<EntryRow | null> {
    if (actor.kind !== 'contact') return null;
    return this.database.readOne(
      actor,
      sql`select session.starts_at, session.ends_at, session.place, session.link, me.sequence,
            person.name, person.email, person.locale, (
              select json_agg(json_build_object('locale', said.locale, 'title', said.title, 'summary', said.summary))
              from hotline.course_text said where said.subject_id = session.course_version_id) as titles
          from hotline.training_session session
          join hotline.training_participant me on me.session_id = session.id and me.removed_at is null
            and me.person_id = ${actor.personId} and me.company_id = ${actor.companyId}
          join hotline.person person on person.id = me.person_id
          where session.id = ${sessionId} and session.state <> 'CANCELLED' and ${visibleSessions(actor)}`,
    );
  }

  /** What somebody said of a session; with the system's rights, for those who count what customers say. */
  saidOf(feedbackId: string): Promise<SaidOfSession | null> {
    return this.database.readOne(
      system,
      sql`select feedback.id as feedback_id, participant.session_id, participant.person_id, participant.company_id,
            feedback.words, feedback.given_at
          from hotline.training_feedback feedback
          join hotline.training_participant participant on participant.id = feedback.participant_id
          where feedback.id = ${feedbackId}`,
    );
  }
}
