// The load of the team in GraphQL.
import { Inject } from '@nestjs/common';
import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, leads } from '../platform/actor.js';
import { must } from '../platform/errors.js';
import { Acting, Ctx, type GraphqlContext } from '../platform/graphql/index.js';
import { IdentityReads, PersonType, loadPersonOrNull } from '../identity/index.js';
import { TeamLoad } from './team.graphql.js';
import { TeamReads } from './team.reads.js';

@Resolver(() => TeamLoad)
export class TeamResolver {
  constructor(
    @Inject(TeamReads) private readonly reads: TeamReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
  ) {}

  @Query(() => [TeamLoad], {
    description: 'How much each colleague has to do: nobody’s threads first, then the fullest. For leads.',
  })
  async teamLoad(@Acting() actor: Actor): Promise<TeamLoad[]> {
    must(leads(actor));
    return (await this.reads.load(actor)).map((row) => ({
      inProgress: row.in_progress,
      waitingForUs: row.waiting_for_us,
      oldestWait: row.oldest_wait,
      personUuid: row.person_id,
    }));
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Null: threads that nobody takes care of.' })
  person(@Parent() load: TeamLoad, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, load.personUuid);
  }
}
