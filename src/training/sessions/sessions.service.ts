// Commands of the staff on sessions: plan, change, invite, hold, mark who is there, end, cancel.
import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../../platform/database/index.js';
import { conflict, found, invalid, must } from '../../platform/errors.js';
import { personTopic } from '../../identity/index.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { once } from '../../threads/index.js';
import { trainingHint } from '../courses/index.js';
import { mustHaveRoom } from './capacity.js';
import { sessionEnded } from './sessions.events.js';
import { canTeach } from './sessions.policy.js';
import { TELL_OF_SESSION } from './telling.service.js';
import { type TrainingPlan, TrainingSession } from './training-session.entity.js';

export type SessionWishes = TrainingPlan & { capacity: number | null; companyIds: string[] };

export type Invited = { personId: string; companyId: string };

@Injectable()
export class SessionsService {
  constructor(@Inject(Database) private readonly database: Database) {}

  async plan(
    actor: Actor,
    courseId: string,
    wishes: SessionWishes,
    idempotencyKey: string | null,
  ): Promise<string> {
    must(canTeach(actor));
    return this.database.transact(actor, async (tx) => {
      const id = newId();
      return once(tx, idempotencyKey, 'planTrainingSession', { courseId, wishes }, id, async () => {
        const course = found(
          await tx.one<{ archived: boolean; version_id: string | null }>(sql`
            select course.archived_at is not null as archived, (
              select version.id from hotline.course_version version
              where version.course_id = course.id and version.state = 'PUBLISHED'
              order by version.number desc limit 1) as version_id
            from hotline.course course where course.id = ${courseId} for share of course`),
        );
        if (course.archived) throw conflict('ARCHIVED', 'This course is archived; bring it back first.');
        if (!course.version_id) throw conflict('UNPUBLISHED', 'Publish the course before you teach it.');
        const session = Object.assign(new TrainingSession(), {
          id,
          courseVersionId: course.version_id,
          state: 'PLANNED' as const,
          createdBy: tx.person,
          createdAt: tx.at,
          heldAt: null,
          closedAt: null,
          cancelledAt: null,
          version: 1,
        });
        await this.arrange(tx, session, wishes);
        await tx.save(session);
        const code = String(randomInt(1_000_000)).padStart(6, '0');
        await tx.sql(sql`insert into hotline.training_desk (session_id, code, capacity)
          values (${id}, ${code}, ${wishes.capacity})`);
        await this.open(tx, id, wishes.companyIds);
        tx.hint([STAFF_TOPIC], trainingHint);
      });
    });
  }

  /** Time, place, trainer, room; who was invited hears of what changes for them. */
  async change(actor: Actor, sessionId: string, version: number, wishes: SessionWishes): Promise<string> {
    return this.command(actor, sessionId, async (tx, session) => {
      session.mustBe(version);
      session.mustBeIn('PLANNED');
      await this.arrange(tx, session, wishes);
      await tx.sql(
        sql`update hotline.training_desk set capacity = ${wishes.capacity} where session_id = ${sessionId}`,
      );
      await mustHaveRoom(tx, sessionId, 0);
      await this.open(tx, sessionId, wishes.companyIds);
      session.version += 1;
    });
  }

  /** Contacts by name, each for one of their companies. Who takes part already stays as they are. */
  async invite(actor: Actor, sessionId: string, people: Invited[]): Promise<string> {
    return this.command(actor, sessionId, async (tx, session) => {
      session.mustBeIn('PLANNED', 'HELD');
      const wanted = [...new Map(people.map((each) => [each.personId, each])).values()];
      const known = await tx.sql(sql`
        select 1 from unnest(${wanted.map(({ personId }) => personId)}::uuid[],
            ${wanted.map(({ companyId }) => companyId)}::uuid[]) as wanted(person_id, company_id)
        join hotline.company_contact contact on contact.person_id = wanted.person_id
          and contact.company_id = wanted.company_id and contact.left_at is null
        join hotline.person person on person.id = wanted.person_id and person.deactivated_at is null`);
      if (known.length < wanted.length) found(null);
      const rows = JSON.stringify(wanted.map((each) => ({ id: newId(), ...each })));
      const added = await tx.sql(sql`
        insert into hotline.training_participant (id, session_id, person_id, company_id, added_by, added_at)
        select id, ${sessionId}::uuid, "personId", "companyId", ${tx.person}, ${tx.at}
        from json_to_recordset(${rows}::json) as wanted(id uuid, "personId" uuid, "companyId" uuid)
        on conflict (session_id, person_id) do update
          set removed_at = null, company_id = excluded.company_id, added_by = excluded.added_by, added_at = excluded.added_at
          where training_participant.removed_at is not null
        returning id`);
      if (added.length > 0) await mustHaveRoom(tx, sessionId, 0);
    });
  }

  async remove(actor: Actor, participantId: string): Promise<string> {
    must(canTeach(actor));
    const row = found(
      await this.database.readOne<{ session_id: string }>(
        actor,
        sql`select session_id from hotline.training_participant where id = ${participantId} and removed_at is null`,
      ),
    );
    return this.command(actor, row.session_id, async (tx, session) => {
      session.mustBeIn('PLANNED', 'HELD');
      const gone = await tx.one(sql`update hotline.training_participant set removed_at = ${tx.at}
        where id = ${participantId} and removed_at is null and attended_at is null returning id`);
      if (!gone) throw conflict('ATTENDED', 'Who was there stays on the list.');
    });
  }

  async hold(actor: Actor, sessionId: string): Promise<string> {
    return this.command(actor, sessionId, async (tx, session) => {
      session.hold(tx.at);
      session.version += 1;
    });
  }

  /** Ticks people on the list, or takes the tick away, as long as the session is not closed. */
  async mark(actor: Actor, sessionId: string, participantIds: string[], attended: boolean): Promise<string> {
    return this.command(actor, sessionId, async (tx, session) => {
      session.mustBeIn('HELD');
      const at = attended ? tx.at : null;
      const marked = await tx.sql(sql`
        update hotline.training_participant participant set
          attended_at = case when ${attended} then coalesce(participant.attended_at, ${at}) end,
          attended_by = case when ${attended} then coalesce(participant.attended_by, 'LIST') end
        where participant.session_id = ${sessionId} and participant.id = any(${participantIds}::uuid[])
          and participant.removed_at is null
          and (${attended} or not exists (
            select 1 from hotline.training_feedback feedback where feedback.participant_id = participant.id))
        returning participant.id`);
      if (marked.length === participantIds.length) return;
      const there = await tx.sql(sql`select 1 from hotline.training_participant
        where session_id = ${sessionId} and id = any(${participantIds}::uuid[]) and removed_at is null`);
      found(there.length === participantIds.length ? true : null);
      throw conflict('FEEDBACK', 'Who said what they thought of it was there.');
    });
  }

  /** Who was there is final from here on; missions follow from it. */
  async end(actor: Actor, sessionId: string): Promise<string> {
    return this.command(actor, sessionId, async (tx, session) => {
      session.close(tx.at);
      session.version += 1;
      await tx.emit(sessionEnded, { trainingSessionId: sessionId });
    });
  }

  async cancel(actor: Actor, sessionId: string): Promise<string> {
    return this.command(actor, sessionId, async (tx, session) => {
      session.cancel(tx.at);
      session.version += 1;
    });
  }

  private async command(
    actor: Actor,
    sessionId: string,
    work: (tx: Transaction, session: TrainingSession) => Promise<void>,
  ): Promise<string> {
    must(canTeach(actor));
    return this.database.transact(actor, async (tx) => {
      const [loaded] = await tx.load(
        TrainingSession,
        sql`select * from hotline.training_session where id = ${sessionId} for update`,
      );
      const session = found(loaded);
      await work(tx, session);
      await tx.save(session);
      tx.enqueue(TELL_OF_SESSION, { sessionId }, { key: `training:${sessionId}` });
      await hintSession(tx, sessionId);
      return sessionId;
    });
  }

  private async arrange(tx: Transaction, session: TrainingSession, wishes: SessionWishes): Promise<void> {
    const { startsAt, endsAt, place, link, trainerId } = wishes;
    session.plan({ startsAt, endsAt, place, link, trainerId }, tx.at);
    const trainer = await tx.one(sql`select 1 from hotline.person where id = ${trainerId}
      and deactivated_at is null and staff_role in ('AGENT', 'LEAD', 'ADMIN')`);
    if (!trainer)
      throw invalid('TRAINER', 'Only active staff who answer clients can be the trainer.', 'trainerId');
  }

  private async open(tx: Transaction, sessionId: string, companyIds: string[]): Promise<void> {
    const ids = [...new Set(companyIds)];
    await tx.sql(sql`delete from hotline.training_company
      where session_id = ${sessionId} and company_id <> all(${ids}::uuid[])`);
    const there = await tx.sql(
      sql`select 1 from hotline.company where id = any(${ids}::uuid[]) and merged_into_id is null`,
    );
    if (there.length < ids.length) found(null);
    await tx.sql(sql`insert into hotline.training_company (session_id, company_id)
      select ${sessionId}::uuid, id from unnest(${ids}::uuid[]) as id on conflict do nothing`);
  }
}

/** Staff and everybody who takes part look again. */
export async function hintSession(tx: Transaction, sessionId: string): Promise<void> {
  const people = await tx.sql<{ person_id: string }>(sql`
    select person_id from hotline.training_participant where session_id = ${sessionId} and removed_at is null`);
  tx.hint([STAFF_TOPIC, ...people.map(({ person_id }) => personTopic(person_id))], trainingHint);
}
