// Every SELECT about spaces and their members.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type MemberRole, isStaff } from '../platform/actor.js';
import { Database, type Sql, sql } from '../platform/database/index.js';
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
}
