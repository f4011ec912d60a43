// One reader of live hints: what waits for it, in order, and never more than it deserves.

/** The first word of every watch: from here on nothing is missed. */
const READY = { kind: 'READY' } as const;

/** Said to everyone after a lost connection: something may have been missed. */
export const RESYNC = { kind: 'RESYNC' } as const;

/** A reader that is so many hints behind gets one word that covers them all. */
const MOST_WAITING = 1_000;

const OVER = { value: undefined, done: true } as const;

/** READY, then whatever is pushed, until the reader goes away or somebody ends it. */
export class Watching implements AsyncIterableIterator<object> {
  private readonly waiting: object[] = [READY];
  private wake: () => void = () => {};
  private ended = false;
  private over = false;

  /** `stands`: nothing is said any more once it is false. `left` is called once, when it is over. */
  constructor(
    private readonly stands: () => boolean,
    private readonly left: (watching: Watching) => void,
  ) {}

  push(hint: object): void {
    if (this.ended || !this.stands()) return;
    if (this.waiting.length >= MOST_WAITING) this.waiting.splice(0, this.waiting.length, RESYNC);
    else this.waiting.push(hint);
    this.wake();
  }

  /** After what waits and a last word nothing more comes. */
  end(last: object): void {
    this.push(last);
    this.ended = true;
    this.left(this);
    this.wake();
  }

  async next(): Promise<IteratorResult<object>> {
    while (!this.over) {
      const hint = this.waiting.shift();
      if (hint) return { value: hint, done: false };
      if (this.ended) break;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    return OVER;
  }

  async return(): Promise<IteratorResult<object>> {
    this.over = true;
    if (!this.ended) this.left(this);
    this.ended = true;
    this.wake();
    return OVER;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
