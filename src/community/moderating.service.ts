// Moderation: what is hidden, restored, dismissed, and who is banned, without anybody learning who that is.
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from '../platform/database/index.js';
import { conflict, found, must } from '../platform/errors.js';
import type { BoardAccess } from './board-access.js';
import { tell } from './board-hints.js';
import { type Asking, BOARDS, BoardsDatabase, type BoardsPlace } from './boards-database.js';
import { type PostRow, canBan, canHide, canOffer, canRestore } from './boards.policy.js';
import { type DecisionRow, postColumns, postTables } from './boards.reads.js';

type Decided = { boardId: string; postId: string | null; banId?: string; reason: string };

@Injectable()
export class ModeratingService {
  constructor(
    @Inject(BoardsDatabase) private readonly database: BoardsDatabase,
    @Inject(BOARDS) private readonly place: BoardsPlace,
  ) {}

  /** Its reports are settled; a hidden question hides its thread. */
  async hide(access: BoardAccess, postId: string, reason: string): Promise<void> {
    await this.database.transact(async (tx) => {
      const post = await this.postFor(tx, access, postId);
      must(canHide(access, post));
      await tx.sql(sql`update boards.post set hidden_on = ${access.today}::date, hidden_reason = ${reason}, version = version + 1
        where id = ${postId}`);
      await this.showThread(tx, post, false);
      await this.settle(tx, access, postId);
      await this.decide(tx, access, 'HIDDEN', { boardId: post.board_id, postId, reason });
    });
  }

  async restore(access: BoardAccess, postId: string, reason: string): Promise<void> {
    await this.database.transact(async (tx) => {
      const post = await this.postFor(tx, access, postId);
      must(canRestore(access, post));
      await tx.sql(
        sql`update boards.post set hidden_on = null, hidden_reason = null, version = version + 1 where id = ${postId}`,
      );
      await this.showThread(tx, post, true);
      await this.decide(tx, access, 'RESTORED', { boardId: post.board_id, postId, reason });
    });
  }

  /** The post stays as it is. */
  async dismiss(access: BoardAccess, postId: string, reason: string): Promise<void> {
    await this.database.transact(async (tx) => {
      const post = await this.postFor(tx, access, postId);
      if ((await this.settle(tx, access, postId)) === 0)
        throw conflict('SETTLED', 'Somebody has dealt with these reports already.');
      await this.decide(tx, access, 'DISMISSED', { boardId: post.board_id, postId, reason });
    });
  }

  /** An answer as a help article, or no longer. Nobody on the board sees it. */
  async offer(access: BoardAccess, postId: string, offered: boolean): Promise<void> {
    await this.database.transact(async (tx) => {
      const post = await this.postFor(tx, access, postId);
      must(offered ? canOffer(access, post) : access.moderates);
      await tx.sql(
        offered
          ? sql`insert into boards.offer (post_id, offered_on, offered_by)
              values (${postId}, ${access.today}::date, ${access.name}) on conflict (post_id) do nothing`
          : sql`delete from boards.offer where post_id = ${postId}`,
      );
    });
  }

  /** Whoever wrote this writes on this board no more. Banned twice, one author looks like two. */
  async ban(access: BoardAccess, postId: string, reason: string): Promise<void> {
    await this.database.transact(async (tx) => {
      const post = await this.postFor(tx, access, postId);
      must(canBan(access, post));
      const id = randomUUID();
      const version = post.key_version ?? 0;
      const tag = this.place.keys().banTag(post.sealed as Buffer, version, id);
      await tx.sql(sql`insert into boards.ban (id, board_id, tag, key_version, reason, banned_on)
        values (${id}, ${post.board_id}, ${tag}::bytea, ${version}, ${reason}, ${access.today}::date)`);
      await this.decide(tx, access, 'BANNED', { boardId: post.board_id, postId, banId: id, reason });
    });
  }

  /** The ban of one decision; another ban of the same author stays. */
  async lift(access: BoardAccess, decisionId: string, reason: string): Promise<string> {
    must(access.moderates);
    return this.database.transact(async (tx) => {
      const [row] = await tx.sql<DecisionRow & { board_id: string }>(
        sql`select * from boards.decision where id = ${decisionId} and ban_id is not null and kind = 'BANNED'`,
      );
      const { ban_id: banId, board_id: boardId, post_id: postId } = found(row);
      const lifted = await tx.sql<object>(
        sql`update boards.ban set lifted_on = ${access.today}::date where id = ${banId} and lifted_on is null returning id`,
      );
      if (lifted.length === 0) throw conflict('SETTLED', 'This ban was lifted already.');
      await this.decide(tx, access, 'LIFTED', { boardId, postId, ...(banId ? { banId } : {}), reason });
      return boardId;
    });
  }

  private async postFor(tx: Asking, access: BoardAccess, postId: string): Promise<PostRow> {
    must(access.moderates);
    await tx.sql(
      sql`select id from boards.thread where id = (select thread_id from boards.post where id = ${postId}) for update`,
    );
    const [post] = await tx.sql<PostRow>(
      sql`select ${postColumns} from ${postTables} where post.id = ${postId}`,
    );
    return found(post);
  }

  private async showThread(tx: Asking, post: PostRow, shown: boolean): Promise<void> {
    if (post.kind === 'QUESTION')
      await tx.sql(sql`update boards.thread set hidden = ${!shown} where id = ${post.thread_id}`);
    if (post.kind === 'ANSWER')
      await tx.sql(
        sql`update boards.thread set answers = answers + ${shown ? 1 : -1} where id = ${post.thread_id}`,
      );
    const place = { boardId: post.board_id, threadId: post.thread_id };
    if (post.kind === 'QUESTION') return tell(tx, { kind: shown ? 'QUESTION' : 'GONE', ...place });
    await tell(tx, { kind: 'THREAD', ...place, ...(post.thread_hidden ? { hidden: true } : {}) });
  }

  private async settle(tx: Asking, access: BoardAccess, postId: string): Promise<number> {
    const settled = await tx.sql<object>(sql`
      update boards.report set settled_on = ${access.today}::date where post_id = ${postId} and settled_on is null returning id`);
    return settled.length;
  }

  private async decide(
    tx: Asking,
    access: BoardAccess,
    kind: DecisionRow['kind'],
    { boardId, postId, banId, reason }: Decided,
  ): Promise<void> {
    await tx.sql(sql`
      insert into boards.decision (id, board_id, post_id, ban_id, kind, reason, moderator_name, decided_on)
      values (${randomUUID()}, ${boardId}, ${postId}::uuid, ${banId ?? null}::uuid, ${kind}, ${reason}, ${access.name}, ${access.today}::date)`);
    await tell(tx, { kind: 'REPORTS' });
  }
}
