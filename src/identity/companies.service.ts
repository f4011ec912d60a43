// Commands on companies.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, systemFor } from '../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../platform/database/index.js';
import { conflict, found, invalid, must } from '../platform/errors.js';
import { searchKey } from '../platform/hangul.js';
import { audit } from './audit.js';
import { Company, type Tier, handleFrom } from './company.entity.js';
import { companyCreated } from './identity.events.js';
import { canManageCompanies } from './identity.policy.js';

export type NewCompany = { name: string; employees: number; tier: Tier; domains: string[] };
export type CompanyChanges = Partial<Pick<NewCompany, 'name' | 'employees' | 'tier'>>;

const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

@Injectable()
export class CompaniesService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Creates a company; its space opens in the same transaction where it is large enough. */
  async create(actor: Actor, input: NewCompany): Promise<string> {
    must(canManageCompanies(actor));
    return this.database.transact(systemFor(actor), (tx) => this.insert(tx, input));
  }

  async insert(tx: Transaction, input: NewCompany): Promise<string> {
    const domains = [...new Set(input.domains.map((domain) => domain.trim().toLowerCase()))];
    const wrong = domains.find((domain) => !DOMAIN.test(domain));
    if (wrong !== undefined)
      throw invalid(
        'DOMAIN',
        `'${wrong.slice(0, 60)}' is no domain; write it like hanbit.example.`,
        'domains',
      );
    const id = newId();
    const company = Object.assign(new Company(), {
      id,
      handle: await this.freeHandle(tx, handleFrom(domains[0], id)),
      name: input.name,
      nameSearch: searchKey(input.name),
      employees: input.employees,
      tier: input.tier,
      createdAt: tx.at,
      version: 1,
      mergedIntoId: null,
    } satisfies Company);
    await tx.save(company);
    if (domains.length > 0) {
      const kept = await tx.sql(sql`insert into hotline.company_domain (domain, company_id)
        select unnest(${domains}::text[]), ${id} on conflict (domain) do nothing returning domain`);
      if (kept.length < domains.length)
        throw conflict('DOMAIN_TAKEN', 'A company with one of these domains exists already.', 'domains');
    }
    await audit(tx, 'COMPANY_CREATED', 'company', id);
    await tx.emit(companyCreated, { companyId: id });
    return id;
  }

  async update(actor: Actor, id: string, version: number, changes: CompanyChanges): Promise<string> {
    must(canManageCompanies(actor));
    return this.database.transact(systemFor(actor), async (tx) => {
      const [loaded] = await tx.load(
        Company,
        sql`select * from hotline.company where id = ${id} and merged_into_id is null for update`,
      );
      const company = found(loaded);
      if (company.version !== version)
        throw conflict('STALE', 'Somebody changed this company in the meantime; look again.');
      Object.assign(
        company,
        Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
      );
      company.nameSearch = searchKey(company.name);
      company.version += 1;
      await tx.save(company);
      await audit(tx, 'COMPANY_CHANGED', 'company', id);
      return id;
    });
  }

  /** Two companies of one name get 'hanbit' and 'hanbit-2'; the lock holds until the first is committed. */
  private async freeHandle(tx: Transaction, wanted: string): Promise<string> {
    await tx.sql(sql`select pg_advisory_xact_lock(hashtext('hotline.handle'))`);
    const taken = await tx.sql<{ handle: string }>(
      sql`select handle from hotline.company where handle = ${wanted} or handle like ${`${wanted.replaceAll('_', '\\_')}-%`}`,
    );
    const handles = new Set(taken.map(({ handle }) => handle));
    if (!handles.has(wanted)) return wanted;
    let number = 2;
    while (handles.has(`${wanted}-${number}`)) number++;
    return `${wanted}-${number}`;
  }
}
