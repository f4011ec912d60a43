// An internal message. Contacts have no right to its table; nothing turns a note into a message.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { changeable } from './message.entity.js';

@Entity({ schema: 'hotline', name: 'note' })
export class Note {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  threadId: string;

  @Column('uuid')
  spaceId: string;

  @Column('uuid')
  authorId: string;

  /** Markdown. */
  @Column('text')
  body: string;

  /** True: the writer lets product managers read it too. */
  @Column('boolean')
  openToPlanners: boolean;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  editedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  @Column('int')
  version: number;

  edit(body: string, openToPlanners: boolean, version: number, at: Date): void {
    changeable(this, version);
    this.body = body;
    this.openToPlanners = openToPlanners;
    this.editedAt = at;
    this.version += 1;
  }

  remove(version: number, at: Date): void {
    changeable(this, version);
    this.body = '';
    this.deletedAt = at;
    this.version += 1;
  }
}
