// A post is taken back: its words go for good, its place stays where somebody has answered.
import { sql } from '../platform/database/index.js';
import { newsOf, tell } from './board-hints.js';
import type { Asking } from './boards-database.js';

type Taken = {
  id: string;
  board_id: string;
  hidden: boolean;
  kind: string;
  created_on: string;
  hidden_on: string | null;
  last_seq: number;
};

/** A question without any answer or comment goes with its thread. The caller has asked who may. */
export async function takeBack(tx: Asking, postId: string, today: string): Promise<void> {
  const [post] = await tx.sql<Taken>(sql`
    select thread.id, thread.board_id, thread.hidden, post.kind, post.created_on, post.hidden_on, thread.last_seq
    from boards.post post join boards.thread thread on thread.id = post.thread_id
    where post.id = ${postId} and post.deleted_on is null for update of thread`);
  if (!post) return;
  const { id: threadId, kind } = post;
  if (kind === 'QUESTION' && post.last_seq === 1) {
    await tx.sql(sql`delete from boards.thread where id = ${threadId}`);
    // Of an earlier day it may have been carried over, which has to follow.
    if (post.created_on < today)
      await tx.sql(sql`insert into boards.gone (thread_id, gone_on) values (${threadId}, ${today}::date)`);
    return tell(tx, newsOf('GONE', post));
  }
  await tx.sql(sql`update boards.post set body = '', deleted_on = ${today}::date, company_label = null, version = version + 1
    where id = ${postId}`);
  await tx.sql(sql`delete from boards.picture where post_id = ${postId}`);
  if (kind === 'QUESTION')
    await tx.sql(sql`update boards.thread set title = '', tags = '{}', grams = '{}' where id = ${threadId}`);
  if (kind === 'ANSWER')
    await tx.sql(sql`
      update boards.thread set answers = answers - ${post.hidden_on === null ? 1 : 0},
        accepted_id = nullif(accepted_id, ${postId}::uuid) where id = ${threadId}`);
  await tell(tx, newsOf('THREAD', post));
}
