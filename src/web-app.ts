// Serves the built web app: hashed assets for a year, the page itself never from a cache, under a strict policy.
import fastifyStatic from '@fastify/static';
import { NotFoundException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from './platform/config.js';

const BUILT = join(dirname(fileURLToPath(import.meta.url)), '../web/dist');

const NOT_BUILT =
  '<!doctype html><title>Hotline</title><p>The web app has not been built yet: run <code>npm run build</code>.</p>';

export async function serveWebApp(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const page = existsSync(join(BUILT, 'index.html'))
    ? readFileSync(join(BUILT, 'index.html'), 'utf8')
    : NOT_BUILT;
  if (existsSync(BUILT)) {
    await app.register(fastifyStatic, {
      root: join(BUILT, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      index: false,
    });
  }
  fastify.get('/*', async (request, reply) => {
    // Below these there are no pages: a program that errs is answered as a program.
    // What mails link to is a page: only a program posts to it.
    if (/^\/(assets|files|graphql|hooks)\b/.test(request.url)) throw new NotFoundException();
    const nonce = randomBytes(16).toString('base64');
    return (
      reply
        .header('content-security-policy', policy(nonce, config))
        .header('cache-control', 'no-store')
        // Whatever a page shows is somebody's: none is for search engines.
        .header('x-robots-tag', 'noindex, nofollow')
        .type('text/html; charset=utf-8')
        .send(page.replaceAll('__NONCE__', nonce))
    );
  });
}

/** Only what we ship runs; images come from here, sockets go back here. */
function policy(nonce: string, config: Config): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Floating parts and charts set their place as style attributes; attributes cannot load or run anything.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self' ${new URL(config.publicUrl).origin.replace(/^http/, 'ws')}`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
