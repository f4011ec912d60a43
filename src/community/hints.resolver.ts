// Live hints of the boards in GraphQL. They stand apart like all that is asked of the boards: nothing is kept of who listens.
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Apart, globalId, localId } from '../platform/graphql/index.js';
import { Board } from './access.pipe.js';
import type { BoardAccess } from './board-access.js';
import { BoardHints } from './board-hints.js';
import { BOARD, THREAD } from './boards.shapes.js';

@ObjectType({ description: 'Something changed on a board: read it again. Neither who nor when.' })
export class BoardHint {
  @Field(() => String, {
    description:
      'QUESTION (new in the list), THREAD (something in it changed), GONE (in the list no more), BOARD (the board itself changed), REPORTS; READY, RESYNC: everything may have changed; ENDED: the viewer may look no more.',
  })
  kind: string;

  @Field(() => ID, { nullable: true })
  boardId?: string | null;

  @Field(() => ID, { nullable: true })
  threadId?: string | null;
}

@ArgsType()
class BoardHintsArgs {
  @Field(() => ID)
  boardId: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  threadId?: string | null;
}

type RawHint = { kind: string; boardId?: string; threadId?: string };

const resolve = ({ kind, boardId, threadId }: RawHint): BoardHint => ({
  kind,
  boardId: boardId ? globalId(BOARD, boardId) : null,
  threadId: threadId ? globalId(THREAD, threadId) : null,
});

@Resolver()
export class BoardHintsResolver {
  constructor(@Inject(BoardHints) private readonly hints: BoardHints) {}

  @Apart()
  @Subscription(() => BoardHint, {
    resolve,
    description: 'Of one board, or of one of its threads alone. READY comes first, ENDED may be the last.',
  })
  boardHints(
    @Args() { boardId, threadId }: BoardHintsArgs,
    @Board() access: BoardAccess,
  ): Promise<AsyncIterableIterator<object>> {
    return this.hints.watch(access, {
      boardId: localId(BOARD, boardId),
      threadId: threadId ? localId(THREAD, threadId) : null,
    });
  }

  @Apart()
  @Subscription(() => BoardHint, {
    resolve,
    description: 'REPORTS, when something waits for moderators or was decided. Staff who answer.',
  })
  boardReportHints(@Board() access: BoardAccess): Promise<AsyncIterableIterator<object>> {
    return this.hints.watch(access, 'REPORTS');
  }
}
