// What somebody was told, and how they wanted to be told: theirs alone, so it goes with them.
import { type Transaction, sql } from '../platform/database/index.js';
import type { PersonalPart } from '../identity/index.js';

export async function erasePerson(tx: Transaction, { personIds }: { personIds: string[] }): Promise<void> {
  await tx.sql(sql`delete from hotline.notification where person_id = any(${personIds}::uuid[])`);
  await tx.sql(sql`delete from hotline.notification_setting where person_id = any(${personIds}::uuid[])`);
}

export const NOTIFICATION_PARTS: PersonalPart[] = [
  {
    name: 'notifications',
    rows: (
      ids,
    ) => sql`select n.id::text as key, json_build_object('kind', n.kind, 'at', n.at, 'readAt', n.read_at,
        'mailedAt', n.mailed_at) as entry
      from hotline.notification n where n.person_id = any(${[...ids]}::uuid[])`,
  },
  {
    name: 'notificationSettings',
    rows: (
      ids,
    ) => sql`select setting.person_id || ' ' || setting.kind as key, json_build_object('kind', setting.kind,
        'inApp', setting.in_app, 'mail', setting.mail) as entry
      from hotline.notification_setting setting where setting.person_id = any(${[...ids]}::uuid[])`,
  },
];
