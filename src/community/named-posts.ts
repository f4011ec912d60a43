// What stands under a name on boards with names, for whoever bears it. Who that is comes in as tags, and nothing else of them.
import { Inject, Injectable } from '@nestjs/common';
import { sql } from '../platform/database/index.js';
import { invalid, notFound } from '../platform/errors.js';
import type { BoardAccess } from './board-access.js';
import { type Asking, BoardsDatabase } from './boards-database.js';
import { type BoardRow, canReadBoard } from './boards.policy.js';
import { takeBack } from './taking-back.js';

/** The tags of one person in a thread: one for each version of the key. */
export type TagsOf = (threadId: string) => Buffer[];

export type NamedPost = {
  board: string;
  title: string;
  kind: 'QUESTION' | 'ANSWER' | 'COMMENT';
  name: string;
  body: string;
  /** How many stand with it. */
  pictures: number;
  /** 'YYYY-MM-DD'. */
  day: string;
};

export type NamedThread = { id: string; board_id: string; board_name: string; title: string };

/** Either a tag or a name of our team. */
type SaidPost = { id: string; body: string; tag: Buffer | null; official_name: string | null };

const AT_ONCE = 2_000;

type Tagged = { threads: string[]; tags: Buffer[] };

@Injectable()
export class NamedPosts {
  constructor(@Inject(BoardsDatabase) private readonly database: BoardsDatabase) {}

  /** In the order of their days. */
  async of(tagsOf: TagsOf): Promise<NamedPost[]> {
    const found: NamedPost[] = [];
    for await (const { threads, tags } of this.tagged(tagsOf))
      found.push(
        ...(await this.database.sql<NamedPost>(sql`
          select board.name as board, thread.title, post.kind, writer.name, post.body, post.created_on as day,
            (select count(*)::int from boards.picture where picture.post_id = post.id) as pictures
          from unnest(${threads}::uuid[], ${tags}::bytea[]) as asked(thread_id, tag)
          join boards.writer writer on writer.thread_id = asked.thread_id and writer.tag = asked.tag and writer.name is not null
          join boards.post post on post.thread_id = writer.thread_id and post.tag = writer.tag and post.deleted_on is null
          join boards.thread thread on thread.id = post.thread_id join boards.board board on board.id = thread.board_id`)),
      );
    return found.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  }

  /** Those of the threads that stand on boards with names and that may be read. */
  async threads(access: BoardAccess, ids: readonly string[]): Promise<NamedThread[]> {
    const rows = await this.database.sql<NamedThread & { board: BoardRow }>(sql`
      select thread.id, thread.board_id, board.name as board_name, thread.title, to_jsonb(board) as board
      from boards.thread thread join boards.board board on board.id = thread.board_id and not board.anonymous
      where thread.id = any(${[...ids]}::uuid[]) and not thread.hidden`);
    return rows.filter(({ board }) => canReadBoard(access, board));
  }

  /** A thread on a board with names. Throws NOT_FOUND, and INVALID ANONYMOUS_BOARD where names are not to be kept. */
  async thread(access: BoardAccess, id: string): Promise<NamedThread> {
    const [known] = await this.threads(access, [id]);
    if (known) return known;
    const [other] = await this.database.sql<{ board: BoardRow }>(sql`
      select to_jsonb(board) as board from boards.thread thread join boards.board board on board.id = thread.board_id
      where thread.id = ${id} and not thread.hidden`);
    if (!other || !canReadBoard(access, other.board)) throw notFound();
    throw invalid(
      'ANONYMOUS_BOARD',
      'On an anonymous board nobody keeps who follows what; your browser remembers your own threads.',
      'threadId',
    );
  }

  /** What was said, oldest first: posts that stand. */
  said(ids: readonly string[]): Promise<SaidPost[]> {
    return this.database.sql(sql`
      select id, body, tag, official_name from boards.post
      where id = any(${[...ids]}::uuid[]) and deleted_on is null and hidden_on is null order by seq`);
  }

  /** `instead` stands where the name was; with `words` their posts are as deleted. Done twice, it changes nothing more. */
  async forget(
    tagsOf: TagsOf,
    { words, instead, today }: { words: boolean; instead: string; today: string },
  ): Promise<void> {
    for await (const { threads, tags } of this.tagged(tagsOf))
      await this.database.transact(async (tx) => {
        const theirs = await tx.sql<{ thread_id: string; tag: Buffer }>(sql`
          update boards.writer writer set name = ${instead}
          from unnest(${threads}::uuid[], ${tags}::bytea[]) as asked(thread_id, tag)
          where writer.thread_id = asked.thread_id and writer.tag = asked.tag and writer.name is not null
          returning writer.thread_id, writer.tag`);
        if (words) await this.takeBackAll(tx, theirs, today);
      });
  }

  /** Names of our own team, which its answers and decisions bear as text. */
  async forgetOurs(names: readonly string[], instead: string): Promise<void> {
    if (names.length === 0) return;
    const gone = [...names];
    await this.database.transact(async (tx) => {
      await tx.sql(
        sql`update boards.post set official_name = ${instead} where official_name = any(${gone}::text[])`,
      );
      await tx.sql(
        sql`update boards.decision set moderator_name = ${instead} where moderator_name = any(${gone}::text[])`,
      );
      await tx.sql(
        sql`update boards.offer set offered_by = ${instead} where offered_by = any(${gone}::text[])`,
      );
    });
  }

  private async takeBackAll(
    tx: Asking,
    theirs: { thread_id: string; tag: Buffer }[],
    today: string,
  ): Promise<void> {
    const posts = await tx.sql<{ id: string }>(sql`
      select post.id from unnest(${theirs.map(({ thread_id: id }) => id)}::uuid[], ${theirs.map(({ tag }) => tag)}::bytea[])
        as asked(thread_id, tag)
      join boards.post post on post.thread_id = asked.thread_id and post.tag = asked.tag and post.deleted_on is null`);
    for (const { id } of posts) await takeBack(tx, id, today);
  }

  private async *tagged(tagsOf: TagsOf): AsyncGenerator<Tagged> {
    const threads = await this.database.sql<{ id: string }>(sql`
      select thread.id from boards.thread thread join boards.board board on board.id = thread.board_id and not board.anonymous
      order by thread.id`);
    for (let at = 0; at < threads.length; at += AT_ONCE) {
      const pairs = threads
        .slice(at, at + AT_ONCE)
        .flatMap(({ id }) => tagsOf(id).map((tag) => ({ id, tag })));
      yield { threads: pairs.map(({ id }) => id), tags: pairs.map(({ tag }) => tag) };
    }
  }
}
