// A port for operators alone: metrics and health of a server or a worker. It is closed unless METRICS_PORT names it.
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Health } from './health.js';
import { Metrics } from './metrics.js';

type Answer = { status: number; type: string; body: string };

const json = (status: number, body: object): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

@Injectable()
export class OperatorPort implements OnModuleDestroy {
  private server: Server | null = null;

  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Health) private readonly health: Health,
  ) {}

  /** Listens; resolves to the port that was taken, for `0` means any. */
  async open(host: string, port: number): Promise<number> {
    this.metrics.withProcess();
    const server = createServer((request, response) => {
      void this.answer(request.url ?? '').then(({ status, type, body }) =>
        response
          .writeHead(status, {
            'content-type': type,
            'cache-control': 'no-store',
            'x-content-type-options': 'nosniff',
          })
          .end(body),
      );
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    this.server = server;
    return (server.address() as AddressInfo).port;
  }

  onModuleDestroy(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer(url: string): Promise<Answer> {
    const [path = ''] = url.split('?');
    switch (path) {
      case '/metrics':
        return {
          status: 200,
          type: this.metrics.registry.contentType,
          body: await this.metrics.registry.metrics(),
        };
      case '/health/live':
        return json(200, { status: 'alive' });
      case '/health/ready': {
        const { ready, parts } = await this.health.readiness();
        return json(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', parts });
      }
      default:
        return json(404, { error: 'Here are /metrics, /health/live and /health/ready.' });
    }
  }
}
