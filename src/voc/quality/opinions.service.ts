// Asks the language model outside, where one is named, what it makes of a new item; keeps the answer beside the item.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../../platform/actor.js';
import { Database, type Transaction, sql } from '../../platform/database/index.js';
import { LOG, type Logger } from '../../platform/observe/index.js';
import { LanguageModel } from './language-model.js';
import { masked } from './masking.js';

/** Names at most that are looked for in one text; more people than this are in no space. */
const MOST_NAMES = 5_000;

@Injectable()
export class OpinionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LanguageModel) private readonly model: LanguageModel,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Within the transaction that makes the item; without a model named there is not even a job. */
  askLater(tx: Transaction, itemId: string): void {
    if (this.model.name) tx.enqueue('askLanguageModelWhenItemMade', { itemId });
  }

  async forget(tx: Transaction, itemIds: string[]): Promise<void> {
    await tx.sql(sql`delete from hotline.voc_machine_coding where item_id = any(${itemIds}::uuid[])`);
  }

  /** Throws when there was no usable answer, so that the queue tries again; an item that was asked about is left alone. */
  async ask(itemId: string): Promise<void> {
    const { name } = this.model;
    if (!name) return;
    const item = await this.database.readOne<{ quote: string; names: string[] }>(
      system,
      sql`select item.quote, array(
            select person.name from hotline.person person
            where person.id in (select contact.person_id from hotline.company_contact contact
                                where contact.company_id = item.company_id)
              or person.id = item.person_id or person.staff_role is not null
            limit ${MOST_NAMES}) as names
          from hotline.voc_item item
          where item.id = ${itemId} and item.state = 'COUNTED' and item.quote <> ''
            and not exists (select 1 from hotline.voc_machine_coding coding where coding.item_id = item.id)`,
    );
    if (!item) return;
    const opinion = await this.model.ask(masked(item.quote, item.names)).catch((error: Error) => {
      this.log.warn({ itemId, why: error.message }, 'a language model gave no opinion');
      throw error;
    });
    await this.database.transact(system, (tx) =>
      tx.sql(sql`insert into hotline.voc_machine_coding (item_id, category, summary, model, at)
        select item.id, ${opinion.category}, ${opinion.summary}, ${name}, ${tx.at}
        from hotline.voc_item item where item.id = ${itemId} on conflict do nothing`),
    );
  }
}
