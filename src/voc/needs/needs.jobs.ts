// What needs have to say when others change what they are made of.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/index.js';
import { takingBackAsked } from '../../threads/index.js';
import { itemsWorded } from '../items/index.js';
import { NeedsService } from './needs.service.js';
import { ReadingService } from './reading.service.js';

@Injectable()
export class NeedsJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(NeedsService) needs: NeedsService,
    @Inject(ReadingService) reading: ReadingService,
  ) {
    events.after(itemsWorded, 'readItemsWhenWorded', ({ itemIds }) => reading.read(itemIds));
    events.every('*/5 * * * *', 'readEarlierItems', async () => {
      await reading.readEarlier();
    });
    events.rule(takingBackAsked, async (tx, { threadIds, kept }) => {
      for (const threadId of await needs.sortedThreads(tx, threadIds))
        kept.push({ threadId, why: 'REVIEWED' });
    });
  }
}
