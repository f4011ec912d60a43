// What threads do when a person is erased: their words and files go where that is asked for, their name goes from the
// words of others wherever they took part. Numbers, states, times and who did what stay.
import { Inject, Injectable } from '@nestjs/common';
import { type Sql, type Transaction, empty, raw, sql } from '../platform/database/index.js';
import { REMOVED, type Reached, type Traces, names, without } from '../identity/index.js';
import { NotificationsService } from '../notifications/index.js';
import { AttachmentsService } from './attachments.service.js';
import { hintThread } from './threads.hints.js';

type Erasing = { personIds: string[]; words: boolean; traces: Traces; reached: Reached };

/** More are not told one by one: whoever looks at one of those sees it when they read it again. */
const MOST_HINTS = 200;

@Injectable()
export class ThreadsErasing {
  constructor(
    @Inject(NotificationsService) private readonly notifications: NotificationsService,
    @Inject(AttachmentsService) private readonly attachments: AttachmentsService,
  ) {}

  /** Whoever writes locks the thread before the person: so does this. */
  async begin(
    tx: Transaction,
    { personIds, reached }: { personIds: string[]; reached: Reached },
  ): Promise<void> {
    const threadIds = await this.whereTheyAre(tx, personIds);
    reached.threadIds.push(...threadIds);
    await tx.sql(
      sql`select id from hotline.thread where id = any(${threadIds}::uuid[]) order by id for update`,
    );
  }

  async erase(tx: Transaction, { personIds, words, traces, reached }: Erasing): Promise<void> {
    // What came meanwhile is there as well.
    const threadIds = [...new Set([...reached.threadIds, ...(await this.whereTheyAre(tx, personIds))])];
    reached.threadIds = threadIds;
    const theirs = sql`any(${personIds}::uuid[])`;
    if (words) await this.eraseWords(tx, personIds);
    await tx.sql(
      sql`update hotline.thread set assignee_id = null where assignee_id = ${theirs} and state <> 'CLOSED'`,
    );
    await tx.sql(sql`delete from hotline.idempotency where person_id = ${theirs}`);
    await tx.sql(sql`delete from hotline.desk_change where person_id = ${theirs}`);
    await this.attachments.erasePerson(tx, personIds, words);
    await this.eraseNames(tx, threadIds, traces);
    const open = await tx.sql<{ id: string; space_id: string }>(sql`
      select id, space_id from hotline.thread where id = any(${threadIds}::uuid[])
      order by last_message_at desc limit ${raw(String(MOST_HINTS))}`);
    for (const { id, space_id } of open) hintThread(tx, { id, spaceId: space_id });
  }

  private async eraseWords(tx: Transaction, personIds: string[]): Promise<void> {
    const theirs = sql`any(${personIds}::uuid[])`;
    // A tombstone stays one, and a version that somebody has before them is not the newest any more.
    const gone = sql`body = case when body = '' and deleted_at is not null then '' else ${REMOVED} end, version = version + 1`;
    await tx.sql(sql`update hotline.message_revision revision set body = ${REMOVED}
      from hotline.message message where message.id = revision.message_id
        and (message.author_id = ${theirs} or revision.replaced_by = ${theirs})`);
    await tx.sql(sql`update hotline.note_revision revision set body = ${REMOVED}
      from hotline.note note where note.id = revision.note_id
        and (note.author_id = ${theirs} or revision.replaced_by = ${theirs})`);
    await tx.sql(sql`update hotline.message set ${gone} where author_id = ${theirs}`);
    await tx.sql(sql`update hotline.note set ${gone} where author_id = ${theirs}`);
    await tx.sql(sql`update hotline.thread set first_line = ${REMOVED},
        title = case when title is not null then ${REMOVED} end, version = version + 1
      where opened_by = ${theirs}`);
  }

  /** Behind an @, in a greeting, in a title: the name goes, the sentence stays its writer's. */
  private async eraseNames(tx: Transaction, threadIds: string[], traces: Traces): Promise<void> {
    const here = sql`any(${threadIds}::uuid[])`;
    const clean = (table: string, column: string, where: Sql, more: Sql = empty) => {
      const it = raw(column);
      return tx.sql(sql`update ${raw(`hotline.${table}`)} set ${it} = ${without(it, traces.names)}${more}
        where ${where} and ${names(it, traces.names)}`);
    };
    const newer = sql`, version = version + 1`;
    await clean('message', 'body', sql`thread_id = ${here}`, newer);
    await clean('note', 'body', sql`thread_id = ${here}`, newer);
    await clean(
      'message_revision',
      'body',
      sql`message_id in (select id from hotline.message where thread_id = ${here})`,
    );
    await clean(
      'note_revision',
      'body',
      sql`note_id in (select id from hotline.note where thread_id = ${here})`,
    );
    await clean('thread', 'title', sql`id = ${here}`, newer);
    await clean('thread', 'first_line', sql`id = ${here}`);
    await clean(
      'attachment',
      'name',
      sql`message_id in (select id from hotline.message where thread_id = ${here})`,
    );
    await clean(
      'note_attachment',
      'name',
      sql`note_id in (select id from hotline.note where thread_id = ${here})`,
    );
    // The team's own texts are about nobody; whoever wrote one may have signed it.
    await tx.sql(sql`update hotline.saved_reply set name = ${without(sql`name`, traces.addresses)},
        body = ${without(sql`body`, traces.addresses)}, version = version + 1
      where ${names(sql`name || ' ' || body`, traces.addresses)}`);
  }

  /** Threads in which they wrote, that they opened or answered, of which they were told, and those of their spaces. */
  private async whereTheyAre(tx: Transaction, personIds: string[]): Promise<string[]> {
    const theirs = sql`any(${personIds}::uuid[])`;
    const told = await this.notifications.subjectsOf(tx, personIds, 'thread');
    const rows = await tx.sql<{ id: string }>(sql`
      select id from hotline.thread where opened_by = ${theirs} or assignee_id = ${theirs} or id = any(${told}::uuid[])
      union select thread_id from hotline.message where author_id = ${theirs}
      union select thread_id from hotline.note where author_id = ${theirs}
      union select thread.id from hotline.company_contact contact
        join hotline.space space on space.company_id = contact.company_id
        join hotline.thread thread on thread.space_id = space.id
        where contact.person_id = ${theirs}`);
    return rows.map(({ id }) => id);
  }
}
