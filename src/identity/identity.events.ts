// What identity announces.
import { defineEvent } from '../platform/database/index.js';
import type { Traces } from './erased.js';

export const companyCreated = defineEvent<{ companyId: string }>('CompanyCreated');

/** `role` is what the invitation asked for; null leaves it to the space. */
export const contactJoined = defineEvent<{ companyId: string; personId: string; role: string | null }>(
  'ContactJoined',
);

/** `newOwnerId`: who owns the space from now on, where the last owner leaves. */
export const contactLeft = defineEvent<{ companyId: string; personId: string; newOwnerId: string | null }>(
  'ContactLeft',
);

export const staffJoined = defineEvent<{ personId: string }>('StaffJoined');

/** Topic of one person's own things, such as what they have read on another device. */
export const personTopic = (personId: string): string => `person:${personId}`;

/** `successorId` takes over what the person had open, where the new role does not answer; null: nobody. */
export const staffRoleChanged = defineEvent<{
  personId: string;
  role: string;
  successorId: string | null;
}>('StaffRoleChanged');

export const personDeactivated = defineEvent<{
  personId: string;
  /** Who takes over the person's open threads; null: nobody. */
  successorId: string | null;
  /** For spaces of which the person was the last owner. */
  newOwners: { companyId: string; personId: string }[];
}>('PersonDeactivated');

type Merge = { mergeId: string; keptId: string; duplicateId: string };

/** Who reacts moves its own rows in the same transaction and remembers which (kept-rows.ts). */
export const peopleMerged = defineEvent<Merge>('PeopleMerged');
export const companiesMerged = defineEvent<Merge>('CompaniesMerged');
export const peopleMergeUndone = defineEvent<Merge>('PeopleMergeUndone');
export const companiesMergeUndone = defineEvent<Merge>('CompaniesMergeUndone');

/** A person is about to be erased: who will change rows that others lock first locks them now, and says which. */
export const erasureBegins = defineEvent<{ personIds: string[]; reached: Reached }>('ErasureBegins');

/**
 * A person is being erased, under all their ids: every module takes their words out of its own rows, in the same
 * transaction; ids stay, so that whatever counts goes on counting. A rule only, never a job: `traces` are their names.
 */
export const personErasing = defineEvent<{
  personIds: string[];
  /** Also what they wrote. */
  words: boolean;
  traces: Traces;
  /** Rules add what they touched. */
  reached: Reached;
}>('PersonErasing');

export type Reached = { threadIds: string[]; itemIds: string[] };

/** They are gone: whoever keeps an index of words drops what came from these. */
export const personErased = defineEvent<{ personId: string; personIds: string[]; words: boolean } & Reached>(
  'PersonErased',
);
