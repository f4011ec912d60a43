// Who sees weekly reports and who may edit and publish them. Contacts' database role has no right to the tables.
import { type Actor, leads } from '../../platform/actor.js';
import { type Sql, sql } from '../../platform/database/index.js';
import { must } from '../../platform/errors.js';
import { canReadVoc } from '../items/index.js';
import type { Report } from './report.entity.js';

export const canReadReports = (actor: Actor): boolean => canReadVoc(actor) || actor.kind === 'system';

export function mustReadReports(actor: Actor): void {
  must(canReadReports(actor), 'STAFF_ONLY', 'Only staff read the weekly reports.');
}

/** Reports under the alias `report`. */
export const visibleReports = (actor: Actor): Sql => (canReadReports(actor) ? sql`true` : sql`false`);

/** Draft one by hand, edit, publish. */
export const canPublish = (actor: Actor): boolean => leads(actor);

export const reportAbilities = (actor: Actor, { state }: Pick<Report, 'state'>) => {
  const open = canPublish(actor) && state === 'DRAFT';
  return { edit: open, publish: open };
};
