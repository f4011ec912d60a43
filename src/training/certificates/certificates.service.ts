// Commands: a certificate is taken back and given again by people alone, never by a rule.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database, type Transaction, sql } from '../../platform/database/index.js';
import { conflict, found, must } from '../../platform/errors.js';
import { personTopic } from '../../identity/index.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { trainingHint } from '../courses/index.js';
import { canWithdraw } from './certificates.policy.js';

@Injectable()
export class CertificatesService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Its link says so from now on; whoever has it reads the reason, nobody else does. */
  withdraw(actor: Actor, id: string, reason: string): Promise<string> {
    return this.change(actor, id, async (tx, withdrawn) => {
      if (withdrawn) throw conflict('WITHDRAWN', 'This certificate has been withdrawn already.');
      await tx.sql(sql`update hotline.certificate set withdrawn_at = ${tx.at}, withdrawn_by = ${tx.person},
        withdrawn_reason = ${reason} where id = ${id}`);
    });
  }

  restore(actor: Actor, id: string): Promise<string> {
    return this.change(actor, id, async (tx, withdrawn) => {
      if (!withdrawn) throw conflict('VALID', 'This certificate is valid.');
      await tx.sql(sql`update hotline.certificate set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null
        where id = ${id}`);
    });
  }

  private async change(
    actor: Actor,
    id: string,
    work: (tx: Transaction, withdrawn: boolean) => Promise<void>,
  ): Promise<string> {
    must(canWithdraw(actor));
    return this.database.transact(actor, async (tx) => {
      const row = found(
        await tx.one<{ person_id: string; withdrawn: boolean }>(sql`
          select person_id, withdrawn_at is not null as withdrawn from hotline.certificate where id = ${id} for update`),
      );
      await work(tx, row.withdrawn);
      tx.hint([STAFF_TOPIC, personTopic(row.person_id)], trainingHint);
      return id;
    });
  }
}
