// Runs jobs: graphile-worker over the handlers that modules registered, started again whenever it gives up.
import { Inject, Injectable } from '@nestjs/common';
import {
  type ParsedCronItem,
  type Runner,
  type RunnerOptions,
  type TaskList,
  WorkerEvents,
  Logger as WorkerLogger,
  parseCronItems,
  run,
  runOnce,
} from 'graphile-worker';
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { Database } from '../database/index.js';
import { Events } from '../events/index.js';
import { LOG, type Logger, Metrics, traced, within } from '../observe/index.js';
import { observeQueue } from './queue-figures.js';
import { SignOfLife } from './sign-of-life.js';

const CONCURRENCY = 4;
const SWEEP_MS = 5_000;
const AGAIN_MS = 1_000;
const CONNECT_TIMEOUT_MS = 8_000;

/** It asks for jobs every two seconds; one that has asked for nothing this long, and has nothing to do, is stuck. */
const STUCK_MS = 20_000;

/** What the calendar starts once a day is caught up with when nothing ran at its hour: many machines sleep at night. */
const CATCH_UP_MS = 86_400_000;

@Injectable()
export class JobWorker {
  private pool: pg.Pool | null = null;
  private alive: SignOfLife | null = null;
  private runner: Runner | null = null;
  private sweeper: NodeJS.Timeout | null = null;
  private retrying: NodeJS.Timeout | null = null;
  private wanted = false;
  /** When it last asked for a job, and how many it has in hand. */
  private asked = 0;
  private inHand = 0;
  private again: () => void = () => {};

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Events) private readonly events: Events,
    @Inject(LOG) private readonly log: Logger,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {
    observeQueue(database, metrics);
  }

  /** Throws when the database is away now; when it goes away later, jobs go on as soon as it is back. */
  async start(): Promise<void> {
    this.wanted = true;
    this.pool = this.makePool();
    this.alive = new SignOfLife(this.database.url);
    await this.alive.open();
    await this.sweep();
    await this.begin(this.pool, this.alive);
    // Also what keeps a worker apart from ending while the database is away and it has no connection left.
    this.sweeper = setInterval(() => void this.sweep().catch(() => {}), SWEEP_MS);
  }

  /** Takes no more jobs and waits for those that run. */
  async stop(): Promise<void> {
    this.wanted = false;
    if (this.sweeper) clearInterval(this.sweeper);
    if (this.retrying) clearTimeout(this.retrying);
    // It may just be stopping by itself.
    await this.runner?.stop().catch(() => {});
    await this.alive?.close();
    await this.pool?.end();
    this.runner = this.pool = this.alive = null;
  }

  /** Runs everything that is due and returns; commands and tests use it instead of `start`. */
  async drain(): Promise<void> {
    const pool = this.makePool();
    const alive = new SignOfLife(this.database.url);
    try {
      await alive.open();
      await runOnce(this.options(pool, alive).options);
    } finally {
      await alive.close();
      await pool.end();
    }
  }

  private async begin(pool: pg.Pool, alive: SignOfLife): Promise<void> {
    const { options, name } = this.options(pool, alive);
    const runner = await run({ ...options, concurrency: CONCURRENCY, parsedCronItems: this.cron() });
    this.runner = runner;
    this.asked = Date.now();
    this.inHand = 0;
    // It ends by itself when a job's end could not be written down: the database went away.
    const again = (): void => {
      if (!this.wanted || this.again !== again) return;
      this.again = () => {};
      this.log.warn('the worker has stopped and starts again');
      const begin = (): void => {
        alive
          .leave(name())
          .then(() => this.begin(pool, alive))
          .catch(later);
      };
      const later = (): void => {
        if (this.wanted) this.retrying = setTimeout(begin, AGAIN_MS);
      };
      later();
    };
    this.again = again;
    runner.promise.then(again, again);
  }

  private options(pool: pg.Pool, alive: SignOfLife): { options: RunnerOptions; name: () => string } {
    let name = '';
    const events = new EventEmitter() as WorkerEvents;
    // Jobs are locked in the name of the pool, not of its single workers.
    events.on('pool:create', ({ workerPool }) => alive.claim((name = workerPool.id)));
    events.on('worker:getJob:start', () => (this.asked = Date.now()));
    events.on('job:start', () => this.inHand++);
    events.on('job:complete', () => this.inHand--);
    const options: RunnerOptions = {
      pgPool: pool,
      taskList: this.tasks(),
      noHandleSignals: true,
      logger: this.workerLog(),
      events,
      // Otherwise nobody hears that a job's end could not be written down, and Node ends the whole process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    };
    return { options, name: () => name };
  }

  private makePool(): pg.Pool {
    const pool = new pg.Pool({
      connectionString: this.database.url,
      max: CONCURRENCY + 2,
      application_name: 'hotline jobs',
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    });
    pool.on('error', () => {});
    // graphile-worker asks for handlers on both, or it warns at every start.
    pool.on('connect', (client) => client.on('error', () => {}));
    return pool;
  }

  private tasks(): TaskList {
    return Object.fromEntries(
      [...this.events.jobs].map(([task, handle]) => [
        task,
        (payload: unknown) => this.observed(task, () => handle(payload as never)),
      ]),
    );
  }

  /** Each job is a line of the log's scope, a span and a figure. */
  private async observed(task: string, work: () => Promise<void>): Promise<void> {
    const done = this.metrics.jobs.startTimer({ task });
    try {
      await within({ task }, () => traced(`job ${task}`, {}, work));
      done({ outcome: 'done' });
    } catch (error) {
      done({ outcome: 'failed' });
      throw error;
    }
  }

  private cron(): ParsedCronItem[] {
    return parseCronItems(
      this.events.schedules.map(({ task, cron }) => ({
        task,
        match: cron,
        options: {
          // Missed ten times, it is made up for once.
          jobKey: `every:${task}`,
          backfillPeriod: cron.split(' ')[1] === '*' ? 0 : CATCH_UP_MS,
        },
      })),
    );
  }

  private workerLog(): WorkerLogger {
    return new WorkerLogger(() => (level, message) => {
      if (level === 'error') this.log.error(message);
      else if (level === 'warning') this.log.warn(message);
    });
  }

  private async sweep(): Promise<void> {
    if (this.runner && this.inHand === 0 && Date.now() - this.asked > STUCK_MS) this.again();
    const dead = (await this.alive?.giveBack()) ?? [];
    if (dead.length > 0) this.log.warn({ workers: dead }, 'jobs of crashed workers were given back');
  }
}
