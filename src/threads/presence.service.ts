// Telling the others who is at a thread. A note in the making is as secret as the note.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isStaff } from '../platform/actor.js';
import { Database, sql } from '../platform/database/index.js';
import { found, must } from '../platform/errors.js';
import type { Doing } from './presence.js';
import { hintPresence } from './threads.hints.js';
import { canPost, canWorkOn, visibleThreads } from './threads.policy.js';

@Injectable()
export class PresenceService {
  constructor(@Inject(Database) private readonly database: Database) {}

  async show(actor: Actor, threadId: string, doing: Doing): Promise<void> {
    await this.database.transact(actor, async (tx) => {
      const row = found(
        await tx.one<{ space_id: string; name: string }>(
          sql`select thread.space_id, person.name from hotline.thread thread, hotline.person person
              where thread.id = ${threadId} and person.id = ${tx.person} and ${visibleThreads(actor)}`,
        ),
      );
      const thread = { id: threadId, spaceId: row.space_id };
      // Planners look on unseen; readers only read.
      if (isStaff(actor)) must(canWorkOn(actor));
      if (doing === 'WRITING') must(canPost(actor, thread));
      if (doing === 'NOTING') must(canWorkOn(actor));
      hintPresence(tx, thread, { personId: tx.person, personName: row.name, doing }, doing === 'WRITING');
    });
  }
}
