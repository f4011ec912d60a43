// Soon after something was written, the rows of that day are written anew in an order drawn by lot.
import { randomInt } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { raw, sql } from '../platform/database/index.js';
import { LOG, type Logger } from '../platform/observe/index.js';
import { BoardsDatabase } from './boards-database.js';

/** As long as this, and up to twice as long, whoever takes the tables away still finds the last posts in their order. */
const SOON_MS = 8_000;

/** Each with its key, which is random. */
const TABLES = ['thread', 'writer', 'post', 'mark', 'report', 'gone', 'picture'] as const;

/** Up to so many bytes a table is laid out anew in a moment; a larger one holds writers up, so it waits its hour. */
const SMALL = 64 * 1_048_576;
const HOUR_MS = 60 * 60_000;

@Injectable()
export class Blending implements OnModuleDestroy {
  private days = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private readonly laid = new Map<string, number>();

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
      for (const day of days) {
        await this.database.sql(sql`select boards.blend(${day}::date)`);
        await this.database.sql(sql`select boards.blend_pictures(${day}::date)`);
      }
      for (const table of TABLES) await this.lay(table);
    } catch (error) {
      for (const day of days) this.soon(day);
      this.log.warn({ error: (error as Error).message }, 'the boards could not be blended, trying again');
    }
  }

  /**
   * Lays a table out by its random key: a row that is written anew stays on its page where there is room, and pages fill in the
   * order of time. What rows were before is gone with it. Whoever is busy there is not kept waiting.
   */
  private async lay(table: (typeof TABLES)[number]): Promise<void> {
    const [size] = await this.database.sql<{ bytes: number }>(
      sql`select pg_table_size(${`boards.${table}`}::regclass) as bytes`,
    );
    const now = performance.now();
    if ((size?.bytes ?? 0) > SMALL && now - (this.laid.get(table) ?? -HOUR_MS) < HOUR_MS) return;
    // Pictures are laid by lot as they are written anew; of so many, only what they were before has to go.
    if (table === 'picture' && (size?.bytes ?? 0) > SMALL)
      await this.database.sql(raw('vacuum boards.picture'));
    else await this.layOut(table);
    this.laid.set(table, now);
  }

  private async layOut(table: (typeof TABLES)[number]): Promise<void> {
    await this.database.transact(async (tx) => {
      await tx.sql(sql`set local lock_timeout = '500ms'`);
      await tx.sql(raw(`cluster boards.${table} using ${table}_pkey`));
    });
  }
}
