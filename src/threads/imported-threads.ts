// History from another system: threads that are closed, marked imported, and told to nobody.
import { type Transaction, newId, sql } from '../platform/database/index.js';
import { type Channel, firstLineOf } from './thread.entity.js';
import { threadsImported } from './threads.events.js';

export type ImportedThread = { spaceId: string; personId: string; channel: Channel; body: string; at: Date };

/** Writes threads with their one message, in one statement each; returns their ids in the order given. */
export async function bringThreads(tx: Transaction, threads: ImportedThread[]): Promise<string[]> {
  const rows = threads.map(({ spaceId, personId, channel, body, at }) => ({
    id: newId(),
    message_id: newId(),
    space_id: spaceId,
    person_id: personId,
    channel,
    body,
    first_line: firstLineOf(body),
    at: at.toISOString(),
  }));
  const input = JSON.stringify(rows);
  await tx.sql(sql`
    insert into hotline.thread (id, space_id, opened_by, opened_side, first_line, state, channel, imported,
      created_at, last_message_at, last_seq)
    select id, space_id, person_id, 'CONTACT', first_line, 'CLOSED', channel, true, at, at, 1
    from json_to_recordset(${input}::json)
      as r(id uuid, space_id uuid, person_id uuid, first_line text, channel text, at timestamptz)`);
  await tx.sql(sql`
    insert into hotline.message (id, thread_id, space_id, seq, author_id, side, body, created_at)
    select message_id, id, space_id, 1, person_id, 'CONTACT', body, at
    from json_to_recordset(${input}::json)
      as r(id uuid, message_id uuid, space_id uuid, person_id uuid, body text, at timestamptz)`);
  const threadIds = rows.map(({ id }) => id);
  await tx.emit(threadsImported, { threadIds });
  return threadIds;
}
