// What threads keep of a person, for their file: what they opened, said and sent. Only their own words; a note is staff's.
import { type Sql, sql } from '../platform/database/index.js';
import type { PersonalPart } from '../identity/index.js';

const NUMBER = sql`(select thread.number from hotline.thread thread where thread.id = each.thread_id)`;

/** Earlier versions, oldest first: also their own words. */
const earlier = (from: Sql): Sql =>
  sql`(select coalesce(json_agg(json_build_object('body', revision.body, 'until', revision.replaced_at)
        order by revision.version), '[]') from ${from})`;

const said = (table: Sql, revisions: Sql): ((ids: readonly string[]) => Sql) => {
  return (ids) => sql`select each.id::text as key, json_build_object('thread', ${NUMBER}, 'body', each.body,
      'at', each.created_at, 'editedAt', each.edited_at, 'deletedAt', each.deleted_at,
      'earlier', ${earlier(revisions)}) as entry
    from ${table} each where each.author_id = any(${[...ids]}::uuid[])`;
};

const file = (
  entry: Sql,
): Sql => sql`json_build_object('id', 'attachment_' || replace(file.id::text, '-', ''),
  'name', file.name, 'mediaType', file.media_type, 'bytes', file.bytes, 'sha256', file.sha256, 'at', file.created_at,
  'on', ${entry})`;

export const THREAD_PARTS: PersonalPart[] = [
  {
    name: 'threads',
    rows: (
      ids,
    ) => sql`select thread.id::text as key, json_build_object('number', thread.number, 'title', thread.title,
        'firstLine', thread.first_line, 'channel', thread.channel, 'state', thread.state,
        'openedAt', thread.created_at, 'resolvedAt', thread.resolved_at) as entry
      from hotline.thread thread where thread.opened_by = any(${[...ids]}::uuid[])`,
  },
  {
    name: 'messages',
    rows: said(
      sql`hotline.message`,
      sql`hotline.message_revision revision where revision.message_id = each.id`,
    ),
  },
  {
    name: 'notes',
    rows: said(sql`hotline.note`, sql`hotline.note_revision revision where revision.note_id = each.id`),
  },
  {
    // Their bytes are at /files/{id}/{name}, as long as they may be seen.
    name: 'attachments',
    rows: (ids) => sql`select file.id::text as key, ${file(sql`'message'`)} as entry
        from hotline.attachment file where file.uploaded_by = any(${[...ids]}::uuid[])
      union all select file.id::text, ${file(sql`'note'`)}
        from hotline.note_attachment file where file.uploaded_by = any(${[...ids]}::uuid[])
      union all select file.id::text, ${file(sql`null`)}
        from hotline.upload file where file.uploaded_by = any(${[...ids]}::uuid[]) and file.said_at is null`,
  },
];
