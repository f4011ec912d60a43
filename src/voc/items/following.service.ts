// Where whoever said something may say it otherwise or take it back, its item follows.
import { Inject, Injectable } from '@nestjs/common';
import { type Transaction, newId, sql } from '../../platform/database/index.js';
import { languageOf } from '../../platform/hangul.js';
import { REMOVED } from '../../identity/index.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { Classifier } from '../classification/index.js';
import { itemsUnsaid, itemsWorded } from './items.events.js';
import { QUOTE_LENGTH } from './items.service.js';

@Injectable()
export class ItemFollowing {
  constructor(@Inject(Classifier) private readonly classifier: Classifier) {}

  /**
   * The item says `words` from now on; one that was taken out by itself counts again. A category that somebody decided on
   * stays theirs.
   */
  async reword(tx: Transaction, itemId: string, words: string): Promise<void> {
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
  async takeOut(tx: Transaction, source: string): Promise<void> {
    const gone = await tx.one<{ id: string }>(sql`
      update hotline.voc_item set state = 'WITHDRAWN', withdrawn_reason = 'NO_INQUIRY', version = version + 1
      where source = ${source} and state = 'COUNTED' returning id`);
    if (!gone) return;
    await this.write(tx, gone.id, 'WITHDRAWN', null, 'NO_INQUIRY');
    tx.hint([STAFF_TOPIC], { kind: 'VOC' });
  }

  /** The words go as well, wherever they are repeated: in a summary, in its history, in what models learned from. */
  async forget(tx: Transaction, source: string): Promise<void> {
    await this.takeOut(tx, source);
    const item = await tx.one<{ id: string; coded: boolean }>(sql`
      update hotline.voc_item set quote = ${REMOVED}, summary = null, version = version + 1
      where source = ${source} and quote <> ${REMOVED} returning id, coded_by is not null as coded`);
    if (!item) return;
    await tx.sql(sql`update hotline.voc_change set from_value = null, to_value = null
      where item_id = ${item.id} and kind = 'SUMMARY'`);
    await tx.emit(itemsUnsaid, { itemIds: [item.id] });
    await tx.emit(itemsWorded, { itemIds: [item.id] });
    if (item.coded) tx.enqueue('relearnWithoutErased', {}, { key: 'relearn without' });
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
