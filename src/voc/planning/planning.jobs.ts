// What follows from a decision. The database itself starts the same job when an item joins a decided need later.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/index.js';
import { DecisionTelling } from './telling.service.js';

@Injectable()
export class PlanningJobs {
  constructor(@Inject(Events) events: Events, @Inject(DecisionTelling) telling: DecisionTelling) {
    events.job<{ planningItemId: string }>('tellOfDecision', ({ planningItemId }) =>
      telling.tell(planningItemId),
    );
  }
}
