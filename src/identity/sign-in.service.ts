// Sessions, passwords and one-time links. Everything here acts as the system: nobody is signed in yet.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, personOf, system } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database, type Transaction, newId, sql } from '../platform/database/index.js';
import { Refusal, invalid, rateLimited, unauthenticated } from '../platform/errors.js';
import { globalId } from '../platform/graphql/index.js';
import { SIGN_IN } from '../platform/limits.js';
import { networkKey } from '../platform/proxies.js';
import { Mail } from '../platform/mail/index.js';
import { searchKey } from '../platform/hangul.js';
import { ACCESS_ENDED, type AccessEnded } from '../platform/session/index.js';
import { audit } from './audit.js';
import { contactJoined, staffJoined } from './identity.events.js';
import { passwordLetter, signInLetter } from './letters.js';
import { type Locale, Person } from './person.entity.js';
import { digest, hashPassword, newToken, passwordMatches } from './secrets.js';

type Purpose = 'SIGN_IN' | 'INVITATION' | 'PASSWORD' | 'FIRST_ADMIN' | 'PLACE';
type Link = {
  purpose: Purpose;
  person_id: string | null;
  email: string | null;
  name: string | null;
  company_id: string | null;
  as_role: string | null;
};

/** Somebody asked for a link to this address. */
export type AskedLink = { purpose: 'SIGN_IN' | 'PASSWORD'; email: string };

/** A new session; the token is shown this once. */
export type NewSession = { token: string; personId: string };

const MINUTE = 60_000;
const LINK_MINUTES = 15;
const INVITATION_DAYS = 7;
/** A mail about an answer is read on the next working day, also after a weekend. */
const PLACE_DAYS = 4;

const linkRefused = (): Refusal =>
  invalid('LINK', 'This link has been used or is too old. Ask for a new one.', 'token');

@Injectable()
export class SignInService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The same answer, in the same time, for a wrong password and for an unknown person. */
  async withPassword(
    email: string,
    password: string,
    address: string,
    agent: string | null,
  ): Promise<NewSession> {
    const subjects = [`email:${digest(email).toString('hex')}`, `address:${networkKey(address)}`];
    const reserved = await this.reserveTry(subjects);
    const row = await this.database.readOne<{ id: string; password_hash: string | null }>(
      system,
      sql`select person.id, credential.password_hash from hotline.person named
          join hotline.person person on person.id = coalesce(named.merged_into_id, named.id)
          left join hotline.credential credential on credential.person_id = person.id
          where named.email = ${email} and person.deactivated_at is null`,
    );
    const matches = await passwordMatches(row?.password_hash ?? null, password);
    if (!row || !matches) {
      throw new Refusal(
        'UNAUTHENTICATED',
        'SIGN_IN_FAILED',
        'This e-mail and password do not belong together.',
      );
    }
    return this.database.transact(system, async (tx) => {
      await tx.sql(sql`delete from hotline.sign_in_failure where id = any(${reserved}::bigint[])`);
      return this.startSession(tx, row.id, agent);
    });
  }

  /** Whether anybody is known by this address is looked up later: neither words nor time tell who asks. */
  async requestLink(purpose: AskedLink['purpose'], email: string): Promise<void> {
    await this.database.transact(system, async (tx) =>
      tx.enqueue('mailLinkWhenAsked', { purpose, email } satisfies AskedLink),
    );
  }

  /** Sends a link when the person exists. */
  async mailLink({ purpose, email }: AskedLink): Promise<void> {
    await this.database.transact(system, async (tx) => {
      const person = await tx.one<{ id: string; email: string; locale: Locale; handle: string | null }>(sql`
        select person.id, named.email, person.locale, (
          select company.handle from hotline.company_contact contact
          join hotline.company company on company.id = contact.company_id
          where contact.person_id = person.id and contact.left_at is null and person.staff_role is null
          order by contact.joined_at, company.id limit 1) as handle
        from hotline.person named join hotline.person person on person.id = coalesce(named.merged_into_id, named.id)
        where named.email = ${email} and person.deactivated_at is null for update of person`);
      // Counted once the person is held: what others wrote until then is seen.
      if (!person || (await this.linksOf(tx, person.id)) >= SIGN_IN.links) return;
      const token = newToken();
      await this.writeLink(tx, token, LINK_MINUTES * MINUTE, { purpose, personId: person.id });
      const to = { personId: person.id, email: person.email, locale: person.locale };
      const letter =
        purpose === 'SIGN_IN'
          ? signInLetter(to, this.url(person.handle ? `link?to=/c/${person.handle}` : 'link', token))
          : passwordLetter(to, this.url('password', token));
      await this.mail.write(tx, letter);
    });
  }

  private async linksOf(tx: Transaction, personId: string): Promise<number> {
    const row = await tx.one<{ n: number }>(sql`select count(*)::int as n from hotline.mail_link
      where person_id = ${personId} and purpose <> 'PLACE' and created_at > ${this.ago(LINK_MINUTES, tx.at)}`);
    return row?.n ?? 0;
  }

  async useSignInLink(token: string, agent: string | null): Promise<NewSession> {
    return this.database.transact(system, async (tx) => {
      const link = await this.consume(tx, token, 'SIGN_IN', 'PLACE');
      return this.startSession(tx, await this.activePerson(tx, link.person_id), agent);
    });
  }

  /** Sets the password, ends all other sessions and signs in. */
  async setPassword(token: string, password: string, agent: string | null): Promise<NewSession> {
    const hashed = await hashPassword(password);
    return this.database.transact(system, async (tx) => {
      const link = await this.consume(tx, token, 'PASSWORD');
      const person = await this.activePerson(tx, link.person_id);
      await this.storePassword(tx, person, hashed);
      await this.endSessions(tx, person, null);
      await this.forgetLinks(tx, person);
      await audit(tx, 'PASSWORD_SET', 'person', person, {}, person);
      return this.startSession(tx, person, agent);
    });
  }

  /** Becomes what the invitation says: a contact of a company, or staff. */
  async acceptInvitation(
    token: string,
    name: string,
    password: string | null,
    agent: string | null,
    locale: Locale,
  ): Promise<NewSession> {
    const hashed = password === null ? null : await hashPassword(password);
    return this.database.transact(system, async (tx) => {
      const link = await this.consume(tx, token, 'INVITATION');
      if (!link.email) throw linkRefused();
      const known = await tx.one<{ id: string; deactivated_at: Date | null }>(
        sql`select person.id, person.deactivated_at from hotline.person named
            join hotline.person person on person.id = coalesce(named.merged_into_id, named.id)
            where named.email = ${link.email} for update of person`,
      );
      if (known?.deactivated_at) throw linkRefused();
      const personId = known?.id ?? (await this.createPerson(tx, { email: link.email, name, locale }));
      // Whoever already has a password keeps it: an invitation is no way to change it.
      const has = await tx.one(sql`select 1 from hotline.credential where person_id = ${personId}`);
      if (hashed && !has) await this.storePassword(tx, personId, hashed);
      if (link.company_id) await this.joinCompany(tx, link.company_id, personId, link.as_role);
      else await this.joinStaff(tx, personId, link.as_role);
      const detail = { companyId: link.company_id, role: link.as_role, email: link.email };
      await audit(tx, 'INVITATION_ACCEPTED', 'person', personId, detail, personId);
      return this.startSession(tx, personId, agent);
    });
  }

  /** The first administrator of an empty installation. */
  async makeFirstAdministrator(
    token: string,
    name: string,
    email: string,
    password: string,
    agent: string | null,
    locale: Locale,
  ): Promise<NewSession> {
    const hashed = await hashPassword(password);
    return this.database.transact(system, async (tx) => {
      await this.consume(tx, token, 'FIRST_ADMIN');
      // Somebody was made administrator since the address was printed.
      if (await tx.one(sql`select 1 from hotline.person where staff_role = 'ADMIN' limit 1`))
        throw linkRefused();
      const personId = await this.createPerson(tx, { email, name, locale });
      await this.storePassword(tx, personId, hashed);
      await this.joinStaff(tx, personId, 'ADMIN');
      await audit(tx, 'FIRST_ADMINISTRATOR', 'person', personId, { role: 'ADMIN' }, personId);
      return this.startSession(tx, personId, agent);
    });
  }

  /** The address that makes the first administrator; null when there is one already. */
  async firstAdministratorUrl(): Promise<string | null> {
    return this.database.transact(system, async (tx) => {
      const there = await tx.one(sql`select 1 from hotline.person where staff_role = 'ADMIN' limit 1`);
      if (there) return null;
      const token = newToken();
      await tx.sql(sql`delete from hotline.mail_link where purpose = 'FIRST_ADMIN'`);
      await this.writeLink(tx, token, 24 * 60 * MINUTE, { purpose: 'FIRST_ADMIN' });
      return this.url('first-admin', token);
    });
  }

  async invitationUrl(
    tx: Transaction,
    invitation: {
      email: string;
      name: string | null;
      companyId: string | null;
      asRole: string | null;
      invitedBy: string;
    },
  ): Promise<string> {
    const token = newToken();
    await this.writeLink(tx, token, INVITATION_DAYS * 24 * 60 * MINUTE, {
      purpose: 'INVITATION',
      ...invitation,
    });
    return this.url('invitation', token);
  }

  /** Addresses of places for one mail: the first of them that is opened signs its reader in. */
  async placeUrls(tx: Transaction, personId: string): Promise<(path: string) => string> {
    const token = newToken();
    await this.writeLink(tx, token, PLACE_DAYS * 24 * 60 * MINUTE, { purpose: 'PLACE', personId });
    return (path) =>
      this.url(`link?to=${encodeURIComponent(path)}&for=${globalId('person', personId)}`, token);
  }

  /** Signs somebody in without proof; only the demonstration's one-click log-in calls it. */
  async asPerson(personId: string, agent: string | null): Promise<NewSession> {
    return this.database.transact(system, async (tx) =>
      this.startSession(tx, await this.activePerson(tx, personId), agent),
    );
  }

  async signOut(actor: Actor): Promise<void> {
    if (actor.kind === 'anonymous' || actor.kind === 'system') throw unauthenticated();
    await this.database.transact(system, (tx) => this.endSessions(tx, actor.personId, actor.sessionId));
  }

  async signOutEverywhere(actor: Actor): Promise<void> {
    const person = personOf(actor);
    if (!person) throw unauthenticated();
    await this.database.transact(system, async (tx) => {
      await this.endSessions(tx, person, null);
      await this.forgetLinks(tx, person);
    });
  }

  /** Ends one session or all of a person's; their sockets close with it. */
  async endSessions(tx: Transaction, personId: string, sessionId: string | null): Promise<void> {
    await tx.sql(sql`update hotline.session set ended_at = ${tx.at}
      where person_id = ${personId} and ended_at is null and (${sessionId}::uuid is null or id = ${sessionId}::uuid)`);
    tx.hint([ACCESS_ENDED], { personId, sessionId } satisfies AccessEnded);
  }

  /** Whoever closes all doors also closes those that lie in mails. */
  async forgetLinks(tx: Transaction, personId: string): Promise<void> {
    await tx.sql(sql`delete from hotline.mail_link where person_id = ${personId} and used_at is null
      and purpose in ('PLACE', 'SIGN_IN', 'PASSWORD')`);
  }

  async createPerson(
    tx: Transaction,
    input: { email: string; name: string; locale: Locale; title?: string | null },
  ): Promise<string> {
    const person = Object.assign(new Person(), {
      id: newId(),
      email: input.email,
      name: input.name,
      nameSearch: searchKey(input.name),
      title: input.title ?? null,
      locale: input.locale,
      staffRole: null,
      deactivatedAt: null,
      createdAt: tx.at,
      version: 1,
      mergedIntoId: null,
      erasedAt: null,
      zone: null,
      quietFrom: null,
      quietTo: null,
      quietWeekends: false,
      avatarColor: null,
    } satisfies Person);
    try {
      await tx.save(person);
    } catch (error) {
      if ((error as { code?: string }).code !== '23505') throw error;
      throw invalid('EMAIL_TAKEN', 'Somebody with this e-mail address is here already.', 'email');
    }
    return person.id;
  }

  async joinCompany(
    tx: Transaction,
    companyId: string,
    personId: string,
    role: string | null,
  ): Promise<void> {
    await tx.sql(sql`insert into hotline.company_contact (company_id, person_id, joined_at)
      values (${companyId}, ${personId}, ${tx.at})
      on conflict (company_id, person_id) do update set left_at = null, joined_at = excluded.joined_at
        where company_contact.left_at is not null`);
    await tx.emit(contactJoined, { companyId, personId, role });
  }

  async joinStaff(tx: Transaction, personId: string, role: string | null): Promise<void> {
    await tx.sql(
      sql`update hotline.person set staff_role = ${role}, version = version + 1 where id = ${personId}`,
    );
    await tx.emit(staffJoined, { personId });
  }

  async storePassword(tx: Transaction, personId: string, hashed: string): Promise<void> {
    await tx.sql(sql`insert into hotline.credential (person_id, password_hash, changed_at)
      values (${personId}, ${hashed}, ${tx.at})
      on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at`);
  }

  /**
   * Counts a try as failed before the password is looked at, under a lock per subject, so that
   * tries sent all at once (aliases, parallel requests) cannot slip past the limit.
   */
  private async reserveTry(subjects: string[]): Promise<number[]> {
    return this.database.transact(system, async (tx) => {
      const since = this.ago(SIGN_IN.windowMinutes, tx.at);
      for (const subject of [...subjects].sort()) {
        await tx.sql(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 7))`);
      }
      const counts = await tx.sql<{ subject: string; n: number; oldest: Date }>(sql`
        select subject, count(*)::int as n, min(at) as oldest from hotline.sign_in_failure
        where subject = any(${subjects}) and at > ${since} group by subject`);
      const over = counts.filter(
        ({ subject, n }) =>
          n >= (subject.startsWith('email:') ? SIGN_IN.failures : SIGN_IN.failuresOfAddress),
      );
      if (over.length > 0) {
        const free = Math.max(...over.map(({ oldest }) => oldest.getTime() - since.getTime()));
        throw rateLimited(
          'TOO_MANY_TRIES',
          'Too many failed tries. Wait half an hour or use a sign-in link.',
          free / 1_000,
        );
      }
      const rows = await tx.sql<{ id: number }>(sql`
        insert into hotline.sign_in_failure (subject, at) select unnest(${subjects}::text[]), ${tx.at} returning id`);
      return rows.map(({ id }) => id);
    });
  }

  private async startSession(tx: Transaction, personId: string, agent: string | null): Promise<NewSession> {
    const token = newToken();
    const expires = new Date(tx.at.getTime() + this.config.sessionDays * 86_400_000);
    await tx.sql(sql`insert into hotline.session (id, token_hash, person_id, created_at, expires_at, user_agent)
      values (${newId()}, ${digest(token)}, ${personId}, ${tx.at}, ${expires}, ${agent?.slice(0, 200) ?? null})`);
    return { token, personId };
  }

  private async consume(tx: Transaction, token: string, ...purposes: Purpose[]): Promise<Link> {
    const link = await tx.one<Link>(sql`
      update hotline.mail_link set used_at = ${tx.at}
      where token_hash = ${digest(token)} and purpose = any(${purposes}) and used_at is null and expires_at > ${tx.at}
      returning purpose, person_id, email, name, company_id, as_role`);
    if (!link) throw linkRefused();
    return link;
  }

  private async activePerson(tx: Transaction, personId: string | null): Promise<string> {
    const person = await tx.one<{ id: string }>(
      sql`select person.id from hotline.person named
          join hotline.person person on person.id = coalesce(named.merged_into_id, named.id)
          where named.id = ${personId} and person.deactivated_at is null`,
    );
    if (!person) throw linkRefused();
    return person.id;
  }

  private async writeLink(
    tx: Transaction,
    token: string,
    life: number,
    link: {
      purpose: Purpose;
      personId?: string;
      email?: string;
      name?: string | null;
      companyId?: string | null;
      asRole?: string | null;
      invitedBy?: string;
    },
  ): Promise<void> {
    await tx.sql(sql`
      insert into hotline.mail_link
        (token_hash, purpose, person_id, email, name, company_id, as_role, invited_by, created_at, expires_at)
      values (${digest(token)}, ${link.purpose}, ${link.personId ?? null}, ${link.email ?? null}, ${link.name ?? null},
              ${link.companyId ?? null}, ${link.asRole ?? null}, ${link.invitedBy ?? null},
              ${tx.at}, ${new Date(tx.at.getTime() + life)})`);
  }

  /** The token travels behind #, so that it stays out of logs and Referer headers. */
  private url(page: string, token: string): string {
    return `${this.config.publicUrl}/${page}#${token}`;
  }

  private ago(minutes: number, at: Date = this.clock.now()): Date {
    return new Date(at.getTime() - minutes * MINUTE);
  }
}
