// Once a night the day before is declared over; until then nothing outside the boards knows that anything was written.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database, sql } from '../platform/database/index.js';
import { Events } from '../platform/events/index.js';
import { addDays, dateIn, minuteOfDay } from '../platform/local-time.js';
import { boardAnswersOffered, boardDayOver } from './boards.events.js';
import { BoardsDatabase } from './boards-database.js';
import { CarryingReads } from './carrying.reads.js';

/** After midnight, in minutes: before the weekly report is drafted, and long after the day's last writer has gone. */
const AT_NIGHT = 3 * 60;

@Injectable()
export class BoardsJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CarryingReads) private readonly reads: CarryingReads,
    @Inject(BoardsDatabase) private readonly boards: BoardsDatabase,
  ) {
    // Every hour, since it is night somewhere else in each zone; it does something once a day.
    events.every('20 * * * *', 'closeBoardDay', () => this.closeDay());
  }

  private async closeDay(): Promise<void> {
    const place = await this.database.readOne<{ zone: string; through: string | null }>(
      system,
      sql`select zone, (select through from hotline.board_day) as through from hotline.installation`,
    );
    const now = this.clock.now();
    const zone = place?.zone ?? 'Asia/Seoul';
    const since = place?.through ?? null;
    const through = addDays(dateIn(zone, now), -1);
    if (minuteOfDay(zone, now) < AT_NIGHT || (since !== null && since >= through)) return;
    // What went before the last night was carried over then.
    await this.boards.sql(sql`delete from boards.gone where gone_on < ${since ?? '0001-01-01'}::date`);
    // Chosen and never posted.
    await this.boards.sql(
      sql`delete from boards.picture where post_id is null and made_on <= ${through}::date`,
    );
    const postIds = await this.reads.offered(since, through);
    await this.database.transact(system, async (tx) => {
      await tx.sql(sql`insert into hotline.board_day (through) values (${through}::date)
        on conflict (single) do update set through = excluded.through`);
      await tx.emit(boardDayOver, { since, through });
      if (postIds.length > 0) await tx.emit(boardAnswersOffered, { postIds });
    });
  }
}
