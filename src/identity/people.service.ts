// Commands on people: invite, change roles, end and give back access.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type StaffRole, isStaff, personOf, systemFor } from '../platform/actor.js';
import { Database, type Transaction, sql } from '../platform/database/index.js';
import { conflict, found, must, unauthenticated } from '../platform/errors.js';
import { searchKey } from '../platform/hangul.js';
import { Mail } from '../platform/mail/index.js';
import { ACCESS_ENDED, type AccessEnded } from '../platform/session/index.js';
import { audit } from './audit.js';
import { contactLeft, personDeactivated, staffJoined, staffRoleChanged } from './identity.events.js';
import { canDeactivate, canInviteContacts, canManageStaff } from './identity.policy.js';
import { invitationLetter } from './letters.js';
import { type AvatarColor, type Locale, Person } from './person.entity.js';
import { mustBeQuiet, mustBeZone } from './own-settings.js';
import { SignInService } from './sign-in.service.js';

export type Guest = { email: string; name: string | null };

/** Left out: stays. Empty text or null takes it away, where that is possible. */
export type ProfileChanges = {
  name?: string;
  locale?: Locale;
  title?: string;
  zone?: string | null;
  quietFrom?: string | null;
  quietTo?: string | null;
  quietWeekends?: boolean;
  avatarColor?: AvatarColor | null;
};

@Injectable()
export class PeopleService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  /** Invites contacts to a company; says nothing about whether an address is known here. */
  async inviteContacts(
    actor: Actor,
    companyId: string,
    guests: Guest[],
    role: 'MEMBER' | 'OWNER' | 'READER',
    locale: Locale,
  ): Promise<void> {
    must(canInviteContacts(actor, companyId));
    const company = found(
      await this.database.readOne<{ name: string }>(
        systemFor(actor),
        sql`select name from hotline.company where id = ${companyId} and merged_into_id is null`,
      ),
    );
    await this.invite(actor, guests, locale, company.name, { companyId, asRole: role });
  }

  async inviteStaff(actor: Actor, guests: Guest[], role: StaffRole, locale: Locale): Promise<void> {
    must(canManageStaff(actor));
    const place = found(
      await this.database.readOne<{ provider_name: string }>(
        systemFor(actor),
        sql`select provider_name from hotline.installation`,
      ),
    );
    await this.invite(actor, guests, locale, place.provider_name, { companyId: null, asRole: role });
  }

  /** A planner answers nobody: their open threads go to the successor, or to nobody. */
  async changeStaffRole(
    actor: Actor,
    personId: string,
    role: StaffRole,
    successorId: string | null = null,
  ): Promise<string> {
    must(canManageStaff(actor));
    must(personOf(actor) !== personId, 'OWN_ROLE', 'Somebody else has to change your own role.');
    return this.database.transact(systemFor(actor), async (tx) => {
      const person = await this.forUpdate(tx, personId);
      must(person.staffRole !== null, 'NO_STAFF', 'A contact becomes staff by an invitation.');
      await audit(tx, 'ROLE_CHANGED', 'person', personId, { from: person.staffRole, to: role });
      person.staffRole = role;
      person.version += 1;
      await tx.save(person);
      await tx.emit(staffJoined, { personId });
      await tx.emit(staffRoleChanged, { personId, role, successorId });
      // What was open under the old role is asked for again under the new one.
      await this.signIn.endSessions(tx, personId, null);
      return personId;
    });
  }

  /**
   * Ends every session at once; what the person wrote stays. In the same transaction their open threads go to the
   * successor (or to nobody), and spaces of which they were the last owner to the new owners named.
   */
  async deactivate(
    actor: Actor,
    personId: string,
    successorId: string | null = null,
    newOwners: { companyId: string; personId: string }[] = [],
  ): Promise<string> {
    must(isStaff(actor));
    return this.database.transact(systemFor(actor), async (tx) => {
      const person = await this.forUpdate(tx, personId);
      must(canDeactivate(actor, person));
      if (person.deactivatedAt) return personId;
      person.deactivatedAt = tx.at;
      person.version += 1;
      await tx.save(person);
      await this.signIn.endSessions(tx, personId, null);
      await tx.sql(sql`delete from hotline.mail_link where person_id = ${personId} and used_at is null`);
      await audit(tx, 'DEACTIVATED', 'person', personId, { otherId: successorId });
      await tx.emit(personDeactivated, { personId, successorId, newOwners });
      return personId;
    });
  }

  async reactivate(actor: Actor, personId: string): Promise<string> {
    must(isStaff(actor));
    return this.database.transact(systemFor(actor), async (tx) => {
      const person = await this.forUpdate(tx, personId);
      must(canDeactivate(actor, person));
      if (!person.deactivatedAt) throw conflict('ACTIVE', 'This person is active already.');
      person.deactivatedAt = null;
      person.version += 1;
      await tx.save(person);
      await audit(tx, 'REACTIVATED', 'person', personId);
      return personId;
    });
  }

  /** The contact leaves this company; threads stay, other companies are not touched. */
  async removeContact(
    actor: Actor,
    companyId: string,
    personId: string,
    newOwnerId: string | null = null,
  ): Promise<void> {
    must(canInviteContacts(actor, companyId) && personOf(actor) !== personId);
    await this.database.transact(systemFor(actor), async (tx) => {
      const left = await tx.one(sql`update hotline.company_contact set left_at = ${tx.at}
        where company_id = ${companyId} and person_id = ${personId} and left_at is null returning person_id`);
      found(left);
      await audit(tx, 'CONTACT_REMOVED', 'person', personId, { companyId, otherId: newOwnerId });
      await tx.emit(contactLeft, { companyId, personId, newOwnerId });
      // Sockets close and come back, by then under what the person still may see.
      tx.hint([ACCESS_ENDED], { personId, sessionId: null } satisfies AccessEnded);
    });
  }

  async updateProfile(actor: Actor, changes: ProfileChanges): Promise<void> {
    const id = personOf(actor);
    if (!id) throw unauthenticated();
    await this.database.transact(systemFor(actor), async (tx) => {
      const person = await this.forUpdate(tx, id);
      if (changes.name !== undefined) person.name = changes.name;
      if (changes.locale !== undefined) person.locale = changes.locale;
      if (changes.title !== undefined) person.title = changes.title || null;
      if (changes.zone !== undefined) person.zone = mustBeZone(changes.zone);
      if (changes.quietFrom !== undefined) person.quietFrom = changes.quietFrom;
      if (changes.quietTo !== undefined) person.quietTo = changes.quietTo;
      mustBeQuiet(person.quietFrom, person.quietTo);
      if (changes.quietWeekends !== undefined) person.quietWeekends = changes.quietWeekends;
      if (changes.avatarColor !== undefined) person.avatarColor = changes.avatarColor;
      person.nameSearch = searchKey(person.name);
      person.version += 1;
      await tx.save(person);
    });
  }

  private async invite(
    actor: Actor,
    guests: Guest[],
    locale: Locale,
    place: string,
    link: { companyId: string | null; asRole: string },
  ): Promise<void> {
    const invitedBy = personOf(actor);
    if (!invitedBy) throw unauthenticated();
    await this.database.transact(systemFor(actor), async (tx) => {
      const inviter = await tx.one<{ name: string }>(
        sql`select name from hotline.person where id = ${invitedBy}`,
      );
      for (const { email, name } of guests) {
        // A second invitation takes the place of the first.
        await tx.sql(sql`delete from hotline.mail_link where purpose = 'INVITATION' and used_at is null
          and email = ${email} and company_id is not distinct from ${link.companyId}::uuid`);
        const url = await this.signIn.invitationUrl(tx, { email, name, invitedBy, ...link });
        await this.mail.write(
          tx,
          invitationLetter({ personId: null, email, locale }, url, inviter?.name ?? place, place),
        );
        await audit(tx, 'INVITED', 'company', link.companyId, { role: link.asRole, email });
      }
    });
  }

  private async forUpdate(tx: Transaction, id: string): Promise<Person> {
    const [person] = await tx.load(
      Person,
      sql`select * from hotline.person where id = ${id} and merged_into_id is null and erased_at is null for update`,
    );
    return found(person);
  }
}
