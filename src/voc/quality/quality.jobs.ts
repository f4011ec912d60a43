// What follows from an item and from a decision on it: what a model outside thinks, and whether it is looked at twice.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/index.js';
import { personErased } from '../../identity/index.js';
import { itemCoded, itemMade, itemsUnsaid } from '../items/index.js';
import { OpinionsService } from './opinions.service.js';
import { QualityService } from './quality.service.js';

@Injectable()
export class QualityJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(QualityService) quality: QualityService,
    @Inject(OpinionsService) opinions: OpinionsService,
  ) {
    events.rule(itemCoded, (tx, { itemId }) => quality.draw(tx, itemId));
    events.rule(itemMade, async (tx, { itemId }) => opinions.askLater(tx, itemId));
    // What a model outside made of somebody's words goes with the words.
    events.rule(personErased, (tx, { words, itemIds }) =>
      words ? opinions.forget(tx, itemIds) : Promise.resolve(),
    );
    events.rule(itemsUnsaid, (tx, { itemIds }) => opinions.forget(tx, itemIds));
    events.job<{ itemId: string }>('askLanguageModelWhenItemMade', ({ itemId }) => opinions.ask(itemId));
  }
}
