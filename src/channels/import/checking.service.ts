// The dry run: what an import would bring, and what is wrong in it. Nothing but the import's own record changes.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../../platform/actor.js';
import { Database, type Sql, sql } from '../../platform/database/index.js';
import { type CheckFigures, type ImportRecord, NO_FIGURES } from './imports.reads.js';
import { Places, hashesOf } from './places.js';
import { type Batch, ReadingService, columnOf } from './reading.service.js';
import { STEP, changedSince, loadRecord, noteProblems, tellOf } from './record.js';

@Injectable()
export class CheckingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReadingService) private readonly reading: ReadingService,
  ) {}

  /** The job. Cut in the middle it begins anew; stopped, it leaves the import as it was uploaded. */
  async check(importId: string): Promise<void> {
    const record = await this.database.transact(system, async (tx) => {
      await tx.sql(sql`delete from hotline.import_problem where import_id = ${importId}`);
      return loadRecord(tx, importId);
    });
    if (record?.state !== 'CHECKING') return;
    const figures: CheckFigures = { ...NO_FIGURES, firstAt: null, lastAt: null };
    const places = new Places();
    for await (const batch of this.reading.batches(record, STEP)) {
      const changed = await this.count(record, batch, figures, places);
      const goesOn = await this.database.transact(system, async (tx) => {
        const now = await loadRecord(tx, importId, true);
        if (now?.state !== 'CHECKING') return false;
        await noteProblems(tx, importId, [...batch.problems, ...changed]);
        const state = now.asked_to_stop ? 'UPLOADED' : 'CHECKING';
        await tx.sql(sql`update hotline.imports set done = ${batch.done}, moved_at = ${tx.at}, state = ${state},
          asked_to_stop = false where id = ${importId}`);
        tellOf(tx);
        return state === 'CHECKING';
      });
      if (!goesOn) return;
    }
    await this.database.transact(system, async (tx) => {
      await tx.sql(sql`update hotline.imports set state = 'CHECKED', figures = ${JSON.stringify(figures)}::json,
        checked_at = ${tx.at}, done = rows, failure = null, moved_at = ${tx.at}
        where id = ${importId} and state = 'CHECKING'`);
      tellOf(tx);
    });
  }

  private async count(record: ImportRecord, { rows, wrong }: Batch, figures: CheckFigures, places: Places) {
    const ask = <Row extends object>(query: Sql) => this.database.read<Row>(system, query);
    const hashes = await hashesOf(ask, record.source, rows);
    const changed = changedSince(rows, hashes, columnOf(record, 'EXTERNAL_ID'));
    const fresh = rows.filter(({ externalId }) => !hashes.has(externalId));
    await places.learn(ask, fresh);
    for (const row of fresh) {
      if (!places.of(row)) {
        figures.companies += 1;
        places.made(row, { companyId: `new ${figures.companies}`, spaceId: null });
      }
      if (!places.people.has(row.contact.email)) {
        figures.people += 1;
        places.people.set(row.contact.email, 'new');
      }
      const at = row.at.toISOString();
      if (!figures.firstAt || at < figures.firstAt) figures.firstAt = at;
      if (!figures.lastAt || at > figures.lastAt) figures.lastAt = at;
    }
    figures.threads += fresh.length;
    figures.changed += changed.length;
    figures.already += rows.length - fresh.length - changed.length;
    figures.wrong += wrong;
    return changed;
  }
}
