// Brings a history: rows become companies, contacts, spaces, threads and, by the rule of VOC, items in their own weeks.
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { system } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction, sql } from '../../platform/database/index.js';
import { invalid } from '../../platform/errors.js';
import { CompaniesService, SignInService } from '../../identity/index.js';
import { SpacesService } from '../../spaces/index.js';
import { bringThreads } from '../../threads/index.js';
import { COLUMNS, type ImportRow, type RawRow, readRow } from './row.js';

export type RowProblem = { line: number; reason: string };

export type ImportSummary = {
  rows: number;
  imported: number;
  /** Brought by an earlier run, unchanged since. */
  already: number;
  /** Changed since an earlier run: listed, never written over what people may have edited. */
  conflicts: RowProblem[];
  errors: RowProblem[];
};

export type ImportOptions = {
  /** Names the system the rows come from; the key of a row is (source, external id). */
  source: string;
  onProgress?: (summary: ImportSummary) => void;
};

/** Rows committed together: enough to be quick, few enough to lose little when cut. */
const BATCH = 500;

const SPACE_REASON = 'imported history';

type Located = ImportRow & { spaceId: string; personId: string };

@Injectable()
export class ImportService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CompaniesService) private readonly companies: CompaniesService,
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(SpacesService) private readonly spaces: SpacesService,
  ) {}

  /**
   * Reads a CSV file (UTF-8, header line). Interrupted, it goes on where it was; repeated, it does nothing.
   * A wrong row is listed with its line and the rest goes on. Throws INVALID when columns are missing.
   */
  async bringFile(file: string, options: ImportOptions): Promise<ImportSummary> {
    const summary: ImportSummary = { rows: 0, imported: 0, already: 0, conflicts: [], errors: [] };
    const seen = new Map<string, number>();
    let batch: ImportRow[] = [];
    const flush = async (): Promise<void> => {
      if (batch.length > 0) await this.bringBatch(batch, options.source, summary);
      batch = [];
      options.onProgress?.(summary);
    };
    for await (const { raw, line, problem } of this.lines(file)) {
      summary.rows += 1;
      const row = problem ?? readRow(raw, line, this.clock.now());
      if (typeof row === 'string') {
        summary.errors.push({ line, reason: row });
        continue;
      }
      const earlier = seen.get(row.externalId);
      if (earlier !== undefined) {
        summary.errors.push({
          line,
          reason: `external_id '${row.externalId}' stands in line ${earlier} already`,
        });
        continue;
      }
      seen.set(row.externalId, line);
      batch.push(row);
      if (batch.length >= BATCH) await flush();
    }
    await flush();
    return summary;
  }

  private async *lines(file: string): AsyncGenerator<{ raw: RawRow; line: number; problem: string | null }> {
    let header: string[] | null = null;
    const parser = parse({
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    // A pipe does not hand errors on: a folder, or a disk that goes away, would end the process.
    createReadStream(file)
      .on('error', (error) => parser.destroy(error))
      .pipe(parser);
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (!header) {
        header = record.map((name) => name.trim().toLowerCase());
        const missing = COLUMNS.filter((name) => !header?.includes(name));
        if (missing.length > 0)
          throw invalid('COLUMNS', `The first line lacks these columns: ${missing.join(', ')}.`);
        continue;
      }
      const problem =
        record.length === header.length ? null : `has ${record.length} cells instead of ${header.length}`;
      yield {
        raw: Object.fromEntries(header.map((name, index) => [name, record[index]])),
        line: info.lines,
        problem,
      };
    }
    if (!header) throw invalid('EMPTY_FILE', 'The file is empty.');
  }

  private async bringBatch(rows: ImportRow[], source: string, summary: ImportSummary): Promise<void> {
    const outcome = await this.database.transact(system, async (tx) => {
      tx.silence();
      // Two imports at once take turns, batch by batch.
      await tx.sql(sql`select pg_advisory_xact_lock(hashtext('hotline.import'))`);
      const known = await tx.sql<{ external_id: string; row_hash: string }>(sql`
        select external_id, row_hash from hotline.import_row
        where source = ${source} and external_id = any(${rows.map(({ externalId }) => externalId)})`);
      const hashes = new Map(known.map((row) => [row.external_id, row.row_hash]));
      const fresh = rows.filter(({ externalId }) => !hashes.has(externalId));
      const conflicts = rows
        .filter(({ externalId, hash }) => hashes.has(externalId) && hashes.get(externalId) !== hash)
        .map(({ line, externalId }) => ({
          line,
          reason: `'${externalId}' was imported before with other content; left as it is`,
        }));
      await this.write(tx, source, await this.locate(tx, fresh));
      return { imported: fresh.length, already: rows.length - fresh.length - conflicts.length, conflicts };
    });
    summary.imported += outcome.imported;
    summary.already += outcome.already;
    summary.conflicts.push(...outcome.conflicts);
  }

  private async write(tx: Transaction, source: string, rows: Located[]): Promise<void> {
    if (rows.length === 0) return;
    const threadIds = await bringThreads(tx, rows);
    const keys = rows.map(({ externalId, hash }, index) => ({
      external_id: externalId,
      row_hash: hash,
      thread_id: threadIds[index],
    }));
    await tx.sql(sql`
      insert into hotline.import_row (source, external_id, row_hash, thread_id, imported_at)
      select ${source}, external_id, row_hash, thread_id, ${tx.at}
      from json_to_recordset(${JSON.stringify(keys)}::json) as r(external_id text, row_hash text, thread_id uuid)`);
  }

  /** Company by domain, person by e-mail; who is missing is made, with a space whatever the company's size. */
  private async locate(tx: Transaction, rows: ImportRow[]): Promise<Located[]> {
    const companies = await this.companiesOf(tx, rows);
    const people = await this.peopleOf(tx, rows);
    const joined = await this.joinedPairs(tx, [...people.values()]);
    const located: Located[] = [];
    for (const row of rows) {
      const place = companies.get(row.company.domain) ?? (await this.makeCompany(tx, row));
      companies.set(row.company.domain, place);
      const personId = people.get(row.contact.email) ?? (await this.signIn.createPerson(tx, row.contact));
      people.set(row.contact.email, personId);
      const pair = `${place.companyId} ${personId}`;
      if (!joined.has(pair)) {
        await this.signIn.joinCompany(tx, place.companyId, personId, null);
        joined.add(pair);
      }
      located.push({ ...row, spaceId: place.spaceId, personId });
    }
    return located;
  }

  private async companiesOf(
    tx: Transaction,
    rows: ImportRow[],
  ): Promise<Map<string, { companyId: string; spaceId: string }>> {
    const domains = [...new Set(rows.map(({ company }) => company.domain))];
    const known = await tx.sql<{ domain: string; company_id: string; space_id: string | null }>(sql`
      select domain.domain, domain.company_id, space.id as space_id from hotline.company_domain domain
      left join hotline.space space on space.company_id = domain.company_id where domain.domain = any(${domains})`);
    const places = new Map<string, { companyId: string; spaceId: string }>();
    for (const { domain, company_id, space_id } of known) {
      places.set(domain, {
        companyId: company_id,
        spaceId: space_id ?? (await this.openSpace(tx, company_id)),
      });
    }
    return places;
  }

  private async makeCompany(
    tx: Transaction,
    { company }: ImportRow,
  ): Promise<{ companyId: string; spaceId: string }> {
    const { name, employees, domain } = company;
    const companyId = await this.companies.insert(tx, {
      name,
      employees,
      tier: 'STANDARD',
      domains: [domain],
    });
    return { companyId, spaceId: await this.openSpace(tx, companyId) };
  }

  private async openSpace(tx: Transaction, companyId: string): Promise<string> {
    const opened = await this.spaces.insert(tx, companyId, SPACE_REASON);
    if (opened) return opened;
    const space = await tx.one<{ id: string }>(
      sql`select id from hotline.space where company_id = ${companyId}`,
    );
    if (!space) throw new Error('A company has neither a space nor could one be opened.');
    return space.id;
  }

  private async peopleOf(tx: Transaction, rows: ImportRow[]): Promise<Map<string, string>> {
    const emails = [...new Set(rows.map(({ contact }) => contact.email))];
    const known = await tx.sql<{ email: string; id: string }>(
      sql`select email, coalesce(merged_into_id, id) as id from hotline.person where email = any(${emails})`,
    );
    return new Map(known.map(({ email, id }) => [email, id]));
  }

  /** Who is, or was, a contact of which company: history gives nobody their access back. */
  private async joinedPairs(tx: Transaction, personIds: string[]): Promise<Set<string>> {
    const pairs = await tx.sql<{ company_id: string; person_id: string }>(
      sql`select company_id, person_id from hotline.company_contact where person_id = any(${personIds}::uuid[])`,
    );
    return new Set(pairs.map(({ company_id, person_id }) => `${company_id} ${person_id}`));
  }
}
