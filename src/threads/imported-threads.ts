// History from another system: threads that are closed, marked imported, and told to nobody.
import { type Transaction, newId, sql } from '../platform/database/index.js';
import { type Channel, firstLineOf } from './thread.entity.js';
import { type KeptThread, takingBackAsked, threadsImported, threadsTakenBack } from './threads.events.js';

export type ImportedThread = {
  spaceId: string;
  personId: string;
  channel: Channel;
  title?: string | null;
  body: string;
  at: Date;
  /** As a person decided it, in the other system. */
  category?: string | null;
};

/** Writes threads with their one message, in one statement each; returns their ids in the order given. */
export async function bringThreads(tx: Transaction, threads: ImportedThread[]): Promise<string[]> {
  const rows = threads.map(({ spaceId, personId, channel, title, body, at }) => ({
    id: newId(),
    message_id: newId(),
    space_id: spaceId,
    person_id: personId,
    channel,
    title: title ?? null,
    body,
    first_line: firstLineOf(body),
    at: at.toISOString(),
  }));
  const input = JSON.stringify(rows);
  await tx.sql(sql`
    insert into hotline.thread (id, space_id, opened_by, opened_side, title, first_line, state, channel, imported,
      created_at, last_message_at, last_seq)
    select id, space_id, person_id, 'CONTACT', title, first_line, 'CLOSED', channel, true, at, at, 1
    from json_to_recordset(${input}::json)
      as r(id uuid, space_id uuid, person_id uuid, title text, first_line text, channel text, at timestamptz)`);
  await tx.sql(sql`
    insert into hotline.message (id, thread_id, space_id, seq, author_id, side, body, created_at)
    select message_id, id, space_id, 1, person_id, 'CONTACT', body, at
    from json_to_recordset(${input}::json)
      as r(id uuid, message_id uuid, space_id uuid, person_id uuid, body text, at timestamptz)`);
  const threadIds = rows.map(({ id }) => id);
  const decided = threads.flatMap(({ category }, index) =>
    category ? [{ threadId: threadIds[index] ?? '', category }] : [],
  );
  await tx.emit(threadsImported, { threadIds, decided });
  return threadIds;
}

/** Somebody wrote since it was brought; news of a decision is nobody's writing. */
const talkedOn = sql`exists (select 1 from hotline.message later
  where later.thread_id = thread.id and later.seq > 1 and not later.automatic)`;

/** Threads of history that people have worked on since: answered, followed, changed, or reviewed a floor up. */
export async function workedOnThreads(tx: Transaction, threadIds: string[]): Promise<KeptThread[]> {
  const kept = await tx.sql<KeptThread>(sql`
    select thread.id as "threadId", case
      when ${talkedOn} then 'ANSWERED'
      when exists (select 1 from hotline.thread next where next.follows_id = thread.id) then 'FOLLOWED'
      else 'CHANGED' end as why
    from hotline.thread thread
    where thread.id = any(${threadIds}::uuid[]) and (not thread.imported or ${talkedOn} or thread.version > 1
      or exists (select 1 from hotline.thread next where next.follows_id = thread.id)
      or exists (select 1 from hotline.message message where message.thread_id = thread.id and message.version > 1)
      or exists (select 1 from hotline.note note where note.thread_id = thread.id)
      or exists (select 1 from hotline.thread_change change where change.thread_id = thread.id)
      or exists (select 1 from hotline.thread_desk desk where desk.thread_id = thread.id)
      or exists (select 1 from hotline.thread_tag tag where tag.thread_id = thread.id))`);
  const named = new Set(kept.map(({ threadId }) => threadId));
  const rest = threadIds.filter((id) => !named.has(id));
  await tx.emit(takingBackAsked, { threadIds: rest, kept });
  return kept;
}

/** Takes threads away that nobody has worked on, with all that was made of them. */
export async function takeBackThreads(tx: Transaction, threadIds: string[]): Promise<void> {
  if (threadIds.length === 0) return;
  await tx.emit(threadsTakenBack, { threadIds });
  for (const table of [sql`thread_read`, sql`desk_change`, sql`message`])
    await tx.sql(sql`delete from hotline.${table} where thread_id = any(${threadIds}::uuid[])`);
  await tx.sql(sql`delete from hotline.thread where id = any(${threadIds}::uuid[])`);
}
