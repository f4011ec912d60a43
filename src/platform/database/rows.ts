// How many rows a list takes, as PostgreSQL likes to be told.
import { type Sql, raw } from 'sql-template-tag';

/** For `limit`: a number of ours, never somebody's text. A parameter would be planned as a tenth of the table. */
export function rows(most: number): Sql {
  if (!Number.isSafeInteger(most)) throw new Error('Rows are counted in whole numbers.');
  return raw(String(most));
}
