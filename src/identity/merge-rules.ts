// Which two may be merged; asked by the command and, before it, by the preview.
import { type Actor, personOf } from '../platform/actor.js';
import { sql } from '../platform/database/index.js';
import type { Person } from './person.entity.js';

export type MergeKind = 'PERSON' | 'COMPANY';

type Candidate = Pick<Person, 'id' | 'staffRole' | 'deactivatedAt' | 'mergedIntoId' | 'erasedAt'>;

/** null: they may. Nobody becomes staff by a merge, nobody loses their access by one, and nobody merges themselves away. */
export function whyNotPeople(actor: Actor, kept: Candidate, duplicate: Candidate): string | null {
  if (kept.mergedIntoId || duplicate.mergedIntoId) return 'MERGED';
  if (kept.erasedAt || duplicate.erasedAt) return 'ERASED';
  if ((kept.staffRole === null) !== (duplicate.staffRole === null)) return 'SIDES';
  if (kept.deactivatedAt) return 'KEPT_INACTIVE';
  return personOf(actor) === duplicate.id ? 'OWN' : null;
}

/** A standing merge `later` that came after `this` and touches what this one changed: it has to be undone first. */
export const buildsOn = sql`later.undone_at is null and later.id <> this.id
  and (later.merged_at, later.id) > (this.merged_at, this.id)
  and case when later.kind = this.kind
    then array[later.kept_id, later.duplicate_id] && array[this.kept_id, this.duplicate_id]
    else array[later.kept_id, later.duplicate_id] && this.beside
      or array[this.kept_id, this.duplicate_id] && later.beside end`;

/** Who was erased is nobody any more: there are no two to be made of one. */
export const ofErased = sql`exists (select 1 from hotline.erasure
  where erasure.person_id in (this.kept_id, this.duplicate_id))`;
