// The run: rows become companies, contacts, spaces, threads and, by the rule of VOC, items in their own weeks.
import { Inject, Injectable } from '@nestjs/common';
import { type SystemActor, system } from '../../platform/actor.js';
import { Database, type Sql, type Transaction, sql } from '../../platform/database/index.js';
import { CompaniesService, SignInService, audit } from '../../identity/index.js';
import { STAFF_TOPIC, SpacesService } from '../../spaces/index.js';
import { bringThreads } from '../../threads/index.js';
import type { Figures, ImportRecord } from './imports.reads.js';
import { Made } from './made.js';
import { type Place, Places, hashesOf } from './places.js';
import { type Batch, ReadingService, columnOf } from './reading.service.js';
import { STEP, changedSince, loadRecord, noteProblems, tellOf } from './record.js';
import type { ImportRow } from './row.js';

const SPACE_REASON = 'imported history';

type Located = ImportRow & { spaceId: string; personId: string };
export type Progress = (done: number, brought: Figures) => void;

@Injectable()
export class RunningService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReadingService) private readonly reading: ReadingService,
    @Inject(CompaniesService) private readonly companies: CompaniesService,
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(SpacesService) private readonly spaces: SpacesService,
  ) {}

  /**
   * The job. Each batch is one transaction that also writes down how far it is: cut anywhere, it goes on where it
   * was; twice at once, one of the two leaves. Stops after a batch when somebody asked for it.
   */
  async run(importId: string, onProgress: Progress = () => {}): Promise<void> {
    const record = await this.database.transact(system, (tx) => loadRecord(tx, importId));
    if (record?.state !== 'RUNNING') return;
    const actor: SystemActor = { kind: 'system', behalf: record.started_by };
    let behind = record.done;
    for await (const batch of this.reading.batches(record, STEP)) {
      if (batch.done <= behind) continue;
      const now = await this.database.transact(actor, (tx) => this.bring(tx, importId, behind, batch));
      if (!now) return;
      behind = batch.done;
      onProgress(behind, now.brought);
      if (now.state !== 'RUNNING') return;
    }
    await this.database.transact(actor, (tx) => this.finish(tx, importId));
  }

  /** Null when the import is not, or not there, where this run believes it to be. */
  private async bring(
    tx: Transaction,
    importId: string,
    behind: number,
    batch: Batch,
  ): Promise<ImportRecord | null> {
    tellOf(tx);
    tx.silence();
    // Two imports at once take turns, batch by batch.
    await tx.sql(sql`select pg_advisory_xact_lock(hashtext('hotline.import'))`);
    const record = await loadRecord(tx, importId, true);
    if (record?.state !== 'RUNNING' || record.done !== behind) return null;
    if (record.asked_to_stop) return this.stop(tx, record);
    const hashes = await hashesOf((query) => tx.sql(query), record.source, batch.rows);
    const changed = changedSince(batch.rows, hashes, columnOf(record, 'EXTERNAL_ID'));
    const fresh = batch.rows.filter(({ externalId }) => !hashes.has(externalId));
    const made = new Made();
    await this.write(tx, record, await this.locate(tx, fresh, made));
    await made.write(tx, importId);
    await noteProblems(tx, importId, [...batch.problems, ...changed]);
    const { brought: so } = record;
    const brought: Figures = {
      threads: so.threads + fresh.length,
      companies: so.companies + made.count('COMPANY'),
      people: so.people + made.count('PERSON'),
      already: so.already + batch.rows.length - fresh.length - changed.length,
      changed: so.changed + changed.length,
      wrong: so.wrong + batch.wrong,
    };
    await tx.sql(sql`update hotline.imports set done = ${batch.done}, brought = ${JSON.stringify(brought)}::json,
      moved_at = ${tx.at} where id = ${importId}`);
    return { ...record, done: batch.done, brought };
  }

  private async stop(tx: Transaction, record: ImportRecord): Promise<null> {
    await tx.sql(sql`update hotline.imports set state = 'STOPPED', asked_to_stop = false, finished_at = ${tx.at},
      moved_at = ${tx.at} where id = ${record.id}`);
    await this.writeTrail(tx, record);
    return null;
  }

  private async finish(tx: Transaction, importId: string): Promise<void> {
    const record = await loadRecord(tx, importId, true);
    if (record?.state !== 'RUNNING') return;
    await tx.sql(sql`update hotline.imports set state = 'DONE', done = rows, asked_to_stop = false, failure = null,
      finished_at = ${tx.at}, moved_at = ${tx.at} where id = ${importId}`);
    await this.writeTrail(tx, record);
    tellOf(tx);
    tx.hint([STAFF_TOPIC], { kind: 'VOC' });
  }

  private writeTrail(tx: Transaction, { id, name, brought }: ImportRecord): Promise<void> {
    return audit(tx, 'HISTORY_IMPORTED', 'import', id, { otherName: name, count: brought.threads });
  }

  private async write(tx: Transaction, { id, source }: ImportRecord, rows: Located[]): Promise<void> {
    if (rows.length === 0) return;
    const threadIds = await bringThreads(tx, rows);
    const keys = rows.map(({ externalId, hash }, index) => ({
      external_id: externalId,
      row_hash: hash,
      thread_id: threadIds[index],
    }));
    await tx.sql(sql`
      insert into hotline.import_row (source, external_id, row_hash, thread_id, imported_at, import_id)
      select ${source}, external_id, row_hash, thread_id, ${tx.at}, ${id}::uuid
      from json_to_recordset(${JSON.stringify(keys)}::json) as r(external_id text, row_hash text, thread_id uuid)`);
  }

  /** Who is missing is made, with a space whatever the company's size. */
  private async locate(tx: Transaction, rows: ImportRow[], made: Made): Promise<Located[]> {
    const places = new Places();
    const ask = <Row extends object>(query: Sql) => tx.sql<Row>(query);
    await places.learn(ask, rows);
    const joined = await this.joinedPairs(tx, [...places.people.values()]);
    const located: Located[] = [];
    for (const row of rows) {
      const place = places.of(row) ?? (await this.makeCompany(tx, row, made));
      places.made(row, place);
      place.spaceId ??= await this.openSpace(tx, place.companyId, made);
      const { email } = row.contact;
      const personId =
        places.people.get(email) ?? made.note('PERSON', await this.signIn.createPerson(tx, row.contact));
      places.people.set(email, personId);
      const pair = `${place.companyId} ${personId}`;
      if (!joined.has(pair)) {
        await this.signIn.joinCompany(tx, place.companyId, personId, null);
        made.note('CONTACT', place.companyId, personId);
        joined.add(pair);
      }
      located.push({ ...row, spaceId: place.spaceId, personId });
    }
    return located;
  }

  private async makeCompany(tx: Transaction, { company }: ImportRow, made: Made): Promise<Place> {
    const { name, employees, domain } = company;
    const companyId = made.note(
      'COMPANY',
      await this.companies.insert(tx, {
        name,
        employees,
        tier: 'STANDARD',
        domains: domain ? [domain] : [],
      }),
    );
    return { companyId, spaceId: null };
  }

  private async openSpace(tx: Transaction, companyId: string, made: Made): Promise<string> {
    const opened = await this.spaces.insert(tx, companyId, SPACE_REASON);
    if (opened) return made.note('SPACE', opened);
    const space = await tx.one<{ id: string }>(
      sql`select id from hotline.space where company_id = ${companyId}`,
    );
    if (!space) throw new Error('A company has neither a space nor could one be opened.');
    // A large company's space opens by itself in the moment in which the company is made.
    return made.has('COMPANY', companyId) ? made.note('SPACE', space.id) : space.id;
  }

  /** Who is, or was, a contact of which company: history gives nobody their access back. */
  private async joinedPairs(tx: Transaction, personIds: string[]): Promise<Set<string>> {
    const pairs = await tx.sql<{ company_id: string; person_id: string }>(
      sql`select company_id, person_id from hotline.company_contact where person_id = any(${personIds}::uuid[])`,
    );
    return new Set(pairs.map(({ company_id, person_id }) => `${company_id} ${person_id}`));
  }
}
