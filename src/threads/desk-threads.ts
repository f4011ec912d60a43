// Many threads in one transaction: locked in one order, changed one by one in memory, written in a few statements.
import { type Transaction, newId, sql } from '../platform/database/index.js';
import { Thread } from './thread.entity.js';
import { byNow, threadAssigned, threadReopened, threadResolved } from './threads.events.js';
import { hintStaff, hintThread } from './threads.hints.js';
import { visibleThreads } from './threads.policy.js';

/** How a thread stands, as far as the desk changes it; equal ones mean that nobody has touched it in between. */
export type Standing = {
  state: Thread['state'];
  assigneeId: string | null;
  unansweredSince: Date | null;
  resolvedAt: Date | null;
  resolvedCount: number;
  /** The newest message that a person wrote: news of a decision is nobody's touch. */
  lastWord: number;
  /** The newest line of its history: tells apart what went there and back again. */
  lastChange: string | null;
  tagIds: string[];
};

export type DeskThread = {
  thread: Thread;
  tagIds: Set<string>;
  lastWord: number;
  lastChange: string | null;
  before: Standing;
};

function standingOf({ thread, tagIds, lastWord, lastChange }: Omit<DeskThread, 'before'>): Standing {
  const { state, assigneeId, unansweredSince, resolvedAt, resolvedCount } = thread;
  return {
    state,
    assigneeId,
    unansweredSince,
    resolvedAt,
    resolvedCount,
    lastWord,
    lastChange,
    tagIds: [...tagIds].sort(),
  };
}

export const sameStanding = (one: Standing, other: Standing): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Those of the threads that the actor sees, by id. Always locked in the order of their ids, so that two never wait for each other. */
export async function lockThreads(tx: Transaction, ids: readonly string[]): Promise<Map<string, DeskThread>> {
  const wanted = [...ids];
  const threads = await tx.load(
    Thread,
    sql`select thread.* from hotline.thread thread
        where thread.id = any(${wanted}::uuid[]) and ${visibleThreads(tx.actor)} order by thread.id for update`,
  );
  const facts = await tx.sql<{
    id: string;
    tags: string[];
    last_word: number;
    last_change: string | null;
  }>(sql`
    select wanted.id,
           coalesce((select seq from hotline.message where thread_id = wanted.id and not automatic
                     order by seq desc limit 1), 0) as last_word,
           array(select tag_id::text from hotline.thread_tag where thread_id = wanted.id) as tags,
           (select id from hotline.thread_change where thread_id = wanted.id order by at desc, id desc limit 1) as last_change
    from unnest(${wanted}::uuid[]) as wanted(id)`);
  const factsOf = new Map(facts.map((each) => [each.id, each]));
  return new Map(
    threads.map((thread) => {
      const { tags = [], last_word = 0, last_change = null } = factsOf.get(thread.id) ?? {};
      const loaded = { thread, tagIds: new Set(tags), lastWord: last_word, lastChange: last_change };
      return [thread.id, { ...loaded, before: standingOf(loaded) }];
    }),
  );
}

/** Writes what differs from before, with history, events and hints; returns those that did, as they stand now. */
export async function writeThreads(
  tx: Transaction,
  all: Iterable<DeskThread>,
  told = true,
): Promise<{ each: DeskThread; after: Standing }[]> {
  const changed = [...all].filter((each) => !sameStanding(each.before, standingOf(each)));
  if (changed.length === 0) return [];
  const actorId = 'personId' in tx.actor ? tx.actor.personId : null;
  const history: object[] = [];
  const tagged = { added: [] as object[], taken: [] as object[] };
  for (const each of changed) {
    const { thread, before } = each;
    const note = (kind: 'STATE' | 'ASSIGNEE', from: string | null, to: string | null) => {
      if (from === to) return;
      each.lastChange = newId();
      history.push({
        id: each.lastChange,
        thread_id: thread.id,
        space_id: thread.spaceId,
        kind,
        from_value: from,
        to_value: to,
      });
    };
    note('STATE', before.state, thread.state);
    note('ASSIGNEE', before.assigneeId, thread.assigneeId);
    const had = new Set(before.tagIds);
    const row = (tag_id: string) => ({ thread_id: thread.id, tag_id });
    tagged.added.push(...[...each.tagIds].filter((id) => !had.has(id)).map(row));
    tagged.taken.push(...[...had].filter((id) => !each.tagIds.has(id)).map(row));
  }
  const rows = changed.map(
    ({ thread: { id, state, assigneeId, unansweredSince, resolvedAt, resolvedCount } }) => ({
      id,
      state,
      assignee_id: assigneeId,
      unanswered_since: unansweredSince,
      resolved_at: resolvedAt,
      resolved_count: resolvedCount,
    }),
  );
  await tx.sql(sql`
    update hotline.thread thread set state = now.state, assignee_id = now.assignee_id,
      unanswered_since = now.unanswered_since, resolved_at = now.resolved_at, resolved_count = now.resolved_count
    from json_to_recordset(${JSON.stringify(rows)}::json) as now(id uuid, state text, assignee_id uuid,
      unanswered_since timestamptz, resolved_at timestamptz, resolved_count int)
    where thread.id = now.id`);
  if (history.length)
    await tx.sql(sql`
      insert into hotline.thread_change (id, thread_id, space_id, at, actor_id, kind, from_value, to_value)
      select id, thread_id, space_id, ${tx.at}, ${actorId}, kind, from_value, to_value
      from json_to_recordset(${JSON.stringify(history)}::json) as line(id uuid, thread_id uuid, space_id uuid,
        kind text, from_value text, to_value text)`);
  if (tagged.added.length)
    await tx.sql(sql`insert into hotline.thread_tag (thread_id, tag_id)
      select thread_id, tag_id from json_to_recordset(${JSON.stringify(tagged.added)}::json) as row(thread_id uuid, tag_id uuid)
      on conflict do nothing`);
  if (tagged.taken.length)
    await tx.sql(sql`delete from hotline.thread_tag tt
      using json_to_recordset(${JSON.stringify(tagged.taken)}::json) as row(thread_id uuid, tag_id uuid)
      where tt.thread_id = row.thread_id and tt.tag_id = row.tag_id`);
  for (const each of changed) await announce(tx, each, told);
  return changed.map((each) => ({ each, after: standingOf(each) }));
}

/** A contact's client must not even learn that tags changed. */
async function announce(tx: Transaction, { thread, before }: DeskThread, told: boolean): Promise<void> {
  const settled = thread.state !== before.state;
  const given = thread.assigneeId !== before.assigneeId;
  const threadId = thread.id;
  if (settled && thread.state === 'RESOLVED')
    await tx.emit(threadResolved, { threadId, ...byNow(tx), messageId: null });
  if (settled && before.state === 'RESOLVED') await tx.emit(threadReopened, { threadId });
  if (given) await tx.emit(threadAssigned, { threadId, ...byNow(tx), told, assigneeId: thread.assigneeId });
  if (settled || given) hintThread(tx, thread);
  else hintStaff(tx, thread);
}
