// What somebody had in hand goes to a colleague, or to nobody, in the moment in which they stop answering.
import { Injectable } from '@nestjs/common';
import { type Transaction, newId, sql } from '../platform/database/index.js';
import { invalid } from '../platform/errors.js';
import { mayBeGiven } from './settling.js';
import { byNow, threadAssigned } from './threads.events.js';
import { hintThread } from './threads.hints.js';

@Injectable()
export class HandingOn {
  /** All that is not closed, also what is resolved: it may come back within days. */
  async handOn(tx: Transaction, personId: string, successorId: string | null): Promise<void> {
    if (successorId === personId)
      throw invalid('ASSIGNEE', 'Somebody else has to take over the threads.', 'successorId');
    await mayBeGiven(tx, successorId, 'successorId');
    const threads = await tx.sql<{ id: string; space_id: string }>(sql`
      update hotline.thread set assignee_id = ${successorId}
      where assignee_id = ${personId} and state <> 'CLOSED' returning id, space_id`);
    const changes = threads.map(({ id, space_id }) => ({ id: newId(), thread_id: id, space_id }));
    await tx.sql(sql`
      insert into hotline.thread_change (id, thread_id, space_id, at, actor_id, kind, from_value, to_value)
      select id, thread_id, space_id, ${tx.at}, ${tx.person}, 'ASSIGNEE', ${personId}, ${successorId}
      from json_to_recordset(${JSON.stringify(changes)}::json) as r(id uuid, thread_id uuid, space_id uuid)`);
    for (const { id, space_id } of threads) {
      await tx.emit(threadAssigned, { threadId: id, ...byNow(tx), assigneeId: successorId });
      hintThread(tx, { id, spaceId: space_id });
    }
  }
}
