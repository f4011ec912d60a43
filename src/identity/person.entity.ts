// A person, whatever their role; contacts are tied to companies by hotline.company_contact.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffRole } from '../platform/actor.js';

export type Locale = 'ko' | 'en';
export const LOCALES = ['ko', 'en'] as const;

/** The colours of a person's mark; null: one that follows from the name. */
export const AVATAR_COLORS = ['RED', 'ORANGE', 'YELLOW', 'GREEN', 'TEAL', 'BLUE', 'VIOLET', 'PINK'] as const;
export type AvatarColor = (typeof AVATAR_COLORS)[number];

@Entity({ schema: 'hotline', name: 'person' })
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text')
  nameSearch: string;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('text')
  locale: Locale;

  @Column('text', { nullable: true })
  staffRole: StaffRole | null;

  @Column('timestamptz', { nullable: true })
  deactivatedAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('int')
  version: number;

  /** The person that this one turned out to be. */
  @Column('uuid', { nullable: true })
  mergedIntoId: string | null;

  /** When they were erased: what is left is a row that others point at. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;

  /** IANA time zone; null: the installation's. */
  @Column('text', { nullable: true })
  zone: string | null;

  /** Local times between which nothing disturbs; both or neither. */
  @Column('time', { nullable: true })
  quietFrom: string | null;

  @Column('time', { nullable: true })
  quietTo: string | null;

  @Column('boolean')
  quietWeekends: boolean;

  @Column('text', { nullable: true })
  avatarColor: AvatarColor | null;
}
