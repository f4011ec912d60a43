// The proof in GraphQL, and the words behind its figures.
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { must } from '../../platform/errors.js';
import { Acting, Ctx, type GraphqlContext, localIdOrNull } from '../../platform/graphql/index.js';
import { CompanyType, IdentityReads, loadCompany } from '../../identity/index.js';
import { AllVoicesArgs, PlanningVoiceConnection } from './planning.graphql.js';
import { canReadPlanning } from './planning.policy.js';
import { PlanningReads } from './planning.reads.js';
import { PlanningProof, ProofCompany } from './proof.graphql.js';
import { type Closure, ProofReads } from './proof.reads.js';
import { lastQuarters, parseQuarter } from './quarters.js';
import { PlanningVoices } from './voices.js';

/** The running quarter and the three before it. */
const QUARTERS = 4;

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const closing = ({ total, told, days }: Closure) => ({
  asked: total,
  told,
  closure: share(told, total),
  medianDays: days,
});

@Resolver()
export class ProofResolver {
  constructor(
    @Inject(ProofReads) private readonly proofs: ProofReads,
    @Inject(PlanningReads) private readonly planning: PlanningReads,
    @Inject(PlanningVoices) private readonly voiceLists: PlanningVoices,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Query(() => PlanningProof, { description: 'Staff only.' })
  async planningProof(
    @Acting() actor: Actor,
    @Args('quarter', { type: () => String, nullable: true, description: 'Such as 2026-Q4.' })
    quarter?: string | null,
  ): Promise<PlanningProof> {
    must(canReadPlanning(actor), 'STAFF_ONLY', 'Only staff read planning.');
    const zone = await this.planning.zone(actor);
    const quarters = lastQuarters(zone, this.clock.now(), QUARTERS);
    const [first, last] = [quarters[0], quarters.at(-1)];
    const shown = quarter
      ? parseQuarter(zone, quarter)
      : { from: first?.from ?? this.clock.now(), before: last?.before ?? this.clock.now() };
    const proof = await this.proofs.proof(actor, quarters, shown);
    return {
      quarters: proof.quarters.map((row) => ({
        ...closing(row),
        quarter: row.name,
        shipped: row.shipped,
        shippedWithVoc: row.with_voc,
        share: share(row.with_voc, row.shipped),
      })),
      categories: proof.categories.map((row) => ({ ...closing(row), category: row.category })),
      companies: proof.companies.map((row) => ({ ...closing(row), companyUuid: row.company_id })),
    };
  }

  @Query(() => PlanningVoiceConnection, {
    description: 'The words behind all that was shipped or declined: what the proof counts. Staff only.',
  })
  async planningVoices(
    @Args() args: AllVoicesArgs,
    @Acting() actor: Actor,
  ): Promise<PlanningVoiceConnection> {
    must(canReadPlanning(actor), 'STAFF_ONLY', 'Only staff read planning.');
    const zone = await this.planning.zone(actor);
    const quarters = lastQuarters(zone, this.clock.now(), QUARTERS);
    const span = args.quarter ? parseQuarter(zone, args.quarter) : null;
    const filter = {
      planningItemId: null,
      decision: null,
      decidedFrom: span?.from ?? quarters[0]?.from ?? null,
      decidedBefore: span?.before ?? quarters.at(-1)?.before ?? null,
      category: args.category ?? null,
      companyId: localIdOrNull('company', args.companyId),
      told: args.told ?? null,
    };
    return this.voiceLists.page(actor, filter, args);
  }
}

@Resolver(() => ProofCompany)
export class ProofCompanyResolver {
  constructor(@Inject(IdentityReads) private readonly identity: IdentityReads) {}

  @ResolveField(() => CompanyType)
  company(@Parent() each: ProofCompany, @Ctx() context: GraphqlContext): Promise<CompanyType> {
    return loadCompany(context, this.identity, each.companyUuid);
  }
}
