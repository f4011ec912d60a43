// A person, whatever their role; contacts are tied to companies by hotline.company_contact.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffRole } from '../platform/actor.js';

export type Locale = 'ko' | 'en';
export const LOCALES = ['ko', 'en'] as const;

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
}
