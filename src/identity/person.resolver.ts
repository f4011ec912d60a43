// People in GraphQL: lists, roles, access; and the mails that were written to them.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/actor.js';
import { must } from '../platform/errors.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  Nodes,
  PageArgs,
  globalId,
  groupBy,
  localId,
  localIdOrNull,
  toPage,
} from '../platform/graphql/index.js';
import { CompanyType } from './company.graphql.js';
import {
  canDeactivate,
  canEndSessions,
  canErase,
  canExportData,
  canManageStaff,
  staffOnly,
} from './identity.policy.js';
import { IdentityReads } from './identity.reads.js';
import { guests, invitationShape, loadCompany, loadPerson, personShape } from './identity.shapes.js';
import { Invitation, InviteStaffInput, InviteStaffPayload } from './invitation.graphql.js';
import { MailConnection } from './mail.graphql.js';
import { PeopleService } from './people.service.js';
import * as shapes from './person.graphql.js';

@Resolver(() => shapes.PersonType)
export class PersonResolver {
  constructor(
    @Inject(PeopleService) private readonly service: PeopleService,
    @Inject(IdentityReads) private readonly reads: IdentityReads,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('person', 'Person', (context, id) => loadPerson(context, this.reads, id));
  }

  @Query(() => shapes.PersonConnection, { description: 'By name. Contacts see their colleagues and staff.' })
  async people(@Args() args: shapes.PeopleArgs, @Acting() actor: Actor): Promise<shapes.PersonConnection> {
    const list = {
      name: 'people',
      filter: { search: args.search ?? null, companyId: args.companyId ?? null, staff: args.staff ?? null },
    };
    const [name, id] = args.after ? this.cursors.decode(list, args.after) : [];
    const filter = { ...list.filter, companyId: localIdOrNull('company', args.companyId) };
    const rows = await this.reads.people(
      actor,
      filter,
      args.first,
      args.after ? { name: String(name), id: String(id) } : null,
    );
    return toPage(
      this.cursors,
      list,
      args.first,
      rows,
      (row) => [row.name, row.id],
      (row) => personShape(actor, row),
    );
  }

  @Query(() => MailConnection, {
    description: 'Mails that wait, were sent or failed, newest first. For administrators.',
  })
  async mails(@Args() { first, after }: PageArgs, @Acting() actor: Actor): Promise<MailConnection> {
    const list = { name: 'mails', filter: null };
    const [at, id] = after ? this.cursors.decode(list, after) : [];
    const rows = await this.reads.mails(actor, first, after ? { at: String(at), id: String(id) } : null);
    return toPage(
      this.cursors,
      list,
      first,
      rows,
      (row) => [row.created_at.toISOString(), row.id],
      (row) => ({
        id: globalId('mail', row.id),
        to: row.to_email,
        kind: row.kind,
        subject: row.subject,
        text: row.body_text,
        createdAt: row.created_at,
        sentAt: row.sent_at,
        error: row.last_error,
      }),
    );
  }

  @Query(() => [Invitation], {
    description: 'Invitations of staff not yet accepted, also those that have expired. For administrators.',
  })
  async staffInvitations(@Acting() actor: Actor): Promise<Invitation[]> {
    must(canManageStaff(actor));
    return (await this.reads.invitations(null)).map(invitationShape);
  }

  @ResolveField(() => [CompanyType], {
    nullable: true,
    description: 'Companies they are a contact of. Staff only.',
  })
  async companies(
    @Parent() person: shapes.PersonType,
    @Ctx() context: GraphqlContext,
  ): Promise<CompanyType[]> {
    staffOnly(context.actor);
    const rows = await context.load('contactsOf', person.uuid, async (ids) =>
      groupBy(await this.reads.contactsOf(context.actor, ids), (row) => row.person_id),
    );
    return Promise.all((rows ?? []).map(({ company_id }) => loadCompany(context, this.reads, company_id)));
  }

  @ResolveField(() => shapes.PersonAbilities)
  abilities(@Parent() person: shapes.PersonType, @Acting() actor: Actor): shapes.PersonAbilities {
    const staffRole = person.staffRole ?? null;
    return {
      deactivate: canDeactivate(actor, { id: person.uuid, staffRole }),
      changeRole:
        canManageStaff(actor) &&
        staffRole !== null &&
        !('personId' in actor && actor.personId === person.uuid),
      endSessions: canEndSessions(actor) && person.active,
      exportData: canExportData(actor, person.uuid) && !person.erased,
      erase: canErase(actor, person.uuid) && !person.erased,
    };
  }

  @Mutation(() => InviteStaffPayload)
  async inviteStaff(
    @Args('input') input: InviteStaffInput,
    @Acting() actor: Actor,
  ): Promise<InviteStaffPayload> {
    await this.service.inviteStaff(actor, guests(input.people), input.role, input.locale);
    return { done: true };
  }

  @Mutation(() => shapes.ChangeStaffRolePayload, {
    description: 'Ends the person’s sessions, so that nothing of the old role stays open.',
  })
  async changeStaffRole(
    @Args('input') input: shapes.ChangeStaffRoleInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ChangeStaffRolePayload> {
    return this.payload(
      context,
      await this.service.changeStaffRole(
        context.actor,
        localId('person', input.personId),
        input.role,
        localIdOrNull('person', input.successorId),
      ),
    );
  }

  @Mutation(() => shapes.DeactivatePersonPayload, {
    description:
      'Ends all sessions at once; what the person wrote stays. CONFLICT (LAST_OWNER) when a space would be left without an owner.',
  })
  async deactivatePerson(
    @Args('input') input: shapes.DeactivatePersonInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.DeactivatePersonPayload> {
    return this.payload(
      context,
      await this.service.deactivate(
        context.actor,
        localId('person', input.personId),
        localIdOrNull('person', input.successorId),
        input.newOwners.map((each) => ({
          companyId: localId('company', each.companyId),
          personId: localId('person', each.personId),
        })),
      ),
    );
  }

  @Mutation(() => shapes.ReactivatePersonPayload)
  async reactivatePerson(
    @Args('input') input: shapes.ReactivatePersonInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ReactivatePersonPayload> {
    return this.payload(
      context,
      await this.service.reactivate(context.actor, localId('person', input.personId)),
    );
  }

  private async payload(context: GraphqlContext, id: string): Promise<{ person: shapes.PersonType }> {
    return { person: await loadPerson(context, this.reads, id) };
  }
}
