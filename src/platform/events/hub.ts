// Live hints: notices of the database, heard directly or through Redis, handed to all watchers in this process.
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { system } from '../actor.js';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { Database, type HintNotice, sql } from '../database/index.js';
import { Health, LOG, type Logger, Metrics } from '../observe/index.js';
import { type Ears, PostgresNotices } from './postgres-notices.js';
import type { RedisNotices } from './redis-notices.js';

type Watcher = { topics: ReadonlySet<string>; push: (hint: object) => void };

/** The first word of every watch: from here on nothing is missed. */
const READY = { kind: 'READY' } as const;

/** Sent to everyone after a lost connection: something may have been missed. */
export const RESYNC = { kind: 'RESYNC' } as const;

@Injectable()
export class Hub implements OnModuleInit, OnModuleDestroy {
  private readonly watchers = new Set<Watcher>();
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
      ? await this.throughRedis(redisUrl, ears)
      : new PostgresNotices(this.database.url, ears);
    await this.notices.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.notices?.stop();
  }

  /** Its client is five hundred files, read by those alone who have a Redis. */
  private async throughRedis(redisUrl: string, ears: Ears): Promise<RedisNotices> {
    const { RedisNotices } = await import('./redis-notices.js');
    return new RedisNotices(redisUrl, this.database.url, await this.channel(), ears, (sentence, reason) =>
      this.log.warn({ reason }, `live hints: ${sentence}`),
    );
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
  watch(
    topics: string[],
    ends: Date,
  ): AsyncIterableIterator<object> & { return(): Promise<IteratorResult<object>> } {
    const waiting: object[] = [READY];
    let wake: (() => void) | null = null;
    let ended = false;
    const watcher: Watcher = {
      topics: new Set(topics),
      push: (hint) => {
        if (this.clock.now() >= ends) return;
        // A reader that is a thousand hints behind gets one word that covers them all.
        if (waiting.length >= 1_000) waiting.splice(0, waiting.length, RESYNC);
        else waiting.push(hint);
        wake?.();
      },
    };
    this.watchers.add(watcher);
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: async () => {
        while (!ended) {
          const hint = waiting.shift();
          if (hint) return { value: hint, done: false };
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        return { value: undefined, done: true };
      },
      return: async () => {
        ended = true;
        this.watchers.delete(watcher);
        wake?.();
        return { value: undefined, done: true };
      },
    };
  }

  private catchUp(): void {
    this.log.warn('live hints: listening again, everybody reads again');
    for (const handle of this.afterGaps) handle();
    for (const watcher of this.watchers) watcher.push(RESYNC);
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
    for (const watcher of this.watchers) {
      if (!topics.some((topic) => watcher.topics.has(topic))) continue;
      watcher.push(hint);
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
