// For modules that write letters of their own, such as the weekly report: who wants them, when they may come, and the
// link that ends them.
import { Inject, Injectable } from '@nestjs/common';
import type { StaffRole } from '../platform/actor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { type Sql, type Transaction, sql } from '../platform/database/index.js';
import type { Letter } from '../platform/mail/index.js';
import { KINDS, type NotificationKind } from './kinds.js';
import { mailOffToken } from './mail-off.js';
import { quietUntil } from './quiet.js';

export type LetterReader = {
  personId: string;
  email: string;
  name: string;
  locale: 'ko' | 'en';
  /** Theirs, or the installation's. */
  zone: string;
  /** When their quiet hours end; null: they may be written to now. */
  quietUntil: Date | null;
  off: NonNullable<Letter['off']>;
};

type Row = {
  id: string;
  email: string;
  name: string;
  locale: 'ko' | 'en';
  zone: string;
  quiet_from: string | null;
  quiet_to: string | null;
  quiet_weekends: boolean;
  key: string;
};

const OFF = { ko: '이런 메일 그만 받기', en: 'Stop these mails' };

@Injectable()
export class OwnLetters {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Active staff of the kind's roles who want it by mail; of them only `personId`, where one is named. */
  readers(tx: Transaction, kind: NotificationKind, personId: string | null = null): Promise<LetterReader[]> {
    const roles: readonly StaffRole[] = KINDS[kind].roles ?? [];
    return this.who(
      tx,
      kind,
      sql`person.staff_role = any(${[...roles]}::text[])
        and (${personId}::uuid is null or person.id = ${personId}::uuid)`,
    );
  }

  /** Of these people, whatever they are, the active ones who want it by mail. */
  readersAmong(
    tx: Transaction,
    kind: NotificationKind,
    personIds: readonly string[],
  ): Promise<LetterReader[]> {
    return this.who(tx, kind, sql`person.id = any(${[...personIds]}::uuid[])`);
  }

  private async who(tx: Transaction, kind: NotificationKind, which: Sql): Promise<LetterReader[]> {
    const rows = await tx.sql<Row>(sql`
      select person.id, person.email, person.name, person.locale, coalesce(person.zone, place.zone) as zone,
        to_char(person.quiet_from, 'HH24:MI') as quiet_from, to_char(person.quiet_to, 'HH24:MI') as quiet_to,
        person.quiet_weekends, place.cursor_key as key
      from hotline.person person cross join hotline.installation place
      left join hotline.notification_setting chosen on chosen.person_id = person.id and chosen.kind = ${kind}
      where ${which} and person.deactivated_at is null and coalesce(chosen.mail, ${KINDS[kind].mail})
      order by person.id`);
    return rows.map((row) => ({
      personId: row.id,
      email: row.email,
      name: row.name,
      locale: row.locale,
      zone: row.zone,
      quietUntil: quietUntil(
        { zone: row.zone, from: row.quiet_from, to: row.quiet_to, weekends: row.quiet_weekends },
        tx.at,
      ),
      off: {
        label: OFF[row.locale],
        url: `${this.config.publicUrl}/mail-off/${mailOffToken(row.key, row.id)}`,
      },
    }));
  }
}
