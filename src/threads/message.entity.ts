// One public reply in a thread.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { conflict } from '../platform/errors.js';
import type { Side } from './thread.entity.js';

@Entity({ schema: 'hotline', name: 'message' })
export class Message {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  threadId: string;

  @Column('uuid')
  spaceId: string;

  /** Its place in the thread, from 1, without gaps. */
  @Column('int')
  seq: number;

  @Column('uuid')
  authorId: string;

  @Column('text')
  side: Side;

  /** Markdown. */
  @Column('text')
  body: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  editedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  @Column('int')
  version: number;

  /** Said by the product on its author's behalf: an answer to nobody. */
  @Column('boolean')
  automatic: boolean;

  /** Throws CONFLICT when somebody was quicker, or the message is gone. */
  edit(body: string, version: number, at: Date): void {
    changeable(this, version);
    this.body = body;
    this.editedAt = at;
    this.version += 1;
  }

  /** Leaves a tombstone; the words go to the history that only staff read. */
  remove(version: number, at: Date): void {
    changeable(this, version);
    this.body = '';
    this.deletedAt = at;
    this.version += 1;
  }
}

/** A message or a note that may still be changed from the version that the writer saw. */
export function changeable(entry: { deletedAt: Date | null; version: number }, version: number): void {
  if (entry.deletedAt) throw conflict('DELETED', 'This was deleted in the meantime.');
  if (entry.version !== version)
    throw conflict('STALE', 'This was edited in the meantime; look at the newer text first.');
}
