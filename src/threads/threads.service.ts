// Commands on threads: load through what the actor sees → may they? → change → save → emit.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, answers, isStaff, system } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database, type Sql, type Transaction, newId, sql } from '../platform/database/index.js';
import { conflict, found, must } from '../platform/errors.js';
import { personTopic } from '../identity/index.js';
import { NotificationsService } from '../notifications/index.js';
import { SpacesService, canOpenThread } from '../spaces/index.js';
import { AttachmentsService, type TakenFile } from './attachments.service.js';
import { once } from './idempotency.js';
import { mentionable } from './mentions.js';
import { Message } from './message.entity.js';
import { mayBeGiven, resolveBy } from './settling.js';
import { reopensByDefault } from './thanks.js';
import {
  type Afterwards,
  CLOSE_AFTER_DAYS,
  type Channel,
  type Side,
  Thread,
  firstLineOf,
} from './thread.entity.js';
import * as events from './threads.events.js';
import { hintThread } from './threads.hints.js';
import * as policy from './threads.policy.js';

export type NewThread = {
  spaceId: string;
  title: string | null;
  body: string;
  /** Uploads of the actor that are said with it. */
  attachmentIds?: string[];
  channel?: Channel;
  followsId?: string | null;
  key?: string | null;
};
export type NewMessage = {
  threadId: string;
  body: string;
  attachmentIds?: string[];
  /** Staff: what happens to the thread. */
  afterwards: Afterwards | null;
  /** Contacts, after the resolution: does it reopen? Left out: the default of thanks.ts. */
  reopens: boolean | null;
  /** People whose name stands behind an @; all must see the thread. */
  mentionIds?: string[];
  key?: string | null;
};

const sideOf = (actor: Actor): Side => (isStaff(actor) ? 'STAFF' : 'CONTACT');

@Injectable()
export class ThreadsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SpacesService) private readonly spaces: SpacesService,
    @Inject(NotificationsService) private readonly notifications: NotificationsService,
    @Inject(AttachmentsService) private readonly attachments: AttachmentsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Opens a thread with its first message; returns its id. */
  async open(actor: Actor, input: NewThread): Promise<string> {
    return this.database.transact(actor, (tx) => this.openWithin(tx, 'openThread', input));
  }

  /**
   * The same as a part of a command a floor up, which keeps what the thread is about: `keep` runs with the new thread's
   * id, and not again when the command is repeated. `operation` says what the key stands for.
   */
  async openWithin(
    tx: Transaction,
    operation: string,
    input: NewThread,
    keep?: (threadId: string) => Promise<unknown>,
  ): Promise<string> {
    const space = await tx.one<{ id: string }>(sql`select id from hotline.space where id = ${input.spaceId}`);
    must(canOpenThread(tx.actor, found(space)));
    const { key, ...content } = input;
    const id = newId();
    return once(tx, key, operation, content, id, async () => {
      await this.begin(tx, id, input);
      await keep?.(id);
    });
  }

  /** Posts a public message; returns its id. To a closed thread it opens one that follows it. */
  async post(actor: Actor, input: NewMessage): Promise<string> {
    return this.database.transact(actor, async (tx) => {
      const thread = await this.forUpdate(tx, input.threadId);
      must(policy.canPost(actor, thread));
      await mentionable(tx, input.mentionIds ?? [], thread.spaceId);
      const { key, ...content } = input;
      const id = newId();
      return once(tx, key, 'postMessage', content, id, async () => {
        if (thread.state === 'CLOSED') {
          const next = {
            spaceId: thread.spaceId,
            title: thread.title,
            body: input.body,
            attachmentIds: input.attachmentIds ?? [],
            followsId: thread.id,
          };
          await this.begin(tx, newId(), next, id, input.mentionIds);
        } else {
          await this.append(tx, thread, id, input);
        }
      });
    });
  }

  /**
   * News for the place where somebody asked, said on a person's behalf by the system; returns the message's id.
   * The thread stays as it is, also a closed one: the place where they asked is where they look for an answer.
   */
  async announce(tx: Transaction, threadId: string, body: string): Promise<string> {
    const thread = await this.forUpdate(tx, threadId);
    thread.hearNews(body, tx.at);
    await tx.save(thread);
    await this.keepCaughtUp(tx, thread);
    const id = newId();
    await tx.save(
      Object.assign(new Message(), {
        id,
        threadId,
        spaceId: thread.spaceId,
        seq: thread.lastSeq,
        authorId: tx.person,
        side: 'STAFF',
        body,
        createdAt: tx.at,
        editedAt: null,
        deletedAt: null,
        version: 1,
        automatic: true,
      } satisfies Omit<Message, 'edit' | 'remove'>),
    );
    await tx.emit(events.messagePosted, { threadId, messageId: id, side: 'STAFF', mentionIds: [] });
    hintThread(tx, thread);
    return id;
  }

  async edit(actor: Actor, messageId: string, version: number, body: string): Promise<string> {
    return this.database.transact(actor, async (tx) => {
      const message = await this.messageForUpdate(tx, messageId);
      must(policy.canEditMessage(actor, message));
      const before = message.body;
      message.edit(body, version, tx.at);
      await this.replace(tx, message, before, firstLineOf(body));
      return messageId;
    });
  }

  /** Leaves a tombstone; staff keep the text in the history. */
  async remove(actor: Actor, messageId: string, version: number): Promise<string> {
    return this.database.transact(actor, async (tx) => {
      const message = await this.messageForUpdate(tx, messageId);
      must(policy.canDeleteMessage(actor, message));
      const before = message.body;
      message.remove(version, tx.at);
      this.attachments.removeOf(tx, { messageId });
      await this.replace(tx, message, before, '');
      return messageId;
    });
  }

  /** Eight at once resolve it once: who comes later finds it resolved and is told so without an error. */
  async resolve(actor: Actor, threadId: string): Promise<string> {
    return this.change(actor, threadId, async (tx, thread) => {
      if (resolveBy(actor, thread, tx.at))
        await tx.emit(events.threadResolved, { threadId, ...events.byNow(tx), messageId: null });
    });
  }

  async reopen(actor: Actor, threadId: string): Promise<string> {
    return this.change(actor, threadId, async (tx, thread) => {
      must(policy.canPost(actor, thread));
      if (thread.state === 'OPEN') return;
      thread.reopen();
      await tx.emit(events.threadReopened, { threadId });
    });
  }

  async rename(actor: Actor, threadId: string, version: number, title: string | null): Promise<string> {
    return this.change(actor, threadId, async (_tx, thread) => {
      must(policy.canRename(actor, thread));
      if (thread.version !== version)
        throw conflict('STALE', 'Somebody changed this thread in the meantime; look again.');
      thread.rename(title);
    });
  }

  /** Gives the thread to a colleague who answers, or to nobody. */
  async assign(actor: Actor, threadId: string, assigneeId: string | null): Promise<string> {
    return this.change(actor, threadId, async (tx, thread) => {
      must(policy.canWorkOn(actor));
      await mayBeGiven(tx, assigneeId, 'assigneeId');
      if (thread.assigneeId === assigneeId) return;
      thread.assign(assigneeId);
      await tx.emit(events.threadAssigned, { threadId, ...events.byNow(tx), assigneeId });
    });
  }

  /** Moves the actor's own reading mark; it only moves forward. */
  async markRead(actor: Actor, threadId: string, seq: number): Promise<string> {
    return this.database.transact(actor, async (tx) => {
      const thread = found(
        await tx.one<{ space_id: string; last_seq: number }>(
          // Locked, so that the thread does not change its space, nor is told of, while it is being read.
          sql`select space_id, last_seq from hotline.thread thread
              where id = ${threadId} and ${policy.visibleThreads(actor)} for no key update`,
        ),
      );
      const read = Math.min(seq, thread.last_seq);
      // The thread's row before the mark's, as when posting: two commands of one person never wait for each other.
      await this.moveSeen(tx, { id: threadId, spaceId: thread.space_id }, read);
      const moved = await this.moveMark(tx, threadId, thread.space_id, read);
      await this.notifications.seen(tx, threadId);
      if (moved) tx.hint([personTopic(tx.person)], { kind: 'READ', threadId });
      return threadId;
    });
  }

  /** Closes what was resolved long enough ago; the calendar calls it. Returns how many. */
  async closeResolved(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - CLOSE_AFTER_DAYS * 86_400_000);
    return this.database.transact(system, async (tx) => {
      const due = await tx.load(
        Thread,
        sql`select * from hotline.thread where state = 'RESOLVED' and resolved_at <= ${before}
            order by resolved_at limit 500 for update skip locked`,
      );
      for (const thread of due) {
        const before = { ...thread };
        thread.close();
        await this.keep(tx, thread, before);
        await tx.emit(events.threadClosed, { threadId: thread.id });
      }
      return due.length;
    });
  }

  /** Forgets idempotency keys nobody repeats any more. */
  async forgetKeys(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 7 * 86_400_000);
    await this.database.transact(system, (tx) =>
      tx.sql(sql`delete from hotline.idempotency where created_at < ${before}`),
    );
  }

  private async begin(
    tx: Transaction,
    id: string,
    input: NewThread,
    messageId = newId(),
    mentionIds: string[] = [],
  ): Promise<void> {
    const side = sideOf(tx.actor);
    const files = await this.attachments.take(tx, input.spaceId, input.attachmentIds);
    const thread = Thread.open(
      {
        id,
        spaceId: input.spaceId,
        openedBy: tx.person,
        openedSide: side,
        title: input.title,
        channel: input.channel ?? 'HOTLINE',
        followsId: input.followsId ?? null,
      },
      tx.at,
    );
    if (side === 'CONTACT') thread.hearContact(input.body, tx.at, true);
    else thread.hearStaff(input.body, tx.at, null);
    thread.nameAfter(files);
    await this.say(tx, thread, messageId, input.body, { mentionIds, files }, () => tx.save(thread));
    await tx.emit(events.threadOpened, { threadId: id, spaceId: thread.spaceId, side });
  }

  private async append(tx: Transaction, thread: Thread, id: string, input: NewMessage): Promise<void> {
    const before = { ...thread };
    const files = await this.attachments.take(tx, thread.spaceId, input.attachmentIds);
    if (isStaff(tx.actor)) thread.hearStaff(input.body, tx.at, input.afterwards);
    else thread.hearContact(input.body, tx.at, input.reopens ?? reopensByDefault(input.body));
    const said = { mentionIds: input.mentionIds ?? [], files };
    await this.say(tx, thread, id, input.body, said, () => this.keep(tx, thread, before));
    if (before.state === 'RESOLVED' && thread.state === 'OPEN')
      await tx.emit(events.threadReopened, { threadId: thread.id });
    if (before.state !== 'RESOLVED' && thread.state === 'RESOLVED')
      await tx.emit(events.threadResolved, { threadId: thread.id, ...events.byNow(tx), messageId: id });
  }

  /** The thread's row comes first: whatever else is written stands behind its lock. */
  private async say(
    tx: Transaction,
    thread: Thread,
    id: string,
    body: string,
    { mentionIds, files }: { mentionIds: string[]; files: TakenFile[] },
    keepThread: () => Promise<unknown>,
  ): Promise<void> {
    const side = sideOf(tx.actor);
    const message = Object.assign(new Message(), {
      id,
      threadId: thread.id,
      spaceId: thread.spaceId,
      seq: thread.lastSeq,
      authorId: tx.person,
      side,
      body,
      createdAt: tx.at,
      editedAt: null,
      deletedAt: null,
      version: 1,
      automatic: false,
    });
    await tx.all(() => [
      keepThread(),
      tx.save(message),
      this.attachments.hangOnMessage(tx, id, thread.spaceId, files),
      this.moveMark(tx, thread.id, thread.spaceId, thread.lastSeq),
      ...(side === 'STAFF' ? [this.spaces.joinStaff(tx, thread.spaceId, tx.person)] : []),
    ]);
    await tx.emit(events.messagePosted, { threadId: thread.id, messageId: id, side, mentionIds });
    hintThread(tx, thread);
  }

  /** One thread, locked, changed by `work`, saved with its history. */
  private async change(
    actor: Actor,
    threadId: string,
    work: (tx: Transaction, thread: Thread) => Promise<void>,
  ): Promise<string> {
    return this.database.transact(actor, async (tx) => {
      const thread = await this.forUpdate(tx, threadId);
      const before = { ...thread };
      await work(tx, thread);
      await this.keep(tx, thread, before);
      return threadId;
    });
  }

  /** Saves a changed thread, writes its history and tells who watches. */
  private async keep(
    tx: Transaction,
    thread: Thread,
    before: Pick<Thread, 'state' | 'assigneeId'>,
  ): Promise<void> {
    await tx.all(() => [
      tx.save(thread),
      this.record(tx, thread, 'STATE', before.state, thread.state),
      this.record(tx, thread, 'ASSIGNEE', before.assigneeId, thread.assigneeId),
    ]);
    hintThread(tx, thread);
  }

  private async record(
    tx: Transaction,
    thread: Thread,
    kind: 'STATE' | 'ASSIGNEE',
    from: string | null,
    to: string | null,
  ): Promise<void> {
    if (from === to) return;
    const actorId = 'personId' in tx.actor ? tx.actor.personId : null;
    await tx.sql(sql`
      insert into hotline.thread_change (id, thread_id, space_id, at, actor_id, kind, from_value, to_value)
      values (${newId()}, ${thread.id}, ${thread.spaceId}, ${tx.at}, ${actorId}, ${kind}, ${from}, ${to})`);
  }

  private async replace(tx: Transaction, message: Message, before: string, firstLine: string): Promise<void> {
    await tx.sql(sql`
      insert into hotline.message_revision (message_id, space_id, version, body, replaced_at, replaced_by)
      values (${message.id}, ${message.spaceId}, ${message.version - 1}, ${before}, ${tx.at}, ${tx.person})`);
    await tx.save(message);
    if (message.seq === 1) {
      await tx.sql(sql`update hotline.thread set first_line = ${firstLine} where id = ${message.threadId}`);
    }
    await tx.emit(events.messageEdited, { threadId: message.threadId, messageId: message.id });
    hintThread(tx, { id: message.threadId, spaceId: message.spaceId });
  }

  private async moveMark(tx: Transaction, threadId: string, spaceId: string, seq: number): Promise<boolean> {
    const moved = await tx.one(sql`
      insert into hotline.thread_read as mark (thread_id, space_id, person_id, seq, read_at)
      values (${threadId}, ${spaceId}, ${tx.person}, ${seq}, ${tx.at})
      on conflict (thread_id, person_id) do update set seq = excluded.seq, read_at = excluded.read_at
        where mark.seq < excluded.seq returning thread_id`);
    return moved !== null;
  }

  /** Whoever of us had read all that was said has still read it: what we say ourselves is no work for the inbox. */
  private async keepCaughtUp(tx: Transaction, thread: Thread): Promise<void> {
    await tx.sql(sql`
      update hotline.thread_read mark set seq = ${thread.lastSeq}
      from hotline.person person where person.id = mark.person_id and person.staff_role is not null
        and mark.thread_id = ${thread.id} and mark.seq = ${thread.lastSeq - 1}`);
  }

  /** The other side learns that it was read, not by whom. Planners look on: only who answers has seen it for us. */
  private async moveSeen(
    tx: Transaction,
    thread: { id: string; spaceId: string },
    seq: number,
  ): Promise<void> {
    if (isStaff(tx.actor) && !answers(tx.actor)) return;
    const seen = isStaff(tx.actor) ? sql`staff_seen_seq` : sql`contact_seen_seq`;
    const moved = await tx.one(
      sql`update hotline.thread set ${seen} = ${seq} where id = ${thread.id} and ${seen} < ${seq} returning id`,
    );
    if (moved) hintThread(tx, thread);
  }

  private async forUpdate(tx: Transaction, id: string): Promise<Thread> {
    return this.one(tx, sql`thread.id = ${id}`);
  }

  private async one(tx: Transaction, condition: Sql): Promise<Thread> {
    const [thread] = await tx.load(
      Thread,
      sql`select thread.* from hotline.thread thread where ${condition} and ${policy.visibleThreads(tx.actor)} for update`,
    );
    return found(thread);
  }

  /** The thread's row is locked first, so that edits and posts of one thread stand in one queue. */
  private async messageForUpdate(tx: Transaction, id: string): Promise<Message> {
    await this.one(tx, sql`thread.id = (select thread_id from hotline.message where id = ${id})`);
    const [message] = await tx.load(Message, sql`select * from hotline.message where id = ${id} for update`);
    return found(message);
  }
}
