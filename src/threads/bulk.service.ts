// One command for many threads: each is changed by itself, and what one refuses does not hold back the others.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../platform/database/index.js';
import { Refusal, found, must } from '../platform/errors.js';
import { type DeskThread, type Standing, lockThreads, writeThreads } from './desk-threads.js';
import { mayBeGiven, resolveBy, tagsExist } from './settling.js';
import { canWorkOn } from './threads.policy.js';

/** What is left out stays as it is. */
export type BulkChange = {
  /** Null: nobody. */
  assigneeId?: string | null;
  addTagIds?: string[];
  resolve?: boolean;
};

type RefusedThread = { threadId: string; refusal: Refusal };
export type BulkOutcome = {
  changed: string[];
  refused: RefusedThread[];
  /** By which it can be taken back; null when nothing differs from before. */
  changeId: string | null;
};

@Injectable()
export class BulkService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * Threads in the order given; what was done to a thread before one of its changes is refused stays done.
   * All of it is one transaction: a hundred threads cost a few statements, and a crash leaves none of it.
   */
  async change(actor: Actor, threadIds: readonly string[], change: BulkChange): Promise<BulkOutcome> {
    must(canWorkOn(actor));
    return this.database.transact(actor, async (tx) => {
      const wanted = [...new Set(threadIds)];
      const threads = await lockThreads(tx, wanted);
      const steps = await stepsOf(tx, change);
      const outcome = eachByItself(wanted, (id) => {
        const loaded = found(threads.get(id));
        for (const step of steps) step(loaded);
      });
      const written = await writeThreads(tx, threads.values());
      return { ...outcome, changeId: await this.remember(tx, written) };
    });
  }

  /** How each thread was and is now, so that it can be taken back exactly, and only when nobody has touched it since. */
  private async remember(
    tx: Transaction,
    written: { each: DeskThread; after: Standing }[],
  ): Promise<string | null> {
    if (written.length === 0) return null;
    const changeId = newId();
    const rows = written.map(({ each: { thread, before }, after }) => ({
      thread_id: thread.id,
      before,
      after,
    }));
    await tx.sql(sql`
      insert into hotline.desk_change (change_id, thread_id, person_id, at, before, after)
      select ${changeId}, thread_id, ${tx.person}, ${tx.at}, before, after
      from json_to_recordset(${JSON.stringify(rows)}::json) as row(thread_id uuid, before json, after json)`);
    return changeId;
  }
}

type Step = (loaded: DeskThread) => void;

/** What is to be done to each thread. What cannot be done to any is found out once, and said of every one. */
async function stepsOf(tx: Transaction, { assigneeId, addTagIds, resolve }: BulkChange): Promise<Step[]> {
  const steps: Step[] = [];
  const asked = async (question: Promise<void>, step: Step) => {
    const refusal = await question.then(() => null, refusalOrThrow);
    steps.push((loaded) => {
      if (refusal) throw refusal;
      step(loaded);
    });
  };
  if (assigneeId !== undefined)
    await asked(mayBeGiven(tx, assigneeId, 'assigneeId'), ({ thread }) => thread.assign(assigneeId));
  if (addTagIds?.length)
    await asked(tagsExist(tx, addTagIds, 'addTagIds'), ({ tagIds }) => {
      for (const id of addTagIds) tagIds.add(id);
    });
  if (resolve) steps.push(({ thread }) => void resolveBy(tx.actor, thread, tx.at));
  return steps;
}

function refusalOrThrow(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

/** Runs `work` for each id; a refusal is that thread's own. */
export function eachByItself(
  ids: readonly string[],
  work: (id: string) => void,
): { changed: string[]; refused: RefusedThread[] } {
  const changed: string[] = [];
  const refused: RefusedThread[] = [];
  for (const threadId of ids) {
    try {
      work(threadId);
      changed.push(threadId);
    } catch (error) {
      refused.push({ threadId, refusal: refusalOrThrow(error) });
    }
  }
  return { changed, refused };
}
