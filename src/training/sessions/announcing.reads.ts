// Every SELECT about new content: whom an announcement would reach, and what was announced to a company.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isStaff } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database, type Sql, sql } from '../../platform/database/index.js';
import { startOfDay } from '../../platform/local-time.js';
import { weekOf } from '../../platform/week.js';
import type { Tier } from '../../identity/index.js';

export const AUDIENCES = ['PARTICIPANTS', 'TIER', 'COMPANIES'] as const;

/** To which companies something is announced; those without a space have no place in which it would be read. */
export type Audience = {
  audience: (typeof AUDIENCES)[number];
  tier: Tier | null;
  companyIds: string[];
};

export type AnnouncementRow = { companies: number; people: number; announced: number };

/** Companies under the alias `company` with a space that were not told of the version yet. */
export function reached(versionId: string, { audience, tier, companyIds }: Audience): Sql {
  const which = {
    PARTICIPANTS: sql`exists (select 1 from hotline.training_participant participant
      join hotline.training_session session on session.id = participant.session_id and session.state <> 'CANCELLED'
      join hotline.course_version taught on taught.id = session.course_version_id
      where participant.company_id = company.id and participant.removed_at is null
        and taught.course_id = (select course_id from hotline.course_version where id = ${versionId}))`,
    TIER: sql`company.tier = ${tier}`,
    COMPANIES: sql`company.id = any(${companyIds}::uuid[])`,
  }[audience];
  return sql`exists (select 1 from hotline.space space where space.company_id = company.id) and ${which}
    and not exists (select 1 from hotline.course_announcement earlier
      where earlier.course_version_id = ${versionId} and earlier.company_id = company.id)`;
}

@Injectable()
export class AnnouncingReads {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whom it would reach, and how many companies know it already. */
  async preview(actor: Actor, versionId: string, audience: Audience): Promise<AnnouncementRow> {
    const row = isStaff(actor)
      ? await this.database.readOne<AnnouncementRow>(
          actor,
          sql`select count(*)::int as companies, coalesce(sum((select count(*) from hotline.company_contact contact
                where contact.company_id = company.id and contact.left_at is null)), 0)::int as people,
                (select count(*)::int from hotline.course_announcement announcement
                  where announcement.course_version_id = ${versionId}) as announced
              from hotline.company company where ${reached(versionId, audience)}`,
        )
      : null;
    return row ?? { companies: 0, people: 0, announced: 0 };
  }

  /** To the contact's company since Monday, newest first. */
  async thisWeek(actor: Actor): Promise<{ course_version_id: string; announced_at: Date }[]> {
    if (actor.kind !== 'contact') return [];
    const { zone } = this.config;
    const monday = startOfDay(zone, weekOf(zone, this.clock.now()));
    return this.database.read(
      actor,
      sql`select course_version_id, announced_at from hotline.announced_to_us()
          where announced_at >= ${monday} order by announced_at desc, course_version_id`,
    );
  }

  /** What a letter says of it: the course in the reader's language. */
  inLetters(
    actor: Actor & { personId: string },
    versionIds: readonly string[],
  ): Promise<{ id: string; title: string; summary: string | null; handle: string }[]> {
    const companyId = actor.kind === 'contact' ? actor.companyId : null;
    return this.database.read(
      actor,
      sql`select announced.course_version_id as id, said.title, said.summary, company.handle
          from hotline.announced_to_us() announced
          join hotline.company company on company.id = ${companyId}
          join hotline.person reader on reader.id = ${actor.personId}
          join lateral (select text.title, text.summary from hotline.course_text text
            where text.subject_id = announced.course_version_id
            order by text.locale <> reader.locale limit 1) said on true
          where announced.course_version_id = any(${[...versionIds]}::uuid[])`,
    );
  }
}
