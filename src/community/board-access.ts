// All that the boards know of whoever asks: what they may do, and tags that cannot be turned back. No person, no company.

/** Whom a board is open to. */
export type Audience = { everyone: boolean; tiers: string[]; companyIds: string[] };

/** Companies and people whom a board is open to now. */
export type AudienceSize = { companies: number; people: number };

/** `author` of a thread's id; `mark` and `report` of a post's. */
export type TagPurpose = 'author' | 'mark' | 'report';

/** The tag is salted with the ban's own id. */
export type Ban = { id: string; tag: Buffer; keyVersion: number };

export interface BoardAccess {
  /** Our own team: reads every board, answers under its name. */
  readonly ours: boolean;
  /** The date in the installation's zone, 'YYYY-MM-DD'. */
  readonly today: string;
  /** Hides, restores, bans. */
  readonly moderates: boolean;
  /** Opens and closes boards. */
  readonly arranges: boolean;
  /** May write at all. */
  readonly writes: boolean;
  /** As it is shown where somebody writes under their name. */
  readonly name: string;
  /** The company's name, where so many of it may write that it does not point at one of them; else null. */
  readonly label: string | null;
  mayRead(audience: Audience): boolean;
  /** 32 bytes: the same for the same person, purpose and thing, and for nothing else. One for each version of the key, newest first. */
  tags(purpose: TagPurpose, thingId: string): Buffer[];
  /** The author's tag of a board, sealed anew each time. */
  seal(boardId: string): Buffer;
  /** Whether a ban of a board was meant for whoever asks. */
  isBanned(boardId: string, ban: Ban): boolean;
  /** False once what somebody came in with has run out. */
  stands(): boolean;
  /** The same one, as they stand now. Throws UNAUTHENTICATED when nobody is there any more. */
  renew(): Promise<BoardAccess>;
  /** Counts one more of what somebody writes today, in the memory of this process; pictures for themselves. Throws RATE_LIMITED. */
  countWriting(what?: 'WORDS' | 'PICTURE'): void;
}

/** Who turns a request into an access, and knows whom boards are open to; the only one who sees both sides. */
export abstract class BoardDoor {
  /** `actor` goes in, and nothing of it comes out. Throws UNAUTHENTICATED for strangers. */
  abstract enter(actor: object): Promise<BoardAccess>;

  abstract sizeOf(audience: Audience): Promise<AudienceSize>;

  /** Something was said on a board with names: whoever follows the thread may hear of it. */
  abstract saidUnderName(threadId: string, postId: string): Promise<void>;

  /** Names of companies and people that nobody should read on a board, three characters at least. */
  abstract knownNames(): Promise<readonly KnownName[]>;
}

export type KnownName = { kind: 'COMPANY' | 'PERSON'; name: string };
