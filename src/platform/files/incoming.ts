// Bytes on their way in: written to disk as they come, so that slow senders fill no memory, and cut at the limit.
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { invalid, rateLimited } from '../errors.js';

/** What a crash left behind is nobody's after this time. */
const FORGOTTEN_MS = 86_400_000;

/** Files that are looked into at the same time; each may need several times its size in memory. */
const AT_ONCE = 2;

/** Files that may lie in memory while they come in. */
const IN_MEMORY = 16;
const BUSY_SECONDS = 5;
/** Whoever takes longer holds the place of others: 12 MB over a poor line. */
const SLOWEST_MS = 120_000;

/** The disk's own troubles are ours; all else is a sender who went away in the middle. */
function brokenOff(error: unknown): never {
  if ((error as { syscall?: string }).syscall) throw error;
  throw invalid('BROKEN_OFF', 'The upload broke off; send it again.', 'file');
}

export class Incoming {
  private busy = 0;
  private inMemory = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly folder: string,
    /** Bytes. */
    private readonly limit: number,
  ) {}

  /** Receives one file and gives its bytes to `work`, few at a time. Throws INVALID when it is over the limit or empty. */
  async receive<Result>(stream: Readable, work: (bytes: Buffer) => Promise<Result>): Promise<Result> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, randomUUID());
    try {
      await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 })).catch(brokenOff);
      const { size } = await stat(path);
      if (size > this.limit) throw this.tooLarge();
      if (size === 0) throw invalid('EMPTY', 'This file is empty.', 'file');
      return await this.inTurn(async () => work(await readFile(path)));
    } finally {
      await rm(path, { force: true });
    }
  }

  /** Receives one file of at most `limit` bytes without writing it down anywhere: nothing tells afterwards when it came. */
  async receiveInMemory<Result>(
    stream: Readable,
    limit: number,
    work: (bytes: Buffer) => Promise<Result>,
  ): Promise<Result> {
    if (this.inMemory >= IN_MEMORY)
      throw rateLimited('BUSY', 'Many are sending just now; try again in a moment.', BUSY_SECONDS);
    this.inMemory++;
    const tooSlow = setTimeout(() => stream.destroy(new Error('too slow')), SLOWEST_MS);
    try {
      const parts: Buffer[] = [];
      let size = 0;
      try {
        for await (const part of stream as AsyncIterable<Buffer>) {
          size += part.length;
          if (size <= limit) parts.push(part);
        }
      } catch (error) {
        brokenOff(error);
      }
      if (size > limit) throw this.tooLarge(limit);
      if (size === 0) throw invalid('EMPTY', 'This file is empty.', 'file');
      return await this.inTurn(() => work(Buffer.concat(parts)));
    } finally {
      clearTimeout(tooSlow);
      this.inMemory--;
    }
  }

  tooLarge(limit = this.limit) {
    const megabytes = Math.floor(limit / 1_048_576);
    return invalid('TOO_LARGE', `A file may have at most ${megabytes} MB.`, 'file');
  }

  /** Removes what a crash left half received. */
  async clean(): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names) {
      const path = join(this.folder, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
      if (mtimeMs < Date.now() - FORGOTTEN_MS) await rm(path, { force: true });
    }
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.busy >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.busy++;
    try {
      return await work();
    } finally {
      // The place goes to whoever waits longest.
      const next = this.waiting.shift();
      if (next) next();
      else this.busy--;
    }
  }
}
