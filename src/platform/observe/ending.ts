// How a process ends: the first signal asks it to finish what it has begun, the second ends it at once.

/** `docker stop` kills after ten seconds unless told otherwise, others later: one is left for letting go of things. */
export const LEAVING_MS = 9_000;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * `finish` may take LEAVING_MS, `release` comes after it in any case, then the process is gone.
 * Returns how to end it for another reason, with an exit code.
 */
export function endOnSignal(
  finish: () => Promise<unknown>,
  release: () => Promise<unknown>,
): (code: number) => Promise<void> {
  let ending: Promise<void> | null = null;
  const end = (code: number): Promise<void> =>
    (ending ??= (async () => {
      let exitCode = code;
      for (const part of [within(LEAVING_MS, finish), release]) {
        await part().catch((error: unknown) => {
          exitCode ||= 1;
          process.stderr.write(`${(error as Error).message}\n`);
        });
      }
      process.exit(exitCode);
    })());
  for (const signal of SIGNALS) process.on(signal, () => (ending ? process.exit(1) : void end(0)));
  return end;
}

const within = (milliseconds: number, work: () => Promise<unknown>) => (): Promise<unknown> =>
  Promise.race([
    work(),
    new Promise((_, reject) => {
      const late = `Not all was finished within ${milliseconds / 1000} seconds; it is tried again elsewhere.`;
      setTimeout(() => reject(new Error(late)), milliseconds).unref();
    }),
  ]);
