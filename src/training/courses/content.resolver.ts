// What is in a version: its words, materials, missions and steps.
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type GraphqlContext, Nodes, globalId, groupBy } from '../../platform/graphql/index.js';
import { IdentityReads } from '../../identity/index.js';
import * as shapes from './courses.graphql.js';
import { CoursesReads } from './courses.reads.js';
import {
  companyInUrls,
  fileShape,
  loadCourse,
  loadCourseVersion,
  loadTexts,
  stepShape,
} from './courses.shapes.js';

@Resolver(() => shapes.CourseVersionType)
export class CourseVersionResolver {
  constructor(
    @Inject(CoursesReads) private readonly reads: CoursesReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('courseversion', 'CourseVersion', (context, id) =>
      loadCourseVersion(context, this.reads, id),
    );
  }

  @ResolveField(() => shapes.CourseType)
  course(
    @Parent() version: shapes.CourseVersionType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CourseType> {
    return loadCourse(context, this.reads, version.courseUuid);
  }

  @ResolveField(() => [shapes.CourseText], { description: 'A row for each language.' })
  texts(
    @Parent() version: shapes.CourseVersionType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CourseText[]> {
    return loadTexts(context, this.reads, version.uuid);
  }

  @ResolveField(() => [shapes.CourseMaterial], {
    description:
      'Empty for contacts who take part in no session of it, unless it was announced to their company.',
  })
  async materials(
    @Parent() version: shapes.CourseVersionType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CourseMaterial[]> {
    const rows = await context.load('courseMaterials', version.uuid, async (ids) =>
      groupBy(await this.reads.materials(context.actor, ids), (row) => row.course_version_id),
    );
    const company = rows?.some(({ file }) => file) ? await companyInUrls(context, this.identity) : null;
    return (rows ?? []).map(({ id, kind, url, file }) => ({
      id: globalId('coursematerial', id),
      uuid: id,
      kind,
      url,
      file: file && fileShape(file, company),
    }));
  }

  @ResolveField(() => [shapes.CourseMission], {
    description: 'Empty for contacts who take part in no session of it.',
  })
  async missions(
    @Parent() version: shapes.CourseVersionType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CourseMission[]> {
    const rows = await context.load('courseMissions', version.uuid, async (ids) =>
      groupBy(await this.reads.missions(context.actor, ids), (row) => row.course_version_id),
    );
    return (rows ?? []).map(({ id }) => ({ id: globalId('coursemission', id), uuid: id }));
  }
}

@Resolver(() => shapes.CourseMaterial)
export class CourseMaterialResolver {
  constructor(@Inject(CoursesReads) private readonly reads: CoursesReads) {}

  @ResolveField(() => [shapes.CourseText])
  texts(
    @Parent() material: shapes.CourseMaterial,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CourseText[]> {
    return loadTexts(context, this.reads, material.uuid);
  }
}

@Resolver(() => shapes.CourseMission)
export class CourseMissionResolver {
  constructor(@Inject(CoursesReads) private readonly reads: CoursesReads) {}

  @ResolveField(() => [shapes.CourseText])
  texts(
    @Parent() mission: shapes.CourseMission,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CourseText[]> {
    return loadTexts(context, this.reads, mission.uuid);
  }

  @ResolveField(() => [shapes.CourseStep], { description: 'In their order.' })
  async steps(
    @Parent() mission: shapes.CourseMission,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CourseStep[]> {
    const rows = await context.load('courseSteps', mission.uuid, async (ids) =>
      groupBy(await this.reads.steps(context.actor, ids), (row) => row.mission_id),
    );
    return (rows ?? []).map(stepShape);
  }
}

@Resolver(() => shapes.CourseStep)
export class CourseStepResolver {
  constructor(@Inject(CoursesReads) private readonly reads: CoursesReads) {}

  @ResolveField(() => [shapes.CourseText])
  texts(@Parent() step: shapes.CourseStep, @Ctx() context: GraphqlContext): Promise<shapes.CourseText[]> {
    return loadTexts(context, this.reads, step.uuid);
  }
}
