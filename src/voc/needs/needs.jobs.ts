// What needs have to say when others change what they are made of.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/index.js';
import { takingBackAsked } from '../../threads/index.js';
import { NeedsService } from './needs.service.js';

@Injectable()
export class NeedsJobs {
  constructor(@Inject(Events) events: Events, @Inject(NeedsService) needs: NeedsService) {
    events.rule(takingBackAsked, async (tx, { threadIds, kept }) => {
      for (const threadId of await needs.sortedThreads(tx, threadIds))
        kept.push({ threadId, why: 'REVIEWED' });
    });
  }
}
