// Commands of the wall of honour: an owner opens and closes it, everybody may keep away from it.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, systemFor } from '../../platform/actor.js';
import { Database, type Transaction, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import { personTopic } from '../../identity/index.js';
import { STAFF_TOPIC, spaceTopic } from '../../spaces/index.js';
import { trainingHint } from '../courses/index.js';
import { canOpenWall } from './certificates.policy.js';

@Injectable()
export class HonourService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Of the company that the owner acts for. Said twice, it is said. */
  async open(actor: Actor, open: boolean): Promise<void> {
    must(canOpenWall(actor) && actor.kind === 'contact');
    const { companyId, spaceId } = actor;
    await this.database.transact(systemFor(actor), async (tx) => {
      if (open)
        await tx.sql(sql`insert into hotline.honour_wall (company_id, opened_by, opened_at)
          values (${companyId}, ${tx.person}, ${tx.at}) on conflict (company_id) do nothing`);
      else await tx.sql(sql`delete from hotline.honour_wall where company_id = ${companyId}`);
      hint(tx, spaceId);
    });
  }

  /** Theirs alone to say, and for all their companies. */
  async keepAway(actor: Actor, away: boolean): Promise<void> {
    must(actor.kind === 'contact');
    const { spaceId } = actor;
    await this.database.transact(systemFor(actor), async (tx) => {
      if (away)
        await tx.sql(sql`insert into hotline.honour_absence (person_id, since)
          values (${tx.person}, ${tx.at}) on conflict (person_id) do nothing`);
      else await tx.sql(sql`delete from hotline.honour_absence where person_id = ${tx.person}`);
      hint(tx, spaceId);
      tx.hint([personTopic(tx.person)], trainingHint);
    });
  }
}

function hint(tx: Transaction, spaceId: string | null): void {
  if (spaceId) tx.hint([STAFF_TOPIC, spaceTopic(spaceId)], { ...trainingHint, spaceId });
}
