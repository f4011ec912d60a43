// What may be read of the boards by whoever asks: each throws NOT_FOUND for what does not exist and for what may not be read.
import { Inject, Injectable } from '@nestjs/common';
import { found } from '../platform/errors.js';
import type { BoardAccess } from './board-access.js';
import { type BoardRow, canReadBoard } from './boards.policy.js';
import { BoardsReads, type ThreadRow } from './boards.reads.js';
import { isMine } from './mine.js';

@Injectable()
export class Readable {
  constructor(@Inject(BoardsReads) private readonly reads: BoardsReads) {}

  async board(access: BoardAccess, id: string): Promise<BoardRow> {
    const board = found(await this.reads.board(id));
    return found(canReadBoard(access, board) ? board : null);
  }

  /** Whoever asked reads why it was hidden. */
  async thread(access: BoardAccess, id: string): Promise<ThreadRow> {
    const [row] = await this.reads.threadsOf([id]);
    const thread = found(row);
    await this.board(access, thread.board_id);
    const mine = isMine(access, { tag: thread.asker, thread_id: thread.id });
    return found(thread.hidden && !access.moderates && !mine ? null : thread);
  }
}
