// Telling people, and what they say to it: seen, all read, not by this road.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, personOf, system } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database, type Sql, type Transaction, sql } from '../platform/database/index.js';
import { invalid } from '../platform/errors.js';
import { personTopic } from '../identity/index.js';
import { KINDS, NOTIFICATION_KINDS, type NotificationKind, type Roads } from './kinds.js';
import { kindsOf, ownNotifications } from './notifications.policy.js';

export type Subject = { type: string; id: string };

/** A contact is told for one company, staff for none. */
export type Recipient = { personId: string; companyId: string | null };

export type News = {
  kind: NotificationKind;
  subject: Subject;
  /** What happened, once: telling it again tells nobody twice. */
  causeId: string;
  actorId: string | null;
  at: Date;
  to: Recipient[];
  /** True: who tells writes a letter of their own (OwnLetters), so nothing of it stands in the usual mail. */
  ownLetter?: boolean;
};

/** Unread after this long goes out by mail, together with what came meanwhile. */
export const MAIL_AFTER_MS = 120_000;
/** What a stopped worker left lying longer than this is shown, but no longer mailed. */
const MAIL_STALE_MS = 86_400_000;
const KEPT_DAYS = 90;

const tellHint = { kind: 'NOTIFICATION' } as const;

@Injectable()
export class NotificationsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Tells each of them by the roads they chose. Needs the system's rights. */
  async tell(tx: Transaction, { kind, subject, causeId, actorId, at, to, ownLetter }: News): Promise<void> {
    const roads = KINDS[kind];
    const fresh = !ownLetter && tx.at.getTime() - at.getTime() < MAIL_STALE_MS;
    const told = await tx.sql<{
      person_id: string;
      company_id: string | null;
      shown: boolean;
      mail: boolean;
    }>(
      sql`insert into hotline.notification
            (id, person_id, company_id, kind, subject_type, subject_id, cause_id, actor_id, at, shown, mail)
          select gen_random_uuid(), person.id, recipient.company_id, ${kind}, ${subject.type}, ${subject.id}, ${causeId},
            ${actorId}, ${at}, coalesce(chosen.in_app, ${roads.inApp}), coalesce(chosen.mail, ${roads.mail}) and ${fresh}
          from unnest(${to.map(({ personId }) => personId)}::uuid[], ${to.map(({ companyId }) => companyId)}::uuid[])
            as recipient(person_id, company_id)
          join hotline.person person on person.id = recipient.person_id and person.deactivated_at is null
          left join hotline.notification_setting chosen on chosen.person_id = person.id and chosen.kind = ${kind}
          where person.id is distinct from ${actorId}
            and (coalesce(chosen.in_app, ${roads.inApp}) or (coalesce(chosen.mail, ${roads.mail}) and ${fresh}))
          on conflict (person_id, cause_id) do nothing
          returning person_id, company_id, shown, mail`,
    );
    const shown = told.filter((row) => row.shown).map((row) => personTopic(row.person_id));
    if (shown.length > 0) tx.hint(shown, tellHint);
    for (const { person_id, company_id } of told.filter((row) => row.mail)) {
      // A job for each: the first takes all that waits by then, the others find nothing left.
      const runAt = new Date(Math.max(at.getTime() + MAIL_AFTER_MS, tx.at.getTime()));
      tx.enqueue('mailUnreadNews', { personId: person_id, companyId: company_id }, { runAt });
    }
  }

  /** The actor has the subject in front of them: what told them of it is read, on all their devices. */
  async seen(tx: Transaction, subjectId: string): Promise<void> {
    await this.read(tx, sql`n.subject_id = ${subjectId}`);
  }

  /** Lines by the id of one of their notifications, or all (null). */
  async markRead(actor: Actor, ids: string[] | null): Promise<void> {
    kindsOf(actor);
    const chosen = ids
      ? sql`(n.kind, n.subject_id) in (select one.kind, one.subject_id from hotline.notification one
            where one.id = any(${ids}::uuid[]))`
      : sql`true`;
    await this.database.transact(actor, (tx) => this.read(tx, chosen));
  }

  async choose(actor: Actor, kind: NotificationKind, roads: Roads): Promise<void> {
    if (!kindsOf(actor).includes(kind)) throw invalid('KIND', 'Nobody tells you of this here.', 'kind');
    await this.database.transact(actor, (tx) => this.store(tx, tx.person, kind, roads));
  }

  /** All mails off, or back to their defaults; from the link in a mail, so nobody need be signed in. */
  async switchMails(personId: string, on: boolean): Promise<void> {
    await this.database.transact(system, async (tx) => {
      // An older mail may name who was merged into somebody else since.
      const person = await tx.one<{ id: string }>(
        sql`select coalesce(merged_into_id, id) as id from hotline.person where id = ${personId} for update`,
      );
      if (!person) return;
      for (const kind of NOTIFICATION_KINDS) {
        const mail = on && KINDS[kind].mail;
        await tx.sql(sql`insert into hotline.notification_setting (person_id, kind, in_app, mail)
          values (${person.id}, ${kind}, ${KINDS[kind].inApp}, ${mail})
          on conflict (person_id, kind) do update set mail = excluded.mail`);
      }
      // What waits already is not sent any more either.
      if (!on)
        await tx.sql(
          sql`update hotline.notification set mail = false where person_id = ${person.id} and mail and mailed_at is null`,
        );
    });
  }

  /** These subjects stand in another space now: what contacts were told of them belongs to its company. */
  async follow(tx: Transaction, subjectIds: string[], spaceId: string): Promise<void> {
    const moved = await tx.sql<MovedRow>(sql`
      update hotline.notification n set company_id = space.company_id from hotline.space space
      where space.id = ${spaceId} and n.subject_id = any(${subjectIds}::uuid[])
        and n.company_id is not null and n.company_id <> space.company_id
      returning n.person_id, n.company_id, n.mail and n.mailed_at is null and n.read_at is null as waiting`);
    mailAgain(tx, moved);
  }

  /** What was told at a moment of these subjects was taken back; what has been read has been read. */
  async takeBack(tx: Transaction, subjectIds: string[], at: Date): Promise<void> {
    const gone = await tx.sql<{ person_id: string }>(sql`
      delete from hotline.notification n where n.subject_id = any(${subjectIds}::uuid[]) and n.at = ${at}
        and n.kind in ('ASSIGNED', 'RESOLVED') and n.read_at is null returning n.person_id`);
    const topics = [...new Set(gone.map(({ person_id }) => personTopic(person_id)))];
    if (topics.length > 0) tx.hint(topics, tellHint);
  }

  /** Mails that wait for a server do not reach who may not be here any longer. */
  async giveUpMails(tx: Transaction, personId: string): Promise<void> {
    await tx.sql(
      sql`delete from hotline.mail where person_id = ${personId} and kind in ('NEWS', 'REPORT') and sent_at is null`,
    );
  }

  /** What somebody was told of, as far as it is still known. */
  async subjectsOf(tx: Transaction, personIds: string[], subjectType: string): Promise<string[]> {
    const rows = await tx.sql<{ subject_id: string }>(sql`select distinct subject_id from hotline.notification
      where person_id = any(${personIds}::uuid[]) and subject_type = ${subjectType}`);
    return rows.map(({ subject_id }) => subject_id);
  }

  /** Forgets what is old; the calendar calls it. */
  async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * 86_400_000);
    await this.database.transact(system, (tx) =>
      tx.sql(sql`delete from hotline.notification where at < ${before}`),
    );
  }

  private async read(tx: Transaction, which: Sql): Promise<void> {
    const read = await tx.sql(
      sql`update hotline.notification n set read_at = ${tx.at}
          where ${ownNotifications(tx.actor)} and n.read_at is null and ${which} returning n.id`,
    );
    const person = personOf(tx.actor);
    if (read.length > 0 && person) tx.hint([personTopic(person)], tellHint);
  }

  private async store(tx: Transaction, personId: string, kind: NotificationKind, { inApp, mail }: Roads) {
    await tx.sql(sql`insert into hotline.notification_setting (person_id, kind, in_app, mail)
      values (${personId}, ${kind}, ${inApp}, ${mail})
      on conflict (person_id, kind) do update set in_app = excluded.in_app, mail = excluded.mail`);
  }
}

/** A notification that belongs to somebody else now. */
export type MovedRow = { person_id: string; company_id: string | null; waiting: boolean };

/** The jobs that would have mailed these look for their former owner: each new one gets a job. */
export function mailAgain(tx: Transaction, rows: MovedRow[]): void {
  const to = new Map(
    rows.filter(({ waiting }) => waiting).map((row) => [`${row.person_id} ${row.company_id}`, row]),
  );
  const runAt = new Date(tx.at.getTime() + MAIL_AFTER_MS);
  for (const { person_id, company_id } of to.values())
    tx.enqueue('mailUnreadNews', { personId: person_id, companyId: company_id }, { runAt });
}
