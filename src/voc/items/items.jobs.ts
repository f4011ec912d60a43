// What follows from threads, trainings, boards and decisions.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/index.js';
import { LOG, type Logger } from '../../platform/observe/index.js';
import { companiesMerged, companiesMergeUndone, PersonalData, personErasing } from '../../identity/index.js';
import {
  takingBackAsked,
  threadOpened,
  threadsImported,
  threadsMoved,
  threadsTakenBack,
} from '../../threads/index.js';
import { boardDayOver } from '../../community/index.js';
import { feedbackGiven } from '../../training/index.js';
import { classifierForgot } from '../classification/index.js';
import { BoardItems } from './board-items.service.js';
import { erasePerson, ITEM_PARTS } from './erasing.js';
import { FeedbackItems } from './feedback.service.js';
import { ItemsService } from './items.service.js';
import { ItemsMerging } from './merging.service.js';

@Injectable()
export class ItemsJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(ItemsService) items: ItemsService,
    @Inject(ItemsMerging) merging: ItemsMerging,
    @Inject(FeedbackItems) feedback: FeedbackItems,
    @Inject(BoardItems) boards: BoardItems,
    @Inject(PersonalData) data: PersonalData,
    @Inject(LOG) log: Logger,
  ) {
    events.after(threadOpened, 'countThreadWhenOpened', async ({ threadId, side }) => {
      if (side === 'CONTACT') await items.countThread(threadId);
    });
    events.after(feedbackGiven, 'countFeedbackWhenGiven', ({ feedbackId }) => feedback.count(feedbackId));
    events.after(boardDayOver, 'carryBoardsWhenDayIsOver', ({ since, through }) =>
      boards.carry(since, through),
    );
    events.rule(threadsImported, async (tx, { threadIds, decided }) => {
      await items.countThreads(tx, threadIds, decided);
    });
    events.rule(takingBackAsked, async (tx, { threadIds, kept }) => {
      for (const threadId of await items.reviewedSince(tx, threadIds))
        kept.push({ threadId, why: 'REVIEWED' });
    });
    events.rule(threadsTakenBack, (tx, { threadIds }) => items.takeBack(tx, threadIds));
    events.rule(companiesMerged, (tx, merge) => merging.mergeCompanies(tx, merge));
    events.rule(companiesMergeUndone, (tx, merge) => merging.undoCompanies(tx, merge));
    events.rule(threadsMoved, (tx, { threadIds }) => merging.follow(tx, threadIds));
    events.rule(personErasing, erasePerson);
    data.register(...ITEM_PARTS);
    events.job('relearnWithoutErased', () => items.relearnWithout());
    events.job('relearnWhenDecided', () => items.relearn());
    events.after(classifierForgot, 'relearnWhenForgotten', () => items.relearn());
    // Not after every decision: judging takes some seconds of a processor, and nobody waits for it.
    events.every('*/5 * * * *', 'evaluateNewestModel', () => items.evaluateModel());
    events.every('5 17 * * *', 'countForgottenThreads', async () => {
      const n = await items.countForgotten();
      if (n > 0) log.error({ n }, 'threads without a VOC item were found and counted');
    });
  }
}
