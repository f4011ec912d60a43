// What follows from a decision. The database itself starts the same job when an item joins a decided need later.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/index.js';
import { itemsAnswered } from '../items/index.js';
import { HooksService } from './hooks.service.js';
import { DecisionTelling } from './telling.service.js';

@Injectable()
export class PlanningJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(DecisionTelling) telling: DecisionTelling,
    @Inject(HooksService) hooks: HooksService,
  ) {
    events.job<{ planningItemId: string }>('tellOfDecision', ({ planningItemId }) =>
      telling.tell(planningItemId),
    );
    events.after(itemsAnswered, 'tellWhenAnsweredOnBoard', ({ itemIds }) => telling.tellAnswered(itemIds));
    events.every('35 18 * * *', 'forgetHooks', () => hooks.forget());
  }
}
