// What threads add to people, companies and merges in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { isStaff } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { must } from '../platform/errors.js';
import { Ctx, type GraphqlContext, byKey, groupBy, localIdOrNull } from '../platform/graphql/index.js';
import { CompanyType, MergePreview, PersonType } from '../identity/index.js';
import { CompanyFigures, type OpenThreads, OpenWork } from './people.graphql.js';
import { PeopleThreadsReads, type WorkRow } from './people.reads.js';
import { ThreadsReads } from './threads.reads.js';
import { loadThread } from './threads.shapes.js';
import { THREAD_STATES } from './thread.entity.js';

const FIGURE_DAYS = 30;

@Resolver(() => PersonType)
export class PersonThreadsResolver {
  constructor(
    @Inject(PeopleThreadsReads) private readonly reads: PeopleThreadsReads,
    @Inject(ThreadsReads) private readonly threads: ThreadsReads,
  ) {}

  @ResolveField(() => OpenWork, {
    description: 'What they have open, as far as the viewer sees it; of one company, or of all.',
  })
  async openWork(
    @Parent() person: PersonType,
    @Args('companyId', { type: () => ID, nullable: true }) companyId: string | null,
    @Ctx() context: GraphqlContext,
  ): Promise<OpenWork> {
    const company = localIdOrNull('company', companyId);
    const [assigned, started] = await Promise.all([
      context.load('assignedWork', person.uuid, async (ids) =>
        groupBy(await this.reads.assigned(context.actor, ids), (row) => row.person_id),
      ),
      context.load(`startedWork ${company ?? ''}`, person.uuid, async (ids) =>
        groupBy(await this.reads.started(context.actor, ids, company), (row) => row.person_id),
      ),
    ]);
    return {
      assigned: await this.named(context, assigned ?? []),
      started: await this.named(context, started ?? []),
    };
  }

  private async named(context: GraphqlContext, rows: WorkRow[]): Promise<OpenThreads[]> {
    const ordered = [...rows].sort(
      (one, other) => THREAD_STATES.indexOf(one.state) - THREAD_STATES.indexOf(other.state),
    );
    return Promise.all(
      ordered.map(async ({ state, n, first }) => ({
        state,
        count: n,
        first: await Promise.all(first.map((id) => loadThread(context, this.threads, id))),
      })),
    );
  }
}

@Resolver(() => CompanyType)
export class CompanyThreadsResolver {
  constructor(
    @Inject(PeopleThreadsReads) private readonly reads: PeopleThreadsReads,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField(() => CompanyFigures, { nullable: true, description: 'Staff only; null without a space.' })
  async figures(
    @Parent() company: CompanyType,
    @Ctx() context: GraphqlContext,
  ): Promise<CompanyFigures | null> {
    must(isStaff(context.actor), 'STAFF_ONLY', 'Only staff can read this.');
    const since = new Date(this.clock.now().getTime() - FIGURE_DAYS * 86_400_000);
    const row = await context.load('companyFigures', company.uuid, async (ids) =>
      byKey(await this.reads.companyFigures(context.actor, ids, since), (each) => each.company_id),
    );
    return row
      ? {
          open: row.open,
          waitingForUs: row.waiting_for_us,
          medianFirstResponseMinutes: row.median_first_response_minutes,
          firstResponses: row.first_responses,
          since,
        }
      : null;
  }
}

@Resolver(() => MergePreview)
export class MergeThreadsResolver {
  constructor(@Inject(PeopleThreadsReads) private readonly reads: PeopleThreadsReads) {}

  @ResolveField(() => Int, {
    description: 'Threads opened by, assigned to, or in the hotline of the duplicate.',
  })
  async threads(@Parent() preview: MergePreview, @Ctx() context: GraphqlContext): Promise<number> {
    return (await this.count(preview, context)).threads;
  }

  @ResolveField(() => Int)
  async messages(@Parent() preview: MergePreview, @Ctx() context: GraphqlContext): Promise<number> {
    return (await this.count(preview, context)).messages;
  }

  /** Both fields ask once. */
  private async count(
    { kind, duplicateUuid }: MergePreview,
    context: GraphqlContext,
  ): Promise<{ threads: number; messages: number }> {
    const counted = await context.load(`merge ${kind}`, duplicateUuid, async ([id = '']) => {
      const n = await (kind === 'PERSON'
        ? this.reads.ofPerson(context.actor, id)
        : this.reads.ofCompany(context.actor, id));
      return new Map([[id, n]]);
    });
    return counted ?? { threads: 0, messages: 0 };
  }
}
