// Who acts: resolved once per request from cookie or token, first parameter of every command and read.

export const STAFF_ROLES = ['AGENT', 'LEAD', 'PLANNER', 'ADMIN'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const MEMBER_ROLES = ['OWNER', 'MEMBER', 'READER'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Somebody who has signed in, until the session runs out. */
type SignedIn = { personId: string; sessionId: string; sessionEnds: Date };

/** A contact acts for exactly one company; `spaceId` is null while that company has no space. */
export type ContactActor = SignedIn & {
  kind: 'contact';
  companyId: string;
  spaceId: string | null;
  memberRole: MemberRole | null;
};

export type StaffActor = SignedIn & { kind: 'staff'; role: StaffRole };

/** Jobs, sign-in, imports; `behalf` is the person whose checked command needs the system's rights. */
export type SystemActor = { kind: 'system'; behalf: string | null };

/** Signed in, but neither staff nor contact of the company named in the request. */
export type GuestActor = SignedIn & { kind: 'guest' };

export type AnonymousActor = { kind: 'anonymous' };

export type Actor = ContactActor | StaffActor | SystemActor | GuestActor | AnonymousActor;

/** Those who may open a transaction: each has a database role of its own. */
export type RoledActor = ContactActor | StaffActor | SystemActor;

export const system: SystemActor = { kind: 'system', behalf: null };

/** The system acting for a person whose right was checked before. */
export const systemFor = (actor: Actor): SystemActor => ({ kind: 'system', behalf: personOf(actor) });

export function personOf(actor: Actor): string | null {
  if (actor.kind === 'system') return actor.behalf;
  return actor.kind === 'anonymous' ? null : actor.personId;
}

/** Staff who answer clients and read their colleagues' notes. */
export const answers = (actor: Actor): actor is StaffActor =>
  actor.kind === 'staff' && actor.role !== 'PLANNER';

/** Staff who look after the team as well. */
export const leads = (actor: Actor): actor is StaffActor => hasRole(actor, 'LEAD', 'ADMIN');

export const isStaff = (actor: Actor): actor is StaffActor => actor.kind === 'staff';

export const hasRole = (actor: Actor, ...roles: StaffRole[]): actor is StaffActor =>
  actor.kind === 'staff' && roles.includes(actor.role);
