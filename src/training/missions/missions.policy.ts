// Who sees projects and steps, and who may show and review.
import { type Actor, answers, isStaff } from '../../platform/actor.js';
import { type Sql, sql } from '../../platform/database/index.js';
import { canOpenThread } from '../../spaces/index.js';

export const STEP_STATES = ['OPEN', 'SUBMITTED', 'PASSED', 'AGAIN'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Sees how each person is getting on: staff, and who owns the company's space. */
export const seesEveryone = (actor: Actor): boolean =>
  isStaff(actor) || actor.kind === 'system' || (actor.kind === 'contact' && actor.memberRole === 'OWNER');

/** The viewer's place in the project under the alias `project`. */
const amongThem = (personId: string): Sql => sql`exists (select 1 from hotline.training_project_member me
  where me.project_id = project.id and me.person_id = ${personId} and me.left_at is null)`;

/** Projects under the alias `project`: of a contact's own company, for who was there and for the owner. */
export function visibleProjects(actor: Actor): Sql {
  if (isStaff(actor) || actor.kind === 'system') return sql`true`;
  if (actor.kind !== 'contact') return sql`false`;
  const own = sql`project.company_id = ${actor.companyId}`;
  return seesEveryone(actor) ? own : sql`(${own} and ${amongThem(actor.personId)})`;
}

/** Steps under the alias `assigned`, left-joined with their `member`, of projects that are seen. */
export function visibleSteps(actor: Actor): Sql {
  if (seesEveryone(actor)) return visibleProjects(actor);
  if (actor.kind !== 'contact') return sql`false`;
  return sql`(${visibleProjects(actor)} and (assigned.member_id is null or member.person_id = ${actor.personId}))`;
}

/** Projects of which the words may be named to whoever reads a thread about them: of a contact all of their company. */
export function namedProjects(actor: Actor): Sql {
  if (isStaff(actor) || actor.kind === 'system') return sql`true`;
  return actor.kind === 'contact' ? sql`project.company_id = ${actor.companyId}` : sql`false`;
}

/** Whether the step under `assigned` is the viewer's to do: theirs, or their team's. */
export function ownSteps(actor: Actor): Sql {
  if (actor.kind !== 'contact') return sql`false`;
  return sql`(project.company_id = ${actor.companyId} and ${amongThem(actor.personId)}
    and (assigned.member_id is null or member.person_id = ${actor.personId}))`;
}

/** What was shown is read by whose step it is, and by staff. */
export const visibleSubmissions = (actor: Actor): Sql =>
  isStaff(actor) || actor.kind === 'system' ? sql`true` : ownSteps(actor);

export const canSubmit = (actor: Actor, { state, own }: { state: StepState; own: boolean }): boolean =>
  actor.kind === 'contact' && own && (state === 'OPEN' || state === 'AGAIN');

/** Whose step it is asks in their space where they are stuck, until it has passed. */
export const canAskAbout = (actor: Actor, { state, own }: { state: StepState; own: boolean }): boolean =>
  actor.kind === 'contact' &&
  own &&
  state !== 'PASSED' &&
  actor.spaceId !== null &&
  canOpenThread(actor, { id: actor.spaceId });

/** Staff who answer; nobody judges what they have shown themselves. */
export const canReview = (actor: Actor, submitterId: string): boolean =>
  answers(actor) && actor.personId !== submitterId;
