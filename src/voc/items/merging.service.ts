// What VOC items do when two companies turn out to be one: they count for the one kept. A person's items stay as
// they are and name the one kept. The tier is that of the moment in which the item was made, whatever is merged.
import { Injectable } from '@nestjs/common';
import { type Transaction, sql } from '../../platform/database/index.js';
import { recallPart, rememberPart } from '../../identity/index.js';

type Merge = { mergeId: string; keptId: string; duplicateId: string };

const PART = 'voc_item';

@Injectable()
export class ItemsMerging {
  async mergeCompanies(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
    const items = await tx.sql<{ id: string }>(
      sql`update hotline.voc_item set company_id = ${keptId} where company_id = ${duplicateId} returning id`,
    );
    await rememberPart(
      tx,
      mergeId,
      PART,
      items.map(({ id }) => id),
    );
  }

  async undoCompanies(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
    const items = (await recallPart<string[]>(tx, mergeId, PART)) ?? [];
    await tx.sql(sql`update hotline.voc_item set company_id = ${duplicateId}
      where id = any(${items}::uuid[]) and company_id = ${keptId}`);
  }

  /** An item stands with the company in whose space its thread stands, also when it was made meanwhile. */
  async follow(tx: Transaction, threadIds: string[]): Promise<void> {
    await tx.sql(sql`
      update hotline.voc_item item set company_id = space.company_id
      from hotline.thread thread join hotline.space space on space.id = thread.space_id
      where thread.id = any(${threadIds}::uuid[]) and item.thread_id = thread.id
        and item.company_id is distinct from space.company_id`);
  }
}
