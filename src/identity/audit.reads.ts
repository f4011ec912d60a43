// The trail: who changed whose access, newest first.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system } from '../platform/actor.js';
import { Database, join, rows, sql } from '../platform/database/index.js';
import { must } from '../platform/errors.js';
import type { AuditAction, AuditDetail } from './audit.js';
import { canReadAudit } from './identity.policy.js';

export type AuditRow = {
  id: number;
  at: Date;
  actor_id: string | null;
  action: AuditAction;
  subject_type: 'person' | 'company' | 'space' | 'import' | 'calendar';
  subject_id: string | null;
  detail: AuditDetail;
};

export type AuditFilter = {
  personId: string | null;
  action: AuditAction | null;
  from: Date | null;
  /** Not included. */
  to: Date | null;
};

@Injectable()
export class AuditReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  trail(
    actor: Actor,
    filter: AuditFilter,
    first: number,
    after: { at: string; id: number } | null,
  ): Promise<AuditRow[]> {
    must(canReadAudit(actor));
    // A person is found under every address they ever had: also as those who were merged into them.
    const ids = sql`(select id from hotline.person where ${filter.personId} in (id, merged_into_id))`;
    const conditions = [
      sql`true`,
      ...(filter.personId ? [sql`(audit.actor_id in ${ids} or audit.subject_id in ${ids})`] : []),
      ...(filter.action ? [sql`audit.action = ${filter.action}`] : []),
      ...(filter.from ? [sql`audit.at >= ${filter.from}`] : []),
      ...(filter.to ? [sql`audit.at < ${filter.to}`] : []),
      ...(after ? [sql`(audit.at, audit.id) < (${after.at}::timestamptz, ${after.id}::bigint)`] : []),
    ];
    return this.database.read(
      system,
      sql`select audit.id, audit.at, audit.actor_id, audit.action, audit.subject_type, audit.subject_id, audit.detail
          from hotline.audit audit where ${join(conditions, ' and ')}
          order by audit.at desc, audit.id desc limit ${rows(first + 1)}`,
    );
  }
}
