// Projects in GraphQL: how far a company is, by step and by person, and what is said aloud.
import { Inject } from '@nestjs/common';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Refusal } from '../../platform/errors.js';
import {
  Ctx,
  type GraphqlContext,
  Nodes,
  byKey,
  globalId,
  groupBy,
  localId,
} from '../../platform/graphql/index.js';
import { CompanyType, IdentityReads, PersonType, loadCompany, loadPerson } from '../../identity/index.js';
import { SpaceType } from '../../spaces/index.js';
import { CourseText } from '../courses/index.js';
import { SessionsReads, TrainingSessionType, loadSession } from '../sessions/index.js';
import * as shapes from './missions.graphql.js';
import { MissionsReads } from './missions.reads.js';
import {
  loadMissionTexts,
  loadProject,
  memberShape,
  missionStepShape,
  progressShape,
  projectShape,
  projectStepShape,
} from './missions.shapes.js';
import { ProgressReads } from './progress.reads.js';

@Resolver(() => shapes.TrainingProjectType)
export class TrainingProjectResolver {
  constructor(
    @Inject(MissionsReads) private readonly reads: MissionsReads,
    @Inject(ProgressReads) private readonly progressReads: ProgressReads,
    @Inject(SessionsReads) private readonly sessions: SessionsReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('trainingproject', 'TrainingProject', (context, id) =>
      loadProject(context, this.reads, id),
    );
  }

  @Query(() => shapes.TrainingProjectType, {
    description: 'Of contacts those who were there, and the owner of the space, see it.',
  })
  trainingProject(
    @Args('trainingProjectId', { type: () => ID }) trainingProjectId: string,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TrainingProjectType> {
    return loadProject(context, this.reads, localId('trainingproject', trainingProjectId));
  }

  @ResolveField(() => CompanyType)
  company(
    @Parent() project: shapes.TrainingProjectType,
    @Ctx() context: GraphqlContext,
  ): Promise<CompanyType> {
    return loadCompany(context, this.identity, project.companyUuid);
  }

  @ResolveField(() => [CourseText], { description: 'What was taught.' })
  courseTexts(
    @Parent() project: shapes.TrainingProjectType,
    @Ctx() context: GraphqlContext,
  ): Promise<CourseText[]> {
    return loadMissionTexts(context, this.reads, project.versionUuid);
  }

  @ResolveField(() => TrainingSessionType, {
    nullable: true,
    description: 'Null for an owner who does not see the session.',
  })
  async trainingSession(
    @Parent() project: shapes.TrainingProjectType,
    @Ctx() context: GraphqlContext,
  ): Promise<TrainingSessionType | null> {
    try {
      return await loadSession(context, this.sessions, project.sessionUuid);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  @ResolveField(() => shapes.MissionProgress)
  async progress(
    @Parent() project: shapes.TrainingProjectType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MissionProgress> {
    const row = await context.load('projectProgress', project.uuid, async (ids) =>
      byKey(await this.progressReads.ofProjects(context.actor, ids), (each) => each.project_id),
    );
    return progressShape(row);
  }

  @ResolveField(() => [shapes.TrainingProjectStep], { description: 'In the order of the course.' })
  async steps(
    @Parent() project: shapes.TrainingProjectType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TrainingProjectStep[]> {
    const rows = await context.load('projectSteps', project.uuid, async (ids) =>
      groupBy(await this.progressReads.ofSteps(context.actor, ids), (each) => each.project_id),
    );
    return (rows ?? []).map(projectStepShape);
  }

  @ResolveField(() => [shapes.TrainingProjectMember], {
    description: 'By name; a participant sees themselves, the owner and staff see all.',
  })
  async members(
    @Parent() project: shapes.TrainingProjectType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TrainingProjectMember[]> {
    const rows = await context.load('projectMembers', project.uuid, async (ids) =>
      groupBy(await this.progressReads.ofPeople(context.actor, ids), (each) => each.project_id),
    );
    return (rows ?? []).map(memberShape);
  }

  @ResolveField(() => [shapes.MissionStepType], {
    description:
      'As people have them: a participant sees their own and the team’s, the owner and staff see all.',
  })
  async missionSteps(
    @Parent() project: shapes.TrainingProjectType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MissionStepType[]> {
    const rows = await context.load('projectMissionSteps', project.uuid, async (ids) =>
      groupBy(await this.reads.stepsOfProjects(context.actor, ids), (each) => each.project_id),
    );
    return (rows ?? []).map((row) => missionStepShape(context.actor, row));
  }

  @ResolveField(() => [shapes.MissionPraise], { description: 'Newest first; the whole team reads it.' })
  async praise(
    @Parent() project: shapes.TrainingProjectType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MissionPraise[]> {
    const rows = await context.load('projectPraise', project.uuid, async (ids) =>
      groupBy(await this.reads.praise(context.actor, ids), (each) => each.project_id),
    );
    return (rows ?? []).map(({ id, person_id, step_id, words, at }) => ({
      id: globalId('missionpraise', id),
      personUuid: person_id,
      stepUuid: step_id,
      words,
      at,
    }));
  }
}

@Resolver(() => shapes.TrainingProjectStep)
export class TrainingProjectStepResolver {
  constructor(@Inject(MissionsReads) private readonly reads: MissionsReads) {}

  @ResolveField(() => [CourseText])
  texts(@Parent() step: shapes.TrainingProjectStep, @Ctx() context: GraphqlContext): Promise<CourseText[]> {
    return loadMissionTexts(context, this.reads, step.stepUuid);
  }

  @ResolveField(() => [CourseText])
  missionTexts(
    @Parent() step: shapes.TrainingProjectStep,
    @Ctx() context: GraphqlContext,
  ): Promise<CourseText[]> {
    return loadMissionTexts(context, this.reads, step.missionUuid);
  }
}

@Resolver(() => shapes.TrainingProjectMember)
export class TrainingProjectMemberResolver {
  constructor(@Inject(IdentityReads) private readonly identity: IdentityReads) {}

  @ResolveField(() => PersonType)
  person(
    @Parent() member: shapes.TrainingProjectMember,
    @Ctx() context: GraphqlContext,
  ): Promise<PersonType> {
    return loadPerson(context, this.identity, member.personUuid);
  }
}

@Resolver(() => shapes.MissionPraise)
export class MissionPraiseResolver {
  constructor(
    @Inject(MissionsReads) private readonly reads: MissionsReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
  ) {}

  @ResolveField(() => PersonType, { description: 'Who is praised.' })
  person(@Parent() praise: shapes.MissionPraise, @Ctx() context: GraphqlContext): Promise<PersonType> {
    return loadPerson(context, this.identity, praise.personUuid);
  }

  @ResolveField(() => [CourseText], { description: 'The step it is for.' })
  stepTexts(@Parent() praise: shapes.MissionPraise, @Ctx() context: GraphqlContext): Promise<CourseText[]> {
    return loadMissionTexts(context, this.reads, praise.stepUuid);
  }
}

@Resolver(() => TrainingSessionType)
export class SessionProjectsResolver {
  constructor(@Inject(MissionsReads) private readonly reads: MissionsReads) {}

  @ResolveField(() => [shapes.TrainingProjectType], {
    description:
      'What each company that was there practises afterwards; of contacts their own company’s, where they see it.',
  })
  async trainingProjects(
    @Parent() session: TrainingSessionType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TrainingProjectType[]> {
    const rows = await context.load('sessionProjects', session.uuid, async (ids) =>
      groupBy(await this.reads.projectsOfSessions(context.actor, ids), (each) => each.session_id),
    );
    return (rows ?? []).map(projectShape);
  }
}

@Resolver(() => CompanyType)
export class CompanyProjectsResolver {
  constructor(@Inject(MissionsReads) private readonly reads: MissionsReads) {}

  @ResolveField(() => [shapes.TrainingProjectType], {
    description: 'Newest first; also of a company without a space.',
  })
  trainingProjects(
    @Parent() company: CompanyType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TrainingProjectType[]> {
    return projectsOf(context, this.reads, company.uuid);
  }
}

@Resolver(() => SpaceType)
export class SpaceTrainingResolver {
  constructor(@Inject(MissionsReads) private readonly reads: MissionsReads) {}

  @ResolveField(() => [shapes.TrainingProjectType], { description: 'Newest first.' })
  trainingProjects(
    @Parent() space: SpaceType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TrainingProjectType[]> {
    return projectsOf(context, this.reads, space.companyUuid);
  }
}

async function projectsOf(
  context: GraphqlContext,
  reads: MissionsReads,
  companyId: string,
): Promise<shapes.TrainingProjectType[]> {
  const rows = await context.load('companyProjects', companyId, async (ids) =>
    groupBy(await reads.projectsOf(context.actor, ids), (each) => each.company_id),
  );
  return (rows ?? []).map(projectShape);
}
