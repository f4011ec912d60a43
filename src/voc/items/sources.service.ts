// The doors by which VOC items come that are not a thread's first words: by hand, by another program, out of a later message,
// and for every module that has something customers said.
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, systemFor } from '../../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../../platform/database/index.js';
import { conflict, found, invalid, must } from '../../platform/errors.js';
import { languageOf } from '../../platform/hangul.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { type Channel, ThreadsReads, once } from '../../threads/index.js';
import { type Category, Classifier } from '../classification/index.js';
import { itemMade, itemsWorded } from './items.events.js';
import { canBring, canReview, canSplit } from './items.policy.js';
import { QUOTE_LENGTH } from './items.service.js';
import type { Severity } from './voc-item.entity.js';

/** Something that a customer said, wherever that was. */
export type Utterance = {
  /** Unique: a word of the channel and a key of its own, such as 'post:<uuid>'. */
  source: string;
  channel: Channel;
  quote: string;
  occurredAt: Date;
  companyId: string | null;
  personId: string | null;
  threadId?: string | null;
  messageId?: string | null;
  /** Decided by a person already; null: what the model proposes. */
  category?: Category | null;
  productAreaId?: string | null;
  summary?: string | null;
  severity?: Severity | null;
  /** Where the original can be read when it is no thread. */
  originalUrl?: string | null;
};

export type WrittenDown = Omit<Utterance, 'source' | 'threadId' | 'messageId' | 'occurredAt'> & {
  occurredAt: Date | null;
  /** The key of another program: sent again, it is the same item. */
  externalId: string | null;
};

type Bringing = {
  /** Who wrote it down; null: it came by itself. */
  by?: string | null;
  /** `by` has decided on the category. */
  decided?: boolean;
  /** What has to be the same when the source comes again; left out: all of it. */
  content?: object;
  id?: string;
};

/** Clocks of other programs may be a little ahead of ours. */
const AHEAD_MS = 5 * 60_000;

@Injectable()
export class ItemSources {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Classifier) private readonly classifier: Classifier,
    @Inject(ThreadsReads) private readonly threads: ThreadsReads,
  ) {}

  /**
   * Makes the item of an utterance, or finds the one that its source has made before; its week's figures follow in the same
   * transaction. Throws CONFLICT when the source said something else before.
   */
  async bring(
    tx: Transaction,
    said: Utterance,
    { by = null, decided = false, content = said, id = newId() }: Bringing = {},
  ): Promise<string> {
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    const { category: proposed, confidence, modelVersion } = await this.classifier.propose(said.quote);
    const made = await tx.one<{ id: string }>(sql`
      insert into hotline.voc_item (id, source, thread_id, message_id, company_id, company_tier, company_seats, person_id, channel, language,
        quote, summary, severity, category, product_area_id, proposed_category, confidence, model_version, coded_by, coded_at,
        original_url, content_hash, created_by, occurred_at, week, created_at)
      select ${id}, ${said.source}, ${said.threadId ?? null}::uuid, ${said.messageId ?? null}::uuid, company.id, company.tier,
        coalesce(company.employees, 0),
        ${said.personId}::uuid, ${said.channel}, ${languageOf(said.quote)}, ${[...said.quote].slice(0, QUOTE_LENGTH).join('')},
        ${said.summary ?? null}, ${said.severity ?? null}, ${said.category ?? proposed}, ${said.productAreaId ?? null}::uuid,
        ${proposed}, ${confidence}, ${modelVersion}, ${decided ? by : null}::uuid, ${decided ? tx.at : null}::timestamptz,
        ${said.originalUrl ?? null}, ${hash}, ${by}::uuid, ${said.occurredAt}::timestamptz,
        hotline.week_of(${said.occurredAt}::timestamptz, installation.zone), ${tx.at}
      from hotline.installation installation left join hotline.company company on company.id = ${said.companyId}::uuid
      on conflict (source) do nothing returning id`);
    if (!made) {
      const earlier = found(
        await tx.one<{ id: string; content_hash: string | null }>(
          sql`select id, content_hash from hotline.voc_item where source = ${said.source}`,
        ),
      );
      if (earlier.content_hash !== hash)
        throw conflict('KEY_REUSED', 'This key stands for something else that was said.', 'externalId');
      return earlier.id;
    }
    await tx.emit(itemsWorded, { itemIds: [id] });
    await tx.emit(itemMade, { itemId: id });
    tx.hint([STAFF_TOPIC], { kind: 'VOC', ...(said.threadId ? { threadId: said.threadId } : {}) });
    return id;
  }

  /** What staff heard on the phone or in a meeting, or what another program brings. */
  async writeDown(actor: Actor, written: WrittenDown, idempotencyKey: string | null): Promise<string> {
    must(canBring(actor));
    const { externalId, ...said } = written;
    return this.database.transact(systemFor(actor), async (tx) => {
      const occurredAt = said.occurredAt ?? tx.at;
      if (occurredAt.getTime() > tx.at.getTime() + AHEAD_MS)
        throw invalid('FUTURE', 'Nobody can have said this yet.', 'occurredAt');
      const companyId = await this.companyOf(tx, said.companyId, said.personId);
      await this.mustKnowArea(tx, said.productAreaId ?? null);
      const id = newId();
      const source = externalId ? `api:${externalId}` : `hand:${id}`;
      const decided = Boolean(said.category) && canReview(actor);
      const utterance = { ...said, source, companyId, occurredAt };
      const bringing = { by: tx.person, decided, content: written, id };
      if (externalId) return this.bring(tx, utterance, bringing);
      return once(tx, idempotencyKey, 'createVocItem', written, id, async () => {
        await this.bring(tx, utterance, bringing);
      });
    });
  }

  /** A later message says something of its own: it becomes an item beside the thread's. Said twice, it is counted again if it was withdrawn. */
  async split(actor: Actor, messageId: string): Promise<string> {
    must(canSplit(actor));
    const [message] = await this.threads.messagesByIds(actor, [messageId]);
    const {
      thread_id: threadId,
      side,
      seq,
      deleted_at: gone,
      body,
      author_id: personId,
      at,
    } = found(message);
    if (side !== 'CONTACT') throw invalid('SIDE', 'Only what a client said becomes a VOC item.', 'messageId');
    if (gone || !body?.trim()) throw invalid('NO_WORDS', 'There are no words in this message.', 'messageId');
    return this.database.transact(systemFor(actor), async (tx) => {
      const thread = found(
        await tx.one<{ company_id: string; channel: Channel; opened_side: string }>(sql`
          select space.company_id, thread.channel, thread.opened_side from hotline.thread thread
          join hotline.space space on space.id = thread.space_id where thread.id = ${threadId} for share of thread`),
      );
      if (seq === 1 && thread.opened_side === 'CONTACT')
        throw conflict('FIRST', 'The first message is what the thread counts as already.', 'messageId');
      const source = `message:${messageId}`;
      const earlier = await tx.one<{ id: string }>(
        sql`select id from hotline.voc_item where source = ${source}`,
      );
      if (earlier) {
        await this.countAgain(tx, earlier.id);
        return earlier.id;
      }
      const said = {
        source,
        channel: thread.channel,
        quote: body,
        occurredAt: at,
        companyId: thread.company_id,
      };
      const whole = { ...said, personId, threadId, messageId };
      return this.bring(tx, whole, { by: tx.person, content: { source } });
    });
  }

  private async countAgain(tx: Transaction, itemId: string): Promise<void> {
    const again = await tx.one<{ reason: string }>(sql`
      update hotline.voc_item item set state = 'COUNTED', withdrawn_reason = null, version = version + 1, coded_by = null, coded_at = null
      from (select id, withdrawn_reason as reason from hotline.voc_item where id = ${itemId} for update) before
      where item.id = before.id and item.state = 'WITHDRAWN' returning before.reason`);
    if (!again) return;
    await tx.sql(sql`insert into hotline.voc_change (id, item_id, at, actor_id, kind, from_value, to_value)
      values (${newId()}, ${itemId}, ${tx.at}, ${tx.person}, 'RESTORED', ${again.reason}, null)`);
    tx.hint([STAFF_TOPIC], { kind: 'VOC' });
  }

  /** A company that turned out to be another is that one; a person must be a contact of it. */
  private async companyOf(
    tx: Transaction,
    companyId: string | null,
    personId: string | null,
  ): Promise<string | null> {
    if (!companyId) {
      if (personId) throw invalid('COMPANY', 'Say for which company this person spoke.', 'companyId');
      return null;
    }
    const company = found(
      await tx.one<{ id: string }>(
        sql`select coalesce(merged_into_id, id) as id from hotline.company where id = ${companyId}`,
      ),
    );
    if (personId)
      found(
        await tx.one(
          sql`select 1 from hotline.company_contact where company_id = ${company.id} and person_id = ${personId}`,
        ),
      );
    return company.id;
  }

  private async mustKnowArea(tx: Transaction, areaId: string | null): Promise<void> {
    if (areaId && !(await tx.one(sql`select 1 from hotline.product_area where id = ${areaId}`)))
      throw invalid('AREA', 'This product area does not exist any more.', 'productAreaId');
  }
}
