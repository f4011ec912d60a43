// Quiet companies in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { must } from '../../platform/errors.js';
import { Acting, Ctx, Cursors, type GraphqlContext, toPage } from '../../platform/graphql/index.js';
import {
  CompanyType,
  IdentityReads,
  PersonType,
  loadCompany,
  loadPersonOrNull,
} from '../../identity/index.js';
import { SessionsReads, TrainingSessionType, loadSession } from '../sessions/index.js';
import { weeksQuiet } from './quiet-day.js';
import * as shapes from './quiet.graphql.js';
import { canReadQuiet } from './quiet.policy.js';
import { QuietReads } from './quiet.reads.js';
import { QuietService } from './quiet.service.js';

@Resolver(() => shapes.QuietCompany)
export class QuietResolver {
  constructor(
    @Inject(QuietReads) private readonly reads: QuietReads,
    @Inject(QuietService) private readonly service: QuietService,
    @Inject(SessionsReads) private readonly sessions: SessionsReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  @Query(() => shapes.QuietCompanyConnection, {
    description:
      'Companies of which nothing was heard for some weeks, the longest first: on the day on which the weeks are full they are here, and with their next word they are gone. Staff only.',
  })
  async quietCompanies(
    @Args() args: shapes.QuietCompaniesArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.QuietCompanyConnection> {
    must(canReadQuiet(actor), 'STAFF_ONLY', 'Only staff read who is quiet.');
    const weeks = args.weeks ?? this.service.weeks;
    const trained = args.trained ?? null;
    const { zone, on } = await this.service.today(weeks);
    const list = { name: 'quietCompanies', filter: { weeks, trained } };
    const [at, id] = args.after ? this.cursors.decode(list, args.after) : [];
    const after = args.after ? { at: String(at), id: String(id) } : null;
    const rows = await this.reads.page(actor, on, trained, args.first, after);
    const page = toPage(
      this.cursors,
      list,
      args.first,
      rows,
      (row) => [row.since.toISOString(), row.company_id],
      (row): shapes.QuietCompany => ({
        since: row.since,
        weeks: weeksQuiet(zone, row.since, on.day),
        lastWordAt: row.word_at,
        trainedAt: row.trained_at,
        companyUuid: row.company_id,
        sessionUuid: row.session_id,
        responsibleUuid: row.responsible_id,
      }),
    );
    return { ...page, weeks, on, trained };
  }

  @ResolveField(() => CompanyType)
  company(@Parent() quiet: shapes.QuietCompany, @Ctx() context: GraphqlContext): Promise<CompanyType> {
    return loadCompany(context, this.identity, quiet.companyUuid);
  }

  @ResolveField(() => TrainingSessionType, {
    nullable: true,
    description: 'The last one at which somebody of the company was there.',
  })
  async lastTraining(
    @Parent() quiet: shapes.QuietCompany,
    @Ctx() context: GraphqlContext,
  ): Promise<TrainingSessionType | null> {
    return quiet.sessionUuid ? loadSession(context, this.sessions, quiet.sessionUuid) : null;
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description:
      'Who of the staff looks after it: to whom the thread that was talked in last is assigned; where none is, the trainer of the last training.',
  })
  responsible(
    @Parent() quiet: shapes.QuietCompany,
    @Ctx() context: GraphqlContext,
  ): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, quiet.responsibleUuid);
  }
}

@Resolver(() => shapes.QuietCompanyConnection)
export class QuietConnectionResolver {
  constructor(@Inject(QuietReads) private readonly reads: QuietReads) {}

  @ResolveField(() => Int)
  totalCount(
    @Parent() { on, trained }: shapes.QuietCompanyConnection,
    @Acting() actor: Actor,
  ): Promise<number> {
    return this.reads.count(actor, on, trained);
  }
}
