// The GraphQL explorer of a development server, from our own disk: nothing is fetched from afar.
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const BASE = '/explorer/';

/** Its scripts stand in the page itself. Only a development server has it. */
const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' ws: wss:";

/** Altair is a development dependency: an installation for production does not have it and never calls this. */
export async function serveExplorer(app: NestFastifyApplication): Promise<void> {
  const { getDistDirectory, renderAltair } = await import('altair-static');
  const fastify = app.getHttpAdapter().getInstance();
  const page = renderAltair({
    baseURL: BASE,
    endpointURL: '/graphql',
    subscriptionsEndpoint: '/graphql',
    subscriptionsProtocol: 'wss',
  });
  fastify.get('/explorer', (_request, reply) => reply.redirect(BASE));
  fastify.get(BASE, (_request, reply) =>
    reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(page),
  );
  await app.register(fastifyStatic, {
    root: getDistDirectory(),
    prefix: BASE,
    index: false,
    decorateReply: false,
  });
}
