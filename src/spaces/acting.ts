// Turns a token into an actor in one round trip: session, person, role, and the company and space they act for.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type MemberRole, type StaffRole, system } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database, sql } from '../platform/database/index.js';
import { LastUsed, digest } from '../identity/index.js';
import { ActorSource, type Credentials } from '../platform/session/index.js';

type Row = {
  session_id: string;
  expires_at: Date;
  person_id: string;
  staff_role: StaffRole | null;
  company_id: string | null;
  space_id: string | null;
  member_role: MemberRole | null;
};

@Injectable()
export class Acting extends ActorSource {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LastUsed) private readonly lastUsed: LastUsed,
  ) {
    super();
  }

  async actorOf({ token, company }: Credentials): Promise<Actor> {
    if (!token) return { kind: 'anonymous' };
    const row = await this.database.readOne<Row>(
      system,
      sql`select session.id as session_id, session.expires_at, person.id as person_id, person.staff_role,
                 acting.company_id, acting.space_id, acting.member_role
          from hotline.session session
          join hotline.person person on person.id = session.person_id and person.deactivated_at is null
          left join lateral (
            select cc.company_id, space.id as space_id, member.role as member_role
            from hotline.company_contact cc
            join hotline.company company on company.id = cc.company_id
            left join hotline.space space on space.company_id = cc.company_id
            left join hotline.space_member member on member.space_id = space.id
              and member.person_id = cc.person_id and member.side = 'CONTACT' and member.left_at is null
            where cc.person_id = person.id and cc.left_at is null
              and (${company}::text is null or company.handle = ${company}
                or company.id = (select merged_into_id from hotline.company where handle = ${company}))
            order by cc.joined_at, cc.company_id limit 1) acting on true
          where session.token_hash = ${digest(token)} and session.ended_at is null
            and session.expires_at > ${this.clock.now()}`,
    );
    if (!row) return { kind: 'anonymous' };
    this.lastUsed.note(row.session_id);
    return toActor(row, company);
  }
}

/** Staff act as staff unless the request names a company they are a contact of. */
function toActor(row: Row, company: string | null): Actor {
  const who = { personId: row.person_id, sessionId: row.session_id, sessionEnds: row.expires_at };
  if (row.staff_role && !(company && row.company_id)) return { kind: 'staff', ...who, role: row.staff_role };
  if (!row.company_id) return { kind: 'guest', ...who };
  // A contact whose membership was taken away keeps their company but has no space.
  const spaceId = row.member_role ? row.space_id : null;
  return { kind: 'contact', ...who, companyId: row.company_id, spaceId, memberRole: row.member_role };
}
