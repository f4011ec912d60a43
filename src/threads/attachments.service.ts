// Commands on attachments: take a file in, hang it on what is said, let go of what nobody holds.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isStaff, system, systemFor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database, type Sql, type Transaction, newId, sql } from '../platform/database/index.js';
import { found, invalid, must, rateLimited } from '../platform/errors.js';
import { FileStore, type Inspected } from '../platform/files/index.js';
import { SpacesReads, canOpenThread } from '../spaces/index.js';
import type { AttachmentRow } from './attachments.reads.js';

/** What was uploaded and never said with anything is removed after this time. */
const UNSAID_HOURS = 24;

/** Unsaid files that one person may have at a time. */
const MOST_UNSAID = 50;

/** One's own upload, marked as said within the transaction that hangs it on something. */
export type TakenFile = AttachmentRow & { uploaded_by: string; created_at: Date };

@Injectable()
export class AttachmentsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SpacesReads) private readonly spaces: SpacesReads,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Asked before the first byte is read. */
  async mustTake(actor: Actor, spaceId: string): Promise<void> {
    const [space] = await this.spaces.byIds(actor, [spaceId]);
    must(canOpenThread(actor, found(space)));
  }

  /** Keeps an inspected file as the actor's own until it is said with something. */
  async keep(actor: Actor, spaceId: string, file: Inspected): Promise<AttachmentRow> {
    await this.mustTake(actor, spaceId);
    const row = await this.database.transact(systemFor(actor), async (tx) => {
      // One upload of a company at a time, or two could each find room for themselves.
      await tx.sql(sql`select 1 from hotline.space where id = ${spaceId} for no key update`);
      await this.mustHaveRoom(tx, actor, spaceId, file.bytes.length);
      return found(
        await tx.one<AttachmentRow>(sql`
          insert into hotline.upload (id, space_id, uploaded_by, side, name, media_type, bytes, width, height, sha256, created_at)
          values (${newId()}, ${spaceId}, ${tx.person}, ${isStaff(actor) ? 'STAFF' : 'CONTACT'}, ${file.name},
            ${file.mediaType}, ${file.bytes.length}, ${file.width}, ${file.height}, ${file.sha256}, ${tx.at})
          returning id, name, media_type, bytes, width, height, sha256`),
      );
    });
    // The row comes first: whatever a crash leaves on disk has a row, and goes with it.
    await this.files.put(row.id, file.bytes);
    if (file.thumbnail) await this.files.put(thumbnailOf(row.id), file.thumbnail);
    return row;
  }

  /** Takes the actor's own unsaid files for this space, in the order given. Throws INVALID for any other. */
  async take(tx: Transaction, spaceId: string, ids: readonly string[] = []): Promise<TakenFile[]> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return [];
    const taken = await tx.sql<TakenFile>(sql`
      update hotline.upload set said_at = ${tx.at}
      where id = any(${wanted}::uuid[]) and uploaded_by = ${tx.person} and space_id = ${spaceId} and said_at is null
      returning id, name, media_type, bytes, width, height, sha256, uploaded_by, created_at`);
    if (taken.length < wanted.length) {
      throw invalid(
        'ATTACHMENT',
        'One of these files is not an unsent upload of yours for this space; upload it again.',
        'attachmentIds',
      );
    }
    return taken.sort((one, other) => wanted.indexOf(one.id) - wanted.indexOf(other.id));
  }

  hangOnMessage(tx: Transaction, messageId: string, spaceId: string, files: TakenFile[]): Promise<void> {
    return this.hang(tx, sql`hotline.attachment (message_id,`, messageId, spaceId, files);
  }

  hangOnNote(tx: Transaction, noteId: string, spaceId: string, files: TakenFile[]): Promise<void> {
    return this.hang(tx, sql`hotline.note_attachment (note_id,`, noteId, spaceId, files);
  }

  /** Nobody sees the files of what is deleted; the job takes them from the disk. */
  removeOf(tx: Transaction, deleted: { messageId?: string; noteId?: string }): void {
    tx.enqueue('eraseFilesOfDeleted', deleted);
  }

  /** What that job does. */
  async eraseOf({ messageId, noteId }: { messageId?: string; noteId?: string }): Promise<void> {
    await this.database.transact(system, async (tx) => {
      this.erase(
        tx,
        await tx.sql(sql`delete from hotline.attachment file using hotline.message message
          where file.message_id = ${messageId ?? null}::uuid and message.id = file.message_id and message.deleted_at is not null
          returning file.id`),
      );
      this.erase(
        tx,
        await tx.sql(sql`delete from hotline.note_attachment file using hotline.note note
          where file.note_id = ${noteId ?? null}::uuid and note.id = file.note_id and note.deleted_at is not null
          returning file.id`),
      );
    });
  }

  /** Files of somebody who is erased: with their words, or only what they had not said anything with yet. */
  async erasePerson(tx: Transaction, personIds: string[], words: boolean): Promise<void> {
    const theirs = sql`uploaded_by = any(${personIds}::uuid[])`;
    const uploads = await tx.sql<{ id: string; unsaid: boolean }>(
      sql`delete from hotline.upload where ${theirs} returning id, said_at is null as unsaid`,
    );
    this.erase(
      tx,
      uploads.filter(({ unsaid }) => unsaid),
    );
    if (!words) return;
    this.erase(tx, await tx.sql(sql`delete from hotline.attachment where ${theirs} returning id`));
    this.erase(tx, await tx.sql(sql`delete from hotline.note_attachment where ${theirs} returning id`));
  }

  /** Lets go of uploads that nobody said anything with; the calendar calls it. Returns how many. */
  async forgetUnsaid(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - UNSAID_HOURS * 3_600_000);
    return this.database.transact(system, async (tx) => {
      // What was said has its row, and its bytes, elsewhere.
      await tx.sql(sql`delete from hotline.upload where said_at is not null`);
      const gone = await tx.sql<{ id: string }>(sql`
        delete from hotline.upload where id in
          (select id from hotline.upload where said_at is null and created_at <= ${before}
           order by created_at limit 500 for update skip locked)
        returning id`);
      this.erase(tx, gone);
      return gone.length;
    });
  }

  /** What the job does: their rows are gone, so nobody asks for these any more. */
  async eraseFiles(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await this.files.remove(id);
      await this.files.remove(thumbnailOf(id));
    }
  }

  private erase(tx: Transaction, rows: { id: string }[]): void {
    if (rows.length > 0) tx.enqueue('eraseFiles', { ids: rows.map(({ id }) => id) });
  }

  private async hang(
    tx: Transaction,
    into: Sql,
    entryId: string,
    spaceId: string,
    files: TakenFile[],
  ): Promise<void> {
    if (files.length === 0) return;
    const rows = JSON.stringify(files.map((file, position) => ({ ...file, position })));
    await tx.sql(sql`
      insert into ${into} id, space_id, uploaded_by, position, name, media_type, bytes, width, height, sha256, created_at)
      select ${entryId}::uuid, id, ${spaceId}, uploaded_by, position, name, media_type, bytes, width, height, sha256, created_at
      from json_to_recordset(${rows}::json) as file(id uuid, uploaded_by uuid, position int, name text, media_type text,
        bytes int, width int, height int, sha256 text, created_at timestamptz)`);
  }

  /**
   * A contact's room depends only on what contacts may know of: a quota that counted notes' files would say
   * to the byte that there are some.
   */
  private async mustHaveRoom(tx: Transaction, actor: Actor, spaceId: string, bytes: number): Promise<void> {
    const staff = isStaff(actor);
    const row = await tx.one<{ used: number; unsaid: number }>(sql`
      select ((select coalesce(sum(bytes), 0) from hotline.attachment where space_id = ${spaceId})
        + (select coalesce(sum(bytes), 0) from hotline.upload
           where space_id = ${spaceId} and said_at is null and (${staff} or side = 'CONTACT'))
        + (select coalesce(sum(bytes), 0) from hotline.note_attachment where space_id = ${spaceId} and ${staff}))::bigint as used,
        (select count(*) from hotline.upload where uploaded_by = ${tx.person} and said_at is null)::int as unsaid`);
    const { used, unsaid } = found(row);
    if (unsaid >= MOST_UNSAID) {
      throw rateLimited(
        'UNSENT',
        `You have ${unsaid} uploads that were not sent with anything; send or wait.`,
        3_600,
      );
    }
    if (used + bytes > this.config.fileQuotaMb * 1_048_576) {
      throw invalid('QUOTA', 'The room for attachments of this company is used up.', 'file');
    }
  }
}

/** Key of the small picture. */
export const thumbnailOf = (id: string): string => `${id}.thumbnail`;
