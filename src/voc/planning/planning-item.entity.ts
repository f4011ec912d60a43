// What product planning decided to look at because of needs, and the rules that its state keeps alone.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { conflict } from '../../platform/errors.js';

export const PLANNING_KINDS = ['QUICK_FIX', 'LONG_TERM'] as const;
export type PlanningKind = (typeof PLANNING_KINDS)[number];

export const PLANNING_STATES = ['CONSIDERING', 'PLANNED', 'IN_PROGRESS', 'SHIPPED', 'DECLINED'] as const;
export type PlanningState = (typeof PLANNING_STATES)[number];

/** The decisions of which everybody who asked is told. */
export const DECISIONS = ['SHIPPED', 'DECLINED'] as const;
export type Decision = (typeof DECISIONS)[number];

export const isDecision = (state: PlanningState): state is Decision =>
  state === 'SHIPPED' || state === 'DECLINED';

/** The words meant for contacts, in both languages. */
export type Wording = { titleKo: string; titleEn: string; bodyKo: string; bodyEn: string };

@Entity({ schema: 'hotline', name: 'planning_item' })
export class PlanningItem {
  @PrimaryColumn('uuid')
  id: string;

  /** Short, for speaking of it; given by the database. */
  @Column({ type: 'bigint', insert: false, update: false })
  number: number;

  /** Staff's own words; contacts read the wording below. */
  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('text')
  kind: PlanningKind;

  @Column('text')
  state: PlanningState;

  @Column('uuid', { nullable: true })
  ownerId: string | null;

  /** What it came with, such as 4.12 or 2026-11. */
  @Column('text', { nullable: true })
  release: string | null;

  /** On the roadmap that contacts see. */
  @Column('boolean')
  public: boolean;

  @Column('text', { nullable: true })
  titleKo: string | null;

  @Column('text', { nullable: true })
  titleEn: string | null;

  @Column('text', { nullable: true })
  bodyKo: string | null;

  @Column('text', { nullable: true })
  bodyEn: string | null;

  /** When, and by whom, it was shipped or declined. */
  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('int')
  version: number;

  /** Throws CONFLICT where nothing would change. What was shipped and comes back was told all the same. */
  decide(state: PlanningState, personId: string, at: Date): void {
    if (state === this.state) throw conflict('SAME_STATE', 'This planning item is in this state already.');
    this.state = state;
    this.decidedAt = isDecision(state) ? at : null;
    this.decidedBy = isDecision(state) ? personId : null;
  }

  get worded(): boolean {
    return [this.titleKo, this.titleEn, this.bodyKo, this.bodyEn].every((each) => Boolean(each));
  }
}
