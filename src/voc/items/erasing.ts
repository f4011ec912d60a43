// What VOC items do when a person is erased: they go on counting, without the words.
import { type Transaction, sql } from '../../platform/database/index.js';
import {
  type PersonalPart,
  REMOVED,
  type Reached,
  type Traces,
  names,
  without,
} from '../../identity/index.js';
import { itemsWorded } from './items.events.js';

type Erasing = { personIds: string[]; words: boolean; traces: Traces; reached: Reached };

export async function erasePerson(
  tx: Transaction,
  { personIds, words, traces, reached }: Erasing,
): Promise<void> {
  const items = await tx.sql<{ id: string; coded: boolean }>(sql`
    update hotline.voc_item item
    set quote = case when item.person_id = any(${personIds}::uuid[]) and ${words} then ${REMOVED}
                     else ${without(sql`item.quote`, traces.names)} end
    where (item.person_id = any(${personIds}::uuid[]) and ${words})
      or (item.thread_id = any(${reached.threadIds}::uuid[]) or item.person_id = any(${personIds}::uuid[]))
        and ${names(sql`item.quote`, traces.names)}
    returning item.id, item.coded_by is not null as coded`);
  const itemIds = items.map(({ id }) => id);
  reached.itemIds.push(...itemIds);
  // A summary says in other words what they said.
  if (words && itemIds.length > 0) {
    await tx.sql(sql`update hotline.voc_item set summary = null
      where id = any(${itemIds}::uuid[]) and person_id = any(${personIds}::uuid[])`);
    await tx.sql(sql`update hotline.voc_change set from_value = null, to_value = null
      where item_id = any(${itemIds}::uuid[]) and kind = 'SUMMARY'`);
  }
  if (itemIds.length > 0) await tx.emit(itemsWorded, { itemIds });
  // Models that learned from these words are made anew without them, and the old ones go.
  if (items.some(({ coded }) => coded)) tx.enqueue('relearnWithoutErased', {}, { key: 'relearn without' });
}

export const ITEM_PARTS: PersonalPart[] = [
  {
    // How an inquiry was sorted is the provider's own work; what was said is theirs.
    name: 'quotes',
    rows: (
      ids,
    ) => sql`select item.id::text as key, json_build_object('quote', item.quote, 'channel', item.channel,
        'language', item.language, 'at', item.occurred_at) as entry
      from hotline.voc_item item where item.person_id = any(${[...ids]}::uuid[])`,
  },
];
