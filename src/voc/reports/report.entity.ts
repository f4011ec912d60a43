// The report of one week: a draft that the lead edits, then published and frozen.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { conflict } from '../../platform/errors.js';
import type { Category } from '../classification/index.js';

export const REPORT_STATES = ['DRAFT', 'PUBLISHED'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What the lead says to one category; `category` null: to the week as a whole. */
export type ReportComment = { category: Category | null; text: string };

@Entity({ schema: 'hotline', name: 'report' })
export class Report {
  @PrimaryColumn('uuid')
  id: string;

  /** Its Monday. */
  @Column('date')
  week: string;

  @Column('text')
  state: ReportState;

  @Column('text')
  headline: string;

  @Column('json')
  comments: ReportComment[];

  /** Ids of VOC items: erasing what somebody said leaves the report as it is. */
  @Column('json')
  quotes: string[];

  @Column('int')
  version: number;

  @Column('timestamptz')
  draftedAt: Date;

  @Column('uuid', { nullable: true })
  draftedBy: string | null;

  @Column('timestamptz', { nullable: true })
  editedAt: Date | null;

  @Column('uuid', { nullable: true })
  editedBy: string | null;

  @Column('timestamptz', { nullable: true })
  remindedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('uuid', { nullable: true })
  publishedBy: string | null;

  /** The frozen document as it was hashed, byte for byte. */
  @Column('text', { nullable: true })
  canonical: string | null;

  @Column('text', { nullable: true })
  hash: string | null;

  edit(
    { headline, comments, quotes }: { headline: string; comments: ReportComment[]; quotes: string[] },
    by: string,
    at: Date,
  ): void {
    this.mustBeDraft();
    Object.assign(this, { headline, comments, quotes, editedBy: by, editedAt: at });
    this.version += 1;
  }

  publish(frozen: { canonical: string; hash: string }, by: string, at: Date): void {
    this.mustBeDraft();
    Object.assign(this, frozen, { state: 'PUBLISHED', publishedBy: by, publishedAt: at });
    this.version += 1;
  }

  /** Throws CONFLICT (PUBLISHED). */
  mustBeDraft(): void {
    if (this.state === 'PUBLISHED')
      throw conflict('PUBLISHED', 'This report is published and does not change any more.');
  }
}
