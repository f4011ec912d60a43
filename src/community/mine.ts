// Whether something is by whoever asks: derived again each time, stored nowhere.
import type { BoardAccess } from './board-access.js';

/** Our team stands by each other's words, which bear no tag; everybody else by their own. */
export function isMine(access: BoardAccess, post: { tag: Buffer | null; thread_id: string }): boolean {
  const { tag } = post;
  if (tag === null) return access.moderates;
  return !access.ours && access.tags('author', post.thread_id).some((own) => own.equals(tag));
}

/** Whether the question above a post is. */
export const askedByMe = (access: BoardAccess, post: { asker: Buffer | null; thread_id: string }): boolean =>
  post.asker !== null && isMine(access, { tag: post.asker, thread_id: post.thread_id });
