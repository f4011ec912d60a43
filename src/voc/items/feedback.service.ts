// What participants say of a training, in words, is a VOC item; it follows what they change of it.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../../platform/database/index.js';
import { languageOf } from '../../platform/hangul.js';
import { globalId } from '../../platform/graphql/index.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { SessionsReads } from '../../training/index.js';
import { Classifier } from '../classification/index.js';
import { itemsWorded } from './items.events.js';
import { QUOTE_LENGTH } from './items.service.js';
import { ItemSources } from './sources.service.js';

@Injectable()
export class FeedbackItems {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SessionsReads) private readonly sessions: SessionsReads,
    @Inject(ItemSources) private readonly sources: ItemSources,
    @Inject(Classifier) private readonly classifier: Classifier,
  ) {}

  /** Counts in the week in which it was first said. A score without words is a figure of the session alone. */
  async count(feedbackId: string): Promise<void> {
    const said = await this.sessions.saidOf(feedbackId);
    if (!said) return;
    const source = `feedback:${feedbackId}`;
    await this.database.transact(system, async (tx) => {
      // Two changes right after each other are counted one after the other, and each reads what stands now.
      await tx.sql(sql`select pg_advisory_xact_lock(hashtext(${source}))`);
      const now = await tx.one<{ words: string | null }>(
        sql`select words from hotline.training_feedback where id = ${feedbackId}`,
      );
      if (!now?.words) return this.takeOut(tx, source);
      const utterance = {
        source,
        channel: 'TRAINING' as const,
        quote: now.words,
        occurredAt: said.given_at,
        companyId: said.company_id,
        personId: said.person_id,
        originalUrl: `/training/sessions/${globalId('trainingsession', said.session_id)}`,
      };
      const itemId = await this.sources.bring(tx, utterance, { content: { source } });
      await this.reword(tx, itemId, now.words);
    });
  }

  /** A category that somebody decided on stays theirs. */
  private async reword(tx: Transaction, itemId: string, words: string): Promise<void> {
    const quote = [...words].slice(0, QUOTE_LENGTH).join('');
    const { category, confidence, modelVersion } = await this.classifier.propose(words);
    const changed = await tx.one(sql`
      update hotline.voc_item set quote = ${quote}, language = ${languageOf(words)}, version = version + 1,
        proposed_category = ${category}, confidence = ${confidence}, model_version = ${modelVersion},
        category = case when coded_by is null then ${category} else category end
      where id = ${itemId} and quote <> ${quote} returning id`);
    const back = await tx.one(sql`
      update hotline.voc_item item set state = 'COUNTED', withdrawn_reason = null, version = version + 1
      where item.id = ${itemId} and item.state = 'WITHDRAWN' and (
        select last.actor_id is null from hotline.voc_change last
        where last.item_id = item.id and last.kind = 'WITHDRAWN' order by last.at desc, last.id desc limit 1)
      returning item.id`);
    if (back) await this.write(tx, itemId, 'RESTORED', 'NO_INQUIRY', null);
    if (changed) await tx.emit(itemsWorded, { itemIds: [itemId] });
    if (changed || back) tx.hint([STAFF_TOPIC], { kind: 'VOC' });
  }

  /** They took their words back: nothing is left that could count. */
  private async takeOut(tx: Transaction, source: string): Promise<void> {
    const gone = await tx.one<{ id: string }>(sql`
      update hotline.voc_item set state = 'WITHDRAWN', withdrawn_reason = 'NO_INQUIRY', version = version + 1
      where source = ${source} and state = 'COUNTED' returning id`);
    if (!gone) return;
    await this.write(tx, gone.id, 'WITHDRAWN', null, 'NO_INQUIRY');
    tx.hint([STAFF_TOPIC], { kind: 'VOC' });
  }

  private async write(
    tx: Transaction,
    itemId: string,
    kind: 'WITHDRAWN' | 'RESTORED',
    from: string | null,
    to: string | null,
  ): Promise<void> {
    await tx.sql(sql`insert into hotline.voc_change (id, item_id, at, actor_id, kind, from_value, to_value)
      values (${newId()}, ${itemId}, ${tx.at}, null, ${kind}, ${from}, ${to})`);
  }
}
