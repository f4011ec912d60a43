// Every SELECT about companies, people, mail and audit.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type StaffRole, isStaff, system } from '../platform/actor.js';
import { containing, Database, empty, join, rows, type Sql, sql } from '../platform/database/index.js';
import { searchTerm } from '../platform/hangul.js';
import type { Tier } from './company.entity.js';
import { canReadOutbox, visibleCompanies, visiblePeople } from './identity.policy.js';
import { must } from '../platform/errors.js';
import type { AvatarColor, Locale } from './person.entity.js';

/** `employees` and `tier` are absent for contacts, whose database role cannot read them. */
export type CompanyRow = {
  id: string;
  handle: string;
  name: string;
  employees?: number;
  tier?: Tier;
  created_at?: Date;
  version?: number;
};

export type PersonRow = {
  id: string;
  email: string;
  name: string;
  title: string | null;
  locale: Locale;
  staff_role: StaffRole | null;
  deactivated_at: Date | null;
  erased_at: Date | null;
  avatar_color: AvatarColor | null;
};

/** What only the person themself reads. */
export type OwnSettings = {
  zone: string | null;
  quiet_from: string | null;
  quiet_to: string | null;
  quiet_weekends: boolean;
};

export type MailRow = {
  id: string;
  to_email: string;
  kind: string;
  subject: string;
  body_text: string;
  created_at: Date;
  sent_at: Date | null;
  last_error: string | null;
};

export type InvitationRow = {
  email: string;
  name: string | null;
  as_role: string;
  created_at: Date;
  expires_at: Date;
};

export type Installation = { zone: string; provider_name: string; demo: boolean };

const companyColumns = (actor: Actor): Sql =>
  isStaff(actor) || actor.kind === 'system'
    ? sql`company.id, company.handle, company.name, company.employees, company.tier, company.created_at, company.version`
    : sql`company.id, company.handle, company.name`;

const PERSON_COLUMNS = sql`person.id, person.email, person.name, person.title, person.locale, person.staff_role, person.deactivated_at,
  person.erased_at, person.avatar_color`;

/** Who was asked for under an id may have been merged: what is shown is the one kept. */
const KEPT_PERSON = sql`hotline.person asked join hotline.person person on person.id = coalesce(asked.merged_into_id, asked.id)`;
const KEPT_COMPANY = sql`hotline.company asked join hotline.company company on company.id = coalesce(asked.merged_into_id, asked.id)`;

@Injectable()
export class IdentityReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  companies(
    actor: Actor,
    filter: { search: string | null },
    first: number,
    after: { name: string; id: string } | null,
  ): Promise<CompanyRow[]> {
    // A contact's role may not read the folded name; they have one company to look through anyway.
    const named = (search: string): Sql =>
      isStaff(actor)
        ? sql`and company.name_search like ${containing(searchTerm(search))}`
        : sql`and company.name ilike ${containing(search)}`;
    return this.database.read(
      actor,
      sql`select ${companyColumns(actor)} from hotline.company company
          where ${visibleCompanies(actor)} and company.merged_into_id is null
            ${filter.search ? named(filter.search) : empty}
            ${after ? sql`and (company.name, company.id) > (${after.name}, ${after.id}::uuid)` : empty}
          order by company.name, company.id limit ${rows(first + 1)}`,
    );
  }

  companiesByIds(actor: Actor, ids: readonly string[]): Promise<(CompanyRow & { asked_id: string })[]> {
    return this.database.read(
      actor,
      sql`select ${companyColumns(actor)}, asked.id as asked_id from ${KEPT_COMPANY}
          where ${visibleCompanies(actor)} and asked.id = any(${[...ids]}::uuid[])`,
    );
  }

  async companyByHandle(actor: Actor, handle: string): Promise<CompanyRow | null> {
    return this.database.readOne(
      actor,
      sql`select ${companyColumns(actor)} from ${KEPT_COMPANY}
          where ${visibleCompanies(actor)} and asked.handle = ${handle}`,
    );
  }

  domains(actor: Actor, companyIds: readonly string[]): Promise<{ company_id: string; domain: string }[]> {
    return this.database.read(
      actor,
      sql`select company_id, domain from hotline.company_domain where company_id = any(${[...companyIds]}::uuid[]) order by domain`,
    );
  }

  peopleByIds(actor: Actor, ids: readonly string[]): Promise<(PersonRow & { asked_id: string })[]> {
    return this.database.read(
      actor,
      sql`select ${PERSON_COLUMNS}, asked.id as asked_id from ${KEPT_PERSON}
          where ${visiblePeople(actor)} and asked.id = any(${[...ids]}::uuid[])`,
    );
  }

  people(
    actor: Actor,
    filter: { search: string | null; companyId: string | null; staff: boolean | null },
    first: number,
    after: { name: string; id: string } | null,
  ): Promise<PersonRow[]> {
    const conditions = [
      visiblePeople(actor),
      sql`person.merged_into_id is null and person.erased_at is null`,
      ...(filter.search && isStaff(actor)
        ? [
            sql`(person.name_search like ${containing(searchTerm(filter.search))} or person.email like ${containing(filter.search.toLowerCase())})`,
          ]
        : []),
      ...(filter.search && !isStaff(actor) ? [sql`person.name ilike ${containing(filter.search)}`] : []),
      ...(filter.companyId
        ? [
            sql`person.id in (select person_id from hotline.company_contact where company_id = ${filter.companyId} and left_at is null)`,
          ]
        : []),
      ...(filter.staff === null
        ? []
        : [filter.staff ? sql`person.staff_role is not null` : sql`person.staff_role is null`]),
      ...(after ? [sql`(person.name, person.id) > (${after.name}, ${after.id}::uuid)`] : []),
    ];
    return this.database.read(
      actor,
      sql`select ${PERSON_COLUMNS} from hotline.person person where ${join(conditions, ' and ')}
          order by person.name, person.id limit ${rows(first + 1)}`,
    );
  }

  /** The companies a person is contact of; read with the system's rights, by the person themselves. */
  companiesOf(personId: string): Promise<CompanyRow[]> {
    return this.database.read(
      system,
      sql`select company.id, company.handle, company.name from hotline.company company
          join hotline.company_contact cc on cc.company_id = company.id
          where cc.person_id = ${personId} and cc.left_at is null order by company.name, company.id`,
    );
  }

  /** Who is contact of which company now. */
  contactsOf(
    actor: Actor,
    personIds: readonly string[],
  ): Promise<{ person_id: string; company_id: string }[]> {
    return this.database.read(
      actor,
      sql`select person_id, company_id from hotline.company_contact
          where person_id = any(${[...personIds]}::uuid[]) and left_at is null order by joined_at, company_id`,
    );
  }

  /** Oneself, also for those who are neither staff nor contact any more. */
  async self(personId: string): Promise<(PersonRow & OwnSettings) | null> {
    return this.database.readOne(
      system,
      sql`select ${PERSON_COLUMNS}, person.zone, to_char(person.quiet_from, 'HH24:MI') as quiet_from,
            to_char(person.quiet_to, 'HH24:MI') as quiet_to, person.quiet_weekends from hotline.person person where person.id = ${personId}`,
    );
  }

  /** Invitations not yet accepted, expired ones too, so that they can be sent again; the caller has checked that the actor may invite here. */
  invitations(companyId: string | null): Promise<InvitationRow[]> {
    return this.database.read(
      system,
      sql`select email, name, as_role, created_at, expires_at from hotline.mail_link
          where purpose = 'INVITATION' and used_at is null and company_id is not distinct from ${companyId}::uuid
          order by created_at desc limit 200`,
    );
  }

  mails(actor: Actor, first: number, after: { at: string; id: string } | null): Promise<MailRow[]> {
    must(canReadOutbox(actor));
    return this.database.read(
      system,
      // News lets its reader in for days: that word is the reader's alone.
      sql`select id, to_email, kind, subject, created_at, sent_at, last_error,
            case when kind = 'NEWS' then regexp_replace(body_text, '#[A-Za-z0-9_-]{40,}', '', 'g') else body_text end as body_text
          from hotline.mail
          ${after ? sql`where (created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : empty}
          order by created_at desc, id desc limit ${rows(first + 1)}`,
    );
  }

  async installation(): Promise<Installation> {
    const row = await this.database.readOne<Installation>(
      system,
      sql`select zone, provider_name, demo from hotline.installation`,
    );
    if (!row) throw new Error('The installation has not been set up: run the migration first.');
    return row;
  }

  /** Who the demonstration offers for one-click log-in. */
  demoPeople(): Promise<(PersonRow & { company: string | null })[]> {
    return this.database.read(
      system,
      sql`select ${PERSON_COLUMNS}, company.name as company from hotline.demo_login login
          join hotline.person person on person.id = login.person_id
          left join hotline.company company on company.id = login.company_id
          where person.deactivated_at is null and (select demo from hotline.installation) order by login.position`,
    );
  }
}
