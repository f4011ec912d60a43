// Where a row belongs: company by domain or name, person by address, and what is here of it already.
import { type Sql, sql } from '../../platform/database/index.js';
import { searchKey } from '../../platform/hangul.js';
import type { ImportRow } from './row.js';

/** Ids of rows that are there; the dry run puts its own words for those that would be made. */
export type Place = { companyId: string; spaceId: string | null };

type Ask = <Row extends object>(query: Sql) => Promise<Row[]>;

export class Places {
  private readonly domains = new Map<string, Place>();
  private readonly names = new Map<string, Place>();
  readonly people = new Map<string, string>();

  /** Adds what the database has of these rows; what is known already stays. */
  async learn(ask: Ask, rows: ImportRow[]): Promise<void> {
    const domains = unique(rows.map(({ company }) => company.domain)).filter(
      (each) => !this.domains.has(each),
    );
    const keys = unique(
      rows.map(({ company }) => (company.domainGiven ? null : searchKey(company.name))),
    ).filter((each) => !this.names.has(each));
    const emails = unique(rows.map(({ contact }) => contact.email)).filter((each) => !this.people.has(each));
    type Found = { key: string; company_id: string; space_id: string | null };
    const byDomain = await ask<Found>(sql`
      select domain.domain as key, domain.company_id, space.id as space_id from hotline.company_domain domain
      left join hotline.space space on space.company_id = domain.company_id where domain.domain = any(${domains})`);
    const byName = await ask<Found>(sql`
      select distinct on (company.name_search) company.name_search as key, company.id as company_id, space.id as space_id
      from hotline.company company left join hotline.space space on space.company_id = company.id
      where company.name_search = any(${keys}) and company.merged_into_id is null
      order by company.name_search, company.created_at, company.id`);
    const byMail = await ask<{ email: string; id: string }>(
      sql`select email, coalesce(merged_into_id, id) as id from hotline.person where email = any(${emails})`,
    );
    // One company that is found by two words is one place, also when its space is opened by the first of them.
    const places = new Map<string, Place>();
    for (const [into, found] of [
      [this.domains, byDomain],
      [this.names, byName],
    ] as const) {
      for (const { key, company_id, space_id } of found) {
        const place = places.get(company_id) ?? { companyId: company_id, spaceId: space_id };
        places.set(company_id, place);
        into.set(key, place);
      }
    }
    for (const { email, id } of byMail) this.people.set(email, id);
  }

  /** A domain that the file names decides; otherwise the company's name, and then the domain of the address. */
  of({ company }: ImportRow): Place | undefined {
    const byDomain = company.domain ? this.domains.get(company.domain) : undefined;
    return company.domainGiven ? byDomain : (this.names.get(searchKey(company.name)) ?? byDomain);
  }

  made({ company }: ImportRow, place: Place): void {
    if (company.domain && !this.domains.has(company.domain)) this.domains.set(company.domain, place);
    if (!company.domainGiven && !this.names.has(searchKey(company.name)))
      this.names.set(searchKey(company.name), place);
  }
}

const unique = (words: (string | null)[]): string[] => [
  ...new Set(words.filter((each): each is string => each !== null)),
];

/** What came before of these rows, by (source, external id): the hash it had then. */
export async function hashesOf(ask: Ask, source: string, rows: ImportRow[]): Promise<Map<string, string>> {
  const known = await ask<{ external_id: string; row_hash: string }>(sql`
    select external_id, row_hash from hotline.import_row
    where source = ${source} and external_id = any(${rows.map(({ externalId }) => externalId)})`);
  return new Map(known.map((row) => [row.external_id, row.row_hash]));
}
