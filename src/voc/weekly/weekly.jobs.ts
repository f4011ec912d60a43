// What keeps the weekly figures small and right.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/index.js';
import { WeeklyReads } from './weekly.reads.js';
import { WeeklyService } from './weekly.service.js';

@Injectable()
export class WeeklyJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(WeeklyReads) reads: WeeklyReads,
    @Inject(WeeklyService) weekly: WeeklyService,
  ) {
    events.every('* * * * *', 'foldWeeklyFigures', async () => {
      await reads.fold();
    });
    events.every('30 17 * * *', 'recountWeeklyFigures', async () => {
      await weekly.recount();
    });
  }
}
