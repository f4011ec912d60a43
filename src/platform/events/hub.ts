// Live hints: notices of the database, heard directly or through Redis, handed to all watchers in this process.
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { system } from '../actor.js';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { Database, type HintNotice, sql } from '../database/index.js';
import { Health, LOG, type Logger, Metrics } from '../observe/index.js';
import { type Ears, PostgresNotices } from './postgres-notices.js';
import { RedisNotices } from './redis-notices.js';
import { RESYNC, Watching } from './watching.js';

/** In which the database speaks of everything but the boards. */
const CHANNEL = 'hotline';

@Injectable()
export class Hub implements OnModuleInit, OnModuleDestroy {
  /** By what they want to hear. */
  private readonly watchers = new Map<Watching, ReadonlySet<string>>();
  private readonly controls = new Map<string, (hint: never) => void>();
  private readonly afterGaps: (() => void)[] = [];
  private notices: PostgresNotices | RedisNotices | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Health) health: Health,
  ) {
    metrics.gauge('hotline_watchers', 'Subscriptions open in this process.', [], () => [
      { value: this.watchers.size },
    ]);
    health.needs('hints', async () => {
      if (!this.notices?.stands) throw new Error('not listening');
    });
  }

  async onModuleInit(): Promise<void> {
    const ears: Ears = {
      hear: (notice) => this.hear(notice),
      missed: () => this.catchUp(),
      away: (reason) => this.log.warn({ reason }, 'live hints: the database is away, trying again'),
    };
    const { redisUrl } = this.config;
    this.notices = redisUrl
      ? new RedisNotices(
          redisUrl,
          { url: this.database.url, channel: CHANNEL },
          await this.channel(),
          ears,
          (sentence, reason) => this.log.warn({ reason }, `live hints: ${sentence}`),
        )
      : new PostgresNotices(this.database.url, CHANNEL, ears);
    await this.notices.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.notices?.stop();
  }

  /** Hears words meant for the processes themselves, such as "this session has ended". */
  control<Hint extends object>(topic: string, handle: (hint: Hint) => void): void {
    this.controls.set(topic, handle);
  }

  /** Runs whenever words may have been missed: what was built on them has to be looked up again. */
  afterGap(handle: () => void): void {
    this.afterGaps.push(handle);
  }

  /** READY, then all hints of some topics, until the reader goes away; nothing after `ends`. */
  watch(topics: string[], ends: Date): Watching {
    const watching = new Watching(
      () => this.clock.now() < ends,
      (gone) => void this.watchers.delete(gone),
    );
    this.watchers.set(watching, new Set(topics));
    return watching;
  }

  private catchUp(): void {
    this.log.warn('live hints: listening again, everybody reads again');
    for (const handle of this.afterGaps) handle();
    for (const watching of this.watchers.keys()) watching.push(RESYNC);
  }

  private async channel(): Promise<string> {
    const row = await this.database.readOne<{ cursor_key: string }>(
      system,
      sql`select cursor_key from hotline.installation`,
    );
    const name = createHash('sha256')
      .update(row?.cursor_key ?? '')
      .digest('hex');
    return `hotline:${name.slice(0, 16)}`;
  }

  private hear(payload: string): void {
    const notice = read(payload);
    if (!notice) return this.log.warn('live hints: a notice that nobody understands was left aside');
    const { topics, hint } = notice;
    for (const topic of topics) this.controls.get(topic)?.(hint as never);
    let told = 0;
    for (const [watching, wanted] of this.watchers) {
      if (!topics.some((topic) => wanted.has(topic))) continue;
      watching.push(hint);
      told++;
    }
    this.metrics.hints.inc(told);
  }
}

/** Whoever may speak to the database or to Redis could say anything. */
function read(payload: string): HintNotice | null {
  try {
    const { topics, hint } = JSON.parse(payload) as HintNotice;
    return Array.isArray(topics) && typeof hint === 'object' && hint !== null ? { topics, hint } : null;
  } catch {
    return null;
  }
}
