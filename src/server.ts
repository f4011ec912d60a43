// The product as one HTTP server: GraphQL, live hints and the web app on one port.
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { HotlineModule } from './hotline.module.js';
import { serveExplorer } from './explorer.js';
import type { HotlineOptions } from './hotline.options.js';
import { serveImports } from './channels/index.js';
import { serveAttachments } from './threads/index.js';
import { NestLog } from './platform/observe/index.js';
import { serveWebApp } from './web-app.js';

/** 20,000 characters of Hangul and their envelope. */
const LARGEST_BODY = 100_000;

/** Builds the application; the caller listens, closes, and owns the database server. */
export async function createServer(options: HotlineOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: LARGEST_BODY, trustProxy: false });
  const app = await NestFactory.create<NestFastifyApplication>(HotlineModule.forRoot(options), adapter, {
    logger: new NestLog(options.log),
    abortOnError: false,
  });
  // GraphQL has refused unknown fields already; what is left is checked by the inputs' own decorators.
  app.useGlobalPipes(new ValidationPipe({ transform: true }));
  await app.register(cookie);
  await app.register(compress, { global: true, threshold: 1_024 });
  if (options.config.development) await serveExplorer(app);
  await serveAttachments(app);
  await serveImports(app);
  await serveWebApp(app, options.config);
  return app;
}
