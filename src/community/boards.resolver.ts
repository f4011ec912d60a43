// Boards in GraphQL: what is read. Everything here stands apart: nothing is kept of who asked, or when.
import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Apart, Cursors, localId, splitGlobalId, toPage } from '../platform/graphql/index.js';
import { invalid, must } from '../platform/errors.js';
import { Board } from './access.pipe.js';
import { type BoardAccess, BoardDoor } from './board-access.js';
import { BOARDS, type BoardsPlace } from './boards-database.js';
import * as shapes from './boards.graphql.js';
import { LEAST_COMPANIES, LEAST_PEOPLE, canReadBoard } from './boards.policy.js';
import { BoardsReads, type ThreadRow } from './boards.reads.js';
import { BOARD, THREAD, boardShape, threadShape } from './boards.shapes.js';
import { findingsIn } from './care.js';
import { Readable } from './readable.js';

/** Longest text that is looked through at once: a title and a body. */
const LONGEST_TEXT = 20_200;

@Resolver(() => shapes.BoardType)
export class BoardsResolver {
  constructor(
    @Inject(BoardsReads) private readonly reads: BoardsReads,
    @Inject(Readable) private readonly readable: Readable,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(BoardDoor) private readonly door: BoardDoor,
    @Inject(BOARDS) private readonly place: BoardsPlace,
  ) {}

  @Apart()
  @Query(() => [shapes.BoardType], { description: 'Those that the viewer may read, by name.' })
  async boards(@Board() access: BoardAccess): Promise<shapes.BoardType[]> {
    return (await this.reads.boards())
      .filter((row) => canReadBoard(access, row))
      .map((row) => boardShape(access, row));
  }

  @Apart()
  @Query(() => shapes.BoardType)
  async board(
    @Args('boardId', { type: () => ID }) boardId: string,
    @Board() access: BoardAccess,
  ): Promise<shapes.BoardType> {
    return boardShape(access, await this.readable.board(access, localId(BOARD, boardId)));
  }

  @Apart()
  @Query(() => [String], {
    description: 'Those that its newest thousand questions bear, the most used first.',
  })
  async boardTags(
    @Args('boardId', { type: () => ID }) boardId: string,
    @Board() access: BoardAccess,
  ): Promise<string[]> {
    const board = await this.readable.board(access, localId(BOARD, boardId));
    return this.reads.tags(board.id);
  }

  @Apart()
  @Query(() => shapes.BoardThreadConnection)
  async boardThreads(
    @Args() { boardId, order, search, tag, first, after }: shapes.BoardThreadsArgs,
    @Board() access: BoardAccess,
  ): Promise<shapes.BoardThreadConnection> {
    const board = await this.readable.board(access, localId(BOARD, boardId));
    const filter = { order, search: search || null, tag: tag ?? null };
    const list = { name: 'boardThreads', filter: { board: board.id, ...filter } };
    const [helpful, day, id] = after ? this.cursors.decode(list, after) : [];
    const from = after ? { helpful: Number(helpful), day: String(day), id: String(id) } : null;
    const rows = await this.reads.threads(board.id, filter, first, from);
    return toPage(
      this.cursors,
      list,
      first,
      rows,
      (row) => [row.helpful, row.created_on, row.id],
      (row) => threadShape(access, row),
    );
  }

  @Apart()
  @Query(() => shapes.BoardThread)
  async boardThread(
    @Args('threadId', { type: () => ID }) threadId: string,
    @Board() access: BoardAccess,
  ): Promise<shapes.BoardThread> {
    return threadShape(access, await this.readable.thread(access, localId(THREAD, threadId)));
  }

  @Apart()
  @Query(() => [shapes.BoardThread], {
    description:
      'What became of the threads whose ids the viewer’s browser keeps; the server keeps no such list.',
  })
  async myBoardThreads(
    @Args() { threadIds }: shapes.MyBoardThreadsArgs,
    @Board() access: BoardAccess,
  ): Promise<shapes.BoardThread[]> {
    const ids = threadIds.flatMap((id) => {
      const parts = splitGlobalId(id);
      return parts?.[0] === THREAD ? [parts[1]] : [];
    });
    return this.readableOf(access, await this.reads.threadsOf(ids));
  }

  @Apart()
  @Query(() => [shapes.BoardThread], {
    description: 'What nearly says the same, the likest first; shown while somebody writes.',
  })
  async similarBoardThreads(
    @Args('boardId', { type: () => ID }) boardId: string,
    @Args('text') text: string,
    @Board() access: BoardAccess,
  ): Promise<shapes.BoardThread[]> {
    const board = await this.readable.board(access, localId(BOARD, boardId));
    if (text.trim().length < 2) return [];
    const rows = await this.reads.similar(board.id, text.slice(0, LONGEST_TEXT), 5);
    return rows.map((row) => threadShape(access, row));
  }

  @Apart()
  @Query(() => [shapes.BoardFinding], {
    description: 'What in a text may point at somebody, before it is sent. The text is kept nowhere.',
  })
  async boardTextFindings(
    @Args('text') text: string,
    @Board() access: BoardAccess,
  ): Promise<shapes.BoardFinding[]> {
    must(access.writes);
    if (text.length > LONGEST_TEXT)
      throw invalid('TOO_LONG', `Look through at most ${LONGEST_TEXT} characters at once.`, 'text');
    return findingsIn(text, await this.door.knownNames());
  }

  @Apart()
  @Query(() => shapes.BoardFacts)
  async boardFacts(@Board() _access: BoardAccess): Promise<shapes.BoardFacts> {
    return {
      ownCluster: this.place.ownCluster,
      keys: this.place.keys().versions.length,
      leastCompanies: LEAST_COMPANIES,
      leastPeople: LEAST_PEOPLE,
      labelFrom: this.place.labelFrom,
    };
  }

  private async readableOf(access: BoardAccess, rows: ThreadRow[]): Promise<shapes.BoardThread[]> {
    const boards = new Map((await this.reads.boards()).map((board) => [board.id, board]));
    return rows
      .filter(({ board_id }) => {
        const board = boards.get(board_id);
        return board !== undefined && canReadBoard(access, board);
      })
      .map((row) => threadShape(access, row));
  }
}
