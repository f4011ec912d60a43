// Who says the same: items and needs by the n-grams that they share, in one statement.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import { visibleItems } from '../items/index.js';
import { LEAST_LIKE, weigh } from './grams.js';
import { canReadNeeds } from './needs.policy.js';

export type SimilarRow = { kind: 'ITEM' | 'NEED'; id: string; score: number };

/** So many candidates are compared at most, whatever the text. */
const MOST_CANDIDATES = 3_000;

const MOST_ITEMS = 5;
const MOST_NEEDS = 3;

@Injectable()
export class SimilarReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * The most similar first. A need is as similar as the most similar of its mentions; items that belong to a need stand
   * for it. `except` is the item itself, `needId` the need that it is in already.
   */
  like(actor: Actor, text: string, except: string | null, needId: string | null): Promise<SimilarRow[]> {
    must(canReadNeeds(actor), 'STAFF_ONLY', 'Only staff read needs.');
    const { grams, weights, total, rare } = weigh(text);
    if (grams.length === 0) return Promise.resolve([]);
    return this.database.read(
      actor,
      sql`with asked as (select * from unnest(${grams}::int[], ${weights}::real[]) as asked(gram, weight)),
          near as (
            select item_id, grams, weight from hotline.voc_gram
            where grams && ${rare}::int[] and item_id is distinct from ${except}::uuid and weight > 0
            limit ${MOST_CANDIDATES}),
          scored as (
            select near.item_id, sum(asked.weight) / sqrt(near.weight * ${total}::real) as score
            from near cross join lateral unnest(near.grams) as each(gram) join asked on asked.gram = each.gram
            group by near.item_id, near.weight having sum(asked.weight) / sqrt(near.weight * ${total}::real) >= ${LEAST_LIKE}),
          found as (
            select item.id, item.need_id, least(1, scored.score)::float8 as score
            from scored join hotline.voc_item item on item.id = scored.item_id
            where item.state = 'COUNTED' and ${visibleItems(actor)}
              and (${needId}::uuid is null or item.need_id is distinct from ${needId}::uuid))
          (select 'NEED' as kind, need_id as id, max(score) as score from found where need_id is not null
           group by need_id order by score desc, id limit ${MOST_NEEDS})
          union all
          (select 'ITEM', id, score from found where need_id is null order by score desc, id limit ${MOST_ITEMS})`,
    );
  }
}
