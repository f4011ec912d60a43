// Turns tokens into actors in one round trip: session, person, role, and the company and space they act for.
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

/** A token's digest, and the company (by handle) that is acted for; null: the first. */
type Asking = { hash: Buffer; company: string | null };

@Injectable()
export class Acting extends ActorSource {
  private waiting: (Asking & { resolve: (row: Row | null) => void; reject: (error: unknown) => void })[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LastUsed) private readonly lastUsed: LastUsed,
  ) {
    super();
  }

  async actorOf({ token, company }: Credentials, use: 'NOTED' | 'UNNOTED' = 'NOTED'): Promise<Actor> {
    if (!token) return { kind: 'anonymous' };
    const row = await this.ask({ hash: digest(token), company });
    if (!row) return { kind: 'anonymous' };
    const actor = toActor(row, company);
    if (use === 'NOTED') this.noteUse(actor);
    return actor;
  }

  noteUse(actor: Actor): void {
    if ('sessionId' in actor) this.lastUsed.note(actor.sessionId);
  }

  /** Who asks in the same moment is looked up together: nothing is remembered from one moment to the next. */
  private ask(asking: Asking): Promise<Row | null> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...asking, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => void this.answerAll());
    });
  }

  private async answerAll(): Promise<void> {
    const asked = this.waiting;
    this.waiting = [];
    try {
      const rows = await this.lookUp(asked);
      const found = new Map(rows.map((row) => [row.n, row]));
      asked.forEach(({ resolve }, index) => resolve(found.get(index + 1) ?? null));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  private lookUp(asked: readonly Asking[]): Promise<(Row & { n: number })[]> {
    return this.database.read(
      system,
      sql`select asked.n::int, session.id as session_id, session.expires_at, person.id as person_id, person.staff_role,
                 acting.company_id, acting.space_id, acting.member_role
          from unnest(${asked.map(({ hash }) => hash)}::bytea[], ${asked.map(({ company }) => company)}::text[])
            with ordinality as asked(hash, company, n)
          join hotline.session session on session.token_hash = asked.hash and session.ended_at is null
            and session.expires_at > ${this.clock.now()}
          join hotline.person person on person.id = session.person_id and person.deactivated_at is null
          left join lateral (
            select cc.company_id, space.id as space_id, member.role as member_role
            from hotline.company_contact cc
            join hotline.company company on company.id = cc.company_id
            left join hotline.space space on space.company_id = cc.company_id
            left join hotline.space_member member on member.space_id = space.id
              and member.person_id = cc.person_id and member.side = 'CONTACT' and member.left_at is null
            where cc.person_id = person.id and cc.left_at is null
              and (asked.company is null or company.handle = asked.company
                or company.id = (select merged_into_id from hotline.company where handle = asked.company))
            order by cc.joined_at, cc.company_id limit 1) acting on true`,
    );
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
