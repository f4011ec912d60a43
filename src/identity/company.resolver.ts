// Companies in GraphQL, and who is invited to one.
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
  groupBy,
  localId,
  localIdOrNull,
  toPage,
} from '../platform/graphql/index.js';
import { CompaniesService } from './companies.service.js';
import * as shapes from './company.graphql.js';
import { canInviteContacts, companyAbilities, staffOnly } from './identity.policy.js';
import { IdentityReads } from './identity.reads.js';
import { companyShape, guests, invitationShape, loadCompany } from './identity.shapes.js';
import { Invitation, InviteContactsInput, InviteContactsPayload } from './invitation.graphql.js';
import { PeopleService } from './people.service.js';
import { RemoveContactInput, RemoveContactPayload } from './person.graphql.js';

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

  @ResolveField(() => [Invitation], {
    nullable: true,
    description: 'Invitations not yet accepted, also those that have expired; for those who may invite.',
  })
  async invitations(@Parent() company: shapes.CompanyType, @Acting() actor: Actor): Promise<Invitation[]> {
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

  @Mutation(() => InviteContactsPayload, {
    description: 'Mails an invitation to each; owners of a space and staff who answer may do it.',
  })
  async inviteContacts(
    @Args('input') input: InviteContactsInput,
    @Acting() actor: Actor,
  ): Promise<InviteContactsPayload> {
    await this.people.inviteContacts(
      actor,
      localId('company', input.companyId),
      guests(input.people),
      input.role,
      input.locale,
    );
    return { done: true };
  }

  @Mutation(() => RemoveContactPayload, {
    description: 'Ends a contact’s access to this company; everything they wrote stays.',
  })
  async removeContact(
    @Args('input') input: RemoveContactInput,
    @Acting() actor: Actor,
  ): Promise<RemoveContactPayload> {
    await this.people.removeContact(
      actor,
      localId('company', input.companyId),
      localId('person', input.personId),
      localIdOrNull('person', input.newOwnerId),
    );
    return { done: true };
  }
}
