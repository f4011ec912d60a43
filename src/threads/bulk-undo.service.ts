// Takes back what one command of the desk changed: exactly, and only where nobody has changed the thread since.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction, sql } from '../platform/database/index.js';
import { conflict, found, must, notFound } from '../platform/errors.js';
import { type BulkOutcome, eachByItself } from './bulk.service.js';
import { type Standing, lockThreads, sameStanding, writeThreads } from './desk-threads.js';
import { canPost, canWorkOn } from './threads.policy.js';

/** Longer than anybody looks at the offer; later the history shows what was done and by whom. */
const UNDO_MINUTES = 10;

/** As JSON keeps it: moments are text. */
type Kept = { thread_id: string; at: Date; before: Standing; after: Standing };

const moment = (kept: Date | string | null): Date | null => (kept === null ? null : new Date(kept));

@Injectable()
export class BulkUndoService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One's own change, once, within a few minutes. History is not erased: it shows both ways. */
  async undo(actor: Actor, changeId: string): Promise<Omit<BulkOutcome, 'changeId'>> {
    must(canWorkOn(actor));
    return this.database.transact(actor, async (tx) => {
      const since = new Date(tx.at.getTime() - UNDO_MINUTES * 60_000);
      const kept = await tx.sql<Kept>(sql`
        delete from hotline.desk_change where change_id = ${changeId} and person_id = ${tx.person} and at > ${since}
        returning thread_id, at, before, after`);
      if (kept.length === 0) throw notFound();
      const keptOf = new Map(kept.map((each) => [each.thread_id, each]));
      const threads = await lockThreads(tx, [...keptOf.keys()]);
      const answering = await this.answering(tx, kept);
      const outcome = eachByItself([...keptOf.keys()], (id) => {
        const loaded = found(threads.get(id));
        const { before, after } = found(keptOf.get(id));
        const { thread, tagIds } = loaded;
        must(canPost(actor, thread));
        if (!sameStanding(loaded.before, after))
          throw conflict('STALE', 'Somebody changed this thread in the meantime; it stays as it is now.');
        if (before.assigneeId && before.assigneeId !== after.assigneeId && !answering.has(before.assigneeId))
          throw conflict('ASSIGNEE', 'Who had this thread does not answer any more; it stays as it is now.');
        thread.state = before.state;
        thread.assign(before.assigneeId);
        thread.unansweredSince = moment(before.unansweredSince);
        thread.resolvedAt = moment(before.resolvedAt);
        thread.resolvedCount = before.resolvedCount;
        tagIds.clear();
        for (const tag of before.tagIds) tagIds.add(tag);
      });
      await writeThreads(tx, threads.values(), false);
      const at = kept[0]?.at.toISOString();
      if (at) tx.enqueue('takeBackNewsOfDesk', { threadIds: outcome.changed, at });
      return outcome;
    });
  }

  /** Those who had the threads before and may have them again. */
  private async answering(tx: Transaction, kept: Kept[]): Promise<Set<string>> {
    const had = kept.map(({ before }) => before.assigneeId).filter((id) => id !== null);
    const rows = await tx.sql<{ id: string }>(sql`select id from hotline.person
      where id = any(${had}::uuid[]) and staff_role in ('AGENT', 'LEAD', 'ADMIN') and deactivated_at is null`);
    return new Set(rows.map(({ id }) => id));
  }

  /** Forgets what nobody takes back any more. */
  async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 86_400_000);
    await this.database.transact(system, (tx) =>
      tx.sql(sql`delete from hotline.desk_change where at < ${before}`),
    );
  }
}
