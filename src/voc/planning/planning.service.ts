// Commands on planning items: make one out of needs, change it, decide, link the work.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../../platform/database/index.js';
import { conflict, found, invalid, must } from '../../platform/errors.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { once } from '../../threads/index.js';
import { readLink } from './links.js';
import {
  PlanningItem,
  type PlanningKind,
  type PlanningState,
  type Wording,
  isDecision,
} from './planning-item.entity.js';
import { canPlan } from './planning.policy.js';

export type NewPlanningItem = {
  title: string;
  description: string | null;
  kind: PlanningKind;
  needIds: string[];
  ownerId: string | null;
  reason: string;
};
/** What is left out stays as it is. */
export type PlanningWishes = Partial<
  Pick<PlanningItem, 'title' | 'description' | 'kind' | 'ownerId' | 'release' | 'public'> & {
    [Part in keyof Wording]: string | null;
  }
>;
export type Verdict = {
  state: PlanningState;
  reason: string;
  wording: Wording | null;
  release?: string | null;
};

/** So many pieces of work belong to one planning item at most. */
const MOST_LINKS = 20;
const MOST_NEEDS = 50;

@Injectable()
export class PlanningService {
  constructor(@Inject(Database) private readonly database: Database) {}

  async make(actor: Actor, input: NewPlanningItem, key: string | null): Promise<string> {
    must(canPlan(actor));
    return this.database.transact(actor, async (tx) => {
      const id = newId();
      return once(tx, key, 'createPlanningItem', input, id, async () => {
        await this.mayOwn(tx, input.ownerId);
        await tx.save(
          Object.assign(new PlanningItem(), {
            id,
            title: input.title,
            description: input.description,
            kind: input.kind,
            state: 'CONSIDERING',
            ownerId: input.ownerId,
            release: null,
            public: false,
            titleKo: null,
            titleEn: null,
            bodyKo: null,
            bodyEn: null,
            decidedAt: null,
            decidedBy: null,
            createdBy: tx.person,
            createdAt: tx.at,
            version: 1,
          } satisfies Partial<PlanningItem>),
        );
        await this.write(tx, id, null, 'CONSIDERING', input.reason);
        for (const needId of new Set(input.needIds)) await this.add(tx, id, needId);
        tx.hint([STAFF_TOPIC], { kind: 'PLANNING' });
      });
    });
  }

  async change(actor: Actor, id: string, version: number, wishes: PlanningWishes): Promise<string> {
    return this.with(actor, id, version, async (tx, plan) => {
      if (wishes.ownerId) await this.mayOwn(tx, wishes.ownerId);
      Object.assign(plan, wishes);
      this.checkWords(plan);
    });
  }

  /** Every change of state has its reason; what is shipped or declined is told in words of both languages. */
  async decide(actor: Actor, id: string, version: number, verdict: Verdict): Promise<string> {
    return this.with(actor, id, version, async (tx, plan) => {
      const before = plan.state;
      if (verdict.wording) Object.assign(plan, verdict.wording);
      if (verdict.release !== undefined) plan.release = verdict.release;
      plan.decide(verdict.state, tx.person, tx.at);
      this.checkWords(plan);
      await this.write(tx, id, before, plan.state, verdict.reason);
      if (isDecision(plan.state)) tellLater(tx, id);
    });
  }

  /** Whoever could not be told and can be by now is told, in the words of the decision; without one there is nothing to tell. */
  async tellAgain(actor: Actor, id: string): Promise<string> {
    return this.with(actor, id, null, async (tx) => tellLater(tx, id));
  }

  async addNeed(actor: Actor, id: string, needId: string): Promise<string> {
    return this.with(actor, id, null, async (tx, plan) => {
      await this.add(tx, id, needId);
      if (isDecision(plan.state)) tellLater(tx, id);
    });
  }

  async removeNeed(actor: Actor, id: string, needId: string): Promise<string> {
    return this.with(actor, id, null, async (tx) => {
      // Also those that were merged into it since.
      await tx.sql(sql`delete from hotline.planning_need where planning_item_id = ${id} and need_id in (
        select named_id from hotline.planning_stand where planning_item_id = ${id} and need_id = ${needId})`);
    });
  }

  async addLink(actor: Actor, id: string, url: string): Promise<string> {
    const link = readLink(url);
    return this.with(actor, id, null, async (tx) => {
      const { n } = (await tx.one<{ n: number }>(
        sql`select count(*)::int as n from hotline.planning_link where planning_item_id = ${id}`,
      )) ?? { n: 0 };
      if (n >= MOST_LINKS)
        throw conflict('TOO_MANY_LINKS', `A planning item has at most ${MOST_LINKS} links.`);
      await tx.sql(sql`
        insert into hotline.planning_link (id, planning_item_id, url, provider, key, created_by, created_at)
        values (${newId()}, ${id}, ${link.url}, ${link.provider}, ${link.key}, ${tx.person}, ${tx.at})
        on conflict (planning_item_id, url) do nothing`);
    });
  }

  async removeLink(actor: Actor, linkId: string): Promise<string> {
    must(canPlan(actor));
    return this.database.transact(actor, async (tx) => {
      const gone = await tx.one<{ planning_item_id: string }>(
        sql`delete from hotline.planning_link where id = ${linkId} returning planning_item_id`,
      );
      tx.hint([STAFF_TOPIC], { kind: 'PLANNING' });
      return found(gone).planning_item_id;
    });
  }

  /** One planning item, locked, changed by `work`, saved. `version` is the one that was seen, where it matters. */
  private async with(
    actor: Actor,
    id: string,
    version: number | null,
    work: (tx: Transaction, plan: PlanningItem) => Promise<void>,
  ): Promise<string> {
    must(canPlan(actor));
    return this.database.transact(actor, async (tx) => {
      const [loaded] = await tx.load(
        PlanningItem,
        sql`select * from hotline.planning_item where id = ${id} for update`,
      );
      const plan = found(loaded);
      if (version !== null && plan.version !== version)
        throw conflict('STALE', 'Somebody changed this planning item in the meantime; look again.');
      await work(tx, plan);
      if (version !== null) plan.version += 1;
      await tx.save(plan);
      tx.hint([STAFF_TOPIC], { kind: 'PLANNING' });
      return id;
    });
  }

  private checkWords(plan: PlanningItem): void {
    if (isDecision(plan.state) && !plan.worded)
      throw invalid('WORDS_MISSING', 'Write the words for those who asked in both languages.', 'wording');
    if (plan.public && !(plan.titleKo && plan.titleEn))
      throw invalid('WORDS_MISSING', 'The roadmap needs a title in both languages.', 'titleKo');
  }

  private async mayOwn(tx: Transaction, ownerId: string | null): Promise<void> {
    if (!ownerId) return;
    const owner = await tx.one(sql`select 1 from hotline.person where id = ${ownerId}
      and staff_role in ('PLANNER', 'LEAD', 'ADMIN') and deactivated_at is null`);
    if (!owner) throw invalid('OWNER', 'This person cannot look after a planning item.', 'ownerId');
  }

  private async write(
    tx: Transaction,
    id: string,
    from: PlanningState | null,
    to: PlanningState,
    reason: string,
  ): Promise<void> {
    await tx.sql(sql`
      insert into hotline.planning_decision (id, planning_item_id, at, actor_id, from_state, to_state, reason)
      values (${newId()}, ${id}, ${tx.at}, ${tx.person}, ${from}, ${to}, ${reason})`);
  }

  private async add(tx: Transaction, id: string, needId: string): Promise<void> {
    const need = found(
      await tx.one<{ merged_into_id: string | null; n: number }>(sql`
        select need.merged_into_id, (select count(*) from hotline.planning_need where planning_item_id = ${id})::int as n
        from hotline.need need where need.id = ${needId}`),
    );
    if (need.merged_into_id)
      throw conflict('NEED_MERGED', 'This need was merged into another one; look there.');
    if (need.n >= MOST_NEEDS)
      throw conflict('TOO_MANY_NEEDS', `A planning item has at most ${MOST_NEEDS} needs.`);
    await tx.sql(sql`
      insert into hotline.planning_need (planning_item_id, need_id, added_by, added_at)
      values (${id}, ${needId}, ${tx.person}, ${tx.at}) on conflict do nothing`);
  }
}

/** After commit; whatever waits for this planning item already is the same job. */
const tellLater = (tx: Transaction, planningItemId: string): void =>
  tx.enqueue('tellOfDecision', { planningItemId }, { key: `tellOf:${planningItemId}` });
