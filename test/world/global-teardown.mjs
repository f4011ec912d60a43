// After a test run: a server of one's own gets its template removed; the throw-away one goes with its guard.
import { dropTemplate } from './template.mjs';

export default async function globalTeardown() {
  const guard = globalThis.hotlineTestGuard;
  if (!guard) {
    await dropTemplate(process.env.TEST_DATABASE_ADMIN_URL);
    return;
  }
  if (guard.exitCode !== null) return;
  guard.ref();
  const gone = new Promise((resolve) => guard.once('exit', resolve));
  guard.stdin.end();
  await gone;
}
