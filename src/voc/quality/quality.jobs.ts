// What follows from a decision of a person: whether the item will be looked at a second time.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/index.js';
import { itemCoded } from '../items/index.js';
import { QualityService } from './quality.service.js';

@Injectable()
export class QualityJobs {
  constructor(@Inject(Events) events: Events, @Inject(QualityService) quality: QualityService) {
    events.rule(itemCoded, (tx, { itemId }) => quality.draw(tx, itemId));
  }
}
