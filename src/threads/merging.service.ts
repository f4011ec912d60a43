// What threads do when people or companies turn out to be one, and when that is taken back.
import { Inject, Injectable } from '@nestjs/common';
import { type Transaction, sql } from '../platform/database/index.js';
import {
  type Change,
  type KeptTable,
  applyChanges,
  nameAsFormer,
  recallPart,
  rememberPart,
  revertChanges,
  rowsOf,
} from '../identity/index.js';
import { NotificationsService } from '../notifications/index.js';
import { threadsMoved } from './threads.events.js';

type Merge = { mergeId: string; keptId: string; duplicateId: string };
type SpaceMerge = { mergeId: string; keptSpaceId: string; duplicateSpaceId: string };

/** Whose they are decides what one may do with them. Who changed what, and when, goes on naming whom it named. */
type Words = { opened: string[]; assigned: string[]; messages: string[]; notes: string[] };

const READ_MARKS: KeptTable = {
  table: 'thread_read',
  key: ['thread_id', 'person_id'],
  rest: ['space_id', 'seq', 'read_at'],
};

const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

@Injectable()
export class ThreadsMerging {
  constructor(@Inject(NotificationsService) private readonly notifications: NotificationsService) {}

  async mergePeople(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
    const moved = {
      opened: ids(
        await tx.sql(
          sql`update hotline.thread set opened_by = ${keptId} where opened_by = ${duplicateId} returning id`,
        ),
      ),
      assigned: ids(
        await tx.sql(
          sql`update hotline.thread set assignee_id = ${keptId} where assignee_id = ${duplicateId} returning id`,
        ),
      ),
      messages: ids(
        await tx.sql(
          sql`update hotline.message set author_id = ${keptId} where author_id = ${duplicateId} returning id`,
        ),
      ),
      notes: ids(
        await tx.sql(
          sql`update hotline.note set author_id = ${keptId} where author_id = ${duplicateId} returning id`,
        ),
      ),
    };
    await rememberPart(tx, mergeId, 'words', moved satisfies Words);
    // What either address has read is read; the duplicate's own marks stay where they are.
    const theirs = await rowsOf(tx, READ_MARKS, sql`each.person_id = ${duplicateId}`);
    const ours = await rowsOf(tx, READ_MARKS, sql`each.person_id = ${keptId}`);
    const marks = new Map(ours.map((row) => [row.thread_id, row]));
    const changes = theirs.flatMap((row): Change[] => {
      const there = marks.get(row.thread_id) ?? null;
      if (there && Number(there.seq) >= Number(row.seq)) return [];
      return [{ before: there, after: { ...row, person_id: keptId } }];
    });
    await applyChanges(tx, READ_MARKS, changes);
    await rememberPart(tx, mergeId, READ_MARKS.table, changes);
  }

  /** What was written since stays with the kept person, under whose name it was written. */
  async undoPeople(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
    const words = await recallPart<Words>(tx, mergeId, 'words');
    if (words) {
      await tx.sql(sql`update hotline.thread set opened_by = ${duplicateId}
        where id = any(${words.opened}::uuid[]) and opened_by = ${keptId}`);
      await tx.sql(sql`update hotline.thread set assignee_id = ${duplicateId}
        where id = any(${words.assigned}::uuid[]) and assignee_id = ${keptId}`);
      await tx.sql(sql`update hotline.message set author_id = ${duplicateId}
        where id = any(${words.messages}::uuid[]) and author_id = ${keptId}`);
      await tx.sql(sql`update hotline.note set author_id = ${duplicateId}
        where id = any(${words.notes}::uuid[]) and author_id = ${keptId}`);
    }
    await revertChanges(tx, READ_MARKS, (await recallPart<Change[]>(tx, mergeId, READ_MARKS.table)) ?? []);
    const places = await tx.sql<{ company_id: string }>(sql`
      select distinct space.company_id from hotline.message message
      join hotline.space space on space.id = message.space_id
      where message.author_id = ${keptId} and message.side = 'CONTACT'`);
    for (const { company_id } of places) await nameAsFormer(tx, company_id, [keptId]);
  }

  async mergeSpaces(tx: Transaction, { mergeId, keptSpaceId, duplicateSpaceId }: SpaceMerge): Promise<void> {
    const threadIds = ids(
      await tx.sql(sql`select id from hotline.thread where space_id = ${duplicateSpaceId} for update`),
    );
    await rememberPart(tx, mergeId, 'threads', threadIds);
    await this.move(tx, threadIds, keptSpaceId);
    // Files on their way are said in the space in which their sender writes now.
    const uploads = ids(
      await tx.sql(
        sql`update hotline.upload set space_id = ${keptSpaceId} where space_id = ${duplicateSpaceId} returning id`,
      ),
    );
    await rememberPart(tx, mergeId, 'uploads', uploads);
  }

  /** What came from the duplicate goes back, with all that was said in it since; threads opened since stay. */
  async undoSpaces(tx: Transaction, { mergeId, keptSpaceId, duplicateSpaceId }: SpaceMerge): Promise<void> {
    const moved = (await recallPart<string[]>(tx, mergeId, 'threads')) ?? [];
    // A thread that follows one of them goes with it: a conversation stays in one place.
    const threadIds = ids(
      await tx.sql(sql`
        with recursive back as (
          select id from hotline.thread where id = any(${moved}::uuid[]) and space_id = ${keptSpaceId}
          union
          select next.id from hotline.thread next join back on next.follows_id = back.id
          where next.space_id = ${keptSpaceId})
        select thread.id from hotline.thread thread join back on back.id = thread.id
        order by thread.id for update of thread`),
    );
    await this.move(tx, threadIds, duplicateSpaceId);
    const uploads = (await recallPart<string[]>(tx, mergeId, 'uploads')) ?? [];
    await tx.sql(
      sql`update hotline.upload set space_id = ${duplicateSpaceId} where id = any(${uploads}::uuid[])`,
    );
    await this.nameWriters(tx, keptSpaceId);
    await this.nameWriters(tx, duplicateSpaceId);
  }

  /** Every row that says in which space it is says the new one; a test looks for tables that are missing here. */
  private async move(tx: Transaction, threadIds: string[], spaceId: string): Promise<void> {
    if (threadIds.length === 0) return;
    const these = sql`any(${threadIds}::uuid[])`;
    await tx.sql(sql`update hotline.thread set space_id = ${spaceId} where id = ${these}`);
    await tx.sql(sql`update hotline.message set space_id = ${spaceId} where thread_id = ${these}`);
    await tx.sql(sql`update hotline.message_revision set space_id = ${spaceId}
      where message_id in (select id from hotline.message where thread_id = ${these})`);
    await tx.sql(sql`update hotline.thread_change set space_id = ${spaceId} where thread_id = ${these}`);
    await tx.sql(sql`update hotline.thread_read set space_id = ${spaceId} where thread_id = ${these}`);
    await tx.sql(sql`update hotline.note set space_id = ${spaceId} where thread_id = ${these}`);
    await tx.sql(sql`update hotline.attachment set space_id = ${spaceId}
      where message_id in (select id from hotline.message where thread_id = ${these})`);
    await tx.sql(sql`update hotline.note_attachment set space_id = ${spaceId}
      where note_id in (select id from hotline.note where thread_id = ${these})`);
    await this.notifications.follow(tx, threadIds, spaceId);
    await tx.emit(threadsMoved, { threadIds });
  }

  /** Whoever wrote in a space while it was another's is named there, as one who left. */
  private async nameWriters(tx: Transaction, spaceId: string): Promise<void> {
    const space = await tx.one<{ company_id: string; writers: string[] }>(sql`
      select space.company_id, array(
        select opened_by from hotline.thread where space_id = space.id and opened_side = 'CONTACT'
        union select message.author_id from hotline.thread thread
          join hotline.message message on message.thread_id = thread.id
          where thread.space_id = space.id and message.side = 'CONTACT'
        union select change.actor_id from hotline.thread thread
          join hotline.thread_change change on change.thread_id = thread.id
          join hotline.person person on person.id = change.actor_id and person.staff_role is null
          where thread.space_id = space.id) as writers
      from hotline.space space where space.id = ${spaceId}`);
    if (space) await nameAsFormer(tx, space.company_id, space.writers);
  }
}
