// Undoing a whole import: what it brought goes, what people have worked on since stays and is named.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type SystemActor, system } from '../../platform/actor.js';
import { Database, type Transaction, sql } from '../../platform/database/index.js';
import { found } from '../../platform/errors.js';
import {
  audit,
  removeContacts,
  removeUnusedCompanies,
  removeUnusedPeople,
  untouchedCompanies,
} from '../../identity/index.js';
import { STAFF_TOPIC, closeEmptySpaces, forgetMembers } from '../../spaces/index.js';
import { type KeptThread, takeBackThreads, workedOnThreads } from '../../threads/index.js';
import { type ImportRecord, type KeptRow, mustImport } from './imports.reads.js';
import type { MadeKind } from './made.js';
import { STEP, loadRecord, tellOf } from './record.js';

/** What would go, and what would stay, if it were undone now. */
export type Leaving = {
  threads: number;
  companies: number;
  people: number;
  kept: KeptRow[];
  keptCount: number;
};

/** Of what stays, so many are named beforehand; afterwards all of them. */
const MOST_NAMED = 20;

@Injectable()
export class UndoingService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Companies and people: at most so many; who is used elsewhere is found out when it is done. */
  async leaving(actor: Actor, importId: string): Promise<Leaving> {
    mustImport(actor);
    return this.database.transact(system, async (tx) => {
      const { brought } = found(await loadRecord(tx, importId));
      const threadIds = await this.threadsOf(tx, importId, null);
      const worked = await workedOnThreads(tx, threadIds);
      return {
        threads: threadIds.length - worked.length,
        companies: brought.companies,
        people: brought.people,
        kept: await this.named(tx, worked.slice(0, MOST_NAMED)),
        keptCount: worked.length,
      };
    });
  }

  /** The job. Goes on where it was when it is cut. */
  async undo(importId: string): Promise<void> {
    const record = await this.database.transact(system, (tx) => loadRecord(tx, importId));
    if (record?.state !== 'UNDOING') return;
    const actor: SystemActor = { kind: 'system', behalf: record.undone_by };
    while (await this.database.transact(actor, (tx) => this.takeSome(tx, importId)));
    await this.database.transact(actor, (tx) => this.finish(tx, importId));
  }

  private async takeSome(tx: Transaction, importId: string): Promise<boolean> {
    const record = await loadRecord(tx, importId, true);
    if (record?.state !== 'UNDOING') return false;
    tellOf(tx);
    tx.silence();
    const threadIds = await this.threadsOf(tx, importId, STEP);
    if (threadIds.length === 0) return false;
    await tx.sql(sql`select 1 from hotline.thread where id = any(${threadIds}::uuid[]) for update`);
    const worked = await workedOnThreads(tx, threadIds);
    const stays = new Set(worked.map(({ threadId }) => threadId));
    const held = await tx.takeAway(
      threadIds.filter((id) => !stays.has(id)),
      async (goes) => {
        await tx.sql(sql`delete from hotline.import_row where thread_id = any(${goes}::uuid[])`);
        await takeBackThreads(tx, goes);
      },
    );
    const linked = held.map((threadId): KeptThread => ({ threadId, why: 'LINKED' }));
    await this.keep(tx, importId, await this.named(tx, [...worked, ...linked]));
    await tx.sql(sql`update hotline.imports set done = done + ${threadIds.length}, moved_at = ${tx.at}
      where id = ${importId}`);
    return true;
  }

  private async finish(tx: Transaction, importId: string): Promise<void> {
    const record = await loadRecord(tx, importId, true);
    if (record?.state !== 'UNDOING') return;
    tellOf(tx);
    tx.hint([STAFF_TOPIC], { kind: 'VOC' });
    const contacts = await this.unusedContacts(tx, record);
    await forgetMembers(tx, contacts);
    await removeContacts(tx, contacts);
    const companies = await this.made(tx, importId, 'COMPANY');
    await closeEmptySpaces(tx, await this.closable(tx, importId, companies));
    const [keptCompanies, keptPeople] = [
      await removeUnusedCompanies(tx, companies),
      await removeUnusedPeople(tx, await this.made(tx, importId, 'PERSON')),
    ];
    const rest = await tx.sql<KeptRow>(sql`
      select 'COMPANY' as kind, id, name, 'USED' as why from hotline.company where id = any(${keptCompanies}::uuid[])
      union all
      select 'PERSON', id, name, 'USED' from hotline.person where id = any(${keptPeople}::uuid[])`);
    await this.keep(tx, importId, rest);
    await tx.sql(sql`update hotline.imports set state = 'UNDONE', undone_at = ${tx.at}, moved_at = ${tx.at}
      where id = ${importId}`);
    const stay = await this.threadsOf(tx, importId, null, true);
    await audit(tx, 'IMPORT_UNDONE', 'import', importId, {
      otherName: record.name,
      count: record.brought.threads - stay.length,
    });
  }

  /** Threads that it brought; those that were found to stay are passed over unless all are wanted. */
  private async threadsOf(
    tx: Transaction,
    importId: string,
    most: number | null,
    all = false,
  ): Promise<string[]> {
    const rows = await tx.sql<{ thread_id: string }>(sql`
      select row.thread_id from hotline.import_row row where row.import_id = ${importId}
        and (${all} or not exists (select 1 from hotline.import_kept kept
          where kept.import_id = row.import_id and kept.kind = 'THREAD' and kept.id = row.thread_id))
      order by row.thread_id limit ${most}`);
    return rows.map(({ thread_id }) => thread_id);
  }

  private named(tx: Transaction, threads: KeptThread[]): Promise<KeptRow[]> {
    return tx.sql<KeptRow>(sql`
      select 'THREAD' as kind, thread.id, '#' || thread.number || ' ' || coalesce(thread.title, thread.first_line) as name,
        kept.why
      from json_to_recordset(${JSON.stringify(threads)}::json) as kept("threadId" uuid, why text)
      join hotline.thread thread on thread.id = kept."threadId" order by thread.number`);
  }

  private async keep(tx: Transaction, importId: string, rows: KeptRow[]): Promise<void> {
    await tx.sql(sql`insert into hotline.import_kept (import_id, kind, id, name, why)
      select ${importId}::uuid, kind, id, name, why from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(kind text, id uuid, name text, why text)
      on conflict do nothing`);
  }

  private async made(tx: Transaction, importId: string, kind: MadeKind): Promise<string[]> {
    const rows = await tx.sql<{ id: string }>(
      sql`select id from hotline.import_made where import_id = ${importId} and kind = ${kind}`,
    );
    return rows.map(({ id }) => id);
  }

  /** Contacts who wrote nothing that stays, never signed in since, and leave no space of others without an owner. */
  private unusedContacts(tx: Transaction, { id, started_at }: ImportRecord) {
    return tx.sql<{ companyId: string; personId: string }>(sql`
      select made.id as "companyId", made.other_id as "personId" from hotline.import_made made
      join hotline.company_contact contact
        on contact.company_id = made.id and contact.person_id = made.other_id and contact.left_at is null
      left join hotline.space space on space.company_id = made.id
      where made.import_id = ${id} and made.kind = 'CONTACT'
        and not exists (select 1 from hotline.session session
          where session.person_id = made.other_id and session.created_at >= ${started_at})
        and not exists (select 1 from hotline.thread thread
          where thread.space_id = space.id and thread.opened_by = made.other_id)
        and not exists (select 1 from hotline.message message
          where message.space_id = space.id and message.author_id = made.other_id)
        and not exists (select 1 from hotline.space_member own
          join hotline.space_member other on other.space_id = own.space_id and other.side = 'CONTACT' and other.left_at is null
          where own.space_id = space.id and own.person_id = made.other_id and own.side = 'CONTACT' and own.role = 'OWNER'
            and not exists (select 1 from hotline.import_made too where too.import_id = made.import_id
              and too.kind = 'CONTACT' and too.id = made.id and too.other_id = other.person_id))`);
  }

  /** A company that stays since somebody changed it keeps its space as well. */
  private async closable(tx: Transaction, importId: string, companies: string[]): Promise<string[]> {
    const spaces = await tx.sql<{ id: string; company_id: string }>(sql`
      select space.id, space.company_id from hotline.import_made made join hotline.space space on space.id = made.id
      where made.import_id = ${importId} and made.kind = 'SPACE'`);
    const untouched = new Set(await untouchedCompanies(tx, companies));
    return spaces
      .filter(({ company_id }) => untouched.has(company_id) || !companies.includes(company_id))
      .map(({ id }) => id);
  }
}
