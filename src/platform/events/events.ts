// Who hears of what: rules inside the emitting transaction, and jobs after its commit.
import { Injectable } from '@nestjs/common';
import type { EventSink, EventType, Transaction } from '../database/index.js';

type Within = (tx: Transaction, payload: never) => Promise<void>;
export type JobHandler = (payload: never) => Promise<void>;
export type Schedule = { task: string /** Five fields of cron, in UTC. */; cron: string };

/**
 * Filled at start by each module's *.jobs.ts. Names of jobs are sentences and unique
 * (`classifyThreadWhenOpened`); handlers are idempotent, since a job may run twice.
 */
@Injectable()
export class Events implements EventSink {
  private readonly rules = new Map<string, Within[]>();
  private readonly listeners = new Map<string, string[]>();
  private readonly handlers = new Map<string, JobHandler>();
  private readonly scheduled: Schedule[] = [];

  /** A rule that must hold together with the event: it runs in the same transaction and may refuse it. */
  rule<Payload extends object>(
    event: EventType<Payload>,
    handle: (tx: Transaction, payload: Payload) => Promise<void>,
  ): void {
    this.rules.set(event.name, [...(this.rules.get(event.name) ?? []), handle]);
  }

  /** A job that follows the event after commit, never lost and tried again until it is done. */
  after<Payload extends object>(
    event: EventType<Payload>,
    task: string,
    handle: (payload: Payload) => Promise<void>,
  ): void {
    this.job(task, handle);
    this.listeners.set(event.name, [...(this.listeners.get(event.name) ?? []), task]);
  }

  /** A job that somebody enqueues by name. */
  job<Payload extends object>(task: string, handle: (payload: Payload) => Promise<void>): void {
    if (this.handlers.has(task)) throw new Error(`Two jobs are called ${task}.`);
    this.handlers.set(task, handle);
  }

  /** A job that the calendar starts, once for all processes. */
  every(cron: string, task: string, handle: () => Promise<void>): void {
    this.job(task, handle);
    this.scheduled.push({ task, cron });
  }

  async within(tx: Transaction, name: string, payload: object): Promise<void> {
    for (const rule of this.rules.get(name) ?? []) await rule(tx, payload as never);
  }

  tasksOf(name: string): readonly string[] {
    return this.listeners.get(name) ?? [];
  }

  get jobs(): ReadonlyMap<string, JobHandler> {
    return this.handlers;
  }

  get schedules(): readonly Schedule[] {
    return this.scheduled;
  }
}
