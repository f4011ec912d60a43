// How much waits in the queue and since when: the first figures to look at when something does not happen.
import { system } from '../actor.js';
import { type Database, sql } from '../database/index.js';
import type { Metrics } from '../observe/index.js';

type Waiting = { task: string; due: number; seconds: number; failing: number; given_up: number };

/** Two figures are asked in one scrape: they share one look at the queue. */
const FRESH_MS = 1_000;

export function observeQueue(database: Database, metrics: Metrics): void {
  let asked = 0;
  let answer: Promise<Waiting[]> = Promise.resolve([]);
  const look = (): Promise<Waiting[]> => {
    if (Date.now() - asked > FRESH_MS) {
      asked = Date.now();
      answer = database.read<Waiting>(system, sql`select * from hotline.jobs_waiting(now())`);
    }
    return answer;
  };
  const gauge = (name: string, help: string, key: Exclude<keyof Waiting, 'task'>) =>
    metrics.gauge(name, help, ['task'], async () =>
      (await look()).map((row) => ({ labels: { task: row.task }, value: row[key] })),
    );
  gauge('hotline_jobs_due', 'Jobs that could run now, by task.', 'due');
  gauge('hotline_jobs_oldest_seconds', 'How long the oldest due job has waited, by task.', 'seconds');
  gauge('hotline_jobs_failing', 'Jobs that failed at least once and are tried again, by task.', 'failing');
  gauge('hotline_jobs_given_up', 'Jobs that failed too often: somebody has to look.', 'given_up');
}
