// Every SELECT about spaces and their members.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type MemberRole, type StaffRole, isStaff, system } from '../platform/actor.js';
import { Database, type Sql, sql } from '../platform/database/index.js';
import { soleOwnership } from './owners.js';
import { visibleSpaces } from './spaces.policy.js';

/** `reason` is absent for contacts, whose database role cannot read it. */
export type SpaceRow = { id: string; company_id: string; opened_at: Date; reason?: string | null };
export type MemberRow = {
  space_id: string;
  person_id: string;
  side: 'CONTACT' | 'STAFF';
  role: MemberRole;
  joined_at: Date;
};

const columns = (actor: Actor): Sql =>
  isStaff(actor)
    ? sql`space.id, space.company_id, space.opened_at, space.reason`
    : sql`space.id, space.company_id, space.opened_at`;

@Injectable()
export class SpacesReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  byIds(actor: Actor, ids: readonly string[]): Promise<SpaceRow[]> {
    return this.database.read(
      actor,
      sql`select ${columns(actor)} from hotline.space space
          where ${visibleSpaces(actor)} and space.id = any(${[...ids]}::uuid[])`,
    );
  }

  byCompanies(actor: Actor, companyIds: readonly string[]): Promise<SpaceRow[]> {
    return this.database.read(
      actor,
      sql`select ${columns(actor)} from hotline.space space
          where ${visibleSpaces(actor)} and space.company_id = any(${[...companyIds]}::uuid[])`,
    );
  }

  /** Spaces that would be left without an owner if the person went. */
  solelyOwned(
    actor: Actor,
    personIds: readonly string[],
  ): Promise<{ person_id: string; space_id: string }[]> {
    return this.database.read(
      actor,
      sql`select leaving.person_id, space.id as space_id from ${soleOwnership}
          and ${visibleSpaces(actor)} and leaving.person_id = any(${[...personIds]}::uuid[])`,
    );
  }

  members(actor: Actor, spaceIds: readonly string[]): Promise<MemberRow[]> {
    return this.database.read(
      actor,
      sql`select member.space_id, member.person_id, member.side, member.role, member.joined_at
          from hotline.space_member member join hotline.space space on space.id = member.space_id
          join hotline.person person on person.id = member.person_id
          where ${visibleSpaces(actor)} and member.space_id = any(${[...spaceIds]}::uuid[])
            and member.left_at is null and person.deactivated_at is null
          order by member.side, member.role = 'OWNER' desc, member.joined_at, member.person_id`,
    );
  }

  /** Somebody as they would act if they were signed in now, to see what they see; null when they may not be here. */
  async actorOf(personId: string, companyId: string | null): Promise<Actor | null> {
    const row = await this.database.readOne<{
      staff_role: StaffRole | null;
      space_id: string | null;
      member_role: MemberRole | null;
      contact: boolean;
    }>(
      system,
      sql`select person.staff_role, space.id as space_id, member.role as member_role,
            contact.person_id is not null as contact
          from hotline.person person
          left join hotline.company_contact contact on contact.person_id = person.id
            and contact.company_id = ${companyId}::uuid and contact.left_at is null
          left join hotline.space space on space.company_id = contact.company_id
          left join hotline.space_member member on member.space_id = space.id
            and member.person_id = person.id and member.side = 'CONTACT' and member.left_at is null
          where person.id = ${personId} and person.deactivated_at is null`,
    );
    const nobody = { personId, sessionId: '', sessionEnds: new Date(0) };
    if (row && companyId && row.contact)
      return {
        kind: 'contact',
        ...nobody,
        companyId,
        spaceId: row.member_role ? row.space_id : null,
        memberRole: row.member_role,
      };
    return row?.staff_role && !companyId ? { kind: 'staff', ...nobody, role: row.staff_role } : null;
  }
}
