// Before a test run: one throw-away PostgreSQL, removed by its guard however the run ends, and the template.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepare } from '../../scripts/prepare.mjs';

/** Sets TEST_DATABASE_ADMIN_URL for the workers; TEST_DATABASE_URL names a server of one's own instead. */
export default async function globalSetup() {
  // The stories ask the built server: it is that of today's sources, also when Jest was started without npm.
  await prepare({ withoutWeb: true, quiet: true });
  const adminUrl = process.env.TEST_DATABASE_URL || (await startGuard());
  process.env.TEST_DATABASE_ADMIN_URL = adminUrl;
  if (fs.existsSync(new URL('./template.mjs', import.meta.url))) {
    const { prepareTemplate } = await import('./template.mjs');
    await prepareTemplate(adminUrl);
  }
}

async function startGuard() {
  const guard = spawn(process.execPath, [fileURLToPath(new URL('./guard.mjs', import.meta.url))], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  globalThis.hotlineTestGuard = guard;
  let text = '';
  const answer = await new Promise((resolve) => {
    guard.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(JSON.parse(text));
    });
    guard.on('error', (error) => resolve({ error: error.message }));
    guard.on('exit', (code) => resolve({ error: `the guard ended with ${code}` }));
  });
  if (answer.error) throw new Error(`The database of the tests could not be started: ${answer.error}`);
  // The open pipe is what keeps the server; it must not keep the test run.
  guard.unref();
  guard.stdin.unref();
  guard.stdout.unref();
  return answer.url;
}
