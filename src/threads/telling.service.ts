// Who is told of what happens in a thread. Notes reach colleagues only; what somebody has read already tells nothing.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../platform/actor.js';
import { Database, type Transaction, sql } from '../platform/database/index.js';
import { NotificationsService, type Recipient } from '../notifications/index.js';
import type { ThreadState } from './thread.entity.js';

type Posted = { threadId: string; messageId: string; side: 'CONTACT' | 'STAFF'; mentionIds: string[] };

type Place = {
  company_id: string;
  space_id: string;
  assignee_id: string | null;
  opened_by: string;
  state: ThreadState;
};
type Done = { threadId: string; eventId: string; by: string; at: string; told?: boolean };
type Said = { author_id: string; at: Date; seq: number; automatic: boolean };

const THREAD = 'thread';

@Injectable()
export class TellingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NotificationsService) private readonly notifications: NotificationsService,
  ) {}

  async ofMessage({ threadId, messageId, side, mentionIds }: Posted): Promise<void> {
    await this.database.transact(system, async (tx) => {
      const place = await this.place(tx, threadId);
      const said = await tx.one<Said>(
        sql`select author_id, created_at as at, seq, automatic from hotline.message where id = ${messageId} and deleted_at is null`,
      );
      if (!place || !said) return;
      const subject = { type: THREAD, id: threadId };
      const news = { subject, causeId: messageId, actorId: said.author_id, at: said.at };
      const unread = (people: Recipient[]) => this.unread(tx, threadId, said.seq, people);
      const mentioned = await unread(await this.recipients(tx, place, mentionIds));
      await this.notifications.tell(tx, { ...news, kind: 'MENTIONED', to: mentioned });
      // Nobody is told twice of the same words: the first telling counts.
      const contacts = await unread(await this.concerned(tx, threadId, place));
      if (side === 'STAFF') {
        await this.notifications.tell(tx, {
          ...news,
          kind: said.automatic ? 'NEWS' : 'ANSWERED',
          to: contacts,
        });
        return;
      }
      await this.notifications.tell(tx, { ...news, kind: 'COLLEAGUE_WROTE', to: contacts });
      if (said.seq === 1) {
        await this.notifications.tell(tx, { ...news, kind: 'QUESTION_OPENED', to: await this.desk(tx) });
      } else if (place.assignee_id) {
        const assignee = { personId: place.assignee_id, companyId: null };
        await this.notifications.tell(tx, { ...news, kind: 'CLIENT_WROTE', to: await unread([assignee]) });
      }
    });
  }

  async ofNote({ threadId, noteId, mentionIds }: { threadId: string; noteId: string; mentionIds: string[] }) {
    if (mentionIds.length === 0) return;
    await this.database.transact(system, async (tx) => {
      const note = await tx.one<{ author_id: string; at: Date }>(
        sql`select author_id, created_at as at from hotline.note where id = ${noteId} and deleted_at is null`,
      );
      if (!note) return;
      await this.notifications.tell(tx, {
        kind: 'MENTIONED',
        subject: { type: THREAD, id: threadId },
        causeId: noteId,
        actorId: note.author_id,
        at: note.at,
        to: mentionIds.map((personId) => ({ personId, companyId: null })),
      });
    });
  }

  async ofAssignment({ threadId, eventId, by, at, told, assigneeId }: Done & { assigneeId: string | null }) {
    if (!assigneeId || told === false) return;
    await this.database.transact(system, async (tx) => {
      const thread = await tx.one<{ assignee_id: string | null }>(
        sql`select assignee_id from hotline.thread where id = ${threadId}`,
      );
      // Given to somebody else meanwhile: that one is told.
      if (thread?.assignee_id !== assigneeId) return;
      await this.notifications.tell(tx, {
        kind: 'ASSIGNED',
        subject: { type: THREAD, id: threadId },
        causeId: eventId,
        actorId: by,
        at: new Date(at),
        to: [{ personId: assigneeId, companyId: null }],
      });
    });
  }

  /** A resolution with words is told by its words. */
  async ofResolution({ threadId, eventId, by, at, messageId }: Done & { messageId: string | null }) {
    if (messageId) return;
    await this.database.transact(system, async (tx) => {
      const place = await this.place(tx, threadId);
      // Opened again meanwhile: nobody is told of what is no longer so.
      if (!place || (place.state !== 'RESOLVED' && place.state !== 'CLOSED')) return;
      const contacts = await this.concerned(tx, threadId, place);
      const assignee = place.assignee_id ? [{ personId: place.assignee_id, companyId: null }] : [];
      await this.notifications.tell(tx, {
        kind: 'RESOLVED',
        subject: { type: THREAD, id: threadId },
        causeId: eventId,
        actorId: by,
        at: new Date(at),
        to: [...contacts, ...assignee],
      });
    });
  }

  private place(tx: Transaction, threadId: string): Promise<Place | null> {
    return tx.one<Place>(
      sql`select space.company_id, thread.space_id, thread.assignee_id, thread.opened_by, thread.state
          from hotline.thread thread join hotline.space space on space.id = thread.space_id
          where thread.id = ${threadId} for no key update of thread`,
    );
  }

  /** Contacts who opened the thread or wrote in it and are still here; when none is left, the owners of the space. */
  private async concerned(tx: Transaction, threadId: string, place: Place): Promise<Recipient[]> {
    const rows = await tx.sql<{ person_id: string }>(
      sql`with here as (
            select member.person_id, member.role, exists (
              select 1 from hotline.message message where message.thread_id = ${threadId}
                and message.author_id = member.person_id and message.side = 'CONTACT') as spoke
            from hotline.space_member member
            join hotline.person person on person.id = member.person_id and person.deactivated_at is null
            where member.space_id = ${place.space_id} and member.side = 'CONTACT' and member.left_at is null)
          select person_id from here where spoke
          union all
          select person_id from here where role = 'OWNER' and not exists (select 1 from here where spoke)`,
    );
    return rows.map(({ person_id }) => ({ personId: person_id, companyId: place.company_id }));
  }

  /** People by id, each told on their own side. */
  private async recipients(tx: Transaction, place: Place, ids: string[]): Promise<Recipient[]> {
    if (ids.length === 0) return [];
    const rows = await tx.sql<{ id: string; contact: boolean }>(
      sql`select person.id, person.staff_role is null as contact from hotline.person person
          where person.id = any(${ids}::uuid[])`,
    );
    return rows.map(({ id, contact }) => ({ personId: id, companyId: contact ? place.company_id : null }));
  }

  /** Everybody who answers. */
  private async desk(tx: Transaction): Promise<Recipient[]> {
    const rows = await tx.sql<{ id: string }>(
      sql`select id from hotline.person where staff_role in ('AGENT', 'LEAD', 'ADMIN') and deactivated_at is null`,
    );
    return rows.map(({ id }) => ({ personId: id, companyId: null }));
  }

  /**
   * Without those who have read as far as this message. The thread is locked, here as when a mark moves: a mark
   * of the same moment either is seen here, or finds what is told here and reads it.
   */
  private async unread(
    tx: Transaction,
    threadId: string,
    seq: number,
    people: Recipient[],
  ): Promise<Recipient[]> {
    if (people.length === 0) return [];
    const marks = await tx.sql<{ person_id: string; seq: number }>(
      sql`select person_id, seq from hotline.thread_read
          where thread_id = ${threadId} and person_id = any(${people.map(({ personId }) => personId)}::uuid[])`,
    );
    const read = new Set(marks.filter((mark) => mark.seq >= seq).map(({ person_id }) => person_id));
    return people.filter(({ personId }) => !read.has(personId));
  }

  /** What a command of the desk told, before it was taken back; who has read it has read it. */
  async takeBack({ threadIds, at }: { threadIds: string[]; at: string }): Promise<void> {
    await this.database.transact(system, (tx) => this.notifications.takeBack(tx, threadIds, new Date(at)));
  }
}
