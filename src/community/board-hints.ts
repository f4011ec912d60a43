// Live hints of the boards, over their own database: that something is there to be read again, never by whom.
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { sql } from '../platform/database/index.js';
import { Refusal, found, must, unavailable } from '../platform/errors.js';
import { PostgresNotices, RESYNC, Watching } from '../platform/events/index.js';
import { LOG, type Logger, untraced } from '../platform/observe/index.js';
import type { BoardAccess } from './board-access.js';
import { type Asking, BOARDS, type BoardsPlace } from './boards-database.js';
import { Readable } from './readable.js';

/**
 * QUESTION: a thread is new in the list. THREAD: something in it changed. GONE: it stands in the list no more. BOARD: the board itself
 * changed, perhaps whom it is open to. REPORTS: what waits for moderators, or what they decided.
 */
export type BoardNews =
  | {
      kind: 'QUESTION' | 'THREAD' | 'GONE';
      boardId: string;
      threadId: string;
      /** Its thread is in no list: whoever looks at the list is not told. */
      hidden?: boolean;
    }
  | { kind: 'BOARD'; boardId: string }
  | { kind: 'REPORTS' };

/** What somebody looks at: a board's list, one of its threads, or what waits for moderators. */
export type Sight = { boardId: string; threadId: string | null } | 'REPORTS';

type Watcher = {
  access: BoardAccess;
  sight: Sight;
  checkedAt: number;
  /** Hints are said one after the other: some wait until it is clear that they may be. */
  turn: Promise<void>;
};

const CHANNEL = 'boards';

/** The last word to whoever may not look any more. */
const ENDED = { kind: 'ENDED' } as const;

/** Rights that follow from elsewhere, as a company's tier does, are looked at again before a hint, but no more often than this. */
const LOOK_AGAIN_MS = 60_000;
const AGAIN_MS = 1_000;

/** Leaves with the commit, or not at all. */
export const tell = async (tx: Asking, news: BoardNews): Promise<void> => {
  await tx.sql(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(news)})`);
};

/** What became of a thread, for those who may look at it. */
export const newsOf = (
  kind: 'THREAD' | 'GONE',
  thread: { id: string; board_id: string; hidden: boolean },
): BoardNews => ({
  kind,
  boardId: thread.board_id,
  threadId: thread.id,
  ...(thread.hidden ? { hidden: true } : {}),
});

@Injectable()
export class BoardHints implements OnModuleDestroy {
  private readonly watchers = new Map<Watching, Watcher>();
  private notices: Promise<PostgresNotices> | null = null;

  constructor(
    @Inject(BOARDS) private readonly place: BoardsPlace,
    @Inject(Readable) private readonly readable: Readable,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async onModuleDestroy(): Promise<void> {
    await (await this.notices?.catch(() => null))?.stop();
  }

  /**
   * READY, then all hints of what somebody looks at, until they go away or may look no more, which ENDED says.
   * Throws NOT_FOUND for what may not be read, DENIED for reports, UNAVAILABLE while the boards are away.
   */
  async watch(access: BoardAccess, sight: Sight): Promise<Watching> {
    await this.listen();
    const watching = new Watching(
      () => access.stands(),
      (gone) => void this.watchers.delete(gone),
    );
    // First heard, then looked at: what changes between the two is not missed.
    const watcher = { access, sight, checkedAt: this.clock.now().getTime(), turn: Promise.resolve() };
    this.watchers.set(watching, watcher);
    try {
      await this.mustSee(access, sight);
    } catch (error) {
      await watching.return();
      throw error;
    }
    return watching;
  }

  private async mustSee(access: BoardAccess, sight: Sight): Promise<void> {
    if (sight === 'REPORTS') return must(access.moderates);
    const { boardId, threadId } = sight;
    if (threadId === null) return void (await this.readable.board(access, boardId));
    const thread = await this.readable.thread(access, threadId);
    found(thread.board_id === boardId ? thread : null);
  }

  /** One connection for all who watch in this process, and none where nobody does. */
  private async listen(): Promise<void> {
    this.notices ??= this.begin();
    try {
      await this.notices;
    } catch (error) {
      this.notices = null;
      throw unavailable('BOARDS_AWAY', 'The boards cannot be reached for a moment; try again.', error);
    }
  }

  private async begin(): Promise<PostgresNotices> {
    const notices = new PostgresNotices(this.place.url, CHANNEL, {
      hear: (text) => this.hear(text),
      missed: () => {
        for (const watching of this.watchers.keys()) this.say(watching, RESYNC, true);
      },
      away: (reason) => this.log.warn({ reason }, 'the boards’ hints: their database is away, trying again'),
    });
    await notices.start();
    return notices;
  }

  private hear(text: string): void {
    const news = read(text);
    if (!news) return;
    for (const [watching, { sight }] of this.watchers) {
      if (concerns(news, sight)) this.say(watching, news, news.kind === 'BOARD' || news.kind === 'GONE');
    }
  }

  /** `touchesRights`: what happened may have ended the right to hear of it. */
  private say(watching: Watching, hint: object, touchesRights: boolean): void {
    const watcher = this.watchers.get(watching);
    if (!watcher) return;
    watcher.turn = watcher.turn.then(async () => {
      const old = this.clock.now().getTime() - watcher.checkedAt >= LOOK_AGAIN_MS;
      if (!(touchesRights || old) || (await this.stillSees(watching, watcher))) watching.push(hint);
      else watching.end(ENDED);
    });
  }

  /** Asks until there is an answer: as long as nobody knows, nothing is said. */
  private async stillSees(watching: Watching, watcher: Watcher): Promise<boolean> {
    while (this.watchers.has(watching)) {
      try {
        const { access, sight } = watcher;
        await untraced(async () => this.mustSee(await access.renew(), sight));
        watcher.checkedAt = this.clock.now().getTime();
        return true;
      } catch (error) {
        if (error instanceof Refusal && error.code !== 'UNAVAILABLE') return false;
        await new Promise<void>((resolve) => void setTimeout(resolve, AGAIN_MS).unref());
      }
    }
    return false;
  }
}

function concerns(news: BoardNews, sight: Sight): boolean {
  if (news.kind === 'REPORTS' || sight === 'REPORTS') return news.kind === sight;
  if (news.boardId !== sight.boardId) return false;
  if (news.kind === 'BOARD') return true;
  return sight.threadId === null ? news.hidden !== true : news.threadId === sight.threadId;
}

/** Whoever may speak to the database could say anything. */
function read(text: string): BoardNews | null {
  try {
    const news = JSON.parse(text) as BoardNews | null;
    return typeof news?.kind === 'string' ? news : null;
  } catch {
    return null;
  }
}
