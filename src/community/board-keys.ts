// The key that makes an author's tags: outside the database and its backups, versioned. Whoever has only the database has nothing.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';

import type { Ban } from './board-access.js';

export type BoardKey = { version: number; secret: Buffer };

const SECRET_BYTES = 32;
const NONCE_BYTES = 12;
const SEAL_TAG_BYTES = 16;

export class BoardKeyError extends Error {}

/** Parts are told apart by their length, so that no two lists of parts give the same bytes. */
function mac(secret: Buffer, ...parts: (string | Buffer)[]): Buffer {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hmac.update(length).update(bytes);
  }
  return hmac.digest();
}

export class BoardKeys {
  private readonly byVersion: Map<number, Buffer>;
  /** What new tags are made with. */
  readonly newest: number;

  constructor(keys: readonly BoardKey[]) {
    this.byVersion = new Map(keys.map(({ version, secret }) => [version, secret]));
    this.newest = Math.max(...this.byVersion.keys());
  }

  /** Newest first. */
  get versions(): number[] {
    return [...this.byVersion.keys()].sort((a, b) => b - a);
  }

  /** Tells whether two installations hold the same key, and nothing else of it. */
  fingerprint(version: number): Buffer {
    return mac(this.secret(version), 'fingerprint');
  }

  /** One for each version, newest first. */
  tags(person: string, purpose: string, thingId: string): Buffer[] {
    return this.versions.map((version) => mac(this.secret(version), 'tag', purpose, thingId, person));
  }

  /** The tag of a person on a whole board, which never stands anywhere in the clear. */
  private boardTag(person: string, boardId: string, version: number): Buffer {
    return mac(this.secret(version), 'board', boardId, person);
  }

  /** Nonce, ciphertext and check: sealed twice, it looks like two. */
  seal(person: string, boardId: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealing(this.newest), nonce);
    const tag = this.boardTag(person, boardId, this.newest);
    return Buffer.concat([nonce, cipher.update(tag), cipher.final(), cipher.getAuthTag()]);
  }

  /** What a ban keeps of an author: salted with the ban's own id. Nobody sees the tag between. */
  banTag(sealed: Buffer, version: number, banId: string): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.sealing(version), sealed.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(sealed.subarray(-SEAL_TAG_BYTES));
    const tag = Buffer.concat([
      decipher.update(sealed.subarray(NONCE_BYTES, -SEAL_TAG_BYTES)),
      decipher.final(),
    ]);
    return mac(this.secret(version), 'ban', banId, tag);
  }

  isBanned(person: string, boardId: string, ban: Ban): boolean {
    if (!this.byVersion.has(ban.keyVersion)) return false;
    const tag = this.boardTag(person, boardId, ban.keyVersion);
    return mac(this.secret(ban.keyVersion), 'ban', ban.id, tag).equals(ban.tag);
  }

  private sealing(version: number): Buffer {
    return mac(this.secret(version), 'sealing');
  }

  private secret(version: number): Buffer {
    const secret = this.byVersion.get(version);
    if (!secret) throw new BoardKeyError(`The key file has no key of version ${version}.`);
    return secret;
  }
}

/**
 * Reads the key file, a line `<version> <32 bytes as base64url>` a key; makes it, readable by its owner alone, where there is none.
 * Throws BoardKeyError with what is wrong in which line.
 */
export function readBoardKeys(file: string): BoardKeys {
  if (!existsSync(file)) {
    try {
      writeFileSync(file, `1 ${randomBytes(SECRET_BYTES).toString('base64url')}\n`, {
        mode: 0o600,
        flag: 'wx',
      });
    } catch (error) {
      // Another process was quicker; its key is the key.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new BoardKeyError(`The key file ${file} cannot be made: ${(error as Error).message}`);
    }
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  const keys = readFileSync(file, 'utf8')
    .split('\n')
    .map((line, index) => ({ line: line.trim(), at: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, at }) => {
      const [, version, secret] = /^(\d{1,6}) ([\w-]{43})$/.exec(line) ?? [];
      if (!version || !secret)
        throw new BoardKeyError(
          `Line ${at} of the key file ${file} is no key: it has to be a number, a space and 43 characters of base64url.`,
        );
      return { version: Number(version), secret: Buffer.from(secret, 'base64url') };
    });
  if (keys.length === 0) throw new BoardKeyError(`The key file ${file} holds no key.`);
  if (new Set(keys.map(({ version }) => version)).size < keys.length)
    throw new BoardKeyError(`The key file ${file} has two keys of one version.`);
  return new BoardKeys(keys);
}
