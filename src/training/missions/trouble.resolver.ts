// Trouble in GraphQL: opening a thread from a step, what a thread is about, and what was asked about a step.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isStaff } from '../../platform/actor.js';
import { must } from '../../platform/errors.js';
import {
  Ctx,
  Cursors,
  type GraphqlContext,
  byKey,
  groupBy,
  localId,
  localIdOrNull,
  toPage,
} from '../../platform/graphql/index.js';
import { ThreadType, ThreadsReads, loadThread, uploadIds } from '../../threads/index.js';
import { MissionProgress, MissionStepType } from './missions.graphql.js';
import { MissionsReads } from './missions.reads.js';
import { loadMissionStep, progressShape } from './missions.shapes.js';
import { ProgressReads } from './progress.reads.js';
import * as shapes from './trouble.graphql.js';
import { TroubleReads } from './trouble.reads.js';
import { TroubleService } from './trouble.service.js';
import { troubleShape } from './trouble.shapes.js';

@Resolver(() => shapes.MissionTrouble)
export class MissionTroubleResolver {
  constructor(
    @Inject(TroubleReads) private readonly reads: TroubleReads,
    @Inject(TroubleService) private readonly service: TroubleService,
    @Inject(MissionsReads) private readonly missions: MissionsReads,
    @Inject(ProgressReads) private readonly progressReads: ProgressReads,
    @Inject(ThreadsReads) private readonly threads: ThreadsReads,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  @Query(() => shapes.MissionTroubleConnection, {
    description: 'Threads that were opened because somebody was stuck on a step, newest first. Staff only.',
  })
  async missionTroubles(
    @Args() { stepId, first, after }: shapes.MissionTroublesArgs,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<shapes.MissionTroubleConnection> {
    must(isStaff(actor));
    const step = localIdOrNull('coursestep', stepId);
    const list = { name: 'missionTroubles', filter: step };
    const [at, id] = after ? this.cursors.decode(list, after) : [];
    const rows = await this.reads.list(actor, step, first, after ? { at: String(at), id: String(id) } : null);
    return toPage(
      this.cursors,
      list,
      first,
      rows,
      (row) => [row.opened_at.toISOString(), row.thread_id],
      troubleShape,
    );
  }

  @Mutation(() => shapes.OpenTroublePayload, {
    description:
      'Opens a thread in the space of the company whose step it is, with the step as what it is about. Whose step it is.',
  })
  async openTrouble(
    @Args('input') input: shapes.OpenTroubleInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.OpenTroublePayload> {
    const id = await this.service.open(context.actor, localId('missionstep', input.missionStepId), {
      title: input.title ?? null,
      body: input.body,
      attachmentIds: uploadIds(input.attachmentIds),
      key: input.idempotencyKey ?? null,
    });
    return { thread: await loadThread(context, this.threads, id) };
  }

  @ResolveField(() => ThreadType)
  thread(@Parent() trouble: shapes.MissionTrouble, @Ctx() context: GraphqlContext): Promise<ThreadType> {
    return loadThread(context, this.threads, trouble.threadUuid);
  }

  @ResolveField(() => MissionStepType, {
    nullable: true,
    description: 'As they have it; null for who reads the thread and not what a colleague has to do.',
  })
  missionStep(
    @Parent() trouble: shapes.MissionTrouble,
    @Ctx() context: GraphqlContext,
  ): Promise<MissionStepType> | null {
    return trouble.seen ? loadMissionStep(context, this.missions, trouble.stepUuid) : null;
  }

  @ResolveField(() => MissionProgress, {
    nullable: true,
    description: 'Of who asked: staff, the owner of the space and they themselves see it.',
  })
  async progress(
    @Parent() trouble: shapes.MissionTrouble,
    @Ctx() context: GraphqlContext,
  ): Promise<MissionProgress | null> {
    const members = await context.load('projectMembers', trouble.projectUuid, async (ids) =>
      groupBy(await this.progressReads.ofPeople(context.actor, ids), (each) => each.project_id),
    );
    const asking = members?.find(({ person_id }) => person_id === trouble.openedByUuid);
    return asking ? progressShape(asking) : null;
  }
}

@Resolver(() => MissionStepType)
export class StepTroubleResolver {
  constructor(
    @Inject(TroubleReads) private readonly reads: TroubleReads,
    @Inject(ThreadsReads) private readonly threads: ThreadsReads,
  ) {}

  @ResolveField(() => [ThreadType], {
    description:
      'Threads that people of this company opened because they were stuck on this step, newest first.',
  })
  async troubles(@Parent() step: MissionStepType, @Ctx() context: GraphqlContext): Promise<ThreadType[]> {
    const rows = await context.load('stepTroubles', step.uuid, async (ids) =>
      groupBy(await this.reads.ofSteps(context.actor, ids), (each) => each.mission_step_id),
    );
    return Promise.all((rows ?? []).map(({ thread_id }) => loadThread(context, this.threads, thread_id)));
  }
}

@Resolver(() => ThreadType)
export class ThreadTroubleResolver {
  constructor(@Inject(TroubleReads) private readonly reads: TroubleReads) {}

  @ResolveField(() => shapes.MissionTrouble, {
    nullable: true,
    description: 'The step of a mission that it is about; null for all others.',
  })
  async missionTrouble(
    @Parent() thread: ThreadType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MissionTrouble | null> {
    const row = await context.load('threadTrouble', thread.uuid, async (ids) =>
      byKey(await this.reads.ofThreads(context.actor, ids), (each) => each.thread_id),
    );
    return row ? troubleShape(row) : null;
  }
}
