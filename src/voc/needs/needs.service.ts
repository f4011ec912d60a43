// Commands on needs: make one, put items in and take them out, merge two and take them apart again.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../../platform/database/index.js';
import { conflict, found, invalid, must } from '../../platform/errors.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { once } from '../../threads/index.js';
import { Need } from './need.entity.js';
import { canSortNeeds } from './needs.policy.js';

export type NewNeed = {
  title: string;
  description: string | null;
  productAreaId: string | null;
  itemIds: string[];
};

/** What is left out stays as it is. */
export type NeedWishes = Partial<Pick<NewNeed, 'title' | 'description' | 'productAreaId'>>;

type HeldItem = { id: string; need_id: string | null; product_area_id: string | null };

type Written = {
  needId: string;
  kind: string;
  itemId?: string | null;
  fromNeedId?: string | null;
  toNeedId?: string | null;
  mergeId?: string | null;
  fromValue?: string | null;
  toValue?: string | null;
};

@Injectable()
export class NeedsService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** A new need out of what some items say; without an area it gets the one that its items agree on. */
  async make(actor: Actor, input: NewNeed, idempotencyKey: string | null): Promise<string> {
    must(canSortNeeds(actor));
    return this.database.transact(actor, async (tx) => {
      const id = newId();
      return once(tx, idempotencyKey, 'createNeed', input, id, async () => {
        const items = await this.lockItems(tx, input.itemIds);
        await this.mustKnowArea(tx, input.productAreaId);
        const areas = new Set(items.map(({ product_area_id }) => product_area_id));
        const need = Object.assign(new Need(), {
          id,
          title: input.title,
          description: input.description,
          productAreaId: input.productAreaId ?? (areas.size === 1 ? ([...areas][0] ?? null) : null),
          createdBy: tx.person,
          createdAt: tx.at,
          version: 1,
          mergedIntoId: null,
        });
        await tx.save(need);
        await this.write(tx, [{ needId: id, kind: 'MADE', toValue: input.title }]);
        await this.move(tx, items, id);
        this.tell(tx);
      });
    });
  }

  async change(actor: Actor, needId: string, version: number, wishes: NeedWishes): Promise<string> {
    must(canSortNeeds(actor));
    return this.database.transact(actor, async (tx) => {
      const need = await this.lock(tx, needId);
      need.mustStandAlone();
      if (need.version !== version)
        throw conflict('STALE', 'Somebody changed this need in the meantime; look again.');
      const { title, description, productAreaId } = wishes;
      const changes: Written[] = [];
      if (title !== undefined && title !== need.title) {
        changes.push({ needId, kind: 'RENAMED', fromValue: need.title, toValue: title });
        need.title = title;
      }
      if (description !== undefined && description !== need.description) {
        changes.push({ needId, kind: 'DESCRIBED', fromValue: need.description, toValue: description });
        need.description = description;
      }
      if (productAreaId !== undefined && productAreaId !== need.productAreaId) {
        await this.mustKnowArea(tx, productAreaId);
        changes.push({ needId, kind: 'AREA', fromValue: need.productAreaId, toValue: productAreaId });
        need.productAreaId = productAreaId;
      }
      if (changes.length === 0) return needId;
      need.version += 1;
      await tx.save(need);
      await this.write(tx, changes);
      this.tell(tx);
      return needId;
    });
  }

  /** Puts items into a need; one that was in another leaves that one. */
  async join(actor: Actor, needId: string, itemIds: string[]): Promise<string> {
    must(canSortNeeds(actor));
    return this.database.transact(actor, async (tx) => {
      (await this.lock(tx, needId)).mustStandAlone();
      await this.move(tx, await this.lockItems(tx, itemIds), needId);
      this.tell(tx);
      return needId;
    });
  }

  async takeOut(actor: Actor, itemIds: string[]): Promise<string[]> {
    must(canSortNeeds(actor));
    return this.database.transact(actor, async (tx) => {
      await this.move(tx, await this.lockItems(tx, itemIds), null);
      this.tell(tx);
      return itemIds;
    });
  }

  /** The items of the duplicate become mentions of the one kept. */
  async merge(actor: Actor, keptId: string, duplicateId: string): Promise<string> {
    must(canSortNeeds(actor));
    return this.database.transact(actor, async (tx) => {
      const [kept, duplicate] = await this.lockTwo(tx, keptId, duplicateId);
      duplicate.mergeInto(kept);
      duplicate.version += 1;
      await tx.save(duplicate);
      const items = await tx.sql<{ id: string }>(
        sql`select id from hotline.voc_item where need_id = ${duplicateId} order by id for update`,
      );
      const mergeId = newId();
      await this.carry(tx, 'MERGED', mergeId, duplicateId, keptId, items);
      return keptId;
    });
  }

  /**
   * Two needs again: the items that the merge brought go back, but for those that somebody took elsewhere since;
   * what was joined later stays with the kept one. Merges that build on each other are undone newest first.
   */
  async undoMerge(actor: Actor, mergeId: string): Promise<string> {
    must(canSortNeeds(actor));
    return this.database.transact(actor, async (tx) => {
      const merge = found(
        await tx.one<{ kept: string; duplicate: string }>(sql`
          select to_need_id as kept, from_need_id as duplicate from hotline.need_change
          where merge_id = ${mergeId} and kind = 'MERGED' and item_id is null limit 1`),
      );
      const [kept, duplicate] = await this.lockTwo(tx, merge.kept, merge.duplicate);
      const undone = await tx.one(
        sql`select 1 from hotline.need_change where merge_id = ${mergeId} and kind = 'TAKEN_APART' limit 1`,
      );
      if (undone || duplicate.mergedIntoId !== kept.id)
        throw conflict('UNDONE', 'This merge has been undone already.');
      if (kept.mergedIntoId)
        throw conflict('BUILT_ON', 'The kept need was merged on; undo the later merge first.');
      duplicate.standAlone();
      duplicate.version += 1;
      await tx.save(duplicate);
      // An item's last way, not counting merges that were undone, must be this one.
      const items = await tx.sql<{ id: string }>(sql`
        select item.id from hotline.voc_item item
        where item.need_id = ${kept.id} and item.id in (select part.item_id from hotline.need_change part
            where part.merge_id = ${mergeId} and part.item_id is not null)
          and ${mergeId}::uuid = (
            select last.merge_id from hotline.need_change last
            where last.item_id = item.id and last.kind in ('JOINED', 'LEFT', 'MERGED') and not exists (
              select 1 from hotline.need_change undone
              where undone.merge_id = last.merge_id and undone.kind = 'TAKEN_APART')
            order by last.seq desc limit 1)
        order by item.id for update`);
      await this.carry(tx, 'TAKEN_APART', mergeId, kept.id, duplicate.id, items);
      return duplicate.id;
    });
  }

  /** Of these threads, those of which an item is in a need, or ever was. */
  async sortedThreads(tx: Transaction, threadIds: string[]): Promise<string[]> {
    const rows = await tx.sql<{ thread_id: string }>(sql`
      select distinct item.thread_id from hotline.voc_item item
      where item.thread_id = any(${threadIds}::uuid[])
        and exists (select 1 from hotline.need_change change where change.item_id = item.id)`);
    return rows.map(({ thread_id }) => thread_id);
  }

  private async lock(tx: Transaction, needId: string): Promise<Need> {
    const [need] = await tx.load(Need, sql`select * from hotline.need where id = ${needId} for update`);
    return found(need);
  }

  /** In the order of their ids, so that two who merge at once wait for each other instead of both. */
  private async lockTwo(tx: Transaction, one: string, other: string): Promise<[Need, Need]> {
    const needs = await tx.load(
      Need,
      sql`select * from hotline.need where id in (${one}, ${other}) order by id for update`,
    );
    const of = (id: string): Need => found(needs.find((need) => need.id === id));
    return [of(one), of(other)];
  }

  private async lockItems(tx: Transaction, itemIds: string[]): Promise<HeldItem[]> {
    const ids = [...new Set(itemIds)];
    const items = await tx.sql<HeldItem>(sql`
      select id, need_id, product_area_id from hotline.voc_item where id = any(${ids}::uuid[]) order by id for update`);
    found(items.length === ids.length ? items : null);
    return items;
  }

  /** Each way is written down twice: in the need that is left, and in the one that is joined. */
  private async move(tx: Transaction, items: HeldItem[], needId: string | null): Promise<void> {
    const moving = items.filter(({ need_id }) => need_id !== needId);
    if (moving.length === 0) return;
    await tx.sql(sql`update hotline.voc_item set need_id = ${needId}
      where id = any(${moving.map(({ id }) => id)}::uuid[])`);
    const ways = (kind: 'LEFT' | 'JOINED', of: (item: HeldItem) => string | null): Written[] =>
      moving.flatMap((item) => {
        const whose = of(item);
        return whose
          ? [{ needId: whose, kind, itemId: item.id, fromNeedId: item.need_id, toNeedId: needId }]
          : [];
      });
    await this.write(tx, [...ways('LEFT', ({ need_id }) => need_id), ...ways('JOINED', () => needId)]);
  }

  private async carry(
    tx: Transaction,
    kind: 'MERGED' | 'TAKEN_APART',
    mergeId: string,
    fromNeedId: string,
    toNeedId: string,
    items: { id: string }[],
  ): Promise<void> {
    await tx.sql(sql`update hotline.voc_item set need_id = ${toNeedId}
      where id = any(${items.map(({ id }) => id)}::uuid[])`);
    const way = { kind, mergeId, fromNeedId, toNeedId };
    await this.write(tx, [
      { ...way, needId: fromNeedId },
      { ...way, needId: toNeedId },
      ...items.map(({ id }) => ({ ...way, needId: toNeedId, itemId: id })),
    ]);
    this.tell(tx);
  }

  private async write(tx: Transaction, changes: Written[]): Promise<void> {
    const rows = changes.map((change) => ({ id: newId(), ...change }));
    await tx.sql(sql`
      insert into hotline.need_change (id, need_id, at, actor_id, kind, item_id, from_need_id, to_need_id, merge_id, from_value, to_value)
      select id, "needId", ${tx.at}, ${tx.person}, kind, "itemId", "fromNeedId", "toNeedId", "mergeId", "fromValue", "toValue"
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "needId" uuid, kind text, "itemId" uuid,
        "fromNeedId" uuid, "toNeedId" uuid, "mergeId" uuid, "fromValue" text, "toValue" text)`);
  }

  private async mustKnowArea(tx: Transaction, areaId: string | null): Promise<void> {
    if (areaId && !(await tx.one(sql`select 1 from hotline.product_area where id = ${areaId}`)))
      throw invalid('AREA', 'This product area does not exist any more.', 'productAreaId');
  }

  private tell(tx: Transaction): void {
    tx.hint([STAFF_TOPIC], { kind: 'VOC' });
  }
}
