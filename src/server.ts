// The product as one HTTP server: GraphQL, live hints and the web app on one port.
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HotlineModule } from './hotline.module.js';
import { serveExplorer } from './explorer.js';
import type { HotlineOptions } from './hotline.options.js';
import { servePersonalData } from './identity/index.js';
import { serveImports } from './channels/index.js';
import { serveBoardPictures } from './community/index.js';
import { serveAttachments } from './threads/index.js';
import {
  serveCertificates,
  serveCourseFiles,
  serveMissionFiles,
  serveTrainingCalendar,
} from './training/index.js';
import { serveReports } from './voc/index.js';
import { HttpRefusals, answer } from './platform/graphql/index.js';
import { LARGEST_BODY } from './platform/limits.js';
import { NestLog, observeHttp, requestIdOf, serveHealth } from './platform/observe/index.js';
import { trustOf } from './platform/proxies.js';
import { Rates } from './platform/rates.js';
import { serveHooks } from './voc/index.js';
import { guardBare, refuseBrokenRequest, setSecurityHeaders } from './security-headers.js';
import { serveWebApp } from './web-app.js';

/** Builds the application; the caller listens, closes, and owns the database server. */
export async function createServer(options: HotlineOptions): Promise<NestFastifyApplication> {
  const { config, log } = options;
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    trustProxy: trustOf(config.trustProxy),
    genReqId: requestIdOf,
    clientErrorHandler: refuseBrokenRequest,
    // A path that is no text, before any route is looked for.
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) => {
      answer(guardBare(reply), error, log);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(HotlineModule.forRoot(options), adapter, {
    logger: new NestLog(log),
    abortOnError: false,
  });
  app.useGlobalFilters(new HttpRefusals(log));
  // GraphQL has refused unknown fields already; what is left is checked by the inputs' own decorators.
  app.useGlobalPipes(new ValidationPipe({ transform: true }));
  observeHttp(app, log);
  await setSecurityHeaders(app, config);
  const rates = app.get(Rates, { strict: false });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      if (!request.url.startsWith('/assets/')) rates.request(request.ip);
    });
  serveHealth(app);
  await app.register(cookie);
  await app.register(compress, { global: true, threshold: 1_024 });
  if (config.development) await serveExplorer(app);
  await serveAttachments(app);
  await serveBoardPictures(app);
  await serveCourseFiles(app);
  await serveMissionFiles(app);
  await serveTrainingCalendar(app);
  await serveCertificates(app);
  await serveImports(app);
  await serveHooks(app);
  await serveReports(app);
  await servePersonalData(app);
  await serveWebApp(app, config);
  return app;
}
