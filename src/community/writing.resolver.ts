// Boards in GraphQL: what is written and arranged.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Apart, localId } from '../platform/graphql/index.js';
import { found } from '../platform/errors.js';
import { Board } from './access.pipe.js';
import { ArrangingService } from './arranging.service.js';
import type { Audience, BoardAccess } from './board-access.js';
import * as shapes from './boards.graphql.js';
import { BoardsReads } from './boards.reads.js';
import { BOARD, POST, THREAD, boardShape, postShape, threadShape } from './boards.shapes.js';
import * as inputs from './writing.graphql.js';
import { WritingService } from './writing.service.js';

const audienceOf = ({ everyone, tiers, companyIds }: inputs.BoardAudienceInput): Audience => ({
  everyone,
  tiers,
  companyIds: companyIds.map((id) => localId('company', id)),
});

@Resolver()
export class BoardWritingResolver {
  constructor(
    @Inject(WritingService) private readonly writing: WritingService,
    @Inject(ArrangingService) private readonly arranging: ArrangingService,
    @Inject(BoardsReads) private readonly reads: BoardsReads,
  ) {}

  @Apart()
  @Mutation(() => shapes.OpenBoardPayload, {
    description: 'INVALID BOARD_TOO_SMALL where an anonymous one would name its authors. Leads and admins.',
  })
  async openBoard(
    @Args('input') { audience, anonymous, ...words }: inputs.OpenBoardInput,
    @Board() access: BoardAccess,
  ): Promise<shapes.OpenBoardPayload> {
    return this.board(access, await this.arranging.open(access, words, anonymous, audienceOf(audience)));
  }

  @Apart()
  @Mutation(() => shapes.ChangeBoardPayload, { description: 'Leads and admins.' })
  async changeBoard(
    @Args('input') { boardId, version, audience, ...words }: inputs.ChangeBoardInput,
    @Board() access: BoardAccess,
  ): Promise<shapes.ChangeBoardPayload> {
    const id = localId(BOARD, boardId);
    await this.arranging.change(access, id, version, words, audienceOf(audience));
    return this.board(access, id);
  }

  @Apart()
  @Mutation(() => shapes.CloseBoardPayload, {
    description:
      'Nobody writes there any more and our team alone reads it; or it opens again. Leads and admins.',
  })
  async closeBoard(
    @Args('input') { boardId, version, closed }: inputs.CloseBoardInput,
    @Board() access: BoardAccess,
  ): Promise<shapes.CloseBoardPayload> {
    const id = localId(BOARD, boardId);
    await this.arranging.close(access, id, version, closed);
    return this.board(access, id);
  }

  @Apart()
  @Mutation(() => shapes.AskOnBoardPayload, {
    description:
      'A question. DENIED BOARD_RESTS where so few people can read that it would name its author. Contacts.',
  })
  async askOnBoard(
    @Args('input') { id, boardId, ...question }: inputs.AskOnBoardInput,
    @Board() access: BoardAccess,
  ): Promise<shapes.AskOnBoardPayload> {
    const made = await this.writing.ask(access, id, { boardId: localId(BOARD, boardId), ...question });
    return { thread: await this.thread(access, made) };
  }

  @Apart()
  @Mutation(() => shapes.SayOnBoardPayload, {
    description: 'An answer, or a comment. Our team answers under its name. Contacts, staff who answer.',
  })
  async sayOnBoard(
    @Args('input') { id, threadId, parentId, ...said }: inputs.SayOnBoardInput,
    @Board() access: BoardAccess,
  ): Promise<shapes.SayOnBoardPayload> {
    const parent = parentId ? localId(POST, parentId) : null;
    const place = { threadId: localId(THREAD, threadId), parentId: parent };
    return this.post(access, await this.writing.say(access, id, { ...place, ...said }));
  }

  @Apart()
  @Mutation(() => shapes.EditBoardPostPayload, {
    description: 'Its author; CONFLICT STALE when it was changed meanwhile.',
  })
  async editBoardPost(
    @Args('input') { postId, version, body, title, tags, pictureIds }: inputs.EditBoardPostInput,
    @Board() access: BoardAccess,
  ): Promise<shapes.EditBoardPostPayload> {
    const id = localId(POST, postId);
    await this.writing.edit(access, id, version, {
      body,
      title: title ?? null,
      tags: tags ?? null,
      pictureIds: pictureIds ?? null,
    });
    return this.post(access, id);
  }

  @Apart()
  @Mutation(() => shapes.DeleteBoardPostPayload, {
    description: 'Its words go for good; a question to which nobody said anything goes whole. Its author.',
  })
  async deleteBoardPost(
    @Args('input') { postId }: inputs.DeleteBoardPostInput,
    @Board() access: BoardAccess,
  ): Promise<shapes.DeleteBoardPostPayload> {
    const threadId = await this.writing.remove(access, localId(POST, postId));
    const [row] = await this.reads.threadsOf([threadId]);
    return { postId, thread: row ? threadShape(access, row) : null };
  }

  @Apart()
  @Mutation(() => shapes.AcceptBoardAnswerPayload, { description: 'Whoever asked.' })
  async acceptBoardAnswer(
    @Args('input') { postId, accepted }: inputs.AcceptBoardAnswerInput,
    @Board() access: BoardAccess,
  ): Promise<shapes.AcceptBoardAnswerPayload> {
    const id = localId(POST, postId);
    await this.writing.accept(access, id, accepted);
    return this.post(access, id);
  }

  @Apart()
  @Mutation(() => shapes.MarkBoardPostPayload, {
    description: '“This helped me”; of a question, “so it is with us”. Contacts, on what others wrote.',
  })
  async markBoardPost(
    @Args('input') { postId, helpful }: inputs.MarkBoardPostInput,
    @Board() access: BoardAccess,
  ): Promise<shapes.MarkBoardPostPayload> {
    const id = localId(POST, postId);
    await this.writing.mark(access, id, helpful);
    return this.post(access, id);
  }

  @Apart()
  @Mutation(() => shapes.ReportBoardPostPayload, {
    description: 'Tells the moderators; they do not learn who told them. Again, it changes nothing.',
  })
  async reportBoardPost(
    @Args('input') { id, postId, reason, words }: inputs.ReportBoardPostInput,
    @Board() access: BoardAccess,
  ): Promise<shapes.ReportBoardPostPayload> {
    const post = localId(POST, postId);
    await this.writing.report(access, id, post, reason, words);
    return this.post(access, post);
  }

  private async board(access: BoardAccess, id: string): Promise<{ board: shapes.BoardType }> {
    return { board: boardShape(access, found(await this.reads.board(id))) };
  }

  private async thread(access: BoardAccess, id: string): Promise<shapes.BoardThread> {
    return threadShape(access, found((await this.reads.threadsOf([id]))[0]));
  }

  private async post(access: BoardAccess, id: string): Promise<{ post: shapes.BoardPost }> {
    return { post: postShape(access, found((await this.reads.postsOf([id]))[0])) };
  }
}
