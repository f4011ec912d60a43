// Figures for operators, in Prometheus' words. Labels come from our own schema and routes: nobody can grow them.
import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Seconds; from what a cached read takes to what a person takes for broken. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type Figure = { value: number; labels?: Record<string, string> };

@Injectable()
export class Metrics {
  readonly registry = new Registry();

  /** One GraphQL operation, by its first field; code is OK or that of the first error. */
  readonly operations = new Histogram({
    name: 'hotline_operation_seconds',
    help: 'GraphQL operations by kind, first field and answer (OK or an error code).',
    labelNames: ['type', 'operation', 'code'],
    buckets: BUCKETS,
    registers: [this.registry],
  });

  readonly requests = new Histogram({
    name: 'hotline_http_seconds',
    help: 'HTTP requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [this.registry],
  });

  readonly jobs = new Histogram({
    name: 'hotline_job_seconds',
    help: 'Jobs by task and outcome (done or failed; a failed one is tried again).',
    labelNames: ['task', 'outcome'],
    buckets: BUCKETS,
    registers: [this.registry],
  });

  readonly hints = new Counter({
    name: 'hotline_hints_total',
    help: 'Live hints handed to watchers of this process.',
    registers: [this.registry],
  });

  private readonly unanswered = new Counter({
    name: 'hotline_figures_failed_total',
    help: 'Figures that could not be asked when they were wanted, by name.',
    labelNames: ['figure'],
    registers: [this.registry],
  });

  /**
   * A figure that is asked when somebody looks. When it cannot be told (the database is away), it is left out
   * and counted, so that one missing figure does not hide the others.
   */
  gauge(name: string, help: string, labelNames: string[], ask: () => Promise<Figure[]> | Figure[]): void {
    const { unanswered } = this;
    new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      async collect() {
        this.reset();
        try {
          for (const { value, labels } of await ask()) this.set(labels ?? {}, value);
        } catch {
          unanswered.inc({ figure: name });
        }
      },
    });
  }

  /** Memory, event loop, garbage: only where somebody will read them. */
  withProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }
}
