// Sessions in GraphQL: what they are and who takes part; commands stand in teaching.resolver.ts.
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, isStaff } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  Nodes,
  byKey,
  globalId,
  groupBy,
  localId,
  localIdOrNull,
  toPage,
} from '../../platform/graphql/index.js';
import { CompanyType, IdentityReads, PersonType, loadCompany, loadPerson } from '../../identity/index.js';
import { CourseVersionType, CoursesReads, companyInUrls, loadCourseVersion } from '../courses/index.js';
import * as shapes from './sessions.graphql.js';
import { canTeach, trainingAbilities } from './sessions.policy.js';
import { type DeskRow, type ParticipantRow, SessionsReads } from './sessions.reads.js';
import {
  feedbackShape,
  figuresShape,
  loadSession,
  participantShape,
  sessionShape,
} from './sessions.shapes.js';

@Resolver(() => shapes.TrainingSessionType)
export class SessionsResolver {
  constructor(
    @Inject(SessionsReads) private readonly reads: SessionsReads,
    @Inject(CoursesReads) private readonly courses: CoursesReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('trainingsession', 'TrainingSession', (context, id) =>
      loadSession(context, this.reads, id),
    );
  }

  @Query(() => shapes.TrainingSessionConnection, {
    description: 'Contacts see those in which they take part, and those that are open to their company.',
  })
  async trainingSessions(
    @Args() args: shapes.TrainingSessionsArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.TrainingSessionConnection> {
    const filter = { when: args.when, courseId: localIdOrNull('course', args.courseId) };
    const list = { name: 'trainingSessions', filter };
    const [at, id] = args.after ? this.cursors.decode(list, args.after) : [];
    const after = args.after ? { at: String(at), id: String(id) } : null;
    const rows = await this.reads.list(actor, filter, args.first, after);
    return toPage(
      this.cursors,
      list,
      args.first,
      rows,
      (row) => [row.starts_at.toISOString(), row.id],
      sessionShape,
    );
  }

  @Query(() => shapes.TrainingSessionType)
  trainingSession(
    @Args('trainingSessionId', { type: () => ID }) trainingSessionId: string,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TrainingSessionType> {
    return loadSession(context, this.reads, localId('trainingsession', trainingSessionId));
  }

  @ResolveField(() => CourseVersionType, { description: 'What is taught.' })
  courseVersion(
    @Parent() session: shapes.TrainingSessionType,
    @Ctx() context: GraphqlContext,
  ): Promise<CourseVersionType> {
    return loadCourseVersion(context, this.courses, session.versionUuid);
  }

  @ResolveField(() => PersonType)
  trainer(
    @Parent() session: shapes.TrainingSessionType,
    @Ctx() context: GraphqlContext,
  ): Promise<PersonType> {
    return loadPerson(context, this.identity, session.trainerUuid);
  }

  @ResolveField(() => [shapes.TrainingParticipant], {
    description: 'By company and name; contacts see those of their own company alone.',
  })
  async participants(
    @Parent() session: shapes.TrainingSessionType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TrainingParticipant[]> {
    const rows = await context.load('trainingParticipants', session.uuid, async (ids) =>
      groupBy(await this.reads.participants(context.actor, ids), (row) => row.session_id),
    );
    return (rows ?? []).map(participantShape);
  }

  @ResolveField(() => shapes.TrainingParticipant, {
    nullable: true,
    description: 'The viewer, where they take part.',
  })
  async mine(
    @Parent() session: shapes.TrainingSessionType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TrainingParticipant | null> {
    const row = await this.mineOf(context, session.uuid);
    return row && participantShape(row);
  }

  @ResolveField(() => [CompanyType], {
    description: 'Companies that it is open to; for contacts their own at most.',
  })
  async openTo(
    @Parent() session: shapes.TrainingSessionType,
    @Ctx() context: GraphqlContext,
  ): Promise<CompanyType[]> {
    const rows = await this.openOf(context, session.uuid);
    return Promise.all(rows.map(({ company_id }) => loadCompany(context, this.identity, company_id)));
  }

  @ResolveField(() => Int, { nullable: true, description: 'Places. Staff who answer; null: any number.' })
  async capacity(
    @Parent() session: shapes.TrainingSessionType,
    @Ctx() context: GraphqlContext,
  ): Promise<number | null> {
    return (await this.deskOf(context, session.uuid))?.capacity ?? null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Six digits with which participants say “I am here”. Staff who answer.',
  })
  async code(
    @Parent() session: shapes.TrainingSessionType,
    @Ctx() context: GraphqlContext,
  ): Promise<string | null> {
    return canTeach(context.actor) ? ((await this.deskOf(context, session.uuid))?.code ?? null) : null;
  }

  @ResolveField(() => shapes.TrainingFigures, { nullable: true, description: 'Staff only.' })
  async figures(
    @Parent() session: shapes.TrainingSessionType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TrainingFigures | null> {
    if (!isStaff(context.actor)) return null;
    const row = await context.load('trainingFigures', session.uuid, async (ids) =>
      byKey(await this.reads.figures(context.actor, ids), (each) => each.session_id),
    );
    return figuresShape(row);
  }

  @ResolveField(() => [shapes.TrainingFeedback], {
    description: 'Newest first; contacts see what they said themselves.',
  })
  async feedback(
    @Parent() session: shapes.TrainingSessionType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TrainingFeedback[]> {
    const rows = await context.load('trainingFeedback', session.uuid, async (ids) =>
      groupBy(await this.reads.feedbacks(context.actor, ids), (row) => row.session_id),
    );
    return (rows ?? []).map(feedbackShape);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'A path of this server: the session as a file for calendars. Of those who take part.',
  })
  async calendarUrl(
    @Parent() session: shapes.TrainingSessionType,
    @Ctx() context: GraphqlContext,
  ): Promise<string | null> {
    if (!(await this.mineOf(context, session.uuid))) return null;
    const company = await companyInUrls(context, this.identity);
    return `/training/calendar/${globalId('trainingsession', session.uuid)}.ics?company=${encodeURIComponent(company ?? '')}`;
  }

  @ResolveField(() => shapes.TrainingAbilities)
  async abilities(
    @Parent() session: shapes.TrainingSessionType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TrainingAbilities> {
    const [mine, open] = await Promise.all([
      this.mineOf(context, session.uuid),
      this.openOf(context, session.uuid),
    ]);
    const looked = { state: session.state, endsAt: session.endsAt, closedAt: session.closedAt ?? null };
    const { actor } = context;
    const isOpen = actor.kind === 'contact' && open.length > 0;
    return trainingAbilities(
      actor,
      looked,
      isOpen,
      mine && { attendedAt: mine.attended_at },
      this.clock.now(),
    );
  }

  private mineOf(context: GraphqlContext, id: string): Promise<ParticipantRow | null> {
    return context.load('trainingMine', id, async (ids) =>
      byKey(await this.reads.mine(context.actor, ids), (each) => each.session_id),
    );
  }

  private async openOf(context: GraphqlContext, id: string): Promise<{ company_id: string }[]> {
    const rows = await context.load('trainingOpen', id, async (ids) =>
      groupBy(await this.reads.openTo(context.actor, ids), (row) => row.session_id),
    );
    return rows ?? [];
  }

  private deskOf(context: GraphqlContext, id: string): Promise<DeskRow | null> {
    return context.load('trainingDesk', id, async (ids) =>
      byKey(await this.reads.desks(context.actor, ids), (each) => each.session_id),
    );
  }
}

@Resolver(() => shapes.TrainingParticipant)
export class TrainingParticipantResolver {
  constructor(@Inject(IdentityReads) private readonly identity: IdentityReads) {}

  @ResolveField(() => PersonType)
  person(
    @Parent() participant: shapes.TrainingParticipant,
    @Ctx() context: GraphqlContext,
  ): Promise<PersonType> {
    return loadPerson(context, this.identity, participant.personUuid);
  }

  @ResolveField(() => CompanyType)
  company(
    @Parent() participant: shapes.TrainingParticipant,
    @Ctx() context: GraphqlContext,
  ): Promise<CompanyType> {
    return loadCompany(context, this.identity, participant.companyUuid);
  }
}

@Resolver(() => shapes.TrainingFeedback)
export class TrainingFeedbackResolver {
  constructor(@Inject(IdentityReads) private readonly identity: IdentityReads) {}

  @ResolveField(() => PersonType)
  person(@Parent() feedback: shapes.TrainingFeedback, @Ctx() context: GraphqlContext): Promise<PersonType> {
    return loadPerson(context, this.identity, feedback.personUuid);
  }

  @ResolveField(() => CompanyType)
  company(@Parent() feedback: shapes.TrainingFeedback, @Ctx() context: GraphqlContext): Promise<CompanyType> {
    return loadCompany(context, this.identity, feedback.companyUuid);
  }
}
