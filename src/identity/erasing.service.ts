// Erasing a person on request: their names, addresses and, when asked for, all their words go for good. Rows and ids
// stay, so that no figure changes. Every module does its own part by the rule `personErasing`, in this transaction.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system, systemFor } from '../platform/actor.js';
import { Database, type Transaction, sql } from '../platform/database/index.js';
import { conflict, found, invalid, must } from '../platform/errors.js';
import { searchKey } from '../platform/hangul.js';
import { audit } from './audit.js';
import { REMOVED, type Traces, addressOfErased, names, tracesOf, without } from './erased.js';
import * as events from './identity.events.js';
import { canErase } from './identity.policy.js';
import { Person } from './person.entity.js';
import { digest } from './secrets.js';
import { SignInService } from './sign-in.service.js';

export type Erasing = {
  /** Also what they wrote. */
  words: boolean;
  /** The person's address, typed by whoever erases them. */
  confirmation: string;
  successorId: string | null;
  newOwners: { companyId: string; personId: string }[];
};

/** An erasure as it is written down outside the database. */
export type WrittenErasure = { personId: string; words: boolean };

/** What was being written while somebody was erased is finished by then. */
const LATE_MS = 60_000;

@Injectable()
export class ErasingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SignInService) private readonly signIn: SignInService,
  ) {}

  /** Cannot be undone. CONFLICT (LAST_OWNER) when a space would be left without an owner. */
  async erase(actor: Actor, personId: string, erasing: Erasing): Promise<string> {
    must(canErase(actor, personId));
    return this.database.transact(systemFor(actor), async (tx) => {
      const person = found(
        await tx.one<{ email: string }>(sql`select email from hotline.person
          where id = ${personId} and merged_into_id is null and erased_at is null`),
      );
      if (erasing.confirmation.trim().toLowerCase() !== person.email)
        throw invalid('CONFIRMATION', 'This is not the address of this person.', 'confirmation');
      const gone = await this.remove(tx, personId, erasing.words, async () => {
        const { successorId, newOwners } = erasing;
        await tx.emit(events.personDeactivated, { personId, successorId, newOwners });
      });
      if (!gone) throw conflict('ERASED', 'Somebody erased this person in the meantime.');
      await audit(tx, 'PERSON_ERASED', 'person', personId, { otherId: erasing.successorId });
      return personId;
    });
  }

  /** After an older backup came back: those who were erased since are erased again. Returns how many there were. */
  async eraseAgain(list: readonly WrittenErasure[]): Promise<number> {
    let count = 0;
    for (const { personId, words } of list) {
      const gone = await this.database.transact(system, async (tx) => {
        const done = await this.remove(tx, personId, words, async () => {});
        if (done) await audit(tx, 'PERSON_ERASED', 'person', personId);
        return done;
      });
      if (gone) count += 1;
    }
    return count;
  }

  /** Mails that were being written meanwhile; what that job does. */
  async eraseLateMails({ threadIds, before }: { threadIds: string[]; before: string }): Promise<void> {
    await this.database.transact(system, (tx) => this.clearMailsAbout(tx, threadIds, new Date(before)));
  }

  private async remove(
    tx: Transaction,
    personId: string,
    words: boolean,
    leave: () => Promise<void>,
  ): Promise<boolean> {
    const theirs = sql`(id = ${personId} or merged_into_id = ${personId})`;
    const ids = (await tx.sql<{ id: string }>(sql`select id from hotline.person where ${theirs}`)).map(
      ({ id }) => id,
    );
    // Threads go first, as whoever writes locks the thread before the person.
    const reached: events.Reached = { threadIds: [], itemIds: [] };
    await tx.emit(events.erasureBegins, { personIds: ids, reached });
    const people = await tx.load(
      Person,
      sql`select * from hotline.person where ${theirs} and erased_at is null order by id for update`,
    );
    const person = people.find(({ id }) => id === personId);
    if (!person) return false;
    const wasActive = person.deactivatedAt === null;
    for (const each of people) {
      each.deactivatedAt ??= tx.at;
      await tx.save(each);
    }
    if (wasActive) await leave();
    const personIds = people.map(({ id }) => id);
    const traces = tracesOf(people);
    await tx.emit(events.personErasing, { personIds, words, traces, reached });
    await this.removeAccess(tx, people);
    await this.removeLabels(tx, personIds, traces);
    await this.removeMails(tx, people, traces, reached.threadIds);
    for (const each of people) await tx.save(nobody(each, tx.at));
    await tx.sql(sql`insert into hotline.erasure (person_id, at, words)
      select id, ${tx.at}, ${words} from unnest(${personIds}::uuid[]) id`);
    await tx.emit(events.personErased, { personId, personIds, words, ...reached });
    tx.enqueue(
      'eraseLateMails',
      { threadIds: reached.threadIds, before: new Date(tx.at.getTime() + LATE_MS).toISOString() },
      { runAt: new Date(tx.at.getTime() + LATE_MS) },
    );
    return true;
  }

  /** Signed out at once, and no door is left. */
  private async removeAccess(tx: Transaction, people: Person[]): Promise<void> {
    const ids = people.map(({ id }) => id);
    const emails = people.map(({ email }) => email);
    for (const id of ids) await this.signIn.endSessions(tx, id, null);
    await tx.sql(sql`delete from hotline.session where person_id = any(${ids}::uuid[])`);
    await tx.sql(sql`delete from hotline.credential where person_id = any(${ids}::uuid[])`);
    await tx.sql(sql`delete from hotline.demo_login where person_id = any(${ids}::uuid[])`);
    await tx.sql(sql`delete from hotline.mail_link
      where person_id = any(${ids}::uuid[]) or lower(email) = any(${emails})`);
    const subjects = emails.map((email) => `email:${digest(email).toString('hex')}`);
    await tx.sql(sql`delete from hotline.sign_in_failure where subject = any(${subjects})`);
  }

  /** The trail and the list of merges go on saying what happened, and to which id. */
  private async removeLabels(tx: Transaction, ids: string[], traces: Traces): Promise<void> {
    await tx.sql(sql`update hotline.audit set detail = ${without(sql`detail::text`, traces.addresses)}::jsonb
      where ${names(sql`detail::text`, traces.addresses)}`);
    await tx.sql(sql`update hotline.audit set detail = ${without(sql`detail::text`, traces.names)}::jsonb
      where (actor_id = any(${ids}::uuid[]) or subject_id = any(${ids}::uuid[]) or detail ->> 'otherId' = any(${ids}))
        and ${names(sql`detail::text`, traces.names)}`);
    await tx.sql(sql`update hotline.audit set detail = detail || jsonb_build_object('otherName', ${REMOVED}::text)
      where detail ->> 'otherId' = any(${ids}) and detail ? 'otherName'`);
    await tx.sql(sql`update hotline.merge set
        kept_name = case when kept_id = any(${ids}::uuid[]) then ${REMOVED} else kept_name end,
        duplicate_name = case when duplicate_id = any(${ids}::uuid[]) then ${REMOVED} else duplicate_name end,
        duplicate_label = case when duplicate_id = any(${ids}::uuid[]) then ${REMOVED} else duplicate_label end
      where kind = 'PERSON' and (kept_id = any(${ids}::uuid[]) or duplicate_id = any(${ids}::uuid[]))`);
  }

  /** What was sent to them, what tells others of them, and what names them as the one who invites. */
  private async removeMails(
    tx: Transaction,
    people: Person[],
    traces: Traces,
    threadIds: string[],
  ): Promise<void> {
    const ids = people.map(({ id }) => id);
    const emails = people.map(({ email }) => email);
    await tx.sql(
      sql`delete from hotline.mail where person_id = any(${ids}::uuid[]) or lower(to_email) = any(${emails})`,
    );
    await this.clearMailsAbout(tx, threadIds, tx.at);
    const all = sql`subject || ' ' || body_text || ' ' || body_html`;
    const pattern = sql`case when kind = 'INVITATION' then ${traces.names} else ${traces.addresses} end`;
    await tx.sql(sql`update hotline.mail set
        subject = regexp_replace(subject, ${pattern}, ${REMOVED}, 'gi'),
        body_text = regexp_replace(body_text, ${pattern}, ${REMOVED}, 'gi'),
        body_html = regexp_replace(body_html, ${pattern}, ${REMOVED}, 'gi')
      where ${all} ~* (${pattern})`);
  }

  /** A letter that tells of such a thread, or of nobody knows which, may hold their words; they stand in the app. */
  private async clearMailsAbout(tx: Transaction, threadIds: string[], before: Date): Promise<void> {
    await tx.sql(sql`update hotline.mail set subject = ${REMOVED}, body_text = '', body_html = '',
        sent_at = coalesce(sent_at, ${tx.at})
      where (about && ${threadIds}::uuid[] or kind = 'NEWS' and about is null) and created_at <= ${before}`);
  }
}

/** The row that stays: others point at it, and colours, zones and hours are somebody's too. */
function nobody(person: Person, at: Date): Person {
  return Object.assign(person, {
    name: REMOVED,
    nameSearch: searchKey(REMOVED),
    email: addressOfErased(person.id),
    title: null,
    zone: null,
    quietFrom: null,
    quietTo: null,
    quietWeekends: false,
    avatarColor: null,
    erasedAt: at,
    version: person.version + 1,
  } satisfies Partial<Person>);
}
