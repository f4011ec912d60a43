// What is written on boards. A post's id is its author's own random one: sent again, it is the same post.
import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from '../platform/database/index.js';
import { conflict, denied, found, invalid, must, notFound } from '../platform/errors.js';
import { gramsOf } from '../platform/grams.js';
import { type Ban, type BoardAccess, BoardDoor } from './board-access.js';
import { Blending } from './blending.js';
import { newsOf, tell } from './board-hints.js';
import { type Asking, BOARDS, BoardsDatabase, type BoardsPlace } from './boards-database.js';
import {
  type BoardRow,
  type PostRow,
  audienceOf,
  canAccept,
  canAnswer,
  canAsk,
  canDelete,
  canEdit,
  canMark,
  canReport,
  isLargeEnough,
} from './boards.policy.js';
import { postColumns, postTables } from './boards.reads.js';
import { askedByMe, isMine } from './mine.js';
import { hang } from './pictures.service.js';
import { PSEUDONYMS } from './pseudonyms.js';
import { takeBack } from './taking-back.js';

/** Random: version 7 would tell the moment. */
const RANDOM_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** So often a name is drawn before one with a number is taken. */
const DRAWS = 40;

type Words = { body: string; showCompany: boolean; pictureIds: string[] };
type Question = Words & { boardId: string; title: string; tags: string[] };
type Said = Words & { threadId: string; parentId: string | null };
type ThreadRow = {
  id: string;
  board_id: string;
  title: string;
  last_seq: number;
  hidden: boolean;
  accepted_id: string | null;
};

@Injectable()
export class WritingService {
  constructor(
    @Inject(BoardsDatabase) private readonly database: BoardsDatabase,
    @Inject(BOARDS) private readonly place: BoardsPlace,
    @Inject(BoardDoor) private readonly door: BoardDoor,
    @Inject(Blending) private readonly blending: Blending,
  ) {}

  /** `id` becomes the thread's and the question's. Throws CONFLICT when it stands for something else. */
  async ask(access: BoardAccess, id: string, question: Question): Promise<string> {
    mustBeRandom(id);
    const board = await this.welcoming(access, question.boardId, canAsk);
    access.countWriting();
    const { title, body, tags, pictureIds } = question;
    await this.writes(access, async (tx) => {
      const [made] = await tx.sql<{ id: string }>(sql`
        insert into boards.thread (id, board_id, title, tags, grams, created_on, last_seq)
        values (${id}, ${board.id}, ${title}, ${tags}::text[], ${[...gramsOf(`${title}\n${body}`)]}::int[],
          ${access.today}::date, 1)
        on conflict (id) do nothing returning id`);
      if (!made)
        return this.mustBeTheSame(tx, access, id, {
          kind: 'QUESTION',
          body,
          threadId: id,
          title,
          pictureIds,
        });
      await this.write(tx, access, board, {
        id,
        threadId: id,
        seq: 1,
        kind: 'QUESTION',
        parentId: null,
        body,
        showCompany: question.showCompany,
        pictureIds,
      });
      await tell(tx, { kind: 'QUESTION', boardId: board.id, threadId: id });
    });
    return id;
  }

  /** An answer, or a comment where `parentId` names a question or an answer. */
  async say(access: BoardAccess, id: string, said: Said): Promise<string> {
    mustBeRandom(id);
    const { threadId, parentId, body, pictureIds } = said;
    const named = await this.writes(access, async (tx) => {
      const { thread, board } = await this.threadFor(tx, access, threadId);
      must(canAnswer(access, board));
      const kind = parentId ? ('COMMENT' as const) : ('ANSWER' as const);
      const [earlier] = await tx.sql<{ id: string }>(sql`select id from boards.post where id = ${id}`);
      if (earlier) {
        await this.mustBeTheSame(tx, access, id, { kind, body, threadId, pictureIds });
        return false;
      }
      if (parentId) {
        const [parent] = await tx.sql<{ kind: string }>(
          sql`select kind from boards.post where id = ${parentId} and thread_id = ${threadId} and deleted_on is null`,
        );
        if (!parent || parent.kind === 'COMMENT')
          throw invalid('NO_PARENT', 'What this comments on is not here any more.', 'parentId');
      }
      await this.mustBeWelcome(tx, access, board);
      access.countWriting();
      const seq = thread.last_seq + 1;
      await this.write(tx, access, board, {
        id,
        threadId,
        seq,
        kind,
        parentId,
        body,
        showCompany: said.showCompany,
        pictureIds,
      });
      await tx.sql(sql`
        update boards.thread set last_seq = ${seq}, answers = answers + ${kind === 'ANSWER' ? 1 : 0} where id = ${threadId}`);
      await tell(tx, newsOf('THREAD', thread));
      return !board.anonymous;
    });
    if (named) await this.door.saidUnderName(threadId, id);
    return id;
  }

  /** `title` and `tags` of a question alone. */
  async edit(
    access: BoardAccess,
    postId: string,
    version: number,
    words: { body: string; title: string | null; tags: string[] | null; pictureIds: string[] | null },
  ): Promise<void> {
    await this.writes(access, async (tx) => {
      const { post, thread } = await this.postFor(tx, access, postId);
      must(canEdit(access, post, isMine(access, post)));
      if (post.version !== version)
        throw conflict('STALE', 'This was changed meanwhile; look at it again.', 'version');
      const { body, title, tags, pictureIds } = words;
      await tx.sql(sql`update boards.post set body = ${body}, edited_on = ${access.today}::date, version = version + 1
        where id = ${postId}`);
      if (pictureIds) await hang(tx, postId, pictureIds, access.today);
      if (post.kind === 'QUESTION')
        await tx.sql(sql`
        update boards.thread set title = coalesce(${title}, title), tags = coalesce(${tags}::text[], tags),
          grams = ${[...gramsOf(`${title ?? thread.title}\n${body}`)]}::int[] where id = ${post.thread_id}`);
      await tell(tx, newsOf('THREAD', thread));
    });
  }

  /** The words go for good. A question without any answer or comment goes with its thread. */
  async remove(access: BoardAccess, postId: string): Promise<string> {
    return this.writes(access, async (tx) => {
      const { post } = await this.postFor(tx, access, postId);
      must(canDelete(post, isMine(access, post)));
      await takeBack(tx, postId, access.today);
      return post.thread_id;
    });
  }

  /** The answer that helped whoever asked, or none any more. */
  async accept(access: BoardAccess, postId: string, accepted: boolean): Promise<void> {
    await this.writes(access, async (tx) => {
      const { post, thread } = await this.postFor(tx, access, postId);
      must(canAccept(access, post, askedByMe(access, post)));
      await tx.sql(sql`
        update boards.thread set accepted_id = ${accepted ? postId : null}::uuid where id = ${post.thread_id}
          and (${accepted} or accepted_id = ${postId})`);
      await tell(tx, newsOf('THREAD', thread));
    });
  }

  /** Nobody is told: it is not worth a word to all who look. "This helped me"; of a question: "so it is with us". */
  async mark(access: BoardAccess, postId: string, helpful: boolean): Promise<void> {
    await this.writes(access, async (tx) => {
      const { post } = await this.postFor(tx, access, postId);
      must(canMark(access, post, isMine(access, post)));
      const tags = access.tags('mark', postId);
      const [has] = await tx.sql<object>(
        sql`select 1 as one from boards.mark where post_id = ${postId} and tag = any(${tags}::bytea[])`,
      );
      if (Boolean(has) === helpful) return;
      if (helpful)
        await tx.sql(
          sql`insert into boards.mark (post_id, tag, marked_on) values (${postId}, ${tags[0]}::bytea, ${access.today}::date)`,
        );
      else
        await tx.sql(sql`delete from boards.mark where post_id = ${postId} and tag = any(${tags}::bytea[])`);
      const more = helpful ? 1 : -1;
      await tx.sql(sql`update boards.post set helpful = helpful + ${more} where id = ${postId}`);
      if (post.kind === 'QUESTION')
        await tx.sql(sql`update boards.thread set helpful = helpful + ${more} where id = ${post.thread_id}`);
    });
  }

  /** Once a person and post; again, it changes nothing. */
  async report(
    access: BoardAccess,
    id: string,
    postId: string,
    reason: string,
    words: string,
  ): Promise<void> {
    mustBeRandom(id);
    await this.writes(access, async (tx) => {
      const { post } = await this.postFor(tx, access, postId);
      must(canReport(access, post, isMine(access, post)));
      access.countWriting();
      const tags = access.tags('report', postId);
      await tx.sql(sql`
        insert into boards.report (id, post_id, tag, reason, words, reported_on)
        select ${id}, ${postId}, ${tags[0]}::bytea, ${reason}, ${words}, ${access.today}::date
        where not exists (select 1 from boards.report where post_id = ${postId} and tag = any(${tags}::bytea[]))
        on conflict do nothing`);
      await tell(tx, { kind: 'REPORTS' });
    });
  }

  /** Whether a picture may be taken in for this board. Throws as writing there does. */
  async mustTakePicture(access: BoardAccess, boardId: string): Promise<void> {
    await this.welcoming(access, boardId, canAnswer);
    access.countWriting('PICTURE');
  }

  private async writes<Result>(access: BoardAccess, work: (tx: Asking) => Promise<Result>): Promise<Result> {
    const result = await this.database.transact(work);
    this.blending.soon(access.today);
    return result;
  }

  /** A post that may be read by whoever asks, its thread locked. Throws NOT_FOUND. */
  private async postFor(
    tx: Asking,
    access: BoardAccess,
    postId: string,
  ): Promise<{ post: PostRow; thread: ThreadRow; board: BoardRow }> {
    const [asked] = await tx.sql<{ thread_id: string }>(
      sql`select thread_id from boards.post where id = ${postId}`,
    );
    const { thread, board } = await this.threadFor(tx, access, found(asked).thread_id);
    const [post] = await tx.sql<PostRow>(
      sql`select ${postColumns} from ${postTables} where post.id = ${postId}`,
    );
    return { post: found(post), thread, board };
  }

  private async threadFor(
    tx: Asking,
    access: BoardAccess,
    threadId: string,
  ): Promise<{ thread: ThreadRow; board: BoardRow }> {
    const [thread] = await tx.sql<ThreadRow>(sql`
      select id, board_id, title, last_seq, hidden, accepted_id from boards.thread where id = ${threadId} for update`);
    if (!thread) throw notFound();
    const [board] = await tx.sql<BoardRow>(sql`select * from boards.board where id = ${thread.board_id}`);
    if (!board || !access.mayRead(audienceOf(board))) throw notFound();
    if (thread.hidden && !access.moderates) throw notFound();
    return { thread, board };
  }

  /** A board on which whoever asks may write now. Throws NOT_FOUND and DENIED. */
  private async welcoming(access: BoardAccess, id: string, may: typeof canAnswer): Promise<BoardRow> {
    const [row] = await this.database.sql<BoardRow>(sql`select * from boards.board where id = ${id}`);
    const board = found(row);
    if (!access.mayRead(audienceOf(board))) throw notFound();
    must(may(access, board));
    await this.mustBeWelcome(this.database, access, board);
    return board;
  }

  /** Not where somebody was banned, and not where a board has become so small that it names its authors. */
  private async mustBeWelcome(asking: Asking, access: BoardAccess, board: BoardRow): Promise<void> {
    if (access.ours) return;
    if (board.anonymous && !isLargeEnough(await this.door.sizeOf(audienceOf(board))))
      throw denied(
        'BOARD_RESTS',
        'So few people can read this board now that writing would name its author.',
      );
    const bans = await asking.sql<Ban>(sql`
      select id, tag, key_version as "keyVersion" from boards.ban where board_id = ${board.id} and lifted_on is null`);
    if (bans.some((ban) => access.isBanned(board.id, ban)))
      throw denied('BANNED', 'You can read this board, but not write on it any more.');
  }

  private async write(
    tx: Asking,
    access: BoardAccess,
    board: BoardRow,
    post: Omit<Said, 'threadId'> & { id: string; threadId: string; seq: number; kind: PostRow['kind'] },
  ): Promise<void> {
    const { id, threadId, seq, kind, parentId, body } = post;
    const tag = access.ours ? null : await this.writerOf(tx, access, board, threadId);
    const sealed = access.ours ? null : access.seal(board.id);
    const label = !access.ours && post.showCompany ? access.label : null;
    if (!access.ours && post.showCompany && label === null)
      throw denied(
        'LABEL_NAMES',
        'So few people of your company may write here that its name would be yours.',
      );
    await tx.sql(sql`
      insert into boards.post (id, thread_id, seq, kind, parent_id, tag, sealed, key_version, official_name, company_label, body, created_on)
      values (${id}, ${threadId}, ${seq}, ${kind}, ${parentId}::uuid, ${tag}::bytea, ${sealed}::bytea,
        ${sealed ? this.place.keys().newest : null}::int, ${access.ours ? access.name : null}, ${label}, ${body}, ${access.today}::date)`);
    await hang(tx, id, post.pictureIds, access.today);
  }

  /** Their tag in this thread; whoever writes here for the first time is given a name by lot. */
  private async writerOf(
    tx: Asking,
    access: BoardAccess,
    board: BoardRow,
    threadId: string,
  ): Promise<Buffer> {
    const tags = access.tags('author', threadId);
    const known = await tx.sql<{ tag: Buffer; pseudonym: number; mine: boolean }>(sql`
      select tag, pseudonym, tag = any(${tags}::bytea[]) as mine from boards.writer where thread_id = ${threadId}`);
    const mine = known.find((each) => each.mine);
    if (mine) return mine.tag;
    const taken = new Set(known.map(({ pseudonym }) => pseudonym));
    let pseudonym = randomInt(PSEUDONYMS);
    for (let draw = 1; taken.has(pseudonym) && draw < DRAWS; draw++) pseudonym = randomInt(PSEUDONYMS);
    for (pseudonym = taken.has(pseudonym) ? PSEUDONYMS : pseudonym; taken.has(pseudonym);) pseudonym++;
    const tag = tags[0] as Buffer;
    await tx.sql(sql`insert into boards.writer (thread_id, tag, pseudonym, name)
      values (${threadId}, ${tag}::bytea, ${pseudonym}, ${board.anonymous ? null : access.name})`);
    return tag;
  }

  private async mustBeTheSame(
    tx: Asking,
    access: BoardAccess,
    id: string,
    wanted: { kind: PostRow['kind']; body: string; threadId: string; title?: string; pictureIds: string[] },
  ): Promise<void> {
    const [post] = await tx.sql<PostRow & { title: string }>(
      sql`select ${postColumns}, thread.title from ${postTables} where post.id = ${id}`,
    );
    const same =
      post?.kind === wanted.kind &&
      post.thread_id === wanted.threadId &&
      post.body === wanted.body &&
      (wanted.title === undefined || post.title === wanted.title) &&
      post.pictures.map(({ id: picture }) => picture).join() === wanted.pictureIds.join() &&
      isMine(access, post);
    if (!same) throw conflict('KEY_REUSED', 'This id stands for something else that was written.', 'id');
  }
}

/** Throws INVALID. */
export function mustBeRandom(id: string): void {
  if (!RANDOM_UUID.test(id))
    throw invalid(
      'NOT_RANDOM',
      'The id has to be a random UUID (version 4): others would tell when it was made.',
      'id',
    );
}
