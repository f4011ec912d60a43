// Live hints: one LISTEN per process, one notice per topic, handed to all watchers in this process.
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { Clock } from '../clock.js';
import { Database, type HintNotice } from '../database/index.js';
import { Health, LOG, type Logger, Metrics } from '../observe/index.js';

type Watcher = { topics: ReadonlySet<string>; push: (hint: object) => void };

const RETRY_MS = 500;

/** The first word of every watch: from here on nothing is missed. */
const READY = { kind: 'READY' } as const;

/** Sent to everyone after a lost connection to the database: something may have been missed. */
export const RESYNC = { kind: 'RESYNC' } as const;

@Injectable()
export class Hub implements OnModuleInit, OnModuleDestroy {
  private readonly watchers = new Set<Watcher>();
  private readonly controls = new Map<string, (hint: never) => void>();
  private client: pg.Client | null = null;
  private closing = false;
  private hearing = false;

  constructor(
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
      if (!this.hearing) throw new Error('not listening');
    });
  }

  async onModuleInit(): Promise<void> {
    await this.listen();
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    await this.client?.end().catch(() => {});
  }

  /** Hears words meant for the processes themselves, such as "this session has ended". */
  control<Hint extends object>(topic: string, handle: (hint: Hint) => void): void {
    this.controls.set(topic, handle);
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

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.database.url, application_name: 'hotline hints' });
    client.on('error', () => {});
    client.on('end', () => {
      this.hearing = false;
      this.again();
    });
    client.on('notification', ({ payload }) => this.hear(payload ?? ''));
    await client.connect();
    await client.query('listen hotline');
    this.client = client;
    this.hearing = true;
  }

  private again(): void {
    if (this.closing) return;
    setTimeout(() => {
      this.listen()
        .then(() => this.tellAll(RESYNC))
        .catch((error: Error) => {
          this.log.warn({ error: error.message }, 'live hints: the database is away, trying again');
          this.again();
        });
    }, RETRY_MS).unref();
  }

  private tellAll(hint: object): void {
    for (const watcher of this.watchers) watcher.push(hint);
  }

  private hear(payload: string): void {
    const { topics, hint } = JSON.parse(payload) as HintNotice;
    for (const topic of topics) this.controls.get(topic)?.(hint as never);
    for (const watcher of this.watchers) {
      if (!topics.some((topic) => watcher.topics.has(topic))) continue;
      watcher.push(hint);
      this.metrics.hints.inc();
    }
  }
}
