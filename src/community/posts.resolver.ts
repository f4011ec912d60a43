// What stands under a question, and what the viewer has marked.
import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, Cursors, type GraphqlContext, PageArgs, toPage } from '../platform/graphql/index.js';
import { Board } from './access.pipe.js';
import type { BoardAccess } from './board-access.js';
import * as shapes from './boards.graphql.js';
import { BoardsReads } from './boards.reads.js';
import { postShape } from './boards.shapes.js';

@Resolver(() => shapes.BoardThread)
export class BoardThreadResolver {
  constructor(
    @Inject(BoardsReads) private readonly reads: BoardsReads,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  @ResolveField(() => shapes.BoardPostConnection, {
    description: 'In the order in which they were written; the question first.',
  })
  async posts(
    @Parent() thread: shapes.BoardThread,
    @Args() { first, after }: PageArgs,
    @Board() access: BoardAccess,
  ): Promise<shapes.BoardPostConnection> {
    const list = { name: 'boardPosts', filter: thread.uuid };
    const [seq] = after ? this.cursors.decode(list, after) : [];
    const rows = await this.reads.posts(thread.uuid, first, after ? Number(seq) : null);
    return toPage(
      this.cursors,
      list,
      first,
      rows,
      (row) => [row.seq],
      (row) => postShape(access, row),
    );
  }
}

@Resolver(() => shapes.BoardPost)
export class BoardPostResolver {
  constructor(@Inject(BoardsReads) private readonly reads: BoardsReads) {}

  @ResolveField(() => Boolean, { description: 'The viewer has marked it as helpful.' })
  async markedByMe(
    @Parent() post: shapes.BoardPost,
    @Board() access: BoardAccess,
    @Ctx() context: GraphqlContext,
  ): Promise<boolean> {
    if (access.ours) return false;
    const marked = await context.load('boardMarks', post.uuid, async (ids) => {
      const tags = ids.flatMap((id) => access.tags('mark', id).map((tag) => ({ id, tag })));
      const found = await this.reads.marked(
        tags.map(({ id }) => id),
        tags.map(({ tag }) => tag),
      );
      return new Map([...found].map((id) => [id, true]));
    });
    return marked ?? false;
  }
}
