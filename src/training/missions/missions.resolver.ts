// Steps as people have them, what they showed, and the queue of the team.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, isStaff } from '../../platform/actor.js';
import { Refusal, must } from '../../platform/errors.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  Nodes,
  globalId,
  groupBy,
  localId,
  localIdOrNull,
  toPage,
} from '../../platform/graphql/index.js';
import { IdentityReads, PersonType, loadPerson, loadPersonOrNull } from '../../identity/index.js';
import { NotificationType } from '../../notifications/index.js';
import { CourseText, companyInUrls } from '../courses/index.js';
import * as shapes from './missions.graphql.js';
import { MissionsReads } from './missions.reads.js';
import { MissionsService } from './missions.service.js';
import {
  loadMissionStep,
  loadMissionTexts,
  loadProject,
  loadSubmission,
  missionFileShape,
  missionStepShape,
  submissionShape,
} from './missions.shapes.js';
import { ProgressReads } from './progress.reads.js';

@Resolver(() => shapes.MissionStepType)
export class MissionStepResolver {
  constructor(
    @Inject(MissionsReads) private readonly reads: MissionsReads,
    @Inject(MissionsService) private readonly service: MissionsService,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('missionstep', 'MissionStep', (context, id) => loadMissionStep(context, this.reads, id));
  }

  @Query(() => [shapes.MissionStepType], {
    description:
      'Of a contact, for the company they act for: their own steps and their team’s, what is due first comes first.',
  })
  async myMissions(@Acting() actor: Actor): Promise<shapes.MissionStepType[]> {
    must(actor.kind === 'contact');
    return (await this.reads.mine(actor)).map((row) => missionStepShape(actor, row));
  }

  @Mutation(() => shapes.SubmitStepPayload, {
    description: 'Shows that a step is done. CONFLICT while it waits for a review, and when it has passed.',
  })
  async submitStep(
    @Args('input') input: shapes.SubmitStepInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.SubmitStepPayload> {
    const id = await this.service.submit(context.actor, localId('missionstep', input.missionStepId), {
      words: input.words ?? null,
      url: input.url ?? null,
      fileId: localIdOrNull('missionfile', input.missionFileId),
    });
    return { missionStep: await loadMissionStep(context, this.reads, id) };
  }

  @ResolveField(() => [CourseText], { description: 'What to do.' })
  texts(@Parent() step: shapes.MissionStepType, @Ctx() context: GraphqlContext): Promise<CourseText[]> {
    return loadMissionTexts(context, this.reads, step.stepUuid);
  }

  @ResolveField(() => [CourseText])
  missionTexts(
    @Parent() step: shapes.MissionStepType,
    @Ctx() context: GraphqlContext,
  ): Promise<CourseText[]> {
    return loadMissionTexts(context, this.reads, step.missionUuid);
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'Null: it is the team’s, and any of them does it.',
  })
  person(@Parent() step: shapes.MissionStepType, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, step.personUuid);
  }

  @ResolveField(() => shapes.TrainingProjectType)
  project(
    @Parent() step: shapes.MissionStepType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TrainingProjectType> {
    return loadProject(context, this.reads, step.projectUuid);
  }

  @ResolveField(() => [shapes.MissionSubmissionType], {
    description: 'Oldest first. Empty for who may not read what was shown.',
  })
  async submissions(
    @Parent() step: shapes.MissionStepType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MissionSubmissionType[]> {
    const rows = await context.load('missionSubmissions', step.uuid, async (ids) =>
      groupBy(await this.reads.submissions(context.actor, ids), (each) => each.mission_step_id),
    );
    return (rows ?? []).map((row) => submissionShape(context.actor, row));
  }
}

@Resolver(() => shapes.MissionSubmissionType)
export class MissionSubmissionResolver {
  constructor(
    @Inject(MissionsReads) private readonly reads: MissionsReads,
    @Inject(ProgressReads) private readonly progress: ProgressReads,
    @Inject(MissionsService) private readonly service: MissionsService,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('missionsubmission', 'MissionSubmission', (context, id) =>
      loadSubmission(context, this.reads, id),
    );
  }

  @Query(() => shapes.MissionSubmissionConnection, {
    description: 'What was shown and waits for a review, the oldest first. Staff only.',
  })
  async missionReviews(
    @Args() args: shapes.MissionReviewsArgs,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MissionSubmissionConnection> {
    const { actor } = context;
    must(isStaff(actor));
    const filter = { queue: args.queue, companyId: localIdOrNull('company', args.companyId) };
    const list = { name: 'missionReviews', filter };
    const [at, id] = args.after ? this.cursors.decode(list, args.after) : [];
    const after = args.after ? { at: String(at), id: String(id) } : null;
    const rows = await this.progress.queue(actor, filter, args.first, after);
    const shown = await this.reads.submissionsByIds(
      actor,
      rows.map((row) => row.id),
    );
    const byId = new Map(shown.map((row) => [row.id, row]));
    const here = rows.flatMap((row) => byId.get(row.id) ?? []);
    return toPage(
      this.cursors,
      list,
      args.first,
      here,
      (row) => [row.at.toISOString(), row.id],
      (row) => submissionShape(actor, row),
    );
  }

  @Query(() => shapes.MissionReviewCounts, { description: 'How much waits for a review. Staff only.' })
  missionReviewCounts(@Acting() actor: Actor): Promise<shapes.MissionReviewCounts> {
    must(isStaff(actor));
    return this.progress.waiting(actor);
  }

  @Mutation(() => shapes.ReviewSubmissionPayload, {
    description:
      'Once for what was shown: CONFLICT, naming who, when a colleague was quicker. Staff who answer.',
  })
  async reviewSubmission(
    @Args('input') input: shapes.ReviewSubmissionInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ReviewSubmissionPayload> {
    const { verdict, comment = null, praise = null } = input;
    const submissionId = localId('missionsubmission', input.submissionId);
    const id = await this.service.review(context.actor, submissionId, { verdict, comment, praise });
    return { submission: await loadSubmission(context, this.reads, id) };
  }

  @ResolveField(() => PersonType, { description: 'Who showed it.' })
  person(
    @Parent() submission: shapes.MissionSubmissionType,
    @Ctx() context: GraphqlContext,
  ): Promise<PersonType> {
    return loadPerson(context, this.identity, submission.personUuid);
  }

  @ResolveField(() => shapes.MissionStepType)
  missionStep(
    @Parent() submission: shapes.MissionSubmissionType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MissionStepType> {
    return loadMissionStep(context, this.reads, submission.stepUuid);
  }

  @ResolveField(() => shapes.MissionFile, { nullable: true })
  async file(
    @Parent() { fileRow }: shapes.MissionSubmissionType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MissionFile | null> {
    return fileRow && missionFileShape(fileRow, await companyInUrls(context, this.identity));
  }
}

@Resolver(() => shapes.MissionReview)
export class MissionReviewResolver {
  constructor(@Inject(IdentityReads) private readonly identity: IdentityReads) {}

  @ResolveField(() => PersonType)
  reviewer(@Parent() review: shapes.MissionReview, @Ctx() context: GraphqlContext): Promise<PersonType> {
    return loadPerson(context, this.identity, review.reviewerUuid);
  }
}

@Resolver(() => shapes.StuckStep)
export class StuckStepsResolver {
  constructor(
    @Inject(MissionsReads) private readonly reads: MissionsReads,
    @Inject(ProgressReads) private readonly progress: ProgressReads,
  ) {}

  @Query(() => [shapes.StuckStep], {
    description:
      'Steps by the share of people who are late with them or were sent back, and those about which people asked; 50 at most. Staff only.',
  })
  async stuckSteps(
    @Args() args: shapes.StuckStepsArgs,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.StuckStep[]> {
    must(isStaff(context.actor));
    const rows = await this.progress.stuck(context.actor, {
      courseId: localIdOrNull('course', args.courseId),
      companyId: localIdOrNull('company', args.companyId),
    });
    const texts = (id: string): Promise<CourseText[]> => loadMissionTexts(context, this.reads, id);
    return Promise.all(
      rows.map(async (row) => {
        const [courseTexts, missionTexts, own] = await Promise.all([
          texts(row.course_version_id),
          texts(row.mission_id),
          texts(row.step_id),
        ]);
        return {
          id: globalId('coursestep', row.step_id),
          courseTexts,
          missionTexts,
          texts: own,
          people: row.people,
          late: row.late,
          sentBack: row.sent_back,
          share: row.stuck / row.people,
          troubles: row.troubles,
          troubledCompanies: row.troubled_companies,
        };
      }),
    );
  }
}

@Resolver(() => NotificationType)
export class NotificationMissionResolver {
  constructor(@Inject(MissionsReads) private readonly reads: MissionsReads) {}

  @ResolveField(() => shapes.MissionStepType, {
    nullable: true,
    description: 'Null when the viewer no longer sees it.',
  })
  async missionStep(
    @Parent() notification: NotificationType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MissionStepType | null> {
    if (notification.subjectType !== 'missionstep') return null;
    try {
      return await loadMissionStep(context, this.reads, notification.subjectUuid);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }
}
