// On which day each session was last used: remembered here and written down together once a minute, never with what was done.
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { system } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database, sql } from '../platform/database/index.js';
import { dateIn } from '../platform/local-time.js';
import { LOG, type Logger } from '../platform/observe/index.js';

const WRITE_EVERY_MS = 60_000;

@Injectable()
export class LastUsed implements OnModuleInit, OnModuleDestroy {
  private waiting = new Set<string>();
  /** Those that were written down today already. */
  private written = new Set<string>();
  private day = '';
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.tryToWrite(), WRITE_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.tryToWrite();
  }

  note(sessionId: string): void {
    if (!this.written.has(sessionId)) this.waiting.add(sessionId);
  }

  async write(): Promise<void> {
    const today = dateIn(this.config.zone, this.clock.now());
    if (today !== this.day) this.written = new Set();
    this.day = today;
    if (this.waiting.size === 0) return;
    const ids = [...this.waiting];
    this.waiting = new Set();
    await this.database.transact(system, (tx) =>
      tx.sql(sql`update hotline.session set last_used_on = ${today}::date
        where id = any(${ids}::uuid[]) and (last_used_on is null or last_used_on < ${today}::date)`),
    );
    for (const id of ids) this.written.add(id);
  }

  /** A day that is missing harms nobody: it is noted again with the next use. */
  private async tryToWrite(): Promise<void> {
    try {
      await this.write();
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'the days of sessions could not be written down');
    }
  }
}
