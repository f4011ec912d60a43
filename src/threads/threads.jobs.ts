// What happens to threads by the calendar.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../platform/events/index.js';
import { ThreadsService } from './threads.service.js';

@Injectable()
export class ThreadsJobs {
  constructor(@Inject(Events) events: Events, @Inject(ThreadsService) threads: ThreadsService) {
    events.every('*/10 * * * *', 'closeThreadsLongResolved', async () => {
      while ((await threads.closeResolved()) > 0);
    });
    events.every('15 18 * * *', 'forgetIdempotencyKeys', () => threads.forgetKeys());
  }
}
