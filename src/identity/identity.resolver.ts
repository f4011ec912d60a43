// Companies and people in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/actor.js';
import { must } from '../platform/errors.js';
import {
  Acting,
  Ctx,
  Cursors,
  Nodes,
  type GraphqlContext,
  PageArgs,
  globalId,
  groupBy,
  localId,
  localIdOrNull,
  toPage,
} from '../platform/graphql/index.js';
import { CompaniesService } from './companies.service.js';
import * as shapes from './identity.graphql.js';
import {
  canDeactivate,
  canInviteContacts,
  canManageStaff,
  companyAbilities,
  staffOnly,
} from './identity.policy.js';
import { type InvitationRow, IdentityReads } from './identity.reads.js';
import { companyShape, loadCompany, loadPerson, personShape } from './identity.shapes.js';
import { PeopleService } from './people.service.js';

const invitationShape = (row: InvitationRow): shapes.Invitation => ({
  email: row.email,
  name: row.name,
  role: row.as_role,
  sentAt: row.created_at,
  expiresAt: row.expires_at,
});

const guests = (people: shapes.GuestInput[]) =>
  people.map(({ email, name }) => ({ email, name: name ?? null }));

@Resolver(() => shapes.CompanyType)
export class CompanyResolver {
  constructor(
    @Inject(CompaniesService) private readonly service: CompaniesService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(IdentityReads) private readonly reads: IdentityReads,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('company', 'Company', (context, id) => loadCompany(context, this.reads, id));
  }

  @Query(() => shapes.CompanyConnection, { description: 'By name. Contacts see their own company only.' })
  async companies(
    @Args() { first, after, search }: shapes.CompaniesArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.CompanyConnection> {
    const list = { name: 'companies', filter: { search: search ?? null } };
    const [name, id] = after ? this.cursors.decode(list, after) : [];
    const rows = await this.reads.companies(
      actor,
      list.filter,
      first,
      after ? { name: String(name), id: String(id) } : null,
    );
    return toPage(this.cursors, list, first, rows, (row) => [row.name, row.id], companyShape);
  }

  @Query(() => shapes.CompanyType, {
    nullable: true,
    description: 'By handle; null when there is none that the viewer can see.',
  })
  async companyByHandle(
    @Args('handle') handle: string,
    @Acting() actor: Actor,
  ): Promise<shapes.CompanyType | null> {
    const row = await this.reads.companyByHandle(actor, handle);
    return row ? companyShape(row) : null;
  }

  @ResolveField(() => shapes.CompanyAbilities)
  abilities(@Parent() company: shapes.CompanyType, @Acting() actor: Actor): shapes.CompanyAbilities {
    return companyAbilities(actor, { id: company.uuid });
  }

  @ResolveField(() => [String], { nullable: true, description: 'Mail domains. Staff only.' })
  async domains(@Parent() company: shapes.CompanyType, @Ctx() context: GraphqlContext): Promise<string[]> {
    staffOnly(context.actor);
    const rows = await context.load('domains', company.uuid, async (ids) =>
      groupBy(await this.reads.domains(context.actor, ids), (row) => row.company_id),
    );
    return (rows ?? []).map(({ domain }) => domain);
  }

  @ResolveField(() => [shapes.Invitation], {
    nullable: true,
    description: 'Invitations not yet accepted, also those that have expired; for those who may invite.',
  })
  async invitations(
    @Parent() company: shapes.CompanyType,
    @Acting() actor: Actor,
  ): Promise<shapes.Invitation[]> {
    must(canInviteContacts(actor, company.uuid));
    return (await this.reads.invitations(company.uuid)).map(invitationShape);
  }

  @Mutation(() => shapes.CreateCompanyPayload, {
    description: 'Opens its space in the same moment when the company is large enough.',
  })
  async createCompany(
    @Args('input') input: shapes.CreateCompanyInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CreateCompanyPayload> {
    return {
      company: await loadCompany(context, this.reads, await this.service.create(context.actor, input)),
    };
  }

  @Mutation(() => shapes.UpdateCompanyPayload, { description: 'CONFLICT when somebody was quicker.' })
  async updateCompany(
    @Args('input') input: shapes.UpdateCompanyInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.UpdateCompanyPayload> {
    const { id, version, ...changes } = input;
    return {
      company: await loadCompany(
        context,
        this.reads,
        await this.service.update(context.actor, localId('company', id), version, changes),
      ),
    };
  }

  @Mutation(() => shapes.InviteContactsPayload, {
    description: 'Mails an invitation to each; owners of a space and staff who answer may do it.',
  })
  async inviteContacts(
    @Args('input') input: shapes.InviteContactsInput,
    @Acting() actor: Actor,
  ): Promise<shapes.InviteContactsPayload> {
    await this.people.inviteContacts(
      actor,
      localId('company', input.companyId),
      guests(input.people),
      input.role,
      input.locale,
    );
    return { done: true };
  }

  @Mutation(() => shapes.RemoveContactPayload, {
    description: 'Ends a contact’s access to this company; everything they wrote stays.',
  })
  async removeContact(
    @Args('input') input: shapes.RemoveContactInput,
    @Acting() actor: Actor,
  ): Promise<shapes.RemoveContactPayload> {
    await this.people.removeContact(
      actor,
      localId('company', input.companyId),
      localId('person', input.personId),
    );
    return { done: true };
  }
}

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

  @Query(() => shapes.MailConnection, {
    description: 'Mails that wait, were sent or failed, newest first. For administrators.',
  })
  async mails(@Args() { first, after }: PageArgs, @Acting() actor: Actor): Promise<shapes.MailConnection> {
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

  @Query(() => [shapes.Invitation], {
    description: 'Invitations of staff not yet accepted, also those that have expired. For administrators.',
  })
  async staffInvitations(@Acting() actor: Actor): Promise<shapes.Invitation[]> {
    must(canManageStaff(actor));
    return (await this.reads.invitations(null)).map(invitationShape);
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
    };
  }

  @Mutation(() => shapes.InviteStaffPayload)
  async inviteStaff(
    @Args('input') input: shapes.InviteStaffInput,
    @Acting() actor: Actor,
  ): Promise<shapes.InviteStaffPayload> {
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
      await this.service.changeStaffRole(context.actor, localId('person', input.personId), input.role),
    );
  }

  @Mutation(() => shapes.DeactivatePersonPayload, {
    description: 'Ends all sessions at once; what the person wrote stays.',
  })
  async deactivatePerson(
    @Args('input') input: shapes.DeactivatePersonInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.DeactivatePersonPayload> {
    return this.payload(
      context,
      await this.service.deactivate(context.actor, localId('person', input.personId)),
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
