// An import's own rows, as its steps load and write them.
import { type Transaction, sql } from '../../platform/database/index.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { IMPORT_COLUMNS, type ImportRecord } from './imports.reads.js';
import { type Problem, shownValue } from './problems.js';
import type { ImportRow } from './row.js';

/** Rows that are committed together: enough to be quick, few enough to lose little when cut. */
export const STEP = 500;

export async function loadRecord(tx: Transaction, id: string, locked = false): Promise<ImportRecord | null> {
  const lock = locked ? sql`for update` : sql``;
  return tx.one<ImportRecord>(sql`select ${IMPORT_COLUMNS} from hotline.imports where id = ${id} ${lock}`);
}

/** A word to all who look at imports: read them again. */
export const tellOf = (tx: Transaction): void => tx.hint([STAFF_TOPIC], { kind: 'IMPORT' });

export async function noteProblems(tx: Transaction, id: string, problems: Problem[]): Promise<void> {
  if (problems.length === 0) return;
  await tx.sql(sql`
    insert into hotline.import_problem (import_id, line, field, column_name, value, reason, detail)
    select ${id}::uuid, line, coalesce(field, ''), "column", value, reason, detail
    from json_to_recordset(${JSON.stringify(problems)}::json)
      as r(line int, field text, "column" text, value text, reason text, detail text)
    on conflict do nothing`);
}

/** Rows that came before and say something else now: what is here stays as it is. */
export const changedSince = (
  rows: ImportRow[],
  hashes: ReadonlyMap<string, string>,
  column: string,
): Problem[] =>
  rows
    .filter(({ externalId, hash }) => hashes.has(externalId) && hashes.get(externalId) !== hash)
    .map(({ line, externalId }) => ({
      line,
      field: 'EXTERNAL_ID',
      column,
      value: shownValue(externalId),
      reason: 'CHANGED',
      detail: '',
    }));
