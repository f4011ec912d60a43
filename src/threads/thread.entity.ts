// One request or topic in a space, and the rules it keeps alone: which state follows which.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { conflict } from '../platform/errors.js';

export const THREAD_STATES = ['OPEN', 'WAITING_FOR_CLIENT', 'RESOLVED', 'CLOSED'] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

export const CHANNELS = [
  'HOTLINE',
  'CHAT',
  'EMAIL',
  'PHONE',
  'KAKAO',
  'CHANNEL_TALK',
  'COMMUNITY',
  'TRAINING',
  'API',
] as const;
export type Channel = (typeof CHANNELS)[number];

export type Side = 'CONTACT' | 'STAFF';

/** What a staff member's message does to the thread. */
export const AFTERWARDS = ['WAIT_FOR_CLIENT', 'KEEP_OPEN', 'RESOLVE'] as const;
export type Afterwards = (typeof AFTERWARDS)[number];

/** RESOLVED becomes CLOSED after this many days. */
export const CLOSE_AFTER_DAYS = 7;

@Entity({ schema: 'hotline', name: 'thread' })
export class Thread {
  @PrimaryColumn('uuid')
  id: string;

  /** Short enough for the phone; given by the database. */
  @Column({ type: 'bigint', insert: false, update: false })
  number: number;

  @Column('uuid')
  spaceId: string;

  @Column('uuid')
  openedBy: string;

  @Column('text')
  openedSide: Side;

  @Column('text', { nullable: true })
  title: string | null;

  /** The first line of the first message: the title of a thread without one. */
  @Column('text')
  firstLine: string;

  @Column('text')
  state: ThreadState;

  @Column('text')
  channel: Channel;

  @Column('uuid', { nullable: true })
  assigneeId: string | null;

  /** The closed thread that this one takes up again. */
  @Column('uuid', { nullable: true })
  followsId: string | null;

  @Column('boolean')
  imported: boolean;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  lastMessageAt: Date;

  /** Number of the newest message; messages count from 1. */
  @Column('int')
  lastSeq: number;

  /** Number of the newest message that somebody of the client's side, and of ours, has read; who writes has read. */
  @Column('int')
  contactSeenSeq: number;

  @Column('int')
  staffSeenSeq: number;

  /** Since when the oldest unanswered message of a contact waits. */
  @Column('timestamptz', { nullable: true })
  unansweredSince: Date | null;

  /** First public message by staff after a contact had spoken. */
  @Column('timestamptz', { nullable: true })
  firstResponseAt: Date | null;

  /** When it was last resolved. */
  @Column('timestamptz', { nullable: true })
  resolvedAt: Date | null;

  @Column('int')
  resolvedCount: number;

  /** Of the title; messages have versions of their own. */
  @Column('int')
  version: number;

  static open(
    input: Pick<Thread, 'id' | 'spaceId' | 'openedBy' | 'openedSide' | 'title' | 'channel' | 'followsId'>,
    at: Date,
  ): Thread {
    return Object.assign(new Thread(), {
      ...input,
      firstLine: '',
      // What staff begin waits for the client until the client says something.
      state: input.openedSide === 'CONTACT' ? 'OPEN' : 'WAITING_FOR_CLIENT',
      assigneeId: null,
      imported: false,
      createdAt: at,
      lastMessageAt: at,
      lastSeq: 0,
      contactSeenSeq: 0,
      staffSeenSeq: 0,
      unansweredSince: null,
      firstResponseAt: null,
      resolvedAt: null,
      resolvedCount: 0,
      version: 1,
    } satisfies Partial<Thread>);
  }

  /** A contact spoke: it is our turn, unless they only said thank you. */
  hearContact(body: string, at: Date, reopens: boolean): void {
    this.take(body, at);
    this.contactSeenSeq = this.lastSeq;
    if (this.state === 'RESOLVED' && !reopens) return;
    this.state = 'OPEN';
    this.unansweredSince ??= at;
  }

  /** Staff spoke: it is the client's turn, unless the writer decides otherwise. */
  hearStaff(body: string, at: Date, afterwards: Afterwards | null): void {
    this.take(body, at);
    this.staffSeenSeq = this.lastSeq;
    if (this.unansweredSince) this.firstResponseAt ??= at;
    this.unansweredSince = null;
    if (afterwards === 'RESOLVE') {
      if (this.state !== 'RESOLVED') this.resolve(at);
    } else if (afterwards === 'KEEP_OPEN') {
      this.state = 'OPEN';
    } else if (afterwards === 'WAIT_FOR_CLIENT' || this.state !== 'RESOLVED') {
      // A word after the resolution leaves it resolved, unless it was said to ask something.
      this.state = 'WAITING_FOR_CLIENT';
    }
  }

  /** News of what became of it, in whatever state it is: nobody's turn changes, and nothing is answered by it. */
  hearNews(body: string, at: Date): void {
    this.take(body, at);
  }

  /** Throws CONFLICT when there is nothing to resolve. */
  resolve(at: Date): void {
    if (this.state === 'RESOLVED' || this.state === 'CLOSED') {
      throw conflict('NOT_OPEN', 'This thread is resolved already.');
    }
    this.state = 'RESOLVED';
    this.resolvedAt = at;
    this.resolvedCount += 1;
    this.unansweredSince = null;
  }

  /** Throws CONFLICT for a thread that is open, or closed for good. */
  reopen(): void {
    if (this.state === 'CLOSED')
      throw conflict('CLOSED', 'This thread is closed; write and a new one will follow it.');
    if (this.state !== 'RESOLVED') throw conflict('NOT_RESOLVED', 'This thread is open already.');
    this.state = 'OPEN';
  }

  /** For good: who writes again opens a thread that follows this one. */
  close(): void {
    this.state = 'CLOSED';
  }

  assign(personId: string | null): void {
    this.assigneeId = personId;
  }

  rename(title: string | null): void {
    this.title = title;
    this.version += 1;
  }

  /** A thread that begins without words is called by what was sent. */
  nameAfter(files: readonly { name: string }[]): void {
    this.firstLine ||= [...files.map(({ name }) => name).join(', ')].slice(0, LONGEST_LINE).join('');
  }

  private take(body: string, at: Date): void {
    this.lastSeq += 1;
    this.lastMessageAt = at;
    if (this.lastSeq === 1) this.firstLine = firstLineOf(body);
  }
}

const LONGEST_LINE = 140;

/** The first line with words in it, without Markdown's signs, at most 140 characters. */
export function firstLineOf(body: string): string {
  const line = body
    .split('\n')
    .map((each) =>
      each
        .replace(/^[\s#>*\-+`|]+|[*_`]{1,3}/g, '')
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .trim(),
    )
    .find((each) => each !== '');
  return [...(line ?? '')].slice(0, LONGEST_LINE).join('');
}
