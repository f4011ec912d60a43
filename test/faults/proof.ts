// What must be true after a storm, asked of the tables themselves; each finding is a sentence, none is what is wanted.
import pg from 'pg';
import type { Received } from './postbox.js';
import type { Written } from './writers.js';

export type Facts = {
  written: readonly Written[];
  resolved: ReadonlySet<string>;
  corrected: ReadonlyMap<string, string>;
  mails: readonly Received[];
  /** When a worker, a server or the database was killed. */
  kills: readonly number[];
};

/** Runs jobs that wait for their moment now: mails wait two minutes, a job that failed longer and longer. */
export const timeFlies = (client: pg.Client): Promise<unknown> =>
  client.query(
    'update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at > now()',
  );

/** A job whose key was taken by a newer one while it ran is not tried again when its worker dies: the newer one is. */
const SUPERSEDED = `job.locked_at is null and job.key is null and job.last_error is null and job.attempts = job.max_attempts
  and task.identifier = 'relearnWhenDecided'`;

export async function jobsLeft(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; n: number; error: string | null }>(
    `select task.identifier as name, count(*)::int as n, max(job.last_error) as error
     from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
     where not (${SUPERSEDED}) group by task.identifier`,
  );
  return rows.map(({ name, n, error }) => `${n} × ${name} ${error ?? ''}`);
}

/** What was written, the table in which its words stand, and the column with the id that was acknowledged. */
const KINDS = [
  ['thread', 'message', 'thread_id'],
  ['message', 'message', 'id'],
  ['note', 'note', 'id'],
] as const;

export async function findings(client: pg.Client, facts: Facts): Promise<string[]> {
  const found: string[] = [];
  const none = async (sentence: string, query: string, values: unknown[] = []): Promise<void> => {
    const { rows } = await client.query(query, values);
    if (rows.length > 0) found.push(`${sentence}: ${rows.length}, for example ${JSON.stringify(rows[0])}`);
  };
  for (const [kind, table, column] of KINDS) {
    const mine = facts.written.filter((each) => each.kind === kind);
    const sent = [mine.map(({ id }) => id), mine.map(({ body }) => body)];
    await none(
      `an acknowledged ${kind} is not there`,
      `select * from unnest($1::uuid[], $2::text[]) as sent(id, body)
       where not exists (select 1 from hotline.${table} t where t.${column} = sent.id and t.body = sent.body)`,
      sent,
    );
    await none(
      `the same words stand there twice (${table})`,
      `select body, count(*) from hotline.${table} group by body having count(*) > 1`,
    );
  }
  await none(
    'an acknowledged resolution left no trace',
    `select thread_id from unnest($1::uuid[]) as resolved(thread_id) where not exists (
       select 1 from hotline.thread_change change where change.thread_id = resolved.thread_id and change.kind = 'STATE' and change.to_value = 'RESOLVED')`,
    [[...facts.resolved]],
  );
  await none(
    'an acknowledged category is not the one that stands there',
    `select * from unnest($1::uuid[], $2::text[]) as decided(id, category)
     where not exists (select 1 from hotline.voc_item item where item.id = decided.id and item.category = decided.category)`,
    [[...facts.corrected.keys()], [...facts.corrected.values()]],
  );
  await none(
    'a thread has not exactly one VOC item',
    `select thread.id, count(item.id) from hotline.thread thread
     left join hotline.voc_item item on item.thread_id = thread.id group by thread.id having count(item.id) <> 1`,
  );
  await none(
    'a weekly figure differs from a recount',
    `select * from (select week, category, channel, sum(n) as n from hotline.voc_week_now group by 1, 2, 3) kept
     full join (select week, category, channel, count(*) as n from hotline.voc_item where state = 'COUNTED'
       group by 1, 2, 3) counted using (week, category, channel)
     where kept.n is distinct from counted.n`,
  );
  await none(
    'a contact was not told of an answer, or was told twice',
    `select message.id, count(told.id) from hotline.message message
     join hotline.thread thread on thread.id = message.thread_id and thread.opened_side = 'CONTACT'
     left join hotline.notification told on told.cause_id = message.id and told.person_id = thread.opened_by
     where message.side = 'STAFF' group by message.id, thread.id
     having count(told.id) > 1 or (count(told.id) = 0 and not exists (select 1 from hotline.thread_read mark
       where mark.thread_id = thread.id and mark.person_id = thread.opened_by and mark.seq >= message.seq))`,
  );
  await none(
    'a mail waits though nothing stands in its way',
    `select id, kind, last_error from hotline.mail where sent_at is null`,
  );
  await none(
    'news that should be mailed were not',
    `select id, kind from hotline.notification where mail and mailed_at is null and read_at is null`,
  );
  const { rows } = await client.query<{ id: string }>('select id from hotline.mail');
  return [...found, ...mailFindings(facts, new Set(rows.map(({ id }) => id)))];
}

/** Between the mail server's word and our mark a process may die: then, and only then, it leaves once more. */
function mailFindings({ mails, kills }: Facts, known: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const byId = new Map<string, Received[]>();
  for (const mail of mails) byId.set(mail.messageId, [...(byId.get(mail.messageId) ?? []), mail]);
  for (const [messageId, same] of byId) {
    if (!known.has(messageId.slice(1).split('@')[0] ?? '')) found.push(`a mail nobody wrote: ${messageId}`);
    const [first, second] = same;
    if (!first || !second) continue;
    const killed = kills.some((at) => at >= first.at - 1_000 && at <= second.at);
    if (same.length > 2 || !killed) found.push(`${messageId} came ${same.length} times, killed: ${killed}`);
  }
  const sent = [...byId.keys()].map((id) => id.slice(1).split('@')[0]);
  for (const id of known) if (!sent.includes(id)) found.push(`mail ${id} never arrived`);
  return found;
}
