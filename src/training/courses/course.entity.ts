// What is taught: a course of one stage. What is in it stands in its versions.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { conflict } from '../../platform/errors.js';

/** From the first hour to those who look after the tool at their company. */
export const COURSE_STAGES = ['BASIC', 'ADVANCED', 'CULTURE', 'ADMINISTRATOR'] as const;
export type CourseStage = (typeof COURSE_STAGES)[number];

@Entity({ schema: 'hotline', name: 'course' })
export class Course {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  stage: CourseStage;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('uuid', { nullable: true })
  copiedFromId: string | null;

  @Column('int')
  version: number;

  mustBe(version: number): void {
    if (this.version !== version)
      throw conflict('STALE', 'Somebody changed this course in the meantime; look again.');
  }

  /** An archived course is taught no more; its sessions stay. */
  mustBeTaught(): void {
    if (this.archivedAt) throw conflict('ARCHIVED', 'This course is archived; bring it back first.');
  }
}
