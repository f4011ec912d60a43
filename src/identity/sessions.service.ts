// A person's sessions: which there are, and their ending by the person or by an administrator.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system, systemFor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction, sql } from '../platform/database/index.js';
import { found, must, notFound, unauthenticated } from '../platform/errors.js';
import { audit } from './audit.js';
import { canEndSessions } from './identity.policy.js';
import { SignInService } from './sign-in.service.js';

export type SessionRow = {
  id: string;
  user_agent: string | null;
  created_at: Date;
  /** 'YYYY-MM-DD'; null before its first day was written down. */
  last_used_on: string | null;
};

@Injectable()
export class SessionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SignInService) private readonly signIns: SignInService,
  ) {}

  /** One's own that are still good, newest first. Nobody sees those of others. */
  async mine(actor: Actor): Promise<SessionRow[]> {
    const { personId } = signedIn(actor);
    return this.database.read(
      system,
      sql`select id, user_agent, created_at, last_used_on::text as last_used_on from hotline.session
          where person_id = ${personId} and ended_at is null and expires_at > ${this.clock.now()}
          order by created_at desc, id desc limit 200`,
    );
  }

  /** One of one's own; any other is answered like one that does not exist. */
  async end(actor: Actor, sessionId: string): Promise<void> {
    const { personId } = signedIn(actor);
    await this.database.transact(systemFor(actor), async (tx) => {
      const ended = await this.open(tx, personId, sessionId);
      if (ended.length === 0) throw notFound();
      await this.signIns.endSessions(tx, personId, sessionId);
      await audit(tx, 'SESSIONS_ENDED', 'person', personId);
    });
  }

  /** All but this one, and whatever lies in mails: somebody else may have read them, too. */
  async endOthers(actor: Actor): Promise<void> {
    const { personId, sessionId } = signedIn(actor);
    await this.database.transact(systemFor(actor), async (tx) => {
      const others = (await this.open(tx, personId, null)).filter(({ id }) => id !== sessionId);
      for (const { id } of others) await this.signIns.endSessions(tx, personId, id);
      await this.signIns.forgetLinks(tx, personId);
      if (others.length > 0) await audit(tx, 'SESSIONS_ENDED', 'person', personId);
    });
  }

  /** For administrators: all of somebody's, as when a laptop was stolen. */
  async endAllOf(actor: Actor, personId: string): Promise<string> {
    must(canEndSessions(actor));
    await this.database.transact(systemFor(actor), async (tx) => {
      found(
        await tx.one(
          sql`select 1 from hotline.person where id = ${personId} and merged_into_id is null for update`,
        ),
      );
      await this.signIns.endSessions(tx, personId, null);
      await this.signIns.forgetLinks(tx, personId);
      await audit(tx, 'SESSIONS_ENDED', 'person', personId);
    });
    return personId;
  }

  private open(tx: Transaction, personId: string, sessionId: string | null): Promise<{ id: string }[]> {
    return tx.sql<{ id: string }>(sql`select id from hotline.session
      where person_id = ${personId} and ended_at is null and expires_at > ${tx.at}
        and (${sessionId}::uuid is null or id = ${sessionId}::uuid) for update`);
  }
}

function signedIn(actor: Actor): { personId: string; sessionId: string } {
  if (actor.kind === 'anonymous' || actor.kind === 'system') throw unauthenticated();
  return actor;
}
