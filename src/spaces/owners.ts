// A space keeps an owner while anybody is in it: who leaves as the last one names the next.
import { Injectable } from '@nestjs/common';
import type { MemberRole } from '../platform/actor.js';
import { type Transaction, empty, sql } from '../platform/database/index.js';
import { conflict, found } from '../platform/errors.js';
import { ACCESS_ENDED, type AccessEnded } from '../platform/session/index.js';
import { audit } from '../identity/index.js';

type NewOwner = { companyId: string; personId: string };
type Orphan = { space_id: string; company_id: string; company: string };

/** Spaces whose only active owner is the person `leaving.person_id`, while others are in them. */
export const soleOwnership = sql`hotline.space_member leaving
  join hotline.space space on space.id = leaving.space_id
  where leaving.side = 'CONTACT' and leaving.role = 'OWNER' and leaving.left_at is null
    and exists (
      select 1 from hotline.space_member other
      join hotline.person person on person.id = other.person_id and person.deactivated_at is null
      where other.space_id = space.id and other.side = 'CONTACT' and other.left_at is null
        and other.person_id <> leaving.person_id)
    and not exists (
      select 1 from hotline.space_member other
      join hotline.person person on person.id = other.person_id and person.deactivated_at is null
      where other.space_id = space.id and other.side = 'CONTACT' and other.left_at is null
        and other.role = 'OWNER' and other.person_id <> leaving.person_id)`;

@Injectable()
export class Owners {
  /** Before somebody leaves one company's space, or all of them. CONFLICT names a space without a next owner. */
  async handOn(
    tx: Transaction,
    personId: string,
    newOwners: readonly NewOwner[],
    companyId: string | null,
  ): Promise<void> {
    await tx.sql(sql`select 1 from hotline.space where id in (
      select space_id from hotline.space_member where person_id = ${personId} and side = 'CONTACT') order by id for update`);
    // Whoever is named has to be there, also where it turns out that nobody was needed.
    for (const each of newOwners)
      found(
        await tx.one(sql`select 1 from hotline.space_member member
          join hotline.space space on space.id = member.space_id
          where space.company_id = ${each.companyId} and member.person_id = ${each.personId}
            and member.side = 'CONTACT' and member.left_at is null`),
      );
    const orphans = await tx.sql<Orphan>(sql`
      select space.id as space_id, space.company_id,
        (select name from hotline.company where company.id = space.company_id) as company
      from ${soleOwnership} and leaving.person_id = ${personId}
        ${companyId ? sql`and space.company_id = ${companyId}` : empty}`);
    for (const { space_id, company_id, company } of orphans) {
      const next = newOwners.find((each) => each.companyId === company_id && each.personId !== personId);
      if (!next)
        throw conflict('LAST_OWNER', `Choose who owns the space of ${company} from now on.`, 'newOwners');
      await this.give(tx, space_id, next.personId, 'OWNER');
    }
  }

  /** NOT_FOUND for somebody who is no active contact in this space. */
  async give(tx: Transaction, spaceId: string, personId: string, role: MemberRole): Promise<void> {
    const member = found(
      await tx.one<{ role: MemberRole; company_id: string }>(sql`
        select member.role, space.company_id from hotline.space_member member
        join hotline.space space on space.id = member.space_id
        join hotline.person person on person.id = member.person_id and person.deactivated_at is null
        where member.space_id = ${spaceId} and member.person_id = ${personId} and member.side = 'CONTACT'
          and member.left_at is null for update of member`),
    );
    await tx.sql(sql`update hotline.space_member set role = ${role}
      where space_id = ${spaceId} and person_id = ${personId} and side = 'CONTACT'`);
    await audit(tx, 'MEMBER_ROLE_CHANGED', 'person', personId, {
      spaceId,
      companyId: member.company_id,
      from: member.role,
      to: role,
    });
    // Sockets come back under the new role.
    tx.hint([ACCESS_ENDED], { personId, sessionId: null } satisfies AccessEnded);
  }
}
