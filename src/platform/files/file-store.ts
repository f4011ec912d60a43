// Where bytes that people gave us lie: a port, and the disk behind it unless a host brings something else.
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** Keys are ours: the uuid of a row, with `.thumbnail` behind it for a small picture. Nobody outside chooses one. */
export abstract class FileStore {
  /** Keeps a file whole or not at all; the same key twice keeps the later one. */
  abstract put(key: string, bytes: Buffer | Readable): Promise<void>;

  /** Null for what is not there. */
  abstract get(key: string): Promise<Readable | null>;

  /** What is gone already is no error. */
  abstract remove(key: string): Promise<void>;
}

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{10}([0-9a-f]{2})(\.thumbnail)?$/;

export class DiskFiles extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, bytes: Buffer | Readable): Promise<void> {
    const path = this.path(key);
    const part = `${path}.${randomUUID()}.part`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await writeFile(part, bytes, { flag: 'wx', mode: 0o600, flush: true });
      await rename(part, path);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  async get(key: string): Promise<Readable | null> {
    try {
      return (await open(this.path(key))).createReadStream();
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  /** 256 folders by the random end of the uuid: its beginning is a time and would fill one folder after the other. */
  private path(key: string): string {
    const fan = KEY.exec(key)?.[2];
    if (!fan) throw new Error('This is no key of a file.');
    return join(this.folder, fan, key);
  }
}
