// One utterance of a customer that counts in the statistics, and what people may make of it.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { conflict } from '../../platform/errors.js';
import type { Tier } from '../../identity/index.js';
import type { Channel } from '../../threads/index.js';
import type { Category } from '../classification/index.js';

export const VOC_STATES = ['COUNTED', 'WITHDRAWN'] as const;
export type VocState = (typeof VOC_STATES)[number];

export const SEVERITIES = ['LOW', 'NORMAL', 'HIGH', 'CRITICAL'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Why something does not count. */
export const WITHDRAW_REASONS = ['NO_INQUIRY', 'THANKS', 'TEST', 'SPAM', 'DUPLICATE'] as const;
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number];

@Entity({ schema: 'hotline', name: 'voc_item' })
export class VocItem {
  @PrimaryColumn('uuid')
  id: string;

  /**
   * Where it came from, unique: 'thread:<uuid>', 'message:<uuid>', 'hand:<uuid>', 'api:<key>' or a word of a channel's own.
   * Made twice, it is there once.
   */
  @Column('text')
  source: string;

  @Column('uuid', { nullable: true })
  threadId: string | null;

  /** The message it was split off from; null: the thread as a whole, or no thread at all. */
  @Column('uuid', { nullable: true })
  messageId: string | null;

  @Column('uuid', { nullable: true })
  companyId: string | null;

  /** As it was when the item was made. */
  @Column('text', { nullable: true })
  companyTier: Tier | null;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text')
  channel: Channel;

  @Column('text')
  language: 'ko' | 'en';

  @Column('text')
  quote: string;

  /** What it says in one sentence, written by staff. */
  @Column('text', { nullable: true })
  summary: string | null;

  @Column('text', { nullable: true })
  severity: Severity | null;

  @Column('text')
  category: Category;

  @Column('uuid', { nullable: true })
  productAreaId: string | null;

  /** One need at most, so that nothing is counted twice. */
  @Column('uuid', { nullable: true })
  needId: string | null;

  /** Where the original can be read when it is no thread. */
  @Column('text', { nullable: true })
  originalUrl: string | null;

  /** What it was made of, so that the same key with other words is told apart. */
  @Column('text', { nullable: true })
  contentHash: string | null;

  @Column('text')
  state: VocState;

  @Column('text', { nullable: true })
  withdrawnReason: WithdrawReason | null;

  /** What the model said when the item was made; never changed by relearning. */
  @Column('text')
  proposedCategory: Category;

  @Column('real')
  confidence: number;

  @Column('int')
  modelVersion: number;

  /** Who confirmed, corrected or withdrew it last; null: nobody has looked yet. */
  @Column('uuid', { nullable: true })
  codedBy: string | null;

  @Column('timestamptz', { nullable: true })
  codedAt: Date | null;

  @Column('timestamptz')
  occurredAt: Date;

  /** The Monday of its week in the installation's zone. */
  @Column('date')
  week: string;

  /** Who brought it by hand or split it off; null: it came by itself. */
  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('int')
  version: number;

  /** Confirms the category when it is the same, corrects it when it is another. */
  code(category: Category, personId: string, at: Date): 'CONFIRMED' | 'CORRECTED' {
    if (this.state === 'WITHDRAWN') throw conflict('WITHDRAWN', 'This item is withdrawn; restore it first.');
    const kind = category === this.category ? 'CONFIRMED' : 'CORRECTED';
    this.category = category;
    this.codedBy = personId;
    this.codedAt = at;
    return kind;
  }

  withdraw(reason: WithdrawReason, personId: string, at: Date): void {
    if (this.state === 'WITHDRAWN') throw conflict('WITHDRAWN', 'This item is withdrawn already.');
    this.state = 'WITHDRAWN';
    this.withdrawnReason = reason;
    this.codedBy = personId;
    this.codedAt = at;
  }

  /** It was written down under a wrong moment: it counts in the week in which it was said. */
  redate(moment: Date, week: string): void {
    this.occurredAt = moment;
    this.week = week;
  }

  /** It is as it was before: also nobody's decision, if nobody had decided on its category. */
  restore(coding: { by: string; at: Date } | null): void {
    if (this.state === 'COUNTED') throw conflict('COUNTED', 'This item counts already.');
    this.state = 'COUNTED';
    this.withdrawnReason = null;
    this.codedBy = coding?.by ?? null;
    this.codedAt = coding?.at ?? null;
  }
}
