// One state of a course's content: a draft that is written, then published, and from there on what somebody was taught.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { conflict } from '../../platform/errors.js';

export const COURSE_VERSION_STATES = ['DRAFT', 'PUBLISHED'] as const;
export type CourseVersionState = (typeof COURSE_VERSION_STATES)[number];

export const MATERIAL_KINDS = ['FILE', 'LINK', 'VIDEO', 'MARKDOWN'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** How it is shown that a step is done. */
export const SHOWN_BY = ['TEXT', 'LINK', 'FILE', 'SCREENSHOT', 'TICK', 'QUESTION'] as const;
export type ShownBy = (typeof SHOWN_BY)[number];

/** Of a company's participants: each for themselves, one for all, or all together. */
export const TEAM_MODES = ['EACH', 'ANY', 'ALL'] as const;
export type TeamMode = (typeof TEAM_MODES)[number];

@Entity({ schema: 'hotline', name: 'course_version' })
export class CourseVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  courseId: string;

  @Column('int')
  number: number;

  @Column('text')
  state: CourseVersionState;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid', { nullable: true })
  publishedBy: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  /** Counts every change of the draft and of its parts. */
  @Column('int')
  version: number;

  /** Every change of a draft begins with this: it is one, and nobody was quicker. */
  write(version: number): void {
    if (this.state !== 'DRAFT')
      throw conflict('PUBLISHED', 'This version is published and never changes; begin a new draft.');
    if (this.version !== version)
      throw conflict('STALE', 'Somebody changed this draft in the meantime; look again.');
    this.version += 1;
  }

  publish(by: string, at: Date): void {
    this.state = 'PUBLISHED';
    this.publishedBy = by;
    this.publishedAt = at;
  }
}
