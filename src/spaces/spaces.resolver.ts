// Spaces in GraphQL, and the space of a company.
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/actor.js';
import { found } from '../platform/errors.js';
import {
  Acting,
  Ctx,
  type GraphqlContext,
  Nodes,
  byKey,
  globalId,
  groupBy,
  localId,
} from '../platform/graphql/index.js';
import { CompanyType, IdentityReads, PersonType, loadCompany, loadPerson } from '../identity/index.js';
import * as shapes from './spaces.graphql.js';
import { spaceAbilities } from './spaces.policy.js';
import { type SpaceRow, SpacesReads } from './spaces.reads.js';
import { SpacesService } from './spaces.service.js';

export const spaceShape = (row: SpaceRow): shapes.SpaceType => ({
  id: globalId('space', row.id),
  uuid: row.id,
  companyUuid: row.company_id,
  openedAt: row.opened_at,
  reason: row.reason ?? null,
});

export async function loadSpace(
  context: GraphqlContext,
  reads: SpacesReads,
  id: string,
): Promise<shapes.SpaceType> {
  const row = await context.load('space', id, async (ids) =>
    byKey(await reads.byIds(context.actor, ids), (each) => each.id),
  );
  return spaceShape(found(row));
}

@Resolver(() => shapes.SpaceType)
export class SpacesResolver {
  constructor(
    @Inject(SpacesService) private readonly service: SpacesService,
    @Inject(SpacesReads) private readonly reads: SpacesReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('space', 'Space', (context, id) => loadSpace(context, this.reads, id));
  }

  @Query(() => shapes.SpaceType, { description: 'NOT_FOUND for a space that the viewer cannot see.' })
  space(
    @Args('id', { type: () => ID }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.SpaceType> {
    return loadSpace(context, this.reads, localId('space', id));
  }

  @ResolveField(() => CompanyType)
  company(@Parent() space: shapes.SpaceType, @Ctx() context: GraphqlContext): Promise<CompanyType> {
    return loadCompany(context, this.identity, space.companyUuid);
  }

  @ResolveField(() => [shapes.MemberType], { description: 'Both sides, owners first.' })
  async members(
    @Parent() space: shapes.SpaceType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MemberType[]> {
    const rows = await context.load('members', space.uuid, async (ids) =>
      groupBy(await this.reads.members(context.actor, ids), (row) => row.space_id),
    );
    return Promise.all(
      (rows ?? []).map(async (row) => ({
        person: await loadPerson(context, this.identity, row.person_id),
        side: row.side,
        role: row.role,
        joinedAt: row.joined_at,
      })),
    );
  }

  @ResolveField(() => shapes.SpaceAbilities)
  abilities(@Parent() space: shapes.SpaceType, @Acting() actor: Actor): shapes.SpaceAbilities {
    return spaceAbilities(actor, { id: space.uuid });
  }

  @Mutation(() => shapes.OpenSpacePayload, {
    description: 'By hand, with a reason; CONFLICT when the company has its space.',
  })
  async openSpace(
    @Args('input') input: shapes.OpenSpaceInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.OpenSpacePayload> {
    const id = await this.service.open(context.actor, localId('company', input.companyId), input.reason);
    return { space: await loadSpace(context, this.reads, id) };
  }

  @Mutation(() => shapes.ChangeMemberRolePayload, {
    description: 'By owners for their own space and by staff; the last owner stays owner.',
  })
  async changeMemberRole(
    @Args('input') input: shapes.ChangeMemberRoleInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ChangeMemberRolePayload> {
    const spaceId = localId('space', input.spaceId);
    const space = await loadSpace(context, this.reads, spaceId);
    await this.service.changeRole(context.actor, spaceId, localId('person', input.personId), input.role);
    return { space };
  }
}

@Resolver(() => CompanyType)
export class CompanySpaceResolver {
  constructor(@Inject(SpacesReads) private readonly reads: SpacesReads) {}

  @ResolveField(() => shapes.SpaceType, {
    nullable: true,
    description: 'Null while the company has none, or for a contact who is no member.',
  })
  async space(
    @Parent() company: CompanyType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.SpaceType | null> {
    const row = await context.load('companySpace', company.uuid, async (ids) =>
      byKey(await this.reads.byCompanies(context.actor, ids), (each) => each.company_id),
    );
    return row ? spaceShape(row) : null;
  }
}

@Resolver(() => PersonType)
export class PersonSpacesResolver {
  constructor(@Inject(SpacesReads) private readonly reads: SpacesReads) {}

  @ResolveField(() => [shapes.SpaceType], {
    description: 'Spaces of which they are the last owner: somebody else has to be named when they go.',
  })
  async soleOwnerOf(
    @Parent() person: PersonType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.SpaceType[]> {
    const rows = await context.load('solelyOwned', person.uuid, async (ids) =>
      groupBy(await this.reads.solelyOwned(context.actor, ids), (row) => row.person_id),
    );
    return Promise.all((rows ?? []).map(({ space_id }) => loadSpace(context, this.reads, space_id)));
  }
}
