// Every SELECT about attachments: those of messages and notes, and one by its id for whoever opens it.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isStaff, personOf } from '../platform/actor.js';
import { Database, type Sql, empty, sql } from '../platform/database/index.js';
import { visibleNotes, visibleThreads } from './threads.policy.js';

export type AttachmentRow = {
  id: string;
  name: string;
  media_type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  sha256: string;
};

const columns = sql`file.id, file.name, file.media_type, file.bytes, file.width, file.height, file.sha256`;

/** What was deleted or cannot be seen has no files either. */
const onMessages = (actor: Actor): Sql => sql`hotline.attachment file
  join hotline.message message on message.id = file.message_id and message.deleted_at is null
  join hotline.thread thread on thread.id = message.thread_id and ${visibleThreads(actor)}`;

/** Only for staff: the contacts' role has no right to these tables. */
const onNotes = (actor: Actor): Sql => sql`hotline.note_attachment file
  join hotline.note note on note.id = file.note_id and note.deleted_at is null and ${visibleNotes(actor)}
  join hotline.thread thread on thread.id = note.thread_id and ${visibleThreads(actor)}`;

@Injectable()
export class AttachmentsReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  ofMessages(actor: Actor, ids: readonly string[]): Promise<(AttachmentRow & { message_id: string })[]> {
    return this.database.read(
      actor,
      sql`select ${columns}, file.message_id from ${onMessages(actor)}
          where file.message_id = any(${[...ids]}::uuid[]) order by file.message_id, file.position`,
    );
  }

  async ofNotes(actor: Actor, ids: readonly string[]): Promise<(AttachmentRow & { note_id: string })[]> {
    if (!isStaff(actor)) return [];
    return this.database.read(
      actor,
      sql`select ${columns}, file.note_id from ${onNotes(actor)}
          where file.note_id = any(${[...ids]}::uuid[]) order by file.note_id, file.position`,
    );
  }

  /** Read anew for every download: who loses the message, the note or the space loses the file at once. */
  one(actor: Actor, id: string): Promise<AttachmentRow | null> {
    const notes = isStaff(actor)
      ? sql`union all select ${columns} from ${onNotes(actor)} where file.id = ${id}`
      : empty;
    return this.database.readOne(
      actor,
      sql`select ${columns} from ${onMessages(actor)} where file.id = ${id}
          ${notes}
          union all select ${columns} from hotline.upload file
            where file.id = ${id} and file.said_at is null and file.uploaded_by = ${personOf(actor)} and ${inOwnSpace(actor)}`,
    );
  }
}

function inOwnSpace(actor: Actor): Sql {
  if (isStaff(actor)) return sql`true`;
  return actor.kind === 'contact' && actor.spaceId ? sql`file.space_id = ${actor.spaceId}` : sql`false`;
}
