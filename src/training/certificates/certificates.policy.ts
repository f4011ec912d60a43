// Who sees certificates and walls, who withdraws, and who opens a wall.
import { type Actor, answers, isStaff } from '../../platform/actor.js';
import { type Sql, sql } from '../../platform/database/index.js';

/** Certificates under the alias `certificate`: staff see all, an owner their company's, everybody else their own. */
export function visibleCertificates(actor: Actor): Sql {
  if (isStaff(actor) || actor.kind === 'system') return sql`true`;
  if (actor.kind !== 'contact') return sql`false`;
  const own = sql`certificate.company_id = ${actor.companyId}`;
  return actor.memberRole === 'OWNER' ? own : sql`(${own} and certificate.person_id = ${actor.personId})`;
}

/** Whoever runs trainings takes one back, with a reason that its owner reads, and gives it again. */
export const canWithdraw = (actor: Actor): boolean => answers(actor);

/** Only who owns the company's space says whether its people are shown; nobody of ours does it for them. */
export const canOpenWall = (actor: Actor): boolean =>
  actor.kind === 'contact' && actor.memberRole === 'OWNER';
