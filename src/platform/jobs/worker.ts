// Runs jobs: graphile-worker over the handlers that modules registered, with care for crashed neighbours.
import { Inject, Injectable } from '@nestjs/common';
import {
  type ParsedCronItem,
  type Runner,
  WorkerEvents,
  type TaskList,
  parseCronItems,
  run,
  runOnce,
} from 'graphile-worker';
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { Logger as WorkerLogger } from 'graphile-worker';
import { Database } from '../database/index.js';
import { Events } from '../events/index.js';
import { observeQueue } from './queue-figures.js';
import { LOG, type Logger, Metrics, traced, within } from '../observe/index.js';

const CONCURRENCY = 4;
const SWEEP_MS = 5_000;

@Injectable()
export class JobWorker {
  private pool: pg.Pool | null = null;
  private runner: Runner | null = null;
  private alive: pg.Client | null = null;
  private sweeper: NodeJS.Timeout | null = null;
  private claims: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Events) private readonly events: Events,
    @Inject(LOG) private readonly log: Logger,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {
    observeQueue(database, metrics);
  }

  async start(): Promise<void> {
    const pool = this.makePool();
    const emitter = new EventEmitter() as WorkerEvents;
    // Jobs are locked in the name of the pool, not of its single workers.
    emitter.on('pool:create', ({ workerPool }) => this.claim(workerPool.id));
    this.alive = new pg.Client({
      connectionString: this.database.url,
      application_name: 'hotline worker alive',
    });
    this.alive.on('error', () => {});
    await this.alive.connect();
    await this.unlockDead();
    this.runner = await run({
      pgPool: pool,
      taskList: this.tasks(),
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      parsedCronItems: this.cron(),
      logger: this.workerLog(),
      events: emitter,
    });
    this.sweeper = setInterval(() => void this.unlockDead().catch(() => {}), SWEEP_MS).unref();
  }

  async stop(): Promise<void> {
    if (this.sweeper) clearInterval(this.sweeper);
    await this.runner?.stop();
    await this.alive?.end().catch(() => {});
    await this.pool?.end();
    this.runner = this.pool = this.alive = null;
  }

  /** Runs everything that is due and returns; commands and tests use it instead of `start`. */
  async drain(): Promise<void> {
    const pool = this.makePool();
    try {
      await runOnce({
        pgPool: pool,
        taskList: this.tasks(),
        noHandleSignals: true,
        logger: this.workerLog(),
      });
    } finally {
      await pool.end();
      this.pool = null;
    }
  }

  private makePool(): pg.Pool {
    this.pool = new pg.Pool({
      connectionString: this.database.url,
      max: CONCURRENCY + 2,
      application_name: 'hotline jobs',
    });
    this.pool.on('error', () => {});
    // graphile-worker asks for handlers on both, or it warns at every start.
    this.pool.on('connect', (client) => client.on('error', () => {}));
    return this.pool;
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
    return parseCronItems(this.events.schedules.map(({ task, cron }) => ({ task, match: cron })));
  }

  private workerLog(): WorkerLogger {
    return new WorkerLogger(() => (level, message) => {
      if (level === 'error') this.log.error(message);
      else if (level === 'warning') this.log.warn(message);
    });
  }

  /** A living worker holds a lock named after itself; the database lets go of it when the process dies. */
  private claim(poolId: string): void {
    this.claims = this.claims
      .then(() => this.alive?.query('select pg_advisory_lock(hashtext($1), 1)', [poolId]))
      .catch(() => {});
  }

  /** Jobs of a crashed worker would stay locked for hours: give them back as soon as its lock is free. */
  private async unlockDead(): Promise<void> {
    if (!this.alive) return;
    const { rows } = await this.alive.query<{ locked_by: string }>(
      `select distinct locked_by from graphile_worker._private_jobs where locked_by is not null and locked_at < now() - interval '5 seconds'`,
    );
    const dead: string[] = [];
    for (const { locked_by } of rows) {
      const { rows: answer } = await this.alive.query<{ held: boolean }>(
        `select exists (select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 2
           and classid = (hashtext($1)::bigint & 4294967295)::oid and objid = 1
           and database = (select oid from pg_database where datname = current_database())) as held`,
        [locked_by],
      );
      if (!answer[0]?.held) dead.push(locked_by);
    }
    if (dead.length === 0) return;
    await this.alive.query('select graphile_worker.force_unlock_workers($1)', [dead]);
    this.log.warn({ workers: dead }, 'jobs of crashed workers were given back');
  }
}
