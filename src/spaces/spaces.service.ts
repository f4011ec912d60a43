// Commands on spaces: open one, and who belongs to it.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type MemberRole, personOf, systemFor } from '../platform/actor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database, type Transaction, newId, sql } from '../platform/database/index.js';
import { conflict, found, must } from '../platform/errors.js';
import { audit } from '../identity/index.js';
import { Owners } from './owners.js';
import { memberChanged, spaceOpened, spaceTopic, STAFF_TOPIC } from './spaces.events.js';
import { canManageMembers, canOpenSpace } from './spaces.policy.js';

@Injectable()
export class SpacesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Owners) private readonly owners: Owners,
  ) {}

  /** Opens the space of a company below the size from which spaces open by themselves. */
  async open(actor: Actor, companyId: string, reason: string): Promise<string> {
    must(canOpenSpace(actor));
    return this.database.transact(systemFor(actor), async (tx) => {
      found(
        await tx.one(sql`select id from hotline.company where id = ${companyId} and merged_into_id is null`),
      );
      const id = await this.insert(tx, companyId, reason);
      if (!id) throw conflict('SPACE_EXISTS', 'This company has its space already.');
      return id;
    });
  }

  /** The rule for a new company: large enough opens at once. */
  async openWhenLarge(tx: Transaction, companyId: string): Promise<void> {
    const large = await tx.one(
      sql`select 1 from hotline.company where id = ${companyId} and employees >= ${this.config.spaceFromEmployees}`,
    );
    if (large) await this.insert(tx, companyId, null);
  }

  /** Exactly one space per company, whoever is first; null when there is one. Its contacts join at once. */
  async insert(tx: Transaction, companyId: string, reason: string | null): Promise<string | null> {
    const space = await tx.one<{ id: string }>(sql`
      insert into hotline.space (id, company_id, opened_at, opened_by, reason)
      values (${newId()}, ${companyId}, ${tx.at}, ${personOf(tx.actor)}, ${reason})
      on conflict (company_id) do nothing returning id`);
    if (!space) return null;
    const contacts = await tx.sql<{ person_id: string }>(sql`
      select person_id from hotline.company_contact where company_id = ${companyId} and left_at is null
      order by joined_at, person_id`);
    for (const { person_id } of contacts) await this.join(tx, space.id, person_id, null);
    await audit(tx, 'SPACE_OPENED', 'space', space.id, { companyId, ...(reason ? { reason } : {}) });
    await tx.emit(spaceOpened, { spaceId: space.id, companyId });
    return space.id;
  }

  /** A company's contact becomes member of its space, the first one owner. */
  async joinContact(
    tx: Transaction,
    companyId: string,
    personId: string,
    role: string | null,
  ): Promise<void> {
    const space = await tx.one<{ id: string }>(
      sql`select id from hotline.space where company_id = ${companyId} for update`,
    );
    if (space) await this.join(tx, space.id, personId, role as MemberRole | null);
  }

  /** Whoever leaves as the last owner hands the space on first; the space keeps an owner while anybody is in it. */
  async leave(
    tx: Transaction,
    companyId: string,
    personId: string,
    newOwnerId: string | null,
  ): Promise<void> {
    await this.owners.handOn(
      tx,
      personId,
      newOwnerId ? [{ companyId, personId: newOwnerId }] : [],
      companyId,
    );
    const left = await tx.one<{ space_id: string }>(sql`
      update hotline.space_member member set left_at = ${tx.at} from hotline.space space
      where space.id = member.space_id and space.company_id = ${companyId} and member.person_id = ${personId}
        and member.side = 'CONTACT' and member.left_at is null returning member.space_id`);
    if (left) await this.announce(tx, left.space_id, personId);
  }

  /** Whoever answers here for the first time is from then on shown as one who serves this space. */
  async joinStaff(tx: Transaction, spaceId: string, personId: string): Promise<void> {
    const joined = await tx.one(sql`
      insert into hotline.space_member (space_id, person_id, side, role, joined_at)
      values (${spaceId}, ${personId}, 'STAFF', 'MEMBER', ${tx.at})
      on conflict (space_id, person_id, side) do nothing returning person_id`);
    if (joined) await this.announce(tx, spaceId, personId);
  }

  /** Changes what a contact may do here. The last owner stays owner. */
  async changeRole(actor: Actor, spaceId: string, personId: string, role: MemberRole): Promise<void> {
    must(canManageMembers(actor, { id: spaceId }));
    await this.database.transact(systemFor(actor), async (tx) => {
      await tx.sql(sql`select 1 from hotline.space where id = ${spaceId} for update`);
      // Somebody whose access was ended cannot look after a space.
      const owners = await tx.sql<{ person_id: string }>(sql`
        select member.person_id from hotline.space_member member
        join hotline.person person on person.id = member.person_id and person.deactivated_at is null
        where member.space_id = ${spaceId} and side = 'CONTACT' and role = 'OWNER' and left_at is null`);
      if (role !== 'OWNER' && owners.length === 1 && owners[0]?.person_id === personId) {
        throw conflict('LAST_OWNER', 'A space keeps at least one owner; make somebody else owner first.');
      }
      await this.owners.give(tx, spaceId, personId, role);
      await this.announce(tx, spaceId, personId);
    });
  }

  private async join(
    tx: Transaction,
    spaceId: string,
    personId: string,
    role: MemberRole | null,
  ): Promise<void> {
    // Who comes back returns to the role they had, unless the invitation names one.
    await tx.sql(sql`
      insert into hotline.space_member as m (space_id, person_id, side, role, joined_at)
      select ${spaceId}, ${personId}, 'CONTACT',
        case when exists (select 1 from hotline.space_member where space_id = ${spaceId} and side = 'CONTACT'
          and role = 'OWNER' and left_at is null) then coalesce(${role}::text, 'MEMBER') else 'OWNER' end, ${tx.at}
      on conflict (space_id, person_id, side) do update
        set left_at = null, joined_at = excluded.joined_at, role = coalesce(${role}::text, m.role)
        where m.left_at is not null`);
    await this.announce(tx, spaceId, personId);
  }

  private async announce(tx: Transaction, spaceId: string, personId: string): Promise<void> {
    await tx.emit(memberChanged, { spaceId, personId });
    tx.hint([spaceTopic(spaceId), STAFF_TOPIC], { kind: 'SPACE', spaceId });
  }
}
