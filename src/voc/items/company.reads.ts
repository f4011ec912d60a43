// What VOC knows of one company: the items of its last weeks by category, and how many a merge would move.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import type { Monday } from '../../platform/week.js';
import type { Category } from '../classification/index.js';
import { canReadVoc, visibleItems } from './items.policy.js';

export type CompanyVocRow = { company_id: string; category: Category; n: number };

@Injectable()
export class CompanyVocReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Exactly what vocItems lists for the same weeks, company, category and state COUNTED. */
  byCategory(
    actor: Actor,
    companyIds: readonly string[],
    fromWeek: Monday,
    toWeek: Monday,
  ): Promise<CompanyVocRow[]> {
    must(canReadVoc(actor), 'STAFF_ONLY', 'Only staff read VOC items.');
    return this.database.read(
      actor,
      sql`select item.company_id, item.category, count(*)::int as n from hotline.voc_item item
          where item.company_id = any(${[...companyIds]}::uuid[]) and item.state = 'COUNTED'
            and item.week between ${fromWeek}::date and ${toWeek}::date and ${visibleItems(actor)}
          group by 1, 2`,
    );
  }

  async count(actor: Actor, kind: 'PERSON' | 'COMPANY', id: string): Promise<number> {
    const whose = kind === 'PERSON' ? sql`item.person_id = ${id}` : sql`item.company_id = ${id}`;
    const row = await this.database.readOne<{ n: number }>(
      actor,
      sql`select count(*)::int as n from hotline.voc_item item where ${whose}`,
    );
    return row?.n ?? 0;
  }

  async zone(actor: Actor): Promise<string> {
    const row = await this.database.readOne<{ zone: string }>(
      actor,
      sql`select zone from hotline.installation`,
    );
    return row?.zone ?? 'Asia/Seoul';
  }
}
