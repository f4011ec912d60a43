// Every SELECT of the boards.
import { Inject, Injectable } from '@nestjs/common';
import { type Sql, containing, empty, join, sql } from '../platform/database/index.js';
import { gramsOf } from '../platform/grams.js';
import { BoardsDatabase } from './boards-database.js';
import type { BoardRow, PostRow } from './boards.policy.js';

export const BOARD_ORDERS = ['NEWEST', 'HELPFUL', 'UNANSWERED'] as const;
export type BoardOrder = (typeof BOARD_ORDERS)[number];

export type ThreadRow = {
  id: string;
  board_id: string;
  title: string;
  tags: string[];
  created_on: string;
  answers: number;
  helpful: number;
  last_seq: number;
  accepted_id: string | null;
  hidden: boolean;
  official: boolean;
  excerpt: string;
  asker: Buffer | null;
  pseudonym: number | null;
  name: string | null;
  company_label: string | null;
};

/** Where a list goes on: helpful (HELPFUL alone), day, id of the last row. */
export type ThreadPosition = { helpful: number; day: string; id: string };

export type ThreadsFilter = { order: BoardOrder; search: string | null; tag: string | null };

export const REPORT_REASONS = ['NAMES_SOMEBODY', 'RUDE', 'ADVERTISING', 'WRONG_PLACE', 'OTHER'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export type ReportRow = {
  id: string;
  reason: ReportReason;
  words: string;
  reported_on: string;
  post_id: string;
};

/** An answer that our team would like to see as a help article, with what it answers. */
export type OfferRow = PostRow & {
  offered_on: string;
  offered_by: string;
  board_name: string;
  title: string;
  question: string;
  tags: string[];
};

export type DecisionRow = {
  id: string;
  kind: 'HIDDEN' | 'RESTORED' | 'DISMISSED' | 'BANNED' | 'LIFTED';
  reason: string;
  moderator_name: string;
  decided_on: string;
  post_id: string | null;
  ban_id: string | null;
  lifted: boolean;
  seq: number;
};

const EXCERPT = 240;
/** So few rows are looked at for what is similar; the rarest pairs choose them. */
const CANDIDATES = 200;

/** So many questions of a board are looked through where no index can tell; older ones are left out. */
const NEWEST = 1_000;
const newest = (boardId: string, columns: Sql): Sql => sql`
  select ${columns} from boards.thread where board_id = ${boardId} and not hidden
  order by created_on desc, id desc limit ${NEWEST}`;

const boardColumns = sql`board.id, board.name, board.about, board.rules, board.anonymous, board.everyone, board.tiers,
  board.company_ids, board.created_on, board.closed_on, board.version`;

/** What a list shows of a thread; hidden and deleted questions show no words. */
const threadColumns = sql`thread.id, thread.board_id, thread.title, thread.tags, thread.created_on, thread.answers, thread.helpful,
  thread.last_seq, thread.accepted_id, thread.hidden, question.tag as asker, question.company_label, writer.pseudonym, writer.name,
  left(question.body, ${EXCERPT}) as excerpt, official.there is not null as official`;

const threadTables = sql`boards.thread thread
  join boards.post question on question.thread_id = thread.id and question.seq = 1
  left join boards.writer writer on writer.thread_id = thread.id and writer.tag = question.tag
  left join lateral (
    select true as there from boards.post answer where answer.thread_id = thread.id and answer.kind = 'ANSWER'
      and answer.official_name is not null and answer.deleted_on is null and answer.hidden_on is null limit 1) official on true`;

export const postColumns = sql`post.id, post.thread_id, thread.board_id, post.seq, post.kind, post.parent_id, post.tag, post.sealed,
  post.key_version, post.official_name, post.company_label, post.body, post.created_on, post.edited_on, post.deleted_on,
  post.hidden_on, post.hidden_reason, post.helpful, post.version, writer.pseudonym, writer.name,
  thread.accepted_id, thread.hidden as thread_hidden, question.tag as asker,
  exists (select 1 from boards.offer offer where offer.post_id = post.id) as offered,
  (select coalesce(json_agg(json_build_object('id', picture.id, 'width', picture.width, 'height', picture.height) order by picture.place), '[]')
   from boards.picture picture where picture.post_id = post.id) as pictures`;

export const postTables = sql`boards.post post join boards.thread thread on thread.id = post.thread_id
  join boards.post question on question.thread_id = post.thread_id and question.seq = 1
  left join boards.writer writer on writer.thread_id = post.thread_id and writer.tag = post.tag`;

@Injectable()
export class BoardsReads {
  constructor(@Inject(BoardsDatabase) private readonly database: BoardsDatabase) {}

  boards(): Promise<(BoardRow & { newest: string | null })[]> {
    return this.database.sql(sql`
      select ${boardColumns}, (select max(created_on) from boards.thread where board_id = board.id and not hidden) as newest
      from boards.board board order by board.closed_on is not null, board.name, board.id`);
  }

  async board(id: string): Promise<BoardRow | null> {
    const rows = await this.database.sql<BoardRow>(
      sql`select ${boardColumns} from boards.board board where board.id = ${id}`,
    );
    return rows[0] ?? null;
  }

  threads(
    boardId: string,
    { order, search, tag }: ThreadsFilter,
    first: number,
    after: ThreadPosition | null,
  ): Promise<ThreadRow[]> {
    const wanted: Sql[] = [sql`thread.board_id = ${boardId}`, sql`not thread.hidden`];
    if (order === 'UNANSWERED') wanted.push(sql`thread.answers = 0`);
    if (tag) wanted.push(sql`thread.tags @> array[${tag}]::text[]`);
    if (search) {
      const grams = [...gramsOf(search)];
      if (grams.length > 0) wanted.push(sql`thread.grams @> ${grams}::int[]`);
      // No index knows a single letter: it is looked for in what is new.
      else wanted.push(sql`thread.id = any(array(${newest(boardId, sql`id`)}))`);
      const like = containing(search);
      wanted.push(sql`(thread.title ilike ${like} or question.body ilike ${like})`);
    }
    if (after)
      wanted.push(
        order === 'HELPFUL'
          ? sql`(thread.helpful, thread.created_on, thread.id) < (${after.helpful}, ${after.day}::date, ${after.id}::uuid)`
          : sql`(thread.created_on, thread.id) < (${after.day}::date, ${after.id}::uuid)`,
      );
    const by = sql`${order === 'HELPFUL' ? sql`thread.helpful desc,` : empty} thread.created_on desc, thread.id desc`;
    // First which they are, then what is shown of those alone: else the planner would prepare it for a whole board.
    return this.database.sql(sql`
      with chosen as materialized (
        select thread.id from boards.thread thread
        ${search ? sql`join boards.post question on question.thread_id = thread.id and question.seq = 1` : empty}
        where ${join(wanted, ' and ')} order by ${by} limit ${first + 1})
      select ${threadColumns} from chosen join ${threadTables} on thread.id = chosen.id order by ${by}`);
  }

  /** In no order. */
  threadsOf(ids: readonly string[]): Promise<ThreadRow[]> {
    return this.database.sql(
      sql`select ${threadColumns} from ${threadTables} where thread.id = any(${[...ids]}::uuid[])`,
    );
  }

  /** What says nearly the same, the likest first. */
  similar(boardId: string, text: string, first: number): Promise<ThreadRow[]> {
    const grams = [...gramsOf(text)];
    return this.database.sql(sql`
      with candidate as (
        select thread.id, shared.shared / sqrt(greatest(cardinality(thread.grams), 1)::float8 * ${Math.max(grams.length, 1)}) as likeness
        from boards.thread thread cross join lateral (
          select count(*) as shared from unnest(thread.grams) as gram where gram = any(${grams}::int[])) as shared
        where thread.board_id = ${boardId} and not thread.hidden and thread.grams && ${grams}::int[]
        order by likeness desc limit ${CANDIDATES})
      select ${threadColumns} from candidate join ${threadTables} on thread.id = candidate.id
      where candidate.likeness >= 0.2 order by candidate.likeness desc, thread.id limit ${first}`);
  }

  posts(threadId: string, first: number, after: number | null): Promise<PostRow[]> {
    return this.database.sql(sql`
      select ${postColumns} from ${postTables}
      where post.thread_id = ${threadId} and post.seq > ${after ?? 0} order by post.seq limit ${first + 1}`);
  }

  async post(id: string): Promise<PostRow | null> {
    const rows = await this.database.sql<PostRow>(
      sql`select ${postColumns} from ${postTables} where post.id = ${id}`,
    );
    return rows[0] ?? null;
  }

  postsOf(ids: readonly string[]): Promise<PostRow[]> {
    return this.database.sql(
      sql`select ${postColumns} from ${postTables} where post.id = any(${[...ids]}::uuid[])`,
    );
  }

  /** Which of these posts bear one of the tags given for them; both lists are of one length. */
  async marked(postIds: readonly string[], tags: readonly Buffer[]): Promise<Set<string>> {
    const rows = await this.database.sql<{ post_id: string }>(sql`
      select mark.post_id from unnest(${[...postIds]}::uuid[], ${[...tags]}::bytea[]) as asked(post_id, tag)
      join boards.mark mark on mark.post_id = asked.post_id and mark.tag = asked.tag`);
    return new Set(rows.map((row) => row.post_id));
  }

  /** Tags of a board's newest questions, the most used first. */
  async tags(boardId: string): Promise<string[]> {
    const rows = await this.database.sql<{ tag: string }>(sql`
      select tag from (${newest(boardId, sql`tags`)}) thread cross join unnest(thread.tags) as tag
      group by tag order by count(*) desc, tag limit 20`);
    return rows.map(({ tag }) => tag);
  }

  /** Reports that wait, of all boards; the post that was reported most comes first. */
  waitingReports(): Promise<ReportRow[]> {
    return this.database.sql(sql`
      select report.id, report.reason, report.words, report.reported_on, report.post_id
      from boards.report report where report.settled_on is null
      order by count(*) over (partition by report.post_id) desc, report.post_id, report.reported_on, report.id limit 500`);
  }

  /** What stands, the newest offer first; `after`: day and post of the last one. */
  offers(first: number, after: { day: string; id: string } | null): Promise<OfferRow[]> {
    return this.database.sql(sql`
      select ${postColumns}, offer.offered_on, offer.offered_by, board.name as board_name, thread.title,
        case when question.hidden_on is null then question.body else '' end as question, thread.tags
      from ${postTables} join boards.offer offer on offer.post_id = post.id join boards.board board on board.id = thread.board_id
      where post.deleted_on is null and post.hidden_on is null
        and (${after === null} or (offer.offered_on, offer.post_id) < (${after?.day ?? null}::date, ${after?.id ?? null}::uuid))
      order by offer.offered_on desc, offer.post_id desc limit ${first + 1}`);
  }

  decisions(boardId: string, first: number, before: number | null): Promise<DecisionRow[]> {
    return this.database.sql(sql`
      select decision.id, decision.kind, decision.reason, decision.moderator_name, decision.decided_on, decision.post_id,
        decision.ban_id, decision.seq, coalesce(ban.lifted_on is not null, false) as lifted
      from boards.decision decision left join boards.ban ban on ban.id = decision.ban_id
      where decision.board_id = ${boardId} and (${before}::bigint is null or decision.seq < ${before}::bigint)
      order by decision.seq desc limit ${first + 1}`);
  }

  bans(boardId: string): Promise<{ id: string; tag: Buffer; key_version: number }[]> {
    return this.database.sql(
      sql`select id, tag, key_version from boards.ban where board_id = ${boardId} and lifted_on is null`,
    );
  }
}
