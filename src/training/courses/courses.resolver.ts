// Courses in GraphQL: the courses themselves and their versions; what is in a draft is written in writing.resolver.ts.
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { Acting, Ctx, type GraphqlContext, Nodes, localId } from '../../platform/graphql/index.js';
import * as shapes from './courses.graphql.js';
import { courseAbilities } from './courses.policy.js';
import { CoursesReads } from './courses.reads.js';
import { CoursesService } from './courses.service.js';
import { courseShape, loadCourse, loadTexts, loadVersionsOf } from './courses.shapes.js';

@Resolver(() => shapes.CourseType)
export class CoursesResolver {
  constructor(
    @Inject(CoursesService) private readonly service: CoursesService,
    @Inject(CoursesReads) private readonly reads: CoursesReads,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('course', 'Course', (context, id) => loadCourse(context, this.reads, id));
  }

  @Query(() => [shapes.CourseType], { description: 'By stage, then newest first.' })
  async courses(@Args() args: shapes.CoursesArgs, @Acting() actor: Actor): Promise<shapes.CourseType[]> {
    const { stage, archived, search } = args;
    const filter = { stage: stage ?? null, archived, search: search?.trim() || null };
    return (await this.reads.list(actor, filter)).map(courseShape);
  }

  @Query(() => shapes.CourseType)
  course(
    @Args('courseId', { type: () => ID }) courseId: string,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CourseType> {
    return loadCourse(context, this.reads, localId('course', courseId));
  }

  @ResolveField(() => [shapes.CourseText], {
    description: 'Of what was published last, or else of the draft.',
  })
  async texts(
    @Parent() course: shapes.CourseType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CourseText[]> {
    const versions = await loadVersionsOf(context, this.reads, course.uuid);
    const shown = versions.find(({ state }) => state === 'PUBLISHED') ?? versions[0];
    return shown ? loadTexts(context, this.reads, shown.uuid) : [];
  }

  @ResolveField(() => [shapes.CourseVersionType], { description: 'Newest first.' })
  versions(
    @Parent() course: shapes.CourseType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CourseVersionType[]> {
    return loadVersionsOf(context, this.reads, course.uuid);
  }

  @ResolveField(() => shapes.CourseVersionType, {
    nullable: true,
    description: 'What sessions are planned of.',
  })
  async published(
    @Parent() course: shapes.CourseType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CourseVersionType | null> {
    const versions = await loadVersionsOf(context, this.reads, course.uuid);
    return versions.find(({ state }) => state === 'PUBLISHED') ?? null;
  }

  @ResolveField(() => shapes.CourseVersionType, { nullable: true, description: 'What is being written.' })
  async draft(
    @Parent() course: shapes.CourseType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CourseVersionType | null> {
    const versions = await loadVersionsOf(context, this.reads, course.uuid);
    return versions.find(({ state }) => state === 'DRAFT') ?? null;
  }

  @ResolveField(() => shapes.CourseAbilities)
  abilities(@Parent() course: shapes.CourseType, @Acting() actor: Actor): shapes.CourseAbilities {
    return courseAbilities(actor, { archivedAt: course.archivedAt ?? null });
  }

  @Mutation(() => shapes.CreateCoursePayload, { description: 'Staff who answer.' })
  async createCourse(
    @Args('input') { stage, locale, title }: shapes.CreateCourseInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CreateCoursePayload> {
    return this.payload(context, await this.service.create(context.actor, stage, locale, title));
  }

  @Mutation(() => shapes.CopyCoursePayload, {
    description: 'Another course with the same content as its first draft. Staff who answer.',
  })
  async copyCourse(
    @Args('input') { courseId }: shapes.CopyCourseInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CopyCoursePayload> {
    return this.payload(context, await this.service.copy(context.actor, localId('course', courseId)));
  }

  @Mutation(() => shapes.StartCourseDraftPayload, {
    description: 'The next version, with the content of the last. Staff who answer.',
  })
  async startCourseDraft(
    @Args('input') { courseId }: shapes.StartCourseDraftInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.StartCourseDraftPayload> {
    return this.payload(context, await this.service.startDraft(context.actor, localId('course', courseId)));
  }

  @Mutation(() => shapes.ChangeCourseStagePayload, { description: 'Staff who answer.' })
  async changeCourseStage(
    @Args('input') { courseId, version, stage }: shapes.ChangeCourseStageInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ChangeCourseStagePayload> {
    const id = localId('course', courseId);
    return this.payload(context, await this.service.changeStage(context.actor, id, version, stage));
  }

  @Mutation(() => shapes.ArchiveCoursePayload, {
    description: 'Taught no more, or brought back; its sessions stay. Staff who answer.',
  })
  async archiveCourse(
    @Args('input') { courseId, version, archived }: shapes.ArchiveCourseInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ArchiveCoursePayload> {
    const id = localId('course', courseId);
    return this.payload(context, await this.service.archive(context.actor, id, version, archived));
  }

  @Mutation(() => shapes.PublishCoursePayload, {
    description:
      'The draft becomes what sessions are planned of, and never changes again; INVALID while something is not said in a language of the course. Staff who answer.',
  })
  async publishCourse(
    @Args('input') { courseVersionId, version }: shapes.PublishCourseInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.PublishCoursePayload> {
    const id = localId('courseversion', courseVersionId);
    return this.payload(context, await this.service.publish(context.actor, id, version));
  }

  private async payload(context: GraphqlContext, id: string): Promise<{ course: shapes.CourseType }> {
    return { course: await loadCourse(context, this.reads, id) };
  }
}
