// Commands of contacts: take part, be there, say what they thought. Each begins with the session as they may see it.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type ContactActor, system, systemFor } from '../../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../../platform/database/index.js';
import { conflict, found, invalid, must, rateLimited } from '../../platform/errors.js';
import { ATTENDANCE } from '../../platform/limits.js';
import { mustHaveRoom } from './capacity.js';
import { feedbackGiven } from './sessions.events.js';
import { canAttend, canGiveFeedback, canJoin, canLeave, visibleSessions } from './sessions.policy.js';
import { hintSession } from './sessions.service.js';
import { TELL_OF_SESSION } from './telling.service.js';
import { TrainingSession } from './training-session.entity.js';

type Mine = { id: string; attendedAt: Date | null } | null;

type Place = { session: TrainingSession; open: boolean; mine: Mine };

@Injectable()
export class TakingPartService {
  constructor(@Inject(Database) private readonly database: Database) {}

  join(actor: Actor, sessionId: string): Promise<string> {
    return this.asSystem(actor, sessionId, async (tx, contact, { session, open, mine }) => {
      if (mine) return;
      must(canJoin(contact, session, open, mine));
      await this.add(tx, contact, sessionId);
    });
  }

  leave(actor: Actor, sessionId: string): Promise<string> {
    return this.asSystem(actor, sessionId, async (tx, contact, { session, mine }) => {
      must(canLeave(contact, session, mine));
      await tx.sql(
        sql`update hotline.training_participant set removed_at = ${tx.at} where id = ${mine?.id ?? null}::uuid`,
      );
    });
  }

  /** "I am here", with what the trainer shows. Said twice, it is said. */
  async attend(actor: Actor, sessionId: string, code: string): Promise<string> {
    let wrong = false;
    await this.asSystem(actor, sessionId, async (tx, contact, { session, open, mine }) => {
      if (mine?.attendedAt) return;
      must(canAttend(contact, session, open, mine));
      await this.mustNotGuess(tx, contact, sessionId);
      const right = await tx.one(sql`select 1 from hotline.training_desk
        where session_id = ${sessionId} and code = ${code.replace(/\D/g, '')}`);
      wrong = !right;
      // The try is kept with this transaction, and refused once it is.
      if (wrong)
        return void (await tx.sql(sql`insert into hotline.training_wrong_code (session_id, person_id, at)
          values (${sessionId}, ${contact.personId}, ${tx.at})`));
      const id = mine?.id ?? (await this.add(tx, contact, sessionId));
      await tx.sql(
        sql`update hotline.training_participant set attended_at = ${tx.at}, attended_by = 'CODE' where id = ${id}`,
      );
    });
    if (wrong) throw invalid('CODE', 'This is not the code of this session; look again.', 'code');
    return sessionId;
  }

  /** Once, and changeable for some days: one row, under the contact's own rights. */
  async giveFeedback(actor: Actor, sessionId: string, score: number, words: string | null): Promise<string> {
    must(actor.kind === 'contact');
    return this.database.transact(actor, async (tx) => {
      // No lock: contacts have no right to change a session.
      const place = await this.placeOf(tx, actor, sessionId, false);
      must(canGiveFeedback(actor, place.session, place.mine, tx.at));
      const row = found(
        await tx.one<{ id: string }>(sql`
          insert into hotline.training_feedback as feedback (id, participant_id, score, words, given_at)
          values (${newId()}, ${place.mine?.id ?? null}, ${score}, ${words}, ${tx.at})
          on conflict (participant_id) do update
            set score = excluded.score, words = excluded.words, changed_at = ${tx.at}
          returning feedback.id`),
      );
      await tx.emit(feedbackGiven, { feedbackId: row.id });
      await hintSession(tx, sessionId);
      return sessionId;
    });
  }

  /** Nobody is held to a try of yesterday; the calendar calls it. */
  async forgetWrongCodes(): Promise<void> {
    await this.database.transact(system, async (tx) => {
      const before = new Date(tx.at.getTime() - ATTENDANCE.windowMinutes * 60_000);
      await tx.sql(sql`delete from hotline.training_wrong_code where at <= ${before}`);
    });
  }

  /** What needs the system's rights after the contact's own were asked: codes and places are closed to them. */
  private async asSystem(
    actor: Actor,
    sessionId: string,
    work: (tx: Transaction, contact: ContactActor, place: Place) => Promise<void>,
  ): Promise<string> {
    must(actor.kind === 'contact');
    return this.database.transact(systemFor(actor), async (tx) => {
      await work(tx, actor, await this.placeOf(tx, actor, sessionId, true));
      tx.enqueue(TELL_OF_SESSION, { sessionId }, { key: `training:${sessionId}` });
      await hintSession(tx, sessionId);
      return sessionId;
    });
  }

  /** The session is held, so that many tries at once are counted one after the other. */
  private async mustNotGuess(tx: Transaction, contact: ContactActor, sessionId: string): Promise<void> {
    const { windowMinutes, wrongCodes } = ATTENDANCE;
    const since = new Date(tx.at.getTime() - windowMinutes * 60_000);
    const tries = await tx.sql<{ at: Date }>(sql`select at from hotline.training_wrong_code
      where session_id = ${sessionId} and person_id = ${contact.personId} and at > ${since} order by at desc`);
    const oldest = tries[wrongCodes - 1];
    if (!oldest) return;
    const seconds = (oldest.at.getTime() - since.getTime()) / 1_000;
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    throw rateLimited(
      'TOO_MANY_CODES',
      `Too many wrong codes. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}, or ask the trainer to tick you off.`,
      seconds,
    );
  }

  private async placeOf(
    tx: Transaction,
    contact: ContactActor,
    sessionId: string,
    lock: boolean,
  ): Promise<Place> {
    const [session] = await tx.load(
      TrainingSession,
      sql`select session.* from hotline.training_session session
          where session.id = ${sessionId} and ${visibleSessions(contact)} ${lock ? sql`for update` : sql``}`,
    );
    const open = await tx.one(sql`select 1 from hotline.training_company
      where session_id = ${sessionId} and company_id = ${contact.companyId}`);
    const mine = await tx.one<{ id: string; attendedAt: Date | null }>(sql`
      select id, attended_at as "attendedAt" from hotline.training_participant
      where session_id = ${sessionId} and person_id = ${contact.personId}
        and company_id = ${contact.companyId} and removed_at is null`);
    return { session: found(session), open: open !== null, mine };
  }

  /** Whoever takes part for another of their companies already stays with that one. */
  private async add(tx: Transaction, contact: ContactActor, sessionId: string): Promise<string> {
    await mustHaveRoom(tx, sessionId, 1);
    const row = await tx.one<{ id: string }>(sql`
      insert into hotline.training_participant (id, session_id, person_id, company_id, added_by, added_at)
      values (${newId()}, ${sessionId}, ${contact.personId}, ${contact.companyId}, ${contact.personId}, ${tx.at})
      on conflict (session_id, person_id) do update
        set removed_at = null, company_id = excluded.company_id, added_by = excluded.added_by, added_at = excluded.added_at
        where training_participant.removed_at is not null
      returning id`);
    if (!row) throw conflict('OTHER_COMPANY', 'You take part for another of your companies already.');
    return row.id;
  }
}
