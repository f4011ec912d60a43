// After a test run: lets the guard go and waits until it has removed the database.

export default async function globalTeardown() {
  const guard = globalThis.hotlineTestGuard;
  if (!guard || guard.exitCode !== null) return;
  guard.ref();
  const gone = new Promise((resolve) => guard.once('exit', resolve));
  guard.stdin.end();
  await gone;
}
