// Other systems knock beside GraphQL: POST /hooks/github, /hooks/jira, /hooks/linear, signed and small.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answer } from '../../platform/graphql/index.js';
import { LARGEST_HOOK } from '../../platform/limits.js';
import { LOG, type Logger } from '../../platform/observe/index.js';
import type { HookProvider } from './hooks.js';
import { HooksService } from './hooks.service.js';

/** Where the signature stands, and what stands before it there. */
const DOORS: Record<string, { provider: HookProvider; header: string; prefix: string }> = {
  '/hooks/github': { provider: 'GITHUB', header: 'x-hub-signature-256', prefix: 'sha256=' },
  '/hooks/jira': { provider: 'JIRA', header: 'x-hub-signature', prefix: 'sha256=' },
  '/hooks/linear': { provider: 'LINEAR', header: 'linear-signature', prefix: '' },
};

function signatureOf(request: FastifyRequest, header: string, prefix: string): string {
  const value = request.headers[header];
  return typeof value === 'string' && value.startsWith(prefix) ? value.slice(prefix.length) : '';
}

export async function serveHooks(app: NestFastifyApplication): Promise<void> {
  const hooks = app.get(HooksService, { strict: false });
  const log = app.get<Logger>(LOG, { strict: false });
  // A scope of its own: the signature is over the bytes as they came, so nothing here reads JSON.
  await app.register(async (scope: FastifyInstance) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_HOOK }, (_request, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler((error, _request, reply) => answer(reply, error, log));
    for (const [path, { provider, header, prefix }] of Object.entries(DOORS)) {
      scope.post(path, { bodyLimit: LARGEST_HOOK }, async (request, reply) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const taken = await hooks.take(provider, body, signatureOf(request, header, prefix));
        return reply.header('cache-control', 'no-store').send({ taken });
      });
    }
  });
}
