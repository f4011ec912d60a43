// Every SELECT about threads: one function per screen or question.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, answers, isStaff, personOf, system } from '../platform/actor.js';
import { containing, Database, empty, join, rows, type Sql, sql } from '../platform/database/index.js';
import { searchTerm } from '../platform/hangul.js';
import type { Channel, Side, ThreadState } from './thread.entity.js';
import { visibleNotes, visibleThreads } from './threads.policy.js';

export const QUEUES = [
  'ALL',
  'MINE',
  'UNASSIGNED',
  'WAITING_FOR_US',
  'WAITING_FOR_CLIENT',
  'IN_PROGRESS',
  'UNREAD',
  'RESOLVED',
  'CLOSED',
] as const;
export type Queue = (typeof QUEUES)[number];
export const ORDERS = ['NEWEST', 'LONGEST_WAITING'] as const;
export type Order = (typeof ORDERS)[number];
export const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
export type Priority = (typeof PRIORITIES)[number];

export type ThreadRow = {
  id: string;
  number: number;
  space_id: string;
  opened_by: string;
  opened_side: Side;
  title: string | null;
  first_line: string;
  state: ThreadState;
  channel: Channel;
  assignee_id: string | null;
  follows_id: string | null;
  followed_by_id: string | null;
  imported: boolean;
  created_at: Date;
  last_message_at: Date;
  last_seq: number;
  unanswered_since: Date | null;
  version: number;
  read_seq: number;
  /** Number of the newest message that the viewer's other side has read. */
  seen_seq: number;
  /** Only for staff who answer. */
  priority: Priority | null;
};

export type EntryRow = {
  kind: 'MESSAGE' | 'NOTE' | 'CHANGE';
  id: string;
  at: Date;
  space_id: string;
  thread_id: string;
  author_id: string | null;
  side: Side | null;
  body: string | null;
  seq: number | null;
  edited_at: Date | null;
  deleted_at: Date | null;
  version: number | null;
  open_to_planners: boolean | null;
  automatic: boolean | null;
  change: 'STATE' | 'ASSIGNEE' | null;
  from_value: string | null;
  to_value: string | null;
};

export type RevisionRow = {
  entry_id: string;
  version: number;
  body: string;
  replaced_at: Date;
  replaced_by: string;
};
export type QueueCountsRow = {
  mine: number;
  unassigned: number;
  waiting_for_us: number;
  unread: number;
  all: number;
};

export type TagRow = { id: string; name: string };

export type ThreadFilter = {
  queue: Queue;
  order: Order;
  spaceId: string | null;
  assigneeId: string | null;
  tagId: string | null;
  /** Only threads that nobody takes care of. */
  unassigned: boolean;
  /** Only these, of those that the rest finds. */
  threadIds: readonly string[] | null;
  search: string | null;
};

/** What a thread's list and page show; the reading mark is the viewer's own. */
function threadColumns(actor: Actor): Sql {
  return sql`thread.id, thread.number, thread.space_id, thread.opened_by, thread.opened_side, thread.title, thread.first_line,
    thread.state, thread.channel, thread.assignee_id, thread.follows_id, thread.imported, thread.created_at,
    thread.last_message_at, thread.last_seq, thread.unanswered_since, thread.version,
    coalesce(reading.seq, 0) as read_seq,
    ${isStaff(actor) ? sql`thread.contact_seen_seq` : sql`thread.staff_seen_seq`} as seen_seq,
    (select next.id from hotline.thread next where next.follows_id = thread.id order by next.created_at limit 1) as followed_by_id,
    ${answers(actor) ? sql`coalesce(desk.priority, 'NORMAL')` : sql`null`} as priority`;
}

function threadTables(actor: Actor): Sql {
  return sql`hotline.thread thread
    left join hotline.thread_read reading on reading.thread_id = thread.id and reading.person_id = ${personOf(actor)}
    ${answers(actor) ? sql`left join hotline.thread_desk desk on desk.thread_id = thread.id` : empty}`;
}

const IN_PROGRESS = sql`thread.state in ('OPEN', 'WAITING_FOR_CLIENT')`;

export function queueCondition(actor: Actor, queue: Queue): Sql {
  switch (queue) {
    case 'ALL':
      return actor.kind === 'contact' ? sql`true` : sql`thread.state <> 'CLOSED'`;
    case 'MINE':
      return actor.kind === 'contact'
        ? sql`thread.opened_by = ${actor.personId}`
        : sql`thread.assignee_id = ${personOf(actor)} and ${IN_PROGRESS}`;
    case 'UNASSIGNED':
      return sql`thread.assignee_id is null and ${IN_PROGRESS}`;
    case 'WAITING_FOR_US':
      return sql`thread.state = 'OPEN'`;
    case 'WAITING_FOR_CLIENT':
      return sql`thread.state = 'WAITING_FOR_CLIENT'`;
    case 'IN_PROGRESS':
      return IN_PROGRESS;
    case 'UNREAD':
      return sql`thread.state <> 'CLOSED' and thread.last_seq > coalesce(reading.seq, 0)`;
    case 'RESOLVED':
      return sql`thread.state = 'RESOLVED'`;
    case 'CLOSED':
      return sql`thread.state = 'CLOSED'`;
  }
}

/** By number, title or first line, and for staff by company and person. */
function searchCondition(actor: Actor, search: string): Sql {
  const number = /^#?(\d{1,9})$/.exec(search.trim());
  const pattern = containing(search.trim());
  const named = containing(searchTerm(search));
  return join(
    [
      sql`thread.title ilike ${pattern}`,
      sql`thread.first_line ilike ${pattern}`,
      ...(number ? [sql`thread.number = ${Number(number[1])}`] : []),
      ...(isStaff(actor)
        ? [
            sql`thread.space_id in (select space.id from hotline.space space
                join hotline.company company on company.id = space.company_id where company.name_search like ${named})`,
            sql`thread.opened_by in (select person.id from hotline.person person where person.name_search like ${named})`,
          ]
        : []),
    ],
    ' or ',
    '(',
    ')',
  );
}

@Injectable()
export class ThreadsReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  list(
    actor: Actor,
    filter: ThreadFilter,
    first: number,
    after: { at: string; id: string } | null,
  ): Promise<ThreadRow[]> {
    const waiting = filter.order === 'LONGEST_WAITING';
    const conditions = [
      visibleThreads(actor),
      queueCondition(actor, filter.queue),
      ...(filter.spaceId ? [sql`thread.space_id = ${filter.spaceId}`] : []),
      ...(filter.assigneeId ? [sql`thread.assignee_id = ${filter.assigneeId}`] : []),
      ...(filter.tagId
        ? [sql`thread.id in (select thread_id from hotline.thread_tag where tag_id = ${filter.tagId})`]
        : []),
      ...(filter.unassigned ? [sql`thread.assignee_id is null`] : []),
      ...(filter.threadIds ? [sql`thread.id = any(${[...filter.threadIds]}::uuid[])`] : []),
      ...(filter.search ? [searchCondition(actor, filter.search)] : []),
      ...(waiting ? [sql`thread.unanswered_since is not null`] : []),
      ...(after
        ? [
            waiting
              ? sql`(thread.unanswered_since, thread.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
              : sql`(thread.last_message_at, thread.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
          ]
        : []),
    ];
    return this.database.read(
      actor,
      sql`select ${threadColumns(actor)} from ${threadTables(actor)} where ${join(conditions, ' and ')}
          order by ${waiting ? sql`thread.unanswered_since, thread.id` : sql`thread.last_message_at desc, thread.id desc`}
          limit ${rows(first + 1)}`,
    );
  }

  byIds(actor: Actor, ids: readonly string[]): Promise<ThreadRow[]> {
    return this.database.read(
      actor,
      sql`select ${threadColumns(actor)} from ${threadTables(actor)}
          where ${visibleThreads(actor)} and thread.id = any(${[...ids]}::uuid[])`,
    );
  }

  async byNumber(actor: Actor, number: number): Promise<ThreadRow | null> {
    return this.database.readOne(
      actor,
      sql`select ${threadColumns(actor)} from ${threadTables(actor)} where ${visibleThreads(actor)} and thread.number = ${number}`,
    );
  }

  /** How many threads stand in each queue of the team: kept figures, the same cost whatever there is to count. */
  async counts(actor: Actor): Promise<QueueCountsRow> {
    const me = personOf(actor);
    const row = await this.database.readOne<QueueCountsRow>(
      actor,
      sql`select all_of.*, (all_of."all" - (
            select coalesce(sum(thread.n), 0) from (
              select person_id, opened_side, n from hotline.thread_caught_up
              union all select person_id, opened_side, n from hotline.thread_caught_up_delta) thread
            where thread.person_id = ${me} and ${visibleThreads(actor)}))::int as unread
          from (
            select coalesce(sum(thread.n) filter (where thread.assignee_id = ${me} and ${IN_PROGRESS}), 0)::int as mine,
                   coalesce(sum(thread.n) filter (where thread.assignee_id = hotline.nobody() and ${IN_PROGRESS}), 0)::int
                     as unassigned,
                   coalesce(sum(thread.n) filter (where thread.state = 'OPEN'), 0)::int as waiting_for_us,
                   coalesce(sum(thread.n), 0)::int as "all"
            from (select state, assignee_id, opened_side, n from hotline.thread_count
                  union all select state, assignee_id, opened_side, n from hotline.thread_count_delta) thread
            where ${visibleThreads(actor)}) all_of`,
    );
    return row ?? { mine: 0, unassigned: 0, waiting_for_us: 0, unread: 0, all: 0 };
  }

  /** Folds what was counted since into the kept counts. */
  async fold(): Promise<void> {
    await this.database.transact(system, (tx) => tx.sql(sql`select hotline.thread_counts_fold()`));
  }

  /** Counts anew and puts right what differs; returns how many counts were wrong. */
  async mend(): Promise<number> {
    const row = await this.database.transact(system, (tx) =>
      tx.one<{ n: number }>(sql`select hotline.thread_counts_mend() as n`),
    );
    return row?.n ?? 0;
  }

  /** Messages, changes of state and assignee and, for those who may, notes: newest first. */
  timeline(
    actor: Actor,
    threadId: string,
    first: number,
    after: { at: string; id: string } | null,
  ): Promise<EntryRow[]> {
    const before = (at: Sql, id: Sql): Sql =>
      after ? sql`and (${at}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)` : empty;
    const notes = isStaff(actor)
      ? sql`union all
        (select 'NOTE', note.id, note.created_at, note.space_id, note.thread_id, note.author_id, 'STAFF', note.body, null,
                note.edited_at, note.deleted_at, note.version, note.open_to_planners, false, null, null, null
         from hotline.note note where note.thread_id = ${threadId} and ${visibleNotes(actor)}
           ${before(sql`note.created_at`, sql`note.id`)} order by note.created_at desc, note.id desc limit ${rows(first + 1)})`
      : empty;
    return this.database.read(
      actor,
      sql`select entry.* from (
        (select 'MESSAGE' as kind, message.id, message.created_at as at, message.space_id, message.thread_id,
                message.author_id, message.side, message.body, message.seq, message.edited_at, message.deleted_at,
                message.version, null::boolean as open_to_planners, message.automatic, null as change, null as from_value, null as to_value
         from hotline.message message where message.thread_id = ${threadId}
           ${before(sql`message.created_at`, sql`message.id`)} order by message.seq desc limit ${rows(first + 1)})
        union all
        (select 'CHANGE', change.id, change.at, change.space_id, change.thread_id, change.actor_id, null, null, null,
                null, null, null, null, false, change.kind, change.from_value, change.to_value
         from hotline.thread_change change where change.thread_id = ${threadId}
           ${before(sql`change.at`, sql`change.id`)} order by change.at desc, change.id desc limit ${rows(first + 1)})
        ${notes}) entry
        where exists (select 1 from hotline.thread thread where thread.id = ${threadId} and ${visibleThreads(actor)})
        order by entry.at desc, entry.id desc limit ${rows(first + 1)}`,
    );
  }

  async messagesByIds(actor: Actor, ids: readonly string[]): Promise<EntryRow[]> {
    return this.database.read(
      actor,
      sql`select 'MESSAGE' as kind, message.id, message.created_at as at, message.space_id, message.thread_id,
            message.author_id, message.side, message.body, message.seq, message.edited_at, message.deleted_at, message.version,
            message.automatic
          from hotline.message message join hotline.thread thread on thread.id = message.thread_id
          where message.id = any(${[...ids]}::uuid[]) and ${visibleThreads(actor)}`,
    );
  }

  async notesByIds(actor: Actor, ids: readonly string[]): Promise<EntryRow[]> {
    if (!isStaff(actor)) return [];
    return this.database.read(
      actor,
      sql`select 'NOTE' as kind, note.id, note.created_at as at, note.space_id, note.thread_id, note.author_id,
            'STAFF' as side, note.body, note.edited_at, note.deleted_at, note.version, note.open_to_planners
          from hotline.note note join hotline.thread thread on thread.id = note.thread_id
          where note.id = any(${[...ids]}::uuid[]) and ${visibleNotes(actor)} and ${visibleThreads(actor)}`,
    );
  }

  /** Earlier texts of messages; the caller has checked canReadHistory. */
  messageRevisions(actor: Actor, ids: readonly string[]): Promise<RevisionRow[]> {
    return this.database.read(
      actor,
      sql`select message_id as entry_id, version, body, replaced_at, replaced_by from hotline.message_revision
          where message_id = any(${[...ids]}::uuid[]) order by version`,
    );
  }

  /** Tags by thread, for staff who answer. */
  tagsOf(actor: Actor, threadIds: readonly string[]): Promise<(TagRow & { thread_id: string })[]> {
    return this.database.read(
      actor,
      sql`select tt.thread_id, tag.id, tag.name from hotline.thread_tag tt join hotline.tag tag on tag.id = tt.tag_id
          where tt.thread_id = any(${[...threadIds]}::uuid[]) order by tag.name`,
    );
  }

  tags(actor: Actor): Promise<TagRow[]> {
    return this.database.read(actor, sql`select id, name from hotline.tag order by name limit 500`);
  }

  /**
   * The median of first response times by space, in minutes of the calendar: threads that contacts opened since a
   * moment and that were answered. Spaces with fewer than three of them say nothing yet.
   */
  usualAnswers(
    actor: Actor,
    spaceIds: readonly string[],
    since: Date,
  ): Promise<{ space_id: string; minutes: number }[]> {
    return this.database.read(
      actor,
      sql`select thread.space_id, ceil(percentile_cont(0.5) within group (
            order by extract(epoch from thread.first_response_at - thread.created_at) / 60))::int as minutes
          from hotline.thread thread
          where thread.space_id = any(${[...spaceIds]}::uuid[]) and ${visibleThreads(actor)} and not thread.imported
            and thread.opened_side = 'CONTACT' and thread.first_response_at is not null and thread.created_at >= ${since}
          group by thread.space_id having count(*) >= 3`,
    );
  }
}
