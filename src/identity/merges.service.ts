// Merging duplicates, of people and of companies, and undoing it. What live rules look at is moved and remembered
// by id; what only names somebody stays as it is and is read through the pointer `merged_into_id`.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, personOf, systemFor } from '../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../platform/database/index.js';
import { conflict, found, invalid, must } from '../platform/errors.js';
import { ACCESS_ENDED, type AccessEnded } from '../platform/session/index.js';
import { audit } from './audit.js';
import { Company } from './company.entity.js';
import { CONTACTS, contactChanges, stillThere } from './contacts.js';
import * as events from './identity.events.js';
import { canMerge } from './identity.policy.js';
import { type Change, applyChanges, recallPart, rememberPart, revertChanges } from './kept-rows.js';
import { type MergeKind, buildsOn, ofErased, whyNotPeople } from './merge-rules.js';
import { Person } from './person.entity.js';
import { SignInService } from './sign-in.service.js';

type MergeRow = {
  id: string;
  kind: MergeKind;
  kept_id: string;
  duplicate_id: string;
  duplicate_name: string;
  undone_at: Date | null;
};

/** What identity itself changed beside the memberships. */
type PersonPart = { deactivatedAt: string | null; pointers: string[] };
type CompanyPart = { domains: string[]; invitations: string[]; demo: string[]; pointers: string[] };

@Injectable()
export class MergesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SignInService) private readonly signIn: SignInService,
  ) {}

  /** The duplicate's memberships, threads and words become those of the kept person; its address signs that one in. */
  async mergePeople(actor: Actor, keptId: string, duplicateId: string): Promise<string> {
    return this.merge(actor, keptId, duplicateId, async (tx, mergeId) => {
      const people = await tx.load(
        Person,
        sql`select * from hotline.person where id in (${keptId}, ${duplicateId}) order by id for update`,
      );
      const kept = found(people.find(({ id }) => id === keptId));
      const duplicate = found(people.find(({ id }) => id === duplicateId));
      const problem = whyNotPeople(actor, kept, duplicate);
      if (problem) throw conflict(problem, 'These two people cannot be merged.', 'duplicateId');
      const changes = await contactChanges(tx, 'person_id', keptId, duplicateId);
      await this.write(tx, mergeId, 'PERSON', changes, {
        keptId,
        keptName: kept.name,
        duplicateId,
        duplicateName: duplicate.name,
        duplicateLabel: duplicate.email,
      });
      const part: PersonPart = {
        deactivatedAt: duplicate.deactivatedAt?.toISOString() ?? null,
        pointers: await this.repoint(tx, 'person', duplicateId, keptId),
      };
      await rememberPart(tx, mergeId, 'person', part);
      duplicate.mergedIntoId = keptId;
      duplicate.deactivatedAt ??= tx.at;
      await tx.save(duplicate);
      await this.signIn.endSessions(tx, duplicateId, null);
      await audit(tx, 'PEOPLE_MERGED', 'person', keptId, {
        mergeId,
        otherId: duplicateId,
        otherName: duplicate.name,
        email: duplicate.email,
      });
      await tx.emit(events.peopleMerged, { mergeId, keptId, duplicateId });
      this.look(tx, [keptId]);
    });
  }

  /** Contacts, domains, hotline and VOC of the duplicate become those of the kept company. */
  async mergeCompanies(actor: Actor, keptId: string, duplicateId: string): Promise<string> {
    return this.merge(actor, keptId, duplicateId, async (tx, mergeId) => {
      const companies = await tx.load(
        Company,
        sql`select * from hotline.company where id in (${keptId}, ${duplicateId}) order by id for update`,
      );
      const kept = found(companies.find(({ id }) => id === keptId));
      const duplicate = found(companies.find(({ id }) => id === duplicateId));
      if (kept.mergedIntoId || duplicate.mergedIntoId)
        throw conflict('MERGED', 'One of them was merged already.', 'duplicateId');
      const changes = await contactChanges(tx, 'company_id', keptId, duplicateId);
      await this.write(tx, mergeId, 'COMPANY', changes, {
        keptId,
        keptName: kept.name,
        duplicateId,
        duplicateName: duplicate.name,
        duplicateLabel: duplicate.handle,
      });
      await rememberPart(tx, mergeId, 'company', await this.moveCompany(tx, duplicateId, keptId));
      duplicate.mergedIntoId = keptId;
      await tx.save(duplicate);
      await audit(tx, 'COMPANIES_MERGED', 'company', keptId, {
        mergeId,
        otherId: duplicateId,
        otherName: duplicate.name,
      });
      await tx.emit(events.companiesMerged, { mergeId, keptId, duplicateId });
      this.look(tx, peopleIn(changes));
    });
  }

  /** Newest first: a merge that a later one builds on waits until that is undone. */
  async undo(actor: Actor, mergeId: string): Promise<string> {
    must(canMerge(actor));
    return this.database.transact(systemFor(actor), async (tx) => {
      await this.oneAtATime(tx);
      const merge = found(
        await tx.one<MergeRow>(
          sql`select id, kind, kept_id, duplicate_id, duplicate_name, undone_at from hotline.merge where id = ${mergeId} for update`,
        ),
      );
      if (merge.undone_at) throw conflict('UNDONE', 'This merge was undone already.');
      if (await tx.one(sql`select 1 from hotline.merge this where this.id = ${mergeId} and ${ofErased}`))
        throw conflict('ERASED', 'They were erased; there is nothing left to take apart.');
      if (
        await tx.one(
          sql`select 1 from hotline.merge this join hotline.merge later on ${buildsOn} where this.id = ${mergeId}`,
        )
      )
        throw conflict('LATER_MERGE', 'A later merge builds on this one; undo that one first.');
      await tx.sql(
        sql`update hotline.merge set undone_at = ${tx.at}, undone_by = ${personOf(tx.actor)} where id = ${mergeId}`,
      );
      if (merge.kind === 'PERSON') await this.undoPeople(tx, merge);
      else await this.undoCompanies(tx, merge);
      return mergeId;
    });
  }

  private async undoPeople(tx: Transaction, merge: MergeRow): Promise<void> {
    const { id: mergeId, kept_id, duplicate_id } = merge;
    const part = found(await recallPart<PersonPart>(tx, mergeId, 'person'));
    const changes = found(await recallPart<Change[]>(tx, mergeId, CONTACTS.table));
    await revertChanges(tx, CONTACTS, await stillThere(tx, changes, 'person_id', kept_id));
    await tx.sql(sql`update hotline.person set merged_into_id = ${duplicate_id}
      where id = any(${part.pointers}::uuid[]) and merged_into_id = ${kept_id}`);
    // Access that was ended since stays ended, for both.
    await tx.sql(sql`update hotline.person duplicate set merged_into_id = null,
        deactivated_at = case when kept.deactivated_at is null then ${part.deactivatedAt}::timestamptz
                              else duplicate.deactivated_at end
      from hotline.person kept where kept.id = ${kept_id} and duplicate.id = ${duplicate_id}`);
    await audit(tx, 'MERGE_UNDONE', 'person', kept_id, {
      mergeId,
      otherId: duplicate_id,
      otherName: merge.duplicate_name,
    });
    await tx.emit(events.peopleMergeUndone, { mergeId, keptId: kept_id, duplicateId: duplicate_id });
    this.look(tx, [kept_id, duplicate_id]);
  }

  private async undoCompanies(tx: Transaction, merge: MergeRow): Promise<void> {
    const { id: mergeId, kept_id, duplicate_id } = merge;
    const part = found(await recallPart<CompanyPart>(tx, mergeId, 'company'));
    const changes = found(await recallPart<Change[]>(tx, mergeId, CONTACTS.table));
    await tx.sql(sql`update hotline.company set merged_into_id = null where id = ${duplicate_id}`);
    await tx.sql(sql`update hotline.company set merged_into_id = ${duplicate_id}
      where id = any(${part.pointers}::uuid[]) and merged_into_id = ${kept_id}`);
    await tx.sql(sql`update hotline.company_domain set company_id = ${duplicate_id}
      where domain = any(${part.domains}) and company_id = ${kept_id}`);
    await tx.sql(sql`update hotline.mail_link set company_id = ${duplicate_id}
      where encode(token_hash, 'hex') = any(${part.invitations}) and company_id = ${kept_id} and used_at is null`);
    await tx.sql(sql`update hotline.demo_login set company_id = ${duplicate_id}
      where person_id = any(${part.demo}::uuid[]) and company_id = ${kept_id}`);
    await revertChanges(tx, CONTACTS, await stillThere(tx, changes, 'company_id', kept_id));
    await audit(tx, 'MERGE_UNDONE', 'company', kept_id, {
      mergeId,
      otherId: duplicate_id,
      otherName: merge.duplicate_name,
    });
    await tx.emit(events.companiesMergeUndone, { mergeId, keptId: kept_id, duplicateId: duplicate_id });
    this.look(tx, peopleIn(changes));
  }

  private async merge(
    actor: Actor,
    keptId: string,
    duplicateId: string,
    work: (tx: Transaction, mergeId: string) => Promise<void>,
  ): Promise<string> {
    must(canMerge(actor));
    if (keptId === duplicateId) throw invalid('SAME', 'Choose two different ones.', 'duplicateId');
    return this.database.transact(systemFor(actor), async (tx) => {
      await this.oneAtATime(tx);
      const mergeId = newId();
      await work(tx, mergeId);
      return mergeId;
    });
  }

  private async write(
    tx: Transaction,
    mergeId: string,
    kind: MergeKind,
    changes: Change[],
    who: {
      keptId: string;
      keptName: string;
      duplicateId: string;
      duplicateName: string;
      duplicateLabel: string;
    },
  ): Promise<void> {
    const beside = kind === 'PERSON' ? companiesIn(changes) : peopleIn(changes);
    await tx.sql(sql`
      insert into hotline.merge (id, kind, kept_id, kept_name, duplicate_id, duplicate_name, duplicate_label, beside,
        merged_at, merged_by)
      values (${mergeId}, ${kind}, ${who.keptId}, ${who.keptName}, ${who.duplicateId}, ${who.duplicateName},
        ${who.duplicateLabel}, ${beside}::uuid[], ${tx.at}, ${personOf(tx.actor)})`);
    await rememberPart(tx, mergeId, CONTACTS.table, changes);
    await applyChanges(tx, CONTACTS, changes);
  }

  private async moveCompany(tx: Transaction, from: string, to: string): Promise<CompanyPart> {
    const domains = await tx.sql<{ domain: string }>(
      sql`update hotline.company_domain set company_id = ${to} where company_id = ${from} returning domain`,
    );
    const invitations = await tx.sql<{ hash: string }>(sql`update hotline.mail_link set company_id = ${to}
      where company_id = ${from} and used_at is null returning encode(token_hash, 'hex') as hash`);
    const demo = await tx.sql<{ person_id: string }>(
      sql`update hotline.demo_login set company_id = ${to} where company_id = ${from} returning person_id`,
    );
    return {
      domains: domains.map(({ domain }) => domain),
      invitations: invitations.map(({ hash }) => hash),
      demo: demo.map(({ person_id }) => person_id),
      pointers: await this.repoint(tx, 'company', from, to),
    };
  }

  /** Pointers stay one step long: what was merged into the duplicate before is now merged into the kept one. */
  private async repoint(
    tx: Transaction,
    what: 'person' | 'company',
    from: string,
    to: string,
  ): Promise<string[]> {
    const rows = await tx.sql<{ id: string }>(
      what === 'person'
        ? sql`update hotline.person set merged_into_id = ${to} where merged_into_id = ${from} returning id`
        : sql`update hotline.company set merged_into_id = ${to} where merged_into_id = ${from} returning id`,
    );
    return rows.map(({ id }) => id);
  }

  private async oneAtATime(tx: Transaction): Promise<void> {
    await tx.sql(sql`select pg_advisory_xact_lock(hashtext('hotline.merge'))`);
  }

  /** Sockets close and come back, by then under what each person may see now. */
  private look(tx: Transaction, personIds: string[]): void {
    for (const personId of personIds)
      tx.hint([ACCESS_ENDED], { personId, sessionId: null } satisfies AccessEnded);
  }
}

const idsIn = (changes: Change[], column: string): string[] => [
  ...new Set(changes.map(({ before, after }) => String((after ?? before)?.[column]))),
];
const peopleIn = (changes: Change[]): string[] => idsIn(changes, 'person_id');
const companiesIn = (changes: Change[]): string[] => idsIn(changes, 'company_id');
