// Commands on VOC items: make one, confirm, correct, withdraw, restore, place it in a product area.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, personOf, system } from '../../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../../platform/database/index.js';
import { conflict, found, invalid, must } from '../../platform/errors.js';
import { languageOf } from '../../platform/hangul.js';
import { weekOf } from '../../platform/week.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import type { Channel } from '../../threads/index.js';
import { type Category, Classifier } from '../classification/index.js';
import { itemCoded, itemMade, itemsWorded } from './items.events.js';
import { canManageAreas, canReview, canSetArea } from './items.policy.js';
import { ItemsReads } from './items.reads.js';
import { type Severity, VocItem, type WithdrawReason } from './voc-item.entity.js';

/** What is left out stays as it is; `position` counts from 0 among the sisters. */
export type AreaWishes = { nameKo?: string; nameEn?: string; parentId?: string | null; position?: number };

/** What was changed, from what to what, and why where somebody had to say. */
type HistoryLine = [kind: string, from: string | null, to: string | null, reason?: string];

type AreaPlace = { id: string; parent_id: string | null; name_ko: string; name_en: string; position: number };

/** Whether `id` is `above` or stands somewhere below it. */
function isWithin(areas: readonly AreaPlace[], id: string | null, above: string): boolean {
  for (let at = id; at !== null; at = areas.find((area) => area.id === at)?.parent_id ?? null)
    if (at === above) return true;
  return false;
}

type ThreadWords = {
  thread_id: string;
  company_id: string;
  tier: VocItem['companyTier'];
  seats: number;
  person_id: string;
  channel: Channel;
  body: string;
  created_at: Date;
  week: string;
};

/** How much of the first message an item quotes, in characters. */
export const QUOTE_LENGTH = 2_000;

/** The newest decisions that a training looks at. */
const DECISIONS_LEARNED = 3_000;

const RELEARN_AFTER_MS = 2_000;

@Injectable()
export class ItemsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Classifier) private readonly classifier: Classifier,
    @Inject(ItemsReads) private readonly reads: ItemsReads,
  ) {}

  /** Makes the item of a thread that a contact opened; the second time it is there already. */
  async countThread(threadId: string): Promise<void> {
    await this.database.transact(system, async (tx) => {
      const made = await this.countThreads(tx, [threadId]);
      if (made.length > 0) tx.hint([STAFF_TOPIC], { kind: 'VOC', threadId });
      for (const itemId of made) await tx.emit(itemMade, { itemId });
    });
  }

  /**
   * Makes the items of many threads in one statement; returns those that are new. A category that people `decided`
   * elsewhere counts as reviewed by whoever brought it.
   */
  async countThreads(
    tx: Transaction,
    threadIds: string[],
    decided: { threadId: string; category: string }[] = [],
  ): Promise<string[]> {
    const given = new Map(decided.map(({ threadId, category }) => [threadId, category]));
    const by = personOf(tx.actor);
    const threads = await tx.sql<ThreadWords>(sql`
      select thread.id as thread_id, space.company_id, company.tier, company.employees as seats, thread.opened_by as person_id, thread.channel, thread.created_at,
             coalesce((select revision.body from hotline.message_revision revision
                       where revision.message_id = message.id order by revision.version limit 1), nullif(message.body, ''), thread.first_line) as body,
             hotline.week_of(thread.created_at, installation.zone) as week
      from hotline.thread thread
      join hotline.message message on message.thread_id = thread.id and message.seq = 1
      join hotline.space space on space.id = thread.space_id
      join hotline.company company on company.id = space.company_id
      cross join hotline.installation installation
      where thread.id = any(${threadIds}::uuid[]) and thread.opened_side = 'CONTACT'`);
    if (threads.length === 0) return [];
    const items = await Promise.all(
      threads.map(async ({ body, ...thread }) => {
        const { category: proposed, confidence, modelVersion } = await this.classifier.propose(body);
        const category = given.get(thread.thread_id);
        return {
          ...thread,
          id: newId(),
          quote: [...body].slice(0, QUOTE_LENGTH).join(''),
          language: languageOf(body),
          category: category ?? proposed,
          proposed,
          confidence,
          model_version: modelVersion,
          coded_by: category ? by : null,
          coded_at: category && by ? tx.at : null,
        };
      }),
    );
    const made = await tx.sql<{ id: string }>(sql`
      insert into hotline.voc_item (id, source, thread_id, company_id, company_tier, company_seats, person_id, channel, language,
        quote, category, proposed_category, confidence, model_version, coded_by, coded_at, occurred_at, week, created_at)
      select id, 'thread:' || thread_id, thread_id, company_id, tier, seats, person_id, channel, language,
        quote, category, proposed, confidence, model_version, coded_by, coded_at, created_at, week, ${tx.at}
      from json_to_recordset(${JSON.stringify(items)}::json)
        as r(id uuid, thread_id uuid, company_id uuid, tier text, seats int, person_id uuid, channel text, language text, quote text,
             category text, proposed text, confidence real, model_version int, coded_by uuid, coded_at timestamptz, created_at timestamptz, week date)
      on conflict (source) do nothing returning id`);
    if (made.length > 0) await tx.emit(itemsWorded, { itemIds: made.map(({ id }) => id) });
    return made.map(({ id }) => id);
  }

  /** Of these threads, those on whose item somebody has decided since it was made. */
  async reviewedSince(tx: Transaction, threadIds: string[]): Promise<string[]> {
    const items = await tx.sql<{ thread_id: string }>(sql`
      select distinct item.thread_id from hotline.voc_item item
      where item.thread_id = any(${threadIds}::uuid[]) and (item.version > 1 or item.created_by is not null)`);
    return items.map(({ thread_id }) => thread_id);
  }

  /** Items of threads that are taken back: the weeks count as they did before. */
  async takeBack(tx: Transaction, threadIds: string[]): Promise<void> {
    await tx.sql(sql`delete from hotline.voc_item where thread_id = any(${threadIds}::uuid[])`);
  }

  /** Threads whose item is missing, should a job ever have been lost; returns how many were made. */
  async countForgotten(): Promise<number> {
    const forgotten = await this.database.read<{ id: string }>(
      system,
      sql`select thread.id from hotline.thread thread where thread.opened_side = 'CONTACT' and not thread.imported
          and not exists (select 1 from hotline.voc_item item where item.source = 'thread:' || thread.id) limit 1000`,
    );
    for (const { id } of forgotten) await this.countThread(id);
    return forgotten.length;
  }

  /** Confirms the category, or corrects it; the model learns from both. */
  async code(actor: Actor, itemId: string, version: number, category: Category | null): Promise<string> {
    return this.change(actor, itemId, version, canReview(actor), async (tx, item) => {
      const before = item.category;
      const kind = item.code(category ?? item.category, tx.person, tx.at);
      await tx.emit(itemCoded, { itemId });
      tx.enqueue(
        'relearnWhenDecided',
        {},
        { key: 'relearn', runAt: new Date(tx.at.getTime() + RELEARN_AFTER_MS) },
      );
      return [[kind, before, item.category]];
    });
  }

  async withdraw(actor: Actor, itemId: string, version: number, reason: WithdrawReason): Promise<string> {
    return this.change(actor, itemId, version, canReview(actor), async (tx, item) => {
      item.withdraw(reason, tx.person, tx.at);
      return [['WITHDRAWN', null, reason]];
    });
  }

  async restore(actor: Actor, itemId: string, version: number): Promise<string> {
    return this.change(actor, itemId, version, canReview(actor), async (tx, item) => {
      const reason = item.withdrawnReason;
      const coding = await tx.one<{ by: string; at: Date }>(sql`
        select actor_id as by, at from hotline.voc_change
        where item_id = ${itemId} and kind in ('CONFIRMED', 'CORRECTED') and actor_id is not null
        order by at desc, id desc limit 1`);
      item.restore(coding);
      return [['RESTORED', reason, null]];
    });
  }

  /** Moves an item to the moment at which it was really said, and so to its right week. */
  async redate(actor: Actor, itemId: string, version: number, moment: Date, reason: string): Promise<string> {
    return this.change(actor, itemId, version, canReview(actor), async (tx, item) => {
      if (moment > tx.at) throw invalid('FUTURE', 'Nobody has said it yet.', 'occurredAt');
      const place = await tx.one<{ zone: string }>(sql`select zone from hotline.installation`);
      const before = item.occurredAt.toISOString();
      item.redate(moment, weekOf(place?.zone ?? 'Asia/Seoul', moment));
      return [['REDATED', before, moment.toISOString(), reason]];
    });
  }

  async setArea(actor: Actor, itemId: string, version: number, areaId: string | null): Promise<string> {
    return this.change(actor, itemId, version, canSetArea(actor), async (tx, item) => {
      if (areaId && !(await tx.one(sql`select 1 from hotline.product_area where id = ${areaId}`))) {
        throw invalid('AREA', 'This product area does not exist any more.', 'productAreaId');
      }
      const before = item.productAreaId;
      item.productAreaId = areaId;
      return [['AREA', before, areaId]];
    });
  }

  /** What it says in one sentence and how much it hurts; what is left out stays as it is. A line of history for each. */
  async describe(
    actor: Actor,
    itemId: string,
    version: number,
    { summary, severity }: { summary?: string | null; severity?: Severity | null },
  ): Promise<string> {
    return this.change(actor, itemId, version, canSetArea(actor), async (tx, item) => {
      const lines: HistoryLine[] = [];
      if (summary !== undefined && summary !== item.summary) {
        lines.push(['SUMMARY', item.summary, summary]);
        item.summary = summary;
        await tx.emit(itemsWorded, { itemIds: [itemId] });
      }
      if (severity !== undefined && severity !== item.severity) {
        lines.push(['SEVERITY', item.severity, severity]);
        item.severity = severity;
      }
      return lines;
    });
  }

  /** Renames an area, moves it below another or to the top, or to another place among its sisters. */
  async changeArea(actor: Actor, areaId: string, wishes: AreaWishes): Promise<string> {
    must(canManageAreas(actor));
    return this.database.transact(actor, async (tx) => {
      // The whole tree is locked: two who move branches into each other at once would make a circle.
      const areas = await tx.sql<AreaPlace>(
        sql`select id, parent_id, name_ko, name_en, position from hotline.product_area order by position, name_ko for update`,
      );
      const area = found(areas.find(({ id }) => id === areaId));
      const parent = wishes.parentId === undefined ? area.parent_id : wishes.parentId;
      if (parent && !areas.some(({ id }) => id === parent)) found(null);
      if (parent && isWithin(areas, parent, areaId))
        throw invalid('CIRCLE', 'An area cannot stand below itself.', 'parentId');
      const [nameKo, nameEn] = [wishes.nameKo ?? area.name_ko, wishes.nameEn ?? area.name_en];
      const taken = areas.some(
        ({ id, name_ko, name_en }) => id !== areaId && (name_ko === nameKo || name_en === nameEn),
      );
      if (taken) throw conflict('AREA_EXISTS', 'There is a product area of this name already.');
      const sisters = areas.filter(({ id, parent_id }) => parent_id === parent && id !== areaId);
      const old = areas.filter(({ parent_id }) => parent_id === area.parent_id).indexOf(area);
      const stays = parent === area.parent_id ? old : sisters.length;
      sisters.splice(wishes.position ?? stays, 0, area);
      await tx.sql(sql`update hotline.product_area set parent_id = ${parent}, name_ko = ${nameKo}, name_en = ${nameEn}
        where id = ${areaId}`);
      await tx.sql(sql`update hotline.product_area area set position = place.position
        from unnest(${sisters.map(({ id }) => id)}::uuid[]) with ordinality as place(id, position) where area.id = place.id`);
      return areaId;
    });
  }

  async createArea(actor: Actor, nameKo: string, nameEn: string, parentId: string | null): Promise<string> {
    must(canManageAreas(actor));
    return this.database.transact(actor, async (tx) => {
      if (parentId) found(await tx.one(sql`select 1 from hotline.product_area where id = ${parentId}`));
      const area = await tx.one<{ id: string }>(sql`
        insert into hotline.product_area (id, parent_id, name_ko, name_en, position)
        values (${newId()}, ${parentId}, ${nameKo}, ${nameEn}, (select count(*) from hotline.product_area))
        on conflict do nothing returning id`);
      if (!area) throw conflict('AREA_EXISTS', 'There is a product area of this name already.');
      return area.id;
    });
  }

  /** Trains anew on what people decided; stored categories stay. */
  async relearn(): Promise<void> {
    await this.classifier.learn(await this.reads.decided(DECISIONS_LEARNED));
  }

  /** How well the newest model does, kept with it; nothing where that is known. */
  async evaluateModel(): Promise<void> {
    await this.classifier.evaluate((at) => this.reads.decided(DECISIONS_LEARNED, at));
  }

  /** Somebody was erased: no model that learned from their words is kept. */
  async relearnWithout(): Promise<void> {
    await this.classifier.forgetBefore(
      await this.classifier.learn(await this.reads.decided(DECISIONS_LEARNED)),
    );
  }

  private async change(
    actor: Actor,
    itemId: string,
    version: number,
    allowed: boolean,
    work: (tx: Transaction, item: VocItem) => Promise<HistoryLine[]>,
  ): Promise<string> {
    must(allowed);
    return this.database.transact(actor, async (tx) => {
      const [loaded] = await tx.load(
        VocItem,
        sql`select * from hotline.voc_item where id = ${itemId} for update`,
      );
      const item = found(loaded);
      if (item.version !== version)
        throw conflict('STALE', 'Somebody decided on this item in the meantime; look again.');
      const lines = await work(tx, item);
      // Nothing was changed: it is the version that it was.
      if (lines.length === 0) return itemId;
      item.version += 1;
      await tx.save(item);
      for (const [kind, from, to, reason] of lines)
        await tx.sql(sql`insert into hotline.voc_change (id, item_id, at, actor_id, kind, from_value, to_value, reason)
          values (${newId()}, ${itemId}, ${tx.at}, ${tx.person}, ${kind}, ${from}, ${to}, ${reason ?? null})`);
      tx.hint([STAFF_TOPIC], { kind: 'VOC', ...(item.threadId ? { threadId: item.threadId } : {}) });
      return itemId;
    });
  }
}
