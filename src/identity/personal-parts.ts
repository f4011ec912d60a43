// What identity itself keeps of a person, for their file: account, companies, devices, mails, the trail.
import { sql } from '../platform/database/index.js';
import type { PersonalPart } from './personal-data.js';

export const PERSONAL_PARTS: PersonalPart[] = [
  {
    name: 'account',
    rows: (
      ids,
    ) => sql`select person.id::text as key, json_build_object('email', person.email, 'name', person.name,
        'title', person.title, 'language', person.locale, 'staffRole', person.staff_role, 'zone', person.zone,
        'quietFrom', person.quiet_from, 'quietTo', person.quiet_to, 'quietWeekends', person.quiet_weekends,
        'colour', person.avatar_color, 'createdAt', person.created_at, 'accessEndedAt', person.deactivated_at) as entry
      from hotline.person person where person.id = any(${[...ids]}::uuid[])`,
  },
  {
    name: 'companies',
    rows: (ids) => sql`select contact.company_id || ' ' || contact.person_id as key, json_build_object(
        'company', company.name, 'joinedAt', contact.joined_at, 'leftAt', contact.left_at) as entry
      from hotline.company_contact contact join hotline.company company on company.id = contact.company_id
      where contact.person_id = any(${[...ids]}::uuid[])`,
  },
  {
    name: 'sessions',
    rows: (ids) => sql`select session.id::text as key, json_build_object('browser', session.user_agent,
        'createdAt', session.created_at, 'lastUsedOn', session.last_used_on, 'expiresAt', session.expires_at,
        'endedAt', session.ended_at) as entry
      from hotline.session session where session.person_id = any(${[...ids]}::uuid[])`,
  },
  {
    // Bodies are gone once a mail is sent; those that wait hold links that sign in.
    name: 'mails',
    rows: (ids) => sql`select mail.id::text as key, json_build_object('to', mail.to_email, 'kind', mail.kind,
        'subject', mail.subject, 'createdAt', mail.created_at, 'sentAt', mail.sent_at) as entry
      from hotline.mail mail where mail.person_id = any(${[...ids]}::uuid[])
        or mail.to_email in (select email from hotline.person where id = any(${[...ids]}::uuid[]))`,
  },
  {
    // Whom they acted on, and who acted on them, is somebody else's to know.
    name: 'auditTrail',
    rows: (ids) => sql`select lpad(audit.id::text, 20, '0') as key, json_build_object('at', audit.at,
        'action', audit.action, 'from', audit.detail -> 'from', 'to', coalesce(audit.detail -> 'to', audit.detail -> 'role'),
        'by', case when audit.actor_id = any(${[...ids]}::uuid[]) then 'SELF' else 'OTHERS' end) as entry
      from hotline.audit audit
      where audit.actor_id = any(${[...ids]}::uuid[]) or audit.subject_id = any(${[...ids]}::uuid[])`,
  },
];
