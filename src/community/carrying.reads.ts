// What of the boards is carried over to where all that customers say is counted: words and days, in an order drawn by lot.
import { Inject, Injectable } from '@nestjs/common';
import { type Sql, sql } from '../platform/database/index.js';
import { BoardsDatabase } from './boards-database.js';

export type CarriedQuestion = {
  id: string;
  board_id: string;
  /** 'YYYY-MM-DD'. */
  day: string;
  title: string;
  body: string;
  /** Neither deleted nor hidden. */
  stands: boolean;
  /** The day of our team's newest answer or comment below it. */
  answered_on: string | null;
};

const within = (column: Sql, since: string | null, through: string): Sql =>
  sql`${column} between ${since ?? '0001-01-01'}::date and ${through}::date`;

@Injectable()
export class CarryingReads {
  constructor(@Inject(BoardsDatabase) private readonly database: BoardsDatabase) {}

  /**
   * Questions of clients that were asked, changed, taken back, hidden, restored or answered by our team from `since` to `through`
   * (days, both included; null: ever), by lot.
   */
  async changed(since: string | null, through: string): Promise<string[]> {
    const then = (column: Sql): Sql => within(column, since, through);
    const rows = await this.database.sql<{ id: string }>(sql`
      select thread.id from boards.thread thread
      join boards.post question on question.thread_id = thread.id and question.seq = 1 and question.tag is not null
      where thread.created_on <= ${through}::date and (
        ${then(sql`thread.created_on`)} or ${then(sql`question.edited_on`)} or ${then(sql`question.deleted_on`)}
        or ${then(sql`question.hidden_on`)}
        or exists (select 1 from boards.decision decision where decision.post_id = question.id
          and ${then(sql`decision.decided_on`)})
        or exists (select 1 from boards.post ours where ours.thread_id = thread.id and ours.tag is null
          and (${then(sql`ours.created_on`)} or ${then(sql`ours.deleted_on`)} or ${then(sql`ours.hidden_on`)})))
      order by random()`);
    return rows.map(({ id }) => id);
  }

  /** By lot; what is gone for good is left out. */
  questions(ids: readonly string[]): Promise<CarriedQuestion[]> {
    return this.database.sql(sql`
      select thread.id, thread.board_id, thread.created_on as day, thread.title, question.body,
        question.deleted_on is null and question.hidden_on is null as stands,
        (select max(ours.created_on) from boards.post ours where ours.thread_id = thread.id and ours.tag is null
          and ours.deleted_on is null and ours.hidden_on is null) as answered_on
      from boards.thread thread join boards.post question on question.thread_id = thread.id and question.seq = 1
      where thread.id = any(${[...ids]}::uuid[]) order by random()`);
  }

  /** Questions that went whole from `since` to `through`, by lot. */
  async gone(since: string | null, through: string): Promise<string[]> {
    const rows = await this.database.sql<{ thread_id: string }>(sql`
      select thread_id from boards.gone where ${within(sql`gone_on`, since, through)} order by random()`);
    return rows.map(({ thread_id: id }) => id);
  }

  /** Answers that our team has offered as help articles, from `since` to `through`. */
  async offered(since: string | null, through: string): Promise<string[]> {
    const rows = await this.database.sql<{ post_id: string }>(sql`
      select post_id from boards.offer where ${within(sql`offered_on`, since, through)}
      order by random()`);
    return rows.map(({ post_id }) => post_id);
  }
}
