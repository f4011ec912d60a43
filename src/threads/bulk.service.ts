// One command for many threads: each is changed by itself, and what one refuses does not hold back the others.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Refusal, must } from '../platform/errors.js';
import { DeskService } from './desk.service.js';
import { canWorkOn } from './threads.policy.js';
import { ThreadsService } from './threads.service.js';

/** What is left out stays as it is. */
export type BulkChange = {
  /** Null: nobody. */
  assigneeId?: string | null;
  addTagIds?: string[];
  resolve?: boolean;
};

export type BulkOutcome = { changed: string[]; refused: { threadId: string; refusal: Refusal }[] };

@Injectable()
export class BulkService {
  constructor(
    @Inject(ThreadsService) private readonly threads: ThreadsService,
    @Inject(DeskService) private readonly desk: DeskService,
  ) {}

  /** Threads in the order given; what was done to a thread before one of its changes is refused stays done. */
  async change(actor: Actor, threadIds: readonly string[], change: BulkChange): Promise<BulkOutcome> {
    must(canWorkOn(actor));
    const outcome: BulkOutcome = { changed: [], refused: [] };
    for (const threadId of new Set(threadIds)) {
      try {
        if (change.assigneeId !== undefined) await this.threads.assign(actor, threadId, change.assigneeId);
        if (change.addTagIds?.length) await this.desk.addTags(actor, threadId, change.addTagIds);
        if (change.resolve) await this.threads.resolve(actor, threadId);
        outcome.changed.push(threadId);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        outcome.refused.push({ threadId, refusal: error });
      }
    }
    return outcome;
  }
}
