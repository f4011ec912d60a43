// Rows of threads to GraphQL objects.
import { globalId, type GraphqlContext, byKey, localId } from '../platform/graphql/index.js';
import { found } from '../platform/errors.js';
import type { ThreadState } from './thread.entity.js';
import type { MessageType, NoteType, ThreadChangeType } from './entries.graphql.js';
import type { ThreadType } from './threads.graphql.js';
import type { EntryRow, ThreadRow, ThreadsReads } from './threads.reads.js';

export const threadShape = (row: ThreadRow): ThreadType => ({
  id: globalId('thread', row.id),
  uuid: row.id,
  number: row.number,
  title: row.title,
  heading: row.title ?? row.first_line,
  state: row.state,
  channel: row.channel,
  openedSide: row.opened_side,
  imported: row.imported,
  createdAt: row.created_at,
  lastMessageAt: row.last_message_at,
  unansweredSince: row.unanswered_since,
  messageCount: row.last_seq,
  unread: row.imported ? 0 : Math.max(0, row.last_seq - row.read_seq),
  seenSeq: row.seen_seq,
  version: row.version,
  spaceUuid: row.space_id,
  openedByUuid: row.opened_by,
  assigneeUuid: row.assignee_id,
  followsUuid: row.follows_id,
  followedByUuid: row.followed_by_id,
  shownPriority: row.priority,
});

export const messageShape = (row: EntryRow): MessageType => ({
  id: globalId('message', row.id),
  uuid: row.id,
  spaceUuid: row.space_id,
  threadUuid: row.thread_id,
  authorUuid: row.author_id ?? '',
  seq: row.seq ?? 0,
  side: row.side ?? 'STAFF',
  body: row.deleted_at ? null : row.body,
  createdAt: row.at,
  editedAt: row.edited_at,
  deletedAt: row.deleted_at,
  version: row.version ?? 1,
  automatic: row.automatic ?? false,
});

export const noteShape = (row: EntryRow): NoteType => ({
  id: globalId('note', row.id),
  uuid: row.id,
  threadUuid: row.thread_id,
  authorUuid: row.author_id ?? '',
  body: row.deleted_at ? null : row.body,
  openToPlanners: row.open_to_planners ?? false,
  createdAt: row.at,
  editedAt: row.edited_at,
  deletedAt: row.deleted_at,
  version: row.version ?? 1,
});

const changeShape = (row: EntryRow): ThreadChangeType => ({
  id: globalId('change', row.id),
  at: row.at,
  state: row.change === 'STATE' ? (row.to_value as ThreadState) : null,
  actorUuid: row.author_id,
  assigneeUuid: row.change === 'ASSIGNEE' ? row.to_value : null,
});

export function entryShape(row: EntryRow): MessageType | NoteType | ThreadChangeType {
  if (row.kind === 'MESSAGE') return messageShape(row);
  return row.kind === 'NOTE' ? noteShape(row) : changeShape(row);
}

export async function loadThread(
  context: GraphqlContext,
  reads: ThreadsReads,
  id: string,
): Promise<ThreadType> {
  const row = await context.load('thread', id, async (ids) =>
    byKey(await reads.byIds(context.actor, ids), (each) => each.id),
  );
  return threadShape(found(row));
}

export async function loadMessage(
  context: GraphqlContext,
  reads: ThreadsReads,
  id: string,
): Promise<MessageType> {
  const row = await context.load('message', id, async (ids) =>
    byKey(await reads.messagesByIds(context.actor, ids), (each) => each.id),
  );
  return messageShape(found(row));
}

export async function loadNote(context: GraphqlContext, reads: ThreadsReads, id: string): Promise<NoteType> {
  const row = await context.load('note', id, async (ids) =>
    byKey(await reads.notesByIds(context.actor, ids), (each) => each.id),
  );
  return noteShape(found(row));
}

/** Files that are said with something, by their ids in GraphQL. */
export const uploadIds = (ids: string[] | null | undefined): string[] =>
  (ids ?? []).map((id) => localId('attachment', id));
