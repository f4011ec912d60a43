// What spaces do when people or companies turn out to be one: members come together, two hotlines become one.
import { Injectable } from '@nestjs/common';
import { type Transaction, newId, sql } from '../platform/database/index.js';
import {
  type Change,
  type KeptTable,
  type Row,
  applyChanges,
  recallPart,
  rememberPart,
  revertChanges,
  rowsOf,
} from '../identity/index.js';
import { spaceTopic, spacesMerged, spacesMergeUndone, STAFF_TOPIC } from './spaces.events.js';

type Merge = { mergeId: string; keptId: string; duplicateId: string };

/** The duplicate's space as it was, and the one its threads are in now; `made`: it was made for this. */
type SpacePart = { gone: Row; keptSpaceId: string; made: boolean };

const MEMBERS: KeptTable = {
  table: 'space_member',
  key: ['space_id', 'person_id', 'side'],
  rest: ['role', 'joined_at', 'left_at'],
};
const SPACES: KeptTable = {
  table: 'space',
  key: ['id'],
  rest: ['company_id', 'opened_at', 'opened_by', 'reason'],
};

const PEOPLE = 'space_member of people';
const COMPANIES = 'space_member of companies';
const SPACE = 'space';

/** Most rights first. */
const RANK = ['OWNER', 'MEMBER', 'READER'];
const higher = (one: unknown, other: unknown): string =>
  RANK.find((role) => role === one || role === other) ?? 'MEMBER';

@Injectable()
export class SpacesMerging {
  async mergePeople(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
    const theirs = await rowsOf(tx, MEMBERS, sql`each.person_id = ${duplicateId}`);
    const ours = await rowsOf(tx, MEMBERS, sql`each.person_id = ${keptId}`);
    const changes = theirs.flatMap((row) => [
      ...joined(
        { ...row, person_id: keptId },
        ours.find(({ space_id, side }) => space_id === row.space_id && side === row.side),
      ),
      ...(row.left_at === null ? [{ before: row, after: { ...row, left_at: tx.at.toISOString() } }] : []),
    ]);
    await applyChanges(tx, MEMBERS, changes);
    await rememberPart(tx, mergeId, PEOPLE, changes);
    this.look(tx, changes);
  }

  async undoPeople(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
    const changes = (await recallPart<Change[]>(tx, mergeId, PEOPLE)) ?? [];
    // Who was taken out of the space since does not come back by the other name.
    const here = await rowsOf(tx, MEMBERS, sql`each.person_id = ${keptId} and each.left_at is null`);
    const places = new Set(here.map(({ space_id }) => space_id));
    const back = changes.filter(
      ({ before }) => before?.person_id !== duplicateId || places.has(before.space_id),
    );
    await revertChanges(tx, MEMBERS, back);
    this.look(tx, changes);
  }

  async mergeCompanies(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
    const spaces = await rowsOf(tx, SPACES, sql`each.company_id in (${keptId}, ${duplicateId})`);
    const gone = spaces.find(({ company_id }) => company_id === duplicateId);
    const ours = spaces.find(({ company_id }) => company_id === keptId);
    if (!gone) {
      if (ours) await this.welcome(tx, mergeId, keptId, String(ours.id), []);
      return;
    }
    const keptSpaceId = ours ? String(ours.id) : newId();
    if (!ours)
      await applyChanges(tx, SPACES, [
        { before: null, after: { ...gone, id: keptSpaceId, company_id: keptId } },
      ]);
    await rememberPart(tx, mergeId, SPACE, { gone, keptSpaceId, made: !ours } satisfies SpacePart);
    // Threads go first, as whoever writes locks the thread before the space: then nobody waits for each other.
    const merge = { mergeId, keptSpaceId, duplicateSpaceId: String(gone.id) };
    await tx.emit(spacesMerged, merge);
    // From here on nobody opens a thread in it any more; what was just being opened is waited for and moved as well.
    await tx.sql(sql`select 1 from hotline.space where id = ${String(gone.id)} for update`);
    await tx.emit(spacesMerged, merge);
    const theirs = await rowsOf(tx, MEMBERS, sql`each.space_id = ${String(gone.id)}`);
    const known = await rowsOf(tx, MEMBERS, sql`each.space_id = ${keptSpaceId}`);
    const changes = theirs.flatMap((row) => [
      ...joined(
        { ...row, space_id: keptSpaceId },
        known.find(({ person_id, side }) => person_id === row.person_id && side === row.side),
      ),
      { before: row, after: null },
    ]);
    await applyChanges(tx, MEMBERS, changes);
    await this.welcome(tx, mergeId, keptId, keptSpaceId, changes);
    // A row that nobody moved still points at it and makes the whole merge fail: nothing is lost in silence.
    await tx.sql(sql`delete from hotline.space where id = ${String(gone.id)}`);
  }

  async undoCompanies(tx: Transaction, { mergeId, duplicateId }: Merge): Promise<void> {
    const changes = (await recallPart<Change[]>(tx, mergeId, COMPANIES)) ?? [];
    const space = await recallPart<SpacePart>(tx, mergeId, SPACE);
    if (space) {
      await applyChanges(tx, SPACES, [{ before: null, after: space.gone }]);
      await tx.emit(spacesMergeUndone, {
        mergeId,
        keptSpaceId: space.keptSpaceId,
        duplicateSpaceId: String(space.gone.id),
      });
    }
    await revertChanges(tx, MEMBERS, changes);
    if (space) {
      // Who was taken out of the kept space since is named in the other as one who left.
      await tx.sql(sql`update hotline.space_member member set left_at = ${tx.at}
        where member.space_id = ${String(space.gone.id)} and member.side = 'CONTACT' and member.left_at is null
          and not exists (select 1 from hotline.company_contact contact where contact.company_id = ${duplicateId}
            and contact.person_id = member.person_id and contact.left_at is null)`);
      if (space.made) await tx.sql(sql`select hotline.close_empty_space(${space.keptSpaceId})`);
    }
    this.look(tx, changes);
  }

  /** All contacts of the company are members of its space; those whom the merge brought join it now. */
  private async welcome(
    tx: Transaction,
    mergeId: string,
    companyId: string,
    spaceId: string,
    before: Change[],
  ): Promise<void> {
    const missing = await tx.sql<{ person_id: string; row: Row | null }>(sql`
      select contact.person_id, to_jsonb(member) as row from hotline.company_contact contact
      left join hotline.space_member member on member.space_id = ${spaceId}
        and member.person_id = contact.person_id and member.side = 'CONTACT'
      where contact.company_id = ${companyId} and contact.left_at is null
        and (member.person_id is null or member.left_at is not null)
      order by contact.joined_at, contact.person_id`);
    const [owner] = await rowsOf(
      tx,
      MEMBERS,
      sql`each.space_id = ${spaceId} and each.side = 'CONTACT' and each.role = 'OWNER' and each.left_at is null`,
    );
    const changes = missing.map(({ person_id, row }, index): Change => {
      const role = !owner && index === 0 ? 'OWNER' : 'MEMBER';
      const joined_at = tx.at.toISOString();
      return {
        before: row,
        after: { space_id: spaceId, person_id, side: 'CONTACT', role, joined_at, left_at: null },
      };
    });
    await applyChanges(tx, MEMBERS, changes);
    await rememberPart(tx, mergeId, COMPANIES, [...before, ...changes]);
    tx.hint([spaceTopic(spaceId), STAFF_TOPIC], { kind: 'SPACE', spaceId });
  }

  private look(tx: Transaction, changes: Change[]): void {
    for (const spaceId of new Set(changes.map(({ before, after }) => String((after ?? before)?.space_id))))
      tx.hint([spaceTopic(spaceId), STAFF_TOPIC], { kind: 'SPACE', spaceId });
  }
}

/** What becomes of somebody's membership when another of theirs comes to it: there if either is, with the higher role. */
function joined(row: Row, there: Row | undefined): Change[] {
  if (!there) return [{ before: null, after: row }];
  if (row.left_at !== null) return [];
  const role = there.left_at === null ? higher(row.role, there.role) : row.role;
  if (there.left_at === null && role === there.role) return [];
  return [{ before: there, after: { ...there, role, left_at: null } }];
}
