// What every answer carries, whatever it is: nothing runs, nothing frames us, nothing is guessed. Pages and files say more.
import fastifyHelmet from '@fastify/helmet';
import type { FastifyReply } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Config } from './platform/config.js';

/** For what is no page: JSON, errors, redirects. */
const NOTHING_RUNS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** For an answer that passes no hook. */
const BARE = {
  'content-security-policy': NOTHING_RUNS,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cache-control': 'no-store',
} as const;

export const guardBare = (reply: FastifyReply): FastifyReply => reply.headers(BARE);

export async function setSecurityHeaders(app: NestFastifyApplication, config: Config): Promise<void> {
  const secure = config.publicUrl.startsWith('https:');
  await app.register(fastifyHelmet, {
    // Set below, where a page, a file or the explorer has not set its own.
    contentSecurityPolicy: false,
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', async (_request, reply, payload) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', NOTHING_RUNS);
    reply.header('permissions-policy', BARE['permissions-policy']);
    // Answers are somebody's: no cache between us keeps one, unless it is a file of everybody.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    return payload;
  });
}

/** What cannot even be read as HTTP is refused in the same words, and the connection ends. */
export function refuseBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const refusal = {
    message: 'This request cannot be read.',
    extensions: { code: 'INVALID', reason: 'REQUEST' },
  };
  const body = JSON.stringify({ errors: [refusal] });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    ...Object.entries(BARE).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
