// The staff's side of a thread: notes, priority, tags. Contacts learn nothing of it, not even by a hint.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../platform/database/index.js';
import { found, must } from '../platform/errors.js';
import { AttachmentsService } from './attachments.service.js';
import { once } from './idempotency.js';
import { mentionable } from './mentions.js';
import { Note } from './note.entity.js';
import { tagsExist } from './settling.js';
import { noteWritten } from './threads.events.js';
import { hintStaff } from './threads.hints.js';
import { canEditNote, canManageTags, canWorkOn, visibleNotes, visibleThreads } from './threads.policy.js';
import type { Priority } from './threads.reads.js';

export type NewNote = {
  threadId: string;
  body: string;
  openToPlanners: boolean;
  /** Colleagues whose name stands behind an @. */
  mentionIds?: string[];
  attachmentIds?: string[];
  key?: string | null;
};

@Injectable()
export class DeskService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AttachmentsService) private readonly attachments: AttachmentsService,
  ) {}

  async writeNote(actor: Actor, input: NewNote): Promise<string> {
    return this.database.transact(actor, async (tx) => {
      const thread = await this.thread(tx, input.threadId);
      must(canWorkOn(actor));
      await mentionable(tx, input.mentionIds ?? [], null);
      const { key, ...content } = input;
      const id = newId();
      return once(tx, key, 'writeNote', content, id, async () => {
        const files = await this.attachments.take(tx, thread.spaceId, input.attachmentIds);
        const note = { threadId: thread.id, spaceId: thread.spaceId, authorId: tx.person, body: input.body };
        await tx.save(
          Object.assign(new Note(), {
            id,
            ...note,
            openToPlanners: input.openToPlanners,
            createdAt: tx.at,
            editedAt: null,
            deletedAt: null,
            version: 1,
          }),
        );
        await this.attachments.hangOnNote(tx, id, thread.spaceId, files);
        await tx.sql(sql`insert into hotline.thread_desk (thread_id, last_note_at) values (${thread.id}, ${tx.at})
          on conflict (thread_id) do update set last_note_at = excluded.last_note_at`);
        await tx.emit(noteWritten, { threadId: thread.id, noteId: id, mentionIds: input.mentionIds ?? [] });
        hintStaff(tx, thread);
      });
    });
  }

  async editNote(
    actor: Actor,
    noteId: string,
    version: number,
    body: string,
    openToPlanners: boolean,
  ): Promise<string> {
    return this.changeNote(actor, noteId, (note, at) => note.edit(body, openToPlanners, version, at));
  }

  async removeNote(actor: Actor, noteId: string, version: number): Promise<string> {
    return this.changeNote(actor, noteId, (note, at) => note.remove(version, at));
  }

  async setPriority(actor: Actor, threadId: string, priority: Priority): Promise<string> {
    return this.work(actor, threadId, (tx) =>
      tx.sql(sql`insert into hotline.thread_desk (thread_id, priority) values (${threadId}, ${priority})
        on conflict (thread_id) do update set priority = excluded.priority`),
    );
  }

  /** Gives the thread exactly these tags. */
  async setTags(actor: Actor, threadId: string, tagIds: string[]): Promise<string> {
    return this.work(actor, threadId, async (tx) => {
      await this.tag(tx, threadId, tagIds, 'tagIds');
      await tx.sql(
        sql`delete from hotline.thread_tag where thread_id = ${threadId} and tag_id <> all(${tagIds}::uuid[])`,
      );
    });
  }

  /** Adds a tag to the managed list; a name that is there already gives the same tag. */
  async createTag(actor: Actor, name: string): Promise<string> {
    must(canManageTags(actor));
    return this.database.transact(actor, async (tx) => {
      await tx.sql(
        sql`insert into hotline.tag (id, name) values (${newId()}, ${name}) on conflict (name) do nothing`,
      );
      return found(await tx.one<{ id: string }>(sql`select id from hotline.tag where name = ${name}`)).id;
    });
  }

  private async tag(tx: Transaction, threadId: string, tagIds: string[], field: string): Promise<void> {
    await tagsExist(tx, tagIds, field);
    await tx.sql(sql`insert into hotline.thread_tag (thread_id, tag_id)
      select ${threadId}, unnest(${tagIds}::uuid[]) on conflict do nothing`);
  }

  private async changeNote(
    actor: Actor,
    noteId: string,
    change: (note: Note, at: Date) => void,
  ): Promise<string> {
    return this.database.transact(actor, async (tx) => {
      must(canWorkOn(actor));
      const [loaded] = await tx.load(
        Note,
        sql`select note.* from hotline.note note where note.id = ${noteId} and ${visibleNotes(actor)} for update`,
      );
      const note = found(loaded);
      must(canEditNote(actor, note));
      const before = note.body;
      change(note, tx.at);
      await tx.sql(sql`insert into hotline.note_revision (note_id, version, body, replaced_at, replaced_by)
        values (${note.id}, ${note.version - 1}, ${before}, ${tx.at}, ${tx.person})`);
      await tx.save(note);
      if (note.deletedAt) this.attachments.removeOf(tx, { noteId });
      hintStaff(tx, { id: note.threadId, spaceId: note.spaceId });
      return noteId;
    });
  }

  private async work(
    actor: Actor,
    threadId: string,
    change: (tx: Transaction) => Promise<unknown>,
  ): Promise<string> {
    return this.database.transact(actor, async (tx) => {
      const thread = await this.thread(tx, threadId);
      must(canWorkOn(actor));
      await change(tx);
      hintStaff(tx, thread);
      return threadId;
    });
  }

  private async thread(tx: Transaction, id: string): Promise<{ id: string; spaceId: string }> {
    const row = await tx.one<{ id: string; space_id: string }>(
      sql`select thread.id, thread.space_id from hotline.thread thread where thread.id = ${id} and ${visibleThreads(tx.actor)} for no key update`,
    );
    const { space_id } = found(row);
    return { id, spaceId: space_id };
  }
}
