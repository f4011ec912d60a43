// When a course is taught: planned, held, closed for good – or cancelled before anybody came.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { conflict, invalid } from '../../platform/errors.js';

export const TRAINING_STATES = ['PLANNED', 'HELD', 'CLOSED', 'CANCELLED'] as const;
export type TrainingState = (typeof TRAINING_STATES)[number];

/** A trainer may open the doors so long before the start. */
const EARLIEST_MS = 3_600_000;

/** So long after its end participants may say, and change, what they thought of it. */
export const FEEDBACK_DAYS = 14;

/** The longest that we teach in one go, and how far ahead anybody plans. */
const LONGEST_MS = 5 * 86_400_000;
const FARTHEST_MS = 2 * 366 * 86_400_000;

export type TrainingPlan = {
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  link: string | null;
  trainerId: string;
};

@Entity({ schema: 'hotline', name: 'training_session' })
export class TrainingSession {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  courseVersionId: string;

  @Column('text')
  state: TrainingState;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('text', { nullable: true })
  link: string | null;

  @Column('uuid')
  trainerId: string;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  heldAt: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;

  @Column('int')
  version: number;

  mustBe(version: number): void {
    if (this.version !== version)
      throw conflict('STALE', 'Somebody changed this session in the meantime; look again.');
  }

  mustBeIn(...states: TrainingState[]): void {
    if (!states.includes(this.state))
      throw conflict(
        this.state,
        `This session is ${this.state.toLowerCase()}: it is too late, or too early, for this.`,
      );
  }

  plan({ startsAt, endsAt, place, link, trainerId }: TrainingPlan, at: Date): void {
    const lasts = endsAt.getTime() - startsAt.getTime();
    if (lasts <= 0 || lasts > LONGEST_MS)
      throw invalid('TIMES', 'It ends after it starts, within five days.', 'endsAt');
    if (startsAt.getTime() > at.getTime() + FARTHEST_MS)
      throw invalid('TIMES', 'Nobody plans as far ahead as that.', 'startsAt');
    if (!place && !link) throw invalid('NOWHERE', 'Say where it is: a place, a link, or both.', 'place');
    Object.assign(this, { startsAt, endsAt, place, link, trainerId });
  }

  hold(at: Date): void {
    this.mustBeIn('PLANNED');
    if (at.getTime() < this.startsAt.getTime() - EARLIEST_MS)
      throw invalid('EARLY', 'The doors open an hour before the start.', 'startsAt');
    this.state = 'HELD';
    this.heldAt = at;
  }

  close(at: Date): void {
    this.mustBeIn('HELD');
    this.state = 'CLOSED';
    this.closedAt = at;
  }

  cancel(at: Date): void {
    this.mustBeIn('PLANNED');
    this.state = 'CANCELLED';
    this.cancelledAt = at;
  }
}

type Taught = Pick<TrainingSession, 'state' | 'endsAt' | 'closedAt'>;

/** Until when somebody who was there may say what they thought; null: it has not been held. */
export function feedbackUntil({ state, endsAt, closedAt }: Taught): Date | null {
  if (state !== 'HELD' && state !== 'CLOSED') return null;
  const end = closedAt && closedAt > endsAt ? closedAt : endsAt;
  return new Date(end.getTime() + FEEDBACK_DAYS * 86_400_000);
}
