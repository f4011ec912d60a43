// A server's way out: not ready, no new connections, what is in flight is answered, sockets are sent elsewhere.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Sockets } from './platform/graphql/sockets.js';
import { JobWorker } from './platform/jobs/index.js';
import { Lifecycle } from './platform/observe/index.js';

const READY = '/health/ready';

/** Somebody who asked within this time asks again, and is told before doors close. */
const ASKS_WITHIN_MS = 30_000;
const TELLING_MS = 3_000;
const LAST_WORDS_MS = 200;

export class Departure {
  private inFlight = 0;
  private lastAsked = 0;
  private told = false;
  private changed: () => void = () => {};

  constructor(private readonly app: NestFastifyApplication) {
    const lifecycle = app.get(Lifecycle);
    const server = this.fastify;
    server.addHook('onRequest', async (_request, reply) => {
      this.inFlight++;
      reply.raw.once('close', () => {
        this.inFlight--;
        this.changed();
      });
    });
    server.addHook('onSend', async (request, reply) => {
      if (lifecycle.leaving) void reply.header('connection', 'close');
      if (request.url.split('?')[0] !== READY) return;
      this.lastAsked = Date.now();
      this.told = lifecycle.leaving;
      this.changed();
    });
  }

  /** Ends when nothing is in flight any more; the caller bounds the time. */
  async leave(): Promise<void> {
    this.app.get(Lifecycle).leaving = true;
    const jobs = this.app.get(JobWorker).stop();
    if (Date.now() - this.lastAsked < ASKS_WITHIN_MS) {
      await Promise.race([
        this.until(() => this.told),
        new Promise((resolve) => setTimeout(resolve, TELLING_MS).unref()),
      ]);
    }
    this.fastify.server.close();
    this.app.get(Sockets).sendAway();
    // Somebody may have come in just before, and be about to say what they want.
    await new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS));
    await Promise.all([jobs, this.until(() => this.inFlight === 0)]);
  }

  private get fastify(): FastifyInstance {
    return this.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  }

  private async until(done: () => boolean): Promise<void> {
    while (!done()) await new Promise<void>((resolve) => (this.changed = resolve));
  }
}
