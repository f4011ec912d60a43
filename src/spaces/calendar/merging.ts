// What calendars do when two companies become one: the kept one stays answered as it was, or as the other, if it had no hours.
import { type Transaction, sql } from '../../platform/database/index.js';
import {
  type Change,
  type KeptTable,
  applyChanges,
  recallPart,
  rememberPart,
  revertChanges,
  rowsOf,
} from '../../identity/index.js';

type Merge = { mergeId: string; keptId: string; duplicateId: string };

const CHOICES: KeptTable = { table: 'company_calendar', key: ['company_id'], rest: ['calendar_id'] };
const PART = 'company_calendar';

export async function mergeChoices(tx: Transaction, { mergeId, keptId, duplicateId }: Merge): Promise<void> {
  const rows = await rowsOf(tx, CHOICES, sql`each.company_id in (${keptId}, ${duplicateId})`);
  const theirs = rows.find(({ company_id }) => company_id === duplicateId);
  if (!theirs) return;
  const changes: Change[] = [{ before: theirs, after: null }];
  if (rows.length === 1) changes.push({ before: null, after: { ...theirs, company_id: keptId } });
  await applyChanges(tx, CHOICES, changes);
  await rememberPart(tx, mergeId, PART, changes);
}

export async function undoChoices(tx: Transaction, { mergeId }: Merge): Promise<void> {
  const changes = (await recallPart<Change[]>(tx, mergeId, PART)) ?? [];
  // A calendar that was deleted since holds for nobody any more.
  const left = await tx.sql<{ id: string }>(
    sql`select id from hotline.calendar where id = any(${changes.map(
      ({ before }) => before?.calendar_id ?? null,
    )}::uuid[]) for key share`,
  );
  const there = new Set<unknown>(left.map(({ id }) => id));
  await revertChanges(
    tx,
    CHOICES,
    changes.filter(({ before }) => before === null || there.has(before.calendar_id)),
  );
}
