// Opaque cursors that refuse tampering: list, position and a signature over both.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { invalid } from '../errors.js';

export type Position = (string | number | null)[];

/** One list as the client asked for it: its name and all its filters. A cursor works for that list only. */
export type ListIdentity = { name: string; filter: unknown };

export class Cursors {
  constructor(private readonly key: string) {}

  /** What makes the cursors of one list. */
  of(list: ListIdentity): (position: Position) => string {
    const identity = digest(list);
    return (position) => {
      const body = Buffer.from(JSON.stringify(position));
      return Buffer.concat([this.sign(identity, body), body]).toString('base64url');
    };
  }

  /** Throws INVALID for a cursor of another list, an edited, cut or empty one. */
  decode(list: ListIdentity, cursor: string): Position {
    const bytes = Buffer.from(cursor, 'base64url');
    const body = bytes.subarray(12);
    const canonical = bytes.toString('base64url') === cursor;
    if (
      bytes.length < 14 ||
      !canonical ||
      !timingSafeEqual(bytes.subarray(0, 12), this.sign(digest(list), body))
    ) {
      throw invalid('CURSOR', 'This cursor does not belong to this list; start again without it.', 'after');
    }
    return JSON.parse(body.toString()) as Position;
  }

  private sign(identity: Buffer, body: Buffer): Buffer {
    return createHmac('sha256', this.key).update(identity).update(body).digest().subarray(0, 12);
  }
}

const digest = ({ name, filter }: ListIdentity): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([name, filter]))
    .digest();
