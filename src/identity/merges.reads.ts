// Every SELECT about duplicates: what was merged, what would move, who is probably the same.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type StaffRole, system } from '../platform/actor.js';
import { Database, empty, rows, sql } from '../platform/database/index.js';
import { must } from '../platform/errors.js';
import { canMerge } from './identity.policy.js';
import { type MergeKind, buildsOn, ofErased } from './merge-rules.js';

export type MergeRow = {
  id: string;
  kind: MergeKind;
  kept_id: string;
  kept_name: string;
  duplicate_name: string;
  duplicate_label: string;
  merged_at: Date;
  merged_by: string | null;
  undone_at: Date | null;
  undone_by: string | null;
  built_on: boolean;
  erased: boolean;
};

export type DuplicateRow = { one: string; other: string; why: string };

/** What a preview of people has to know of each. */
export type CandidateRow = {
  id: string;
  email: string;
  staffRole: StaffRole | null;
  deactivatedAt: Date | null;
  mergedIntoId: string | null;
  erasedAt: Date | null;
};

/** Mailboxes of offices, not of people. */
const OFFICES = [
  'info',
  'admin',
  'help',
  'support',
  'contact',
  'sales',
  'office',
  'hello',
  'webmaster',
  'no-reply',
  'noreply',
];

const MOST_PROPOSALS = 100;

/** 'ABC Co., Ltd.' and '㈜ABC' are one name. */
const plainName = sql`regexp_replace(regexp_replace(lower(company.name),
  '주식회사|유한회사|유한책임회사|㈜|\\(주\\)|\\(유\\)|\\m(inc|incorporated|ltd|limited|llc|co|corp|corporation|company|gmbh)\\M', '', 'g'),
  '[[:space:][:punct:]]', '', 'g')`;

@Injectable()
export class MergesReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  merges(actor: Actor, first: number, after: { at: string; id: string } | null): Promise<MergeRow[]> {
    must(canMerge(actor));
    return this.database.read(
      system,
      sql`select this.id, this.kind, this.kept_id, this.kept_name, this.duplicate_name, this.duplicate_label,
            this.merged_at, this.merged_by, this.undone_at, this.undone_by,
            exists (select 1 from hotline.merge later where ${buildsOn}) as built_on, ${ofErased} as erased
          from hotline.merge this
          ${after ? sql`where (this.merged_at, this.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : empty}
          order by this.merged_at desc, this.id desc limit ${rows(first + 1)}`,
    );
  }

  mergesByIds(actor: Actor, ids: readonly string[]): Promise<MergeRow[]> {
    must(canMerge(actor));
    return this.database.read(
      system,
      sql`select this.id, this.kind, this.kept_id, this.kept_name, this.duplicate_name, this.duplicate_label,
            this.merged_at, this.merged_by, this.undone_at, this.undone_by,
            exists (select 1 from hotline.merge later where ${buildsOn}) as built_on, ${ofErased} as erased
          from hotline.merge this where this.id = any(${[...ids]}::uuid[])`,
    );
  }

  candidates(actor: Actor, ids: readonly string[]): Promise<CandidateRow[]> {
    must(canMerge(actor));
    return this.database.read(
      system,
      sql`select id, email, staff_role as "staffRole", deactivated_at as "deactivatedAt", merged_into_id as "mergedIntoId",
            erased_at as "erasedAt"
          from hotline.person where id = any(${[...ids]}::uuid[])`,
    );
  }

  companyCandidates(
    actor: Actor,
    ids: readonly string[],
  ): Promise<{ id: string; merged: boolean; domains: string[]; contacts: number }[]> {
    must(canMerge(actor));
    return this.database.read(
      system,
      sql`select company.id, company.merged_into_id is not null as merged,
            array(select domain from hotline.company_domain where company_id = company.id order by domain) as domains,
            (select count(*)::int from hotline.company_contact
             where company_id = company.id and left_at is null) as contacts
          from hotline.company company where company.id = any(${[...ids]}::uuid[])`,
    );
  }

  /** The same name in one company, or the same name with the same word before the @. */
  duplicatePeople(actor: Actor): Promise<DuplicateRow[]> {
    must(canMerge(actor));
    return this.database.read(
      system,
      sql`with here as (
            select person.id, person.name_search, person.created_at, person.staff_role is null as contact,
              split_part(person.email, '@', 1) as word
            from hotline.person person where person.merged_into_id is null and person.erased_at is null),
          together as (
            select here.*, cc.company_id from here join hotline.company_contact cc on cc.person_id = here.id)
          select pairs.one, pairs.other, min(why) as why from (
            select one.id as one, other.id as other, 'MAIL' as why from here one join here other
              on other.name_search = one.name_search and other.word = one.word and other.contact = one.contact
              and (one.created_at, one.id) < (other.created_at, other.id)
            where one.word <> all(${OFFICES})
            union
            select one.id, other.id, 'NAME' from together one join together other
              on other.company_id = one.company_id and other.name_search = one.name_search
              and other.contact = one.contact and (one.created_at, one.id) < (other.created_at, other.id)) pairs
          group by pairs.one, pairs.other order by pairs.other desc, pairs.one limit ${rows(MOST_PROPOSALS)}`,
    );
  }

  /** The same name without its legal form, or the same first word of a domain. */
  duplicateCompanies(actor: Actor): Promise<DuplicateRow[]> {
    must(canMerge(actor));
    return this.database.read(
      system,
      sql`with here as (
            select company.id, company.created_at, ${plainName} as name from hotline.company company
            where company.merged_into_id is null),
          reached as (
            select distinct here.id, here.created_at, split_part(domain.domain, '.', 1) as word
            from here join hotline.company_domain domain on domain.company_id = here.id)
          select one, other, min(why) as why from (
            select one.id as one, other.id as other, 'NAME' as why from here one join here other
              on other.name = one.name and one.name <> '' and (one.created_at, one.id) < (other.created_at, other.id)
            union
            select one.id, other.id, 'DOMAIN' from reached one join reached other
              on other.word = one.word and length(one.word) >= 3
              and (one.created_at, one.id) < (other.created_at, other.id)) pairs
          group by one, other order by other desc, one limit ${rows(MOST_PROPOSALS)}`,
    );
  }
}
