// Moderation in GraphQL: what was reported, what is done about it, and what was decided.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Apart, Cursors, PageArgs, globalId, localId, toPage } from '../platform/graphql/index.js';
import { found, must } from '../platform/errors.js';
import { Board } from './access.pipe.js';
import type { BoardAccess } from './board-access.js';
import * as shapes from './boards.graphql.js';
import * as moderating from './moderating.graphql.js';
import { BoardsReads } from './boards.reads.js';
import {
  BOARD,
  DECISION,
  POST,
  boardShape,
  decisionShape,
  offerShape,
  postShape,
  reportShape,
} from './boards.shapes.js';
import { ModeratingService } from './moderating.service.js';
import * as inputs from './writing.graphql.js';

@Resolver(() => shapes.BoardType)
export class BoardModeratingResolver {
  constructor(
    @Inject(ModeratingService) private readonly service: ModeratingService,
    @Inject(BoardsReads) private readonly reads: BoardsReads,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  @Apart()
  @Query(() => [moderating.ReportedBoardPost], {
    description: 'Posts with reports that wait, the most reported first. Staff who answer.',
  })
  async reportedBoardPosts(@Board() access: BoardAccess): Promise<moderating.ReportedBoardPost[]> {
    must(access.moderates);
    const reports = await this.reads.waitingReports();
    const ids = [...new Set(reports.map(({ post_id }) => post_id))];
    const posts = new Map((await this.reads.postsOf(ids)).map((post) => [post.id, post]));
    return ids.flatMap((id) => {
      const post = posts.get(id);
      if (!post) return [];
      return [
        {
          post: postShape(access, post),
          boardId: globalId(BOARD, post.board_id),
          reports: reports.filter(({ post_id }) => post_id === id).map(reportShape),
        },
      ];
    });
  }

  @Apart()
  @Query(() => moderating.OfferedBoardAnswerConnection, {
    description: 'Answers that would make help articles, of all boards, the newest offer first. Staff.',
  })
  async offeredBoardAnswers(
    @Args() { first, after }: PageArgs,
    @Board() access: BoardAccess,
  ): Promise<moderating.OfferedBoardAnswerConnection> {
    must(access.ours);
    const list = { name: 'offeredBoardAnswers', filter: '' };
    const [day, id] = after ? this.cursors.decode(list, after) : [];
    const rows = await this.reads.offers(first, after ? { day: String(day), id: String(id) } : null);
    return toPage(
      this.cursors,
      list,
      first,
      rows,
      (row) => [row.offered_on, row.id],
      (row) => offerShape(access, row),
    );
  }

  @ResolveField(() => moderating.BoardDecisionConnection, {
    description: 'What moderators decided, newest first. Staff who answer.',
  })
  async decisions(
    @Parent() board: shapes.BoardType,
    @Args() { first, after }: PageArgs,
    @Board() access: BoardAccess,
  ): Promise<moderating.BoardDecisionConnection> {
    must(access.moderates);
    const list = { name: 'boardDecisions', filter: board.id };
    const [seq] = after ? this.cursors.decode(list, after) : [];
    const rows = await this.reads.decisions(localId(BOARD, board.id), first, after ? Number(seq) : null);
    return toPage(this.cursors, list, first, rows, (row) => [row.seq], decisionShape);
  }

  @Apart()
  @Mutation(() => moderating.HideBoardPostPayload, {
    description:
      'Its words are shown to its author and to moderators alone, the reason to all. Staff who answer.',
  })
  async hideBoardPost(
    @Args('input') { postId, reason }: inputs.HideBoardPostInput,
    @Board() access: BoardAccess,
  ): Promise<moderating.HideBoardPostPayload> {
    await this.service.hide(access, localId(POST, postId), reason);
    return this.post(access, postId);
  }

  @Apart()
  @Mutation(() => moderating.RestoreBoardPostPayload, { description: 'Staff who answer.' })
  async restoreBoardPost(
    @Args('input') { postId, reason }: inputs.RestoreBoardPostInput,
    @Board() access: BoardAccess,
  ): Promise<moderating.RestoreBoardPostPayload> {
    await this.service.restore(access, localId(POST, postId), reason);
    return this.post(access, postId);
  }

  @Apart()
  @Mutation(() => moderating.DismissBoardReportsPayload, {
    description: 'The post stays; CONFLICT SETTLED when somebody was quicker. Staff who answer.',
  })
  async dismissBoardReports(
    @Args('input') { postId, reason }: inputs.DismissBoardReportsInput,
    @Board() access: BoardAccess,
  ): Promise<moderating.DismissBoardReportsPayload> {
    await this.service.dismiss(access, localId(POST, postId), reason);
    return this.post(access, postId);
  }

  @Apart()
  @Mutation(() => moderating.OfferBoardAnswerPayload, {
    description:
      'An answer as a help article; nobody on the board sees it. Again, it changes nothing. Staff who answer.',
  })
  async offerBoardAnswer(
    @Args('input') { postId, offered }: inputs.OfferBoardAnswerInput,
    @Board() access: BoardAccess,
  ): Promise<moderating.OfferBoardAnswerPayload> {
    await this.service.offer(access, localId(POST, postId), offered);
    return this.post(access, postId);
  }

  @Apart()
  @Mutation(() => moderating.BanBoardAuthorPayload, {
    description:
      'Whoever wrote this writes on this board no more; nobody learns who that is, nor what else they wrote. Staff who answer.',
  })
  async banBoardAuthor(
    @Args('input') { postId, reason }: inputs.BanBoardAuthorInput,
    @Board() access: BoardAccess,
  ): Promise<moderating.BanBoardAuthorPayload> {
    await this.service.ban(access, localId(POST, postId), reason);
    return this.post(access, postId);
  }

  @Apart()
  @Mutation(() => moderating.LiftBoardBanPayload, {
    description: 'The ban of one decision. Staff who answer.',
  })
  async liftBoardBan(
    @Args('input') { decisionId, reason }: inputs.LiftBoardBanInput,
    @Board() access: BoardAccess,
  ): Promise<moderating.LiftBoardBanPayload> {
    const boardId = await this.service.lift(access, localId(DECISION, decisionId), reason);
    return { board: boardShape(access, found(await this.reads.board(boardId))) };
  }

  private async post(access: BoardAccess, postId: string): Promise<{ post: shapes.BoardPost }> {
    const [row] = await this.reads.postsOf([localId(POST, postId)]);
    return { post: postShape(access, found(row)) };
  }
}
