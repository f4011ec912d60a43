// Reads what items say into the index of n-grams: after the commit that made them, and once for all that were there before.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../../platform/actor.js';
import { Database, type Transaction, sql } from '../../platform/database/index.js';
import { GRAMS_VERSION, weigh, wordsOf } from './grams.js';

type Said = { id: string; quote: string; summary: string | null };

/** Items of one transaction when those of before are read. */
const BATCH = 500;

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class ReadingService {
  constructor(@Inject(Database) private readonly database: Database) {}

  async read(itemIds: string[]): Promise<void> {
    await this.database.transact(system, async (tx) => {
      const items = await tx.sql<Said>(
        sql`select id, quote, summary from hotline.voc_item where id = any(${itemIds}::uuid[]) order by id`,
      );
      await this.keep(tx, items);
    });
  }

  /** Goes on where it stopped, in the order of ids, which is that of time; returns how many it has read. */
  async readEarlier(): Promise<number> {
    let read = 0;
    for (;;) {
      const n = await this.database.transact(system, (tx) => this.readBatch(tx));
      read += n;
      if (n < BATCH) return read;
    }
  }

  private async readBatch(tx: Transaction): Promise<number> {
    await tx.sql(sql`insert into hotline.voc_gram_mark (through, version) values (${BEFORE_ALL}, ${GRAMS_VERSION})
      on conflict (id) do nothing`);
    const mark = await tx.one<{ through: string; version: number }>(
      sql`select through, version from hotline.voc_gram_mark for update`,
    );
    const from = mark?.version === GRAMS_VERSION ? mark.through : BEFORE_ALL;
    const items = await tx.sql<Said>(
      sql`select id, quote, summary from hotline.voc_item where id > ${from}::uuid order by id limit ${BATCH}`,
    );
    await this.keep(tx, items);
    await tx.sql(sql`update hotline.voc_gram_mark
      set through = ${items.at(-1)?.id ?? from}, version = ${GRAMS_VERSION}`);
    return items.length;
  }

  private async keep(tx: Transaction, items: Said[]): Promise<void> {
    if (items.length === 0) return;
    const rows = items.map((item) => {
      const { grams, total } = weigh(wordsOf(item));
      return { id: item.id, grams, weight: total };
    });
    await tx.sql(sql`
      insert into hotline.voc_gram (item_id, grams, weight)
      select id, array(select value::int from json_array_elements_text(grams)), weight
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, grams json, weight real)
      order by id
      on conflict (item_id) do update set grams = excluded.grams, weight = excluded.weight`);
  }
}
