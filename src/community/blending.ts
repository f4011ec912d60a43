// Soon after something was written, the rows of that day are written anew in an order drawn by lot.
import { randomInt } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { sql } from '../platform/database/index.js';
import { LOG, type Logger } from '../platform/observe/index.js';
import { BoardsDatabase } from './boards-database.js';

/** As long as this, and up to twice as long, whoever takes the tables away still finds the last posts in their order. */
const SOON_MS = 8_000;

@Injectable()
export class Blending implements OnModuleDestroy {
  private days = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(BoardsDatabase) private readonly database: BoardsDatabase,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Something was written on this day. */
  soon(day: string): void {
    this.days.add(day);
    this.timer ??= setTimeout(() => void this.now(), SOON_MS + randomInt(SOON_MS)).unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.days.size > 0) await this.now();
  }

  async now(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const days = [...this.days];
    this.days = new Set();
    try {
      for (const day of days) await this.database.sql(sql`select boards.blend(${day}::date)`);
      // What the rows were before lies beside them until it is swept away.
      await this.database.sql(
        sql`vacuum boards.thread, boards.writer, boards.post, boards.mark, boards.report`,
      );
    } catch (error) {
      for (const day of days) this.soon(day);
      this.log.warn({ error: (error as Error).message }, 'the boards could not be blended, trying again');
    }
  }
}
