// Is this process alive, and can it take work? What a load balancer and an operator ask.
import { Inject, Injectable } from '@nestjs/common';
import { Lifecycle } from './lifecycle.js';

type Check = () => Promise<unknown>;

/** A part that does not answer in this time is away; probes usually give up after a few seconds. */
const PATIENCE_MS = 2_000;

export type Readiness = {
  ready: boolean;
  /** 'ok' or what is wrong, by part. */ parts: Record<string, string>;
};

@Injectable()
export class Health {
  private readonly checks = new Map<string, Check>();

  constructor(@Inject(Lifecycle) private readonly lifecycle: Lifecycle) {}

  /** A part this process cannot work without. */
  needs(part: string, check: Check): void {
    this.checks.set(part, check);
  }

  async readiness(): Promise<Readiness> {
    const parts = await Promise.all(
      [...this.checks].map(async ([part, check]) => [part, await answerOf(check)] as const),
    );
    if (this.lifecycle.leaving) parts.push(['process', 'leaving']);
    return { ready: parts.every(([, answer]) => answer === 'ok'), parts: Object.fromEntries(parts) };
  }
}

async function answerOf(check: Check): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('does not answer'), PATIENCE_MS);
  });
  try {
    // The reason may name hosts and users: it is for the log, not for whoever can ask.
    return await Promise.race([
      check().then(
        () => 'ok',
        () => 'away',
      ),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
