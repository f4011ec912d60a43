// Every HTTP request: its name in logs and answers, its time, its trace.
import { context, propagation, trace } from '@opentelemetry/api';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from './logger.js';
import { Health } from './health.js';
import { Metrics } from './metrics.js';
import { hideScope, within } from './scope.js';
import { holdSpans, startSpan } from './traces.js';

/** As figures of GraphQL call what stands apart. */
const APART = '(apart)';

export const REQUEST_ID_HEADER = 'x-request-id';

/** A proxy's name for the request is kept when it looks like one, so that its log and ours can be read together. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Requests of which neither a line of the log nor a span is kept. */
const untraced = new WeakSet<object>();
const unnamed = new WeakSet<object>();

/** Said within the request; what goes wrong in it is logged all the same, but not in which request. */
export function leaveNoTrace(request: object): void {
  untraced.add(request);
  hideScope();
}

/** Nor does a figure know its route, nor whether something was sent or only looked at. */
export function leaveNoName(request: object): void {
  unnamed.add(request);
  leaveNoTrace(request);
}

export function observeHttp(app: NestFastifyApplication, log: Logger): void {
  const metrics = app.get(Metrics);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header(REQUEST_ID_HEADER, request.id);
    within({ requestId: request.id }, () => {
      const { context: caller, decide } = holdSpans(propagation.extract(context.active(), request.headers));
      // The path's first word says enough; the rest may hold names of companies.
      const span = startSpan(`${request.method} ${routeOf(request)}`, {}, caller);
      reply.raw.once('close', () => {
        span.setAttribute('http.response.status_code', reply.statusCode);
        span.end();
        decide(!untraced.has(request));
      });
      context.with(trace.setSpan(caller, span), done);
    });
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request);
    const [method, named] = unnamed.has(request) ? [APART, APART] : [request.method, route];
    metrics.requests.observe(
      { method, route: named, status: String(reply.statusCode) },
      reply.elapsedTime / 1_000,
    );
    if (!untraced.has(request))
      log.info(
        {
          requestId: request.id,
          method: request.method,
          route,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        },
        'request',
      );
    done();
  });
}

/** Our own word for the route: never what somebody typed into the address. */
const routeOf = (request: { routeOptions: { url?: string | undefined } }): string =>
  request.routeOptions.url ?? '(none)';

/** For load balancers, on the product's own port; what is wrong in detail is told on the operators' port. */
export function serveHealth(app: NestFastifyApplication): void {
  const health = app.get(Health);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/health/live', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  );
  fastify.get('/health/ready', async (_request, reply) => {
    const { ready } = await health.readiness();
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'not ready' });
  });
}
