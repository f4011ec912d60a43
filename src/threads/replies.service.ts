// Commands on saved replies.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../platform/database/index.js';
import { conflict, found, must } from '../platform/errors.js';
import { canChangeReply, canUseReplies } from './replies.policy.js';

export type Reply = { name: string; body: string; locale: 'ko' | 'en' };

@Injectable()
export class RepliesService {
  constructor(@Inject(Database) private readonly database: Database) {}

  async create(actor: Actor, { name, body, locale }: Reply): Promise<void> {
    must(canUseReplies(actor));
    await this.database.transact(actor, (tx) =>
      tx.sql(sql`insert into hotline.saved_reply (id, name, body, locale, created_by, changed_at)
        values (${newId()}, ${name}, ${body}, ${locale}, ${tx.person}, ${tx.at})`),
    );
  }

  /** CONFLICT when somebody was quicker. */
  async change(actor: Actor, id: string, version: number, { name, body, locale }: Reply): Promise<void> {
    await this.onOne(actor, id, version, (tx) =>
      tx.sql(sql`update hotline.saved_reply set name = ${name}, body = ${body}, locale = ${locale},
        changed_at = ${tx.at}, version = version + 1 where id = ${id}`),
    );
  }

  async remove(actor: Actor, id: string, version: number): Promise<void> {
    await this.onOne(actor, id, version, (tx) =>
      tx.sql(sql`delete from hotline.saved_reply where id = ${id}`),
    );
  }

  private async onOne(
    actor: Actor,
    id: string,
    version: number,
    work: (tx: Transaction) => Promise<unknown>,
  ): Promise<void> {
    must(canUseReplies(actor));
    await this.database.transact(actor, async (tx) => {
      const reply = found(
        await tx.one<{ created_by: string | null; version: number }>(
          sql`select created_by, version from hotline.saved_reply where id = ${id} for update`,
        ),
      );
      must(canChangeReply(actor, reply.created_by));
      if (reply.version !== version)
        throw conflict('STALE', 'Somebody changed this reply in the meantime; look at the newer one first.');
      await work(tx);
    });
  }
}
