// Adoption in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/actor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { must } from '../platform/errors.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  localIdOrNull,
  toPage,
} from '../platform/graphql/index.js';
import { CompanyType, IdentityReads, loadCompany } from '../identity/index.js';
import { SessionsReads, TrainingSessionType, loadSession } from '../training/index.js';
import * as shapes from './adoption.graphql.js';
import { canReadAdoption } from './adoption.policy.js';
import { AdoptionReads } from './adoption.reads.js';
import { adoptionShape, sumsShape } from './adoption.shapes.js';

@Resolver(() => shapes.Adoption)
export class AdoptionResolver {
  constructor(
    @Inject(AdoptionReads) private readonly reads: AdoptionReads,
    @Inject(SessionsReads) private readonly sessions: SessionsReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => shapes.AdoptionConnection, {
    description:
      'What companies practised and said before and after their trainings, the latest training first. Staff only.',
  })
  async trainingAdoption(
    @Args() args: shapes.TrainingAdoptionArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.AdoptionConnection> {
    must(canReadAdoption(actor), 'STAFF_ONLY', 'Only staff read what a training has changed.');
    const weeks = args.weeks ?? this.config.adoptionWeeks;
    const narrow = {
      courseId: localIdOrNull('course', args.courseId),
      companyId: localIdOrNull('company', args.companyId),
    };
    const zone = await this.reads.zone(actor);
    const list = { name: 'trainingAdoption', filter: { weeks, ...narrow } };
    const [at, sessionId, companyId] = args.after ? this.cursors.decode(list, args.after) : [];
    const after = args.after
      ? { at: String(at), sessionId: String(sessionId), companyId: String(companyId) }
      : null;
    const rows = await this.reads.page(actor, narrow, weeks, args.first, after);
    const page = toPage(
      this.cursors,
      list,
      args.first,
      rows,
      (row) => [row.starts_at.toISOString(), row.session_id, row.company_id],
      (row) => adoptionShape(zone, weeks, row),
    );
    return { ...page, weeks, narrow };
  }

  @ResolveField(() => CompanyType)
  company(@Parent() adoption: shapes.Adoption, @Ctx() context: GraphqlContext): Promise<CompanyType> {
    return loadCompany(context, this.identity, adoption.companyUuid);
  }

  @ResolveField(() => TrainingSessionType)
  trainingSession(
    @Parent() adoption: shapes.Adoption,
    @Ctx() context: GraphqlContext,
  ): Promise<TrainingSessionType> {
    return loadSession(context, this.sessions, adoption.sessionUuid);
  }
}

@Resolver(() => shapes.AdoptionConnection)
export class AdoptionConnectionResolver {
  constructor(@Inject(AdoptionReads) private readonly reads: AdoptionReads) {}

  @ResolveField(() => shapes.AdoptionSums)
  async sums(
    @Parent() { weeks, narrow }: shapes.AdoptionConnection,
    @Acting() actor: Actor,
  ): Promise<shapes.AdoptionSums> {
    return sumsShape(await this.reads.sums(actor, narrow, weeks));
  }
}
