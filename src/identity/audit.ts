// One row per change of access: who, what, to whom. Each action has its sentence in the web app.
import { personOf } from '../platform/actor.js';
import { type Transaction, sql } from '../platform/database/index.js';

export const AUDIT_ACTIONS = [
  'INVITED',
  'INVITATION_ACCEPTED',
  'FIRST_ADMINISTRATOR',
  'ROLE_CHANGED',
  'MEMBER_ROLE_CHANGED',
  'CONTACT_REMOVED',
  'DEACTIVATED',
  'REACTIVATED',
  'PASSWORD_SET',
  'SESSIONS_ENDED',
  'COMPANY_CREATED',
  'COMPANY_CHANGED',
  'SPACE_OPENED',
  'PEOPLE_MERGED',
  'COMPANIES_MERGED',
  'MERGE_UNDONE',
  'HISTORY_IMPORTED',
  'IMPORT_UNDONE',
  'DATA_EXPORTED',
  'PERSON_ERASED',
  'CALENDAR_CREATED',
  'CALENDAR_CHANGED',
  'CALENDAR_DELETED',
  'COMPANY_CALENDAR_SET',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What a row may say besides: ids and words, never content. */
export type AuditDetail = {
  /** The company it is about, where the subject is another. */
  companyId?: string | null;
  spaceId?: string;
  /** A role before and after. */
  from?: string | null;
  to?: string | null;
  role?: string | null;
  reason?: string;
  email?: string;
  /** Who took over, who was merged, the file that was brought, or the calendar. */
  otherId?: string | null;
  otherName?: string;
  mergeId?: string;
  /** How many threads came or went. */
  count?: number;
};

/** `by` names who did it where nobody is signed in yet, as when an invitation is accepted. */
export async function audit(
  tx: Transaction,
  action: AuditAction,
  subjectType: 'person' | 'company' | 'space' | 'import' | 'calendar',
  subjectId: string | null,
  detail: AuditDetail = {},
  by: string | null = personOf(tx.actor),
): Promise<void> {
  await tx.sql(sql`insert into hotline.audit (at, actor_id, action, subject_type, subject_id, detail)
    values (${tx.at}, ${by}, ${action}, ${subjectType}, ${subjectId}, ${JSON.stringify(detail)}::jsonb)`);
}
