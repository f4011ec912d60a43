// Every SELECT about notifications.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, personOf } from '../platform/actor.js';
import { Database, empty, rows, sql } from '../platform/database/index.js';
import type { NotificationKind } from './kinds.js';
import { ownNotifications } from './notifications.policy.js';

/** What happened to one subject, of one kind, since it was last looked at: one line however often it happened. */
export type NotificationRow = {
  /** Of the newest. */
  id: string;
  kind: NotificationKind;
  subject_type: string;
  subject_id: string;
  cause_id: string;
  actor_id: string | null;
  at: Date;
  read_at: Date | null;
  count: number;
};

export type SettingRow = { kind: NotificationKind; in_app: boolean; mail: boolean };

@Injectable()
export class NotificationsReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Newest first; unread ones of the same kind and subject are one line, and so are those read together. */
  list(
    actor: Actor,
    first: number,
    after: { at: string; id: string } | null,
    unread: boolean,
  ): Promise<NotificationRow[]> {
    return this.database.read(
      actor,
      sql`select line.* from (
            select distinct on (n.kind, n.subject_id, n.read_at) n.id, n.kind, n.subject_type, n.subject_id, n.cause_id,
              n.actor_id, n.at, n.read_at, count(*) over (partition by n.kind, n.subject_id, n.read_at)::int as count
            from hotline.notification n
            where ${ownNotifications(actor)} and n.shown ${unread ? sql`and n.read_at is null` : empty}
            order by n.kind, n.subject_id, n.read_at, n.at desc, n.id desc) line
          ${after ? sql`where (line.at, line.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : empty}
          order by line.at desc, line.id desc limit ${rows(first + 1)}`,
    );
  }

  /** Lines not yet read. */
  async unread(actor: Actor): Promise<number> {
    const row = await this.database.readOne<{ n: number }>(
      actor,
      sql`select count(distinct (n.kind, n.subject_id))::int as n from hotline.notification n
          where ${ownNotifications(actor)} and n.shown and n.read_at is null`,
    );
    return row?.n ?? 0;
  }

  /** What the person chose; kinds without a row have their default. */
  settings(actor: Actor): Promise<SettingRow[]> {
    return this.database.read(
      actor,
      sql`select kind, in_app, mail from hotline.notification_setting where person_id = ${personOf(actor)}`,
    );
  }
}
