// What several VOC items have in common: counted once as a need, as often as they are as mentions.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { conflict } from '../../platform/errors.js';

@Entity({ schema: 'hotline', name: 'need' })
export class Need {
  @PrimaryColumn('uuid')
  id: string;

  /** Short, for speaking of it; given by the database. */
  @Column({ type: 'bigint', insert: false, update: false })
  number: number;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('uuid', { nullable: true })
  productAreaId: string | null;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('int')
  version: number;

  /** The need that this one turned out to be. */
  @Column('uuid', { nullable: true })
  mergedIntoId: string | null;

  /** A merged need takes nothing in: its items are with the one kept. */
  mustStandAlone(): void {
    if (this.mergedIntoId) {
      throw conflict('NEED_MERGED', 'This need was merged into another one; look there.');
    }
  }

  mergeInto(kept: Need): void {
    if (kept.id === this.id) throw conflict('SAME_NEED', 'A need cannot be merged with itself.');
    this.mustStandAlone();
    kept.mustStandAlone();
    this.mergedIntoId = kept.id;
  }

  standAlone(): void {
    this.mergedIntoId = null;
  }
}
