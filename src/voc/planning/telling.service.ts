// Tells everybody who asked, once, in the place where they asked: one message per thread and decision, however often the
// job runs and wherever it is cut.
import { Inject, Injectable } from '@nestjs/common';
import { type SystemActor, system } from '../../platform/actor.js';
import { Database, type Sql, type Transaction, sql } from '../../platform/database/index.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { ThreadsService } from '../../threads/index.js';
import { type CouldNot, askers } from './askers.js';
import type { Decision } from './planning-item.entity.js';

type Plan = {
  id: string;
  state: Decision;
  decided_by: string;
  title_ko: string;
  title_en: string;
  body_ko: string;
  body_en: string;
};
type Asked = {
  item_id: string;
  thread_id: string | null;
  person_id: string | null;
  locale: 'ko' | 'en';
  could_not: CouldNot | null;
  /** Our team's newest answer, where it was asked on a board. */
  answered_on: string | null;
  decided_at: Date;
};

/** A day on a board has no time: its noon stands for it. */
const noonOf = (day: string): Sql =>
  sql`(${day}::date + interval '12 hours') at time zone (select zone from hotline.installation)`;

@Injectable()
export class DecisionTelling {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ThreadsService) private readonly threads: ThreadsService,
  ) {}

  /** A decision that was taken back before this ran is told to nobody. */
  async tell(planningItemId: string): Promise<void> {
    const plan = await this.database.readOne<Plan>(system, this.decided(planningItemId));
    if (!plan) return;
    const untold = await this.database.read<Asked>(system, this.untold(plan));
    const actor: SystemActor = { kind: 'system', behalf: plan.decided_by };
    const places = new Set(untold.flatMap(({ thread_id: id }) => (id ? [id] : [])));
    await this.within(actor, plan, async (tx, { state }) => {
      for (const asked of untold) if (!asked.thread_id) await this.record(tx, plan.id, state, asked, null);
    });
    // A thread at a time: what is told stays told when the rest has to wait.
    for (const threadId of places)
      await this.within(actor, plan, (tx, now) => this.tellIn(tx, now, threadId));
  }

  /** The planning item is locked, so that two runs stand in one queue and a decision cannot change meanwhile. */
  private async within(
    actor: SystemActor,
    plan: Plan,
    work: (tx: Transaction, now: Plan) => Promise<void>,
  ): Promise<void> {
    await this.database.transact(actor, async (tx) => {
      const now = await tx.one<Plan>(sql`${this.decided(plan.id)} for update`);
      if (now?.state !== plan.state) return;
      await work(tx, now);
      tx.hint([STAFF_TOPIC], { kind: 'PLANNING' });
    });
  }

  private async tellIn(tx: Transaction, plan: Plan, threadId: string): Promise<void> {
    const untold = await tx.sql<Asked>(sql`${this.untold(plan)} and item.thread_id = ${threadId}`);
    const heard = untold.find(({ could_not: not }) => !not);
    const messageId = heard ? await this.notice(tx, plan, threadId, heard.locale) : null;
    for (const asked of untold)
      await this.record(tx, plan.id, plan.state, asked, asked.could_not ? null : messageId);
  }

  /** The message of this thread: the one that is there, or a new one. */
  private async notice(tx: Transaction, plan: Plan, threadId: string, locale: 'ko' | 'en'): Promise<string> {
    const there = await tx.one<{ message_id: string }>(sql`
      select message_id from hotline.planning_notice
      where planning_item_id = ${plan.id} and decision = ${plan.state} and thread_id = ${threadId}`);
    if (there) return there.message_id;
    const [title, body] = locale === 'ko' ? [plan.title_ko, plan.body_ko] : [plan.title_en, plan.body_en];
    const messageId = await this.threads.announce(tx, threadId, `**${title}**\n\n${body}`);
    await tx.sql(sql`
      insert into hotline.planning_notice (planning_item_id, decision, thread_id, message_id, at)
      values (${plan.id}, ${plan.state}, ${threadId}, ${messageId}, ${tx.at})`);
    return messageId;
  }

  /** Whoever could not be told and can be by now is told; whoever was told stays so. */
  private async record(
    tx: Transaction,
    planId: string,
    decision: Decision,
    { item_id, person_id, could_not, answered_on, decided_at }: Asked,
    messageId: string | null,
  ): Promise<void> {
    const onBoard =
      answered_on && !could_not ? sql`greatest(${decided_at}::timestamptz, ${noonOf(answered_on)})` : null;
    const toldAt = onBoard ?? sql`${messageId ? tx.at : null}::timestamptz`;
    await tx.sql(sql`
      insert into hotline.planning_telling as telling
        (planning_item_id, decision, item_id, person_id, message_id, told_at, could_not, at)
      values (${planId}, ${decision}, ${item_id}, ${person_id}, ${messageId}, ${toldAt}, ${could_not}, ${tx.at})
      on conflict (planning_item_id, decision, item_id) do update
        set person_id = excluded.person_id, message_id = excluded.message_id, told_at = excluded.told_at,
          could_not = excluded.could_not
        where telling.told_at is null`);
  }

  /** Decisions of which our team has told by an answer on a board. */
  async tellAnswered(itemIds: readonly string[]): Promise<void> {
    const plans = await this.database.read<{ id: string }>(
      system,
      sql`select distinct plan.id from hotline.planning_voc behind
          join hotline.planning_item plan on plan.id = behind.planning_item_id and plan.decided_at is not null
          where behind.item_id = any(${[...itemIds]}::uuid[])`,
    );
    for (const { id } of plans) await this.tell(id);
  }

  private decided(id: string) {
    return sql`select id, state, decided_by, title_ko, title_en, body_ko, body_en from hotline.planning_item
      where id = ${id} and decided_at is not null`;
  }

  private untold(plan: Plan) {
    return askers(sql`plan.id = ${plan.id} and telling.told_at is null`, sql`${plan.state}`);
  }
}
